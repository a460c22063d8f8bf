"""Who proposes an amendment: States by their codes, and who else is known by an id."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.edition.saying import spelt
from reportkit.languages.states import find_state, nearest_states
from reportkit.model.session import Session
from reportkit.model.state_codes import PODIUM
from reportkit.problems import Place, Problem, nearest

BY = "--by"


def proposers(
    session: Session, typed: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The codes and ids of those who were named, and a problem for each unknown name.

    Bodies, organizations, the chair and the Secretariat go by their ids; a State by
    its code or by its name in any language. Several names are parted by commas.
    """
    known = (*PODIUM, *session.facts.bodies, *session.names.organizations)
    codes: dict[str, None] = {}
    problems: list[Problem] = []
    for name in (each for one in typed for each in _names(one)):
        own = str(spelt(name, known))
        found = (own,) if own in known else find_state(name)
        if len(found) == 1:
            codes[found[0]] = None
        else:
            place = Place(BY, 1, ",".join(typed).index(name) + 1)
            problems.append(_unknown(place, name, found, known))
    return tuple(codes), tuple(problems)


def _names(typed: str) -> Iterator[str]:
    return (name.strip() for name in typed.split(",") if name.strip())


def _unknown(
    place: Place, name: str, found: tuple[str, ...], known: tuple[str, ...]
) -> Problem:
    if found:
        hint = f"type one of: {', '.join(found)}"
        return Problem(place, f'"{name}" may be any of several States', hint)
    near = nearest(name, known)
    names = (*nearest_states(name), *((near,) if near else ()))
    hint = f"the nearest: {', '.join(names)}" if names else "type its code, such as DZA"
    message = f'"{name}" is no State, body or organization known here'
    return Problem(place, message, hint)
