"""`reportkit translate`: a language's files, and the way to translators and back."""

from __future__ import annotations

import click

from reportkit.by_name import load
from reportkit.problems import nearest

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


class Verbs(click.Group):
    """A group that imports a verb's module only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        found: click.Command = load(f"reportkit.cli.translate_{cmd_name}", "command")
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        near = nearest(args[0], tuple(VERBS)) if args[0] not in VERBS else ""
        if near and not args[0].startswith("-"):
            ctx.fail(f'there is no command "{args[0]}" (did you mean {near}?)')
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group("translate", cls=Verbs)
def command() -> None:
    """Work on translations, keyed by the ids of passages.

    \b
    Example:
      reportkit translate status ctoc-wg-2017
      reportkit translate update ctoc-wg-2017 -l fr
      reportkit translate export ctoc-wg-2017 -l fr --format xliff --out out
    """
