"""What is to be translated, how fresh it is, out to translators and back."""
