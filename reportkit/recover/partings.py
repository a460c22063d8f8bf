"""Where a list of organizations is parted, and whether in one way alone.

Commas and "and" part the names of a list and stand in names as well. Names that are
known are taken whole first; for the rest the grammar of a list decides: its names
are parted by one sort of sign, and the last by an "and". What can be read in two
ways is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.languages.organizations import named_in_lists
from reportkit.recover.organizations_in import (
    BEFORE,
    BETWEEN,
    is_organization,
    sets_apart,
    unarticled,
)

# What a name that is known is covered with, so that it has nothing to part.
COVER = "\ue000"
# What the words before a list tell of: one name, or several.
ONE, SEVERAL = "one", "several"
_STOP, _COMMA, _JOIN, _APART = "stop", "comma", "join", "apart"
_MARKS = {";": _STOP, "；": _STOP, ",": _COMMA, "،": _COMMA, "、": _COMMA, "，": _COMMA}
# What follows a comma and begins no name.
_NEVER = re.compile(
    r"(?:Inc|Ltd|LLC|Corp|GmbH|S\.?A|A\.?C|e\.\s?V|N\.?V|B\.?V|A\.?S\.?B\.?L)\b\.?"
    r"\s*(?:$|[,;(]|(?:and|et|y|e|и)\s)"
)
_JOINS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"and\s+"),
    "fr": re.compile(r"et\s+"),
    "es": re.compile(r"[ye]\s+"),
    "ru": re.compile(r"и\s+"),
    "zh": re.compile("以及|[和及]"),
    "ar": re.compile(r"و(?=\S)"),
}
_OPEN, _CLOSE = "(（“«", ")）”»"
_SHORTEST_HAN = 3


class Parting(NamedTuple):
    """The names of a list, and whether it can be read in no other way."""

    names: tuple[str, ...]
    sure: bool = True


class _Sign(NamedTuple):
    """What can part a list, by its place; `joined` has an "and" in it."""

    start: int
    end: int
    kind: str
    joined: bool


class _List(NamedTuple):
    """A list; `covered` is the same with each name that is known covered."""

    text: str
    covered: str
    language: str

    def name(self, start: int, end: int) -> str:
        """What stands in a place, without an article."""
        return unarticled(self.text[start:end], self.language)

    def names(self, signs: list[_Sign], start: int, end: int) -> tuple[str, ...]:
        """The names that some signs of a place part."""
        starts = [start, *(sign.end for sign in signs)]
        ends = [*(sign.start for sign in signs), end]
        return tuple(map(self.name, starts, ends))

    def begins_known(self, at: int) -> bool:
        """Whether a name that is known stands at a place."""
        return unarticled(self.covered[at:], self.language).startswith(COVER)

    def is_articled(self, at: int) -> bool:
        """Whether an article stands at a place."""
        match = BEFORE[self.language].match(self.text, at)
        return bool(match and match.group())

    def touches(self, sign: _Sign) -> bool:
        """Whether a name that is known ends or begins at a sign."""
        ends = self.covered[: sign.start].endswith(COVER)
        return ends or self.begins_known(sign.end)


def covered(text: str, language: str, known: frozenset[str]) -> str:
    """A text with each name of an organization covered that reads like a list."""
    pattern = named_in_lists(language, known)
    return pattern.sub(lambda match: COVER * len(match.group()), text)


def parting(
    text: str,
    language: str,
    known: frozenset[str] = frozenset(),
    count: str = "",
    headed: bool = False,
) -> Parting:
    """The names of a list of organizations.

    `known` are names of names.yaml; `count` is what the words before the list tell
    of; `headed` says that each is called an organization or the like, as those
    between Governments are.
    """
    bare = text.strip(" .。")
    whole = _List(bare, covered(bare, language, known), language)
    found = tuple(_group(whole, signs, *at, count) for at, signs in _groups(whole))
    names = tuple(name for each in found for name in each.names if name)
    sure = all(each.sure for each in found)
    if len(names) > 1:
        every = all(_is_whole(name, language, known, headed) for name in names)
        sure = sure and count != ONE and every
    return Parting(names, sure)


def _signs(whole: _List) -> Iterator[_Sign]:
    """Everything that can part a list, outside brackets."""
    for match in BETWEEN[whole.language].finditer(whole.covered):
        before = whole.covered[: match.start()]
        depth = sum(map(before.count, _OPEN)) - sum(map(before.count, _CLOSE))
        sign = _sign(match, whole)
        if depth == 0 and _can_part(sign, whole):
            yield sign


def _sign(match: re.Match[str], whole: _List) -> _Sign:
    said = match.group()
    kind = _MARKS.get(said.lstrip()[:1], _JOIN)
    joined = kind == _JOIN or any(each.isalpha() for each in said)
    if sets_apart(said):
        kind = _APART
    end = match.end()
    # The Arabic "and" is the first letter of some nouns as well.
    if any(match.groups()) and is_organization(whole.covered[end - 1 :], "ar"):
        end, joined = end - 1, False
    return _Sign(match.start(), end, kind, joined)


def _can_part(sign: _Sign, whole: _List) -> bool:
    """Whether a name can begin after a sign: not with a small letter."""
    rest = unarticled(whole.covered[sign.end :], whole.language)
    if not rest or _NEVER.match(rest):
        return False
    if whole.language == "ar" and sign.kind == _JOIN:
        return rest.startswith(COVER) or is_organization(rest, "ar")
    return not rest[:1].islower()


def _groups(whole: _List) -> Iterator[tuple[tuple[int, int], list[_Sign]]]:
    """The lists that an "as well as" parts, with their signs."""
    start = 0
    own: list[_Sign] = []
    for sign in _signs(whole):
        if sign.kind == _APART:
            yield (start, sign.start), own
            start, own = sign.end, []
        else:
            own.append(sign)
    yield (start, len(whole.text)), own


def _group(
    whole: _List, signs: list[_Sign], start: int, end: int, count: str
) -> Parting:
    """The names of one list: parted by semicolons, or by commas and an "and"."""
    kind = _STOP if any(each.kind == _STOP for each in signs) else _COMMA
    marks = [each for each in signs if each.kind == kind]
    after = marks[-1].end if marks else start
    joins = [each for each in signs if each.kind == _JOIN]
    last = [each for each in joins if each.start >= after]
    if marks and _ends(marks, whole.language):
        return Parting(
            whole.names(marks, start, end), not any(map(whole.touches, joins))
        )
    if any(mark.joined for mark in marks) and whole.language != "ar":
        return Parting((whole.name(start, end),), sure=False)
    known = any(map(whole.touches, (each for each in joins if each not in last)))
    if kind == _STOP and not any(map(whole.touches, last)):
        return Parting(whole.names(marks, start, end), not last and not known)
    own = _before_last(whole, last, (after, end), count, bool(marks))
    names = whole.names([*marks, *(own or ())], start, end)
    return Parting(names, own is not None and not known)


def _ends(marks: list[_Sign], language: str) -> bool:
    """Whether the last comma alone has an "and" after it; Arabic has one with each."""
    *others, last = marks
    return last.joined and (language == "ar" or not any(e.joined for e in others))


def _before_last(
    whole: _List, joins: list[_Sign], at: tuple[int, int], count: str, marks: bool
) -> list[_Sign] | None:
    """The "and" before the last name; nothing where each of several can be it."""
    known = [each for each in joins if whole.touches(each)]
    if whole.language == "ar" and not marks:
        return joins
    if known or not joins:
        return known
    if whole.is_articled(at[0]):
        joins = [each for each in joins if whole.is_articled(each.end)] or joins
    if len(joins) == 1 and (marks or count == SEVERAL):
        return joins
    fit = [each for each in joins if _fits(whole, at, each)]
    if count == ONE:
        return None if fit else []
    return fit if len(fit) == 1 else None


def _fits(whole: _List, at: tuple[int, int], sign: _Sign) -> bool:
    """Whether an organization can end before a sign, and one begin after it."""
    left, right = whole.names([sign], *at)
    spaced = whole.language == "zh" or (" " in left and " " in right)
    return spaced and all(is_organization(e, whole.language) for e in (left, right))


def _is_whole(name: str, language: str, known: frozenset[str], headed: bool) -> bool:
    """Whether a piece is a name for sure: a lone word can be a part of one."""
    is_known = covered(name, language, known).startswith(COVER)
    if is_known or is_organization(name, language):
        return True
    if headed:
        return False
    return len(name) >= _SHORTEST_HAN if language == "zh" else " " in name
