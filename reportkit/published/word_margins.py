"""What stands beside a report's text: headers and footers.

The header of the first page may be the masthead; all others repeat, and are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reportkit.languages.words import Words
from reportkit.opc.changes import paragraphs_as
from reportkit.opc.word_file import Note, WordFile, WordParagraph
from reportkit.problems import Place
from reportkit.published.lines import Left, Line
from reportkit.published.text_furniture import SURE
from reportkit.published.text_words import SIGNS
from reportkit.published.word_blocks import Block, block_of
from reportkit.published.word_content import plain_text
from reportkit.published.word_masthead import known_part
from reportkit.published.word_masthead_lines import masthead_lines, masthead_parts
from reportkit.published.word_unshown import unshown

MARGIN, RUNNING = "a header or footer", "a running head"
_BAR_CODE = re.compile(r"\*[\w-]+\*")
_FOLIO = re.compile(r"\W*\d+(?:\s*/\s*\d+)?\W*")
_JOB = re.compile(r"(?:[A-Z]{1,3}[.-])?\d{2}-\d{4,6}\b.*")
_FEWEST_LETTERS = 12  # of what is surely the report's words, not "Draft"


class Margins(NamedTuple):
    """The masthead that a header holds, what is left of the others, all of them."""

    masthead: tuple[Line, ...]
    left: tuple[Left, ...]
    paragraphs: tuple[WordParagraph, ...]


def read_margins(word: WordFile, place: Place, words: Words, view: str) -> Margins:
    """The headers and footers of a file; they repeat, so all have one place."""
    headers = _shown(word.headers, view)
    footers = _shown(word.footers, view)
    first = next((h for h in headers if _is_masthead(h, place, words)), ())
    others = (each for each in (*headers, *footers) if each is not first)
    said = tuple(_letters(each.text) for each in word.paragraphs)
    left = (*_unshown(first, place), *_left(chain(*others), place, words, said))
    lines = masthead_lines(_blocks(first, place, words), words)
    return Margins(tuple(lines), left, tuple(chain(*headers, *footers)))


def _shown(notes: Iterable[Note], view: str) -> tuple[tuple[WordParagraph, ...], ...]:
    return tuple(paragraphs_as(each.paragraphs, view) for each in notes)


def _unshown(paragraphs: Iterable[WordParagraph], place: Place) -> Iterator[Left]:
    for paragraph in paragraphs:
        yield from unshown(paragraph, place)


def _blocks(
    paragraphs: Iterable[WordParagraph], place: Place, words: Words
) -> Iterator[Block]:
    made = (block_of(each, place, words) for each in paragraphs)
    return (each for each in made if each is not None)


def _is_masthead(
    paragraphs: Iterable[WordParagraph], place: Place, words: Words
) -> bool:
    """Whether a header says more than a symbol, as the first page's does."""
    return bool(masthead_parts(_blocks(paragraphs, place, words), words))


def _left(
    paragraphs: Iterable[WordParagraph],
    place: Place,
    words: Words,
    said: Sequence[str],
) -> Iterator[Left]:
    """What repeats; `said` are the letters of the body's paragraphs."""
    for paragraph in paragraphs:
        text = f"{paragraph.number} {paragraph.text}".strip()
        if text:
            why = _why(" ".join(plain_text(paragraph.runs).split()), words)
            repeats = why == MARGIN and _repeats(_letters(text), said)
            yield Left(text, place, RUNNING if repeats else why)


def _why(text: str, words: Words) -> str:
    if _BAR_CODE.fullmatch(text):
        return "a bar code"
    if _FOLIO.fullmatch(text):
        return "a page number"
    if _JOB.fullmatch(text):
        return "a job number"
    if known_part(text, words) == "symbol" or SURE.fullmatch(text):
        return RUNNING
    signs = SIGNS[words.language.code]
    asked = rf"{signs.recycle}|(?:{signs.page}) ?\d{{1,4}}.*"
    return "the foot of a page" if re.fullmatch(asked, text) else MARGIN


def _repeats(letters: str, said: Sequence[str]) -> bool:
    """Whether a running head says what the report says, as a rule its title."""
    if len(letters) < _FEWEST_LETTERS:
        return bool(letters) and letters in said
    return letters in "".join(said)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()
