"""Words of the source language that stand in a translation.

Names, symbols, quoted titles and words set in italics may stand in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportkit.check.agreement import translations, where
from reportkit.check.checked import Checked
from reportkit.check.figures import MARK
from reportkit.model.kinds import SYMBOL
from reportkit.problems import Problem, warning

# A passage of so many words is no name, and a run of so many is no accident.
SHORTEST, RUN = 5, 6
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
SCRIPTS = {"ru": "\u0400-\u04ff", "zh": "\u3400-\u9fff", "ar": "\u0620-\u064a"}
# What is quoted, set in italics, or a mark.
ASIDE = re.compile(
    r"\{[^{}]*\}|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|《[^《》]*》|「[^「」]*」"
    r"|(?<![\w*])\*[^*]+\*"
)
ADDRESSES = ("://", "www.", "@")
ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
ROMAN = re.compile(r"[ivxlcdm]+")
WHOLE = re.compile(r".*", re.DOTALL)


def untranslated(checked: Checked) -> Iterator[Problem]:
    """Passages, or runs of words, that were left in the language of the source."""
    for stretch, source in translations(checked):
        script = script_of(source.language)
        alike = script == script_of(stretch.language)
        left = (
            _left_over(stretch.text, source.text)
            if alike
            else _foreign(stretch.text, script)
        )
        if left:
            message = f'"{_shown(left)}" is not translated'
            place = stretch.text.place_at(left.start())
            yield warning(place, message, where(source))


def script_of(code: str) -> str:
    """The letters of a language's script, as a range of a pattern."""
    return SCRIPTS.get(code, LATIN)


def _shown(left: re.Match[str]) -> str:
    """The first words that were left, as messages show them."""
    words = left.group().split()
    return " ".join(words[:RUN]) + (" …" if len(words) > RUN else "")


def _left_over(text: str, source: str) -> re.Match[str] | None:
    """The words of the source that stand in a row in a text of the same script."""
    if text == source:
        words = WORD.findall(aside_blanked(text))
        return WHOLE.match(text) if _is_prose(words) else None
    shared = {*text.split()} & {*source.split()}
    # Words may come twice in a run; fewer than these make none.
    if sum(map(str.isalpha, shared)) < RUN - 2:
        return None
    return _run(aside_blanked(text), aside_blanked(source))


def _is_prose(words: list[str]) -> bool:
    """Whether words are more than a few, and more than a name."""
    return len(words) >= SHORTEST and not is_name(words)


def is_name(words: list[str]) -> bool:
    """Whether words are a name: most of the longer ones have a capital."""
    longer = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in longer)
    return bool(longer) and capitals * 2 > len(longer)


def _run(text: str, source: str) -> re.Match[str] | None:
    """The first run of words that stand in a row in the source too."""
    theirs = WORD.findall(source)
    runs = {tuple(theirs[n : n + RUN]) for n in range(len(theirs) - RUN + 1)}
    found = list(WORD.finditer(text))
    words = [match.group() for match in found]
    for n in range(len(words) - RUN + 1):
        if tuple(words[n : n + RUN]) in runs and not is_name(words[n : n + RUN]):
            return WHOLE.match(text, found[n].start(), found[n + RUN - 1].end())
    return None


def _foreign(text: str, script: str) -> re.Match[str] | None:
    """The first words that are in another script and no name."""
    pattern = _words_of(script)
    if not pattern.search(MARK.sub("", text) if "{" in text else text):
        return None
    found = pattern.finditer(aside_blanked(text))
    return next((each for each in found if not _may_stand(each.group())), None)


@lru_cache(maxsize=8)
def _words_of(script: str) -> re.Pattern[str]:
    """Runs of words of a script, signs between them left in."""
    return re.compile(rf"[{script}]{{2,}}(?:[ \u00a0,'’-]+[{script}]+)*")


def _may_stand(run: str) -> bool:
    """Whether words in another script are a name, a label or a unit."""
    words = WORD.findall(run)
    small = [w for w in words if len(w) > 2 and w.islower() and not ROMAN.fullmatch(w)]
    return (not small and run.upper() != run.lower()) or is_name(words)


def aside_blanked(text: str) -> str:
    """A text with spaces for what may stand in any language; places stay."""
    blank = ASIDE.sub(_spaces, text)
    if any(sign in blank for sign in ADDRESSES):
        blank = ADDRESS.sub(_spaces, blank)
    return SYMBOL.sub(_spaces, blank) if "/" in blank else blank


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())
