"""Which paragraphs are headings: by a sign, by a label, by how they look.

A heading is short, nothing ends it, and it stands apart from the text before it.
"""

from __future__ import annotations

from reportkit.published.adjoining import is_caption
from reportkit.published.adjoining import is_item_of_heading as is_item_in_brackets
from reportkit.published.lines import HEADING, PARAGRAPH
from reportkit.published.text_blocks import Block, announces, is_ended
from reportkit.published.text_kinds import (
    HEADING_AT_MOST,
    IN_TEXT,
    SURELY_TEXT,
    Kinds,
)
from reportkit.published.text_labels import FIGURE, POINTS, RANKS, Label, Reading

COMMAS = (",", "،", "，", "、")


def is_annex(kinds: Kinds, place: int, block: Block) -> bool:
    """The heading of an annex; its paragraphs count anew."""
    if not kinds.patterns.begins_annex(block.text):
        return False
    kinds.levels.clear()
    kinds.points.open.clear()
    kinds.numbers.begin_again()
    kinds.add(HEADING, block, level=1)
    kinds.annex = kinds.patterns.annex.fullmatch(block.text) is not None
    return True


def is_title_of_annex(kinds: Kinds, place: int, block: Block) -> bool:
    """The title under the word for an annex."""
    begun, kinds.annex = kinds.annex, False
    if not begun or kinds.labels[place] or is_ended(block.text):
        return False
    if is_caption(block.text, kinds.patterns.language):
        return False
    kinds.add(HEADING, block, level=1)
    return True


def is_marked_heading(kinds: Kinds, place: int, block: Block) -> bool:
    """A heading by a sign of the text; a long text that is ended is none."""
    if block.look != "heading":
        return False
    label = kinds.labels[place]
    if label and is_ended(block.text) and len(block.text) > SURELY_TEXT / 2:
        return False
    _add_heading(kinds, place, block, label)
    return True


def is_item_of_heading(kinds: Kinds, place: int, block: Block) -> bool:
    """The line "(agenda item 3)" under a heading, which it ends."""
    last = kinds.last
    if last is None or last.kind != HEADING or block.cells:
        return False
    if not is_item_in_brackets(block.text, kinds.patterns.language):
        return False
    kinds.go_on(block)
    return True


def is_named(kinds: Kinds, place: int, block: Block) -> bool:
    """The line "Table 1", with a caption or without: it heads no text."""
    if kinds.labels[place] or not kinds.is_free(block):
        return False
    if not is_caption(block.text, kinds.patterns.language):
        return False
    kinds.add(PARAGRAPH, block)
    return True


def _add_heading(kinds: Kinds, place: int, block: Block, label: Label | None) -> None:
    reading = kinds.levels.reading(label) if label else None
    is_under = kinds.last is not None and kinds.last.kind == HEADING
    if reading:
        level = kinds.levels.level(reading, is_under or place in kinds.again)
    else:
        level = kinds.levels.level_without_label(is_under)
    kinds.points.open.clear()
    kinds.numbers.inner = 0
    kinds.add(HEADING, block, label if reading else None, level)


def looks_like_heading(kinds: Kinds, place: int, block: Block) -> bool:
    """Whether nothing ends a short text that stands apart."""
    last = kinds.last
    if is_ended(block.text) or len(block.text) > HEADING_AT_MOST:
        return False
    if block.text.endswith(COMMAS):
        return False
    apart = block.gap or block.broken or last is None or last.kind == HEADING
    return bool(apart) and not kinds.is_unfinished(place)


def is_labelled_heading(kinds: Kinds, place: int, block: Block) -> bool:
    label = kinds.labels[place]
    if not label or not looks_like_heading(kinds, place, block):
        return False
    reading = kinds.levels.reading(label)
    if not reading or reading.system not in RANKS or reading.system in POINTS:
        return False
    if not kinds.is_free(block) or block.text[label.length].islower():
        return False
    if reading.system == FIGURE and not _is_figure_of_heading(
        kinds, place, block, reading
    ):
        return False
    _add_heading(kinds, place, block, label)
    return True


def _is_figure_of_heading(
    kinds: Kinds, place: int, block: Block, reading: Reading
) -> bool:
    """Whether a figure numbers a heading: not a paragraph, and no entry of a list."""
    numbers = kinds.numbers
    last = kinds.last
    if numbers.inner == reading.number or (
        last and announces(last.text) and last.kind in IN_TEXT
    ):
        return False
    if reading.number == numbers.next and (
        len(block.text) > SURELY_TEXT or _is_followed(kinds, place, reading)
    ):
        return False
    return kinds.levels.goes_on(reading)


def _is_followed(kinds: Kinds, place: int, reading: Reading) -> bool:
    """Whether the next number stands right below: a heading has a text there."""
    after = next(iter(kinds.labels[place + 1 : place + 2]), None)
    return after is not None and after.number(FIGURE) == reading.number + 1


def is_heading(kinds: Kinds, place: int, block: Block) -> bool:
    """A heading without a label: short, not ended, with a number or a heading after."""
    if kinds.labels[place] or not looks_like_heading(kinds, place, block):
        return False
    if not kinds.is_before_label(place) or block.text[0].islower():
        return False
    if len(block.text) > SURELY_TEXT * 2:
        return False
    _add_heading(kinds, place, block, None)
    return True
