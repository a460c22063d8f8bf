"""Headings: what is one without a style, and the level of each.

A style of the United Nations gives the level. Word's own styles give the nesting
where there are several; else labels do, and then looks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
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
    return [nest.level(block, block.place in close) for block in headings]


class _Nest:
    """The headings that the next one stands under, each with its number."""

    def __init__(self, words: Words, by_style: bool) -> None:
        self.words = words
        self.by_style = by_style
        self.open: list[Numbered] = []
        self.annex = False

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
        if close and self.open[-1:] == read and read[0][0][0] == _LOOKS:
            return self._under(len(self.open), read[0])
        return self._nested(read)

    def _fixed(self, block: Block) -> int:
        level = block.style.level
        del self.open[level - 1 :]
        self.open += [(("",), 0)] * (level - 1 - len(self.open))
        self.open.append(self._signatures(block)[0])
        return level

    def _nested(self, read: list[Numbered]) -> int:
        """The level of a heading by the ways in which it can be read."""
        if read[0][0][0] == _STYLED and self.by_style:
            while self.open and not self.open[-1][0] < read[0][0]:
                self.open.pop()
            return self._under(len(self.open), read[0])
        known = {x[0]: place for place, x in reversed([*enumerate(self.open)])}
        follows = [r for r in read if (r[0], r[1] - 1) in self.open]
        for each in (*follows, *read):
            if each[0] in known:
                return self._under(known[each[0]], each)
        begins = self._begins_chapters(read[0][0])
        return self._under(0 if begins else len(self.open), read[0])

    def _under(self, above: int, heading: Numbered) -> int:
        """The level of a heading that stands under some of those that are open."""
        self.open[above:] = [heading]
        return above + 1

    def _begins_chapters(self, signature: Signature) -> bool:
        """Whether the label is of the system that the language has for chapters."""
        pattern = str(self.words.find("labels", "chapter"))
        return signature[0] == _LABELLED and f"{{{signature[2]}}}" in pattern

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
