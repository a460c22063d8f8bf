"""Who made statements or presentations under which items, as sentences list them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.recover.cues import (
    CAPACITIES,
    STATES_ALONE,
    category_in,
    cue,
    says,
)
from reportkit.recover.facts import Context, Spoke
from reportkit.recover.items_in import names_items, unders_in, untitled
from reportkit.recover.organizations_in import is_name, is_organization
from reportkit.recover.partings import ONE, SEVERAL
from reportkit.recover.said import Sentence
from reportkit.recover.states_in import Listed, listed
from reportkit.recover.text_in import plain, unended

COLON = re.compile(r"\s*[:：]\s*")
SECRETARIAT = "secretariat"
_ENDS = ("statement", "under", "behalf", "capacity", "statement-noun")
_HAN_CAPACITY = re.compile(r"^.*?(?:签署国|非缔约国|区域经济一体化组织)")
_BRACKET = re.compile(r"[(（，,\s]*$")


def read_statements(sentence: Sentence) -> Sentence:
    """The facts of a sentence on statements or presentations, if it is one."""
    text = sentence.masked
    language = sentence.context.language
    if says(language, text, "statement"):
        return _statements(sentence, text)
    told = says(language, text, "secretariat", "presented")
    if told and names_items(text, language):
        return sentence.said(*_presentations(text, sentence.context))
    return sentence


def _presentations(text: str, context: Context) -> Iterator[Spoke]:
    for under in unders_in(text, context):
        if under.items:
            yield Spoke(
                under.items, (SECRETARIAT,), kind="presentation", body=under.body
            )


def _statements(sentence: Sentence, text: str) -> Sentence:
    context = sentence.context
    head, *after = COLON.split(text, maxsplit=1)
    if after and after[0]:
        category = category_in(context.language, head)
        names = _listed(after[0], head, context)
        if names.sure and (names.codes or category):
            return _spoken(sentence, head, names, category)
    return _in_sentence(sentence, text)


def _listed(names: str, head: str, context: Context) -> Listed:
    """The names of a list, by what is known and by the words before it."""
    language = context.language
    count = counted(language, head)
    return listed(names, language, context.last, context.organizations, count)


def unparted_speakers(text: str, context: Context) -> str:
    """The list of a sentence on statements that can be parted in more than one way."""
    bare = unended(plain(text))
    language = context.language
    if not says(language, bare, "statement"):
        return ""
    head, *after = COLON.split(bare, maxsplit=1)
    if not (after and after[0]):
        start, end = who_in(bare, language) or (0, 0)
        head, after = bare[:start], [_BRACKET.sub("", bare[start:end])]
    names = _listed(after[0], head, context)
    organized = any(is_organization(name, language) for name in names.names)
    return after[0] if not names.sure and organized else ""


def _spoken(
    sentence: Sentence, head: str, names: Listed, category: str, rest: str = ""
) -> Sentence:
    """A fact for each agenda under which they spoke, or one without an item."""
    capacity = CAPACITIES.get(category, "")
    context = sentence.context
    unders = unders_in(head, context) or (untitled(head, context),)
    by, others = _with_secretariat(names, context.language)
    known = _known(others, names, category, context.language)
    left = (*(name for name in others if name not in known), names.rest)
    unread = tuple(filter(None, left))
    said = (
        Spoke(e.items, by, known, capacity, body=e.body, unread=unread) for e in unders
    )
    return sentence.said(*said, rest=" ".join(filter(None, (*unread, rest))))


def _known(
    others: tuple[str, ...], names: Listed, category: str, language: str
) -> tuple[str, ...]:
    """Those who are an organization for sure: a list of States can misspell one."""
    if category in STATES_ALONE:
        return ()
    if not names.codes:
        return others
    return tuple(name for name in others if is_organization(name, language))


def _with_secretariat(
    names: Listed, language: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes and names of those who spoke, the Secretariat by its id."""
    own = [n for n in names.names if cue(language, "secretariat").fullmatch(n)]
    by = (*names.codes, SECRETARIAT) if own else names.codes
    return by, tuple(name for name in names.names if name not in own)


def _in_sentence(sentence: Sentence, text: str) -> Sentence:
    """Speakers who stand in the sentence itself: of one State, or of several."""
    context = sentence.context
    language = context.language
    place = who_in(text, language)
    if not place:
        return sentence
    start, end = place
    said = _BRACKET.sub("", text[start:end])
    names = _listed(said, text[:start], context)
    named = tuple(name for name in names.names if _is_one(name, language))
    left = tuple(name for name in names.names if name not in named)
    if not names.codes and (left or not named or not names.sure):
        return sentence
    names = Listed(names.codes, named, " ".join(filter(None, (names.rest, *left))))
    others = f"{text[:start]} {text[end:]}"
    category = _capacity(text, start, end, language)
    rest = _behalf(text, language)
    return _spoken(sentence, others, names, category, rest)


def counted(language: str, head: str) -> str:
    """Whether the words before a list tell of one or of several."""
    if says(language, head, "several"):
        return SEVERAL
    return ONE if says(language, head, "one") else ""


def who_in(text: str, language: str) -> tuple[int, int] | None:
    """Where the names of those stand who are represented in a sentence."""
    for name in ("representative", "observer"):
        match = cue(language, name).search(text)
        if match and language == "zh":
            before = text[: match.start()]
            capacity = _HAN_CAPACITY.match(before)
            return capacity.end() if capacity else 0, match.start()
        if match:
            return match.end(), _end(text, match.end(), language)
    return None


def _is_one(name: str, language: str) -> bool:
    """Whether a name is that of one organization: no other observer is in it."""
    others = (
        cue(language, each).search(name) for each in ("observer", "representative")
    )
    return is_name(name, language) and not any(others)


def _end(text: str, start: int, language: str) -> int:
    """Where the names end: at the verb, the items, a capacity or the end."""
    found = (cue(language, name).search(text, start) for name in _ENDS)
    return min((match.start() for match in found if match), default=len(text))


def _capacity(text: str, start: int, end: int, language: str) -> str:
    """The category that stands beside a name: a State signatory to the Convention."""
    if language == "zh":
        return category_in(language, text[:start])
    beside = cue(language, "capacity").match(text, end)
    if not beside:
        return ""
    after = (cue(language, name).search(text, beside.end()) for name in _ENDS[:2])
    last = min((match.start() for match in after if match), default=len(text))
    return category_in(language, text[beside.end() - 1 : last])


def _behalf(text: str, language: str) -> str:
    """The words on a group for which somebody spoke; no fact holds them."""
    match = cue(language, "behalf").search(text)
    if not match:
        return ""
    end = re.compile(r"[)）,،]|$").search(text, match.end())
    return text[match.start() : end.end() if end else len(text)].strip(" ,،")
