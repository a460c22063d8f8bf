"""`reportkit translate export`: files for translators and their tools."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli.outcome import WRONG, tell
from reportkit.cli.sessions import SessionName, Words, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.exchange import FORMATS, Wanted, exported
from reportkit.edition.translating import no_language, open_desks
from reportkit.edition.workspace import read_files
from reportkit.languages.table import CODES


@click.command("export")
@click.argument("session", type=SessionName())
@click.option("-l", "--language", type=Words(CODES), required=True, help="fr,es,…")
@click.option(
    "--format", "formats", type=Words(tuple(FORMATS)), default=("xliff",),
    help=f"Of {', '.join(FORMATS)}; xliff if not given.",
)  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A folder.")
@click.option("--missing", is_flag=True, help="Only what has no translation.")
@click.option("--stale", is_flag=True, help="Only what has changed since.")
@click.option("--file", default="", help="Only a file of the original.")
@click.option("-d", "--document", default="", help="Only what a document prints.")
def command(
    session: str,
    language: tuple[str, ...],
    formats: tuple[str, ...],
    out: Path,
    missing: bool,
    stale: bool,
    file: str,
    document: str,
) -> int:
    """Write the passages of a session as files that translation tools read.

    A unit's id is its passage's; marks are placeholders; derived sentences are
    context that nobody has to translate. `docx` is a Word file in two columns for
    people who have only Word. `translate merge` takes them back.

    \b
    Example:
      reportkit translate export ctoc-wg-2017 -l fr --format xliff,docx --out out
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    files = read_files(workspace, workspace.sessions / name)
    desks, problems = open_desks(files, workspace.templates())
    asked = Wanted(missing, stale, file, document)
    if desks is not None and asked.document not in ("", *desks.session.facts.documents):
        raise click.UsageError(f'there is no document "{asked.document}"')
    if desks is not None and asked.file not in ("", *set(desks.homes().values())):
        raise click.UsageError(f'no file of the original is called "{asked.file}"')
    wrong = next((w for c in language if desks and (w := no_language(desks, c))), None)
    if desks is None or wrong:
        tell((wrong,) if wrong else problems)
        return WRONG
    made: dict[Path, bytes] = {}
    for code in language:
        for format in formats:
            name, data = exported(desks, code, format, asked)
            made[out.absolute() / name] = data
    write_set(made, out.absolute())
    for path in made:
        click.echo(workspace.show(path))
    return 0
