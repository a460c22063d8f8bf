"""`reportkit pull`: proposals out of a Word file that people edited."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from reportkit.cli.outcome import FINE, WRONG, row_of, tell
from reportkit.cli.sessions import SessionName, chosen, workspace_here
from reportkit.disk import write_set
from reportkit.edition.edited_copy import Copy, beside, read_copy
from reportkit.edition.proposers import proposers
from reportkit.edition.pulled_queries import Row
from reportkit.edition.pulling import Given, Taken, take
from reportkit.edition.workspace import SessionFiles, Workspace, read_files
from reportkit.intake.proposals import Untaken
from reportkit.model.reading import read_session
from reportkit.opc.child import open_in_child
from reportkit.opc.word_file import WordFile
from reportkit.problems import Place, Problem, warning
from reportkit.source.extents import CannotEdit

SURE = 0.995


@click.command("pull")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into", "session", type=SessionName(), required=True, help="The session."
)
@click.option("--document", default="", help="Of which document it is a copy.")
@click.option("--language", "-l", default="", help="The language it is in.")
@click.option("--by", multiple=True, help="Who proposes all of it; by commas.")
@click.option("--meeting", default="", help="The meeting at which it is proposed.")
@click.option("--dry-run", is_flag=True, help="Tell the same and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(
    file: Path,
    session: str,
    document: str,
    language: str,
    by: tuple[str, ...],
    meeting: str,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Record what people changed in a Word file as pending amendments.

    FILE is a draft, an addendum, a merged draft, a final or a comparison that
    `build` or `compare` wrote and people edited, with tracked changes or without.
    Each change is a proposal with its author and day, each comment a query, and
    nothing that the sources say is changed. The same file adds nothing twice.

    \b
    Example:
      reportkit pull ~/Desktop/draft.docx --into ctoc-wg-2017 --dry-run
      reportkit pull ~/Desktop/draft.docx --into ctoc-wg-2017 --by FRA --meeting m9
    """
    workspace = workspace_here()
    (name,) = chosen(workspace, (session,))
    shown = workspace.show(file.absolute())
    opened = open_in_child(file, shown)
    tell(opened.problems)
    if opened.word is None:
        return opened.code
    files = read_files(workspace, workspace.sessions / name)
    taken, problems = _taken(
        opened.word, Copy(document, language), workspace, files, (by, meeting), shown
    )
    if taken is None:
        tell(problems, as_json)
        return WRONG
    if not dry_run and taken.files:
        folder = workspace.sessions / name
        made = {folder / path: data for path, data in taken.files.items()}
        write_set(made, workspace.root)
    problems = (*problems, *_untaken(taken, shown))
    if as_json:
        click.echo(json.dumps(_as_rows(taken, problems), ensure_ascii=False, indent=1))
        return FINE
    tell(problems)
    for line in _report(taken, shown, dry_run):
        click.echo(line)
    return FINE


def _taken(
    word: WordFile,
    asked: Copy,
    workspace: Workspace,
    files: SessionFiles,
    proposed: tuple[tuple[str, ...], str],
    shown: str,
) -> tuple[Taken | None, tuple[Problem, ...]]:
    """What a file comes to, or why nothing can be made of it."""
    session, problems = read_session(
        files.folder.name, files.files, files.shared, files.shown
    )
    if session is None:
        return None, problems
    copy, found = read_copy(word, session, asked, shown)
    by, unknown = proposers(session, proposed[0])
    if proposed[1] and proposed[1] not in session.facts.meetings:
        known = ", ".join(session.facts.meetings)
        message = f'there is no meeting "{proposed[1]}"'
        unknown = (*unknown, Problem(Place("--meeting"), message, f"known: {known}"))
    if copy is None or unknown:
        return None, (*found, *unknown)
    sides, wrong = beside(word, copy, files, workspace.templates())
    if sides is None:
        return None, (*found, *wrong)
    try:
        given = Given(by, proposed[1])
        return take(word, sides, files, workspace.templates(), given), found
    except CannotEdit as fault:
        return None, (*found, fault.problem)


def _untaken(taken: Taken, shown: str) -> Iterator[Problem]:
    for each in taken.untaken:
        yield warning(_place(shown, each), each.message, each.hint, "not-taken")


def _place(shown: str, each: Untaken) -> Place:
    return Place(shown, each.paragraph) if each.paragraph else Place(shown)


def _report(taken: Taken, shown: str, dry_run: bool) -> Iterator[str]:
    for row in (*taken.proposals, *taken.queries, *taken.drafts):
        yield _line(row, shown)
    for id, paragraph, sure in taken.by_words:
        share = "word for word" if sure > SURE else f"{sure:.0%} of its words"
        yield f"{shown}:{paragraph}: {id} had no bookmark, found by its text ({share})"
    counts = (
        _count(len(taken.proposals), "proposal"),
        _count(len(taken.queries), "query", "queries"),
        _count(len(taken.drafts), "translation"),
        f"{len(taken.untaken)} not taken",
    )
    known = f"; {taken.known} recorded before" if taken.known else ""
    end = " (nothing is written: --dry-run)" if dry_run else ""
    yield f"{', '.join(counts)}{known}{end}"


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def _line(row: Row, shown: str) -> str:
    place = f"{shown}:{row.paragraph}: " if row.paragraph else f"{shown}: "
    where = ", ".join(filter(None, (row.number, row.source)))
    number = f" ({where})" if where else ""
    author = f"; {row.author}" if row.author else ""
    note = f"\n    note: {row.told}" if row.told else ""
    return f"{place}{f'{row.id} ' if row.id else ''}{row.what}{number}{author}{note}"


def _as_rows(taken: Taken, problems: tuple[Problem, ...]) -> dict[str, object]:
    return {
        "proposals": [row._asdict() for row in taken.proposals],
        "queries": [row._asdict() for row in taken.queries],
        "translations": [row._asdict() for row in taken.drafts],
        "found_by_words": [
            {"passage": id, "paragraph": paragraph, "share": round(sure, 3)}
            for id, paragraph, sure in taken.by_words
        ],
        "recorded_before": taken.known,
        "problems": [row_of(each) for each in problems],
    }
