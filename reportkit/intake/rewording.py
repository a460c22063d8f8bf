"""What people changed in the words of a passage, change by change.

Positions are those of the text as it was printed. A change that was tracked is one
change and has an author; what was typed without tracking is found by comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportkit.document.nodes import Run
from reportkit.document.text import text_of
from reportkit.intake.segments import NOBODY, Author, Segment
from reportkit.revise.difference import WORD, stretches
from reportkit.revise.likeness import folded


class Rewording(NamedTuple):
    """Characters of a printed text and the words that people put in their place."""

    start: int
    end: int
    new: tuple[Segment, ...]
    by: Author = NOBODY

    @property
    def words(self) -> str:
        """The new words without their looks."""
        return "".join(each.text for each in self.new)


class _Tracked(NamedTuple):
    """A tracked change, by its place in the text without tracked changes."""

    start: int
    end: int
    new: tuple[Segment, ...]
    by: Author


class _Typed(NamedTuple):
    """Words typed anew: a stretch of the printed text, and one of what stands now.

    One of typography alone is not `real`, but it may be longer or shorter.
    """

    start: int
    end: int
    low: int
    high: int
    real: bool


def rewordings(printed: str, segments: Sequence[Segment]) -> tuple[Rewording, ...]:
    """The changes of a passage, in order; they touch different words."""
    before = "".join(each.text for each in segments if each.before)
    typed = tuple(_typed(printed, before))
    plain = tuple(each for each in segments if each.before)
    changes = _composed(printed, plain, typed, tuple(_tracked(segments)))
    found = sorted(changes, key=lambda each: (each.start, each.end))
    looks = _looks(printed, before, plain)
    whole = (_to_words(printed, each, found, looks) for each in found)
    return tuple(_apart(each for each in whole if _says_more(printed, each)))


def _looks(
    printed: str, before: str, plain: tuple[Segment, ...]
) -> tuple[tuple[bool, bool], ...]:
    """How each character is set, where nothing was typed anew."""
    if len(printed) != len(before):
        return ()
    return tuple((each.italic, each.superscript) for each in plain for _ in each.text)


def _typed(printed: str, before: str) -> Iterator[_Typed]:
    start = low = 0
    for each in stretches((Run(printed),), (Run(before),)):
        end, high = start + len(text_of(each.old)), low + len(text_of(each.new))
        if not each.same:
            real = folded(printed[start:end]) != folded(before[low:high])
            yield _Typed(start, end, low, high, real)
        start, low = end, high


def _tracked(segments: Sequence[Segment]) -> Iterator[_Tracked]:
    """The tracked changes; what one author changes without a word between is one."""
    at = 0
    waiting: _Tracked | None = None
    for each in segments:
        width = len(each.text) * each.before
        if each.before == each.after:
            gap = each.before and bool(each.text.strip())
            if waiting is not None and gap:
                yield waiting
                waiting = None
        else:
            new: tuple[Segment, ...] = (each,) if each.after else ()
            own = _Tracked(at, at + width, new, each.by)
            if waiting is not None and waiting.by.name == own.by.name:
                between = _between(segments, waiting.end, own.start)
                new = (*waiting.new, *between, *own.new)
                waiting = _Tracked(waiting.start, own.end, new, own.by)
            else:
                if waiting is not None:
                    yield waiting
                waiting = own
        at += width
    if waiting is not None:
        yield waiting


def _between(segments: Sequence[Segment], start: int, end: int) -> tuple[Segment, ...]:
    """The spaces between two changes of one author, which go with them."""
    plain = tuple(each for each in segments if each.before)
    return _slice(plain, start, end) if end > start else ()


def _slice(plain: Iterable[Segment], start: int, end: int) -> tuple[Segment, ...]:
    """Characters of the text without tracked changes, with their looks."""
    made, at = [], 0
    for each in plain:
        low, high = max(start - at, 0), min(end - at, len(each.text))
        if low < high:
            made.append(each._replace(text=each.text[low:high]))
        at += len(each.text)
    return tuple(made)


def _composed(
    printed: str,
    plain: tuple[Segment, ...],
    typed: tuple[_Typed, ...],
    tracked: tuple[_Tracked, ...],
) -> Iterator[Rewording]:
    """Both sorts of changes as changes of the printed text."""
    left = [each for each in typed if each.real]
    for each in tracked:
        met = [other for other in left if _meet(each, other)]
        left = [other for other in left if other not in met]
        yield _joined(printed, plain, typed, each, met)
    for other in left:
        new = _slice(plain, other.low, other.high)
        yield Rewording(other.start, other.end, new)


def _meet(tracked: _Tracked, typed: _Typed) -> bool:
    """Whether a tracked change stands in words that were typed anew."""
    return tracked.start < typed.high and typed.low < tracked.end


def _joined(
    printed: str,
    plain: tuple[Segment, ...],
    typed: tuple[_Typed, ...],
    each: _Tracked,
    met: list[_Typed],
) -> Rewording:
    """A tracked change with the words typed anew that it stands in."""
    low = min([each.start, *(other.low for other in met)])
    high = max([each.end, *(other.high for other in met)])
    before, after = _slice(plain, low, each.start), _slice(plain, each.end, high)
    start, end = _origin(typed, low, False), _origin(typed, high, True)
    end = max(start, min(end, len(printed)))
    return Rewording(start, end, (*before, *each.new, *after), each.by)


def _origin(typed: tuple[_Typed, ...], at: int, is_end: bool) -> int:
    """Where a character of the text without tracked changes stands in print."""
    shift = 0
    for each in typed:
        if at < each.low or (at == each.low and is_end):
            break
        if at < each.high:
            return each.end if is_end else each.start
        shift = each.end - each.high
    return at + shift


def _to_words(
    printed: str,
    each: Rewording,
    every: Sequence[Rewording],
    looks: tuple[tuple[bool, bool], ...],
) -> Rewording:
    """A change of a part of a word as one of the whole word.

    Words that another change is about, or that are set otherwise, are left alone.
    """
    others = [other for other in every if other is not each]
    low = max((o.end for o in others if o.end <= each.start), default=0)
    high = min((o.start for o in others if o.start >= each.end), default=len(printed))
    start, end = each.start, each.end
    while start > low and _inside_word(printed, start, each, first=True):
        if looks and start < len(looks) and looks[start - 1] != looks[start]:
            break
        start -= 1
    while end < high and _inside_word(printed, end, each, first=False):
        if looks and looks[end - 1] != looks[end]:
            break
        end += 1
    head, tail = printed[start : each.start], printed[each.end : end]
    new = (*_plain(head), *each.new, *_plain(tail))
    return each._replace(start=start, end=end, new=new)


def _inside_word(printed: str, at: int, each: Rewording, first: bool) -> bool:
    """Whether the word at an edge of a change goes on outside it.

    It does where the characters on both sides are of one word, before or after.
    """
    outside = printed[at - 1] if first else printed[at]
    if not WORD.match(outside) or _is_han(outside):
        return False
    old = printed[each.start : each.end]
    inner = (old[:1], each.words[:1]) if first else (old[-1:], each.words[-1:])
    moved = at != (each.start if first else each.end)
    return moved or any(char and WORD.match(char) for char in inner)


def _is_han(character: str) -> bool:
    return character >= "\u3040"


def _plain(text: str) -> tuple[Segment, ...]:
    return (Segment(text),) if text else ()


def _says_more(printed: str, each: Rewording) -> bool:
    """Whether a change is more than one of spaces or of typography."""
    old = printed[each.start : each.end]
    return folded(old) != folded(each.words) or any(s.note for s in each.new)


def _apart(changes: Iterable[Rewording]) -> Iterator[Rewording]:
    """Changes in order; those that touch the same words are one."""
    last: Rewording | None = None
    for each in sorted(changes, key=lambda each: (each.start, each.end)):
        if last is not None and each.start < last.end:
            last = _united(last, each)
        else:
            if last is not None:
                yield last
            last = each
    if last is not None:
        yield last


def _united(one: Rewording, other: Rewording) -> Rewording:
    """Two changes of the same word: both ends of it were expanded to all of it."""
    shared = one.end - other.start
    new = list(one.new)
    while shared > 0 and new:
        tail = new.pop()
        kept = tail.text[: max(len(tail.text) - shared, 0)]
        shared -= len(tail.text) - len(kept)
        if kept:
            new.append(tail._replace(text=kept))
    by = one.by if one.by.name else other.by
    return Rewording(one.start, max(one.end, other.end), (*new, *other.new), by)
