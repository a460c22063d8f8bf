"""The lines of a text in Markdown, such as programs make out of a PDF.

Levels of headings are not looked at, since such programs guess them by size; a list
may be a list of points, or points may stand in no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.published.text_inline import WHY_MARK, inline_spans
from reportkit.published.text_labels import DASHES, Grammar
from reportkit.published.text_notes import Footnote
from reportkit.published.text_source import Row, Source, Span, said_by

BLOCK = re.compile(
    r"[ \t]*(?:(?P<heading>#{1,6})(?:[ \t]+|$)|(?P<item>[-*+])[ \t]+(?=\S)"
    r"|(?P<quotation>(?:>[ \t]?)+)|(?P<cells>\|))"
)
STRAY = re.compile(
    rf"[#*_=|>~+{DASHES}\- \t]+|!\[[^\]]*\]\([^)]*\)|<[^<>]*>(?:\s*</[^<>]*>)?"
)
RULED = re.compile(r"\|?[\s:|-]*-{2,}[\s:|-]*")
DEFINED = re.compile(r"(?:\[\^(?P<label>\w{1,8})\]:|<sup>(?P<raised>\d{1,3})</sup>)\s*")
AGAIN = re.compile(r"^(?:\[\^(\w{1,8})\]:|<sup>(\d{1,3})</sup>)", re.M)


# What all lines of a group are, where the first one is.
KEPT = ("heading", "quotation", "cells")


class Group(NamedTuple):
    """Lines that belong together: offsets of their text, and what began them."""

    start: int
    end: int
    indent: int
    gap: int
    look: str


def markdown_rows(
    source: Source, grammar: Grammar
) -> tuple[tuple[Row, ...], tuple[Footnote, ...]]:
    """The lines with marks taken off, and the notes."""
    called = frozenset(m[1] or m[2] for m in AGAIN.finditer(source.text))
    rows: list[Row] = []
    notes: list[Footnote] = []
    for group in _groups(source, grammar):
        note = DEFINED.match(source.text, group.start, group.end)
        if note:
            notes.append(_note(source, note, group, called))
        else:
            rows += _rows(source, group, called)
    return tuple(rows), tuple(notes)


def _groups(source: Source, grammar: Grammar) -> Iterator[Group]:
    offset, gap = 0, 0
    held: Group | None = None
    for line in source.text.split("\n"):
        group = _group(source, grammar, line, offset, gap)
        gap = 0 if group else gap + 1
        offset += len(line) + 1
        if held and group and not group.gap and not group.look and _goes_on(held):
            held = held._replace(end=group.end)
            continue
        if held:
            yield held
        held = group
    if held:
        yield held


def _goes_on(held: Group) -> bool:
    """Whether a line without a mark belongs to those above it."""
    return held.look not in ("heading", "cells")


def _group(
    source: Source, grammar: Grammar, line: str, offset: int, gap: int
) -> Group | None:
    """A line as a group of its own; None where nothing is on it."""
    start, end = offset, offset + len(line.rstrip())
    match = BLOCK.match(line)
    look = match.lastgroup or "" if match else ""
    if STRAY.fullmatch(line) and not line.isspace():
        source.drop(offset, end, "a stray mark")
        return None
    if match and look != "cells":
        start = offset + match.end()
        source.drop(offset, start, WHY_MARK)
        if look == "item" and grammar.read(line[match.end() :].lstrip("*_")):
            look = "label"
    indent = len(line) - len(line.lstrip())
    start += len(source.text[start:end]) - len(source.text[start:end].lstrip())
    return Group(start, end, indent, gap, look) if start < end else None


def _rows(source: Source, group: Group, called: frozenset[str]) -> Iterator[Row]:
    """The lines of a group, a new paragraph where a label begins one."""
    if group.look == "cells" and RULED.fullmatch(source.text, group.start, group.end):
        source.drop(group.start, group.end, WHY_MARK)
        return
    spans, bold = inline_spans(source, group.start, group.end, called)
    look = "heading" if bold and not group.look else group.look
    gap = group.gap
    for line in _by_line(source, spans):
        text = said_by(source, line)
        yield Row(text, line, group.indent, gap, gap > 2, look)
        gap, look = 0, look if look in KEPT else ""


def _by_line(source: Source, spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Spans cut where a line ends; spaces at the edges of a line are left."""
    line: list[Span] = []
    for span in spans:
        start = span.start
        while (end := source.text.find("\n", start, span.end)) >= 0:
            yield from _trimmed(source, [*line, Span(start, end, span.look)])
            line, start = [], end + 1
        line.append(Span(start, span.end, span.look))
    yield from _trimmed(source, line)


def _trimmed(source: Source, line: list[Span]) -> Iterator[tuple[Span, ...]]:
    spans = [span for span in line if span.start < span.end]
    while spans and not source.text[spans[0].start : spans[0].end].strip():
        del spans[0]
    while spans and not source.text[spans[-1].start : spans[-1].end].strip():
        del spans[-1]
    if spans:
        first, last = spans[0], spans[-1]
        text = source.text[first.start : first.end]
        spans[0] = first._replace(start=first.end - len(text.lstrip()))
        text = source.text[spans[-1].start : last.end].rstrip()
        spans[-1] = spans[-1]._replace(end=spans[-1].start + len(text))
        yield tuple(spans)


def _note(
    source: Source, note: re.Match[str], group: Group, called: frozenset[str]
) -> Footnote:
    name = "label" if note["label"] else "raised"
    source.drop(note.start(), note.start(name), WHY_MARK)
    source.drop(note.end(name), note.end(), WHY_MARK)
    spans = inline_spans(source, note.end(), group.end, called).spans
    lines = tuple(span for line in _by_line(source, spans) for span in line)
    return Footnote(note[name], Span(*note.span(name)), lines)
