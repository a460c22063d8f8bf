"""Paragraphs of a report with the facts that were read out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from reportkit.published.lines import AGENDA, HEADING, PARAGRAPH, POINT
from reportkit.recover.facts import Context, Read
from reportkit.recover.outline_of import JOINT, Chunk

T = TypeVar("T")
Reader = Callable[[str, tuple[str, ...], str, Context], Read | None]
# What the paragraphs of a section can be.
# Sections whose facts are listed under a paragraph, and how.
LISTING = {"agenda": AGENDA, "documentation": POINT}
SECTIONS = {"duration": ("duration", "officers")}


class Said(NamedTuple):
    """A paragraph, by its place among the chunks, and what it says."""

    place: int
    chunk: Chunk
    read: Read

    def facts(self, kind: type[T]) -> list[T]:
        """Its facts of a kind."""
        return [each for each in self.read.facts if isinstance(each, kind)]


def read_chunks(
    chunks: Sequence[Chunk], context: Context, read: Reader
) -> Iterator[Said]:
    """What the paragraphs say that facts can say."""
    for place, chunk in enumerate(chunks):
        if chunk.kind != PARAGRAPH:
            continue
        for section in _sections(chunks, place):
            own = chunk.group if chunk.group != JOINT else ""
            points = tuple(line.text for line in chunk.under)
            said = read(chunk.line.text, points, section, context._replace(body=own))
            if said and _is_whole(said, chunk, section):
                yield Said(place, chunk, said)
                break


def _is_whole(read: Read, chunk: Chunk, section: str) -> bool:
    """Whether facts can say all of a paragraph, with what is under it."""
    if section in LISTING:
        return all(line.kind == LISTING[section] for line in chunk.under)
    return bool(read.facts) and (section == "opening" or not chunk.under)


def _sections(chunks: Sequence[Chunk], place: int) -> tuple[str, ...]:
    """What a paragraph may be, by where it stands; nothing where it is prose."""
    chunk = chunks[place]
    if chunk.chapter == "organization" and chunk.section:
        return SECTIONS.get(chunk.section, (chunk.section,))
    if chunk.chapter == "adoption":
        return ("adoption",)
    if chunk.summary and chunks[place - 1].kind == HEADING:
        return ("opening",)
    return ()


def facts_of(said: Iterable[Said], kind: type[T]) -> list[T]:
    """The facts of a kind in the order in which they were read."""
    return [fact for each in said for fact in each.facts(kind)]
