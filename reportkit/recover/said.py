"""A sentence that is being read, and what it has said so far."""

from __future__ import annotations

from typing import NamedTuple

from reportkit.recover.facts import Context, Fact


class Sentence(NamedTuple):
    """A sentence with the points under it.

    `masked` is the sentence without the sign that ends it, each title of an item as
    one sign; `now` tells whether its days are all days of the meetings. `read` tells
    whether it was understood; `rest` is what of it was not.
    """

    text: str
    masked: str
    now: bool
    context: Context
    points: tuple[str, ...] = ()
    section: str = ""
    facts: tuple[Fact, ...] = ()
    read: bool = False
    rest: str = ""

    def said(self, *facts: Fact, rest: str = "") -> Sentence:
        """The sentence as read, with the facts that it gives."""
        return self._replace(facts=facts, read=True, rest=rest)
