"""The text of a PO file from outside: decoded, and looked at line by line.

Bytes come in; a text goes out that is safe to parse, or the one problem for which
there is none.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from reportkit.problems import Place, Problem

LARGEST = 64_000_000  # bytes
# One entry, from a keyword to the next: its size grows the time of parsing squared.
LONGEST, MOST_LINES = 1_000_000, 10_000

_HEAD = 4096
_CHARSET = re.compile(rb"charset=([\w.:-]+)", re.IGNORECASE)
# Codecs of texts; Python knows others (zip, punycode) that a file may not ask for.
_CHARSETS = re.compile(
    r"utf-?8|us-?ascii|ascii|iso[-_]?8859[-_]\d+|latin-?1|(windows|cp)-?125\d"
    r"|koi8-?[ru]|gb(k|2312|18030)|big5|euc-?(jp|kr|cn)|shift[-_]?jis",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_STRING = r'"(?:[^"\\]|\\.)*"'
_KEYWORD = r"(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)"
_LINE = re.compile(
    rf"\s*(?:#(?![~|]).*|#~\|.*|(?:#~\s|#\|\s)?\s*(?:{_KEYWORD}\s+)?{_STRING}|)\s*"
)
_HINT = "export the file anew, or save it as PO from the translation tool"


def read_text(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a PO file, lines parted by `\\n`; empty where there is a problem."""
    if len(data) > LARGEST:
        message = f"this file has {len(data):,} bytes, over {LARGEST:,}"
        return "", (Problem(Place(path), message, rule="limit-size"),)
    code = _charset_of(data)
    if code is None:
        told = _CHARSET.search(data[:_HEAD])
        name = told[1].decode("latin-1") if told else "?"
        message = f'this file is in the encoding "{name}", which is not read'
        return "", (Problem(Place(path), message, "save it as UTF-8"),)
    try:
        text = data.decode(code)
    except UnicodeDecodeError as error:
        return "", (_undecodable(data, error, path, code),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fault = _fault(text, path)
    return ("", (fault,)) if fault else (text, ())


def unfit_in(text: str) -> re.Match[str] | None:
    """The first character that no text of ours has: a control, a noncharacter."""
    return _UNFIT.search(text)


def _charset_of(data: bytes) -> str | None:
    """The codec of a file by its mark or its header; None for one that is not read."""
    for mark, code in _MARKS:
        if data.startswith(mark):
            return code
    told = _CHARSET.search(data[:_HEAD])
    name = told[1].decode("latin-1") if told else "UTF-8"
    if name == "CHARSET":  # what a template says where nobody filled it in
        return "utf-8"
    return name if _CHARSETS.fullmatch(name) and _is_known(name) else None


def _is_known(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _undecodable(
    data: bytes, error: UnicodeDecodeError, path: str, code: str
) -> Problem:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    start = before.rpartition(b"\n")[2]
    column = len(start.decode(code, "replace")) + 1
    message = f"byte 0x{data[error.start]:02x} is no {code.removesuffix('-sig')}"
    hint = "save the file as UTF-8, or name its encoding in the header"
    return Problem(Place(path, line, column), message, hint)


def _fault(text: str, path: str) -> Problem | None:
    """The first thing in the text that no PO file has."""
    unfit = unfit_in(text)
    if unfit:
        before = text[: unfit.start()]
        place = Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        return Problem(place, f"a character that no text has: U+{ord(unfit[0]):04X}")
    lines = text.split("\n")
    return _misread(lines, path) or _overlong(lines, path)


def _misread(lines: Iterable[str], path: str) -> Problem | None:
    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line):
            column = len(line) - len(line.lstrip()) + 1
            message = "this line is none of a PO file, or its quotation marks are open"
            return Problem(Place(path, number, column), message, _HINT)
    return None


def _overlong(lines: Iterable[str], path: str) -> Problem | None:
    begun = size = 0
    for number, line in enumerate(lines, 1):
        begun, size = (number, 0) if line.startswith("msg") else (begun, size)
        size += len(line)
        if size > LONGEST or number - begun > MOST_LINES:
            most = f"{LONGEST:,} characters or {MOST_LINES:,} lines"
            message = f"an entry has over {most}"
            return Problem(Place(path, max(begun, 1)), message, rule="limit-entry")
    return None
