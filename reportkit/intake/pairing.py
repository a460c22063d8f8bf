"""Which paragraph of an edited file is which passage: by bookmark, else by words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportkit.intake.edited import Edited
from reportkit.intake.printed import NOTE, Printed
from reportkit.revise.likeness import contained, folded, likeness, words_of

# Words in common that make two paragraphs one: of long ones, of short ones.
ENOUGH, ENOUGH_OF_FEW, FEW = 0.6, 0.85, 6
# A bookmark alone is not believed where nothing of the passage is left.
BELIEVED = 0.25
# Most of a passage's words have to be there for it to have been joined to another.
JOINED = 0.6
# Comparing every paragraph with every passage is for a few hundred of each.
PAIRS = 250_000


class Match(NamedTuple):
    """A passage that a paragraph was found to be; `sure` is 1 for a bookmark.

    `joined` are passages that were joined to it.
    """

    line: int
    sure: float = 1.0
    joined: tuple[int, ...] = ()


def pair(lines: Sequence[Printed], paragraphs: Sequence[Edited]) -> dict[int, Match]:
    """The passages of paragraphs, both by their places in the sequences."""
    named = _by_name(lines)
    found: dict[int, Match] = {}
    doubtful: dict[int, int] = {}
    taken: set[int] = set()
    for place, edited in enumerate(paragraphs):
        own = [named[name] for name in edited.names if name in named]
        own = [line for line in dict.fromkeys(own) if line not in taken]
        match = _named(lines, edited, own)
        if match is None:
            doubtful |= {place: own[0]} if own else {}
            continue
        found[place] = match
        taken |= {match.line, *match.joined}
    found |= _by_words(lines, paragraphs, found, taken)
    taken |= {match.line for match in found.values()}
    for place, line in doubtful.items():
        if place not in found and line not in taken:
            sure = likeness(lines[line].text, _text(paragraphs[place]))
            found[place] = Match(line, max(sure, 0.01))
            taken.add(line)
    return dict(sorted(found.items()))


def _by_name(lines: Sequence[Printed]) -> Mapping[str, int]:
    return {each.name: place for place, each in enumerate(lines) if each.id}


def _text(edited: Edited) -> str:
    return edited.after or edited.before


def _named(
    lines: Sequence[Printed], edited: Edited, own: Sequence[int]
) -> Match | None:
    """The passage of a paragraph with bookmarks, and those joined to it.

    When a paragraph is deleted, Word leaves its bookmark in the next one.
    """
    text = _text(edited)
    there = [each for each in own if contained(lines[each].text, text) >= JOINED]
    if len(there) > 1:
        return Match(there[0], 1.0, tuple(there[1:]))
    best = max(own, key=lambda each: likeness(lines[each].text, text), default=None)
    if best is None or likeness(lines[best].text, text) < BELIEVED:
        return None
    return Match(best)


def _by_words(
    lines: Sequence[Printed],
    paragraphs: Sequence[Edited],
    found: Mapping[int, Match],
    taken: set[int],
) -> dict[int, Match]:
    """The passages of paragraphs whose bookmarks are gone, by what they say."""
    left = [place for place in range(len(paragraphs)) if place not in found]
    free = [place for place in range(len(lines)) if place not in taken]
    made = _word_for_word(lines, paragraphs, left, free)
    left = [place for place in left if place not in made]
    gone = {match.line for match in made.values()}
    free = [place for place in free if place not in gone and lines[place].id]
    known = {**found, **made}
    candidates = sorted(_candidates(lines, paragraphs, left, free, known), reverse=True)
    used: set[int] = set()
    for sure, _, place, line in candidates:
        if place not in made and line not in used:
            made[place] = Match(line, sure)
            used.add(line)
    return made


def _word_for_word(
    lines: Sequence[Printed],
    paragraphs: Sequence[Edited],
    left: Sequence[int],
    free: Sequence[int],
) -> dict[int, Match]:
    """Paragraphs that say just what a passage says; of several, in their order."""
    waiting: dict[tuple[bool, str], list[int]] = {}
    for line in reversed(free):
        key = (lines[line].kind == NOTE, folded(lines[line].text))
        waiting.setdefault(key, []).append(line)
    made: dict[int, Match] = {}
    for place in left:
        each = paragraphs[place]
        same = waiting.get((bool(each.note), folded(_text(each))))
        if same:
            made[place] = Match(same.pop())
    return made


def _candidates(
    lines: Sequence[Printed],
    paragraphs: Sequence[Edited],
    left: Sequence[int],
    free: Sequence[int],
    known: Mapping[int, Match],
) -> Iterator[tuple[float, float, int, int]]:
    """Likely pairs: how sure, how near (0 is nearest), the paragraph, the passage."""
    if len(left) * len(free) > PAIRS:
        return
    expected = _expected(len(paragraphs), known)
    for place in left:
        each = paragraphs[place]
        for line in free:
            if bool(each.note) != (lines[line].kind == NOTE):
                continue
            texts = (each.before, each.after)
            sure = max(likeness(lines[line].text, text) for text in texts)
            few = len(words_of(lines[line].text)) < FEW
            if sure >= (ENOUGH_OF_FEW if few else ENOUGH):
                yield sure, -abs(expected[place] - line), place, line


def _expected(count: int, known: Mapping[int, Match]) -> list[int]:
    """Where a paragraph would stand among the passages: after the one before it."""
    made, last = [], 0
    for place in range(count):
        last = known[place].line if place in known else last + 1
        made.append(last)
    return made
