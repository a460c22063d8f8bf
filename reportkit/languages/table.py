"""The languages, a row each."""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """A language reports are issued in.

    `letter` stands in the job number (`V.17-07483 (F)`); `tag` is BCP 47;
    `locale` is the CLDR locale whose plural rules hold; `spaced` says whether
    words are parted by spaces. `latin` is the language of Latin text inside a
    document, where it is not the document's; `line` the height of a line of body
    text in points, `tab_step` the way between tab stops in twips (measured in
    files of the United Nations, but for Chinese).
    """

    code: str
    tag: str
    locale: str
    letter: str
    direction: str = "ltr"
    font: str = "Times New Roman"
    east_asian_font: str = "SimSun"
    complex_font: str = "Times New Roman"
    spaced: bool = True
    latin: str = ""
    line: int = 12
    tab_step: int = 475


LANGUAGES = (
    Language("en", "en-GB", "en_GB", "E"),
    Language("fr", "fr-FR", "fr", "F"),
    Language("es", "es-ES", "es", "S"),
    Language("ru", "ru-RU", "ru", "R"),
    Language("zh", "zh-CN", "zh", "C", spaced=False, latin="en-GB", line=15),
    Language(
        "ar",
        "ar-SA",
        "ar",
        "A",
        "rtl",
        complex_font="Traditional Arabic",
        latin="en-GB",
        line=20,
        tab_step=662,
    ),
)
CODES = tuple(language.code for language in LANGUAGES)


def language_of(code: str) -> Language:
    """The row of a language; KeyError for a code that has none."""
    for language in LANGUAGES:
        if language.code == code:
            return language
    raise KeyError(code)
