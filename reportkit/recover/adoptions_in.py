"""The adoption of an agenda and of the report."""

from __future__ import annotations

from reportkit.recover.bodies_in import bodies_in, ids_of, is_owner, sole
from reportkit.recover.cues import cue, manner_in, says
from reportkit.recover.dates_in import days_in, is_inside, undated
from reportkit.recover.facts import Adopted, Context
from reportkit.recover.items_in import names_items
from reportkit.recover.meetings_in import (
    blanked,
    is_of_others,
    numbers_in,
    runs_in,
)
from reportkit.recover.said import Sentence


def read_agenda(sentence: Sentence) -> Sentence:
    """The fact of a sentence by which an agenda was adopted, if it is one."""
    context = sentence.context
    text = sentence.masked
    language = context.language
    if not says(language, text, "adopted", "agenda") or names_items(text, language):
        return sentence
    if says(language, text, "other-agenda") or _is_of_others(text, context):
        return sentence
    made = _adopted("agenda", text, context)
    told = sentence.points or says(language, text, "following") or made.meeting
    known = (told and bodies_in(text, context)) or sentence.section == "agenda"
    inside = is_inside(days_in(text, context), context)
    return sentence.said(made) if known and inside else sentence


def read_adoption(sentence: Sentence) -> Sentence:
    """The fact of a sentence by which the report was adopted, if it is one."""
    context = sentence.context
    text = sentence.masked
    if not adopts_report(text, context):
        return sentence
    made = _adopted("report", text, context)
    if sentence.section != "adoption" and not (made.on or made.meeting):
        return sentence
    return sentence.said(made)


def adopts_report(text: str, context: Context) -> bool:
    """Whether a masked sentence says that the report was adopted, in these days."""
    language = context.language
    adopted = cue(language, "adopted").search(text)
    if not adopted or not is_inside(days_in(text, context), context):
        return False
    if _is_of_others(text, context):
        return False
    return says(language, text, "report") and not says(language, text, "agenda")


def _is_of_others(text: str, context: Context) -> bool:
    """Whether somebody else adopted: the Bureau of the Committee, or at a meeting of
    it."""
    language = context.language
    bare = undated(text, days_in(text, context))
    runs, mentions = runs_in(bare, language), bodies_in(text, context)
    hollow = blanked(bare, [(m.start, m.end) for m in mentions])
    if any(is_of_others(run, hollow, language) for run in runs):
        return True
    hollow = blanked(hollow, [(run.start, run.end) for run in runs])
    first = cue(language, "adopted").search(hollow)
    own = [m for m in mentions if first and m.start < first.start()]
    return bool(own) and all(
        is_owner(mention, hollow[: mention.start], language) for mention in own
    )


def adopted_report(text: str, context: Context) -> Adopted:
    """The adoption of the report that a masked sentence tells of."""
    return _adopted("report", text, context)


def _adopted(what: str, text: str, context: Context) -> Adopted:
    days = days_in(text, context)
    numbers = numbers_in(undated(text, days), context.language)
    return Adopted(
        what,
        _body(text, context),
        numbers[0] if numbers else 0,
        days[0].days[0] if days else None,
        manner_in(context.language, text),
    )


def _body(text: str, context: Context) -> str:
    """The body that adopted; empty where all of several did."""
    named = bodies_in(text, context)
    if any(len(mention.bodies) > 1 for mention in named):
        return ""
    own = tuple(dict.fromkeys(body for m in named for body in m.bodies))
    if len(own) > 1 and set(own) == set(ids_of(context)):
        return ""
    return own[0] if own else sole(context)
