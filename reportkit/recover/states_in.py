"""States and organizations in lists and places of sentences, by any printed name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from reportkit.languages.states import find_state, state_names
from reportkit.recover.text_in import letters

# What stands between two names; the letters that a name may take back are a group.
_BETWEEN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r",\s+and\s+|[,;]\s*|\s+and\s+"),
    "fr": re.compile(r",\s+et\s+|[,;]\s*|\s+et\s+"),
    "es": re.compile(r",\s+[ye]\s+|[,;]\s*|\s+[ye]\s+"),
    "ru": re.compile(r",\s+и\s+|[,;]\s*|\s+и\s+"),
    "zh": re.compile(r"以及|[、，；和及]"),
    "ar": re.compile(r"[،;]\s*(و(?=\S))?|\s+(و(?=\S))"),
}
# Articles and prepositions before a name; what a name of a list can begin with.
_BEFORE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:for|of|from)?\s*(?:the\s+)?", re.I),
    "fr": re.compile(
        r"(?:de\s+l’|de\s+la\s+|du\s+|des\s+|de\s+|d’|à\s+l’|à\s+la\s+|au\s+|aux\s+"
        r"|l’|le\s+|la\s+|les\s+)?",
        re.I,
    ),
    "es": re.compile(
        r"(?:por\s+|de\s+|del\s+|a\s+|al\s+)?(?:el\s+|la\s+|los\s+|las\s+)?", re.I
    ),
    "ru": re.compile(r"(?:от\s+)?", re.I),
    "zh": re.compile(""),
    "ar": re.compile(r"(?:عن\s+|من\s+|لل|ل)?"),
}
_OF: Mapping[str, str] = {
    "en": r"the\s",
    "fr": r"(?:de\s+l’|de\s+la\s|du\s|des\s|de\s|d’)",
    "es": r"(?:del|de\s+la|de\s+los|de\s+las|de)\s",
}
# Nouns that the name of an organization has; lower case, without endings.
_HEADS = re.compile(
    r"organi[sz]a|program|commission|committee|comité|fund\b|fonds|union\b|unión"
    r"|network"
    r"|réseau|\bred\b|centre|center|centro|office|oficina|institut|agenc|agencia|bureau"
    r"|council|conseil|consejo|bank|banque|banco|authority|autorit|autorid|league|ligue"
    r"|liga|community|communaut|comunidad|association|asociac|observator|group|secretar"
    r"|conference|conféren|conferenc|federation|fédérat|federac|university|universit"
    r"|comisión|fondo|организаци|програм|комисси|комитет|фонд|союз|сеть|центр|управлени"
    r"|институт|агентств|бюро|совет|банк|орган|лига|сообществ|ассоциаци|обсерватор",
    re.I,
)
# In Arabic the noun is the first word of the name.
_ARABIC_HEADS = re.compile(
    "(?:ال)?(?:منظمة|برنامج|لجنة|هيئة|مرصد|صندوق|مركز|شبكة|مكتب|اتحاد|معهد|وكالة|مجلس"
    "|رابطة|مصرف|مؤسسة|جامعة|محكمة|جمعية)"
)
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
# The most pieces that a name has that is parted at its own "and", its most characters.
_MOST, _LONGEST = 4, 90
_WORDS = 16


class Listed(NamedTuple):
    """The names of a list: codes of States, names of others, and what is unread."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    rest: str = ""


def state_in(text: str, language: str, day: date) -> str:
    """The code of the State that a text names, with an article or not; or nothing."""
    bare = text.strip()
    shorter = _BEFORE[language].sub("", bare, count=1)
    return _state(bare, language, day) or _state(shorter, language, day)


def unarticled(text: str, language: str) -> str:
    """A name without the article and the preposition before it."""
    bare = text.strip(" ,،")
    return _BEFORE[language].sub("", bare, count=1).strip()


@lru_cache(maxsize=4096)
def _state(text: str, language: str, day: date) -> str:
    key = letters(text[:_LONGEST])
    if (
        len(text) >= _LONGEST
        or not key
        or key.isdigit()
        or (key.isascii() and len(key) <= 3)
    ):
        return ""
    own = _cases(language, day).get(key)
    found = find_state(text)
    return own or (found[0] if len(found) == 1 else "")


@lru_cache(maxsize=16)
def _cases(language: str, day: date) -> Mapping[str, str]:
    """The codes by the forms that only sentences have: cases, the form after "of"."""
    made: dict[str, str] = {}
    for code, name in state_names(language, day).items():
        forms = (name.of, *(form for _, form in name.cases))
        made |= {letters(form): code for form in forms if form}
    return made


def listed(text: str, language: str, day: date) -> Listed:
    """The names of a list, in their order; what stands in brackets after is unread."""
    pieces = tuple(_pieces(text, language))
    codes: list[str] = []
    names: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(pieces):
        count, code, unread = _longest(text, pieces, at, language, day)
        if code:
            codes.append(code)
        else:
            names.append(text[pieces[at][0] : pieces[at][1]])
        rest += [unread] if unread else []
        at += count
    joined = names if codes else list(organizations_in(text, language))
    bare = (unarticled(name, language) for name in joined)
    return Listed(tuple(codes), tuple(name for name in bare if name), " ".join(rest))


def _pieces(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Start, end, and start with the letter that the sign before it may have taken."""
    start = back = 0
    for match in _BETWEEN[language].finditer(text):
        if _depth(text[: match.start()]) == 0:
            yield start, match.start(), back
            start = match.end()
            back = start - 1 if any(match.groups()) else start
    yield start, len(text), back


def _depth(text: str) -> int:
    return sum(text.count(each) for each in "(（") - sum(text.count(e) for e in ")）")


def _longest(
    text: str,
    pieces: tuple[tuple[int, int, int], ...],
    at: int,
    language: str,
    day: date,
) -> tuple[int, str, str]:
    """How many pieces the longest name takes, its code, and the bracket after it."""
    for count in range(min(_MOST, len(pieces) - at), 0, -1):
        end = pieces[at + count - 1][1]
        for start in dict.fromkeys((pieces[at][0], pieces[at][2])):
            name = text[start:end].strip(" .。")
            code = state_in(name, language, day)
            if code:
                return count, code, ""
            bracket = _BRACKET.search(name)
            code = state_in(name[: bracket.start()], language, day) if bracket else ""
            if bracket and code:
                return count, code, bracket.group().strip()
    return 1, "", ""


def is_name(text: str, language: str) -> bool:
    """Whether a text can be the name of an organization or of an entity."""
    if language in ("zh", "ar"):
        return 1 < len(text) < _LONGEST
    return text[:1].isupper() and len(text.split()) <= _WORDS


def organizations_in(text: str, language: str) -> Iterator[str]:
    """The names of organizations in a list that has an "and" in some of its names."""
    of = _OF.get(language)
    if of and re.match(of, text, re.I):
        between = rf"(?:,\s+(?:and\s+|et\s+|y\s+|e\s+)?|\s(?:and|et|y|e)\s)(?={of})"
        yield from re.split(between, text)
        return
    *first, last = _parted(text, language)
    yield from first
    yield from _last_two(last, language)


def _parted(text: str, language: str) -> list[str]:
    return re.split(r"[、；]" if language == "zh" else r"[,;]\s*|،\s*و?", text)


def _last_two(text: str, language: str) -> tuple[str, ...]:
    """The last two names of a list; the "and" between them is the first that can be."""
    for match in _BETWEEN[language].finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if _is_name(left, language) and _is_name(right, language):
            return left, right
    return (text,)


def _is_name(text: str, language: str) -> bool:
    if language == "ar":
        return bool(_ARABIC_HEADS.match(text))
    if language == "zh":
        return len(text) > 2
    return bool(text[:1].isupper() and (_HEADS.search(text) or text.isupper()))
