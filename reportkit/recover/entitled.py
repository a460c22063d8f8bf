"""The titles of items that the paragraph below a heading quotes."""

from __future__ import annotations

import re

from reportkit.recover.cues import says
from reportkit.recover.folding import plain
from reportkit.recover.terms import Terms
from reportkit.source.values import Text

# How many characters from the number of an item its title stands.
_BESIDE = 40
# The quotation marks that reports have beside those of the house.
_MARKS = (("“", "”"), ("«", "»"), ("„", "“"), ("《", "》"))
_ENDS = " .,;，；،؛\u00a0"


def entitled(note: str, below: str, terms: Terms) -> str:
    """The title that an opening quotes beside the number of its one item, if it does.

    `note` has the number that the heading gives; an opening that gives another is on
    another item.
    """
    text = plain(below)
    quoted = quotations_in(text, terms)
    number = terms.number_of_item(text)
    noted = re.findall(r"\d+", note) or [number]
    if not number or noted != [number] or len(quoted) != 1:
        return ""
    start = text.find(quoted[0])
    places = text[max(0, start - _BESIDE) : start], text[start + len(quoted[0]) :]
    beside = number in {terms.number_of_item(each[:_BESIDE]) for each in places}
    opens = beside and says(terms.language, text, "considered")
    return quoted[0].rstrip(_ENDS) if opens else ""


def quotations_in(text: str, terms: Terms) -> list[str]:
    """What stands between the quotation marks of the language, else between others."""
    row = terms.words.typography
    own = tuple(str(row[Text(key)]).strip() for key in ("open", "close"))
    for opened, closed in (own, *_MARKS):
        between = rf"{re.escape(opened)}\s*(.+?)\s*{re.escape(closed)}"
        if found := re.findall(between, text):
            return found
    return []
