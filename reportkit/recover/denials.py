"""Sentences that have the words of a fact and say that it was otherwise.

What somebody did not do, should do or planned, who was not among them, what was at
another session: none of it is a fact of these meetings. Where words leave a doubt
there is no fact, and the report's own words stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportkit.recover.cues import category_in, cue, says
from reportkit.recover.meetings_in import counts_in
from reportkit.recover.said import Sentence
from reportkit.recover.states_in import listed

# The verbs by which a paragraph of a kind says its facts.
_VERBS: Mapping[str, tuple[str, ...]] = {
    "agenda": ("adopted",),
    "documentation": ("had-before",),
    "statements": ("statement", "presented"),
    "officers": ("chaired", "elected", "vice-chair", "rapporteur"),
    "duration": ("met",),
    "attendance": ("represented",),
    "adoption": ("adopted",),
    "opening": ("considered", "led"),
    "introduction": ("met", "considered", "adopted"),
}
# Kinds that others can be named beside the list for, or other meetings counted.
_ADDED_TO = ("statements", "attendance", "duration")
_COUNTING = ("duration", "opening", "introduction")
_LISTING = ("statements", "attendance")
# Categories that a name of an organization has the words of.
_UNSURE = ("", "united_nations")
# The vowel signs of Arabic, which would part words.
_SIGNS = re.compile("[\u064b-\u0652\u0640]")
# How many characters before a number say that it is a limit.
_NEAR = 25
# How many characters stand before words that begin a sentence.
_EARLY = 3
_COLON = re.compile("[:：]")


def is_denied(kind: str, sentence: Sentence) -> bool:
    """Whether a sentence that was read as of a kind says that it was otherwise."""
    language = sentence.context.language
    text = _bare(sentence.masked, language)
    if kind not in _VERBS:
        return False
    if says(language, text, "excepted") or says(language, text, "previous"):
        return True
    if kind in _COUNTING and _is_inexact(text, language):
        return True
    if kind in _ADDED_TO and _adds_to_others(kind, text, sentence):
        return True
    return _is_denied_before(kind, text, language)


def _bare(text: str, language: str) -> str:
    """A text without vowel signs and without what denies nothing: not later than."""
    bare = _SIGNS.sub("", text)
    for name in ("harmless", "non_signatories"):
        bare = cue(language, name).sub(" ", bare)
    return bare


def _is_inexact(text: str, language: str) -> bool:
    """Whether a number of meetings is a limit: no more than six meetings."""
    before = (text[max(0, at - _NEAR) : at] for at, _ in counts_in(text, language))
    return any(says(language, each, "inexact") for each in before)


def _is_denied_before(kind: str, text: str, language: str) -> bool:
    """Whether a word that denies stands before the last verb of a kind."""
    found = (
        m.end() for name in _VERBS[kind] for m in cue(language, name).finditer(text)
    )
    head = _COLON.split(text, maxsplit=1)[0]
    end = max((end for end in found if end <= len(head)), default=len(head))
    return says(language, text[:end], "denied")


def _adds_to_others(kind: str, text: str, sentence: Sentence) -> bool:
    """Whether somebody is named beside those of the list: in addition to Norway.

    Those of another category are listed by themselves: in addition to the members.
    """
    language, day = sentence.context.language, sentence.context.last
    head, *after = _COLON.split(text, maxsplit=1)
    said = head if after or kind == "duration" else text
    if match := cue(language, "besides").search(said):
        named = listed(match["who"], language, day).codes
        return bool(named) or category_in(language, match["who"]) in _UNSURE
    match = cue(language, "beside").search(said) if kind in _LISTING else None
    # Elsewhere than before the list, "as well as" only joins its names.
    heads = match and (after or match.start() < _EARLY)
    return bool(match and heads and listed(match["who"], language, day).codes)
