"""The numbers that a finished document prints, as people point at them."""

from __future__ import annotations

from reportkit.document.nodes import Document, Paragraph
from reportkit.languages.words import Words
from reportkit.revise.alignment import Line, lines_of

SIGNS = ".-、- "


def numbers_in(document: Document, words: Words) -> dict[str, str]:
    """What each passage of a document is called there: `12`, `6 (j)`, `III`.

    A point is called by its paragraph; one without a letter is its paragraph.
    """
    made: dict[str, str] = {}
    above: list[str] = [""]
    for line in lines_of(document.blocks):
        number = _number(line, above, words)
        if line.node.id:
            made.setdefault(line.node.id, number)
    return made


def _number(line: Line, above: list[str], words: Words) -> str:
    """The number of a line; `above` keeps those that it and its points lie under."""
    label = str(getattr(line.node, "label", ""))
    if not line.listing:
        number = label.rstrip(SIGNS)
        if isinstance(line.node, Paragraph) and number:
            above[:] = [number]
        return number
    del above[line.depth + 1 :]
    under = above[-1]
    lettered = line.listing == "points" and label
    number = (
        words.filled(("references", "joined"), number=under, label=label)
        if lettered
        else under
    )
    above.append(number)
    return number


def typed_labels(document: Document) -> dict[str, str]:
    """The label that each passage of a document is printed with: `12.`, `(j)`."""
    lines = lines_of(document.blocks)
    labels = {line.node.id: getattr(line.node, "label", "") for line in lines}
    return {id: label for id, label in labels.items() if id and label}
