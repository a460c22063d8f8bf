"""Ids that stand for two things, and ids of cells that are too long."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.checked import Checked
from reportkit.check.derived import derived_ids
from reportkit.check.references import place_of
from reportkit.model.minting import MAX
from reportkit.model.passages import Grid, Passage
from reportkit.model.session import Session, words_of_table
from reportkit.problems import Place, Problem


def ids_of_facts(session: Session) -> Iterator[tuple[str, Place]]:
    """The ids of items, sub-items and papers: titles are under them."""
    for item in session.agenda.items:
        yield item.id, item.id.place
        yield from ((id, id.place) for id in item.sub)
    yield from ((paper.id, paper.id.place) for paper in session.papers.papers)


def ids_of_titles(session: Session) -> Iterator[tuple[str, Place]]:
    for manuscript in session.manuscripts:
        yield from ((id, id.place) for id in manuscript.titles)


def ids_of_passages(session: Session) -> Iterator[tuple[str, Place]]:
    """The ids of passages, points, notes, annexes and tables' cells."""
    for manuscript in session.manuscripts:
        if manuscript.title:
            title = manuscript.title
            yield title.id, place_of(title.id, title.place)
        for passage in manuscript.passages:
            if not passage.derived:
                yield from _ids_of_passage(passage)
        yield from ((note.id, note.id.place) for note in manuscript.notes)


def _ids_of_passage(passage: Passage) -> Iterator[tuple[str, Place]]:
    yield passage.id, place_of(passage.id, passage.place)
    for point in passage.points:
        yield point.id, place_of(point.id, point.place)
        yield from ((each.id, place_of(each.id, each.place)) for each in point.points)
    if passage.table:
        yield from _ids_of_cells(passage.id, passage.table)


def _ids_of_cells(id: str, table: Grid) -> Iterator[tuple[str, Place]]:
    return ((words.id, words.text.place) for words in words_of_table(id, table))


def ids_twice(checked: Checked) -> Iterator[Problem]:
    """Ids given twice; a title has the id of its item, and may have it once."""
    session = checked.session
    derived = dict.fromkeys(derived_ids(session), session.facts.place)
    known: dict[str, Place] = {}
    for id, place in (*ids_of_facts(session), *ids_of_passages(session)):
        if id in derived:
            message = f"`{id}` is the id of a passage that the facts give"
            yield Problem(place, message, "choose another id")
        else:
            yield from _twice(id, place, known)
    titles: dict[str, Place] = {}
    of_facts = {str(id) for id, _ in ids_of_facts(session)}
    for id, place in ids_of_titles(session):
        yield from _twice(id, place, titles if id in of_facts else known)


def _twice(id: str, place: Place, known: dict[str, Place]) -> Iterator[Problem]:
    first = known.setdefault(str(id), place)
    if first != place:
        message = f"the id `{id}` is given twice"
        yield Problem(place, message, f"the other one is at {first}")


def long_cells(checked: Checked) -> Iterator[Problem]:
    """Ids of cells that are longer than an id may be."""
    for manuscript in checked.session.manuscripts:
        for passage in manuscript.passages:
            cells = _ids_of_cells(passage.id, passage.table) if passage.table else ()
            for id, place in cells:
                if len(id) > MAX:
                    message = f"the id of this cell, `{id}`, has {len(id)} characters"
                    hint = f"shorten the ids of the table, row and column to {MAX}"
                    yield Problem(place, message, hint)
