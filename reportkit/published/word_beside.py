"""What stands in a report's body and is no text of it: contents, boxes, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportkit.languages.words import Words
from reportkit.published.lines import Left
from reportkit.published.word_blocks import Block
from reportkit.published.word_labels import folded
from reportkit.published.word_style_kinds import CONTENTS

IN_BOX = "a text box"
_ENTRY = re.compile(r".*\S[\s.…·]*[\t.…·]\s*(?:\d{1,4}|[ivxlc]{1,6})", re.DOTALL)
_CONTENTS = "the table of contents"
_NUMBER = "a number without a text"


class Beside(NamedTuple):
    """The blocks of the text, and what is left of the others."""

    blocks: tuple[Block, ...]
    left: tuple[Left, ...]


def parted(blocks: Sequence[Block], words: Words) -> Beside:
    """The blocks of the text parted from what only stands beside it."""
    contents = _contents(blocks, words)
    boxes = {block.box for block in blocks if block.box and _is_text(block)}
    kept: list[Block] = []
    left: list[Left] = []
    for number, block in enumerate(blocks):
        why = _CONTENTS if number in contents else _why(block, boxes)
        if why:
            left.append(Left(_all_of(block), block.place, why))
        else:
            kept.append(block)
    return Beside(tuple(kept), tuple(left))


def _why(block: Block, boxes: set[int]) -> str:
    """Why a block is left, empty where it is not."""
    if block.box and block.box not in boxes:
        return IN_BOX if block.is_shown else ""
    if block.counted and not block.cell and not block.runs:
        return _NUMBER
    return ""


def _is_text(block: Block) -> bool:
    """Whether a block of a box is text of the report: labelled, or a sentence."""
    return bool(block.label or block.style.kind) or not block.is_line


def _all_of(block: Block) -> str:
    number = block.label.text if block.label and block.counted else ""
    words = "".join(run.text for run in block.whole)
    return f"{number} {words}".strip()


def _contents(blocks: Sequence[Block], words: Words) -> set[int]:
    """The numbers of the blocks that are a table of contents, its heading too."""
    found = {n for n, block in enumerate(blocks) if block.style.kind == CONTENTS}
    for number, block in enumerate(blocks):
        if _is_called_contents(block, words):
            entries = [*_entries(blocks, number + 1)]
            styled = number + 1 in found
            found |= {number, *entries} if entries or styled else set()
    return found


def _is_called_contents(block: Block, words: Words) -> bool:
    return _key(block.text) == _key(words.optional("words", "contents"))


def _entries(blocks: Sequence[Block], start: int) -> Iterator[int]:
    """The blocks from a place on that end in the number of a page."""
    for number, block in enumerate(blocks[start:], start):
        text = "".join(run.text for run in block.whole).strip()
        if block.cell or not _ENTRY.fullmatch(text):
            return
        yield number


def _key(text: str) -> str:
    return folded(text).casefold()
