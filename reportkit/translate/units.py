"""The nouns of an exchange with translators: units, bundles, returns.

A unit is a passage on its way: its id is the passage's, or AMENDMENT.PASSAGE where
an amendment words it anew. Texts are as the sources write them, with marks; nothing
private is in them.
"""

from __future__ import annotations

from typing import NamedTuple

MISSING = ""
DRAFT, REVIEWED, APPROVED = "draft", "reviewed", "approved"
# From the least to the most that is left to do.
TYPOGRAPHIC, FIGURES, SUBSTANTIVE = "typographic", "figures", "substantive"
GRADES = (TYPOGRAPHIC, FIGURES, SUBSTANTIVE)


class Unit(NamedTuple):
    """A passage with its source and what there is of its translation.

    `state` is draft, reviewed or approved, empty where there is no target. `grade`
    says how far the source has changed since it was translated (empty: it has not),
    and `before` is the source as it was translated, where that is known. `number`
    is the passage's in the document that it stands in ("add1 1 (b)"), `heading` the
    title above it. A `locked` unit is a derived sentence: context, not to be
    translated.
    """

    id: str
    source: str
    target: str = ""
    state: str = MISSING
    grade: str = ""
    before: str = ""
    number: str = ""
    heading: str = ""
    locked: bool = False


class Bundle(NamedTuple):
    """What is sent to a translator: units of a session, from a language into another.

    `document` is empty where passages of all documents are meant. Languages are
    the codes of the project: en, fr, es, ru, zh, ar.
    """

    session: str
    source_language: str
    target_language: str
    units: tuple[Unit, ...]
    document: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the units that are to be translated."""
        return tuple(unit.id for unit in self.units if not unit.locked)


class Returned(NamedTuple):
    """A unit as it came back: `line` is where it stands in its file, from 1.

    `source` is what was translated, `target` the translation, both with the marks
    of the sources; a mark that a tool dropped is simply not there, one that it made
    up stands as `{?}`. `state` is empty where the file does not say. `sent` is the
    seal of the translation as it was sent, empty where the file does not tell.
    """

    id: str
    source: str
    target: str
    state: str = ""
    line: int = 1
    sent: str = ""


class Return(NamedTuple):
    """A file that came back: whose it says it is, and its units in order.

    `sent` are the ids that went out in it, where the file tells.
    """

    session: str
    source_language: str
    target_language: str
    units: tuple[Returned, ...]
    sent: tuple[str, ...] = ()
