"""What an introduction says of the meetings themselves."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.recover.adoptions_in import adopted_report, adopts_report
from reportkit.recover.bodies_in import bodies_in
from reportkit.recover.cues import says
from reportkit.recover.dates_in import Days, days_in, is_inside
from reportkit.recover.durations_in import first_and_last
from reportkit.recover.facts import Context, Fact, Held, Took
from reportkit.recover.items_in import titled
from reportkit.recover.meetings_in import count_in
from reportkit.recover.said import Sentence
from reportkit.recover.taking_up import taken_up


def read_introduction(sentence: Sentence) -> Sentence:
    """The facts of a sentence on the days, the items or the adoption, if it has any."""
    context = sentence.context
    text = sentence.masked
    facts: tuple[Fact, ...] = (*_held(text, context), *_took(text, context))
    if adopts_report(text, context):
        facts += (adopted_report(text, context),)
    return sentence.said(*facts) if facts else sentence


def _held(text: str, context: Context) -> Iterator[Held]:
    """The days of each body that is named: one for all of them, or each its own."""
    days = tuple(each for each in days_in(text, context) if each.span)
    if not days or not is_inside(days, context):
        return
    if not says(context.language, text, "met"):
        return
    mentions = bodies_in(text, context)
    own = tuple(dict.fromkeys(body for m in mentions for body in m.bodies))
    for body, span in zip(own, _spans(days, len(own)), strict=True):
        first, last = first_and_last((span,))
        yield Held(body, 0, first, last)


def _spans(days: tuple[Days, ...], count: int) -> tuple[Days, ...]:
    return days if len(days) == count else (days[0],) * count


def _took(text: str, context: Context) -> Iterator[Took]:
    items = titled(text, context)
    if not items or not says(context.language, text, "considered"):
        return
    held = any(each.span for each in days_in(text, context))
    took = () if held else taken_up(text, context)
    if took and all(each.numbers or each.days for each in took):
        yield from took
        return
    yield Took({}, (), items, count_in(text, context.language))
