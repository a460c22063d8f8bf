"""The command line: one module a verb; arguments in, one call, an exit code out."""
