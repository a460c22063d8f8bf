"""`reportkit translate update`: a language's files brought up to the original."""

from __future__ import annotations

import click

from reportkit.cli.outcome import WRONG, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.translating import no_language, open_desks, update_language
from reportkit.edition.workspace import Workspace, read_files
from reportkit.languages.table import CODES
from reportkit.translate.updating import Updated


@click.command("update")
@click.argument("session", type=SessionName())
@click.option("-l", "--language", type=Words(CODES), required=True, help="fr,es,…")
def command(session: str, language: tuple[str, ...]) -> int:
    """Bring a language's files up to the original.

    New passages get an entry with the source above an empty text; above changed
    ones stands what has changed since; translations whose passage is gone go into
    set-aside.yaml. What translators wrote stays as it is.

    \b
    Example:
      reportkit translate update ctoc-wg-2017 -l fr
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    folder = workspace.sessions / name
    desks, problems = open_desks(read_files(workspace, folder), workspace.templates())
    if desks is None:
        tell(problems)
        return WRONG
    for code in language:
        wrong = no_language(desks, code)
        updated, problems = (None, (wrong,)) if wrong else update_language(desks, code)
        tell(problems)
        if updated is None:
            return WRONG
        write_set(
            {folder / code / p: d for p, d in updated.files.items()}, workspace.root
        )
        _say(workspace, f"{workspace.show(folder)}/{code}", updated)
    return 0


def _say(workspace: Workspace, folder: str, updated: Updated) -> None:
    for path in updated.files:
        click.echo(f"{folder}/{path}")
    rows = (
        ("set aside", updated.aside),
        ("put back", updated.returned),
        ("stale", updated.stale),
        ("missing", updated.missing),
    )
    for title, keys in rows:
        if keys:
            click.echo(f"{title} ({len(keys)}): {', '.join(keys)}")
    if not updated.files:
        click.echo(f"{folder} is up to date")
