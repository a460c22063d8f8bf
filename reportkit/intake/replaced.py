"""Proposals that change the words of a passage: quotations, rewritten passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.intake.anchors import (
    Anchored,
    marked,
    opening_in,
    quotation,
    reworded,
    spans_of,
)
from reportkit.intake.edited import Edited, as_moved, author_of
from reportkit.intake.own_words import own_words
from reportkit.intake.printed import NOTE, Printed
from reportkit.intake.proposals import (
    Proposal,
    Sources,
    Translated,
    Untaken,
)
from reportkit.intake.rewording import Rewording, rewordings
from reportkit.intake.segments import NOBODY, Author, Segment
from reportkit.intake.unquotable import of_looks, of_notes
from reportkit.revise.likeness import folded, words_of
from reportkit.revise.quotation import Span, occurrences

OPENING = "{opening}"
# A passage of which one author changes more words than this is rewritten.
REWRITTEN = 0.5
# Changes typed without tracking that have so few words between them are one.
NEAR = 2
Made = Proposal | Translated | Untaken


def replaced_words(line: Printed, edited: Edited, sources: Sources) -> Iterator[Made]:
    """What is proposed for the words of a passage that is still there."""
    arrived = not edited.before.strip()
    printed, segments = own_words(line, as_moved(edited) if arrived else edited)
    changes = _near_ones(printed, rewordings(printed, segments))
    if arrived:
        by = edited.arrived or author_of(edited)
        changes = tuple(each._replace(by=by) for each in changes)
    yield from of_notes(line, edited)
    if not changes:
        yield from of_looks(line, edited, segments)
        return
    number = edited.number
    if line.missing:
        yield Translated(line.id, marked(_after(segments)), number)
    elif line.id not in sources.printed and line.id not in sources.draft.derived:
        yield Untaken(number, f"“{_shown(line)}” is set by the outline", "")
    elif line.id in sources.draft.derived:
        words = marked(_after(segments))
        told = "its words come from facts; adopted, these stand in their place"
        yield _rewritten(line, words, sources, _authors(changes), number, told)
    else:
        yield from _quoted(line, edited, printed, segments, changes, sources)


def _shown(line: Printed) -> str:
    return line.text if len(line.text) <= 60 else f"{line.text[:60].rstrip()}…"


def _after(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(each for each in segments if each.after)


def _near_ones(printed: str, changes: tuple[Rewording, ...]) -> tuple[Rewording, ...]:
    """The changes; of those that nobody tracked, near ones are one."""
    made: list[Rewording] = []
    for each in changes:
        last = made[-1] if made else None
        if last is not None and last.by == each.by == NOBODY:
            between = printed[last.end : each.start]
            if len(words_of(between)) <= NEAR and not set(between) & set(".;:"):
                new = (*last.new, Segment(between), *each.new)
                made[-1] = Rewording(last.start, each.end, new)
                continue
        made.append(each)
    return tuple(made)


def _authors(changes: Sequence[Rewording]) -> Author:
    """The authors of some changes, and the last day."""
    names = dict.fromkeys(each.by.name for each in changes if each.by.name)
    days = [each.by.day for each in changes if each.by.day]
    return Author("; ".join(names), max(days, default=""))


def _language(sources: Sources) -> dict[str, str]:
    return {"language": sources.language} if sources.is_translation else {}


def _rewritten(
    line: Printed,
    words: str,
    sources: Sources,
    by: Author,
    number: int,
    told: str = "",
) -> Proposal:
    fields = {
        "action": "replace",
        **_language(sources),
        "passage": line.id,
        "new": words,
    }
    return Proposal(fields, by, number, told=told)


def _quoted(
    line: Printed,
    edited: Edited,
    printed: str,
    segments: Sequence[Segment],
    changes: tuple[Rewording, ...],
    sources: Sources,
) -> Iterator[Made]:
    """A quotation a change; the whole passage, where most of it is new."""
    source, number = str(sources.printed[line.id]), edited.number
    drafted = str(sources.draft.texts.get(sources.language, {}).get(line.id, ""))
    if OPENING in source and (low := opening_in(source, printed)):
        yield from _of_opening(line, printed, segments, changes, low, sources, number)
        changes = tuple(each for each in changes if each.start >= low)
        if not changes:
            return
    spans = spans_of(source, printed, changes)
    if not spans and line.id not in sources.draft.entries and line.kind != NOTE:
        hint = "change it in its file: here more is printed than its own words"
        yield Untaken(number, f"“{_shown(line)}” was changed", hint)
        return
    if not spans or not drafted:
        words = marked(_after(segments))
        told = "the marks of this passage are typed out" if "{" in source else ""
        yield _rewritten(line, words, sources, _authors(changes), number, told)
        return
    whole = reworded(source, (each.span for each in spans))
    if source != drafted and folded(whole) == folded(drafted):
        hint = "if that is meant, reject or withdraw what changed it"
        yield Untaken(number, f"`{line.id}` says what the draft said", hint)
        return
    if _is_rewritten(printed, changes):
        told = _also_by(line, sources) if source != drafted else ""
        yield _rewritten(line, whole, sources, _authors(changes), number, told)
        return
    apart = _quotable(source, spans)
    for each in apart:
        others = tuple(other.span for other in apart if other is not each)
        yield _one(line, source, drafted, each, others, sources, number)


def _of_opening(
    line: Printed,
    printed: str,
    segments: Sequence[Segment],
    changes: tuple[Rewording, ...],
    end: int,
    sources: Sources,
    number: int,
) -> Iterator[Made]:
    """Changes in the derived sentence that a passage begins with."""
    own = tuple(each for each in changes if each.start < end)
    id = sources.openings.get(line.id, "")
    if not own:
        return
    if not id or any(each.end > end for each in own):
        said = "".join(each.text for each in _after(segments))
        message = f"the derived opening of `{line.id}` was changed with its own words"
        yield Untaken(number, message, f"the file says: “{said}”")
        return
    words = marked(_with_changes(printed[:end], own))
    told = "its words come from facts; adopted, these stand in their place"
    fields = {"action": "replace", **_language(sources), "passage": id, "new": words}
    yield Proposal(fields, _authors(own), number, told=told)


def _with_changes(printed: str, changes: Sequence[Rewording]) -> tuple[Segment, ...]:
    """A printed text with some of its words changed."""
    made: list[Segment] = []
    at = 0
    for each in changes:
        made += [Segment(printed[at : each.start]), *each.new]
        at = each.end
    return (*made, Segment(printed[at:]))


def _quotable(source: str, spans: Sequence[Anchored]) -> list[Anchored]:
    """The changes; those that cannot be quoted apart from their neighbour are one."""
    left = list(spans)
    for place, each in enumerate(left):
        others = [other.span for other in left if other is not each]
        if len(left) > 1 and quotation(source, each.span, others) is None:
            first = max(place - 1, 0)
            left[first : first + 2] = [_as_one(source, *left[first : first + 2])]
            return _quotable(source, left)
    return left


def _as_one(source: str, one: Anchored, other: Anchored) -> Anchored:
    """Two changes with the words between them, as one of both authors."""
    between = source[one.span.end : other.span.start]
    new = f"{one.span.new}{between}{other.span.new}"
    names = dict.fromkeys(e.by.name for e in (one, other) if e.by.name)
    by = Author("; ".join(names), max(one.by.day, other.by.day))
    return Anchored(Span(one.span.start, other.span.end, new), by)


def _is_rewritten(printed: str, changes: Sequence[Rewording]) -> bool:
    old = sum(len(words_of(printed[each.start : each.end])) for each in changes)
    alone = len({each.by for each in changes}) == 1
    return alone and old > REWRITTEN * len(words_of(printed))


def _one(
    line: Printed,
    source: str,
    drafted: str,
    each: Anchored,
    others: Sequence[Span],
    sources: Sources,
    number: int,
) -> Proposal:
    """A change as a quotation of the draft; else as the passage written anew."""
    found = quotation(source, each.span, others)
    if found and (source == drafted or len(occurrences(drafted, found.old)) == 1):
        fields = {
            "action": "replace",
            **_language(sources),
            "passage": line.id,
            "old": found.old,
            "new": found.new,
        }
        return Proposal(fields, each.by, number)
    words = reworded(source, (each.span,))
    told = _also_by(line, sources) if source != drafted else ""
    return _rewritten(line, words, sources, each.by, number, told)


def _also_by(line: Printed, sources: Sources) -> str:
    """Which adopted amendments have changed a passage before."""
    names = [
        str(each.id)
        for each in sources.amendments
        if each.adopted and line.id in (each.passage, each.made, each.other)
    ]
    if not names:
        return "it quotes words that amendments changed"
    return f"to adopt it, withdraw {' and '.join(names)}, whose words it has"
