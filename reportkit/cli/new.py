"""`reportkit new`: a session's folder with commented files."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from reportkit.cli.outcome import WRONG, tell
from reportkit.cli.sessions import SessionName, chosen
from reportkit.disk import read_file, write_set
from reportkit.edition.starting import Beginning, days_after, read_starters, start
from reportkit.edition.workspace import Workspace, find_workspace, read_files
from reportkit.languages.table import CODES
from reportkit.model.reading import SHARED_FILES

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("new")
@click.argument("name")
@click.option("--from", "old", type=SessionName(), help="A session to carry over from.")
@click.option("--first", type=DAY, help="The first day: 2026-03-02.")
@click.option("--last", type=DAY, help="The last day.")
@click.option("--body", default="", help="The name of the body that meets.")
@click.option("--organ", default="", help="The organ in the masthead.")
@click.option("--place", default="", help="Where it meets.")
@click.option(
    "--language",
    type=click.Choice(CODES),
    help="The language it is written in.",
)
def command(
    name: str,
    old: str | None,
    first: datetime | None,
    last: datetime | None,
    body: str,
    organ: str,
    place: str,
    language: str | None,
) -> int:
    """Start a session: sessions/NAME with commented files.

    With --from, bodies, organ, place, officers' roles and the introduction are
    carried over from an earlier session, marked until you confirm them.

    \b
    Example:
      reportkit new water-2026 --body "Working Group on Water" --place Vienna \\
        --first 2026-03-02 --last 2026-03-06
      reportkit new water-2027 --from water-2026
    """
    here = Path.cwd()
    workspace = find_workspace(here) or Workspace(here, here)
    begin, end = _days(first, last)
    beginning = Beginning(name, begin, end, body, organ, place, language or "")
    return _start(workspace, beginning, old)


def _days(first: datetime | None, last: datetime | None) -> tuple[date, date]:
    """The days given; without them, Monday to Friday of next week."""
    if first is None and last is not None:
        raise click.UsageError("--last needs --first")
    monday, friday = days_after(date.today())
    if first is None:
        return monday, friday
    return first.date(), last.date() if last else first.date()


def _start(workspace: Workspace, beginning: Beginning, carried: str | None) -> int:
    folder = workspace.sessions
    paths = {name: folder / name for name in SHARED_FILES}
    shared = {name: read_file(path) for name, path in paths.items() if path.exists()}
    old = None
    if carried:
        (name,) = chosen(workspace, (carried,))
        old = read_files(workspace, folder / name)
    starters = read_starters(workspace.templates())
    known = tuple(path.name for path in folder.glob("*") if path.is_dir())
    files, problems = start(beginning, starters, shared, known, old)
    tell(problems)
    if problems:
        return WRONG
    targets = {folder / path: data for path, data in files.items()}
    for path in write_set(targets, workspace.root):
        click.echo(workspace.show(path))
    click.echo(f"next: fill them in, then `reportkit build {beginning.name}`")
    return 0
