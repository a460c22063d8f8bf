"""Draft to final: issued documents, amendments, comparison, concordance."""
