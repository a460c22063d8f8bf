"""`reportkit amend`: amendments from the floor, and what was decided on them."""

from __future__ import annotations

import json
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from reportkit.cli.outcome import FINE, WRONG, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.pointing import know
from reportkit.edition.recording import Listed, Proposal, listed, record
from reportkit.edition.workspace import SessionFiles, Workspace, read_files
from reportkit.model.amendments import STATUSES
from reportkit.model.reading import AMENDMENTS

COLUMNS = ("id", "number", "what", "by", "meeting", "status")


@click.command("amend")
@click.argument("session", type=SessionName())
@click.argument("words", nargs=-1, metavar="TARGET CHANGE...")
@click.option("--by", multiple=True, help="Who proposes it; several by commas.")
@click.option("--meeting", default="", help="The meeting at which it is proposed.")
@click.option("--adopted", is_flag=True, help="It is adopted already.")
@click.option("-l", "language", default="", help="The one language that it changes.")
@click.option("--note", default="", help="A note; it is never printed.")
@click.option("--as", "made", default="", help="The id of the passage that it makes.")
@click.option("--list", "lists", is_flag=True, help="List the amendments.")
@click.option("--status", type=Words(STATUSES), default=(), help="List these alone.")
@click.option("--long", "whole", is_flag=True, help="List them with their texts whole.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def command(
    session: str,
    words: tuple[str, ...],
    lists: bool,
    status: tuple[str, ...],
    whole: bool,
    as_json: bool,
    **options: Any,
) -> int:
    """Record an amendment in amendments.yaml, or a verdict on some.

    TARGET is a number in a document, the id of a passage, a chapter, `document`
    for all of it, or a fact. CHANGE is one of: s/old words/new words/ (with g at
    the end: wherever they stand), replace TEXT, insert TEXT, insert-before TEXT,
    delete, after TARGET, before TARGET, merge TARGET [TEXT], split WORDS; of a
    fact, its value. Or name amendments and then say adopt, reject, withdraw or
    reopen.

    \b
    Example:
      reportkit amend ctoc-wg-2017 "add1:1(b)" "s/should/may/" --by FRA --meeting m9
      reportkit amend ctoc-wg-2017 deliberations "s/e-evidence/evidence/g"
      reportkit amend ctoc-wg-2017 session.yaml bodies.wg2.from 2017-10-10
      reportkit amend ctoc-wg-2017 a17 a18 adopt
      reportkit amend ctoc-wg-2017 --list --status pending --long
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    files = read_files(workspace, workspace.sessions / name)
    if lists or status or whole or as_json:
        if words:
            raise click.UsageError("--list takes nothing more")
        return _list(workspace, files, status, whole, as_json)
    if len(words) < 2:
        raise click.UsageError("say what is changed and how, or --list")
    return _record(workspace, files, Proposal(words[0], words[1:], **options))


def _record(workspace: Workspace, files: SessionFiles, proposal: Proposal) -> int:
    data, lines, problems = record(files, workspace.templates(), proposal)
    tell(problems)
    if data is None:
        return WRONG
    path = files.folder / AMENDMENTS
    write_set({path: data}, workspace.root)
    for line in lines:
        click.echo(f"{workspace.show(path)}: {line}")
    return FINE


def _list(
    workspace: Workspace,
    files: SessionFiles,
    wanted: tuple[str, ...],
    whole: bool,
    as_json: bool,
) -> int:
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
