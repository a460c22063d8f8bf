"""A finished document out of a session, an outline and a language."""
