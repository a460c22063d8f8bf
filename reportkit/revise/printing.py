"""Where the pieces of a passage's text stand in what was printed of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportkit.model.marks import Piece, pieces_of

SPACES = re.compile(r"\s+")
# What may end a passage in print, whatever ends it in its file.
LAST = r"[\s.;。；؛]*"


class PrintedPiece(NamedTuple):
    """A piece of a text, and the characters that it is printed as."""

    piece: Piece
    start: int
    end: int


def printed_pieces(text: str, printed: str) -> tuple[PrintedPiece, ...]:
    """The pieces of a text as they are printed; none where that is unclear."""
    pieces = pieces_of(text)
    pattern = "".join(f"({_pattern(each)})" for each in pieces)
    found = re.fullmatch(rf"\s*{pattern}{LAST}", printed, re.S)
    if found is None:
        return ()
    return tuple(
        PrintedPiece(piece, *found.span(place)) for place, piece in enumerate(pieces, 1)
    )


def _pattern(piece: Piece) -> str:
    """What a piece may be printed as; spaces differ, the last sign too."""
    if piece.text.startswith("{") and piece.kind != "text":
        return ".*?"
    words = SPACES.split(piece.text.rstrip(" \n.;。；؛"))
    return r"\s*".join(map(re.escape, words)) + LAST
