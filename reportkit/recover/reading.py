"""Paragraphs of a report with the facts that were read out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from reportkit.published.lines import (
    AGENDA,
    HEADING,
    PARAGRAPH,
    POINT,
    QUOTATION,
    Line,
)
from reportkit.recover.facts import Context, Read
from reportkit.recover.outline_of import CHAPTER, JOINT, Chunk

T = TypeVar("T")
Reader = Callable[[str, tuple[str, ...], str, Context], Read | None]
# What the paragraphs of a section can be.
# Sections whose facts are listed under a paragraph, and how.
LISTING = {"agenda": AGENDA, "documentation": POINT}
COLONS = (":", "：")
OPENING, INTRODUCTION = "opening", "introduction"
SECTIONS = {"duration": ("duration", "officers")}


class Said(NamedTuple):
    """A paragraph, by its place among the chunks, and what it says.

    `opens` says that it was read as the opening of a summary, `is_listing` that facts
    give the points under it, too.
    """

    place: int
    chunk: Chunk
    read: Read
    opens: bool = False
    is_listing: bool = False

    def facts(self, kind: type[T]) -> list[T]:
        """Its facts of a kind."""
        return [each for each in self.read.facts if isinstance(each, kind)]


def read_chunks(
    chunks: Sequence[Chunk], context: Context, read: Reader, own: frozenset[str]
) -> Iterator[Said]:
    """What the paragraphs say that facts can say.

    In chapters of the report's `own` they may stand anywhere.
    """
    on_items = {each.chapter: each.summary for each in chunks if each.role == CHAPTER}
    for place, chunk in enumerate(chunks):
        if chunk.kind != PARAGRAPH:
            continue
        is_inner = chunk.chapter in own and chunk.summary != on_items[chunk.chapter]
        if chunk.chapter in own and not chunk.under:
            chunk = chunk._replace(under=tuple(_listed_below(chunks, place)))
        for section in _sections(chunks, place, own):
            body = chunk.group if chunk.group != JOINT else ""
            points = tuple(line.text for line in chunk.under)
            said = read(chunk.line.text, points, section, context._replace(body=body))
            if said and _is_whole(said, chunk, section, own):
                opens = section == OPENING and not is_inner
                own_chunk = chunks[place] if opens else chunk
                yield Said(place, own_chunk, said, opens, section in LISTING)
                break


def _listed_below(chunks: Sequence[Chunk], place: int) -> Iterator[Line]:
    """Lines without a label that a paragraph leads to, as if they were points."""
    if chunks[place].line.text.rstrip()[-1:] not in COLONS:
        return
    for chunk in chunks[place + 1 :]:
        if chunk.kind not in (PARAGRAPH, QUOTATION) or chunk.line.label or chunk.under:
            return
        yield chunk.line


def _is_whole(read: Read, chunk: Chunk, section: str, own: frozenset[str]) -> bool:
    """Whether facts can say all of a paragraph, with what is under it.

    In chapters of words they may be the same facts in other words.
    """
    if section in LISTING:
        return all(line.kind == LISTING[section] for line in chunk.under)
    in_words = chunk.chapter in (*own, INTRODUCTION) or section == OPENING
    return bool(read.facts) and (in_words or not chunk.under)


def _sections(
    chunks: Sequence[Chunk], place: int, own: frozenset[str]
) -> tuple[str, ...]:
    """What a paragraph may be, by where it stands; nothing where it is prose."""
    chunk = chunks[place]
    if chunk.chapter in (*own, INTRODUCTION):
        begins = chunk.summary and chunks[place - 1].kind == HEADING
        return (*((OPENING,) if begins else ()), *_anywhere(chunk))
    if chunk.chapter == "organization" and chunk.section:
        return SECTIONS.get(chunk.section, (chunk.section,))
    if chunk.chapter == "adoption":
        return ("adoption",)
    if chunk.summary and chunks[place - 1].kind == HEADING:
        return (OPENING,)
    return ()


def _anywhere(chunk: Chunk) -> tuple[str, ...]:
    """What a paragraph may be by its shape; papers stand under a heading for them."""
    kinds = {line.kind for line in chunk.under}
    listing = (
        section
        for section, kind in LISTING.items()
        if kinds == {kind} and section in (chunk.section, "agenda")
    )
    own = () if chunk.section in ("", *LISTING) else (chunk.section,)
    return tuple(dict.fromkeys((*listing, *own, "duration", "adoption")))


def facts_of(said: Iterable[Said], kind: type[T]) -> list[T]:
    """The facts of a kind in the order in which they were read."""
    return [fact for each in said for fact in each.facts(kind)]
