"""Bytes out of a finished document: a module a format."""
