"""What a report comes to, before it is written: its facts, and which lines they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from reportkit.model.names import Instruments, Names
from reportkit.published.lines import Line
from reportkit.recover.agenda_of import Agenda
from reportkit.recover.front_of import NO_JOB, Front, Job
from reportkit.recover.meetings_of import Meetings
from reportkit.recover.naming import Asked, Ids, Register
from reportkit.recover.outline_of import Chunk
from reportkit.recover.proceedings_of import Papers, Spoken
from reportkit.recover.reading import Reader, Said, facts_of
from reportkit.recover.terms import Terms


class Source(NamedTuple):
    """A report as it was read, and what is known beside it.

    `ids` are those that another document of the session gave.
    """

    lines: tuple[Line, ...]
    terms: Terms
    names: Names
    instruments: Instruments
    read: Reader
    left: tuple[str, ...] = ()
    ids: Mapping[Asked, str] = MappingProxyType({})


@dataclass(slots=True)
class Recovered:
    """What a report comes to; `lines` and `derived` are the lines that passages are.

    `derived` have the words of the report, by the ids of derived passages; `states`
    the States that they list, in the order of the report. `own` are the chapters that
    are set passage by passage, `headed` the ids of headings by their places among the
    chunks; `outlined` says that the session has an outline of its own.
    """

    front: Front
    days: dict[str, tuple[date, date]]
    register: Register
    agenda: Agenda
    meetings: Meetings
    chunks: list[Chunk]
    said: list[Said]
    job: Job = NO_JOB
    treaty: str = ""
    organ: str = ""
    place: str = ""
    attended: dict[str, list[str]] = field(default_factory=dict)
    spoken: list[Spoken] = field(default_factory=list)
    papers: Papers = field(default_factory=lambda: Papers((), Ids()))
    words: dict[str, dict[str, Any]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    derived: dict[str, Line] = field(default_factory=dict)
    states: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    moved: list[Line] = field(default_factory=list)
    own: frozenset[str] = frozenset()
    outlined: bool = False
    headed: dict[int, str] = field(default_factory=dict)
    ids: Ids = field(default_factory=Ids)

    @property
    def bodies(self) -> tuple[str, ...]:
        return tuple(self.days)

    def facts(self, kind: type[Any]) -> list[Any]:
        """The facts of a kind that were read."""
        return facts_of(self.said, kind)
