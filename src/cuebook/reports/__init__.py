"""What it adds up to: the summary of a call, and calls as files for other programs."""
