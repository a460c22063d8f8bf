"""`reportkit status`: what exists, by document and language."""

from __future__ import annotations

import json
from typing import Literal

import click
from rich.console import Console
from rich.table import Table

from reportkit.cli.outcome import code_of, tell
from reportkit.cli.sessions import SessionName, chosen, workspace_here
from reportkit.edition.loading import load
from reportkit.edition.status import Row, status_of
from reportkit.edition.workspace import read_files
from reportkit.problems import Problem, has_errors

NUMBERS = ("paragraphs", "words", "missing", "stale")
COLUMNS = ("document", "language", *NUMBERS, "symbol")


@click.command("status")
@click.argument("sessions", nargs=-1, type=SessionName())
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
def command(sessions: tuple[str, ...], as_json: bool) -> int:
    """Tell what exists, by document and language.

    Words are counted against the limits of the United Nations: 3,300 for
    in-session documents, 10,700 for reports.

    \b
    Example:
      reportkit status ctoc-wg-2017
    """
    workspace = workspace_here()
    rows: list[Row] = []
    errors: list[Problem] = []
    for name in chosen(workspace, sessions):
        files = read_files(workspace, workspace.sessions / name)
        loaded = load(files, workspace.templates())
        if has_errors(loaded.problems):
            errors += loaded.problems
        else:
            rows += status_of(loaded)
    tell(tuple(errors))
    if as_json:
        click.echo(json.dumps([row._asdict() for row in rows], indent=1))
    else:
        _print(rows)
    return code_of(tuple(errors))


def _print(rows: list[Row]) -> None:
    for session in dict.fromkeys(row.session for row in rows):
        table = Table(title=session, title_justify="left", box=None, pad_edge=False)
        for name in COLUMNS:
            justify: Literal["left", "right"] = "right" if name in NUMBERS else "left"
            table.add_column(name, justify=justify, overflow="fold")
        for row in rows:
            if row.session == session:
                table.add_row(*_cells(row))
        Console(highlight=False).print(table)


def _cells(row: Row) -> list[str]:
    """The cells of a row; zero is a dash; `5305>3300` is over its limit."""
    words = f"{row.words}>{row.limit}" if row.too_long else str(row.words)
    cells = {**row._asdict(), "words": words}
    return [str(cells[name] or "–") for name in COLUMNS]
