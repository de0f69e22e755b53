"""What was meant: a line of talk in, a Reading out. Pure; no network, no clock, no files but the lexicons."""
