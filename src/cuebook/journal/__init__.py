"""What is remembered: calls and their turns, durable before they are shown."""
