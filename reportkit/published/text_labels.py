"""Labels at the beginning of a paragraph, and the numbers that they may stand for.

`(i)` is the ninth letter or the first Roman numeral: a label has readings, and what
stands before it decides between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.languages.numerals import HAN, han, latin, roman
from reportkit.languages.words import Words
from reportkit.source.values import Text

# Systems of numbers, as labels have them.
CHAPTER, SECTION, FIGURE = "chapter", "section", "figure"
LETTER, SMALL_ROMAN, BRACKETED, QUOTED, LOWER = (
    *("letter", "small roman", "bracketed"),
    *("quoted", "lower"),
)
POINTS = frozenset((LETTER, SMALL_ROMAN, BRACKETED, QUOTED, LOWER))
# The order in which headings are nested; a chapter is in nothing.
RANKS = {CHAPTER: 0, SECTION: 1, FIGURE: 2, LETTER: 3, SMALL_ROMAN: 4, BRACKETED: 4}

CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
# А. and В. of Russian look like A. and B., and are typed for them.
LOOK_ALIKES = str.maketrans("АВСЕНКМОРТХІ", "ABCEHKMOPTXI")
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
DASHES = "–—−•●▪◦■·‒―"
DASH_SIGN = re.compile(rf"([{DASHES}*-])(?=\s+\S)\s+")
# Signs of vowels, which stand on one letter or another, or are left out: أولاً, أولا.
ARABIC = re.compile("[\u0621-\u064a]")
VOWELS = re.compile("[\u064b-\u0652\u0640]")
SMALL = {roman(n): n for n in range(1, 60)}
CAPITALS = {numeral.upper(): n for numeral, n in SMALL.items()}
LATIN = {latin(n): n for n in range(1, 53)}
SECTIONS = {numeral.upper(): n for numeral, n in LATIN.items()}


class Reading(NamedTuple):
    """A number in a system."""

    system: str
    number: int


class Label(NamedTuple):
    """A label as printed; `length` counts its characters with the space after it."""

    text: str
    length: int
    readings: tuple[Reading, ...]

    def number(self, system: str) -> int:
        """The number that it is in a system; 0 where it is none."""
        return next((n for each, n in self.readings if each == system), 0)


class Grammar(NamedTuple):
    """How a language writes labels: `tables` has the numerals of each kind of sign."""

    sign: re.Pattern[str]
    tables: Mapping[str, tuple[tuple[str, Mapping[str, int]], ...]]

    def read(self, text: str) -> Label | None:
        """The label that a text begins with, if anything follows it."""
        match = self.sign.match(text)
        if match is None:
            return None
        kind = match.lastgroup or ""
        readings = tuple(self._readings(kind, match[kind]))
        return Label(match[0].strip(), match.end(), readings) if readings else None

    def _readings(self, kind: str, said: str) -> Iterator[Reading]:
        if said.isdecimal():
            yield Reading(SYSTEMS[kind], int(said.translate(EASTERN)))
        said = said.translate(LOOK_ALIKES) if kind == "upper" else said
        said = VOWELS.sub("", said)
        for system, numerals in self.tables.get(kind, ()):
            if said in numerals:
                yield Reading(system, numerals[said])


# What a label in figures is, by the sign that it stands in.
SYSTEMS = {"figure": FIGURE, "bracketed": BRACKETED, "quoted": QUOTED}


def grammar_of(words: Words) -> Grammar:
    """The grammar of a language: what its words.yaml prints, and what others do."""
    numerals = {n: place for place, n in enumerate(map(han, range(1, 100)), 1)}
    chapters = _own(words, "ordinal") if words.language.spaced else numerals
    sections = _own(words, "letter-name")
    letters = _own(words, "letter")
    cyrillic = {letter: place for place, letter in enumerate(CYRILLIC, 1)}
    tables = {
        "upper": ((CHAPTER, CAPITALS), (SECTION, SECTIONS)),
        "name": ((CHAPTER, chapters), (SECTION, sections)),
        "small": ((LETTER, LATIN | cyrillic | letters), (SMALL_ROMAN, SMALL)),
        "bracketed": ((BRACKETED, numerals),),
        "lower": ((LOWER, LATIN),),
    }
    sign = _pattern(words, (*chapters, *sections), tuple(letters))
    return Grammar(re.compile(sign), tables)


def _own(words: Words, name: str) -> dict[str, int]:
    """The numerals of a language under a name, as they may come out of a PDF."""
    row = words.table.get(Text("numerals"), {}).get(Text(name), ())
    made: dict[str, int] = {}
    for number, numeral in enumerate(row, 1):
        for spelling in _spellings(str(numeral)):
            made.setdefault(spelling, number)
    return made


def _spellings(numeral: str) -> Iterator[str]:
    """With and without vowels; ل and ا are sometimes read in the wrong order."""
    bare = VOWELS.sub("", numeral)
    yield bare
    yield bare.replace("لا", "ال")


def _pattern(words: Words, names: tuple[str, ...], letters: tuple[str, ...]) -> str:
    """The signs that a label is written with; what follows it belongs to the text."""
    spaced = words.language.spaced
    after = r"(?=\s+\S)\s+" if spaced else r"(?=\s*\S)(?![0-9])\s*"
    # Arabic has 1- where others have 1.
    dash = r"|\s?\.?[-‑–](?=\s+\S)" if words.language.code == "ar" else ""
    signs = (
        rf"(?P<figure>[0-9٠-٩]{{1,4}})(?:\.(?![0-9]){dash}){after}",
        rf"(?P<upper>[A-ZА-Я]{{1,7}})\.{after}",
        rf"[(（]?(?P<small>{_any(letters)}|[a-z]{{1,5}}|[а-я])[)）]{after}",
        rf"[(（](?P<bracketed>[0-9٠-٩]{{1,2}}|[{HAN}十]{{1,3}})[)）]{after}",
        rf"[‘'](?P<quoted>[0-9٠-٩]{{1,2}})[’']{after}",
        rf"(?P<lower>[a-z])\.{after}",
        rf"(?P<name>{_any(names)})\s?[-–‑、.．]{{1,2}}{after}",
    )
    return "|".join(signs)


def _any(numerals: tuple[str, ...]) -> str:
    longest = sorted(numerals, key=len, reverse=True)
    return "|".join(map(_voweled, longest)) or "(?!)"


def _voweled(numeral: str) -> str:
    """What matches a numeral with signs of vowels anywhere, if it is Arabic."""
    if numeral.isascii() or not ARABIC.match(numeral):
        return re.escape(numeral)
    return "".join(f"{re.escape(letter)}{VOWELS.pattern}*" for letter in numeral)
