"""`reportkit issue`: a document is frozen as it was issued."""

from __future__ import annotations

import click

from reportkit.cli.outcome import code_of, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.issuing import issue
from reportkit.languages.table import CODES


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
    if issued.unseen:
        count = len(issued.unseen)
        click.echo(
            f"no native reader has seen {count} of the set sentences and names used "
            "(`reportkit check --review` lists them):",
            err=True,
        )
    tell(issued.unseen)
    return 0
