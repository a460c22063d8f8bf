"""Reports of others read as lines: what a Word file or a text prints, line by line."""
