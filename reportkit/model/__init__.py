"""What a session is: its nouns, and how they are read from its files."""
