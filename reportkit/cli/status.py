"""`reportkit status`: what exists, by document and language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Literal

import click
from rich.console import Console
from rich.table import Table

from reportkit.cli.outcome import code_of, tell
from reportkit.cli.sessions import SessionName, chosen, workspace_here
from reportkit.edition.documents import Damaged, Documents
from reportkit.edition.loading import load
from reportkit.edition.status import Row, status_of
from reportkit.edition.workspace import read_files
from reportkit.model.amendments import PENDING
from reportkit.model.session import Session
from reportkit.problems import Problem, has_errors

NUMBERS = ("paragraphs", "words", "missing", "stale")
COLUMNS = ("document", "language", *NUMBERS, "issued", "symbol")
# Heads that are shorter than the field: a terminal has 80 columns.
HEADS = {"language": "in", "paragraphs": "par."}
# What is told by name under the table.
TOLD = (
    ("missing", "missing"),
    ("stale", "stale"),
    ("changed since issued", "changed"),
)
# Shown where a document of the session was issued.
ISSUED = "issued"


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
    pending: dict[str, tuple[str, ...]] = {}
    for name in chosen(workspace, sessions):
        files = read_files(workspace, workspace.sessions / name)
        loaded = load(files, workspace.templates())
        if loaded.session is None or has_errors(loaded.problems):
            errors += loaded.problems
            continue
        try:
            rows += status_of(Documents(loaded, loaded.session, files))
        except Damaged as damaged:
            errors += damaged.problems
        pending[name] = tuple(_open(loaded.session))
    tell(tuple(errors))
    if as_json:
        click.echo(json.dumps([row._asdict() for row in rows], indent=1))
    else:
        _print(rows, pending)
    return code_of(tuple(errors))


def _open(session: Session) -> Iterator[str]:
    """The amendments that are not decided, and the queries without an answer."""
    pending = [str(e.id) for e in session.amendments if e.status == PENDING]
    asked = [str(each.id) for each in session.queries if not each.answer]
    if pending:
        yield f"not decided yet: {', '.join(pending)}"
    if asked:
        yield f"not answered yet: {', '.join(asked)}"


def _print(rows: list[Row], pending: dict[str, tuple[str, ...]]) -> None:
    for session in dict.fromkeys(row.session for row in rows):
        table = Table(title=session, title_justify="left", box=None, pad_edge=False)
        own = [row for row in rows if row.session == session]
        shown = [
            name for name in COLUMNS if name != ISSUED or any(row.issued for row in own)
        ]
        for name in shown:
            justify: Literal["left", "right"] = "right" if name in NUMBERS else "left"
            fixed = name != "symbol"
            head = HEADS.get(name, name)
            table.add_column(head, justify=justify, overflow="fold", no_wrap=fixed)
        for row in own:
            table.add_row(*_cells(row, shown))
        Console(highlight=False).print(table)
        for line in _told(own):
            click.echo(line)
        for line in pending.get(session, ()):
            click.echo(line)


def _told(rows: list[Row]) -> Iterator[str]:
    """Which passages are stale, and which changed since they were issued."""
    for title, name in TOLD:
        found: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            for id in getattr(row, name):
                found.setdefault((row.document, id), []).append(row.language)
        for (document, id), codes in found.items():
            yield f"{title}, {document}: {id} ({', '.join(codes)})"


def _cells(row: Row, shown: list[str]) -> list[str]:
    """The cells of a row; zero is a dash; `5305>3300` is over its limit."""
    words = f"{row.words}>{row.limit}" if row.too_long else str(row.words)
    counts = {name: len(getattr(row, name)) for name in ("missing", "stale")}
    changed = f"{len(row.changed)} changed" if row.changed else "as it is"
    issued = {ISSUED: changed if row.issued else ""}
    cells = {**row._asdict(), **counts, **issued, "words": words}
    return [str(cells[name] or "–") for name in shown]
