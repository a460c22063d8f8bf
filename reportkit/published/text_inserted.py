"""The paragraphs of a text as the sequence of the report's numbers sees them."""

from __future__ import annotations

from reportkit.published import inserted
from reportkit.published.inserted import Piece, piece_of
from reportkit.published.text_blocks import Block
from reportkit.published.text_labels import DASH_SIGN, FIGURE, POINTS, Label

LONGEST_LINE = 250  # characters of a heading or a title


def piece_of_block(block: Block, label: Label | None, is_cut: bool) -> Piece:
    """The piece of a paragraph that is no annex; a page's end may have cut it."""
    if block.cells:
        return Piece(inserted.OTHER)
    if label is None:
        return _without_label(block, is_cut)
    if any(system in POINTS for system, _ in label.readings):
        return piece_of(block.text, inserted.POINT)
    number = label.number(FIGURE)
    piece = piece_of(block.text, inserted.TEXT, number)
    if _is_line(block, piece, is_cut):
        return piece._replace(kind=inserted.HEADING, number=0)
    apart = block.gap and not block.broken and number > 1
    if block.text[label.length].islower() and not apart:
        return piece._replace(number=0)
    return piece


def _without_label(block: Block, is_cut: bool) -> Piece:
    if block.look == "item" or DASH_SIGN.match(block.text):
        return piece_of(block.text, inserted.POINT)
    piece = piece_of(block.text, inserted.TEXT)
    apart = block.gap or block.broken or block.look == "heading"
    if apart and _is_line(block, piece, is_cut):
        return piece._replace(kind=inserted.LINE)
    return piece


def _is_line(block: Block, piece: Piece, is_cut: bool) -> bool:
    """Whether nothing ends a short text, as with headings and titles."""
    return len(block.text) <= LONGEST_LINE and not (piece.is_ended or is_cut)
