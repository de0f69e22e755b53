"""What is understood, measured: see scripts/evaluate."""
