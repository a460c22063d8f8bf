"""Findings: everything that is wrong with a session, a rule a function."""
