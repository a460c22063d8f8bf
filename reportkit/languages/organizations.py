"""Names of organizations that read like a list: with a comma, an "and", or one word.

The names stand in `organization_names/`, a file a language; its README says which
belong there. A file is read when its language is first asked for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "organization_names"
# How a sign of a name may be typed otherwise.
_TYPED = {"'": "['’]", "’": "['’]", "-": "[-‑]?", " ": r"\s+"}
# Where a name can begin and end: Chinese has no spaces, Arabic joins its "and".
_EDGES = {"zh": ("", ""), "ar": (r"(?:(?<!\w)|(?<=\bو))", r"(?!\w)")}
_EDGE = (r"(?<!\w)", r"(?!\w)")
_ABBREVIATED = r"(?:\s*[(（][^()（）]*[)）])?"


@cache
def organization_names(language: str) -> tuple[str, ...]:
    """The names that a language's file has."""
    text = (_FOLDER / f"{language}.txt").read_text(encoding="utf-8")
    return tuple(text.splitlines())


@lru_cache(maxsize=64)
def named_in_lists(language: str, more: frozenset[str]) -> re.Pattern[str]:
    """What one of the names looks like in a text, or one of `more`; the longest goes.

    An abbreviation in brackets after it belongs to it.
    """
    names = sorted({*organization_names(language), *more}, key=len, reverse=True)
    every = "|".join(map(_pattern, filter(None, names)))
    begin, end = _EDGES.get(language, _EDGE)
    return re.compile(rf"{begin}(?:{every}){end}{_ABBREVIATED}", re.IGNORECASE)


def _pattern(name: str) -> str:
    return "".join(_TYPED.get(sign) or re.escape(sign) for sign in name)
