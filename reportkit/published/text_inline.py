"""Marks of Markdown inside a paragraph: emphasis, raised figures, calls of notes.

A star or a line that closes nothing is itself, as in the symbol CTOC/COP/2004/6*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from reportkit.published.text_source import CALL, ITALIC, PLAIN, RAISED, Source, Span

ANY = re.compile(r"[*_<\[!&\\^]")
TOKEN = re.compile(
    r"(?P<escape>\\)(?=[\\`*_{}\[\]()#+\-.!|>~^$<&])."
    r"|<sup>(?P<raised>[^<>\n]{1,40})</sup>"
    r"|\^(?P<caret>[^\s^]{1,12})\^"
    r"|(?P<image>!\[[^\]\n]*\]\([^)\n]*\))"
    r"|\[\^(?P<call>\w{1,8})\](?!:)"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,200}>|<!--[^>]{0,200}-->)"
    r"|&(?P<entity>amp;)|(?P<space>&nbsp;)"
    r"|(?P<run>\*+|_+)"
)
WHY_MARK = "a mark of Markdown"
FIGURES = re.compile(r"\d{1,3}|\*{1,3}")


class Run(NamedTuple):
    """Stars or lines that may open or close emphasis; offsets in the text."""

    start: int
    end: int


class Found(NamedTuple):
    """What is found in a text between two offsets: signs, looks, strong stretches."""

    text: str
    whole: tuple[int, int]
    dropped: list[tuple[int, int]]
    looks: list[Span]
    strong: list[tuple[int, int]]


class Inline(NamedTuple):
    """A paragraph's spans; `bold` says that all of it is strong."""

    spans: tuple[Span, ...]
    bold: bool


def inline_spans(
    source: Source, start: int, end: int, called: frozenset[str]
) -> Inline:
    """The spans between two offsets; `called` are the labels of notes."""
    if not ANY.search(source.text, start, end):
        return Inline((Span(start, end),), False)
    found = Found(source.text, (start, end), [], [], [])
    runs: list[Run] = []
    for match in TOKEN.finditer(source.text, start, end):
        if match["run"]:
            runs.append(Run(match.start(), match.end()))
        else:
            found.looks.extend(_look(match, called))
            found.dropped.extend(_signs(match))
    _pair(found, runs)
    for first, last in found.dropped:
        source.drop(first, last, WHY_MARK)
    return Inline(tuple(_spans(found)), _is_strong(found))


def _look(match: re.Match[str], called: frozenset[str]) -> Iterator[Span]:
    """What a mark makes of the characters in it."""
    for name in ("raised", "caret", "call"):
        if match[name]:
            calls = name == "call" or match[name].strip() in called
            yield Span(*match.span(name), CALL if calls else RAISED)


def _signs(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The characters of a mark that are no text."""
    inner = next((name for name in ("raised", "caret", "call") if match[name]), "")
    if inner:
        yield match.start(), match.start(inner)
        yield match.end(inner), match.end()
    elif match["entity"]:
        yield match.span("entity")
    elif match["escape"]:
        yield match.span("escape")
    else:
        yield match.span()


def _pair(found: Found, runs: list[Run]) -> None:
    """Close what each run closes, and open the rest."""
    opened: list[Run] = []
    for run in runs:
        while opened and run.start < run.end and _closes(found, opened[-1], run):
            begun = opened.pop()
            length = min(begun.end - begun.start, run.end - run.start)
            _mark(found, begun, run, length)
            if begun.end - length > begun.start:
                opened.append(Run(begun.start, begun.end - length))
            run = Run(run.start + length, run.end)
        if run.start < run.end and _opens(found, run):
            opened.append(run)


def _mark(found: Found, begun: Run, run: Run, length: int) -> None:
    """Give what stands between two runs its look; three stars give two."""
    found.dropped.append((begun.end - length, begun.end))
    found.dropped.append((run.start, run.start + length))
    if length % 2:
        found.looks.append(Span(begun.end, run.start, ITALIC))
    if length > 1:
        found.strong.append((begun.end, run.start))


def _opens(found: Found, run: Run) -> bool:
    text = found.text
    after = text[run.end : run.end + 1]
    if run.end >= found.whole[1] or after.isspace():
        return False
    before = text[run.start - 1 : run.start] if run.start > found.whole[0] else " "
    word = before.isalnum() or before == "/"
    return not word or (text[run.start] == "*" and after.isalnum())


def _closes(found: Found, begun: Run, run: Run) -> bool:
    text = found.text
    if begun.end - begun.start > run.end - run.start and _opens(found, run):
        return False
    if text[begun.start] != text[run.start] or begun.end >= run.start:
        return False
    if text[run.start - 1].isspace():
        return False
    return text[run.start] == "*" or not text[run.end : run.end + 1].isalnum()


def _spans(found: Found) -> Iterator[Span]:
    """The stretches between what was dropped, each with its look."""
    edges = {*found.whole, *chain.from_iterable(found.dropped)}
    edges.update(edge for look in found.looks for edge in (look.start, look.end))
    gone = dict(found.dropped)
    until = found.whole[0]
    coming = sorted(found.looks, reverse=True)
    here: list[Span] = []
    for start, end in pairwise(sorted(edges)):
        until = max(until, gone.get(start, 0))
        while coming and coming[-1].start <= start:
            here.append(coming.pop())
        here = [look for look in here if look.end > start]
        if start >= until:
            yield Span(start, end, _strongest(here))


def _strongest(looks: list[Span]) -> str:
    found = [each.look for each in looks]
    return next((look for look in (CALL, RAISED, ITALIC) if look in found), PLAIN)


def _is_strong(found: Found) -> bool:
    """Whether all the text is within strong stretches."""
    if not found.strong:
        return False
    rest, at = [], found.whole[0]
    for first, last in sorted(found.strong):
        rest.append(found.text[at:first])
        at = max(at, last)
    rest.append(found.text[at : found.whole[1]])
    return not re.sub(r"[*_\s]|<[^<>]*>", "", "".join(rest))
