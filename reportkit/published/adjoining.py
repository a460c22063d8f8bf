"""Lines that belong to what is above or below them, and are known by their words.

"Table 1" stands over a table or over its caption, "(agenda item 3)" under a heading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_LONGEST_LABEL, _LONGEST_ITEM = 200, 120  # characters
_NUMERAL = (
    r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Z]|[一二三四五六七八九十]{1,3})"
    r"(?:[.-](?:\d{1,3}|[A-Za-z]))?"
)
# What a language calls that which has a caption; the items of an agenda.
_CAPTIONED: Mapping[str, str] = MappingProxyType(
    {
        "en": r"(?:table|figure|chart|box|map) ",
        "fr": r"(?:tableau|figure|graphique|encadré|carte) ",
        "es": r"(?:cuadro|tabla|figura|gráfico|recuadro|mapa) ",
        "ru": r"(?:таблица|рисунок|диаграмма|вставка|карта) ",
        "zh": r"(?:图表|表|图|专栏|方框) ?",
        "ar": r"(?:ال)?(?:جدول|شكل|إطار|رسم|خريطة) ",
    }
)
_ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "en": r"(?:provisional )?(?:agenda )?items?",
        "fr": r"points?",
        "es": r"(?:tema|subtema)s?",
        "ru": r"(?:под)?пункт\w*",
        "zh": r"(?:临时)?(?:议程)?项目",
        "ar": r"(?:ال)?(?:بند|بندان|بندين|بنود)",
    }
)


def is_label_of_caption(text: str, code: str) -> bool:
    """Whether a line is "Table 1" and no more, so that a caption may follow."""
    return bool(_pattern(code, alone=True).fullmatch(text.strip()))


def is_caption(text: str, code: str) -> bool:
    """Whether a line is "Table 1", alone or with the caption behind a sign."""
    line = text.strip()
    return len(line) <= _LONGEST_LABEL and bool(_pattern(code).fullmatch(line))


def is_item_of_heading(text: str, code: str) -> bool:
    """Whether a line names items of the agenda in brackets, and nothing else."""
    line = text.strip()
    return len(line) <= _LONGEST_ITEM and bool(_item(code).fullmatch(line))


@lru_cache(maxsize=16)
def _pattern(code: str, alone: bool = False) -> re.Pattern[str]:
    rest = "" if alone else r"(?:(?:\s*[.:：–—-]\s+|\s*[：—]|\t|\n)\S.*)?"
    named = rf"{_CAPTIONED[code]}{_NUMERAL}[.:：]?{rest}"
    return re.compile(named, re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=8)
def _item(code: str) -> re.Pattern[str]:
    numbered = rf"[(（]\s*{_ITEMS[code]}\s?[\d(（][^.;]*[)）]"
    return re.compile(numbered, re.IGNORECASE | re.DOTALL)
