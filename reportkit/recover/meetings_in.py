"""The meetings that a sentence names: by their numbers, or by how many there were."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from reportkit.recover.numbers_in import counting, number_of, numbers_of

# The noun of a sitting, and the adjectives between a number and it.
_MEETING: Mapping[str, str] = {
    "en": r"meetings?\b",
    "fr": r"(?:séances?|réunions?)\b",
    "es": r"(?:sesi(?:ón|ones)|reuni(?:ón|ones))\b",
    "ru": r"заседани(?:е|я|и|й|ях|ем|ю|ями|ям)\b",
    "zh": r"会议",
    "ar": r"جلس(?:ة|ت|ات)\w*",
}
_BETWEEN: Mapping[str, str] = {
    "en": r"(?:(?:joint|plenary|formal|informal|public|private|closed|open"
    r"|official)\s+)*",
    "fr": r"",
    "es": r"",
    "ru": r"(?:(?:совместн|пленарн|открыт|закрыт|официальн)\w+\s+)*",
    "zh": r"(?:联合|全体|正式|公开)*",
    "ar": r"",
}
# A mention of one or two meetings that has no number beside it.
_DUAL: Mapping[str, tuple[str, ...]] = {
    "en": (r"\ba (?:single )?joint meeting\b",),
    "ru": (r"\bодном совместном заседании\b",),
    "ar": (r"جلسة\s+(?:\w+\s+)?واحدة", r"جلست(?:ين|ان)\b"),
}
# Between two meetings of one body, of which the second was resumed.
_AGAIN: Mapping[str, str] = {
    "en": r",? and (?:at )?(?:its|the)? ?(?:resumed )?",
    "fr": r",? et à (?:la reprise de )?s[ae]s? ",
    "es": r",? y en la continuación de (?:su|la) ",
}
_PART: Mapping[str, Mapping[str, str]] = {
    "en": {
        "morning": r"\bmorning",
        "afternoon": r"\bafternoon",
        "evening": r"\bevening",
    },
    "fr": {
        "morning": r"\bmatin(?:ée)?\b",
        "afternoon": r"\baprès-midi\b",
        "evening": r"\bsoir(?:ée)?\b",
    },
    "es": {
        "morning": r"\b(?:en|por|de) la mañana\b",
        "afternoon": r"\b(?:en|por|de) la tarde\b",
        "evening": r"\b(?:en|por|de) la noche\b",
    },
    "ru": {
        "morning": r"\bутр|перв\w+ половин\w+ дня",
        "afternoon": r"втор\w+ половин\w+ дня",
        "evening": r"\bвечер",
    },
    "zh": {"morning": "上午", "afternoon": "下午", "evening": "晚上"},
    "ar": {"morning": "صباح", "afternoon": "بعد ظهر", "evening": "مساء"},
}


@cache
def _numbered(language: str) -> re.Pattern[str]:
    numbers, noun = counting(language).ordinals, _MEETING[language]
    between = _BETWEEN[language]
    before = rf"(?P<numbers>{numbers})\s*{between}{noun}"
    if language == "zh":
        # 次 stands in each number; without 第 it is how many there were.
        before = rf"(?P<numbers>第{numbers}){between}{noun}"
    if language == "ar":
        before = rf"{noun}\s+(?P<numbers>{numbers})"
    after = rf"|{noun}\s+(?P<after>{numbers})" if language == "es" else ""
    return re.compile(
        f"(?<!\\w)(?:{before}{after})" if language != "zh" else before, re.I
    )


@cache
def _counted(language: str) -> re.Pattern[str]:
    number, noun = counting(language).cardinal, _MEETING[language]
    sign = "次" if language == "zh" else r"\s+"
    edge = "(?<![第\\d])" if language == "zh" else r"(?<!\w)"
    return re.compile(
        rf"{edge}(?P<number>{number}){sign}{_BETWEEN[language]}{noun}", re.I
    )


def numbers_in(text: str, language: str) -> tuple[int, ...]:
    """The numbers of the meetings that a text names."""
    made: list[int] = []
    end = 0
    for match in _numbered(language).finditer(text):
        if made and not re.fullmatch(
            _AGAIN.get(language, "(?!)"), text[end : match.start()]
        ):
            break
        known = match.groupdict()
        made += numbers_of(known["numbers"] or known.get("after") or "", language)
        end = match.end()
    return tuple(dict.fromkeys(made))


def count_in(text: str, language: str) -> int:
    """How many meetings a text says there were; 0 where it does not say."""
    match = _counted(language).search(text)
    if match:
        return number_of(match["number"], language)
    duals = enumerate(_DUAL.get(language, ()), 1)
    return next((count for count, each in duals if re.search(each, text)), 0)


def part_of_day(text: str, language: str) -> str:
    """Morning, afternoon or evening, where a text names the part of a day."""
    parts = _PART[language].items()
    return next((part for part, word in parts if re.search(word, text, re.I)), "")
