"""`reportkit translate confirm`: a stale translation is still right."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.outcome import WRONG, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.translating import confirm, no_language, open_desks
from reportkit.edition.workspace import read_files
from reportkit.languages.table import CODES


@click.command("confirm")
@click.argument("session", type=SessionName())
@click.argument("passages", nargs=-1, required=True)
@click.option("-l", "--language", type=Words(CODES), required=True, help="fr,es,…")
def command(session: str, passages: tuple[str, ...], language: tuple[str, ...]) -> int:
    """Say that translations are still right, although their source has changed.

    A passage goes by its id; as an amendment words it, by AMENDMENT.PASSAGE.

    \b
    Example:
      reportkit translate confirm ctoc-wg-2017 intro-review -l fr,es
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    folder = workspace.sessions / name
    desks, problems = open_desks(read_files(workspace, folder), workspace.templates())
    if desks is None:
        tell(problems)
        return WRONG
    files: dict[Path, bytes] = {}
    for code in language:
        wrong = no_language(desks, code)
        made, problems = ({}, (wrong,)) if wrong else confirm(desks, code, passages)
        tell(problems)
        if problems:
            return WRONG
        files |= {folder / code / path: data for path, data in made.items()}
    write_set(files, workspace.root)
    for path in files:
        click.echo(workspace.show(path))
    return 0
