"""What stands before the first heading: masthead, bodies with their dates, title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from reportkit.languages.words import Words
from reportkit.published.lines import BODY, MASTHEAD, SUBTITLE, TITLE, WHERE
from reportkit.published.text_labels import FIGURE, Grammar
from reportkit.published.text_masthead import (
    KASHIDA,
    ORGAN,
    ORGANIZATION,
    Fact,
    Facts,
    facts_in,
)
from reportkit.published.text_source import Row, Source, Span
from reportkit.published.text_words import Signs
from reportkit.published.word_masthead import is_title

# Where no label has come after so many lines, none will.
FARTHEST = 120
LINES_OF_A_NAME = 3
SESSION, ITEM = "session", "item"


class Told(NamedTuple):
    """A line of the report that is made: its kind, its label, its spans."""

    kind: str
    spans: tuple[Span, ...]
    label: str = ""
    level: int = 0
    sign: tuple[Span, ...] = ()
    cells: tuple[tuple[Span, ...], ...] = ()


class Front(NamedTuple):
    """The lines before the body, and the body's."""

    lines: tuple[Told, ...]
    body: tuple[Row, ...]


class Corner(NamedTuple):
    """How the lines under a masthead are told apart.

    `by_indent` says that a line is set in from the left, as Arabic is not.
    """

    facts: Facts
    by_indent: bool
    session: re.Pattern[str]
    item: re.Pattern[str]
    subtitle: re.Pattern[str]
    is_title: Callable[[str], bool]


def corner_of(words: Words, signs: Signs, facts: Facts) -> Corner:
    """The patterns of a language."""
    addendum = re.escape(words.word("addendum"))
    ignoring = re.IGNORECASE
    where = rf"[(（](?:{facts.where.pattern})[)）]"
    return Corner(
        facts,
        words.language.direction == "ltr",
        re.compile(signs.session, ignoring),
        re.compile(signs.item, ignoring),
        re.compile(
            rf"[(（]?(?:{addendum}|{signs.subtitle})(?: \d+)?[*)）]*|{where}", ignoring
        ),
        partial(is_title, words=words),
    )


def part_front(
    source: Source,
    rows: Sequence[Row],
    grammar: Grammar,
    corner: Corner,
    ends: re.Pattern[str],
) -> Front:
    """The front of a report; `ends` matches a line that no front has."""
    first = _first_of_body(rows, grammar, ends)
    facts, rest = _facts(source, rows[:first], corner)
    if first == len(rows) and not facts and not _has_where(rest, corner):
        return Front((), tuple(rows))
    organ, rest = _organ(rest, facts, corner.by_indent)
    organization, organ = _organization(organ, corner.facts)
    bodies, rest = _bodies(rest, corner)
    if not bodies:
        bodies, rest = _over_title(rest, corner)
    titles, body = _titles(rest, corner)
    stated = (Told(MASTHEAD, fact.spans, fact.part) for fact in facts)
    named = _told(MASTHEAD, organization, ORGANIZATION)
    lines = (*stated, *named, *_told(MASTHEAD, organ, ORGAN), *bodies, *titles)
    ordered = sorted(lines, key=lambda told: told.spans[0].start)
    return Front(tuple(ordered), (*body, *rows[first:]))


def _first_of_body(rows: Sequence[Row], grammar: Grammar, ends: re.Pattern[str]) -> int:
    for place, row in enumerate(rows[:FARTHEST]):
        label = grammar.read(row.text)
        if ends.fullmatch(row.text):
            return place
        if label and (not label.number(FIGURE) or row.gap or not place):
            return place
        if label and label.number(FIGURE) < 1000:
            return place
    return len(rows)


def _has_where(rows: Iterable[Row], corner: Corner) -> bool:
    return any(corner.facts.where.fullmatch(row.text) for row in rows)


def _facts(
    source: Source, rows: Sequence[Row], corner: Corner
) -> tuple[tuple[Fact, ...], tuple[Row, ...]]:
    """The facts of the masthead, and the lines without them.

    Under the masthead a date is in a sentence, and is not looked for.
    """
    facts: list[Fact] = []
    rest: list[Row] = []
    over = False
    for row in rows:
        over = over or corner.facts.where.fullmatch(row.text) is not None
        if over or row.look == "heading":
            rest.append(row)
            continue
        found, other = facts_in(source, row, corner.facts, [f.part for f in facts])
        facts += found
        if other:
            rest.append(other)
    return tuple(facts), tuple(rest)


def _organ(
    rows: tuple[Row, ...], facts: Sequence[Fact], by_indent: bool
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The lines of the organ: beside and above the last fact, and what goes on."""
    if not facts:
        return (), rows
    last = max(fact.spans[0].start for fact in facts)
    place = sum(row.spans[0].start < last for row in rows)
    while 0 < place < len(rows):
        goes_on = not rows[place].gap
        if by_indent:
            goes_on = _goes_on(rows[place - 1], rows[place], rows)
        if not goes_on:
            break
        place += 1
    return rows[:place], rows[place:]


def _goes_on(above: Row, row: Row, rows: Sequence[Row]) -> bool:
    """Whether a line under the last fact is still the organ's, which is set in."""
    if not above.indent or abs(above.indent - row.indent) > 1 or row.gap > 1:
        return False
    return any(other.indent < row.indent for other in rows)


def _organization(
    rows: tuple[Row, ...], facts: Facts
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The organization's name where it takes several lines, and the others."""
    for place in range(1, min(len(rows), LINES_OF_A_NAME) + 1):
        name = " ".join(row.text for row in rows[:place])
        if name.replace(KASHIDA, "") == facts.organization:
            return rows[:place], rows[place:]
    return (), rows


def _bodies(
    rows: tuple[Row, ...], corner: Corner
) -> tuple[list[Told], tuple[Row, ...]]:
    """Bodies, each over its place and dates; nothing where there are no such lines."""
    lines: list[Told] = []
    held: list[Row] = []
    rest = list(rows)
    while _has_where(rest, corner):
        row = rest.pop(0)
        if corner.facts.where.fullmatch(row.text):
            lines += _corner(held, corner)
            lines.append(Told(WHERE, row.spans))
            held = []
        else:
            held.append(row)
    return [*lines, *_items(rest, corner, bool(lines))], tuple(rest)


def _items(rest: list[Row], corner: Corner, met: bool) -> Iterator[Told]:
    """The items of the agenda named under a body that met; they leave the rest."""
    while met and rest and corner.item.fullmatch(rest[0].text):
        item = [rest.pop(0)]
        while rest and not rest[0].gap:
            item.append(rest.pop(0))
        yield from _told(MASTHEAD, item, ITEM)


def _corner(rows: Sequence[Row], corner: Corner) -> Iterator[Told]:
    """A body's name, and the line on its session."""
    name: list[Row] = []
    for row in rows:
        if corner.item.fullmatch(row.text):
            yield from _told(BODY, name)
            name = []
            yield Told(MASTHEAD, row.spans, ITEM)
        elif name and corner.session.fullmatch(row.text):
            yield from _told(BODY, name)
            name = []
            yield Told(MASTHEAD, row.spans, SESSION)
        elif name and row.gap and row.look == "heading":
            yield from _told(BODY, name)
            name = [row]
        else:
            name.append(row)
    yield from _told(BODY, name)


def _over_title(
    rows: tuple[Row, ...], corner: Corner
) -> tuple[list[Told], tuple[Row, ...]]:
    """What stands over the title where no line says where and when.

    Of names in a row the last is the body that met, those above it are its parents.
    """
    groups = list(_groups(rows, corner))
    titles = (n for n, group in enumerate(groups) if corner.is_title(_said(group)))
    first = next(titles, 0)
    lines: list[Told] = []
    for group in reversed(groups[:first]):
        part = _part_of_corner(group, corner)
        named = any(told.kind == BODY for told in lines)
        kind = MASTHEAD if part or named else BODY
        lines[:0] = _told(kind, group, part or (ORGAN if named else ""))
    return lines, tuple(row for group in groups[first:] for row in group)


def _part_of_corner(rows: Sequence[Row], corner: Corner) -> str:
    """The session or the item that a line of the corner is, and else nothing."""
    if corner.item.fullmatch(rows[0].text):
        return ITEM
    return SESSION if corner.session.fullmatch(rows[0].text) else ""


def _said(rows: Iterable[Row]) -> str:
    return " ".join(row.text for row in rows)


def _titles(rows: Sequence[Row], corner: Corner) -> tuple[list[Told], tuple[Row, ...]]:
    """Title and lines under it; what follows these is the body's."""
    groups = list(_groups(rows, corner))
    lines: list[Told] = []
    while groups:
        if lines and not corner.subtitle.fullmatch(groups[0][0].text):
            break
        lines += _told(SUBTITLE if lines else TITLE, groups.pop(0))
    return lines, tuple(row for group in groups for row in group)


def _groups(rows: Sequence[Row], corner: Corner) -> Iterator[list[Row]]:
    held: list[Row] = []
    for row in rows:
        apart = row.gap or row.broken or corner.subtitle.fullmatch(row.text)
        if held and (apart or corner.subtitle.fullmatch(held[-1].text)):
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _told(kind: str, rows: Sequence[Row], label: str = "") -> Iterator[Told]:
    spans = tuple(span for row in rows for span in row.spans)
    if spans:
        yield Told(kind, spans, label)
