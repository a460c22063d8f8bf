"""The tree of an XML file from outside, or the one reason why there is none.

Nothing is fetched and no entity is known: a file with a DOCTYPE is refused before
it is parsed. Comments and processing instructions are left out.
"""

from __future__ import annotations

import re

from lxml import etree

from reportkit.opc.limits import LIMIT, quoted
from reportkit.problems import Place, Problem

Element = etree._Element

LARGEST = 64_000_000  # bytes
DEEPEST = 64  # elements inside each other
MOST_TAGS = 4_000_000

_BYTE_ORDER = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(
    rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"'>]*)[\"']"
)
# Those that translators' tools write; what else an encoding could hide is not asked.
_ENCODINGS = re.compile(
    r"(?i)utf-?(?:8|16(?:-[bl]e)?)|us-ascii|iso-8859-\d+|windows-125\d"
)
_DOCTYPE = re.compile(
    r"(?:\s++|<\?.*?\?>|<!--.*?-->)*+(?P<doctype><!DOCTYPE)", re.DOTALL
)
_WHERE = re.compile(r"(?:, line \d+)?(?:, column \d+)?\Z")
_NO_MEMORY = 2  # xmlParserErrors, XML_ERR_NO_MEMORY
_TOO_MUCH = 114  # XML_ERR_RESOURCE_LIMIT
_DEEP = f"elements stand over {DEEPEST} deep"
_SAVE = "save the file as UTF-8 and try again"
_EXPORT = "let your tool write the file anew, or export it again"


def parse_guarded(data: bytes, path: str) -> tuple[Element | None, tuple[Problem, ...]]:
    """The root of an XML file, or nothing and one error with its place.

    The rule of the error begins with "limit-" where a limit was passed.
    """
    text, problem = _text(data, path)
    problem = problem or _fault_of_text(text, path)
    if problem:
        return None, (problem,)
    try:
        # The text was decoded as the file declares it; the parser need not look.
        root = etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        return None, (_not_xml(error, path),)
    if _is_deep(root):
        return None, (_error(Place(path), _DEEP, LIMIT + "depth"),)
    return root, ()


def line_of(element: Element) -> int:
    """The line that an element begins on, from 1."""
    line = element.sourceline
    return line if isinstance(line, int) and line > 0 else 1


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _error(place: Place, message: str, rule: str, hint: str = _EXPORT) -> Problem:
    return Problem(place, message, hint, rule=rule)


def _text(data: bytes, path: str) -> tuple[str, Problem | None]:
    """The text of a file by what it declares."""
    if len(data) > LARGEST:
        message = f"it has {len(data):,} bytes, over {LARGEST:,}"
        hint = "export the session's documents one by one"
        return "", _error(Place(path), message, LIMIT + "size", hint)
    encoding = _encoding(data)
    if not _ENCODINGS.fullmatch(encoding):
        message = f"this file is in the encoding {quoted(encoding)}"
        return "", _error(Place(path), message, "encoding", _SAVE)
    try:
        return data.decode(encoding).removeprefix("\ufeff"), None
    except LookupError:
        message = f"there is no encoding {quoted(encoding)}"
        return "", _error(Place(path), message, "encoding", _SAVE)
    except UnicodeDecodeError as error:
        return "", _undecodable(data, encoding, path, error)


def _encoding(data: bytes) -> str:
    for mark, name in _BYTE_ORDER:
        if data.startswith(mark):
            return name
    declared = _DECLARED.match(data)
    name = declared[1].decode("latin-1") if declared else "utf-8"
    # It can be read byte by byte, so it is none of UTF-16, whatever it says.
    return "utf-8" if name.lower().startswith("utf-16") else name


def _undecodable(
    data: bytes, encoding: str, path: str, error: UnicodeDecodeError
) -> Problem:
    before = data[: error.start].decode(encoding, "replace")
    message = f"byte 0x{data[error.start]:02X} is not {encoding.upper()}"
    return _error(_place(before, path), message, "encoding", _SAVE)


def _place(before: str, path: str) -> Place:
    """The place that follows a text."""
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Place(path, before.count("\n") + 1, column)


def _fault_of_text(text: str, path: str) -> Problem | None:
    if not text.strip():
        return _error(Place(path), "this file is empty", "empty")
    found = _DOCTYPE.match(text)
    if found:
        place = _place(text[: found.start("doctype")], path)
        message = "this file has a DOCTYPE, which no translator's file needs"
        return _error(place, message, "doctype")
    if text.count("<") > MOST_TAGS:
        message = f"it has over {MOST_TAGS:,} tags"
        return _error(Place(path), message, LIMIT + "nodes")
    return None


def _not_xml(error: etree.XMLSyntaxError, path: str) -> Problem:
    line, column = error.position
    place = Place(path, max(1, line), max(1, column))
    told = _WHERE.sub("", error.msg or "")
    code = getattr(error, "code", 0)
    if code == _TOO_MUCH and "depth" in told:
        return _error(place, _DEEP, LIMIT + "depth")
    if code in (_NO_MEMORY, _TOO_MUCH):
        return _error(place, "this file needs too much memory", LIMIT + "memory")
    shown = quoted(told)
    return _error(place, f"this file is not well-formed XML: {shown}", "not-xml")


def _is_deep(root: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False
