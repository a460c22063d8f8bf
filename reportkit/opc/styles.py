"""What the styles of a Word file give to paragraphs and runs, their bases included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.opc.names import VAL, W
from reportkit.opc.parts import Element

_OFF = {"0", "false", "off", "none"}
_NUMBER = re.compile(r"\s*([+-]?\d{1,9})\s*")
_DEEPEST = 64  # bases of a style; Word allows some ten
BODY_TEXT = 9  # the outline level of what is no heading


class Look(NamedTuple):
    """What a run looks like beyond its paragraph."""

    italic: bool = False
    bold: bool = False
    superscript: bool = False
    struck: bool = False
    hidden: bool = False


PLAIN = Look()


class ParagraphStyle(NamedTuple):
    """What a paragraph has from its style.

    `number` is the id of a list and `level` its level, None where the style says
    nothing; `outline` counts from 0, as in the file.
    """

    name: str = ""
    outline: int = BODY_TEXT
    number: str | None = None
    level: int | None = None
    rtl: bool = False


class Styles:
    """The styles of a file, by id."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else list(root.iter(f"{W}style"))
        self._elements = {each.get(f"{W}styleId") or "": each for each in elements}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._looks: dict[str, Look] = {}
        self.default = next(filter(_is_default, elements), None)
        defaults = None if root is None else root.find(f"{W}docDefaults")
        inner = None if defaults is None else defaults.find(f".//{W}pPr")
        self._rtl = is_on(inner, "bidi", False)

    def paragraph(self, id: str) -> ParagraphStyle:
        """The style of a paragraph; the default one where the id is unknown."""
        if id not in self._paragraphs:
            self._paragraphs[id] = self._paragraph(id)
        return self._paragraphs[id]

    def look(self, id: str) -> Look:
        """The look that a style of characters gives."""
        if id not in self._looks:
            look = PLAIN
            for style in reversed(list(self._chain(self._elements.get(id)))):
                look = read_look(style.find(f"{W}rPr"), look)
            self._looks[id] = look
        return self._looks[id]

    def numbering(self, id: str) -> str:
        """The list that a style names: how one list borrows the levels of another."""
        return self.paragraph(id).number or ""

    def _paragraph(self, id: str) -> ParagraphStyle:
        element = self._elements.get(id, self.default)
        style = ParagraphStyle(_value(element, "name"), rtl=self._rtl)
        for each in reversed(list(self._chain(element))):
            style = _added(style, each.find(f"{W}pPr"))
        return style

    def _chain(self, element: Element | None) -> Iterator[Element]:
        """A style, then what it is based on; a circle ends."""
        seen: set[str] = set()
        while element is not None and len(seen) < _DEEPEST:
            yield element
            base = _value(element, "basedOn")
            element = None if base in seen else self._elements.get(base)
            seen.add(base)


def integer(told: str | None, default: int) -> int:
    """A number as a file tells it, the default where it is none or too long."""
    found = _NUMBER.fullmatch(told or "")
    return int(found[1]) if found else default


def is_on(properties: Element | None, name: str, default: bool) -> bool:
    """Whether a property that is on or off is on."""
    element = None if properties is None else properties.find(f"{W}{name}")
    if element is None:
        return default
    return (element.get(VAL) or "on") not in _OFF


def read_look(properties: Element | None, base: Look) -> Look:
    """The look with what w:rPr changes in it."""
    if properties is None or not len(properties):
        return base
    # Right-to-left runs have an italic and a bold of their own (w:iCs, w:bCs).
    complex = "Cs" if is_on(properties, "rtl", False) else ""
    raised = _value(properties, "vertAlign")
    struck = is_on(properties, "strike", base.struck)
    return Look(
        is_on(properties, f"i{complex}", base.italic),
        is_on(properties, f"b{complex}", base.bold),
        raised == "superscript" if raised else base.superscript,
        is_on(properties, "dstrike", struck),
        is_on(properties, "vanish", base.hidden),
    )


def list_of(properties: Element | None) -> tuple[str | None, int | None]:
    """The list and the level that w:pPr tells; None for what it does not."""
    numbering = None if properties is None else properties.find(f"{W}numPr")
    if numbering is None:
        return None, None
    number, level = _value(numbering, "numId"), _value(numbering, "ilvl")
    return number or None, min(max(integer(level, 0), 0), 8) if level else None


def outline_of(properties: Element | None, default: int) -> int:
    """The outline level that w:pPr tells, from 0."""
    told = _value(properties, "outlineLvl")
    return min(max(integer(told, BODY_TEXT), 0), BODY_TEXT) if told else default


def _added(style: ParagraphStyle, properties: Element | None) -> ParagraphStyle:
    number, level = list_of(properties)
    return style._replace(
        outline=outline_of(properties, style.outline),
        number=style.number if number is None else number,
        level=style.level if level is None else level,
        rtl=is_on(properties, "bidi", style.rtl),
    )


def _is_default(style: Element) -> bool:
    return (
        style.get(f"{W}type") == "paragraph"
        and (style.get(f"{W}default") or "0") not in _OFF
    )


def _value(parent: Element | None, name: str) -> str:
    """The value of a child, empty where there is none."""
    element = None if parent is None else parent.find(f"{W}{name}")
    return "" if element is None else element.get(VAL) or ""
