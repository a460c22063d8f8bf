"""`reportkit import`: a session out of a published or drafted report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from reportkit.cli.import_files import Given, read_given
from reportkit.cli.outcome import FINE, WRONG, row_of, tell
from reportkit.disk import read_file, write_set
from reportkit.edition.importing import (
    Imported,
    Missing,
    Request,
    import_report,
    words_for,
)
from reportkit.edition.importing_pairs import pairs_of, reports_of
from reportkit.edition.importing_together import Gathered, import_together
from reportkit.edition.importing_told import as_rows, lines_of, problems_of
from reportkit.edition.starting import NAME
from reportkit.edition.workspace import Workspace, find_workspace
from reportkit.languages.table import CODES
from reportkit.model.reading import SHARED_FILES
from reportkit.published.lines import Published
from reportkit.source.extents import CannotEdit

NOTHING = Published((), (), 0)
VIEWS = ("accepted", "rejected")


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", "name", required=True, help="The session to be made.")
@click.option(
    "-l",
    "--language",
    required=True,
    type=click.Choice(CODES),
    help="The language the report is in.",
)
@click.option(
    "--changes",
    type=click.Choice(VIEWS),
    default=VIEWS[0],
    help="Which side of tracked changes is read.",
)
@click.option("--dry-run", is_flag=True, help="Tell the same and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(
    files: tuple[Path, ...],
    name: str,
    language: str,
    changes: str,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Make a session of a report: facts, words, and what facts say printed again.

    FILE is a Word file, or the text of a report: Markdown, or what pdftotext prints.
    What the facts say otherwise than the report keeps the report's words, and what
    could not be made to agree is told with its line.

    Several files are one session: a draft, its addenda, the final report. The words
    are then those of the drafts, and amendments lead to the final.

    \b
    Example:
      reportkit import report.docx --into my-group-2017 -l fr
      reportkit import L.1.docx L.1-Add.1.docx report.docx --into my-group-2017 -l fr
    """
    workspace = find_workspace(Path.cwd()) or Workspace(Path.cwd(), Path.cwd())
    _refuse(workspace, name)
    shown = tuple(workspace.show(path.absolute()) for path in files)
    try:
        words = words_for(workspace.templates(), language, date.today())
        given = tuple(
            read_given(*each, words, changes) for each in zip(files, shown, strict=True)
        )
        read = tuple(each.published for each in given if each.published)
        if len(read) < len(given):
            tell(tuple(p for each in given for p in each.problems), as_json)
            return max(each.code for each in given)
        made = _made(workspace, read, name, language)
    except (Missing, CannotEdit) as fault:
        wrong = fault.problems if isinstance(fault, Missing) else (fault.problem,)
        tell(wrong, as_json)
        return WRONG
    _tell(made, given, shown, as_json)
    if not dry_run:
        written = _write(workspace, name, made)
        _say(() if as_json else written)
    return FINE


def _refuse(workspace: Workspace, name: str) -> None:
    """Refuse a name that no session can have, or that one has."""
    if not NAME.fullmatch(name):
        hint = "small letters, digits and hyphens, such as my-group-2017"
        raise click.UsageError(f'"{name}" cannot be the name of a session ({hint})')
    if (workspace.sessions / name).exists():
        raise click.UsageError(f'there is a session "{name}" already')


def _made(
    workspace: Workspace, read: tuple[Published, ...], name: str, language: str
) -> Imported | Gathered:
    """The session of a report, or of several brought together."""
    paths = {path: workspace.sessions / path for path in SHARED_FILES}
    shared = {path: read_file(p) for path, p in paths.items() if p.exists()}
    request = Request(read[0], name, language, shared, workspace.templates())
    if len(read) > 1:
        return import_together(request, read)
    return import_report(request)


def _tell(
    made: Imported | Gathered,
    given: tuple[Given, ...],
    shown: tuple[str, ...],
    as_json: bool,
) -> None:
    """Tell what came of the files: problems, derived passages, pairs, counts."""
    each = (made,) if isinstance(made, Imported) else reports_of(made)
    files = tuple(zip(each, given, shown, strict=True))
    problems = tuple(
        problem
        for one, own, path in files
        for problem in (*own.problems, *problems_of(one, path))
    )
    pairs = () if isinstance(made, Imported) else tuple(pairs_of(made))
    if as_json:
        rows = [as_rows(one, own.published or NOTHING) for one, own, _ in files]
        found = rows[0] if len(rows) == 1 else {"reports": rows, "together": pairs}
        found["problems"] = [row_of(problem) for problem in problems]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    tell(problems)
    for one, own, _ in files:
        _say(lines_of(one, own.published or NOTHING))
    _say(pairs)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _write(
    workspace: Workspace, name: str, imported: Imported | Gathered
) -> Iterator[str]:
    """Write the session; what was written, by line."""
    folder = workspace.sessions
    files = {folder / name / path: data for path, data in imported.files.items()}
    files |= {folder / path: data for path, data in imported.shared.items()}
    written = write_set(files, workspace.root)
    next_step = f"next: `reportkit check {name}`, and look for `# look:` in its files"
    return iter((*map(workspace.show, written), next_step))
