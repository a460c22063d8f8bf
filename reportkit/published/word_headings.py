"""Headings: what is one without a style, and the level of each.

A style of the United Nations gives the level. Word's own styles give the nesting
where there are several; else labels do, and then looks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from reportkit.languages.words import Words
from reportkit.problems import Place
from reportkit.published.lines import HEADING
from reportkit.published.word_blocks import Block
from reportkit.published.word_labels import ARABIC, LATIN, Reading, folded

# Systems of numerals that label headings; (a) and 1. label what is in the text.
_SYSTEMS = {"Roman", "Latin", "Cyrillic", "han", "ordinal", "letter-name"}
_BRACKETS = set("()[]'")
_LABELLED, _STYLED, _LOOKS = "label", "style", "look"
_OF_ALL = {"", "normal", "listparagraph"}
_RANKS = (_CHAPTER := "chapter", "section", "subsection", "subsubsection")

Signature = tuple[str, ...]
Numbered = tuple[Signature, int]


class Annex(NamedTuple):
    """The heading of an annex: what is printed before its title, and where that is."""

    label: str
    offset: int


def annex_of(text: str, words: Words) -> Annex | None:
    """The annex that a text begins as one does; None where it does not.

    The title may stand on a line below.
    """
    word = words.optional("words", "annex")
    first, _, rest = text.partition("\n")
    line = first.strip()
    if not word or not folded(line).casefold().startswith(folded(word).casefold()):
        return None
    number = line[len(word) :].strip()
    if number and not _is_number(line, number, words):
        return None
    return Annex(line, len(first) + 1 if rest.strip() else 0)


def _is_number(line: str, number: str, words: Words) -> bool:
    known = {folded(words.label("annex", count)).casefold() for count in range(1, 31)}
    plain = re.fullmatch(r"[IVXLC]{1,6}|\d{1,2}|[A-Z]", number)
    return bool(plain) or folded(line).casefold() in known


def is_heading(block: Block, words: Words) -> bool:
    """Whether a paragraph is a heading by its style, its label or its looks."""
    if block.style.kind == HEADING:
        return bool(block.text)
    if block.style.kind or block.cell or not block.is_line or not block.text:
        return False
    if annex_of(block.text, words):
        return True
    label = block.label
    if label is None:
        return block.bold or block.slot or block.italic
    systems = {reading.system for reading in label.readings}
    if _BRACKETS & {*label.shape} or label.is_dash:
        return False
    if block.counted:  # A. and B. are points of a list as often as headings
        systems -= {LATIN}
    # Figures of paragraphs stand at the margin, those of headings a tab from it.
    set_in = block.depth > 0 and not block.counted and ARABIC in systems
    return block.bold or (block.tabbed and (set_in or bool(systems & _SYSTEMS)))


def headings_in(blocks: Sequence[Block], words: Words) -> tuple[Block, ...]:
    """The headings among some blocks, in their order."""
    places = {block.place for block in blocks if is_heading(block, words)}
    places |= _in_sequence([each for each in blocks if each.place not in places])
    places |= _in_style_of(places, blocks)
    for above, block in pairwise(blocks):
        if above.place in places and annex_of(above.text, words):
            titles = not block.style.kind and block.label is None and block.is_line
            places |= {block.place} if titles and not block.box else set()
    return tuple(block for block in blocks if block.place in places)


def _in_sequence(blocks: Sequence[Block]) -> set[Place]:
    """The places of lines whose labels, a space before the text, go on: I., II.

    One alone may be the initial of a name.
    """
    runs: dict[str, list[Place]] = {}
    found: set[Place] = set()
    for block in blocks:
        for system, number in _typed_readings(block):
            run = runs.setdefault(system, [])
            if number == 1:
                run.clear()
            if number == len(run) + 1:
                run.append(block.place)
                found |= {*run} if len(run) > 1 else set()
    return found


def _in_style_of(places: set[Place], blocks: Sequence[Block]) -> set[Place]:
    """The places of lines with a figure in a style that only headings have.

    Word has its own for all texts, and for all that it counts.
    """
    texts = {each.key for each in blocks if not each.is_line} | _OF_ALL
    counts = Counter(each.key for each in blocks if each.place in places)
    styles = {key for key, count in counts.items() if count > 1} - texts
    return {b.place for b in blocks if b.key in styles and is_figure(b) and not b.cell}


def _typed_readings(block: Block) -> list[Reading]:
    """How the label of a short line may be read, where only a space is behind it."""
    label = block.label
    if label is None or block.tabbed or block.cell or block.style.kind:
        return []
    if not block.is_line or _BRACKETS & {*label.shape}:
        return []
    return [reading for reading in label.readings if reading.system in _SYSTEMS]


def levels_of(headings: Sequence[Block], close: set[Place], words: Words) -> list[int]:
    """The level of each heading, in their order; `close` are the places of those
    that stand right under another heading.
    """
    styles = {each.style.level for each in headings if each.style.kind == HEADING}
    nest = _Nest(words, by_style=len(styles) > 1)
    nest.look_ahead(headings)
    return [nest.level(block, block.place in close) for block in headings]


class _Nest:
    """The headings that the next one stands under, each with its number."""

    def __init__(self, words: Words, by_style: bool) -> None:
        self.words = words
        self.by_style = by_style
        self.open: list[Numbered] = []
        self.annex = False
        self.has_labels = False  # its chapters have them
        self.again: frozenset[Place] = frozenset()

    def look_ahead(self, headings: Sequence[Block]) -> None:
        """Nothing; it is known whether chapters have labels, and which labels begin
        `again` in one chapter: such stand under a heading without a label.
        """
        firsts: dict[tuple[int, Signature], list[Place]] = {}
        chapter, in_annex = 0, False
        for block in headings:
            in_annex = in_annex or annex_of(block.text, self.words) is not None
            signature, number = self._signatures(block)[0]
            chapter += self._is_of(_CHAPTER, signature)
            if signature[0] == _LABELLED and number == 1:
                firsts.setdefault((chapter, signature), []).append(block.place)
            self.has_labels = self.has_labels or (chapter > 1 and not in_annex)
        again = (places for places in firsts.values() if len(places) > 1)
        self.again = frozenset(chain.from_iterable(again))

    def level(self, block: Block, close: bool) -> int:
        """The level of the next heading."""
        under_annex, self.annex = self.annex, False
        if annex_of(block.text, self.words) and not block.style.fixed:
            self.annex, self.open = True, [(("annex",), 0)]
            return 1
        if block.style.fixed:
            return self._fixed(block)
        if under_annex and block.label is None:
            return 1
        read = self._signatures(block)
        if not self.open and self._is_beside_chapters(read[0][0]):
            self.open = [((_CHAPTER,), 0)]
        if close and self.open[-1:] == read and read[0][0][0] == _LOOKS:
            return self._under(len(self.open), read[0])
        return self._nested(read, close or block.place in self.again)

    def _fixed(self, block: Block) -> int:
        level = block.style.level
        del self.open[level - 1 :]
        self.open += [(("",), 0)] * (level - 1 - len(self.open))
        self.open.append(self._signatures(block)[0])
        return level

    def _nested(self, read: list[Numbered], stays: bool) -> int:
        """The level of a heading by the ways in which it can be read."""
        if read[0][0][0] == _STYLED and self.by_style:
            while self.open and not self._is_over(self.open[-1][0], read[0][0]):
                self.open.pop()
            return self._under(len(self.open), read[0])
        known = {x[0]: n for n, x in reversed([*enumerate(self.open)])}
        follows = [r for r in read if (r[0], r[1] - 1) in self.open]
        for each in (*follows, *read):
            if each[0] in known:
                return self._under(known[each[0]], each)
        return self._under(self._above(read[0][0], stays), read[0])

    def _is_over(self, above: Signature, styled: Signature) -> bool:
        """Whether a heading with a style stands under another, which has one too."""
        return above[0] not in (_LABELLED, _LOOKS, _CHAPTER) and above < styled

    def _above(self, signature: Signature, stays: bool) -> int:
        """How many of the open headings one stands under that begins a sequence.

        A section is as deep as its language has it, where the headings above it have
        labels: one without a label stands beside it. One that `stays` is under all.
        """
        if self._is_of(_CHAPTER, signature):
            return 0
        labelled = [n for n, each in enumerate(self.open) if each[0][0] == _LABELLED]
        rank = len(labelled)
        in_order = labelled == [*range(rank)] and 0 < rank < len(_RANKS)
        if not in_order or stays:
            return len(self.open)
        return rank if self._is_of(_RANKS[rank], signature) else len(self.open)

    def _under(self, above: int, heading: Numbered) -> int:
        """The level of a heading that stands under some of those that are open."""
        self.open[above:] = [heading]
        return above + 1

    def _is_of(self, rank: str, signature: Signature) -> bool:
        """Whether a label is of the system that the language has for a rank."""
        pattern = str(self.words.find("labels", rank))
        return signature[0] == _LABELLED and f"{{{signature[2]}}}" in pattern

    def _is_beside_chapters(self, signature: Signature) -> bool:
        """Whether it has no label, where those of chapters have."""
        styled = signature[0] == _STYLED and self.by_style
        return self.has_labels and signature[0] != _LABELLED and not styled

    def _signatures(self, block: Block) -> list[Numbered]:
        """What siblings of a heading have alike; a label may be read in two ways."""
        label, style = block.label, block.style
        styled = style.kind == HEADING and not style.fixed
        if label and label.readings and not (styled and self.by_style):
            best = sorted(label.readings, key=lambda r: r.number)
            return [((_LABELLED, label.shape, r.system), r.number) for r in best]
        if styled:
            return [((_STYLED, str(style.level)), 0)]
        return [((_LOOKS, block.key, str(block.bold), str(block.italic)), 0)]


def is_figure(block: Block) -> bool:
    """Whether the label is a figure without brackets, as paragraphs have it."""
    label = block.label
    return bool(label and label.number_in(ARABIC) and not _BRACKETS & {*label.shape})
