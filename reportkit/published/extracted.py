"""Reads a report out of the text that a program extracted from its PDF.

Three sorts are known by what is in them: Markdown, plain text as reportkit writes it,
and what `pdftotext -layout` prints. All end as lines that are printed one under the
other; from there on they are read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportkit.languages.words import Words
from reportkit.problems import Problem, in_order, warning
from reportkit.published.lines import NOTE, Left, Line, Published
from reportkit.published.text_blocks import Beginnings, Block, blocks_of
from reportkit.published.text_decisions import read_kinds
from reportkit.published.text_endnotes import with_calls_before
from reportkit.published.text_front import Told, corner_of, part_front
from reportkit.published.text_furniture import without_furniture
from reportkit.published.text_hyphens import join_words
from reportkit.published.text_kinds import Kinds, Patterns
from reportkit.published.text_labels import Grammar, grammar_of
from reportkit.published.text_markdown import markdown_rows
from reportkit.published.text_marked import marked
from reportkit.published.text_masthead import facts_of
from reportkit.published.text_notes import Footnote, Parted, part_notes
from reportkit.published.text_printed import printed_rows, underlined, without_strays
from reportkit.published.text_raised import raised_in, raised_spans, with_raised
from reportkit.published.text_source import OF_A_FONT, Row, Source
from reportkit.published.text_tables import (
    rows_in_pieces,
    rows_of_bars,
    with_tables,
)
from reportkit.published.text_words import SIGNS, Signs
from reportkit.published.unseen import told_unseen
from reportkit.source.values import Text

# Signs of Markdown; in a printed text they would stand at the end of an indent.
MARKDOWN = re.compile(
    r"^#{1,6} |\*\*\S|<sup>|^\[\^|^\|.*\|$|(?<!\w)\*\w[^*\n]*\w\*(?!\w)", re.MULTILINE
)
PRINTED = re.compile(
    r"\f|^ {4,}\S.*\n {4,}\S|^[=_-]{6,}$|^-{2,}(?: {2,}-{2,})+$|^\(?\w{1,5}[.)] {2,}\S",
    re.MULTILINE,
)
# Dots that lead from an entry of a table of contents to its page.
LEADERS = ("....", ". . . .", "……")
FEWEST_LEADERS = 2


def read_extracted(
    text: str, path: str, words: Words
) -> tuple[Published, tuple[Problem, ...]]:
    """The lines of a report, in the language of `words`, and what is doubtful in it."""
    source = Source(text, path)
    signs = SIGNS[words.language.code]
    kinds = Kinds(source, grammar_of(words), _patterns(words, signs))
    parted = _parted(source, kinds.grammar, signs)
    told = [*_told(source, words, signs, kinds, parted.rows)]
    told += (_told_note(note) for note in parted.notes)
    join_words(source, (each.spans for each in told), signs.and_)
    lines = tuple(_line(source, words, each) for each in told)
    _leave_rest(source, told)
    left = source.left_out()
    doubts = (*kinds.problems, *_uncalled(source, parted.uncalled))
    torn = rows_in_pieces(lines) if source.printed else ()
    problems = (*doubts, *_signs(left), *told_unseen(left), *_in_pieces(torn))
    return Published(lines, left, source.size), in_order(problems)


def _told(
    source: Source, words: Words, signs: Signs, kinds: Kinds, rows: Sequence[Row]
) -> Iterator[Told]:
    """The lines of the front and of the body."""
    corner = corner_of(words, signs, facts_of(words, signs))
    front = part_front(source, rows, kinds.grammar, corner, _ends(signs))
    yield from front.lines
    is_drawn = source.printed and words.language.direction == "ltr"
    continued = re.compile(rf"[(（]{words.word('continued')}[)）]$")
    annex = kinds.patterns.annex
    beginnings = Beginnings(kinds.grammar, annex, continued, is_drawn)
    tables = _tables(source, front.body, kinds.grammar)
    read_kinds(kinds, blocks_of(tables, beginnings))
    yield from kinds.lines()


def is_printed(text: str) -> bool:
    """Whether a text is printed in lines, and not in Markdown."""
    marks = sum(1 for _ in MARKDOWN.finditer(text[:100_000]))
    printed = sum(1 for _ in PRINTED.finditer(text[:100_000]))
    return printed > marks


def _parted(source: Source, grammar: Grammar, signs: Signs) -> Parted:
    """The lines without what stands around them, and the notes."""
    source.printed = is_printed(source.text)
    if source.printed:
        return _printed(source, signs)
    rows, notes = markdown_rows(source, grammar)
    rows = without_furniture(source, rows, signs)
    return Parted(_without_contents(source, rows, signs), notes)


def _printed(source: Source, signs: Signs) -> Parted:
    rows = without_furniture(source, printed_rows(source), signs)
    parted = part_notes(source, _without_contents(source, rows, signs))
    parted = with_calls_before(source, parted)
    sought = raised_in(signs)
    rows = with_raised(source, parted.rows, sought)
    rows = without_strays(source, underlined(source, rows))
    notes = tuple(
        note._replace(spans=raised_spans(source, note.spans, sought))
        for note in parted.notes
    )
    return parted._replace(rows=rows, notes=notes)


def _without_contents(
    source: Source, rows: Sequence[Row], signs: Signs
) -> tuple[Row, ...]:
    """The lines without a table of contents, which dots lead to its pages."""
    led = [place for place, row in enumerate(rows) if _leads(row.text)]
    if len(led) < FEWEST_LEADERS:
        return tuple(rows)
    first, last = led[0], led[-1]
    heading = re.compile(signs.contents)
    for place in range(first, max(first - 8, -1), -1):
        if heading.fullmatch(rows[place].text):
            first = place
    for row in rows[first : last + 1]:
        source.drop_row(row, "a table of contents")
    return (*rows[:first], *rows[last + 1 :])


def _leads(text: str) -> bool:
    return any(dots in text for dots in LEADERS)


def _tables(
    source: Source, rows: Sequence[Row], grammar: Grammar
) -> Iterator[Row | Block]:
    if source.printed:
        return with_tables(source, rows, grammar)
    return rows_of_bars(source, rows)


def _ends(signs: Signs) -> re.Pattern[str]:
    """A line that no front has: the word for an annex, or for the contents."""
    return re.compile(rf"(?:{signs.annex})(?: [IVX]+| \d+)?|{signs.contents}")


def _patterns(words: Words, signs: Signs) -> Patterns:
    row = words.typography
    quotes = (str(row[Text("open")]), str(row[Text("close")]))
    code = words.language.code
    return Patterns(signs.agenda, signs.annex, signs.and_, quotes, code)


def _told_note(note: Footnote) -> Told:
    return Told(NOTE, note.spans, note.label, 0, (note.sign,))


def _line(source: Source, words: Words, told: Told) -> Line:
    first = (*told.sign, *told.spans, *(span for cell in told.cells for span in cell))
    return Line(
        told.kind,
        marked(source, words, told.spans),
        source.place(min(span.start for span in first)),
        told.label,
        told.level,
        tuple(marked(source, words, cell) for cell in told.cells),
    )


def _leave_rest(source: Source, told: Iterable[Told]) -> None:
    """Leave out what is in no line and was not left out before."""
    covered = [(start, end) for start, end, _ in source.left]
    for each in told:
        for span in (
            *each.sign,
            *each.spans,
            *(s for cell in each.cells for s in cell),
        ):
            covered.append((span.start, span.end))
    at = 0
    for start, end in (*sorted(covered), (len(source.text),) * 2):
        if start > at and source.text[at:start].strip():
            source.drop(at, start, "not read")
        at = max(at, end)


def _signs(left: Iterable[Left]) -> Iterator[Problem]:
    """A warning for each sign that only a font of its own can print."""
    for each in left:
        if each.why == OF_A_FONT:
            codes = ", ".join(f"U+{ord(sign):04X}" for sign in each.text)
            message = f"{each.why} is left out: {codes}"
            yield warning(each.place, message, rule="left-out")


def _in_pieces(lines: Iterable[Line]) -> Iterator[Problem]:
    """A warning for each row of a table that may be part of the one above."""
    for line in lines:
        message = "this row of a table and the one above it lack cells"
        hint = "they may be one row, or stand in other columns: look in the report"
        yield warning(line.place, message, hint, "extracted")


def _uncalled(source: Source, notes: Iterable[Footnote]) -> Iterator[Problem]:
    for note in notes:
        message = f"nothing in the text calls note {note.label}"
        hint = "its figure was not recognized; put {note: …} where it stood"
        place = source.place(note.sign.start)
        yield warning(place, message, hint, "extracted")
