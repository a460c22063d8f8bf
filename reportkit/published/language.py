"""The language that a report looks like, by its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from reportkit.problems import Place, Problem, warning
from reportkit.published.lines import Published

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "en": "English",
        "fr": "French",
        "es": "Spanish",
        "ru": "Russian",
        "zh": "Chinese",
        "ar": "Arabic",
    }
)
_SCRIPTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "Latin": re.compile("[A-Za-z\u00c0-\u024f]"),
        "Cyrillic": re.compile("[\u0400-\u04ff]"),
        "Chinese": re.compile("[\u3400-\u9fff]"),
        "Arabic": re.compile("[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufeff]"),
    }
)
_SCRIPT_OF = {"ru": "Cyrillic", "zh": "Chinese", "ar": "Arabic"}
# Words that are of one of these languages alone, and common in it.
_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(
            {"the", "of", "and", "to", "that", "was", "by", "for", "with", "which"}
        ),
        "fr": frozenset(
            {"les", "des", "du", "et", "le", "dans", "aux", "sur", "par", "une"}
        ),
        "es": frozenset(
            {"el", "los", "las", "del", "y", "por", "al", "su", "una", "para"}
        ),
    }
)
_FEWEST_LETTERS, _FEWEST_WORDS = 200, 15
_LEAST_SHARE, _CLEARLY = 0.1, 3  # of letters in the script; times as many words
_RULE = "language"
_LONGEST = 200_000  # characters, more than tell a language


class Counts(NamedTuple):
    """How many letters of each script a report has, and words of each language."""

    scripts: Mapping[str, int]
    words: Mapping[str, int]


def language_problems(
    published: Published, path: str, code: str
) -> tuple[Problem, ...]:
    """An error where a report is in another script than its language is, a warning
    where its words are clearly those of another language.
    """
    counts = _counts(published)
    other = _other_script(counts, code) or _other_language(counts, code)
    if not other:
        return ()
    expected = f"{NAMES[code]} was expected (-l {code})"
    codes = [each for each, name in NAMES.items() if name == other]
    hint = f"say `-l {codes[0]}`" if codes else "say in which language it is (`-l`)"
    if codes and _SCRIPT_OF.get(codes[0]) == _SCRIPT_OF.get(code):
        message = f"this looks like {other}; {expected}"
        return (warning(Place(path), message, hint, _RULE),)
    said = f"this looks like {other}" if codes else f"its letters are {other}"
    return (Problem(Place(path), f"{said}; {expected}", hint, rule=_RULE),)


def _counts(published: Published) -> Counts:
    texts = (text for line in published.lines for text in (line.text, *line.cells))
    text = "\n".join(texts)[:_LONGEST]
    scripts = {name: len(each.findall(text)) for name, each in _SCRIPTS.items()}
    said = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    words = {code: sum(said[each] for each in own) for code, own in _WORDS.items()}
    return Counts(scripts, words)


def _other_script(counts: Counts, code: str) -> str:
    """The language, or the script, of a report that is not in the script expected."""
    letters = sum(counts.scripts.values())
    own = _SCRIPT_OF.get(code, "Latin")
    if letters < _FEWEST_LETTERS or counts.scripts[own] > letters * _LEAST_SHARE:
        return ""
    script = max(counts.scripts, key=lambda each: counts.scripts[each])
    if script == "Latin":
        return _leading(counts) or script
    return next(NAMES[each] for each, name in _SCRIPT_OF.items() if name == script)


def _other_language(counts: Counts, code: str) -> str:
    own = counts.words.get(code, -1)
    if own < 0 or max(counts.words.values()) < max(own, 1) * _CLEARLY:
        return ""
    return _leading(counts)


def _leading(counts: Counts) -> str:
    """The language whose words are clearly the most; empty where there is none."""
    first, second = sorted(counts.words.values(), reverse=True)[:2]
    if first < max(_FEWEST_WORDS, second * _CLEARLY):
        return ""
    return NAMES[max(counts.words, key=lambda each: counts.words[each])]
