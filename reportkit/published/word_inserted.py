"""Which paragraphs of a Word file are of a text that the report quotes."""

from __future__ import annotations

from collections.abc import Sequence

from reportkit.languages.words import Words
from reportkit.problems import Place
from reportkit.published import inserted
from reportkit.published.inserted import Piece, inserted_in, piece_of
from reportkit.published.lines import DASH, HEADING
from reportkit.published.word_blocks import Block
from reportkit.published.word_content import plain_text
from reportkit.published.word_headings import annex_of, is_figure
from reportkit.published.word_labels import ARABIC, DECIMAL
from reportkit.published.word_style_kinds import CAPTION
from reportkit.published.word_together import Part


def places_inserted(
    parts: Sequence[Part], headings: Sequence[Block], words: Words
) -> frozenset[Place]:
    """The places of the paragraphs that are quoted, of titles over them too."""
    heads = {block.place for block in headings}
    pieces = [_piece(part, heads, words) for part in parts]
    quoted = (parts[number] for number in inserted_in(pieces))
    return frozenset(part.place for part in quoted if isinstance(part, Block))


def _piece(part: Part, heads: set[Place], words: Words) -> Piece:
    if not isinstance(part, Block) or part.style.kind == CAPTION:
        return Piece(inserted.OTHER)
    text = f"{part.counted_label} {plain_text(part.whole).strip()}".strip()
    if part.place in heads:
        return piece_of(text, _kind_of_heading(part, words))
    if part.label and is_figure(part):
        return piece_of(text, inserted.TEXT, part.label.number_in(ARABIC))
    return piece_of(text, _kind(part))


def _kind_of_heading(block: Block, words: Words) -> str:
    if annex_of(plain_text(block.runs).strip(), words):
        return inserted.ANNEX
    is_sure = block.label or block.style.kind == HEADING
    return inserted.HEADING if is_sure else inserted.LINE


def _kind(block: Block) -> str:
    """The kind of a paragraph without a figure; a letter and a space may be a name."""
    label = block.label
    if label is None or not (label.is_dash or label.readings):
        return inserted.POINT if block.style.kind == DASH else inserted.TEXT
    if label.number_in(DECIMAL):
        return inserted.OTHER
    is_sure = block.tabbed or block.counted or label.is_dash
    return inserted.POINT if is_sure or label.shape.endswith(")") else inserted.TEXT
