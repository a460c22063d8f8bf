"""Words that the end of a line broke, put together again.

A word keeps a hyphen of its own: the rest of the text says which it is, by having the
word with or without one. A text that hardly ever ends a line in a hyphen does not
break words at all, and what it has there are words with a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from reportkit.published.text_source import Source, Span

HYPHENS = "-‐\u00ad"
LAST_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
IN_SYMBOL = re.compile(r"[A-Z0-9][A-Za-z0-9.]*/$")
RANGE = re.compile(r"\d–\s+\d")
# One line in so many ends in a hyphen where words are not broken.
SELDOM = 20
LONGEST = 60


class Joint(NamedTuple):
    """Where a line ends in a hyphen: its offset, and where the next line begins."""

    hyphen: int
    after: int


def join_words(
    source: Source, passages: Iterable[tuple[Span, ...]], unbroken: str
) -> None:
    """Join the words that lines' ends broke; `unbroken` follow a hyphen in lists."""
    lines, joints = 0, []
    for joint in _joints(source, passages):
        lines += 1
        if joint:
            joints.append(joint)
    if not joints:
        return
    seldom = len(joints) * SELDOM < lines
    apart = frozenset(unbroken.split("|"))
    evidence = Evidence(_vocabulary(source.text), apart, seldom)
    for joint in joints:
        _join(source, joint, evidence)


def _joints(
    source: Source, passages: Iterable[tuple[Span, ...]]
) -> Iterator[Joint | None]:
    """The ends of lines within passages; None where no hyphen is."""
    for spans in passages:
        for before, following in pairwise(spans):
            end, after = before.end, following.start
            if "\n" not in source.text[end:after]:
                continue
            if source.text[end - 1] in HYPHENS and source.text[after].isalnum():
                yield Joint(end - 1, after)
                continue
            if _is_one(source.text, end):
                source.joined.add(after)
            yield None


def _is_one(text: str, end: int) -> bool:
    """Whether a range of figures or a symbol is broken at an offset."""
    if text[end - 1] == "–":
        return RANGE.match(text, end - 2) is not None
    symbol = text[end - 1] == "/" and IN_SYMBOL.search(text, max(end - LONGEST, 0), end)
    return bool(symbol)


def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(
        word.lower() for token in set(text.split()) for word in WORD.findall(token)
    )


class Evidence(NamedTuple):
    """The words of a text, those that no hyphen joins, and how it breaks lines."""

    known: frozenset[str]
    apart: frozenset[str]
    seldom: bool


def _join(source: Source, joint: Joint, evidence: Evidence) -> None:
    text = source.text
    before = LAST_WORD.search(text, max(joint.hyphen - LONGEST, 0), joint.hyphen)
    after = FIRST_WORD.match(text, joint.after)
    soft = text[joint.hyphen] == "\u00ad"
    if before is None and not text[joint.hyphen - 1].isdigit():
        return
    if after and after[0] in evidence.apart and not soft:
        return
    source.joined.add(joint.after)
    if before is None or after is None or not after[0][0].islower():
        return
    if soft or _is_broken(before[0].lower(), after[0].lower(), evidence):
        source.hyphens.add(joint.hyphen)
        source.drop(joint.hyphen, joint.hyphen + 1, "a hyphen at the end of a line")


def _is_broken(before: str, after: str, evidence: Evidence) -> bool:
    """Whether two halves are one word without a hyphen."""
    if before + after in evidence.known:
        return True
    return f"{before}-{after}" not in evidence.known and not evidence.seldom
