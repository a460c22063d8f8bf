"""Numbers as Word's lists print them: figures, letters, Roman, Chinese, Arabic.

The names of formats are those of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Word prints 0 and what is larger as figures.
_LAST_ROMAN, _MOST_REPEATS = 32_767, 30

_LATIN = "abcdefghijklmnopqrstuvwxyz"
# 29 letters: й, ъ and ь number nothing, ы does.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_SYMBOLS = "*†‡§"

_CHINESE = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")

Format = Callable[[int], str]


def roman(number: int) -> str:
    """Small Roman figures."""
    if not 0 < number <= _LAST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, as Word writes them in English."""
    teens = number // 10 % 10 == 1
    ending = {1: "st", 2: "nd", 3: "rd"}.get(0 if teens else number % 10, "th")
    return f"{number}{ending}"


def chinese(number: int) -> str:
    """A number as it is read in Chinese, up to 9999: 十, 十一, 二十, 一百零一."""
    if not 0 < number < 10_000:
        return _digits(_CHINESE)(number)
    written, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            zero = "零" if gap and written else ""
            written += f"{zero}{_CHINESE[digit]}{_PLACES[place]}"
        gap = not digit
    return written.removeprefix("一") if 10 <= number < 20 else written


def chinese_counting(number: int) -> str:
    """As `chinese` below a hundred, then figure by figure: 一〇一."""
    return chinese(number) if number < 100 else _digits(_CHINESE)(number)


def _letters(alphabet: str) -> Format:
    """After the last letter, Word begins again with two of each: z, aa, bb."""

    def written(number: int) -> str:
        repeats, place = divmod(number - 1, len(alphabet))
        if number < 1 or repeats >= _MOST_REPEATS:
            return str(number)
        return alphabet[place] * (repeats + 1)

    return written


def _circle(alphabet: str) -> Format:
    """After the last sign comes the first again."""
    return lambda number: alphabet[(number - 1) % len(alphabet)]


def _digits(figures: str) -> Format:
    table = {ord("0") + value: figure for value, figure in enumerate(figures)}
    return lambda number: str(number).translate(table)


def _signs(first: str, last: int) -> Format:
    """Signs of Unicode, one for each number up to the last."""
    return lambda n: chr(ord(first) + n - 1) if 0 < n <= last else str(n)


def _upper(written: Format) -> Format:
    return lambda number: written(number).upper()


def _nothing(number: int) -> str:
    return ""


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": "{:02d}".format,
        "decimalHalfWidth": str,
        "decimalFullWidth": _digits("０１２３４５６７８９"),
        "decimalEnclosedCircle": _signs("①", 20),
        "decimalEnclosedCircleChinese": _signs("①", 20),
        "decimalEnclosedFullstop": _signs("⒈", 20),
        "decimalEnclosedParen": _signs("⑴", 20),
        "numberInDash": "- {} -".format,
        "hex": "{:X}".format,
        "ordinal": ordinal,
        "lowerLetter": _letters(_LATIN),
        "upperLetter": _upper(_letters(_LATIN)),
        "lowerRoman": roman,
        "upperRoman": _upper(roman),
        "russianLower": _letters(_RUSSIAN),
        "russianUpper": _upper(_letters(_RUSSIAN)),
        "arabicAlpha": _letters(_ARABIC_ALPHA),
        "arabicAbjad": _letters(_ARABIC_ABJAD),
        "hindiNumbers": _digits("०१२३४५६७८९"),
        "chineseCounting": chinese_counting,
        "chineseCountingThousand": chinese,
        "taiwaneseCounting": chinese_counting,
        "taiwaneseCountingThousand": chinese,
        "taiwaneseDigital": _digits(_CHINESE),
        "japaneseCounting": chinese,
        "ideographDigital": _digits(_CHINESE),
        "japaneseDigitalTenThousand": _digits(_CHINESE),
        "ideographTraditional": _circle(_STEMS),
        "ideographZodiac": _circle(_BRANCHES),
        "chicago": _letters(_SYMBOLS),
        "none": _nothing,
        "bullet": _nothing,
    }
)


def is_known(name: str) -> bool:
    """Whether numbers of a format are printed as Word prints them."""
    return name in FORMATS


def formatted(number: int, name: str) -> str:
    """A number in a format; figures where the format is not known."""
    return FORMATS.get(name, str)(number)
