"""Who proposes an amendment: States by their codes, and who else is known by an id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from reportkit.edition.saying import spelt
from reportkit.languages.states import find_state, nearest_states
from reportkit.model.session import Session
from reportkit.model.state_codes import PODIUM
from reportkit.problems import Place, Problem, nearest

BY = "--by"
# "And" in the languages of the Organization; in Arabic it is a part of its word.
AND = re.compile(r"\s+(?:and|et|y|e|и|&)\s+|\s*[和与及]\s*", re.IGNORECASE)
LEADING_AND = re.compile(r"^\s*(?:and|et|y|e|и|&)\s+", re.IGNORECASE)


def proposers(
    session: Session, typed: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The codes and ids of those who were named, and a problem for each unknown name.

    Bodies, organizations, the chair and the Secretariat go by their ids; a State by
    its code or by its name in any language. Several names are parted by commas, or
    by "and" where that is no part of a name.
    """
    known = (*PODIUM, *session.facts.bodies, *session.names.organizations)
    codes: dict[str, None] = {}
    problems: list[Problem] = []
    for name in (each for one in typed for each in _names(one, known)):
        found = _found(name, known)
        if len(found) == 1:
            codes[found[0]] = None
        else:
            place = Place(BY, 1, ",".join(typed).index(name) + 1)
            problems.append(_unknown(place, name, found, known))
    return tuple(codes), tuple(problems)


def _names(typed: str, known: tuple[str, ...]) -> Iterator[str]:
    for part in typed.split(","):
        name = LEADING_AND.sub("", part).strip()
        if name:
            yield from _parted(name, known)


def _parted(name: str, known: tuple[str, ...]) -> Iterator[str]:
    """A name, or those that "and" joins: Bosnia and Herzegovina is one State.

    One of two that are joined may be misspelt.
    """
    pairs = [] if _found(name, known) else _pairs(name)
    first = (p for p in reversed(pairs) if _found(p[0], known))
    last = (p for p in pairs if _found(p[1], known))
    pair = next(chain(first, last), None)
    if pair is None:
        yield name
    else:
        yield from (*_parted(pair[0], known), *_parted(pair[1], known))


def _pairs(name: str) -> list[tuple[str, str]]:
    """What stands before and after each "and" of a name."""
    return [(name[: m.start()], name[m.end() :]) for m in AND.finditer(name)]


def _found(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The id or the codes that a name can stand for."""
    own = str(spelt(name, known))
    return (own,) if own in known else find_state(name)


def _unknown(
    place: Place, name: str, found: tuple[str, ...], known: tuple[str, ...]
) -> Problem:
    if found:
        hint = f"type one of: {', '.join(found)}"
        return Problem(place, f'"{name}" may be any of several States', hint)
    near = nearest(name, known)
    names = (*nearest_states(name), *((near,) if near else ()))
    hint = f"the nearest: {', '.join(names)}" if names else "type its code, such as DZA"
    if AND.search(name) and not names:
        hint = "type the codes, and separate them by commas"
    message = f'"{name}" is no State, body or organization known here'
    return Problem(place, message, hint)
