"""Lines of plain text: broken, hung under a label, set side by side.

Widths are counted in columns of a terminal, two for an East Asian wide
character (Unicode Standard Annex 11) and none for a mark that combines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

GAP = 2
_NARROWEST = 4
_WIDE = frozenset("WF")
_WITHOUT_WIDTH = frozenset(("Mn", "Me", "Cf"))
# Latin, Greek and Cyrillic without combining marks: a column for a character.
_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u202f]*")

# Chinese is broken between characters, but never before a mark that closes
# nor after one that opens (GB/T 15834).
_OPENS = "（《〈「『【〔“‘("
_CLOSES = "，。、；：！？）》〉」』】〕”’…—,.;:)"
_HAN = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_HAS_HAN = re.compile(f"[{_HAN}]")
_UNBROKEN = re.compile(f"[{_OPENS}]*(?:[{_HAN}]|[^{_HAN}{_OPENS}]+)?[{_CLOSES}]*")


def columns_of(text: str) -> int:
    """The columns that a text takes up."""
    if _PLAIN.fullmatch(text):
        return len(text)
    return sum(map(_columns_of_one, text))


def break_text(text: str, width: int, taken: int = 0) -> list[str]:
    """The lines of a text, none over `width` columns; a no-break space holds.

    `taken` columns of the first line belong to something else.
    """
    lines: list[str] = []
    line = ""
    columns = taken
    for piece, space in _pieces(text, width):
        longer = columns + columns_of(piece) + (len(space) if line else 0)
        if columns and longer > width:
            lines.append(line)
            line, columns = piece, columns_of(piece)
        else:
            line, columns = f"{line}{space}{piece}" if line else piece, longer
    return [*lines, line] if line or not lines else lines


def hang(label: str, text: str, indent: int, step: int, width: int) -> list[str]:
    """The lines of a text beside its label, which stands `indent` columns in.

    The text is set in by `step` more, its first line further where the label
    is longer. Without a label it begins at the indent.
    """
    if not label:
        return [" " * indent + line for line in break_text(text, width - indent)]
    label += " " * max(step - columns_of(label), 1)
    inner = width - indent - step
    first, *others = break_text(text, inner, taken=columns_of(label) - step)
    start = " " * indent + label + first
    return [start, *(" " * (indent + step) + line for line in others)]


def share_columns(rows: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """A width for each column: what its cells ask for, or a fair share of it."""
    asked = [max(map(columns_of, cells)) for cells in zip_longest(*rows, fillvalue="")]
    room = width - GAP * (len(asked) - 1)
    shares: dict[int, int] = {}
    for left, (wish, column) in zip(
        range(len(asked), 0, -1),
        sorted((wish, column) for column, wish in enumerate(asked)),
        strict=True,
    ):
        shares[column] = max(min(wish, room // left), min(wish, _NARROWEST), 1)
        room -= shares[column]
    return tuple(shares[column] for column in range(len(asked)))


def lay_columns(
    cells: Sequence[Sequence[str]],
    widths: Sequence[int],
    figures: Sequence[bool] = (),
) -> list[str]:
    """The lines of cells side by side; figures are moved to the column's end."""
    ends = (*figures, *(False for _ in widths))
    return [
        (" " * GAP).join(
            _fill(line or "", width, end)
            for line, width, end in zip(lines, widths, ends, strict=False)
        )
        for lines in zip_longest(*cells)
    ]


def _columns_of_one(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _fill(text: str, width: int, at_end: bool) -> str:
    spaces = " " * (width - columns_of(text))
    return spaces + text if at_end else text + spaces


def _pieces(text: str, width: int) -> Iterator[tuple[str, str]]:
    """What no line is broken within, and the space before it."""
    for word in re.findall(r"[^ \t\n]+", text):
        space = " "
        for part in _parts(word):
            for piece in _cut(part, width):
                yield piece, space
                space = ""


def _parts(word: str) -> list[str]:
    if not _HAS_HAN.search(word):
        return [word]
    return [part for part in _UNBROKEN.findall(word) if part]


def _cut(word: str, width: int) -> Iterator[str]:
    """A word longer than a line, such as an address, in pieces that fit."""
    while columns_of(word) > width:
        end = 1
        while columns_of(word[: end + 1]) <= width:
            end += 1
        yield word[:end]
        word = word[end:]
    yield word
