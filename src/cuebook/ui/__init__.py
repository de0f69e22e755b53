"""What is seen: the terminal app. Screens hold no rules; they send moves to the session and show its turns."""
