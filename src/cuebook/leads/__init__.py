"""Who might be called: leads, where they come from, what kind they are and who is worth the next call."""
