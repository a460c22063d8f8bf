"""The opening of a summary: when items were taken up, and who led the discussion."""

from __future__ import annotations

from reportkit.recover.bodies_in import bodies_in, sole
from reportkit.recover.cues import cue, says
from reportkit.recover.dates_in import days_in, every_day, is_inside, undated
from reportkit.recover.facts import Context, Fact, Person, Spoke, Took
from reportkit.recover.items_in import names_items, titled, unders_in
from reportkit.recover.meetings_in import count_in, numbers_in, part_of_day
from reportkit.recover.persons_in import persons_in
from reportkit.recover.said import Sentence
from reportkit.recover.states_in import state_in, unarticled
from reportkit.recover.text_in import unended


def read_opening(sentence: Sentence) -> Sentence:
    """The fact of a sentence that says when items were taken up, if it does."""
    text = sentence.masked
    context = sentence.context
    if not says(context.language, text, "considered") or not bodies_in(text, context):
        return sentence
    spans = any(each.span for each in days_in(text, context))
    took = took_in(text, context)
    # Days of a whole session are not those of an item, unless meetings are named.
    when = took and (took.numbers or (took.items and not spans and took.days))
    return sentence.said(took) if took and when else sentence


def took_in(text: str, context: Context) -> Took | None:
    """What a masked sentence says was taken up; nothing of days before or after."""
    days = days_in(text, context)
    named = names_items(text, context.language) or says(context.language, text, "item")
    if not named or not is_inside(days, context):
        return None
    unders = unders_in(text, context)
    items = tuple(item for under in unders for item in under.items)
    bare = undated(text, days)
    body = _body(bare, unders[0].body if unders else "", context)
    numbers = numbers_in(bare, context.language)
    return Took(
        {body: numbers} if numbers and body else {},
        tuple(dict.fromkeys(day for each in days for day in every_day(each))),
        items or titled(text, context),
        0 if numbers else count_in(bare, context.language),
        part_of_day(text, context.language),
    )


def _body(text: str, own: str, context: Context) -> str:
    """The body that took items up; empty for all of them."""
    named = bodies_in(text, context)
    if any(len(mention.bodies) > 1 for mention in named):
        return ""
    if own:
        return own
    first = next((m.bodies[0] for m in named if m.bodies), "")
    return first or sole(context)


def read_leading(sentence: Sentence, took: Took) -> Sentence:
    """Who led the discussion, of the sentence after an opening, if it tells."""
    context = sentence.context
    language = context.language
    text = unended(sentence.text)
    led = cue(language, "led").search(text)
    if not led:
        return sentence
    end = cue(language, "led-end").search(text, led.end())
    who = text[led.end() : end.start() if end else len(text)].strip()
    item = took.items[0] if took.items else ""
    body = next(iter(took.numbers), "")
    if says(language, who, "representative"):
        presented = says(language, text, "presentation")
        return _representative(sentence, who, item, body if presented else None)
    bare = cue(language, "expert").sub("", who, count=1).strip()
    starts = cue(language, "expert").match(who)
    named = persons_in(bare if starts else who, context)
    if not named.persons:
        return sentence
    role = "expert" if starts or says(language, named.after, "expert") else "leader"
    rest = "" if role == "expert" else named.after.strip(" ,،，")
    made = (Person(name, state, role, item) for name, state in named.persons)
    return sentence.said(*made, rest=rest)


def _representative(
    sentence: Sentence, who: str, item: str, presented: str | None
) -> Sentence:
    """A representative of the Secretariat, a State or an organization, without a name.

    `presented` is the body to which a presentation was made, if one was.
    """
    context = sentence.context
    match = cue(context.language, "representative").search(who)
    if not match:
        return sentence
    after = who[: match.start()] if context.language == "zh" else who[match.end() :]
    name = after.split(",")[0].split("،")[0].strip()
    if says(context.language, name, "secretariat"):
        made: tuple[Fact, ...] = (Person("", "", "secretariat", item),)
        if presented is not None:
            by = ("secretariat",)
            made += (Spoke((item,), by, kind="presentation", body=presented),)
        return sentence.said(*made)
    code = state_in(name, context.language, context.last)
    bare = "" if code else unarticled(name, context.language)
    rest = who if presented is not None else ""
    return sentence.said(Person(bare, code, "representative", item), rest=rest)
