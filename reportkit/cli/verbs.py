"""A group of commands that imports a verb's module only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from keyword import iskeyword
from typing import Any

import click

from reportkit.by_name import load
from reportkit.problems import nearest


class Verbs(click.Group):
    """A group over a table of verbs and what each does in one line.

    `module` is the name of a verb's module, with `{}` for the verb; its command is
    called `command` there. The module of a verb that Python keeps for itself ends in
    an underscore: `import_`.
    """

    def __init__(
        self, *arguments: Any, verbs: Mapping[str, str], module: str, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.verbs, self.module = verbs, module

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.verbs:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found: click.Command = load(self.module.format(name), "command")
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        near = nearest(args[0], tuple(self.verbs)) if args[0] not in self.verbs else ""
        if near and not args[0].startswith("-"):
            ctx.fail(f'there is no command "{args[0]}" (did you mean {near}?)')
        return super().resolve_command(ctx, args)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.verbs.items()))
