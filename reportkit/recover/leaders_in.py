"""Who led a discussion, as the sentence after an opening tells it."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from reportkit.recover.cues import cue, says
from reportkit.recover.facts import Context, Fact, Person, Spoke, Took
from reportkit.recover.organizations_in import unarticled
from reportkit.recover.persons_in import AND, persons_in
from reportkit.recover.said import Sentence
from reportkit.recover.states_in import state_in
from reportkit.recover.text_in import unended

SECRETARIAT = "secretariat"
_SIGNS = " ,،，、;"
_BY = re.compile(r"^(?:by|par|por)\s+")
_IN = re.compile(r"[(（]([^()（）]+)")
_ARTICLE = 5  # characters of an article before "expert"


def read_leading(sentence: Sentence, took: Took) -> Sentence:
    """Who led the discussion, of the sentence after an opening, if it tells."""
    context = sentence.context
    text = unended(sentence.text)
    who = _who(text, context.language)
    item = next(iter(took.items), "")
    led = [_led(part, item, context) for part in _parts(who, context)]
    facts = [fact for own, _ in led for fact in own]
    rest = " ".join(unread for _, unread in led if unread)
    if facts and says(context.language, text, "presentation"):
        roles = [fact.role for fact in facts if isinstance(fact, Person)]
        if SECRETARIAT in roles:
            body = next(iter(took.numbers), "")
            facts.append(Spoke((item,), (SECRETARIAT,), kind="presentation", body=body))
        elif "representative" in roles:
            rest = who
    return sentence.said(*facts, rest=rest) if facts else sentence


def _who(text: str, language: str) -> str:
    """The words on those who led; empty where a sentence tells of nobody."""
    led = cue(language, "led").search(text)
    if not led:
        return ""
    end = cue(language, "led-end").search(text, led.end())
    return text[led.end() : end.start() if end else len(text)].strip()


def _parts(who: str, context: Context) -> list[str]:
    """Persons and each representative apart, in the order of the sentence."""
    cuts = {0, len(who)}
    joints = [match.end() for match in AND[context.language].finditer(who)]
    found = list(cue(context.language, "representative").finditer(who))
    for match in found:
        # In Chinese those who are represented stand before the word.
        if context.language == "zh":
            before = (at for at in joints if at <= match.start())
            cuts |= {max(before, default=0), match.end()}
        else:
            cuts.add(match.start())
        after = (at for at in joints if at > match.end())
        cuts |= set(islice((e for e in after if _begins_persons(who[e:], context)), 1))
    ordered = sorted(cuts)
    return [who[start:end] for start, end in pairwise(ordered)]


def _begins_persons(text: str, context: Context) -> bool:
    """Whether a text begins with persons of a State, and with no representative."""
    bracket = text.find("(") if "(" in text else text.find("（")
    if says(context.language, text[: max(bracket, 0)], "representative"):
        return False
    named = persons_in(_BY.sub("", text), context)
    return any(state for _, state in named.persons)


def _led(part: str, item: str, context: Context) -> tuple[list[Fact], str]:
    """Those of a part who led, and what of it is unread."""
    part = _unjoined(part, context.language)
    if says(context.language, part, "representative"):
        return _representative(part, item, context), ""
    expert = cue(context.language, "expert").search(part)
    if expert and expert.start() <= _ARTICLE:
        return _persons(part[expert.end() :], "expert", item, context)
    return _persons(part, "leader", item, context)


def _persons(
    part: str, role: str, item: str, context: Context
) -> tuple[list[Fact], str]:
    """The persons of a part; none where another is not read: who led is not sure."""
    named = persons_in(_BY.sub("", part).strip(), context)
    after = _unjoined(named.after, context.language).strip(_SIGNS)
    if any(state_in(e, context.language, context.last) for e in _IN.findall(after)):
        return [], part
    if says(context.language, after, "expert"):
        role = "expert"
    made: list[Fact] = [Person(n, state, role, item) for n, state in named.persons]
    return made, "" if role == "expert" else after


def _unjoined(text: str, language: str) -> str:
    """A text without the "and" that it ends with."""
    spaced = f" {text.strip()} "
    ends = (m.start() for m in AND[language].finditer(spaced) if m.end() == len(spaced))
    return spaced[: next(ends, len(spaced))].strip().removesuffix(" و")


def _representative(part: str, item: str, context: Context) -> list[Fact]:
    """A representative of the Secretariat, a State or an organization, unnamed."""
    match = cue(context.language, "representative").search(part)
    if not match:
        return []
    after = part[: match.start()] if context.language == "zh" else part[match.end() :]
    name = after.split(",")[0].split("،")[0].strip()
    if says(context.language, name, "secretariat"):
        return [Person("", "", SECRETARIAT, item)]
    code = state_in(name, context.language, context.last)
    bare = "" if code else unarticled(name, context.language)
    return [Person(bare, code, "representative", item)]
