"""The figures of a text in a form that all languages share.

2 (b), 2 b) and 2 (ب) are one figure, as are 1,148, 1 148 and 1.148 where a
language writes it so, 2.5 and 2,5, and the digits of every script.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from reportkit.languages.numerals import latin, roman
from reportkit.languages.words import Words
from reportkit.model.kinds import SYMBOL

DIGIT = re.compile(r"\d")
MARK = re.compile(r"\{[^{}]*\}")
SPACES = "\u0020\u00a0\u2009\u202f"
# A number with the letters after it: 2 (b), 2 b), 67 (c) (ii), 2.5, 2,5.
FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*(?:\s*\(?(?:[a-z]|([a-z])\1|[ivx]+)\))*", re.IGNORECASE
)
# As many labels as a reference is likely to name.
LABELS = {"point": (latin, 28), "subpoint": (roman, 20)}


class Figures:
    """Reads the figures of one language's texts, by its words.yaml."""

    def __init__(self, words: Words | None) -> None:
        self.words = words

    def of(self, text: str) -> Counter[str]:
        """How often each figure, and each symbol with figures, stands in a text."""
        found: Counter[str] = Counter()
        if not DIGIT.search(text):
            return found
        plain = MARK.sub(" ", text) if "{" in text else text
        if "/" in plain:
            symbols = (match.group() for match in SYMBOL.finditer(plain))
            found.update(symbol for symbol in symbols if DIGIT.search(symbol))
            plain = SYMBOL.sub(" ", plain)
        plain = self._in_latin_letters(self._without_months(plain))
        plain = self.thousands.sub(lambda m: re.sub(r"\D", "", m.group()), plain)
        found.update(_folded(match.group()) for match in FIGURE.finditer(plain))
        return found

    @cached_property
    def thousands(self) -> re.Pattern[str]:
        """Groups of three digits, parted by a comma, a space or the language's sign."""
        own = self.words.optional("figures", "thousands") if self.words else ""
        sign = rf"[,{SPACES}{re.escape(own)}]"
        return re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{sign}\d{{3}})+(?!\d)")

    @cached_property
    def labels(self) -> dict[str, str]:
        """The language's labels of points that are no Latin letters, with those."""
        words = self.words
        return {
            own: f" ({numeral(number)})"
            for kind, (numeral, last) in LABELS.items()
            for number in (range(1, last + 1) if words else ())
            if words and not (own := words.label(kind, number)).isascii()
        }

    def _in_latin_letters(self, text: str) -> str:
        if not self.labels or not self._labelled.search(text):
            return text
        return self._labelled.sub(lambda match: self.labels[match.group(1)], text)

    @cached_property
    def _labelled(self) -> re.Pattern[str]:
        every = sorted(self.labels, key=len, reverse=True)
        return re.compile(rf"(?<=[\d)])\s*({'|'.join(map(re.escape, every))})")

    @cached_property
    def months(self) -> re.Pattern[str] | None:
        """The names of months that have figures: 10月."""
        names = self.words.find("months") if self.words else ()
        figured = [str(name) for name in names if DIGIT.search(name)]
        figured.sort(key=len, reverse=True)
        return re.compile("|".join(map(re.escape, figured))) if figured else None

    def _without_months(self, text: str) -> str:
        return self.months.sub(" ", text) if self.months else text


def _folded(figure: str) -> str:
    """2 (b) as 2 b, 2,5 as 2.5, and digits of every script as European ones."""
    if figure.isdecimal():
        return str(int(figure))
    return " ".join(re.sub(r"[()]", " ", figure).lower().replace(",", ".").split())
