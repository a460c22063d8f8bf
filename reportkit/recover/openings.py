"""The opening of a summary: when items were taken up."""

from __future__ import annotations

from reportkit.recover.dates_in import days_in
from reportkit.recover.said import Sentence
from reportkit.recover.taking_up import taken_up


def read_opening(sentence: Sentence) -> Sentence:
    """The facts of a sentence that says when items were taken up, if it does."""
    text, context = sentence.masked, sentence.context
    took = taken_up(text, context)
    spans = any(each.span for each in days_in(text, context))
    # Days of a whole session are not those of an item, unless meetings are named.
    known = (each.numbers or (each.items and not spans and each.days) for each in took)
    return sentence.said(*took) if took and all(known) else sentence
