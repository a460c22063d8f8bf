"""The meetings that a sentence names: by their numbers, or by how many there were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

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
# What follows a meeting of somebody else: of the Bureau; in Chinese it precedes.
_OTHERS: Mapping[str, str] = {
    "en": r"\s*of (?:the |its |(?!the |its ))(?=\w)",
    "fr": r"\s*(?:du |de la |de l’|des |de s(?:on|a) |d’)(?=\w)(?!ordre)",
    "es": r"\s*(?:del |de l(?:a|os|as) |de su )(?=\w)",
    "ru": r"\s+(?=[А-Я])",
    "ar": r"\s*لل?(?=\w)(?!لنظر)",
}
_OTHERS_BEFORE: Mapping[str, str] = {"zh": r"(?:组|委员会|局|主席团|理事会)(?:的|其)?$"}
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
    "zh": r"(?:续会)?(?:以及|和|及)(?:在?其)?",
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


Span = tuple[int, int]


class Run(NamedTuple):
    """A place where meetings are named by their numbers."""

    start: int
    end: int
    numbers: tuple[int, ...]


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


def runs_in(text: str, language: str) -> tuple[Run, ...]:
    """The meetings that a text names by their numbers, those named together as one."""
    made: list[Run] = []
    for match in _numbered(language).finditer(text):
        known = match.groupdict()
        written = known["numbers"] or known.get("after") or ""
        run = Run(*match.span(), numbers_of(written, language))
        last = made[-1] if made else None
        between = text[last.end : run.start] if last else ""
        if last and re.fullmatch(_AGAIN.get(language, "(?!)"), between):
            numbers = tuple(dict.fromkeys(last.numbers + run.numbers))
            made[-1] = Run(last.start, run.end, numbers)
        elif run.numbers:
            made.append(run)
    return tuple(made)


def numbers_in(text: str, language: str) -> tuple[int, ...]:
    """The numbers of the meetings that a text names first."""
    return next((run.numbers for run in runs_in(text, language)), ())


def is_of_others(run: Run, hollow: str, language: str) -> bool:
    """Whether meetings are of somebody who is no body of the report.

    `hollow` is the text with spaces in the place of the bodies of the report.
    """
    after = re.match(_OTHERS.get(language, "(?!)"), hollow[run.end :])
    before = re.search(_OTHERS_BEFORE.get(language, "(?!)"), hollow[: run.start])
    return bool(after or before)


def blanked(text: str, places: Iterable[Span]) -> str:
    """A text of the same length with spaces at some places."""
    for start, end in places:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def counts_in(text: str, language: str) -> tuple[Span, ...]:
    """The places where a text says how many meetings there were."""
    return tuple(match.span() for match in _counted(language).finditer(text))


def count_in(text: str, language: str) -> int:
    """How many meetings a text says there were; 0 where it does not say."""
    match = _counted(language).search(text)
    if match:
        return number_of(match["number"], language)
    duals = enumerate(_DUAL.get(language, ()), 1)
    return next((count for count, each in duals if re.search(each, text)), 0)


def parts_of_day(text: str, language: str) -> tuple[str, ...]:
    """Morning, afternoon and evening, those that a text names."""
    parts = _PART[language].items()
    return tuple(part for part, word in parts if re.search(word, text, re.I))
