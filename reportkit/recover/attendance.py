"""Who attended, by category, as the paragraphs on attendance list them."""

from __future__ import annotations

import re

from reportkit.recover.cues import STATES_ALONE, category_in, cue, says
from reportkit.recover.facts import Attended, Context
from reportkit.recover.organizations_in import is_name, unarticled
from reportkit.recover.partings import Parting, covered, parting
from reportkit.recover.said import Sentence
from reportkit.recover.statements_in import COLON, counted, who_in
from reportkit.recover.states_in import Listed, listed, state_in
from reportkit.recover.text_in import plain, unended

# The categories whose members are States or the like, listed by code.
_OF_STATES = (
    "states",
    "states_parties",
    "integration_organizations",
    "signatories",
    "non_signatories",
    "other_entities",
)
# Whose members are called organizations or the like.
_HEADED = ("united_nations", "specialized_agencies", "intergovernmental")
_WORDS = 16
# Who was not represented attended nothing.
_ABSENT = re.compile(
    r"\b(?:were|was|are|is) not (?:\w+ )?(?:represented|present)"
    r"|\bn[’'](?:était|étaient|a|ont) pas (?:\w+ )?(?:représent|présent)"
    r"|\bno (?:estuv|estab|asist)\w+|\bне (?:был|присутств)\w*"
    r"|未派|没有|(?<!\w)لم(?!\w)",
    re.IGNORECASE,
)


def read_attendance(sentence: Sentence) -> Sentence:
    """The facts of a sentence on who attended, if it is one."""
    language = sentence.context.language
    text = unended(sentence.text)
    if not says(language, text, "represented") or _ABSENT.search(text):
        return sentence
    head, *after = COLON.split(text, maxsplit=1)
    if after and after[0]:
        return _listed(sentence, head, after[0])
    if sentence.points and sentence.text.rstrip().endswith((":", "：")):
        return _points(sentence, head)
    return _one(sentence, text) or _several(sentence, text)


def _listed(sentence: Sentence, head: str, names: str) -> Sentence:
    language = sentence.context.language
    category = category_in(language, head)
    if not category or not says(language, head, "represented"):
        return sentence
    found = _attended(sentence.context, category, head, names)
    if not found:
        return sentence
    fact, rest = found
    return sentence.said(fact, rest=rest) if fact.codes or fact.names else sentence


def _attended(
    context: Context, category: str, head: str, names: str
) -> tuple[Attended, str] | None:
    """Those of a list; nothing where it can be parted in more than one way.

    A name that is no State's is unread in a list of States.
    """
    if category in _OF_STATES:
        found = listed(names, context.language, context.last, context.organizations)
        return _of_list(category, found)
    own = _parting(context, category, head, names)
    return (Attended(category, (), own.names), "") if own.sure else None


def _parting(context: Context, category: str, head: str, names: str) -> Parting:
    """The names of organizations that a head tells of."""
    language, known = context.language, context.organizations
    count = counted(language, head)
    return parting(names, language, known, count, category in _HEADED)


def unparted(text: str, context: Context) -> str:
    """The list of a sentence on attendance that can be parted in more than one way."""
    head, *after = COLON.split(unended(plain(text)), maxsplit=1)
    language = context.language
    category = category_in(language, head)
    if not after or category in ("", *_OF_STATES) or _ABSENT.search(head):
        return ""
    if not says(language, head, "represented"):
        return ""
    names = after[0]
    return names if not _parting(context, category, head, names).sure else ""


def _of_list(category: str, found: Listed) -> tuple[Attended, str]:
    """A list as a fact, and what of it is none; nothing where it names no State."""
    if category not in STATES_ALONE:
        return Attended(category, found.codes, found.names), found.rest
    codes = tuple(code for code in found.codes if code not in found.beside)
    beside = tuple(found.beside.values())
    unread = tuple(filter(None, (*found.names, *beside, found.rest)))
    fact = Attended(category, codes, (), unread if codes else ())
    return fact, " ".join(unread)


def _points(sentence: Sentence, head: str) -> Sentence:
    """A category a point, or the names of one category a point each."""
    language, day = sentence.context.language, sentence.context.last
    points = tuple(unended(plain(point)) for point in sentence.points)
    facts, rest = [], []
    for point in points:
        own, *names = COLON.split(point, maxsplit=1)
        category = category_in(language, own)
        if names and category:
            found = _attended(sentence.context, category, own, names[0])
            if not found:
                return sentence
            fact, unread = found
            facts.append(fact)
            rest += [unread] if unread else []
    category = category_in(language, head)
    if facts or not category:
        return sentence.said(*facts, rest=" ".join(rest)) if facts else sentence
    codes = tuple(filter(None, (state_in(point, language, day) for point in points)))
    names = [unarticled(p, language) for p in points if not state_in(p, language, day)]
    if category not in STATES_ALONE:
        return sentence.said(Attended(category, codes, tuple(names)))
    fact = Attended(category, codes, (), tuple(names))
    return sentence.said(fact, rest=" ".join(names)) if codes else sentence


def _one(sentence: Sentence, text: str) -> Sentence | None:
    """A lone State or organization: its category is what it is called."""
    context = sentence.context
    language, day, known = context.language, context.last, context.organizations
    match = cue(language, "represented-one").match(covered(text, language, known))
    if not match or len(match["name"].split()) > _WORDS:
        return None
    said = text[slice(*match.span("name"))]
    code = state_in(said, language, day)
    category = _called(match, code, language)
    if not category:
        return None
    found = listed(said, language, day, known)
    if not code and len(found.codes) > 1 and not (found.names or found.rest):
        fact, rest = _of_list(category, found)
        return sentence.said(fact, rest=rest)
    if code and category in _OF_STATES:
        return sentence.said(Attended(category, (code,)))
    own = parting(said, language, known, counted(language, text))
    if not own.sure or not all(is_name(name, language) for name in own.names):
        return None
    # A Russian name stands in another case here than in a list.
    rest = " ".join(own.names) if language == "ru" else ""
    return sentence.said(Attended(category, (), own.names), rest=rest)


def _called(match: re.Match[str], code: str, language: str) -> str:
    """The category of somebody who attended alone; nothing where it is not said."""
    known = match.groupdict()
    words = " ".join(filter(None, (known["as"], known.get("more"))))
    called = category_in(language, words)
    if not called and (words or not match["by"]) and language != "es":
        return ""
    return called or ("other_entities" if code else "intergovernmental")


def _several(sentence: Sentence, text: str) -> Sentence:
    """Those whose representatives or observers a sentence names one by one."""
    language, day = sentence.context.language, sentence.context.last
    place = who_in(text, language)
    if not place or sentence.section not in ("", "attendance"):
        return sentence
    start, end = place
    found = listed(text[start:end], language, day)
    if len(found.codes) < 2 or found.names:
        return sentence
    category = category_in(language, f"{text[:start]} {text[end:]}")
    fact, rest = _of_list(category if category in _OF_STATES else "states", found)
    return sentence.said(fact, rest=rest)
