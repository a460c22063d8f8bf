"""The document that a report becomes: its kind, its symbol, its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportkit.published.lines import HEADING
from reportkit.published.word_labels import folded_label
from reportkit.recover.chapters_of import headings_of, numbers_of
from reportkit.recover.front_of import ADDENDUM, DRAFT, REPORT
from reportkit.recover.outline_of import CHAPTER, ITEM, Chunk
from reportkit.recover.recovered import Recovered
from reportkit.recover.terms import Terms
from reportkit.source.emission import Inline

IDS = {DRAFT: "draft", ADDENDUM: "add1", REPORT: "final"}
ADDED = re.compile(r"/Add\.(\d+)")
# What is of another distribution says so.
DISTRIBUTED = {DRAFT: "limited", ADDENDUM: "limited", REPORT: "general"}
LABELS = ("chapter", "section", "subsection", "subsubsection")


def document_of(got: Recovered, terms: Terms) -> tuple[str, dict[str, Any]]:
    """The document's id, and what session.yaml says of it."""
    kind, front = got.front.kind, got.front
    tree: dict[str, Any] = {"kind": kind}
    if kind == ADDENDUM:
        tree["of"] = Inline({"elsewhere": "true"})
    if front.symbols:
        symbols = list(front.symbols)
        tree["symbol"] = symbols if len(symbols) > 1 else symbols[0]
    if front.dated:
        tree["date"] = front.dated.isoformat()
    if front.distribution not in ("", DISTRIBUTED[kind]):
        tree["distribution"] = front.distribution
    tree |= _job(got, terms)
    tree |= _headings(got, terms)
    return _id(kind, front.symbols), tree


def _id(kind: str, symbols: tuple[str, ...]) -> str:
    """The id of a document; that of an addendum has the number of its symbol."""
    found = ADDED.search(" ".join(symbols)) if kind == ADDENDUM else None
    return f"add{found[1]}" if found else IDS[kind]


def _headings(got: Recovered, terms: Terms) -> dict[str, Any]:
    """The numbers of headings of a part alone, and which of them go on."""
    made: dict[str, Any] = {}
    numbers = dict(_numbers(got, terms))
    if got.outlined:
        numbers |= dict(_own_numbers(got, terms))
    continued = {id: "true" for id, chunk in _headed(got) if _goes_on(chunk)}
    if numbers:
        made["headings"] = Inline(numbers)
    if continued:
        made["continued"] = Inline(continued)
    return made


def _own_numbers(got: Recovered, terms: Terms) -> Iterator[tuple[str, str]]:
    """The numbers of headings in a report with an outline of its own."""
    ids = {at: chunk.chapter for at, chunk in enumerate(got.chunks) if chunk.chapter}
    headings = headings_of(got.chunks, got.own, terms)
    for id, number in numbers_of(got.chunks, headings, {**ids, **got.headed}):
        yield id, str(number)


def _job(got: Recovered, terms: Terms) -> dict[str, Any]:
    """The job number, and the days of release where they are not the document's."""
    job, made = got.job, {}
    if job.number:
        made["job"] = Inline({terms.language: job.number})
    if job.number and job.released != (got.front.dated,):
        days = [day.isoformat() for day in job.released]
        made["released"] = Inline({terms.language: days})
    return made


def _goes_on(chunk: Chunk) -> bool:
    return chunk.brackets.continued


def _headed(got: Recovered) -> Iterator[tuple[str, Chunk]]:
    """The headings of chapters and items by their ids."""
    for at, chunk in enumerate(got.chunks):
        if chunk.kind != HEADING:
            continue
        if at in got.headed:
            yield got.headed[at], chunk
        elif chunk.role == CHAPTER and chunk.chapter:
            yield chunk.chapter, chunk
        elif chunk.role == ITEM:
            yield got.agenda.summaries[chunk.summary], chunk


def _numbers(got: Recovered, terms: Terms) -> Iterator[tuple[str, str]]:
    """The numbers of headings that are not what counting from one would give."""
    counts: dict[tuple[str, str], int] = {}
    for id, chunk in _headed(got):
        if got.outlined and (chunk.role != ITEM or chunk.chapter in got.own):
            continue
        number = numeral_of(chunk.line.label, terms)
        kind = chunk.role, chunk.group
        due = counts.get(kind, 0) + 1
        counts[kind] = number or due
        if number and (number != due or _is_alone(got.chunks, chunk)):
            yield id, str(number)


def _is_alone(chunks: Sequence[Chunk], chunk: Chunk) -> bool:
    """Whether an item's heading is alone under its group: it would have no label."""
    beside = (each for each in chunks if each.role == ITEM)
    return (
        chunk.role == ITEM and [each.group for each in beside].count(chunk.group) == 1
    )


def numeral_of(label: str, terms: Terms) -> int:
    """The number that a heading's label is, or 0."""
    said = folded_label(label)
    for kind in LABELS:
        for number in range(1, 41):
            if said and folded_label(terms.words.label(kind, number)) == said:
                return number
    return 0
