"""`reportkit translate`: a language's files, and the way to translators and back."""

from __future__ import annotations

import click

from reportkit.cli.verbs import Verbs

# What it does in one line; the module is cli/translate_NAME.py.
VERBS = {
    "status": "Tell what is missing, stale or to be reviewed.",
    "update": "Bring a language's files up to the original.",
    "confirm": "Say that stale translations are still right.",
    "suggest": "Offer earlier translations, as drafts.",
    "export": "Write files for translators and their tools.",
    "merge": "Take in what translators sent back.",
    "terms": "Take terms into the glossary out of a TBX file.",
}


@click.group("translate", cls=Verbs, verbs=VERBS, module="reportkit.cli.translate_{}")
def command() -> None:
    """Work on translations, keyed by the ids of passages.

    \b
    Example:
      reportkit translate status ctoc-wg-2017
      reportkit translate update ctoc-wg-2017 -l fr
      reportkit translate export ctoc-wg-2017 -l fr --format xliff --out out
    """
