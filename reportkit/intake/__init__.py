"""Word files that people edited, taken in as proposals."""
