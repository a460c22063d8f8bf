"""The table of a two-column Word file: a passage a row, its number above it.

Sources and ids stand in locked content controls, translations in controls that can
be filled but not removed. A control's tag tells what it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from reportkit.document.nodes import Plain, Reference, Run
from reportkit.document.text import put_together
from reportkit.languages.table import Language, language_of
from reportkit.model.fingerprint import fingerprint
from reportkit.opc.names import W
from reportkit.revise.difference import Stretch, stretches
from reportkit.translate.elements import Element, element
from reportkit.translate.units import Bundle, Unit
from reportkit.translate.word_typed import Typed, typed_of

# What the tags of controls begin with; that of a source is its unit's id alone.
TARGET, PLACE, CONTEXT = "target:", "id:", "context:"
EMPTY = "…"  # what shows where nothing is translated yet
PLACEHOLDER = "PlaceholderText"

COLUMN = 7285  # twips: half of A4 lying, without its margins
_LONGEST_TAG = 64  # characters; Word calls a file with longer ones damaged
_LONGEST_KEY = _LONGEST_TAG - len(CONTEXT)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHITE = {"\t": "tab", "\n": "br"}


class Side(NamedTuple):
    """A column: its language and the style of its paragraphs."""

    language: Language
    style: str

    @property
    def rtl(self) -> bool:
        """Whether its language is written from right to left."""
        return self.language.direction == "rtl"


class Look(NamedTuple):
    """How words are set in a column: with a style of characters, or none."""

    side: Side
    style: str = ""


def word(name: str, content: Iterable[Element | str] = (), /, **values: str) -> Element:
    """An element of WordprocessingML with its attributes."""
    attributes = {f"{W}{key}": value for key, value in values.items()}
    return element(f"{W}{name}", attributes, *content)


def key_of(id: str) -> str:
    """A unit's id as tags tell it, short enough for Word."""
    if len(id) <= _LONGEST_KEY:
        return id
    end = fingerprint(id)
    return id[: _LONGEST_KEY - len(end)] + end


def empty_table() -> Element:
    """The table without its rows."""
    grid = word("tblGrid", [word("gridCol", w=str(COLUMN)) for _ in range(2)])
    return word("tbl", [_table_properties(), grid])


def rows_of(bundle: Bundle) -> Iterator[Element]:
    """The rows: one with both languages, then two a unit."""
    source = Side(language_of(bundle.source_language), "Source")
    target = Side(language_of(bundle.target_language), "Target")
    numbers = count(1)
    heads = (_head(source), _head(target))
    yield word("tr", [word("trPr", [word("tblHeader")]), *heads])
    for unit in bundle.units:
        yield _place_row(unit, numbers)
        yield _text_row(unit, source, target, numbers)


def _table_properties() -> Element:
    line = {"val": "single", "sz": "4", "space": "0", "color": "A6A6A6"}
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    sides = [word(side, w="85", type="dxa") for side in ("left", "right")]
    return word(
        "tblPr",
        [
            word("tblW", w=str(2 * COLUMN), type="dxa"),
            word("tblBorders", [word(edge, **line) for edge in edges]),
            word("tblLayout", type="fixed"),
            word("tblCellMar", sides),
        ],
    )


def _head(side: Side) -> Element:
    return _cell([_paragraph("Place", [run(Typed(side.language.code))])])


def _place_row(unit: Unit, numbers: Iterator[int]) -> Element:
    """The row above a unit's: its number, the heading, and its id at the end."""
    told = "  ".join(filter(None, (unit.number, " ".join(unit.heading.split()))))
    content = [run(Typed(told))] if told else []
    if not unit.locked:
        id = _control(PLACE, unit, [run(Typed(unit.id))], next(numbers))
        content += [word("r", [word("tab")]), id]
    cell = _cell([_paragraph("Place", content)], span=2)
    return word("tr", [word("trPr", [word("cantSplit")]), cell])


def _text_row(
    unit: Unit, source: Side, target: Side, numbers: Iterator[int]
) -> Element:
    style = "Context" if unit.locked else ""
    said = list(_source_runs(unit, Look(source, style)))
    kind = CONTEXT if unit.locked else ""
    left = _control(kind, unit, said, next(numbers))
    look = Look(target, style)
    filled = [run(each, look) for each in typed_of(unit.target)]
    right = filled if unit.locked else [_to_fill(unit, filled, look, next(numbers))]
    cells = [
        _cell([_paragraph(source.style, [left], source.rtl)]),
        _cell([_paragraph(target.style, right, target.rtl)]),
    ]
    return word("tr", cells)


def _to_fill(unit: Unit, filled: list[Element], look: Look, number: int) -> Element:
    """The control of a translation; an empty one shows where to type."""
    shown = filled or [run(Typed(EMPTY), look._replace(style=PLACEHOLDER))]
    return _control(TARGET, unit, shown, number, locked="sdtLocked", empty=not filled)


def _control(
    kind: str,
    unit: Unit,
    content: list[Element],
    number: int,
    locked: str = "sdtContentLocked",
    empty: bool = False,
) -> Element:
    """A content control; the locked one of a source cannot be typed in."""
    name = unit.number[:_LONGEST_TAG]
    properties = [
        *([word("alias", val=name)] if name else []),
        word("tag", val=f"{kind}{key_of(unit.id)}"),
        word("id", val=str(number)),
        word("lock", val=locked),
        *([word("showingPlcHdr")] if empty else []),
    ]
    return word("sdt", [word("sdtPr", properties), word("sdtContent", content)])


def _cell(paragraphs: list[Element], span: int = 1) -> Element:
    properties = [word("tcW", w=str(span * COLUMN), type="dxa")]
    if span > 1:
        properties.append(word("gridSpan", val=str(span)))
    return word("tc", [word("tcPr", properties), *paragraphs])


def _paragraph(style: str, content: list[Element], rtl: bool = False) -> Element:
    properties = [word("pStyle", val=style), *([word("bidi")] if rtl else [])]
    return word("p", [word("pPr", properties), *content])


def _source_runs(unit: Unit, look: Look) -> Iterator[Element]:
    """The source; what has changed in it since it was translated is marked."""
    if not (unit.grade and unit.before):
        yield from (run(each, look) for each in typed_of(unit.source))
        return
    for each in stretches(_content_of(unit.before), _content_of(unit.source)):
        yield from _stretch_runs(each, look)


def _stretch_runs(stretch: Stretch, look: Look) -> Iterator[Element]:
    sides = (
        ((look.style, stretch.new),)
        if stretch.same
        else (("Old", stretch.old), ("New", stretch.new))
    )
    for style, tokens in sides:
        typed = map(_typed, put_together(tokens))
        yield from (run(each, look._replace(style=style)) for each in typed)


def _content_of(text: str) -> tuple[Plain, ...]:
    """A text as a content, by which words are compared; marks are not parted."""
    return tuple(
        Reference(each.text, each.text, "italic" if each.italic else "")
        if each.code
        else Run(each.text, each.italic, superscript=each.raised)
        for each in typed_of(text)
    )


def _typed(token: Plain) -> Typed:
    if isinstance(token, Run):
        return Typed(token.text, token.italic, token.superscript)
    form = token.form if isinstance(token, Reference) else ""
    return Typed(getattr(token, "text", ""), form == "italic", code=True)


def run(typed: Typed, look: Look | None = None) -> Element:
    """A run; marks are grey and, as what is typed in Latin, go left to right."""
    style = (look.style if look else "") or ("Code" if typed.code else "")
    rtl = look is not None and look.side.rtl and not typed.code
    properties = [
        *([word("rStyle", val=style)] if style else []),
        *([word("i"), word("iCs")] if typed.italic else []),
        *([word("vertAlign", val="superscript")] if typed.raised else []),
        *([word("rtl")] if rtl else []),
    ]
    head = [word("rPr", properties)] if properties else []
    return word("r", [*head, *_words(typed.text)])


def _words(text: str) -> Iterator[Element]:
    begun = 0
    for place, character in enumerate(f"{text}\n"):
        if character in _WHITE:
            if place > begun:
                yield element(f"{W}t", {_SPACE: "preserve"}, text[begun:place])
            if place < len(text):
                yield word(_WHITE[character])
            begun = place + 1
