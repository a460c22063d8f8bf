"""The problem of a name that nothing has, with the nearest that something has."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.problems import Place, Problem, nearest

LISTED = 8
# Any short name is near every other.
SHORT = 3


def unknown(
    kind: str, name: str, place: Place, known: Iterable[str], where: str = ""
) -> Problem:
    """Return `unknown item "transfr"`, with the nearest name or all of a few.

    `where` says in which file names of the kind are given.
    """
    names = tuple(map(str, known))
    return Problem(place, f'unknown {kind} "{name}"', _hint(name, names, where))


def _hint(name: str, names: tuple[str, ...], where: str) -> str:
    near = nearest(name, names) if len(name) > SHORT else ""
    if near:
        return f"did you mean `{near}`?"
    if names and len(names) <= LISTED:
        return f"known: {', '.join(names)}"
    return f"add it to {where}" if where else "no name comes near it"
