"""YAML text to values that remember where they stood, and edits back into it."""
