"""Word files and texts of others, taken in: as proposals, or as a session."""
