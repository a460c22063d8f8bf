"""Labels as they are printed, and what numbers they may stand for.

A label is a numeral in some system between signs: `12.`, `(a)`, `ii)`, `أولاً-`,
`（三）`. One label may be read in several ways: `i)` is a first and a ninth.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reportkit.languages.numerals import HAN, NUMERALS
from reportkit.languages.words import Words
from reportkit.source.values import Text

ARABIC, ROMAN, LATIN, DECIMAL = "arabic", "Roman", "Latin", "decimal"
DASHES = "–—-‑−•·●▪■□◦○➢➤→✓❖*"
LONGEST = 24  # characters of a label
_HIGHEST = 99  # the last number that is known in letters
# Harakat, the superscript alef and the tatweel: أولاً is also printed أولا.
_ADDED = re.compile("[\u064b-\u0652\u0670\u0640]")
_SIGNS = str.maketrans("‘’‛`´‐‑", "'''''--")
_PARTS = re.compile(
    r"(?P<before>[(\[']?)(?P<core>[^\W_]+(?:\.\d+)*)(?P<after>(?:[.)\]'、:]|[-–])*)"
)
_DASH = re.compile(rf"([{re.escape(DASHES)}]|o(?=\t))(?:\t|(?<!\*)[ \u00a0\u3000]+)")
_TYPED = re.compile(
    r"([(（\[‘']?[^\s()（）\[\].,、:‘’']{1,12}(?:\.\d+)*(?:[.．)）、\]’'-]|\s?[-‐‑–]){1,2})"
    rf"(?:[ \u00a0\u3000]+|(?<=[、．）])|(?<=[{HAN}十][.]))(?=\S)"
)
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"


class Reading(NamedTuple):
    """A number in a system of numerals."""

    system: str
    number: int


class Label(NamedTuple):
    """A label as printed; `shape` holds its signs around an x: `(x)`, `x.`.

    A dash has no readings, nor has what is in no system that is known.
    """

    text: str
    shape: str = ""
    readings: tuple[Reading, ...] = ()

    def number_in(self, system: str) -> int:
        """Its number in a system, 0 where it is none there."""
        return dict(self.readings).get(system, 0)

    @property
    def is_dash(self) -> bool:
        """Whether it is a sign alone; Word's second bullet is an o."""
        return self.text == "o" or not any(map(str.isalnum, self.text))


class Typed(NamedTuple):
    """A label typed before a text: where the text begins, whether a tab parts them."""

    label: Label
    offset: int
    tabbed: bool


def read_label(text: str, words: Words, bare: bool = False) -> Label | None:
    """The label that a text is; None where it is none.

    A bare one has no sign beside its numeral, as Word's lists may have it.
    """
    shown = text.strip()
    if shown and not shown.strip(DASHES + "o"):
        return Label(shown)
    parts = _PARTS.fullmatch(folded(shown))
    if not parts or len(shown) > LONGEST:
        return None
    if not (bare or parts["before"] or parts["after"]):
        return None
    readings = tuple(_readings(parts["core"], words))
    shape = f"{parts['before']}x{parts['after']}"
    return Label(shown, shape, readings) if readings else None


def typed_label(text: str, words: Words) -> Typed | None:
    """The label at the beginning of a text, after spaces and tabs."""
    begin = len(text) - len(text.lstrip())
    dash = _DASH.match(text, begin)
    if dash:
        return Typed(Label(dash[1]), dash.end(), "\t" in dash[0])
    head, tab, _ = text[begin:].partition("\t")
    if tab and len(head) <= LONGEST:
        label = read_label(head, words, bare=_stands_bare(head))
        return Typed(label, begin + len(head) + 1, True) if label else None
    typed = _TYPED.match(text, begin)
    label = read_label(typed[1], words) if typed else None
    return Typed(label, typed.end(), False) if typed and label else None


def folded(text: str) -> str:
    """A label without what printers do differently: widths, vowel signs, spaces."""
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return re.sub(r"\s+", "", _ADDED.sub("", plain))


def folded_label(text: str) -> str:
    """A label without the signs behind it that printers do differently.

    أولا - is أولاً-, and 一. is 一、; brackets and quotation marks stay.
    """
    return folded(text).rstrip(".、-–")


def _stands_bare(head: str) -> bool:
    """Whether a text before a tab is a numeral alone: figures, no year, or Roman."""
    return bool(re.fullmatch(r"\s*(?:\d{1,3}(?:\.\d+)*|[IVXLC]+)\s*", head))


def _readings(core: str, words: Words) -> Iterator[Reading]:
    if "." in core:
        yield Reading(DECIMAL, int(core.rpartition(".")[2]))
    elif core.isdecimal():
        yield Reading(ARABIC, int(core[:6]))
    else:
        yield from _numerals(words).get(core, ())
        yield from _cyrillic(core)


def _cyrillic(core: str) -> Iterator[Reading]:
    small = core.lower()
    if len(core) == 1 and small in _CYRILLIC:
        system = "cyrillic" if core == small else "Cyrillic"
        yield Reading(system, _CYRILLIC.index(small) + 1)


def _numerals(words: Words) -> Mapping[str, tuple[Reading, ...]]:
    """All numerals in letters that a language may use, with what they stand for."""
    rows = words.table.get(Text("numerals"), {})
    own = tuple((str(k), tuple(map(str, v))) for k, v in rows.items())
    return _table(own)


@lru_cache(maxsize=8)
def _table(
    own: tuple[tuple[str, tuple[str, ...]], ...],
) -> Mapping[str, tuple[Reading, ...]]:
    known: dict[str, tuple[Reading, ...]] = {}
    for system, written in NUMERALS.items():
        for number in range(1, _HIGHEST + 1) if system != ARABIC else ():
            _add(known, written(number), Reading(system, number))
    for system, numerals in own:
        for number, numeral in enumerate(numerals, 1):
            _add(known, numeral, Reading(system, number))
    return known


def _add(known: dict[str, tuple[Reading, ...]], numeral: str, reading: Reading) -> None:
    key = folded(numeral)
    known[key] = (*known.get(key, ()), reading)
