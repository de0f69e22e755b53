"""What is happening: the moves of a call, the machine that knows where it is, and the turn each move gives."""
