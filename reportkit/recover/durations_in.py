"""How many meetings bodies held, when, and how many of them with other bodies."""

from __future__ import annotations

import re
from datetime import date

from reportkit.recover.bodies_in import Mention, bodies_in, sole
from reportkit.recover.cues import cue, says
from reportkit.recover.dates_in import Days, days_in, is_inside, undated
from reportkit.recover.facts import Context, Held
from reportkit.recover.items_in import names_items
from reportkit.recover.meetings_in import count_in
from reportkit.recover.numbers_in import counting, number_of
from reportkit.recover.said import Sentence

_COMMA = re.compile(r"[,،，]")


def read_duration(sentence: Sentence) -> Sentence:
    """The facts of a sentence on how many meetings were held, if it is one."""
    context = sentence.context
    language = context.language
    text = sentence.masked
    days = days_in(text, context)
    if not says(language, text, "met") or names_items(text, language):
        return sentence
    count = count_in(undated(text, days), language)
    if not count or not is_inside(days, context) or not bodies_in(text, context):
        return sentence
    if sentence.section != "duration" and not days:
        return sentence
    return sentence.said(*_held(text, days, count, context))


def _held(
    text: str, days: tuple[Days, ...], count: int, context: Context
) -> tuple[Held, ...]:
    match = cue(context.language, "jointly-with").search(text)
    cut = match.start() if match else len(text)
    named = bodies_in(text, context)
    own = next((m.bodies for m in named if m.end <= cut and m.bodies), ())
    others = _ids([m for m in named if m.start >= cut])
    first, last = first_and_last(days)
    joint = _joint(undated(text, days)[:cut], count, context) if match else 0
    return tuple(
        Held(body, count, first, last, joint, tuple(e for e in others if e != body))
        for body in own or (sole(context),)
    )


def first_and_last(days: tuple[Days, ...]) -> tuple[date, date] | tuple[None, None]:
    """The first day and the last of those that a sentence gives."""
    every = [day for each in days for day in each.days]
    return (min(every), max(every)) if every else (None, None)


def _ids(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body for mention in mentions for body in mention.bodies))


def _joint(text: str, count: int, context: Context) -> int:
    """How many were joint: the number before the words, or all of them."""
    language = context.language
    before = _COMMA.split(text)[-1]
    if says(language, text, "all"):
        return count
    number = re.search(counting(language).cardinal, before, re.I)
    own = count_in(before, language)
    return own or (number_of(number.group(), language) if number else count)
