"""`reportkit amend --list`: the amendments as a table, or as JSON."""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.table import Table

from reportkit.cli.outcome import FINE, WRONG, tell
from reportkit.edition.pointing import know
from reportkit.edition.recording import Listed, listed
from reportkit.edition.workspace import SessionFiles, Workspace
from reportkit.model.amendments import STATUSES

COLUMNS = ("id", "number", "what", "by", "meeting", "status")


def print_list(
    workspace: Workspace,
    files: SessionFiles,
    wanted: tuple[str, ...],
    whole: bool,
    as_json: bool,
) -> int:
    """The exit code; the list goes to standard output."""
    known, problems = know(files, workspace.templates())
    if known is None:
        tell(problems)
        return WRONG
    rows = [row for row in listed(known, whole) if row.status in (wanted or STATUSES)]
    if as_json:
        made = [row._asdict() for row in rows]
        click.echo(json.dumps(made, ensure_ascii=False, indent=1))
    else:
        _print(rows)
    return FINE


def _print(rows: list[Listed]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in COLUMNS:
        table.add_column(name, overflow="fold")
    for row in rows:
        number = f"{row.document}:{row.number}" if row.document else "–"
        others = (", ".join(row.by), row.meeting, row.status)
        table.add_row(row.id, number, row.what, *(each or "–" for each in others))
    Console(highlight=False).print(table)
