"""The few words by which a sentence is known for what it says, a table a language.

A cue is a pattern that is searched for, without regard to case. Arabic is typed
here without vowel signs; they may stand anywhere in a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from reportkit.recover import cues_ar, cues_en, cues_es, cues_fr, cues_ru, cues_zh

_ARABIC = re.compile("([\u0621-\u064a])")
_VOWELS = "(?:\\1[\u064b-\u0652\u0640]*)"
# Vowel signs are no letters to Python, so that no word ends after them.
_EDGE = (
    "(?:(?<![\u0621-\u0652])(?=[\u0621-\u064a])"
    "|(?<=[\u0621-\u0652])(?![\u0621-\u0652]))"
)
_TABLES: Mapping[str, Mapping[str, str]] = {
    "en": cues_en.CUES,
    "fr": cues_fr.CUES,
    "es": cues_es.CUES,
    "ru": cues_ru.CUES,
    "zh": cues_zh.CUES,
    "ar": cues_ar.CUES,
}
# The categories of participants.yaml, those first that the words of others contain.
CATEGORIES = (
    "integration_organizations",
    "non_signatories",
    "signatories",
    "other_entities",
    "specialized_agencies",
    "non_governmental",
    "intergovernmental",
    "states_parties",
    "states",
    "united_nations",
)
# Those whose members are States and nobody else.
STATES_ALONE = ("states", "states_parties", "signatories", "non_signatories")
CAPACITIES: Mapping[str, str] = {
    "signatories": "signatory",
    "non_signatories": "observer",
}


@cache
def cue(language: str, name: str) -> re.Pattern[str]:
    """The pattern of a cue; one that matches nothing where a language has none."""
    pattern = _TABLES[language].get(name, r"(?!)")
    if language == "ar":
        pattern = _ARABIC.sub(_VOWELS, pattern).replace(r"\b", _EDGE)
    return re.compile(pattern, re.I)


def says(language: str, text: str, *names: str) -> bool:
    """Whether a text has each of some cues."""
    return all(cue(language, name).search(text) for name in names)


def category_in(language: str, text: str) -> str:
    """The category of participants that a text names, or nothing."""
    return next((each for each in CATEGORIES if says(language, text, each)), "")


def manner_in(language: str, text: str) -> str:
    """How something was adopted, where a text says more than that it was."""
    return "orally-amended" if says(language, text, "orally-amended") else ""
