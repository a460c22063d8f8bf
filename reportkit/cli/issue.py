"""`reportkit issue`: a document is frozen as it was issued."""

from __future__ import annotations

import click

from reportkit.cli.outcome import code_of, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.issuing import issue
from reportkit.languages.table import CODES
from reportkit.problems import Problem

FEW = 4


@click.command("issue")
@click.argument("session", type=SessionName())
@click.argument("document")
@click.option("-l", "--language", type=Words(CODES), default=(), help="en,fr,…")
def command(session: str, document: str, language: tuple[str, ...]) -> int:
    """Freeze a document: its text, numbers and date, in issued/.

    Afterwards it is built as it was issued, whatever changes in the sources. A
    language may be added later; what was issued is put right by a corrigendum or
    a revision, which are documents of their own.

    \b
    Example:
      reportkit issue ctoc-wg-2017 draft
      reportkit issue ctoc-wg-2017 add1 -l en,fr
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    issued = issue(workspace, name, document, language)
    tell(issued.problems)
    if code_of(issued.problems):
        return code_of(issued.problems)
    write_set(issued.files, workspace.root)
    for path in issued.files:
        click.echo(workspace.show(path))
    for file, names in unseen_by_file(issued.unseen).items():
        more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
        told = ", ".join(names[:FEW])
        click.echo(f"{file}: no native reader has seen {told}{more}", err=True)
    if issued.unseen:
        click.echo("`reportkit check --review` lists all of them", err=True)
    return 0


def unseen_by_file(unseen: tuple[Problem, ...]) -> dict[str, list[str]]:
    """The set sentences that nobody has reviewed, by the file that they stand in."""
    made: dict[str, list[str]] = {}
    for problem in unseen:
        name = problem.message.partition("`")[2].rstrip("`") or problem.message
        made.setdefault(problem.place.path, []).append(name)
    return made
