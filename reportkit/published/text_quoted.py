"""Which paragraphs are quoted: between marks, set in, or with numbers of their own."""

from __future__ import annotations

from reportkit.published.lines import QUOTATION
from reportkit.published.text_blocks import OPENING, SET_IN, Block, announces, is_ended
from reportkit.published.text_kinds import IN_TEXT, Kinds, Passage
from reportkit.published.text_labels import FIGURE, Label


def is_inserted(kinds: Kinds, place: int, block: Block) -> bool:
    """A paragraph of a text that has numbers of its own; they stay in the text."""
    if place not in kinds.inserted:
        return False
    last = kinds.last
    kinds.points.open.clear()
    goes_on = not kinds.labels[place] and block.text[0].islower()
    if goes_on and last is not None and last.kind == QUOTATION:
        kinds.go_on(block)
    else:
        kinds.add(QUOTATION, block)
    kinds.passages[-1].opened = 0  # where it ends is known, closed or not
    return True


def is_quoted(kinds: Kinds, place: int, block: Block) -> bool:
    """A paragraph of a quotation that is not closed; a label belongs to it."""
    last = kinds.last
    label = kinds.labels[place]
    if last is None or last.kind != QUOTATION or last.opened < 1:
        return False
    if label and _goes_on_outside(kinds, last, label):
        return False
    if not OPENING.match(block.text) and _goes_on_inside(kinds, block, last, label):
        kinds.go_on(block)
    else:
        kinds.add(QUOTATION, block, label)
    return True


def _goes_on_outside(kinds: Kinds, last: Passage, label: Label) -> bool:
    """Whether a number is the next of the paragraphs, and not of the quotation."""
    number = label.number(FIGURE)
    return number == kinds.numbers.next and last.told.label != f"{number - 1}."


def _goes_on_inside(
    kinds: Kinds, block: Block, last: Passage, label: Label | None
) -> bool:
    """Whether a paragraph of a quotation goes on."""
    if label:
        return not kinds.is_free(block)
    return not block.gap or not is_ended(last.text)


def is_quotation(kinds: Kinds, place: int, block: Block) -> bool:
    """A quotation: by a sign, between marks after a colon, or set in."""
    last = kinds.last
    quoted = block.look == "quotation"
    if last is not None and last.kind in IN_TEXT and not kinds.labels[place]:
        introduced = announces(last.text) and last.kind != QUOTATION
        quoted = quoted or bool(introduced and OPENING.match(block.text))
        set_in = (
            kinds.source.printed
            and not block.broken
            and block.indent >= last.margin + SET_IN
        )
        quoted = quoted or bool(set_in and (introduced or last.kind == QUOTATION))
    if quoted:
        kinds.add(QUOTATION, block, kinds.labels[place])
    return quoted
