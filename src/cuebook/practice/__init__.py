"""How one learns: the simulated prospect, rehearsals and their scorecards, drills, simulated calls."""
