"""A Word file read as a published report: its lines in order, and what is left.

Files of others come in, and files typed by hand. Kinds are told by evidence, the
strongest first: style, label, looks, place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportkit.languages.words import Words
from reportkit.opc.changes import ACCEPTED
from reportkit.opc.word_file import WordFile, WordParagraph
from reportkit.problems import Place, Problem, warning
from reportkit.published.lines import NOTE, Left, Line, Published
from reportkit.published.unseen import told_unseen
from reportkit.published.word_beside import IN_BOX, parted
from reportkit.published.word_blocks import block_of, printed_size, shown, size_of
from reportkit.published.word_body import Body
from reportkit.published.word_breaks import with_breaks
from reportkit.published.word_content import joined, marked
from reportkit.published.word_front import read_front
from reportkit.published.word_margins import MARGIN, Margins, read_margins
from reportkit.published.word_notes import Called, Numbered, number_notes
from reportkit.published.word_tables import with_tables
from reportkit.published.word_unshown import HIDDEN, SIGN, named, unshown, visible

UNCALLED = "a note that nothing calls"
_TOLD = {UNCALLED, IN_BOX, HIDDEN, MARGIN, SIGN}
_SHOWN = 60  # characters of what is left that a message quotes


def published_of(
    word: WordFile, path: str, words: Words, view: str = ACCEPTED
) -> tuple[Published, tuple[Problem, ...]]:
    """The report of a Word file with its changes accepted or rejected.

    A line's place is the number of its paragraph in the body, from 1; a note has
    that of the paragraph that calls it, a masthead in a header the first. In the
    size, numbers that Word counts are characters too, and the call of a note is
    those of its label.
    """
    top, word = Place(path), with_breaks(word)
    pairs = tuple(shown(word, view))
    numbered = number_notes(word, pairs, view, words)
    margins = read_margins(word, top, words, view)
    places = tuple(Place(path, line) for line, _ in pairs)
    text = _read(numbered.paragraphs, places, word, words)
    notes = tuple(_note(each, path) for each in numbered.notes)
    left = (
        *margins.left,
        *text.left,
        *(h for note in numbered.notes for h in _unshown_in(note, path)),
        *_uncalled(numbered, top),
    )
    lines = (*margins.masthead, *text.lines, *notes)
    size = _size(numbered, margins)
    return Published(lines, left, size), (
        *text.problems,
        *_told(left),
        *told_unseen(left),
    )


class _Text(NamedTuple):
    """What came of reading the body."""

    lines: tuple[Line, ...]
    left: tuple[Left, ...]
    problems: tuple[Problem, ...]


def _read(
    paragraphs: Sequence[WordParagraph],
    places: Sequence[Place],
    word: WordFile,
    words: Words,
) -> _Text:
    pairs = tuple(zip(paragraphs, places, strict=True))
    hidden = tuple(left for pair in pairs for left in unshown(*pair))
    made = (block_of(paragraph, place, words) for paragraph, place in pairs)
    beside = parted(tuple(block for block in made if block), words)
    front = read_front(beside.blocks, words)
    rest = with_tables(beside.blocks[front.length :], word.tables)
    body = Body(rest, words)
    lines = (*front.lines, *body.lines())
    return _Text(lines, (*hidden, *beside.left), tuple(body.problems))


def _note(note: Called, path: str) -> Line:
    texts = (joined((each.number, marked(visible(each)))) for each in note.paragraphs)
    return Line(NOTE, joined(texts), Place(path, note.line), note.label)


def _unshown_in(note: Called, path: str) -> Iterator[Left]:
    for paragraph in note.paragraphs:
        yield from unshown(paragraph, Place(path, note.line))


def _uncalled(numbered: Numbered, place: Place) -> Iterator[Left]:
    for paragraphs in numbered.uncalled:
        text = " ".join(f"{each.number} {each.text}" for each in paragraphs).strip()
        if text:
            yield Left(text, place, UNCALLED)


def _size(numbered: Numbered, margins: Margins) -> int:
    """The characters of all that is printed, and of what is hidden."""
    notes = numbered.notes
    paragraphs = (
        *numbered.paragraphs,
        *(each for note in notes for each in note.paragraphs),
        *(each for note in numbered.uncalled for each in note),
        *margins.paragraphs,
    )
    return printed_size(paragraphs) + sum(size_of(note.label) for note in notes)


def _told(left: Iterable[Left]) -> Iterator[Problem]:
    """A warning for what is left and may be text of the report, once for each."""
    for each in dict.fromkeys(left):
        if each.why in _TOLD:
            shown = " ".join(each.text.split())[:_SHOWN]
            shown = named(each.text) if each.why == SIGN else shown
            message = f"{each.why} is left out: {shown}"
            yield warning(each.place, message, rule="left-out")
