"""The parts of the call screen, each drawn by hand so that a key costs a line and not a layout."""
