"""Footnotes: at the foot of pages or at the end, and the figures that call them.

A PDF gives a raised figure as any other, so that "1988" with note 1 reads "19881": a
call is looked for in the text of the page that has the note, in the order of notes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import NamedTuple

from reportkit.published.text_source import CALL, Row, Source, Span, said_by

RULE = re.compile(r"[_—–]{5,}")
LABEL = re.compile(r"(\[?)(\d{1,3}|\*{1,4}|[a-z])(\]?)(?=\s|$)")
FARTHEST = 40
# Where a raised figure may stand, and how sure it is: in brackets; after a sign or a
# bracket; after a word or a year; before a sign; between two words.
BEFORE = "。，；：）”》、"
CALLS = (
    (9, r"\[({n})\]"),
    (4, rf"(?<=[{BEFORE}])\s?({{n}})(?!\d)"),
    (
        4,
        r"(?:(?<=[^\W\d_]{{3}}[.,;:])|(?<=[)”\"»’\]])|(?<=[)”\"»’][.,;:]))"
        r"\s?({n})(?=\s|$|[)”»])",
    ),
    (4, r"(?<=[^\W\d_\u3400-\u9fff]{{3}})({n})(?![\w/])"),
    (3, r"(?<=\b19\d\d)\s?({n})(?!\d)|(?<=\b20\d\d)\s?({n})(?!\d)"),
    (2, r"(?<=[^\W\d_\u3400-\u9fff]{{3}})\s({n})(?=[.,;:](?:\s|$))"),
    (1, r"(?<=[^\W\d_\u3400-\u9fff]{{3}})\s({n})(?=\s|$)"),
)
# Words that take a number as "item 2" does: a figure after them calls nothing.
NUMBERED = re.compile(r"([^\W\d_]{2,})\s(\d{1,3})\b")
# What ends with a number in symbols and in references.
OF_SYMBOL = re.compile(
    r"(?:/[\w.]*\.|(?<!\w)(?:Add|Corr|Rev|Amend|Nos?|vol|art|para|par|pp?)\.\s?)$"
)
ENOUGH = 1_000_000
MOST_CALLS = 60


class Footnote(NamedTuple):
    """A note: its label, the spans of the label and of the text."""

    label: str
    sign: Span
    spans: tuple[Span, ...]


class Parted(NamedTuple):
    """Lines of the text, with the notes taken out, and notes that nothing calls."""

    rows: tuple[Row, ...]
    notes: tuple[Footnote, ...]
    uncalled: tuple[Footnote, ...] = ()


def part_notes(source: Source, rows: Sequence[Row]) -> Parted:
    """The lines without the notes at the feet of pages, and with calls to them."""
    made: list[Row] = []
    notes: list[Footnote] = []
    uncalled: list[Footnote] = []
    taking: frozenset[str] | None = None
    for page in _pages(rows):
        first, rule = _foot(page, _last_number(notes))
        own = tuple(_notes(source, page[first + rule :]))
        for row in page[first : first + rule]:
            source.drop_row(row, "a line above footnotes")
        taking = _taking(source.text) if own and taking is None else taking
        text, missed = _called(source, page[:first], own, taking or frozenset())
        made += (without_calls(source, row) for row in text)
        notes += own
        uncalled += missed
    return Parted(tuple(made), tuple(notes), tuple(uncalled))


def without_calls(source: Source, row: Row) -> Row:
    """A line whose text is without the figures that call notes."""
    if len(row.spans) == 1:
        return row
    return row._replace(text=said_by(source, row.spans))


def _pages(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    breaks = [place for place, row in enumerate(rows) if row.broken and place]
    for first, last in zip((0, *breaks), (*breaks, len(rows)), strict=True):
        yield rows[first:last]


def _last_number(notes: Sequence[Footnote]) -> int:
    numbers = (int(note.label) for note in reversed(notes) if note.label.isdecimal())
    return next(numbers, 0)


def _foot(page: Sequence[Row], last: int) -> tuple[int, int]:
    """Where the notes of a page begin, and whether a line stands above them."""
    for place in range(len(page) - 2, max(len(page) - 2 - 10 * FARTHEST, -1), -1):
        if RULE.fullmatch(page[place].text) and LABEL.match(page[place + 1].text):
            return place, 1
    return _foot_without_rule(page, last), 0


def _foot_without_rule(page: Sequence[Row], last: int) -> int:
    """The first of consecutive numbers that go on from the notes before."""
    begins, number = len(page), 0
    for place in range(len(page) - 1, max(len(page) - FARTHEST, 0), -1):
        match = LABEL.match(page[place].text)
        if not match or not match[2].isdecimal() or not _is_set_off(page, place):
            continue
        if number and int(match[2]) != number - 1:
            continue
        begins, number = place, int(match[2])
        if number in (1, last + 1):
            return begins
    return len(page)


def _is_set_off(page: Sequence[Row], place: int) -> bool:
    """Whether a figure stands alone on its line, or further out than the text."""
    row = page[place]
    if row.text.isdecimal():
        return place + 1 < len(page) and page[place + 1].indent != row.indent
    return row.indent + 2 <= median_low(each.indent for each in page[:place])


def _notes(source: Source, rows: Sequence[Row]) -> Iterator[Footnote]:
    """The notes of some lines; a line without a label goes on with the note."""
    label = ""
    sign: Span | None = None
    spans: list[Span] = []
    for row in rows:
        match = LABEL.match(row.text)
        if match and _goes_on(label, match[2]):
            if sign:
                yield Footnote(label, sign, tuple(spans))
            label, sign, spans = match[2], _sign(source, row, match), []
            row = row._replace(spans=_after(row, match))
        if sign is None:
            source.drop_row(row, "beside a footnote")
        spans += row.spans
    if sign:
        yield Footnote(label, sign, tuple(spans))


def _goes_on(before: str, label: str) -> bool:
    if not before or not label.isdecimal() or not before.isdecimal():
        return before != label
    return int(label) == int(before) + 1


def _sign(source: Source, row: Row, match: re.Match[str]) -> Span:
    start = row.spans[0].start
    for group in (1, 3):
        source.drop(start + match.start(group), start + match.end(group), "a bracket")
    return Span(start + match.start(2), start + match.end(2))


def _after(row: Row, match: re.Match[str]) -> tuple[Span, ...]:
    rest = row.text[match.end() :]
    end = row.spans[0].end
    return (Span(end - len(rest.lstrip()), end),) if rest.strip() else ()


def _called(
    source: Source,
    rows: Sequence[Row],
    notes: Sequence[Footnote],
    taking: frozenset[str],
) -> tuple[list[Row], list[Footnote]]:
    """The lines with the figures that call notes set apart, and notes not called."""
    made = list(rows)
    missed: list[Footnote] = []
    for note, call in zip(notes, _best_calls(rows, notes, taking), strict=True):
        if call is None:
            missed.append(note)
        else:
            place, start, end = call.at
            made[place] = with_call(source, made[place], start, end)
    return made, missed


class Call(NamedTuple):
    """Where a figure may call a note: line, first and last column; how sure it is."""

    at: tuple[int, int, int]
    sure: int


class Chosen(NamedTuple):
    """Calls chosen for the first notes of a page, in their order."""

    sure: int
    calls: tuple[Call | None, ...]


def _best_calls(
    rows: Sequence[Row], notes: Sequence[Footnote], taking: frozenset[str]
) -> tuple[Call | None, ...]:
    """The surest calls that stand in the order of the notes."""
    states: dict[tuple[int, int, int], Chosen] = {(-1, 0, 0): Chosen(0, ())}
    for note in notes:
        following = {at: Chosen(c.sure, (*c.calls, None)) for at, c in states.items()}
        for call in calls_in(rows, note.label, taking):
            before = [c for at, c in states.items() if at < call.at]
            best = max(before, key=lambda chosen: chosen.sure, default=None)
            known = following.get(call.at)
            if best and (known is None or known.sure < best.sure + call.sure):
                following[call.at] = Chosen(best.sure + call.sure, (*best.calls, call))
        states = dict(sorted(following.items(), key=_by_merit)[:MOST_CALLS])
    return max(states.values(), key=lambda chosen: chosen.sure).calls


def _by_merit(
    state: tuple[tuple[int, int, int], Chosen],
) -> tuple[int, tuple[int, int, int]]:
    return -state[1].sure, state[0]


def calls_in(rows: Sequence[Row], label: str, taking: frozenset[str]) -> Iterator[Call]:
    """All places where a figure may call a note."""
    if not label.isdecimal():
        return
    having = [(place, row.text) for place, row in enumerate(rows) if label in row.text]
    for sure, pattern in CALLS:
        sought = re.compile(pattern.format(n=label))
        for place, text in having:
            for match in sought.finditer(text):
                before = text[: match.start()]
                if OF_SYMBOL.search(before):
                    continue
                if sure > 2 or not _takes(before, taking):
                    yield Call((place, match.start(), match.end()), sure)


def _takes(before: str, taking: frozenset[str]) -> bool:
    return before.rpartition(" ")[2].lower() in taking


def _taking(text: str) -> frozenset[str]:
    """The words that stand before several numbers."""
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    for match in NUMBERED.finditer(text, 0, ENOUGH):
        numbers[match[1].lower()].add(match[2])
    return frozenset(word for word, after in numbers.items() if len(after) > 2)


def with_call(source: Source, row: Row, start: int, end: int) -> Row:
    """A line with the figure between two columns as a call; a space before it goes."""
    base = row.spans[0].start
    said = row.text[start:end]
    figure = re.search(r"\d+", said)
    if figure is None:
        return row
    first, last = base + start + figure.start(), base + start + figure.end()
    source.drop(base + start, first, "a bracket")
    source.drop(last, base + end, "a bracket")
    call = Span(first, last, CALL)
    return row._replace(spans=tuple(_split(row.spans, base + start, base + end, call)))


def _split(spans: Sequence[Span], start: int, end: int, call: Span) -> Iterator[Span]:
    for span in spans:
        if not span.start <= start < span.end:
            yield span
            continue
        if span.start < start:
            yield span._replace(end=start)
        yield call
        if end < span.end:
            yield span._replace(start=end)
