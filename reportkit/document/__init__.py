"""The finished report as a plain tree: what `assemble` makes and writers read."""
