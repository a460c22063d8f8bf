"""Word's automatic numbers as text: its lists, and where their counting stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reportkit.opc.names import VAL, W
from reportkit.opc.number_formats import formatted, is_known
from reportkit.opc.parts import Element
from reportkit.opc.styles import Styles, integer, is_on

LEVELS = range(9)
_PLACE = re.compile(r"%([1-9])")
_LONGEST_TEXT = 255  # characters of a level's text
# Bullets are signs of symbol fonts, where Unicode has no names for them.
_BULLETS = {
    "\uf02d": "–", "\uf0a7": "▪", "\uf0a8": "□", "\uf0b7": "•", "\uf0d8": "➢",
    "\uf0e0": "→", "\uf0fc": "✓", "\uf06e": "■", "\uf06f": "□", "\uf076": "❖",
}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Level(NamedTuple):
    """A level of a list.

    `text` has `%1` for the number of the first level; `restart` is the level, from
    1, after which it begins anew (0: never); `legal` prints all numbers as figures;
    `style` is the id of the style tied to it.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class List(NamedTuple):
    """A list that paragraphs can belong to.

    Lists of the same `family` count on from each other; `starts` are the levels
    that begin anew when this list is first used.
    """

    family: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Lists:
    """The lists of a file, by the id that paragraphs call them by."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        elements = [] if root is None else list(root)
        self._families = {
            _id(x, "abstractNumId"): x for x in _all(elements, "abstractNum")
        }
        self._numbers = {_id(x, "numId"): x for x in _all(elements, "num")}
        self._styles = styles
        self._lists: dict[str, List | None] = {}

    def find(self, id: str) -> List | None:
        """The list of an id, or None."""
        if id not in self._lists:
            self._lists[id] = self._read(id)
        return self._lists[id]

    def unknown_formats(self) -> tuple[str, ...]:
        """The formats of the lists found so far that are printed as figures."""
        found = [each for each in self._lists.values() if each]
        names = {level.format for each in found for level in each.levels.values()}
        return tuple(sorted(name for name in names if not is_known(name)))

    def _read(self, id: str) -> List | None:
        number = self._numbers.get(id)
        if number is None:
            return None
        family = _child(number, "abstractNumId")
        levels = self._levels(family)
        starts: dict[int, int] = {}
        for override in number.iter(f"{W}lvlOverride"):
            place = integer(override.get(f"{W}ilvl"), 0)
            for each in override.iter(f"{W}lvl"):
                levels[place] = _level(each)
            begin = _child(override, "startOverride")
            if begin:
                starts[place] = integer(begin, 1)
        return List(family, levels, starts)

    def _levels(self, family: str) -> dict[int, Level]:
        element = self._families.get(family)
        link = _child(element, "numStyleLink")
        if link:  # the levels are those of the list that a style names
            lender = self._numbers.get(self._styles.numbering(link))
            lent = self._families.get(_child(lender, "abstractNumId"))
            element = element if lent is None else lent
        levels = [] if element is None else element.iter(f"{W}lvl")
        return {integer(each.get(f"{W}ilvl"), 0): _level(each) for each in levels}


class Counter:
    """Where the counting of every list stands."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, id: str, found: List, place: int) -> str:
        """The label of the next paragraph of a list at a level."""
        counts = self._counts.setdefault(found.family, {})
        for higher in range(place):  # Word takes a level that is left out for begun
            if higher not in counts:
                counts[higher] = self._start(found, higher)
                self._begun.add((id, higher))
        level = found.levels.get(place, Level())
        if place in found.starts and (id, place) not in self._begun:
            counts[place] = found.starts[place]
        else:
            counts[place] = counts.get(place, self._start(found, place) - 1) + 1
        self._begun.add((id, place))
        for deeper in LEVELS[place + 1 :]:
            restart = found.levels.get(deeper, Level()).restart
            if place < (deeper if restart is None else restart):
                counts.pop(deeper, None)
        return self._label(found, counts, level)

    def _start(self, found: List, place: int) -> int:
        own = found.levels.get(place, Level()).start
        return found.starts.get(place, own)

    def _label(self, found: List, counts: Mapping[int, int], level: Level) -> str:
        if level.format == "bullet":
            return _PRIVATE.sub("•", "".join(_BULLETS.get(x, x) for x in level.text))

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counts.get(place, self._start(found, place))
            format = found.levels.get(place, Level()).format
            return formatted(count, "decimal" if level.legal else format)

        return _PLACE.sub(number, level.text)


def level_of_style(found: List | None, style: str) -> int:
    """The level that a style is tied to, where it does not say so itself."""
    levels = found.levels.items() if found else ()
    return next((place for place, each in levels if each.style == style), 0)


def _level(element: Element) -> Level:
    restart = _child(element, "lvlRestart")
    return Level(
        integer(_child(element, "start"), 0),
        _child(element, "numFmt") or "decimal",
        _child(element, "lvlText")[:_LONGEST_TEXT],
        integer(restart, 0) if restart else None,
        is_on(element, "isLgl", False),
        _child(element, "pStyle"),
    )


def _all(elements: list[Element], name: str) -> list[Element]:
    return [each for each in elements if each.tag == f"{W}{name}"]


def _id(element: Element, name: str) -> str:
    return element.get(f"{W}{name}") or ""


def _child(element: Element | None, name: str) -> str:
    """The value of a child, empty where there is none."""
    child = None if element is None else element.find(f"{W}{name}")
    return "" if child is None else child.get(VAL) or ""
