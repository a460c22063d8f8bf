"""A text as it stands in a cell of a Word file: real looks, and marks typed out.

`{ref: intro}` is typed as the sources write it, and so is a brace (`{{`); a star and
a caret are themselves, since italics and raised words are set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import NamedTuple

from reportkit.translate.placeholders import (
    ITALIC,
    RAISED,
    Code,
    Pair,
    Part,
    parts_of,
    text_of_parts,
)

Inner = str | Code
Parts = tuple[Part, ...]

_MARK = re.compile(r"(\{\{|\{[*^]\}|\{[^{}]*\}|\{)")
# A brace that nothing closes is a brace to whoever typed it; signs need none.
_SETTLED = {"{": "{{", "{*}": "*", "{^}": "^"}
_RAISABLE = re.compile(r"[^\s^{}]+")
_GAPS = re.compile(r"(\s+)")


class Typed(NamedTuple):
    """Characters of one look; `code` says that they are a mark, where that is known."""

    text: str
    italic: bool = False
    raised: bool = False
    code: bool = False


class Marked(NamedTuple):
    """A text with marks, and whether they could say all that was set."""

    text: str
    complete: bool


def typed_of(text: str) -> tuple[Typed, ...]:
    """What is typed for a marked text."""
    return _typed_of_parts(parts_of(text))


def joined(typed: Iterable[Typed]) -> tuple[Typed, ...]:
    """The same with neighbours of one look as one, marks no longer apart."""
    groups = groupby(typed, key=lambda each: each[1:3])
    made = (Typed("".join(e.text for e in each), *look) for look, each in groups)
    return tuple(each for each in made if each.text)


def marked(typed: Iterable[Typed]) -> Marked:
    """The marked text of what was typed.

    Italics cannot begin or end inside a word; where they do, they are left out.
    """
    runs = joined(_closed_up(map(_settled, joined(typed))))
    parts = _parts(runs)
    text = _text(parts)
    if joined(typed_of(text)) == runs:
        return Marked(text, True)
    return Marked(_text(_that_stand(parts)), False)


def _typed_of_parts(parts: Iterable[Part], italic: bool = False) -> tuple[Typed, ...]:
    return tuple(typed for part in parts for typed in _typed(part, italic))


def _typed(part: Part, italic: bool) -> Iterator[Typed]:
    if isinstance(part, str):
        yield Typed(part.replace("{", "{{"), italic)
    elif isinstance(part, Code):
        raised = part.written.startswith("^")
        text = part.written.strip("^") if raised else part.written
        yield Typed(text, italic, raised, code=not raised)
    elif part.kind == ITALIC:
        yield from _typed_of_parts(part.content, True)
    else:
        yield Typed("".join(map(str, part.content)), italic, True)


def _settled(run: Typed) -> Typed:
    """A run with what is no mark typed as `typed_of` has it."""
    pieces = _MARK.split(run.text)
    return run._replace(text="".join(_SETTLED.get(each, each) for each in pieces))


def _closed_up(runs: Iterable[Typed]) -> Iterator[Typed]:
    """The runs, with white space at the ends of italics set upright."""
    for italic, group in groupby(runs, key=lambda each: each.italic):
        inner = tuple(group)
        if italic:
            yield from _upright_at_ends(inner)
        else:
            yield from inner


def _upright_at_ends(runs: tuple[Typed, ...]) -> Iterator[Typed]:
    words = [n for n, each in enumerate(runs) if each.text.strip()]
    first, last = (words[0], words[-1]) if words else (len(runs), len(runs))
    for n, each in enumerate(runs):
        if not first <= n <= last:
            yield Typed(each.text)
            continue
        text = each.text
        start = len(text) - len(text.lstrip()) if n == first else 0
        end = len(text.rstrip()) if n == last else len(text)
        yield Typed(text[:start])
        yield each._replace(text=text[start:end])
        yield Typed(text[end:])


def _parts(runs: Iterable[Typed]) -> Parts:
    numbers = count(1)
    parts: list[Part] = []
    for italic, group in groupby(runs, key=lambda each: each.italic):
        if italic:
            inner = tuple(part for each in group for part in _inner(each, numbers))
            parts.append(Pair(next(numbers), ITALIC, inner))
        else:
            parts += [part for each in group for part in _outer(each, numbers)]
    return tuple(parts)


def _outer(run: Typed, numbers: Iterator[int]) -> Iterator[Part]:
    """The words and codes of a run that is not in italics; raised words are pairs."""
    for inner in _inner(run, numbers):
        yield _raised(inner)


def _inner(run: Typed, numbers: Iterator[int]) -> Iterator[Inner]:
    """The words and codes of a run; raised words are codes, as they are written."""
    for piece in _MARK.split(run.text):
        if piece == "{{":
            yield "{"
        elif piece.startswith("{"):
            yield Code(next(numbers), piece)
        elif run.raised:
            yield from _words_raised(piece, numbers)
        elif piece:
            yield piece


def _words_raised(text: str, numbers: Iterator[int]) -> Iterator[Inner]:
    for piece in _GAPS.split(text):
        if _RAISABLE.fullmatch(piece):
            yield Code(next(numbers), f"^{piece}^")
        elif piece:
            yield piece


def _raised(part: Inner) -> Part:
    """A raised word outside italics is a pair."""
    if isinstance(part, Code) and part.written.startswith("^"):
        return Pair(part.number, RAISED, (part.written.strip("^"),))
    return part


def _text(parts: Parts) -> str:
    written: dict[int, str] = {}
    for part in parts:
        inner = part.content if isinstance(part, Pair) else (part,)
        written |= {each.number: each.written for each in inner if type(each) is Code}
    return text_of_parts(parts, written)


def _opened(parts: Iterable[Part]) -> Parts:
    """The parts without any look."""
    made: list[Part] = []
    for part in parts:
        inner = part.content if isinstance(part, Pair) else (part,)
        made += [
            each.written.strip("^")
            if type(each) is Code and each.written[0] == "^"
            else each
            for each in inner
        ]
    return tuple(made)


def _that_stand(parts: Parts) -> Parts:
    """The parts without the pairs that marks cannot set where they stand."""
    made: list[Part] = []
    for n, part in enumerate(parts):
        alone = (*_opened(parts[:n]), part, *_opened(parts[n + 1 :]))
        stands = joined(typed_of(_text(alone))) == joined(_typed_of_parts(alone))
        made += [part] if stands else _opened([part])
    return tuple(made)
