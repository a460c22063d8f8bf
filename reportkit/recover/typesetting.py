"""Lines with the apostrophes and quotation marks that their language prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportkit.languages.words import Words
from reportkit.published.lines import Line
from reportkit.source.values import Text

APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
# From one straight mark to the next in the same text.
QUOTED = re.compile(r'(?<![\w"])"(?=\S)([^"]*?)(?<=\S)"(?!\w)')


def typeset(lines: Iterable[Line], words: Words) -> Iterator[Line]:
    """The lines with straight marks set as the day of the session sets them.

    Marks that are printed with a space inside them are left as they are.
    """
    row = words.typography
    opened, closed = str(row[Text("open")]), str(row[Text("close")])
    for line in lines:
        text = APOSTROPHE.sub("’", line.text)
        if len(opened) == len(closed) == 1:
            text = QUOTED.sub(rf"{opened}\1{closed}", text)
        yield line._replace(text=text)
