"""Manuscripts made complete: prose split into passages, every passage with an id."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.model.fields import replaced
from reportkit.model.minting import mint
from reportkit.model.passages import Manuscript, Passage, Point, Subpoint, Title
from reportkit.model.prose import passages_of_prose
from reportkit.model.session import words_of_table
from reportkit.problems import Place
from reportkit.source.values import Text, text_at


def complete(
    manuscripts: Iterable[Manuscript], taken: Iterable[str]
) -> tuple[Manuscript, ...]:
    """The manuscripts with their prose split and with an id on every passage.

    `taken` are ids given elsewhere; the ids that authors wrote are known
    before the first one is minted.
    """
    split = tuple(map(_with_prose_split, manuscripts))
    minter = Minter({*taken, *(id for each in split for id in given_ids(each))})
    return tuple(minter.manuscript(each) for each in split)


def _with_prose_split(manuscript: Manuscript) -> Manuscript:
    if not manuscript.text:
        return manuscript
    pasted = passages_of_prose(manuscript.text)
    return replaced(manuscript, passages=(*manuscript.passages, *pasted), text=Text(""))


def given_ids(manuscript: Manuscript) -> Iterable[str]:
    """The ids that stand in a manuscript."""
    yield from manuscript.titles
    if manuscript.title:
        yield manuscript.title.id
    yield from (note.id for note in manuscript.notes)
    for passage in manuscript.passages:
        yield passage.id
        for point in passage.points:
            yield point.id
            yield from (each.id for each in point.points)
        if passage.table:
            yield from (words.id for words in words_of_table(passage.id, passage.table))


def stem_of(manuscript: Manuscript) -> str:
    """What the ids of a file's passages begin with."""
    if manuscript.taken_up:
        return manuscript.taken_up[0]
    short = {"recommendations": "rec", "introduction": "intro", "annexes": "annex"}
    return short.get(manuscript.chapter, str(manuscript.chapter) or "passage")


class Minter:
    """Gives ids, each once."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken

    def manuscript(self, manuscript: Manuscript) -> Manuscript:
        stem = stem_of(manuscript)
        title = manuscript.title
        if title and not title.id:
            id = self._id(stem, title.text, title.place)
            title = Title(title.text, id, title.place)
        passages = tuple(self._passage(stem, each) for each in manuscript.passages)
        return replaced(manuscript, title=title, passages=passages)

    def _passage(self, stem: str, passage: Passage) -> Passage:
        if passage.derived:
            return replaced(passage, id=passage.derived)
        if passage.id and all(map(_has_ids, passage.points)):
            return passage
        words = passage.words or (passage.table and passage.table.caption) or ""
        id = passage.id or self._id(stem, words, passage.place)
        points = tuple(self._point(stem, each) for each in passage.points)
        return replaced(passage, id=id, points=points)

    def _point(self, stem: str, point: Point) -> Point:
        id = point.id or self._id(stem, point.text, point.place)
        below = tuple(
            each if each.id else self._subpoint(stem, each) for each in point.points
        )
        return replaced(point, id=id, points=below)

    def _subpoint(self, stem: str, point: Subpoint) -> Subpoint:
        return replaced(point, id=self._id(stem, point.text, point.place))

    def _id(self, stem: str, text: str, place: Place) -> Text:
        id = mint(stem, text, self.taken)
        self.taken.add(id)
        return text_at(id, place)


def _has_ids(point: Point) -> bool:
    return bool(point.id) and all(each.id for each in point.points)
