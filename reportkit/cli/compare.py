"""`reportkit compare`: what changed between two documents."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.outcome import code_of, counted, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.edition.building import publish
from reportkit.edition.comparing import compare_sides, read_side
from reportkit.edition.making import Made
from reportkit.languages.table import CODES


@click.command("compare")
@click.argument("session", type=SessionName())
@click.argument("earlier", metavar="FROM")
@click.argument("later", metavar="TO")
@click.option("-l", "--language", type=Words(CODES), default=(), help="en,fr,…")
@click.option(
    "--out", type=click.Path(path_type=Path), help="A folder; build/ if not given."
)
def command(
    session: str, earlier: str, later: str, language: tuple[str, ...], out: Path | None
) -> int:
    """Show what changed between two documents, passage by passage.

    Writes FROM-TO.tracked.docx with Word's tracked changes, .struck.docx with new
    words bold and old ones struck, .html with both texts side by side, and the
    concordance of passages as Word, web page, CSV and JSON. `draft` stands for the
    draft with its addenda; `final@REV` is the document at a git revision.

    \b
    Example:
      reportkit compare ctoc-wg-2017 draft final
      reportkit compare ctoc-wg-2017 final@HEAD~1 final -l en
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    sides = read_side(earlier), read_side(later)
    compared = compare_sides(workspace, name, sides, language)
    tell(compared.problems)
    if code_of(compared.problems):
        click.echo(f"nothing was written: {counted(compared.problems)}", err=True)
        return code_of(compared.problems)
    folder = (out or workspace.root / "build").absolute()
    made = {name: Made(compared.outputs, compared.problems)}
    asked = f"compare {earlier} {later} {language}"
    written, kept = publish(made, asked, folder, workspace)
    tell(kept)
    for path in written:
        click.echo(workspace.show(path))
    unchanged = len(compared.outputs) - len(written)
    click.echo(f"{len(written)} written, {unchanged} unchanged")
    return 0
