"""What it proves: evidence filed under facets, standings of criteria, and the verdict with its reason."""
