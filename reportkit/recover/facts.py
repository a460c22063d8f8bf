"""The nouns of what a paragraph of a published report says: facts, as they are read.

Each is what one sentence or list gives. Whether it is right is shown later: the
session that is made of it has to print the same paragraph again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class KnownBody(NamedTuple):
    """A body that met: its id, its full name, what it is called for short."""

    id: str
    name: str
    short: str = ""


class KnownItem(NamedTuple):
    """An item of the agenda: its number with each body that had it, its title."""

    id: str
    title: str
    numbers: Mapping[str, str]
    joint: bool = False


class Context(NamedTuple):
    """What is known of a report when its sentences are read.

    `first` and `last` are the days of the meetings, `body` the body of the group
    that a paragraph stands in, if it stands in one. `organizations` are the names
    of organizations that are known beforehand.
    """

    language: str
    first: date
    last: date
    bodies: tuple[KnownBody, ...]
    items: tuple[KnownItem, ...]
    body: str = ""
    organizations: frozenset[str] = frozenset()


class Held(NamedTuple):
    """How many meetings a body held, and how many of them jointly; 0 if not said."""

    body: str
    meetings: int
    first: date | None = None
    last: date | None = None
    joint: int = 0
    jointly_with: tuple[str, ...] = ()


class Took(NamedTuple):
    """What was taken up at meetings: numbers by body, days, items.

    A meeting without a number is told by how many there were (`several`). `part` is
    morning or afternoon, where a meeting is named by it.
    """

    numbers: Mapping[str, tuple[int, ...]]
    days: tuple[date, ...]
    items: tuple[str, ...]
    several: int = 0
    part: str = ""


class Person(NamedTuple):
    """Somebody named: the name, the State by its code, what they were.

    `role` is "chair", "vice-chair", "rapporteur", "leader" (led the discussion),
    "expert", "representative", "secretariat".
    """

    name: str
    state: str
    role: str
    item: str = ""
    bodies: tuple[str, ...] = ()


class Spoke(NamedTuple):
    """Who made statements, or presentations, under which items.

    `by` are codes of States in the order given, ids of bodies or organizations by
    name otherwise (`names`); `capacity` is that of statements.yaml ("" for States
    parties, "signatory" …); `kind` is "statement" or "presentation". `unread` are
    the names of the list that nobody knows.
    """

    items: tuple[str, ...]
    by: tuple[str, ...]
    names: tuple[str, ...] = ()
    capacity: str = ""
    kind: str = "statement"
    body: str = ""
    unread: tuple[str, ...] = ()


class Attended(NamedTuple):
    """Who attended in a category of participants.yaml: codes, or names.

    `unread` are the names of the list that are no fact: of no State that is known,
    or of somebody beside the States.
    """

    category: str
    codes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class Adopted(NamedTuple):
    """The adoption of an agenda ("agenda") or of the report ("report").

    `manner` is "orally-amended" or empty.
    """

    what: str
    body: str = ""
    meeting: int = 0
    on: date | None = None
    manner: str = ""


Fact = Held | Took | Person | Spoke | Attended | Adopted


class Read(NamedTuple):
    """What a paragraph says, and the characters of it that nothing was made of.

    `rest` is empty where all of it was understood as set words of its kind; it is
    what a person should look at otherwise.
    """

    kind: str
    facts: tuple[Fact, ...]
    rest: str = ""
