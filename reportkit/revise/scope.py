"""Where a change holds that is made throughout: a chapter, a passage, the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportkit.model.amendments import EVERYWHERE
from reportkit.model.session import Session, words_of_manuscript
from reportkit.revise.quotation import occurrences, stand_alone


def scope_of(session: Session, name: str) -> frozenset[str] | None:
    """The ids below a chapter or a passage; None for all there are."""
    if name == EVERYWHERE:
        return None
    of_chapter = (m for m in session.manuscripts if m.chapter == name)
    ids = {str(w.id) for m in of_chapter for w in words_of_manuscript(m)}
    return frozenset(ids or {name})


def places_in(
    texts: Mapping[str, str], quoted: str, ids: frozenset[str] | None
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where quoted words stand in some texts: ids, with starts and ends.

    Where they stand by themselves anywhere, parts of longer words are other words.
    """
    known = {
        id: (text, occurrences(text, quoted))
        for id, text in texts.items()
        if ids is None or id in ids
    }
    alone = any(stand_alone(text, found) for text, found in known.values())
    for id, (text, found) in known.items():
        yield from (
            (id, each) for each in (stand_alone(text, found) if alone else found)
        )
