"""The paragraphs of a Word file with all that tells what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportkit.languages.words import Words
from reportkit.opc.changes import paragraphs_as
from reportkit.opc.word_file import WordFile, WordParagraph, WordRun
from reportkit.problems import Place
from reportkit.published.word_content import (
    from_offset,
    is_call,
    joined,
    marked,
    plain_text,
)
from reportkit.published.word_labels import Label, read_label, typed_label
from reportkit.published.word_style_kinds import StyleKind, style_key, style_kind
from reportkit.published.word_unshown import visible

COLONS = (":", "：")
_ENDS = (".", "。", "．", ";", "；", "؛", ",", "，", "!", "！", "…", *COLONS)
_LONGEST_LINE = 500  # characters of what may be a heading or a title


class Block(NamedTuple):
    """A paragraph that holds text.

    `runs` are its words without its label, hidden ones left out; `bold` and
    `italic` say that all of them are, beyond what its style gives. `depth` is how
    far it is set in: the level of its list, or the tabs before its label. `tabbed`
    is false for a label that only a space parts from the text: it may be a part of
    it. A `slot` is the room that two tabs leave where a heading has no label.
    """

    place: Place
    runs: tuple[WordRun, ...]
    text: str
    style: StyleKind
    key: str
    label: Label | None = None
    tabbed: bool = True
    counted: bool = False
    depth: int = 0
    bold: bool = False
    italic: bool = False
    slot: bool = False
    box: int = 0
    cell: tuple[int, int, int] | None = None
    whole: tuple[WordRun, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether there is anything of it to be read."""
        return bool(self.text or self.label or any(map(is_call, self.runs)))

    @property
    def is_line(self) -> bool:
        """Whether it is short and no sentence, as headings and titles are."""
        return len(self.text) <= _LONGEST_LINE and not self.text.endswith(_ENDS)

    @property
    def announces(self) -> bool:
        """Whether something is to follow."""
        return self.text.endswith(COLONS)

    @property
    def marked(self) -> str:
        """Its text without its label, marked."""
        return marked(self.runs)

    @property
    def counted_label(self) -> str:
        """The label that Word counts, which is in none of its runs."""
        return self.label.text if self.label and self.counted else ""

    @property
    def printed(self) -> str:
        """All that it prints, its label too, marked."""
        return joined((self.counted_label, marked(self.whole)))

    def unlabelled(self) -> Block:
        """The same with its typed label as a part of its text."""
        if self.label is None or self.counted:
            return self
        text = plain_text(self.whole).strip()
        return self._replace(label=None, runs=self.whole, text=text, depth=0)


def shown(word: WordFile, view: str) -> Iterator[tuple[int, WordParagraph]]:
    """The paragraphs that a view shows, each with its number in the file, from 1.

    A paragraph that is two in the file has the number of the first.
    """
    # The names of bookmarks go along when paragraphs are joined; ours are numbers.
    numbered = (
        each._replace(bookmarks=(str(line),), comments=())
        for line, each in enumerate(word.paragraphs, 1)
    )
    for paragraph in paragraphs_as(numbered, view):
        yield int(paragraph.bookmarks[0]), paragraph


def block_of(paragraph: WordParagraph, place: Place, words: Words) -> Block | None:
    """The block of a paragraph; None where it shows nothing and is in no cell."""
    runs = visible(paragraph)
    text = plain_text(runs)
    block = Block(
        place,
        runs,
        text.strip(),
        style_kind(paragraph.style_id, paragraph.style, paragraph.outline),
        style_key(paragraph.style),
        box=paragraph.box,
        cell=paragraph.cell[:3] if paragraph.cell else None,
        whole=runs,
    )
    if not block.is_shown and not paragraph.number:
        return block if paragraph.cell else None
    return _labelled(block, paragraph, text, words)


def _labelled(block: Block, paragraph: WordParagraph, text: str, words: Words) -> Block:
    """The block with its label, counted by Word or typed, and how it looks."""
    number = paragraph.number.strip()
    typed = None if number else typed_label(text, words)
    if number:
        label = read_label(number, words, bare=True) or Label(number)
        block = block._replace(label=label, counted=True, depth=paragraph.level)
    elif typed:
        tabs = text[: typed.offset].rstrip("\t").count("\t")
        block = block._replace(
            label=typed.label,
            tabbed=typed.tabbed,
            depth=tabs,
            runs=from_offset(block.runs, typed.offset),
            text=text[typed.offset :].strip(),
        )
    slot = block.label is None and text.startswith("\t\t")
    seen = [run for run in block.runs if run.text.strip() and not is_call(run)]
    bold = bool(seen) and all(run.bold for run in seen)
    italic = bool(seen) and all(run.italic for run in seen)
    return block._replace(bold=bold, italic=italic, slot=slot)


def size_of(text: str) -> int:
    """The number of characters that are no white space."""
    return sum(map(len, text.split()))


def printed_size(paragraphs: Iterable[WordParagraph]) -> int:
    """The characters of paragraphs, with the numbers that Word counts."""
    texts = (f"{each.number} {each.text}" for each in paragraphs)
    return sum(map(size_of, texts))
