"""The draft of a session as amendments quote it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reportkit.assemble.derived import derived_ids
from reportkit.model.amendments import Amendment
from reportkit.model.session import Session, words_of_session
from reportkit.revise.entries import Entry, entries_of
from reportkit.source.values import Text


class Draft(NamedTuple):
    """The draft as amendments quote it: texts by language and id, and entries.

    `made` holds, by id, what an amendment makes.
    """

    session: Session
    texts: Mapping[str, Mapping[str, Text]]
    entries: Mapping[str, Entry]
    derived: frozenset[str]
    made: Mapping[str, Amendment]


def draft_of(session: Session) -> Draft:
    """The draft of a session, with all that amendments would make of it."""
    written = {str(words.id): words.text for words in words_of_session(session)}
    makers = [each for each in session.amendments if each.made]
    inserted = {str(e.made): e.words for e in makers if e.action == "insert" and e.open}
    texts = {
        code: {str(id): each.text for id, each in known.items() if each.text}
        for code, known in session.translations.items()
    }
    return Draft(
        session,
        {**texts, session.facts.written_in: {**inserted, **written}},
        {str(entry.id): entry for entry in entries_of(session.manuscripts)},
        frozenset(derived_ids(session)),
        {str(each.made): each for each in makers},
    )
