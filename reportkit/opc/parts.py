"""A part's XML as a tree, or the reason why there is none.

Nothing is fetched, no entity is replaced, and what the limits forbid stops the
reading where it is met.
"""

from __future__ import annotations

import re

from lxml import etree

from reportkit.opc.limits import (
    Damaged,
    Limits,
    Passed,
    Remark,
    Unsafe,
    quoted,
)
from reportkit.opc.names import GRID_SPAN, TBL, VAL, P
from reportkit.opc.strict import transitional

Element = etree._Element

_CHUNK = 1 << 18
_NO_MEMORY = 2  # xmlParserErrors, XML_ERR_NO_MEMORY
_DOCTYPE = tuple(
    "<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be")
)
_UTF_16 = {
    b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le", b"\0<": "utf-16-be",
}  # fmt: skip
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"'>]*)[\"']")
# Others could hide what is looked for in the bytes, and Word writes none of them.
_ENCODINGS = re.compile(rb"(?i)utf-?8|us-ascii|iso-8859-\d+|windows-125\d")


class Meter:
    """What was read so far of a file, over all its parts."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.remarks: list[Remark] = []
        self._paragraphs = 0
        self._depth = 0

    def begin(self) -> None:
        """Nothing; the next event is the first of a part."""
        self._depth = 0

    def count(self, event: str, element: Element) -> None:
        """Nothing; `Passed` where one element is too many."""
        if element.tag == TBL:
            self._depth += 1 if event == "start" else -1
            if self._depth > self.limits.table_depth:
                message = f"tables stand over {self.limits.table_depth} deep"
                raise Passed("table-depth", message)
        elif event == "start" and element.tag == P:
            self._paragraphs += 1
            if self._paragraphs > self.limits.paragraphs:
                message = f"it has more than {self.limits.paragraphs:,} paragraphs"
                raise Passed("paragraphs", message)
        elif event == "start" and element.tag == GRID_SPAN:
            self._span(element.get(VAL) or "")

    def _span(self, told: str) -> None:
        most = self.limits.columns
        digits = told.strip().lstrip("+0")
        if digits.isdecimal() and (len(digits) > 9 or int(digits) > most):
            message = f"a cell spans {quoted(digits)} columns, over {most}"
            raise Passed("columns", message)


def refuse_doctype(xml: bytes, name: str) -> None:
    """Nothing; `Unsafe` where a part declares entities or could."""
    if any(sign in xml for sign in _DOCTYPE):
        message = f"the part {quoted(name)} has a DOCTYPE, which no Word file needs"
        raise Unsafe("doctype", message)


def parse(xml: bytes, name: str, meter: Meter) -> Element:
    """The root of a part, its namespaces those of Transitional."""
    refuse_doctype(xml, name)
    xml = transitional(_in_utf_8(xml, name, meter))
    if xml.count(b"<") > meter.limits.nodes:
        message = f"the part {quoted(name)} has over {meter.limits.nodes:,} tags"
        raise Passed("nodes", message)
    meter.begin()
    try:
        return _fed(xml, meter)
    except (etree.XMLSyntaxError, LookupError) as error:
        raise _fault(name, error) from error


def _in_utf_8(xml: bytes, name: str, meter: Meter) -> bytes:
    code = _UTF_16.get(xml[:2])
    if code:
        meter.remarks.append(
            Remark(
                "utf-16", f"the part {quoted(name)} is UTF-16, which Word never writes"
            )
        )
        return _recoded(xml, code, name)
    declared = _ENCODING.match(xml.removeprefix(b"\xef\xbb\xbf"))
    if declared and not _ENCODINGS.fullmatch(declared[1]):
        shown = quoted(declared[1].decode("latin-1"))
        message = f"the part {quoted(name)} is in the encoding {shown}"
        raise Damaged("encoding", message)
    return xml


def _recoded(xml: bytes, code: str, name: str) -> bytes:
    try:
        text = xml.decode(code)
    except UnicodeDecodeError as error:
        message = f"the part {quoted(name)} is no sound UTF-16"
        raise Damaged("encoding", message) from error
    return _DECLARATION.sub("", text, count=1).encode("utf-8")


def _fed(xml: bytes, meter: Meter) -> Element:
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=(P, TBL, GRID_SPAN),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for start in range(0, len(xml), _CHUNK):
        parser.feed(xml[start : start + _CHUNK])
        for event, element in parser.read_events():
            if isinstance(element, Element):
                meter.count(event, element)
    root: Element = parser.close()
    return root


def _fault(name: str, error: Exception) -> Damaged | Passed:
    if getattr(error, "code", 0) == _NO_MEMORY:
        return Passed("memory", f"the part {quoted(name)} needs too much memory")
    line, column = getattr(error, "position", (0, 0))
    where = f" (line {line}, column {column})" if line else ""
    message = f"the part {quoted(name)} is not well-formed XML{where}"
    return Damaged("not-xml", message)
