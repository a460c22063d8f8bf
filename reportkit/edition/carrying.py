"""Standing texts of an earlier session, carried over and marked to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.edition.state_places import entries
from reportkit.edition.workspace import SessionFiles
from reportkit.languages.table import CODES
from reportkit.model.marks import Piece, pieces_of
from reportkit.model.passages import Manuscript, Passage
from reportkit.model.reading import chapter_of_path
from reportkit.model.session import Session, words_of_passage
from reportkit.source.editing import Edit, apply, comment_above
from reportkit.source.extents import CannotEdit, Source, open_source
from reportkit.source.values import Text, Value

CHAPTER = "introduction"
SCHEMA = "# yaml-language-server: $schema="
# The marks that point to something of their session alone.
OF_SESSION = ("item", "paper")
OF_PASSAGES = ("ref", "note")


@dataclass(frozen=True, slots=True)
class Carrying:
    """What is carried: from which session, and what the new one has.

    `bodies` and `documents` are ids of the new session.
    """

    old: Session
    bodies: tuple[str, ...]
    documents: tuple[str, ...]


def carry(carrying: Carrying, given: SessionFiles) -> dict[str, bytes]:
    """The files of the introduction, by path, in every language that has it.

    Above each passage stands a comment; one that points to what the new session
    does not have is made a comment itself, and so are its translations.
    """
    kept = _kept(carrying)
    made: dict[str, bytes] = {}
    for path, data in given.files.items():
        language, _, rest = path.partition("/")
        if language in CODES and rest and chapter_of_path(rest) == CHAPTER:
            source = _opened(data, given.shown.get(path, path))
            if source and _has_part(source, carrying.documents):
                edits = _edits(source, carrying, kept, language)
                own = language == carrying.old.facts.written_in
                made[path] = apply(source, (*_schema_line(source, path, own), *edits))
    return made


def _opened(data: bytes, path: str) -> Source | None:
    """A file open for edits; a file that is wrong is not carried over."""
    try:
        return open_source(data, path)
    except CannotEdit:
        return None


def _has_part(source: Source, documents: tuple[str, ...]) -> bool:
    return source.top.get(Text("in"), "") in ("", *documents)


def _schema_line(source: Source, path: str, own: bool) -> tuple[Edit, ...]:
    """The edit that names the file's schema for editors, if nothing does yet."""
    if source.text.startswith(SCHEMA):
        return ()
    name = "manuscript" if own else "translation"
    up = "../" * (path.count("/") + 1)
    return (Edit(0, 0, f"{SCHEMA}{up}.schema/{name}.json\n"),)


def _introduction(session: Session) -> Iterator[Manuscript]:
    return (each for each in session.manuscripts if each.chapter == CHAPTER)


def _kept(carrying: Carrying) -> frozenset[str]:
    """The ids of the texts that say the same in the new session."""
    files = tuple(_introduction(carrying.old))
    passages = [each for manuscript in files for each in manuscript.passages]
    notes = {str(note.id) for manuscript in files for note in manuscript.notes}
    while True:
        ids = frozenset(id for each in passages for id in _ids(each)) | notes
        left = [each for each in passages if not _points_outside(each, carrying, ids)]
        if len(left) == len(passages):
            return ids
        passages = left


def _ids(passage: Passage) -> Iterator[str]:
    yield str(passage.id)
    yield from (str(words.id) for words in words_of_passage(passage))


def _points_outside(passage: Passage, carrying: Carrying, ids: frozenset[str]) -> bool:
    if passage.part not in ("", *carrying.documents):
        return True
    texts = (words.text for words in words_of_passage(passage))
    pieces = (piece for text in texts for piece in pieces_of(text))
    return any(_is_outside(piece, carrying, ids) for piece in pieces)


def _is_outside(piece: Piece, carrying: Carrying, ids: frozenset[str]) -> bool:
    if piece.kind == "dates":
        return piece.argument not in carrying.bodies
    unknown = piece.kind in OF_PASSAGES and piece.argument not in ids
    return unknown or piece.kind in OF_SESSION


def _edits(
    source: Source, carrying: Carrying, kept: frozenset[str], language: str
) -> Iterator[Edit]:
    name = carrying.old.name
    if language != carrying.old.facts.written_in:
        for key, value in source.top.items():
            yield from _marked(source, name, key.start, value, key in kept)
        return
    passages = _passages(source, carrying.old)
    values = entries(source.top.get(Text("passages")))
    for (value, _), passage in zip(values, passages, strict=False):
        start = source.index(value.place)
        yield from _marked(source, name, start, value, passage.id in kept)
    for key, value in source.top.items():
        if key == "text" and value:
            pasted = all(each.id in kept for each in passages)
            yield from _marked(source, name, key.start, value, pasted)


def _passages(source: Source, old: Session) -> tuple[Passage, ...]:
    path = source.file.path
    files = (each for each in _introduction(old) if each.place.path == path)
    return tuple(passage for each in files for passage in each.passages)


def _marked(
    source: Source, name: str, start: int, value: Value, kept: bool
) -> Iterator[Edit]:
    """The comment above a passage; one that is not kept becomes a comment itself."""
    if kept:
        yield comment_above(source, start, f"carried over from {name}: confirm")
        return
    why = f"left out: it points to what only {name} has"
    yield comment_above(source, start, why)
    at = source.line_start(start)
    text = source.text[at : source.end_of(value)]
    pad = len(text) - len(text.lstrip(" "))
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Edit(at + pad, at + pad, "# ")
        at += len(line)
