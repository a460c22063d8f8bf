"""The months of dates: a translation has those of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from reportkit.check.agreement import translations, where
from reportkit.check.checked import Checked
from reportkit.check.figures import DIGIT, MARK
from reportkit.languages.words import Words
from reportkit.problems import Problem, warning

# A month of a date has a figure so many characters before or after it.
BESIDE = 6
# What follows the stem of a month's name is its case.
ENDING = r"\w{0,2}"


class Months:
    """Finds the months of one language's texts, by its words.yaml."""

    def __init__(self, words: Words) -> None:
        self.names = tuple(map(str, words.find("months")))

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """The months as dates have them, a group each."""
        return re.compile("|".join(f"({_any_of(name)})" for name in self.names))

    def of_dates(self, text: str) -> frozenset[int]:
        """The months that stand beside a figure: May is none where one may speak."""
        if not DIGIT.search(text):
            return frozenset()
        found = self.dated.finditer(MARK.sub(" ", text))
        return frozenset(each.lastindex or 0 for each in found if _is_dated(each))

    def names_month(self, text: str, month: int) -> bool:
        """Whether a text names a month, in whatever case."""
        pattern = _any_of(self.names[month - 1], ENDING)
        return re.search(pattern, text, re.IGNORECASE) is not None


def _any_of(name: str, ending: str = "") -> str:
    """A month's name, or either of its names: كانون الثاني/يناير."""
    if DIGIT.search(name):
        return rf"(?<!\d){re.escape(name)}"
    every = (each[:-1] if ending else each for each in name.split("/"))
    return rf"\b(?:{'|'.join(map(re.escape, every))}){ending}\b"


def _is_dated(month: re.Match[str]) -> bool:
    text, (start, end) = month.string, month.span()
    around = text[max(start - BESIDE, 0) : end + BESIDE]
    return bool(DIGIT.search(around))


def months_agree(checked: Checked) -> Iterator[Problem]:
    """Months of the source's dates that a translation does not name."""
    months = {code: Months(each.words) for code, each in checked.wordings.items()}
    known: dict[str, frozenset[int]] = {}
    for stretch, source in translations(checked):
        if stretch.language not in months or source.language not in months:
            continue
        if source.id not in known:
            known[source.id] = months[source.language].of_dates(source.text)
        wanted, own = known[source.id], months[stretch.language]
        for month in sorted(wanted):
            if not own.names_month(stretch.text, month):
                name = own.names[month - 1]
                message = f'the source has a date in "{name}"; this text has none'
                yield warning(stretch.text.place, message, where(source))
