"""The lines of a masthead out of the paragraphs that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportkit.languages.words import Words
from reportkit.opc.word_file import WordRun
from reportkit.published.lines import MASTHEAD, Line
from reportkit.published.word_blocks import Block
from reportkit.published.word_content import joined, marked
from reportkit.published.word_masthead import ORGAN, known_part, part_of

# Between what stands at the left of a line and at the right; a label has none.
_GAP = re.compile(r"(?<![:：,，،\s])(?:[ \u00a0]*\t\s*|[ \u00a0]{3,})(?=\S)")


def masthead_lines(blocks: Iterable[Block], words: Words) -> Iterator[Line]:
    """The lines of a masthead; the name of an organ may take several paragraphs."""
    organ: list[Line] = []
    for block in blocks:
        for line in _masthead_of(block, words):
            if line.label == ORGAN:
                organ.append(line)
                continue
            yield from _one(organ)
            organ = []
            yield line
    yield from _one(organ)


def masthead_parts(blocks: Iterable[Block], words: Words) -> set[str]:
    """The parts of a masthead that some blocks hold beyond doubt."""
    lines = (line for block in blocks for line in broken(block.whole, words))
    parts = {known_part(plain(runs), words) for runs in lines if plain(runs)}
    return parts - {"", "date", "language", "symbol"}


def _masthead_of(block: Block, words: Words) -> Iterator[Line]:
    for number, runs in enumerate(broken(block.whole, words)):
        text = marked(runs)
        text = joined((counted_label(block), text)) if not number else text
        if text:
            part = part_of(plain(runs), block.key, words) or ORGAN
            yield Line(MASTHEAD, text, block.place, part)


def counted_label(block: Block) -> str:
    """The number that Word counts before a block."""
    return block.label.text if block.label and block.counted else ""


def _one(lines: list[Line]) -> Iterator[Line]:
    """Lines as one, in the place of the first."""
    if lines:
        yield lines[0]._replace(text=joined(line.text for line in lines))


def plain(runs: Iterable[WordRun]) -> str:
    """The words of runs, without spaces around them."""
    return "".join(run.text for run in runs).strip()


def broken(runs: Sequence[WordRun], words: Words) -> Iterator[list[WordRun]]:
    """The runs of each line: one ends where it is broken by hand, and at a gap where
    what stands left or right of it is known to be of a masthead.
    """
    text = "".join(run.text for run in runs)
    for line in re.finditer(r"[^\n]*", text):
        gaps = [gap.span() for gap in _GAP.finditer(text, *line.span())]
        gaps = gaps or [*_before_symbol(line[0], line.start(), words)]
        edges = [line.start(), *(edge for gap in gaps for edge in gap), line.end()]
        halves = [*zip(edges[::2], edges[1::2], strict=True)]
        known = any(known_part(text[slice(*half)].strip(), words) for half in halves)
        for start, end in halves if known else [line.span()]:
            yield _between(runs, start, end)


def _before_symbol(text: str, start: int, words: Words) -> Iterator[tuple[int, int]]:
    """The space between the name of the organization and a symbol in one line."""
    for space in re.finditer(r"(?<=\S)[ \u00a0](?=\S)", text):
        halves = (text[: space.start()], text[space.end() :])
        parts = [known_part(half.strip(), words) for half in halves]
        if parts == ["organization", "symbol"]:
            yield start + space.start(), start + space.end()


def _between(runs: Iterable[WordRun], start: int, end: int) -> list[WordRun]:
    """The runs between two offsets of their text."""
    made: list[WordRun] = []
    for run in runs:
        text = run.text[max(start, 0) : max(end, 0)]
        made += [run._replace(text=text)] if text else []
        start, end = start - len(run.text), end - len(run.text)
    return made
