"""`reportkit import`: a session out of a published or drafted report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from reportkit.cli.import_files import Given, read_given
from reportkit.cli.outcome import (
    FINE,
    MISUSED,
    UNOPENED,
    WRONG,
    row_of,
    tell,
)
from reportkit.disk import DiskError, read_file, write_set
from reportkit.edition.importing import Imported, Request, import_report
from reportkit.edition.importing_pairs import pairs_of, reports_of
from reportkit.edition.importing_terms import Missing, words_for
from reportkit.edition.importing_together import Gathered, import_together
from reportkit.edition.importing_told import (
    as_rows,
    lines_of,
    problems_of,
    sums_of,
)
from reportkit.edition.starting import NAME
from reportkit.edition.workspace import Workspace, find_workspace
from reportkit.languages.table import CODES
from reportkit.model.reading import SHARED_FILES
from reportkit.problems import Place, Problem
from reportkit.published.lines import Published
from reportkit.recover.writing import SIGN
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
    try:
        return _import(workspace, files, name, (language, changes), dry_run, as_json)
    except (DiskError, Refused) as fault:
        if as_json:
            tell((fault.problem,), as_json)
            return MISUSED if isinstance(fault, Refused) else UNOPENED
        raise


class Refused(click.UsageError):
    """A name that no session can be given; `problem` has it with its place."""

    def __init__(self, problem: Problem) -> None:
        hint = f" ({problem.hint})" if problem.hint else ""
        super().__init__(f"{problem.message}{hint}")
        self.problem = problem


def _import(
    workspace: Workspace,
    files: tuple[Path, ...],
    name: str,
    view: tuple[str, str],
    dry_run: bool,
    as_json: bool,
) -> int:
    """Make the session of files read in a `view`: a language, a side of changes."""
    _refuse(workspace, name)
    language, changes = view
    shown = tuple(workspace.show(path.absolute()) for path in files)
    given: tuple[Given, ...] = ()
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
        told = (problem for each in given for problem in each.problems)
        tell((*told, *(_placed(each, workspace) for each in wrong)), as_json)
        return WRONG
    _tell(made, given, shown, as_json)
    if not dry_run:
        written = _write(workspace, name, made)
        _say(() if as_json else written)
    return FINE


def _placed(problem: Problem, workspace: Workspace) -> Problem:
    """The problem with the path of a file that all sessions share, as it is shown."""
    place = problem.place
    if place.path not in SHARED_FILES:
        return problem
    path = workspace.show(workspace.sessions / place.path)
    return problem._replace(place=place._replace(path=path))


def _refuse(workspace: Workspace, name: str) -> None:
    """Refuse a name that no session can have, or that one has."""
    if not NAME.fullmatch(name):
        place = Place(workspace.show(workspace.sessions))
        hint = "small letters, digits and hyphens, such as my-group-2017"
        message = f'"{name}" cannot be the name of a session'
        raise Refused(Problem(place, message, hint))
    if (workspace.sessions / name).exists():
        place = Place(workspace.show(workspace.sessions / name))
        raise Refused(Problem(place, f'there is a session "{name}" already'))


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
    read = tuple(own.published or NOTHING for own in given)
    problems = tuple(
        problem
        for one, own, lines, path in zip(each, given, read, shown, strict=True)
        for problem in (*own.problems, *problems_of(one, path, lines, as_json))
    )
    pairs = () if isinstance(made, Imported) else tuple(pairs_of(made))
    files = tuple(zip(each, read, strict=True))
    if as_json:
        rows = [as_rows(one, lines) for one, lines in files]
        found = rows[0] if len(rows) == 1 else {"reports": rows, "together": pairs}
        found["problems"] = [row_of(problem) for problem in problems]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    # What did not come stands nearest the prompt; what did is told above it.
    _say(line for one in each for line in lines_of(one))
    _say(pairs)
    tell(problems)
    for (one, lines), path in zip(files, shown, strict=True):
        head = f"{path}: " if len(files) > 1 else ""
        _say(f"{head}{line}" for line in sums_of(one, lines))


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
    told = [_written(workspace.show(path), files[path]) for path in written]
    looks = any(_looks(data) for data in files.values())
    return iter((*told, *_next(name, looks)))


def _written(shown: str, data: bytes) -> str:
    """The path of a file, with its lines that a person should look at."""
    places = _looks(data)
    line = "lines" if len(places) > 1 else "line"
    return f"{shown}: look at {line} {', '.join(places)}" if places else shown


def _looks(data: bytes) -> list[str]:
    """The lines of a file where a person should look."""
    lines = enumerate(data.decode().splitlines(), 1)
    return [str(number) for number, line in lines if line.lstrip().startswith(SIGN)]


def _next(name: str, looks: bool) -> Iterator[str]:
    """What to do with a session that was made."""
    yield "next:"
    if looks:
        yield f"  look at the lines named above; `{SIGN} …` there says why"
    yield f"  reportkit check {name}   says where facts and words differ"
    yield f"  reportkit build {name}   prints it, to be held against the report"
