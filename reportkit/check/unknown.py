"""The problem of a name that nothing has, with the nearest that something has."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.problems import Place, Problem, nearest

LISTED = 8
# Any short name is near every other.
SHORT = 3


def unknown(
    kind: str,
    name: str,
    place: Place,
    known: Iterable[str],
    where: str = "",
    listed: int = LISTED,
) -> Problem:
    """Return `unknown item "transfr"`, with the nearest name or all of a few.

    `where` says in which file names of the kind are given; `listed` is how many
    are few.
    """
    names = tuple(map(str, known))
    return Problem(place, f'unknown {kind} "{name}"', _hint(name, names, where, listed))


def _hint(name: str, names: tuple[str, ...], where: str, listed: int) -> str:
    near = nearest(name, names) if len(name) > SHORT else ""
    if near:
        return f"did you mean `{near}`?"
    longer = [each for each in names if name in each] if len(name) > SHORT else []
    if longer and len(longer) <= LISTED:
        return f"did you mean {' or '.join(f'`{each}`' for each in longer)}?"
    if names and len(names) <= listed:
        return f"known: {', '.join(names)}"
    return f"add it to {where}" if where else "no name comes near it"
