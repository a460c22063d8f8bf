"""Paragraphs of a body that are one line: a table's caption, a heading's item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportkit.languages.words import Words
from reportkit.opc.word_file import WordRun
from reportkit.published.adjoining import (
    is_caption,
    is_item_of_heading,
    is_label_of_caption,
)
from reportkit.published.word_blocks import Block
from reportkit.published.word_headings import annex_of, headings_in
from reportkit.published.word_style_kinds import CAPTION, StyleKind
from reportkit.published.word_tables import Grid

_BREAK = WordRun("\n")

Part = Block | Grid


def put_together(
    parts: Sequence[Part], words: Words
) -> tuple[tuple[Part, ...], tuple[Block, ...]]:
    """The parts, captions whole and headings with their items; and the headings."""
    whole = tuple(_captioned(parts, words))
    blocks = [each for each in whole if isinstance(each, Block)]
    places = {block.place for block in headings_in(blocks, words)}
    made: list[Part] = []
    headings: list[Block] = []
    for part in whole:
        above = made[-1] if made else None
        follows = bool(headings) and above is headings[-1]
        if follows and isinstance(part, Block) and _is_item(part, words):
            headings[-1] = made[-1] = _with(headings[-1], part)
            continue
        made.append(part)
        if isinstance(part, Block) and part.place in places:
            headings.append(part)
    return tuple(made), tuple(headings)


def _is_item(block: Block, words: Words) -> bool:
    text = "".join(run.text for run in block.whole)
    return not block.cell and is_item_of_heading(text, words.language.code)


def _captioned(parts: Sequence[Part], words: Words) -> Iterator[Part]:
    """The parts, "Table 1" and the line under it as one, which is no heading."""
    code = words.language.code
    rest = [*reversed(parts)]
    while rest:
        part = rest.pop()
        named = isinstance(part, Block) and is_caption(part.text, code)
        if not isinstance(part, Block) or part.label or not named:
            yield part
            continue
        if is_label_of_caption(part.text, code) and _is_its_text(rest, words):
            below = rest.pop()
            part = _with(part, below) if isinstance(below, Block) else part
        yield part._replace(style=StyleKind(CAPTION), bold=False, italic=False)


def _is_its_text(rest: Sequence[Part], words: Words) -> bool:
    """Whether the first of the parts that are to come, the last here, is a caption."""
    below = rest[-1] if rest else None
    if not isinstance(below, Block) or below.label or not below.is_line:
        return False
    if below.cell or annex_of(below.text, words):
        return False
    over_table = len(rest) > 1 and isinstance(rest[-2], Grid)
    return over_table or below.bold or below.italic or below.style.kind == CAPTION


def _with(block: Block, below: Block) -> Block:
    """A block that goes on with another, in the look of the first."""
    rest = (_BREAK, *_in_look(below.whole, block))
    text = f"{block.text}\n{below.text}"
    return block._replace(
        runs=(*block.runs, *rest), whole=(*block.whole, *rest), text=text
    )


def _in_look(runs: Iterable[WordRun], block: Block) -> Iterator[WordRun]:
    return (run._replace(italic=block.italic, bold=block.bold) for run in runs)
