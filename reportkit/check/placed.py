"""Places that a manuscript gives to derived passages."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.derived import derived_clauses, movable_ids
from reportkit.check.checked import Checked
from reportkit.check.unknown import unknown
from reportkit.languages.words import MissingWord
from reportkit.problems import Problem, warning
from reportkit.source.values import Text


def _placed(checked: Checked) -> Iterator[Text]:
    for manuscript in checked.session.manuscripts:
        yield from (each.derived for each in manuscript.passages if each.derived)


def unknown_places(checked: Checked) -> Iterator[Problem]:
    """Places of derived passages that there cannot be."""
    known = frozenset(movable_ids(checked.session))
    for id in _placed(checked):
        if id not in known:
            yield unknown("derived passage", id, id.place, sorted(known))


def placed_twice(checked: Checked) -> Iterator[Problem]:
    """Derived passages that are to stand at two places."""
    first: dict[str, Text] = {}
    for id in _placed(checked):
        known = first.setdefault(str(id), id)
        if known is not id:
            message = f"`{id}` is placed twice"
            yield Problem(id.place, message, f"the other place is {known.place}")


def unsaid_places(checked: Checked) -> Iterator[Problem]:
    """Places of passages that the facts of the session do not give."""
    wording = checked.wordings.get(checked.session.facts.written_in)
    try:
        said = {clause.id for clause in derived_clauses(wording)} if wording else set()
    except MissingWord:
        return
    known = frozenset(movable_ids(checked.session)) if wording else frozenset()
    for id in _placed(checked):
        if id in known and id not in said:
            message = f"the facts do not say `{id}`: nothing is printed here"
            yield warning(id.place, message, "give the facts, or leave the place out")
