"""Numbers that sentences give: in figures, in words, as ordinals, as lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from reportkit.languages.numerals import han

_UNITS: Mapping[str, str] = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "fr": "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize"
    " quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "es": "un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece"
    " catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
    "ru": "один|одно|одна|одну два|две три четыре пять шесть семь восемь девять десять"
    " одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать"
    " восемнадцать девятнадцать двадцать",
    "ar": "واحدة|واحد اثنتان|اثنان|اثنتين|اثنين ثلاثة|ثلاث أربعة|أربع خمسة|خمس ستة|ست"
    " سبعة|سبع ثمانية|ثماني|ثمان تسعة|تسع عشرة|عشر",
}
_ORDINALS: Mapping[str, str] = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
    " twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth",
    "fr": "première|premier deuxième|seconde|second troisième quatrième cinquième"
    " sixième septième huitième neuvième dixième onzième douzième treizième"
    " quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
    "es": "primera|primer segunda|segundo tercera|tercer cuarta|cuarto quinta|quinto"
    " sexta|sexto séptima|séptimo octava|octavo novena|noveno décima|décimo undécima"
    " duodécima",
    "ru": "перв[а-я]+ втор[а-я]+ трет[а-я]+ четверт[а-я]+ пят[а-я]+ шест[а-я]+"
    " седьм[а-я]+ восьм[а-я]+ девят[а-я]+ десят[а-я]+ одиннадцат[а-я]+ двенадцат[а-я]+",
    "ar": "الأولى|الأول الثانية|الثاني الثالثة|الثالث الرابعة|الرابع الخامسة|الخامس"
    " السادسة|السادس السابعة|السابع الثامنة|الثامن التاسعة|التاسع العاشرة|العاشر"
    " الحادية عشرة",
}
# An ordinal in figures, and what stands between two of a list or a range.
_FIGURES: Mapping[str, str] = {
    "en": r"\d+(?:st|nd|rd|th)",
    "fr": r"\d+(?:res?|ers?|ères?|èmes?|es?|nde?)",
    "es": r"\d+\.?[ªº]",
    "ru": r"\d+(?:-?(?:ом|м|й|е|я|х))?",
    "zh": r"第?(?:\d+|[一二三四五六七八九十]+)次?",
    "ar": r"\d+",
}
_RANGES: Mapping[str, str] = {
    "en": r"(?:\bto\b|\bthrough\b|[–-])",
    "fr": r"(?:\bà\b|\bau\b|[–-])",
    "es": r"(?:\ba\b|\bal\b|[–-])",
    "ru": r"(?:\bпо\b|[–-])",
    "zh": r"(?:至|到|[–-])",
    "ar": r"(?:إلى|[–-])",
}
_LISTS: Mapping[str, str] = {
    "en": r"(?:, and (?:the )?|,| and (?:the )?|&)",
    "fr": r"(?:, et | et (?:au titre d\w+ )?|,)",
    "es": r"(?:, y | y | e |,)",
    "ru": r"(?: и |,)",
    "zh": r"(?:以及|、|和|及|，)",
    "ar": r"(?:،\s*و?|\s+و\s*)",
}
# Between two ordinals of some languages more can stand than a sign.
_BETWEEN: Mapping[str, str] = {
    "en": r"(?:resumed )?",
    "fr": r"(?:à (?:la reprise de )?s[ae]s? )?",
    "es": r"",
    "ru": r"(?:возобновленн\w+ )?",
    "zh": r"",
    "ar": r"",
}

# A number of more digits, or a range over more numbers, is none of meetings or items.
_DIGITS, _LONGEST = 5, 100


class Counting(NamedTuple):
    """How a language counts: patterns of a number, an ordinal, and of their lists."""

    cardinal: str
    ordinals: str
    numbers: str
    words: Mapping[str, int]
    order: tuple[re.Pattern[str], ...]
    one: re.Pattern[str]


@cache
def counting(language: str) -> Counting:
    """The patterns of a language, made once."""
    words = _words(language)
    cardinal = "|".join(sorted(words, key=len, reverse=True))
    named = _ORDINALS.get(language, "").replace("الحادية عشرة", "الحادية_عشرة").split()
    order = tuple(re.compile(each.replace("_", " "), re.I) for each in named)
    ordinal = "|".join((*(each.pattern for each in order), _FIGURES[language]))
    range_, and_ = _RANGES[language], _LISTS[language]
    parted = rf"\s*(?:{range_}|{and_})\s*{_BETWEEN[language]}"
    letter = r"\(?[^\W\d_]\)"
    number = rf"\d+(?:\s*{letter}(?:\s*{and_}\s*{letter})*)?"
    one = rf"(?P<range>{range_}(?=\s*(?:\d|{ordinal})))|(?P<one>{ordinal}|{number})"
    return Counting(
        rf"(?:\d+|{cardinal})",
        rf"(?:(?:{ordinal})(?:{parted}(?:{ordinal}))*)",
        rf"(?:{number}(?:\s*(?:{range_}|{and_})\s*{number})*)",
        words,
        order,
        re.compile(one, re.I),
    )


def _words(language: str) -> dict[str, int]:
    if language == "zh":
        return {"两": 2, "二": 2, **{han(number): number for number in range(1, 100)}}
    rows = enumerate(_UNITS[language].split(), 1)
    return {word: number for number, row in rows for word in row.split("|")}


def number_of(text: str, language: str) -> int:
    """A number in figures or words, or an ordinal; 0 for what is none."""
    known = counting(language)
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits.group()) if len(digits.group()) <= _DIGITS else 0
    bare = text.strip().lower()
    if bare in known.words:
        return known.words[bare]
    if language == "zh":
        return known.words.get(bare.strip("第次"), 0)
    order = enumerate(known.order, 1)
    return next((number for number, each in order if each.fullmatch(bare)), 0)


def numbers_of(text: str, language: str) -> tuple[int, ...]:
    """The numbers of a list in their order, ranges in full."""
    made: list[int] = []
    ranging = False
    for match in counting(language).one.finditer(text):
        number = number_of(match["one"], language) if match["one"] else 0
        if number and ranging and made and number - made[-1] < _LONGEST:
            made += range(made[-1] + 1, number)
        made += [number] if number else []
        ranging = bool(match["range"])
    return tuple(dict.fromkeys(made))
