"""What a language needs: its words, labels, dates, lists, and names of States."""
