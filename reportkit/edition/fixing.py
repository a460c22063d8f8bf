"""What `check --fix` writes: pasted prose split, ids given, States by their codes.

Bytes come in by path and go out by path; nothing is written here. A session is
read again afterwards, and only given out if it says what it said before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from reportkit.edition.state_places import STATES, entries
from reportkit.edition.workspace import SessionFiles
from reportkit.model.passages import Manuscript, Passage, Point, Subpoint
from reportkit.model.reading import read_session
from reportkit.model.session import Session
from reportkit.model.state_codes import Coder
from reportkit.problems import Place, Problem
from reportkit.source.editing import (
    Edit,
    add,
    after_colon,
    apply,
    put_first,
    replace,
    wrap,
)
from reportkit.source.emission import Prose, emit_items
from reportkit.source.extents import BLOCKS, CannotEdit, Source, open_source
from reportkit.source.values import Mapping as Values
from reportkit.source.values import Sequence, Text, Value

KINDS = ("ids", "split", "codes")


@dataclass(frozen=True, slots=True)
class Fix:
    """Something that was done to a file, at a place of the file as it was."""

    place: Place
    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The files that change, by path, and what was done.

    `files` are below the session's folder, `shared` below sessions/. `problems`
    say what kept a file from being mended.
    """

    files: Mapping[str, bytes]
    shared: Mapping[str, bytes]
    fixes: tuple[Fix, ...]
    problems: tuple[Problem, ...]


def fix(given: SessionFiles, only: tuple[str, ...] = KINDS) -> Fixed:
    """The files of a session mended; a second time, nothing changes."""
    session, problems = _read(given)
    if session is None:
        return Fixed({}, {}, (), _errors(problems))
    mender = _Mender(given)
    if "codes" in only:
        mender.codes(Coder((), tuple(session.names.organizations), _nothing))
    # An id follows from the whole session, so that has to be read without a loss.
    lost = tuple(p for p in _errors(problems) if p.place.path in _read_for_ids(given))
    if not lost:
        mender.words(session, only)
    found = (*lost, *mender.problems)
    fixed = Fixed(mender.files, mender.shared, tuple(mender.fixes), found)
    return _held_against(given, session, fixed)


def _read(given: SessionFiles) -> tuple[Session | None, tuple[Problem, ...]]:
    return read_session(given.folder.name, given.files, given.shared, given.shown)


def _errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(each for each in problems if each.severity == "error")


def _nothing(problem: Problem) -> None:
    """Unknown names are told when the session is read."""


def _read_for_ids(given: SessionFiles) -> frozenset[str]:
    """The files, as people see them, that ids are given in or follow from."""
    facts = ("session.yaml", "agenda.yaml", "papers.yaml")
    paths = (path for path in given.files if "/" in path or path in facts)
    return frozenset(given.shown.get(path, path) for path in paths)


def _held_against(given: SessionFiles, before: Session, fixed: Fixed) -> Fixed:
    """What was done, unless the session would say something else than before."""
    files = {**given.files, **fixed.files}
    shared = {**given.shared, **fixed.shared}
    after, _ = _read(given._replace(files=files, shared=shared))
    if after == before:
        return fixed
    place = Place(given.shown.get("session.yaml", "session.yaml"))
    message = "mending would change what this session says, so nothing was mended"
    hint = "this is a mistake of the program: please report it with these files"
    return Fixed({}, {}, (), (Problem(place, message, hint),))


class _Mender:
    """Mends the files of one session; collects what was done."""

    def __init__(self, given: SessionFiles) -> None:
        self.given = given
        self.files: dict[str, bytes] = {}
        self.shared: dict[str, bytes] = {}
        self.fixes: list[Fix] = []
        self.problems: list[Problem] = []

    def words(self, session: Session, only: tuple[str, ...]) -> None:
        """Split the prose of the manuscripts, and give ids."""
        folder = f"{session.facts.written_in}/"
        paths = sorted(path for path in self.given.files if path.startswith(folder))
        for path, manuscript in zip(paths, session.manuscripts, strict=True):
            self._mend(path, partial(_of_manuscript, manuscript, only))

    def codes(self, coder: Coder) -> None:
        """Put codes for the names of States in the files of facts."""
        for path, named in STATES.items():
            self._mend(path, partial(_codes, coder, named))

    def _mend(self, path: str, find: Callable[[Source], Iterator[Fix]]) -> None:
        shared = path in self.given.shared
        given, made = (
            (self.given.shared, self.shared)
            if shared
            else (self.given.files, self.files)
        )
        if path not in given:
            return
        try:
            source = open_source(given[path], self.given.shown.get(path, path))
            fixes = tuple(find(source))
            if fixes:
                edits = (edit for each in fixes for edit in each.edits)
                made[path] = apply(source, edits)
                self.fixes += fixes
        except CannotEdit as fault:
            self.problems.append(fault.problem)


def _of_manuscript(
    manuscript: Manuscript, only: tuple[str, ...], source: Source
) -> Iterator[Fix]:
    """The fixes of a file, given its manuscript with every id in it."""
    top = source.top
    passages = tuple(entries(top.get(Text("passages"))))
    if "ids" in only:
        title = top.get(Text("title"))
        if title and manuscript.title:
            yield from _id(source, title, top, manuscript.title.id)
        # What comes after these was pasted.
        for (value, holder), passage in zip(
            passages, manuscript.passages, strict=False
        ):
            yield from _ids(source, value, holder or top, passage)
    prose = top.get(Text("text"))
    pasted = manuscript.passages[len(passages) :]
    if "split" in only and pasted and isinstance(prose, Text):
        yield _split(source, prose, pasted)


def _ids(
    source: Source,
    value: Value,
    holder: Values | Sequence,
    noun: Passage | Point | Subpoint,
) -> Iterator[Fix]:
    """The ids that a passage or a point lacks, and those below it."""
    yield from _id(source, value, holder, noun.id)
    if isinstance(value, Values) and not isinstance(noun, Subpoint):
        below = entries(value.get(Text("points")))
        points: tuple[Point | Subpoint, ...] = noun.points
        for (each, above), point in zip(below, points, strict=True):
            yield from _ids(source, each, above or value, point)


def _id(
    source: Source, value: Value, holder: Values | Sequence, id: str
) -> Iterator[Fix]:
    """The id of one of them; nothing where it stands there, or all is empty."""
    if isinstance(value, Text) and value:
        edit = wrap(source, value, holder, f"id: {id}", "text")
    elif not isinstance(value, Values) or not value or value.get(Text("id")):
        return
    elif Text("id") in value:
        edit = replace(source, value[Text("id")], id)
    else:
        edit = put_first(source, value, "id", id)
    yield Fix(value.place, f"the id `{id}` was given", (edit,))


def _split(source: Source, prose: Text, passages: tuple[Passage, ...]) -> Fix:
    """Passages in place of a file's pasted prose, or after those that it has."""
    if source.is_flow(source.top):
        raise CannotEdit(prose.place, "this text stands in braces")
    key = next(key for key in source.top if key == "text")
    entries = [_entry(each) for each in passages]
    count = f"{len(entries)} passage" + "s" * (len(entries) > 1)
    message = f"the text was split into {count}"
    comment, end = _comment_and_end(source, prose)
    if Text("passages") in source.top:
        gone = _without(source, key, comment, end)
        return Fix(key.place, message, (gone, *add(source, "passages", entries)))
    lines = emit_items(entries, key.column + 1).removesuffix("\n")
    edit = Edit(key.start, end, f"passages:{comment}\n{lines}")
    return Fix(key.place, message, (edit,))


def _comment_and_end(source: Source, prose: Text) -> tuple[str, int]:
    """The comment beside a text, and where the text's last line ends."""
    end = source.end_of(prose)
    if prose.style in BLOCKS:
        beside = source.text[prose.start : source.line_end(prose.start)]
        beside = beside.lstrip("|>+-0123456789")
    else:
        beside = source.text[end : source.line_end(end)]
        end = source.line_end(end)
    above = source.text[after_colon(source, source.top, prose) : prose.start]
    comments = (each.strip() for each in (above, beside))
    told = " ".join(each for each in comments if each)
    return (f"  {told}" if told else ""), end


def _without(source: Source, key: Text, comment: str, end: int) -> Edit:
    """The edit that takes a key away; a comment beside it keeps its line."""
    start = source.line_start(key.start)
    if comment:
        return Edit(key.start, end, comment.strip())
    after = source.text[end : end + 2]
    return Edit(start, end + (2 if after == "\r\n" else len(after[:1])), "")


def _entry(passage: Passage) -> dict[str, Any]:
    """A passage of pasted prose as it is written in a file."""
    kind = "heading" if passage.heading else "text"
    made: dict[str, Any] = {"id": str(passage.id), kind: Prose(passage.words)}
    if passage.points:
        if passage.list != "points":
            made["list"] = str(passage.list)
        made["points"] = [_point(each) for each in passage.points]
    return made


def _point(point: Point | Subpoint) -> dict[str, Any]:
    made: dict[str, Any] = {"id": str(point.id), "text": Prose(point.text)}
    if isinstance(point, Point) and point.points:
        made["points"] = [_point(each) for each in point.points]
    return made


def _codes(
    coder: Coder, named: Callable[[Values], Iterator[Value]], source: Source
) -> Iterator[Fix]:
    """Codes in place of names that stand for one State alone."""
    for text in named(source.top):
        code = coder.member(text) if isinstance(text, Text) else text
        if isinstance(text, Text) and code != text:
            edit = replace(source, text, str(code))
            yield Fix(text.place, f'"{text}" is now {code}', (edit,))
