"""What an edited file comes to: proposals, questions, drafts, and what was not taken.

Nothing is recorded here, and nothing has an id yet but new passages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reportkit.assemble.derived import opening_id
from reportkit.intake.segments import NOBODY, Author
from reportkit.model.amendments import Amendment, Query
from reportkit.revise.drafted import Draft
from reportkit.revise.entries import entries_of
from reportkit.source.values import Text

Fields = Mapping[str, str]


class Proposal(NamedTuple):
    """An amendment that somebody made by editing.

    `fields` are those of amendments.yaml that say what is changed; `paragraph` is
    the number of the paragraph in the file, 0 for a note or where it is gone.
    `words` is a new passage's text in the file's language, where that is not the
    original's. `told` says more of how it was found.
    """

    fields: Fields
    by: Author = NOBODY
    paragraph: int = 0
    comment: str = ""
    words: str = ""
    told: str = ""


class Asked(NamedTuple):
    """A comment, as a question on a passage."""

    passage: str
    quote: str
    text: str
    by: str
    paragraph: int = 0


class Translated(NamedTuple):
    """A translation typed where the original had stood in for it."""

    passage: str
    text: str
    paragraph: int = 0


class Untaken(NamedTuple):
    """Something in the file that nothing was made of, and why."""

    paragraph: int
    message: str
    hint: str = ""


class Pulled(NamedTuple):
    """All that an edited file comes to.

    `by_words` are the passages found by what they say, with the share of their
    words that is the same; `known` counts what was recorded from it before.
    """

    proposals: tuple[Proposal, ...] = ()
    asked: tuple[Asked, ...] = ()
    translated: tuple[Translated, ...] = ()
    untaken: tuple[Untaken, ...] = ()
    by_words: tuple[tuple[str, int, float], ...] = ()
    known: int = 0


class Sources(NamedTuple):
    """The sources that a file is read against.

    `printed` are the texts, marks and all, that the document was printed from, in
    its language; `draft` has those that amendments quote. `stems` are what ids
    begin with beside a passage, `taken` the ids that no new passage can have. `changed`
    are passages that the sources have otherwise than the document as it was issued.
    """

    draft: Draft
    language: str
    printed: Mapping[str, Text]
    amendments: tuple[Amendment, ...]
    queries: tuple[Query, ...]
    fingerprints: frozenset[str]
    taken: frozenset[str]
    stems: Mapping[str, str]
    changed: frozenset[str] = frozenset()

    @property
    def openings(self) -> Mapping[str, str]:
        """The id of the derived opening that each passage may begin with."""
        summaries = (
            (str(manuscript.item or next(iter(manuscript.items), "")), manuscript)
            for manuscript in self.draft.session.manuscripts
        )
        return {
            str(entry.id): opening_id(item)
            for item, manuscript in summaries
            if item
            for entry in entries_of((manuscript,))
        }

    @property
    def original(self) -> str:
        """The language that the session is written in."""
        return str(self.draft.session.facts.written_in)

    @property
    def known(self) -> frozenset[str]:
        """Every passage that a question can be asked on."""
        draft = self.draft
        written = draft.texts.get(self.original, {})
        return frozenset({*draft.entries, *written, *draft.derived})

    @property
    def is_translation(self) -> bool:
        """Whether the file is in another language than the original."""
        return self.language != self.original
