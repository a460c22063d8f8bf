"""Word files from outside, opened with a guard, as finished values."""
