"""`reportkit build`: documents out of sessions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reportkit.cli.outcome import code_of, counted, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.edition.building import Outcome, Progress, build
from reportkit.edition.formats import DEFAULT_FORMATS, KNOWN_FORMATS
from reportkit.edition.making import SHOW, Due
from reportkit.edition.workspace import Workspace
from reportkit.languages.table import CODES


@click.command("build")
@click.argument("sessions", nargs=-1, type=SessionName())
@click.option(
    "-d", "--document", type=Words(), default=(), help="Only these documents."
)
@click.option("-l", "--language", type=Words(CODES), default=(), help="en,fr,…")
@click.option(
    "-f",
    "--format",
    "formats",
    type=Words(KNOWN_FORMATS),
    default=DEFAULT_FORMATS,
    help=f"Of {', '.join(KNOWN_FORMATS)}; docx,html if not given.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="A folder; build/ if not given."
)
@click.option("--merged", is_flag=True, help="A draft with its addenda, as one text.")
@click.option(
    "--final", is_flag=True, help="Refuse what is missing, stale or not decided."
)
@click.option(
    "--pending",
    type=click.Choice((SHOW,)),
    help="Print what is not decided in square brackets.",
)
@click.option("--queries", is_flag=True, help="Open queries as Word comments.")
def command(
    sessions: tuple[str, ...],
    document: tuple[str, ...],
    language: tuple[str, ...],
    formats: tuple[str, ...],
    out: Path | None,
    merged: bool,
    final: bool,
    pending: str | None,
    queries: bool,
) -> int:
    """Build documents into build/SESSION/LANGUAGE/DOCUMENT.FORMAT.

    Only what changed is written; with an error in the sources, nothing is.

    \b
    Example:
      reportkit build ctoc-wg-2017 -d final -l en,fr -f docx
    """
    workspace = workspace_here()
    due = Due(document, language, formats, merged, final, pending or "", queries)
    folder = out or workspace.root / "build"
    if merged and not document:
        raise click.UsageError("--merged needs the draft that it merges: -d draft")
    if queries and final:
        raise click.UsageError("queries are private: a final build has none")
    names = chosen(workspace, sessions)
    outcome = build(workspace, names, due, folder.absolute(), OnTerminal())
    tell(outcome.problems)
    _say(workspace, outcome)
    return code_of(outcome.problems)


class OnTerminal(Progress):
    """A line on the terminal that counts the files printed."""

    def printed(self, done: int, total: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\rprinting {done} of {total}", err=True, nl=done == total)


def _say(workspace: Workspace, outcome: Outcome) -> None:
    """Tell what was written, or that nothing had to be."""
    if code_of(outcome.problems):
        click.echo(f"nothing was written: {counted(outcome.problems)}", err=True)
        return
    for path in outcome.written:
        click.echo(workspace.show(path))
    written, unchanged = len(outcome.written), len(outcome.unchanged)
    if written:
        click.echo(f"{written} written, {unchanged} unchanged")
    else:
        click.echo(f"nothing to write: {unchanged} files are as they were")
