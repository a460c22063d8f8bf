"""What XLIFF 1.2 and 2.1 call things: elements, inline codes, states."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from reportkit.model.marks import MARKS
from reportkit.translate.placeholders import (
    ITALIC,
    RAISED,
    SIGNS,
    Code,
    Pair,
    name_of,
)
from reportkit.translate.units import APPROVED, DRAFT, MISSING, REVIEWED
from reportkit.translate.xliff_content import (
    CHARACTER,
    CLEAR,
    CLOSES,
    CODE,
    NOTHING,
    OPENS,
    PAIR,
    Dialect,
)
from reportkit.translate.xml_guard import Element

XLIFF_12 = "urn:oasis:names:tc:xliff:document:1.2"
XLIFF_2 = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"

STATES_12 = {
    MISSING: "needs-translation",
    DRAFT: "translated",
    REVIEWED: "signed-off",
    APPROVED: "final",
}
# What a target is that nobody has worked on.
UNTOUCHED_12 = ("new", "needs-translation", "needs-l10n", "needs-adaptation")
STALE_12 = "needs-review-translation"
# From the least that was done to the most.
STATES_2 = {
    MISSING: "initial",
    DRAFT: "translated",
    REVIEWED: "reviewed",
    APPROVED: "final",
}

_TYPES_12 = {ITALIC: "italic", RAISED: "x-superscript"}
_TYPES_2 = {ITALIC: "xlf:i", RAISED: "reportkit:superscript"}

DIALECT_12 = Dialect(
    roles={
        "x": CODE, "ph": CODE, "it": CODE, "g": PAIR,
        "bx": OPENS, "bpt": OPENS, "ex": CLOSES, "ept": CLOSES,
        "mrk": CLEAR, "sub": NOTHING,
    },
    written=("equiv-text",),
    data=(),
    kind="ctype",
    kinds={name: kind for kind, name in _TYPES_12.items()},
    keys=("id", "rid"),
)  # fmt: skip
DIALECT_2 = Dialect(
    roles={
        "ph": CODE, "pc": PAIR, "sc": OPENS, "ec": CLOSES, "cp": CHARACTER,
        "mrk": CLEAR, "sm": NOTHING, "em": NOTHING,
    },
    written=("equiv", "disp"),
    data=("dataRef",),
    kind="subType",
    kinds={name: kind for kind, name in _TYPES_2.items()},
    keys=("id", "copyOf"),
)  # fmt: skip


def child_12(parent: Element, name: str, **attributes: str) -> Element:
    """A new last child of XLIFF 1.2; `_` in names of attributes stands for `-`."""
    given = {key.replace("_", "-"): value for key, value in attributes.items()}
    return etree.SubElement(parent, f"{{{XLIFF_12}}}{name}", given)


def child_2(parent: Element, name: str, **attributes: str) -> Element:
    """A new last child of XLIFF 2.1."""
    return etree.SubElement(parent, f"{{{XLIFF_2}}}{name}", attributes)


def spelled_12(part: Code | Pair) -> Element:
    """The inline element of a code or pair."""
    id = str(part.number)
    if isinstance(part, Pair):
        return _element(XLIFF_12, "g", {"id": id, "ctype": _TYPES_12[part.kind]})
    kind = name_of(part.written)[0]
    ctype = f"x-{kind if kind in MARKS else 'mark'}"
    return _element(
        XLIFF_12, "x", {"id": id, "ctype": ctype, "equiv-text": part.written}
    )


class Originals:
    """The original data of a unit: each way in which a code is written, by an id."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def spelled(self, part: Code | Pair) -> Element:
        """The inline element of a code or pair; its data is kept."""
        id = str(part.number)
        if isinstance(part, Code):
            data = self._id(part.written)
            attributes = {"id": id, "canDelete": "no", "dataRef": data}
            return _element(XLIFF_2, "ph", attributes)
        sign, kind = self._id(SIGNS[part.kind]), _TYPES_2[part.kind]
        attributes = {"id": id, "type": "fmt", "subType": kind}
        attributes |= {"dataRefStart": sign, "dataRefEnd": sign}
        return _element(XLIFF_2, "pc", attributes)

    def fill(self, element: Element) -> None:
        """Nothing; the data stands in an originalData, which goes if it is empty."""
        for written, id in self._ids.items():
            child_2(element, "data", id=id).text = written
        parent = element.getparent()
        if parent is not None and not self._ids:
            parent.remove(element)

    def _id(self, written: str) -> str:
        return self._ids.setdefault(written, f"d{len(self._ids) + 1}")


def _element(namespace: str, name: str, attributes: Mapping[str, str]) -> Element:
    return etree.Element(f"{{{namespace}}}{name}", dict(attributes))
