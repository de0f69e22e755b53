"""What may be said: the dialogues, from YAML to checked, frozen objects and rendered words."""
