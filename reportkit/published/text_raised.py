"""Letters and figures that were raised, and the spaces that a layout put beside them.

A PDF has them as any others, often with a space before: 1 re, km 2. They are raised
again where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportkit.published.text_source import (
    PLAIN,
    RAISED,
    Row,
    Source,
    Span,
    said_by,
)
from reportkit.published.text_words import Signs

# What is raised, and the last, a space that a layout put into a range of figures. Each
# begins with a sign that is rare, so that a line without it is soon left alone.
ANYWHERE = (
    r"m(?<=\b[kcdm]m)\s?([23])(?![\w.]*\d)",
    r"m(?<=\b\w)\s?([23])(?=/)",
    r"[–-](?<=\d.)( )(?=\d)",
)
Sought = tuple[re.Pattern[str], ...]


def raised_in(signs: Signs) -> Sought:
    """What is raised in a language; a group of its own is the sign."""
    return tuple(map(re.compile, (*ANYWHERE, *signs.raised)))


def with_raised(source: Source, rows: Sequence[Row], sought: Sought) -> tuple[Row, ...]:
    """The lines with raised letters and figures as such."""
    return tuple(
        _with_raised(source, row, sought) if _has(row, sought) else row for row in rows
    )


def _has(row: Row, sought: Sought) -> bool:
    return any(each.search(row.text) for each in sought)


def _with_raised(source: Source, row: Row, sought: Sought) -> Row:
    spans = raised_spans(source, row.spans, sought)
    return row._replace(spans=spans, text=said_by(source, spans))


def raised_spans(
    source: Source, spans: Sequence[Span], sought: Sought
) -> tuple[Span, ...]:
    """Spans with what is raised set apart."""
    return tuple(part for span in spans for part in _parts(source, span, sought))


def _parts(source: Source, span: Span, sought: Sought) -> Iterator[Span]:
    start = span.start
    for match in _matches(source, span, sought):
        group = match.lastindex or 1
        if span.look != PLAIN or match.start(group) < start:
            continue
        before = source.text[start : match.start(group)].rstrip()
        if before:
            yield Span(start, start + len(before))
        start = match.end()
        if not match[group].isspace():
            yield Span(*match.span(group), RAISED)
            start = match.end(group)
    if start < span.end:
        yield span._replace(start=start)


def _matches(source: Source, span: Span, sought: Sought) -> list[re.Match[str]]:
    found = (each.finditer(source.text, span.start, span.end) for each in sought)
    return sorted((m for each in found for m in each), key=lambda m: m.start())
