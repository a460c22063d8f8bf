"""Lines of Arabic out of a PDF, with figures and letters put in the order of reading.

A PDF has the order in which signs are drawn. What stands from left to right comes
between signs of direction, the signs after a figure before it; the two letters of a
لا come in the wrong order; a stroke that fills the line comes as a character of its
own. What can be meant in one way alone is put right; more cannot be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ARABIC = "\u0621-\u0652"
# A stroke is whatever character the font had for it, between letters of a word.
STROKE = re.compile(
    f'(?<=[{ARABIC}])\u202a([!"#$%&*+<=>@])\\1*\u202c(?=\\s?[{ARABIC}])'
)
CHUNKS = re.compile("(?<=\u202c)( {2,})(?=\u202b)")
STRETCH = re.compile("\u202a([^\u202a-\u202e]*)\u202c")
SIGNS = "-–.،؛:,’"
TURNED = re.compile(rf"(\s*)([{SIGNS}]*)(\d[\d/]*(?:[-–]\d+)?)?(\s*)([{SIGNS}]*)")
RANGE = re.compile(r"(\d{1,2})([-–])(\d{1,2})")
# No word has these letters in this order: ا before أل, إل, آل or ال.
ARTICLE = re.compile("ا([أإآا])ل")
EXCEPT = re.compile("(?<!\\w)إال(?!\\w)")


def strokes_in(line: str) -> Iterator[tuple[int, int]]:
    """Where strokes are that only fill a line."""
    for match in STROKE.finditer(line):
        yield match.start() + 1, match.end() - 1


def in_order(line: str) -> str:
    """A line in the order of reading, as long as it was.

    Its stretches stand from left to right, and are read from right to left; so are
    a figure and the signs beside it.
    """
    indent = len(line) - len(line.lstrip(" "))
    chunks = CHUNKS.split(line[indent:])
    return STRETCH.sub(_in_order, line[:indent] + "".join(reversed(chunks)))


def _in_order(stretch: re.Match[str]) -> str:
    turned = TURNED.fullmatch(stretch[1])
    if turned is None or not (turned[2] or turned[3]):
        return stretch[0]
    figures = RANGE.sub(_upwards, turned[3] or "")
    return f"\u202a{turned[5]}{turned[4]}{figures}{turned[2]}{turned[1]}\u202c"


def _upwards(span: re.Match[str]) -> str:
    first, last = span[1], span[3]
    return f"{last}{span[2]}{first}" if int(first) > int(last) else span[0]


def letters_in_order(line: str) -> str:
    """A line with the letters of an article in order."""
    return EXCEPT.sub("إلا", ARTICLE.sub(r"ال\1", line))
