"""The sentences of a unit as XLIFF parts it, going out and coming back.

A unit goes out by sentences where its translation has as many as its source, else
in one piece. White space between sentences stands outside of them. What comes back
may be parted in any way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportkit.problems import Place, Problem, warning
from reportkit.translate.placeholders import Code, Part, parts_like, parts_of
from reportkit.translate.segments import is_spaced, parts_by_sentence
from reportkit.translate.units import MISSING, Bundle, Returned, Unit
from reportkit.translate.xliff_content import Closes, Opens, Token, text_of_tokens

Parts = tuple[Part, ...]
Tokens = tuple[Token, ...]

_ENDS = re.compile(r"[.!?…؟][)\]»”’\"'\ufffc]*\Z")


class Segment(NamedTuple):
    """A sentence and its translation, and the white space after each.

    Without a translation `target` is empty, and `gap_after` the white space that a
    translation will want.
    """

    source: Parts
    target: Parts
    gap: str
    gap_after: str


class Stretch(NamedTuple):
    """Content of a target: a sentence, or what stands between two."""

    tokens: Tokens
    is_sentence: bool = True


class Row(NamedTuple):
    """A sentence as it came back, with its translation if it has any.

    `untouched` says that nothing was translated by what the file says.
    """

    source: Tokens
    target: Tokens | None
    untouched: bool = False


class Found(NamedTuple):
    """A unit as a file has it; `state` is the lowest of its sentences."""

    id: str
    line: int
    source: Tokens
    target: tuple[Stretch, ...]
    rows: tuple[Row, ...]
    state: str
    sent: str = ""


def segments_of(unit: Unit, bundle: Bundle) -> tuple[Segment, ...]:
    """The unit's sentences, each with its translation."""
    source, target = parts_of(unit.source), parts_like(unit.target, unit.source)
    sources = parts_by_sentence(source, bundle.source_language)
    targets = parts_by_sentence(target, bundle.target_language)
    if not unit.target:
        return tuple(_untranslated(sources, bundle))
    if len(sources) != len(targets):
        sources, targets = (source,), (target,)
    pairs = zip(parted(sources), parted(targets), strict=True)
    return tuple(Segment(a, b, gap, after) for (a, gap), (b, after) in pairs)


def _untranslated(sources: Sequence[Parts], bundle: Bundle) -> Iterator[Segment]:
    wanted = "" if is_spaced(bundle.source_language) else " "
    spaced = is_spaced(bundle.target_language)
    for place, (source, gap) in enumerate(parted(sources), 1):
        inner = spaced and place < len(sources)
        yield Segment(source, (), gap, (gap or wanted) if inner else "")


def parted(sentences: Sequence[Parts]) -> Iterator[tuple[Parts, str]]:
    """Each sentence and the white space after it; the last one keeps its own.

    So does one that a new line ends: tools lay out what stands between sentences.
    """
    for sentence in sentences[:-1]:
        last = sentence[-1]
        kept = last.rstrip() if isinstance(last, str) else last
        gap = last[len(kept) :] if isinstance(last, str) else ""
        if "\n" in gap:
            yield sentence, ""
        else:
            yield (*sentence[:-1], *([kept] if kept else [])), gap
    yield from ((sentence, "") for sentence in sentences[-1:])


def returned(
    found: Found, path: str, language: str
) -> tuple[Returned, tuple[Problem, ...]]:
    """The unit as it came back, in a language, and what is to be told about it.

    A translation of which sentences are missing is none.
    """
    source, _ = text_of_tokens(found.source)
    target, plain = text_of_tokens(joined(found.target, is_spaced(language)))
    bare = Returned(found.id, source, "", MISSING, found.line, found.sent)
    if _is_untranslated(found, source, target):
        return bare, ()
    place = Place(path, found.line)
    lacking = sum(_lacks(row) for row in found.rows)
    if lacking:
        of = len(found.rows)
        message = f'"{found.id}" has no translation of {lacking} of its {of} sentences'
        hint = "it is left out; one that stays as it is needs the state translated"
        return bare, (warning(place, message, hint, "sentences"),)
    told = () if plain else (warning(place, *_unwritable(found.id)),)
    return bare._replace(target=target, state=found.state), told


def _unwritable(id: str) -> tuple[str, str, str]:
    message = f'italics or raised words of "{id}" cannot be written where they stand'
    return message, "begin and end them at the edge of a word", "marks"


def _is_untranslated(found: Found, source: str, target: str) -> bool:
    if not target.strip() and source.strip():
        return True
    if not any(row.untouched for row in found.rows):
        return not target
    same = all(row.target in (row.source, None) for row in found.rows)
    return source == target or same


def _lacks(row: Row) -> bool:
    """Whether a sentence has words and no translation."""
    if _is_blank(row.source):
        return False
    if row.target is None or _is_blank(row.target):
        return True
    letters = any(map(str.isalpha, "".join(_words(row.source))))
    return row.untouched and letters and row.target == row.source


def _is_blank(tokens: Tokens) -> bool:
    codes = any(isinstance(token, Code) for token in tokens)
    return not codes and not "".join(_words(tokens)).strip()


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    return (token for token in tokens if isinstance(token, str))


def joined(stretches: Sequence[Stretch], spaced: bool) -> Iterator[Token]:
    """The tokens of all stretches.

    New lines between sentences are a tool's layout. A sentence that a tool cut the
    space from gets it again.
    """
    kept = list(_without_layout(stretches, spaced))
    if kept:
        yield from kept[0].tokens
    for before, after in pairwise(kept):
        if spaced and before.is_sentence and after.is_sentence:
            yield from _space_between(before.tokens, after.tokens)
        yield from after.tokens


def _without_layout(stretches: Sequence[Stretch], spaced: bool) -> Iterator[Stretch]:
    inner = range(1, len(stretches) - 1)
    for place, stretch in enumerate(stretches):
        words = "".join(_words(stretch.tokens))
        if stretch.is_sentence or not _is_blank(stretch.tokens):
            yield stretch
        elif "\n" in words and spaced and place in inner:
            yield Stretch((" ",), False)
        elif words and "\n" not in words:
            yield stretch


def _space_between(before: Tokens, after: Tokens) -> Iterator[Token]:
    left, right = _flat(before), _flat(after)
    if _ENDS.search(left) and right and not right[0].isspace():
        yield " "


def _flat(tokens: Tokens) -> str:
    """The words of a content, a character for each code."""
    inner = (token for token in tokens if not isinstance(token, Opens | Closes))
    return "".join(each if isinstance(each, str) else "\ufffc" for each in inner)
