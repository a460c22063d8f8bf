"""What is due for a session, by language, document and format; and building it."""
