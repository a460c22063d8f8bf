"""Text out of the bytes of a file, or the one reason why there is none."""

from __future__ import annotations

import re

from reportkit.problems import Place, Problem
from reportkit.source.values import File

MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
SAVE = "save the file as UTF-8 and try again"
WESTERN = "Windows-1252 or Latin-1"
OTHERS = "an older encoding, such as Windows-1251 or GBK"

# XML 1.0, section 2.2: what no Word or HTML file may hold. Noncharacters are
# allowed there but refused by readers, so they go the same way. U+0085, U+2028
# and U+2029 end a line for YAML and for no editor, so that places would be wrong.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}"
        for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)


def decode(data: bytes, path: str) -> tuple[File, tuple[Problem, ...]]:
    """The text of a file, with what keeps it from being read as YAML."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _unread(path, f"this file is {name}, not UTF-8", SAVE)
    if _looks_wide(data[:64]):
        return _unread(path, "this file looks like UTF-16 without a mark", SAVE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(data, path, error)
    file = File(path, text)
    return file, forbidden_characters(file)


def _unread(path: str, message: str, hint: str) -> tuple[File, tuple[Problem, ...]]:
    return File(path, ""), (Problem(Place(path), message, hint),)


def _undecodable(
    data: bytes, path: str, error: UnicodeDecodeError
) -> tuple[File, tuple[Problem, ...]]:
    before = File(path, data[: error.start].decode("utf-8-sig"))
    place = before.place(len(before.text))
    if error.reason == "unexpected end of data":
        message = "the file ends in the middle of a character"
        hint = "it was cut short on its way; fetch it again"
        return File(path, ""), (Problem(place, message, hint),)
    found = f"byte 0x{data[error.start]:02X} is not UTF-8"
    guess = WESTERN if _looks_western(data) else OTHERS
    problem = Problem(place, found, f"the file looks like {guess}; {SAVE}")
    return File(path, ""), (problem,)


def _looks_wide(head: bytes) -> bool:
    """Whether so many bytes are zero that characters must take two or four."""
    zeros = head.count(0)
    return zeros > 2 and zeros * 8 > len(head)


def _looks_western(data: bytes) -> bool:
    """Whether bytes above ASCII stand alone, as accented letters do."""
    high = re.findall(rb"[\x80-\xff]+", data)
    return all(len(run) == 1 for run in high)


def forbidden_characters(file: File) -> tuple[Problem, ...]:
    """A problem for every character that no XML file may hold."""
    if not any(map(FORBIDDEN.match, set(file.text))):
        # Every file comes by here, and hardly any has one.
        return ()
    return tuple(
        Problem(
            file.place(match.start()),
            f"character U+{ord(match.group()):04X} cannot stand in a document",
            "delete it; it is invisible in most editors",
        )
        for match in FORBIDDEN.finditer(file.text)
    )
