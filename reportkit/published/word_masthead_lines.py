"""The lines of a masthead out of the paragraphs that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportkit.languages.words import Words
from reportkit.opc.word_file import WordRun
from reportkit.published.lines import MASTHEAD, Line
from reportkit.published.word_blocks import Block
from reportkit.published.word_content import joined, marked
from reportkit.published.word_masthead import ORGAN, known_part, part_of


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
    texts = (text for block in blocks for text in block.text.splitlines())
    parts = {known_part(text, words) for text in texts if text.strip()}
    return parts - {"", "date", "language", "symbol"}


def _masthead_of(block: Block, words: Words) -> Iterator[Line]:
    for number, runs in enumerate(broken(block.whole)):
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


def broken(runs: Sequence[WordRun]) -> list[list[WordRun]]:
    """Runs parted where a line is broken by hand."""
    lines: list[list[WordRun]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines += [[run._replace(text=text)] for text in rest]
    return lines
