"""Words of a printed passage found in its source, marks and all.

An amendment quotes the source. Where a change touches what a mark prints, the mark
is quoted as a whole, and what is left of its words is typed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportkit.document.nodes import Run
from reportkit.intake.rewording import Rewording
from reportkit.intake.segments import Author, Segment
from reportkit.model.marks import Piece, escaped
from reportkit.revise.marked_text import source_text
from reportkit.revise.printing import PrintedPiece, printed_pieces
from reportkit.revise.quotation import Span, occurrences, respelt

NOTES = re.compile(r"\{note:[^{}]*\}")
# What ends a sentence, or a part of one; nothing stands before the first word.
ENDS = ("", *".;:!?؛؟。；：")


class Stretch(NamedTuple):
    """Characters of a source and those that they are printed as.

    `inner` gives, for each printed character of plain text, its place in the source;
    it is empty for what can only be taken whole.
    """

    start: int
    end: int
    low: int
    high: int
    inner: tuple[int, ...] = ()


class Anchored(NamedTuple):
    """A change of a source, and whose it is."""

    span: Span
    by: Author


class Quotation(NamedTuple):
    """Words of a source and what is to stand in their place."""

    old: str
    new: str
    start: int
    end: int


def marked(segments: Iterable[Segment]) -> str:
    """Words as a source has them: with marks for their looks."""
    runs = tuple(
        Run(each.text, italic=each.italic, superscript=each.superscript)
        for each in segments
        if each.text
    )
    return " ".join(source_text(runs).split()) if runs else ""


def opening_in(source: str, printed: str) -> int:
    """Where the derived sentence ends with which a printed passage begins; else 0."""
    found = printed_pieces(source, printed)
    return next((each.end for each in found if each.piece.kind == "opening"), 0)


def spans_of(
    source: str, printed: str, changes: Sequence[Rewording]
) -> tuple[Anchored, ...]:
    """The changes of a printed text as changes of its source; none where unclear."""
    stretches = tuple(_stretches(source, printed))
    if not stretches:
        return ()
    known = _by_mark(printed, stretches, changes)
    return tuple(
        Anchored(_span(source, printed, stretches, each), each.by) for each in known
    )


def _by_mark(
    printed: str, stretches: tuple[Stretch, ...], changes: Sequence[Rewording]
) -> Iterator[Rewording]:
    """The changes in order; those that cut words out of one mark are one change."""
    last: Rewording | None = None
    for each in changes:
        if last is not None and _same_mark(stretches, last, each):
            between = (Segment(printed[last.end : each.start]),)
            by = last.by if last.by.name else each.by
            new = (*last.new, *between, *each.new)
            last = Rewording(last.start, each.end, new, by)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _same_mark(
    stretches: tuple[Stretch, ...], one: Rewording, other: Rewording
) -> bool:
    """Whether two changes are of the words that one mark prints."""
    first = max(one.end - 1, one.start)
    return any(
        not each.inner and each.low <= first and other.start < each.high
        for each in stretches
    )


def _stretches(source: str, printed: str) -> Iterator[Stretch]:
    """The source in stretches of plain text, and of what is taken whole."""
    italic: list[PrintedPiece] = []
    for each in printed_pieces(source, printed):
        if each.piece.italic:
            italic.append(each)
            continue
        if italic:
            yield _emphasis(italic, source)
            italic = []
        yield _stretch(source, printed, each)
    if italic:
        yield _emphasis(italic, source)


def _emphasis(pieces: list[PrintedPiece], source: str) -> Stretch:
    first, last = pieces[0], pieces[-1]
    end = last.piece.offset + _width(last.piece, source) + 1
    return Stretch(first.piece.offset - 1, end, first.start, last.end)


def _width(piece: Piece, source: str) -> int:
    """How many characters of the source a piece takes; a brace itself is `{{`."""
    if piece.kind == "text" and source[piece.offset : piece.offset + 1] == "{":
        return 2 if source[piece.offset + 1] == "{" else 3
    return len(piece.text) + 2 * (piece.kind == "raised")


def _stretch(source: str, printed: str, each: PrintedPiece) -> Stretch:
    piece, low, high = each
    start = piece.offset
    if piece.kind == "text" and source[start : start + 1] != "{":
        inner = tuple(_aligned(piece.text, printed[low:high], start))
        return Stretch(start, start + len(piece.text), low, high, inner)
    return Stretch(start, start + _width(piece, source), low, high)


def _aligned(text: str, printed: str, start: int) -> Iterator[int]:
    """The place in the source of each printed character; spaces may differ."""
    at = 0
    for character in printed:
        while at < len(text) and text[at].isspace() and not character.isspace():
            at += 1
        yield start + at
        same = at < len(text) and (text[at].isspace() == character.isspace())
        at += same


def _span(
    source: str, printed: str, stretches: tuple[Stretch, ...], each: Rewording
) -> Span:
    """A change of the source; what it cuts of a mark's words is typed out."""
    new = marked_around(each.new)
    if each.start == each.end:
        at, before, after = _point(printed, stretches, each.start)
        return Span(*at, f"{before}{new}{after}")
    start, before = _first(printed, stretches, each.start)
    end, after = _last(printed, stretches, each.end)
    called = "".join(NOTES.findall(source[start:end]))
    return Span(start, max(start, end), f"{before}{_with_notes(new, called)}{after}")


def _with_notes(new: str, called: str) -> str:
    """New words with the calls of the footnotes that the old ones had."""
    bare = new.rstrip()
    return f"{bare}{called}{new[len(bare) :]}"


def marked_around(segments: tuple[Segment, ...]) -> str:
    """New words as a source has them, with the spaces at their edges."""
    text = "".join(each.text for each in segments)
    if not text.strip():
        return text
    head = " " * (text[0].isspace())
    return f"{head}{marked(segments)}{' ' * text[-1].isspace()}"


def _point(
    printed: str, stretches: tuple[Stretch, ...], at: int
) -> tuple[tuple[int, int], str, str]:
    """Where something is put in: in plain text, else beside or within a mark."""
    for each in stretches:
        if each.inner and each.low <= at <= each.high:
            place = each.inner[at - each.low] if at < each.high else each.end
            return (place, place), "", ""
    for each in stretches:
        if each.low < at < each.high:
            before, after = printed[each.low : at], printed[at : each.high]
            return (each.start, each.end), escaped(before), escaped(after)
        if at == each.low:
            return (each.start, each.start), "", ""
    end = stretches[-1].end
    return (end, end), "", ""


def _first(printed: str, stretches: tuple[Stretch, ...], at: int) -> tuple[int, str]:
    for each in stretches:
        if each.low <= at < each.high:
            if each.inner:
                return each.inner[at - each.low], ""
            return each.start, escaped(printed[each.low : at])
    return stretches[-1].end, ""


def _last(printed: str, stretches: tuple[Stretch, ...], at: int) -> tuple[int, str]:
    for each in stretches:
        if each.low < at <= each.high:
            if each.inner:
                return min(each.inner[at - 1 - each.low] + 1, each.end), ""
            return each.end, escaped(printed[at : each.high])
    return stretches[-1].end, ""


def quotation(source: str, span: Span, others: Iterable[Span]) -> Quotation | None:
    """A change with enough words around it to be found once; None where all would be.

    Words of other changes are not quoted.
    """
    lows = [each.end for each in others if each.end <= span.start]
    highs = [each.start for each in others if each.start >= span.end]
    low, high = max(lows, default=0), min(highs, default=len(source))
    start, end = _with_words(source, span, low, high)
    for turn in range(len(source)):
        old = source[start:end]
        if old.strip() and len(occurrences(source, old)) == 1:
            new = f"{source[start : span.start]}{span.new}{source[span.end : end]}"
            return Quotation(" ".join(old.split()), " ".join(new.split()), start, end)
        wider = _wider(source, start, end, turn, low, high)
        if wider == (start, end):
            wider = _wider(source, start, end, turn + 1, low, high)
        if wider == (start, end):
            return None
        start, end = wider
    return None


def _with_words(source: str, span: Span, low: int, high: int) -> tuple[int, int]:
    """The words of a change; where it only puts in, with a word beside it."""
    start, end = span.start, span.end
    if source[start:end].strip() and span.new.strip():
        return start, end
    if not source[start:end].strip():
        # The word of the same sentence, where a sentence ends before it.
        first = int(source[:start].rstrip()[-1:] in ENDS)
        beside = _wider(source, start, end, first, low, high)
        if beside != (start, end):
            return beside
        return _wider(source, start, end, 1 - first, low, high)
    return start, end


def _wider(
    source: str, start: int, end: int, turn: int, low: int, high: int
) -> tuple[int, int]:
    """A stretch of a source with a word more, by turns before it and after it."""
    if turn % 2 == 0:
        at = start
        while at > low and source[at - 1].isspace():
            at -= 1
        while at > low and not source[at - 1].isspace():
            at -= 1
        return (_outside_mark(source, at), end) if at < start else (start, end)
    at = end
    while at < high and source[at].isspace():
        at += 1
    while at < high and not source[at].isspace():
        at += 1
    if at == end:
        return start, end
    closing = source.find("}", at)
    is_inside = source.rfind("{", 0, at) > source.rfind("}", 0, at)
    return start, closing + 1 if is_inside and closing >= 0 else at


def _outside_mark(source: str, at: int) -> int:
    """A place, or the beginning of the mark that it stands in."""
    opening = source.rfind("{", 0, at)
    return opening if opening > source.rfind("}", 0, at) else at


def reworded(source: str, spans: Iterable[Span]) -> str:
    """A source with all changes made."""
    return " ".join(respelt(source, spans).split())
