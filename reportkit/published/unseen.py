"""Signs that nobody sees, and which are no letters: they are left out of the text.

Those of a zero width part words or join them, others turn the order of reading.
Marks of direction that Arabic has beside its figures are not among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from reportkit.problems import Place, Problem, warning
from reportkit.published.lines import Left

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "\u200b": "a space of no width",
        "\u2060": "a joiner of words",
        "\ufeff": "a byte order mark",
        "\u202d": "a sign that turns the order of reading",
        "\u202e": "a sign that turns the order of reading",
    }
)
UNSEEN = "a sign that nobody sees"
UNSEEN_SIGNS = re.compile(f"[{''.join(_KINDS)}]")


def told_unseen(left: Iterable[Left]) -> Iterator[Problem]:
    """A warning for each kind of sign that was left out, where it comes first."""
    counts: Counter[str] = Counter()
    first: dict[str, Place] = {}
    for each in left:
        for sign in each.text if each.why == UNSEEN else ():
            counts[sign] += 1
            first.setdefault(sign, each.place)
    for sign, place in first.items():
        many = f", {counts[sign]} times" if counts[sign] > 1 else ""
        message = f"{_KINDS[sign]} is left out: U+{ord(sign):04X}{many}"
        yield warning(place, message, rule="left-out")
