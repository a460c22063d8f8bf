"""`reportkit amend`: amendments from the floor, and what was decided on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportkit.cli.amend_list import print_list
from reportkit.cli.amend_sheet import write_sheet
from reportkit.cli.outcome import FINE, WRONG, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.recording import Proposal, record
from reportkit.edition.sheet import WRITERS, Wanted
from reportkit.edition.workspace import SessionFiles, Workspace, read_files
from reportkit.model.amendments import PENDING, STATUSES
from reportkit.model.reading import AMENDMENTS


@click.command("amend")
@click.argument("session", type=SessionName())
@click.argument("words", nargs=-1, metavar="TARGET CHANGE...")
@click.option("--by", multiple=True, help="Who proposes it; several by commas.")
@click.option("--meeting", default="", help="The meeting at which it is proposed.")
@click.option("--adopted", is_flag=True, help="It is adopted already.")
@click.option(
    "-l",
    "language",
    default="",
    help="The one language that it changes; of a sheet, that which it is in.",
)
@click.option("--note", default="", help="A note; it is never printed.")
@click.option("--as", "made", default="", help="The id of the passage that it makes.")
@click.option("--list", "lists", is_flag=True, help="List the amendments.")
@click.option(
    "--status", type=Words(STATUSES), default=(), help="List or print these alone."
)
@click.option("--long", "whole", is_flag=True, help="List them with their texts whole.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.option("--sheet", is_flag=True, help="Write the sheet of proposals.")
@click.option(
    "-f", "formats", type=Words(tuple(WRITERS)), default=(), help="Of it: docx,html"
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="For it; build/ if not given."
)
def command(
    session: str,
    words: tuple[str, ...],
    lists: bool,
    status: tuple[str, ...],
    whole: bool,
    as_json: bool,
    sheet: bool,
    formats: tuple[str, ...],
    out: Path | None,
    **options: Any,
) -> int:
    """Record an amendment in amendments.yaml, or a verdict on some.

    TARGET is a number in a document, the id of a passage, a chapter, `document`
    for all of it, or a fact. CHANGE is one of: s/old words/new words/ (with g at
    the end: wherever they stand), replace TEXT, insert TEXT, insert-before TEXT,
    delete, after TARGET, before TARGET, merge TARGET [TEXT], split WORDS; of a
    fact, its value. Or name amendments and then say adopt, reject, withdraw or
    reopen. --sheet writes what is pending as a Word file and a web page, in the
    order of the draft, to be read from and marked in the room.

    \b
    Example:
      reportkit amend ctoc-wg-2017 "add1:1(b)" "s/should/may/" --by FRA --meeting m9
      reportkit amend ctoc-wg-2017 deliberations "s/e-evidence/evidence/g"
      reportkit amend ctoc-wg-2017 session.yaml bodies.wg2.from 2017-10-10
      reportkit amend ctoc-wg-2017 a17 a18 adopt
      reportkit amend ctoc-wg-2017 --list --status pending --long
      reportkit amend ctoc-wg-2017 --sheet -l fr
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    files = read_files(workspace, workspace.sessions / name)
    listing = lists or whole or as_json or (bool(status) and not sheet)
    if (sheet or listing) and (words or (sheet and listing)):
        raise click.UsageError(f"--{'sheet' if sheet else 'list'} takes nothing more")
    if listing:
        return print_list(workspace, files, status, whole, as_json)
    if sheet:
        wanted = Wanted(
            options["language"], status or (PENDING,), formats or tuple(WRITERS)
        )
        return write_sheet(workspace, files, wanted, out)
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
