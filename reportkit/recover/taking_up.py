"""When a body took items up, where the words of a sentence leave no doubt of it.

A sentence that could mean something else gives nothing: what somebody planned,
what another body did, what was said about an item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from reportkit.recover.bodies_in import Mention, bodies_in, is_owner, sole
from reportkit.recover.cues import cue, says
from reportkit.recover.dates_in import Days, days_in, every_day, is_inside, undated
from reportkit.recover.facts import Context, Took
from reportkit.recover.items_in import Under, places_of_items, titled, unders_in
from reportkit.recover.meetings_in import (
    Run,
    Span,
    blanked,
    count_in,
    counts_in,
    is_of_others,
    parts_of_day,
    runs_in,
)
from reportkit.recover.small_words import are_small

# How far from the beginning of a sentence the days of all of it stand.
_EARLY = 14
Numbers = Mapping[str, tuple[int, ...]]


class _Clause(NamedTuple):
    """A masked sentence: `bare` has spaces for its days, `hollow` for its meetings,
    bodies and items too."""

    text: str
    bare: str
    hollow: str
    context: Context
    days: tuple[Days, ...]
    runs: tuple[Run, ...]
    mentions: tuple[Mention, ...]
    verb: Span

    def is_close(self, one: Span, other: Span) -> bool:
        """Whether nothing but small words stands between two places."""
        first, second = sorted((one, other))
        return are_small(self.hollow[first[1] : second[0]], self.context.language)


def taken_up(text: str, context: Context) -> tuple[Took, ...]:
    """What a masked sentence says was taken up: one fact, or one for each meeting
    that has days of its own."""
    clause = _clause(text, context)
    subjects = _subjects(clause) if clause else ()
    if not clause or not subjects or not _is_of_items(clause):
        return ()
    unders = unders_in(text, context)
    named = (item for under in unders for item in under.items)
    items = tuple(dict.fromkeys(named)) or titled(text, context)
    parts = parts_of_day(text, context.language)
    if len(parts) > 1 or _is_shared_out(clause, items):
        return ()
    part = next(iter(parts), "")
    if not clause.runs:
        return tuple(_unnumbered(clause, subjects, items, part))
    return tuple(
        Took(numbers, _every(days), items, 0, part)
        for numbers, days in _sittings(clause, subjects, unders)
    )


def _clause(text: str, context: Context) -> _Clause | None:
    """The parts of a sentence; none where it tells of other days, or of plans."""
    language = context.language
    days = days_in(text, context)
    bare = undated(text, days)
    verb = cue(language, "considered").search(bare)
    if not verb or not is_inside(days, context):
        return None
    runs, mentions = runs_in(bare, language), bodies_in(text, context)
    hollow = blanked(bare, [(m.start, m.end) for m in mentions])
    if says(language, hollow[: verb.start()], "planned"):
        return None
    if any(is_of_others(run, hollow, language) for run in runs):
        return None
    places = ((run.start, run.end) for run in runs)
    hollow = blanked(hollow, [*places, *counts_in(bare, language)])
    hollow = blanked(hollow, places_of_items(text, language))
    return _Clause(text, bare, hollow, context, days, runs, mentions, verb.span())


def _is_of_items(clause: _Clause) -> bool:
    """Whether the verb has the items for its object, one after the other."""
    items = places_of_items(clause.text, clause.context.language)
    if not items:
        noun = cue(clause.context.language, "item").search(clause.hollow)
        items = (noun.span(),) if noun else ()
    places = sorted((*items, clause.verb))
    apart = (pair for pair in pairwise(places) if pair[0][1] <= pair[1][0])
    return bool(items) and all(clause.is_close(*each) for each in apart)


def _subjects(clause: _Clause) -> tuple[Mention, ...]:
    """The bodies that stand beside the verb, and not as whose somebody is."""
    return tuple(
        mention
        for mention in clause.mentions
        if clause.is_close((mention.start, mention.end), clause.verb)
        and not is_owner(
            mention, clause.hollow[: mention.start], clause.context.language
        )
    )


def _is_shared_out(clause: _Clause, items: tuple[str, ...]) -> bool:
    """Whether each of several items has a meeting of its own among several."""
    count = sum(len(run.numbers) for run in clause.runs)
    told = says(clause.context.language, clause.text, "respectively")
    return told and len(items) > 1 and count > 1


def _unnumbered(
    clause: _Clause, subjects: tuple[Mention, ...], items: tuple[str, ...], part: str
) -> Iterator[Took]:
    """Meetings without a number, if it is known which bodies sat."""
    alone = all(len(mention.bodies) == 1 for mention in subjects)
    if alone and len(_own(clause.mentions)) == 1 and _are_of_several(items, clause):
        return
    count = count_in(clause.bare, clause.context.language)
    yield Took({}, _every(clause.days), items, count, part)


def _are_of_several(items: tuple[str, ...], clause: _Clause) -> bool:
    """Whether an item is in the agendas of several bodies."""
    known = (item for item in clause.context.items if item.id in items)
    return any(len(item.numbers) > 1 for item in known)


def _own(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The bodies that are named each by itself."""
    alone = (m.bodies[0] for m in mentions if len(m.bodies) == 1)
    return tuple(dict.fromkeys(alone))


def _sittings(
    clause: _Clause, subjects: tuple[Mention, ...], unders: tuple[Under, ...]
) -> Iterator[tuple[Numbers, tuple[Days, ...]]]:
    """The numbers by body, with the days that stand beside them."""
    language, runs = clause.context.language, clause.runs
    if len(_own(clause.mentions)) > 1:
        if pairs := _paired(clause):
            yield pairs, clause.days
        return
    if any(len(mention.bodies) > 1 for mention in subjects):
        # Joint meetings have a number in the count of each body, which is not said.
        if says(language, clause.bare, "joint"):
            yield {}, clause.days
        return
    body = _body(clause, subjects, unders)
    near = all(clause.is_close(_span(one), _span(two)) for one, two in pairwise(runs))
    if body and near and not says(language, clause.bare, "jointly-with"):
        for run in runs:
            yield {body: run.numbers}, tuple(_beside(clause, run))


def _body(
    clause: _Clause, subjects: tuple[Mention, ...], unders: tuple[Under, ...]
) -> str:
    """The body that sat: as it is named, else the only one that has the items."""
    if own := _own(subjects):
        return own[0]
    known = {item.id: tuple(item.numbers) for item in clause.context.items}
    having = {body for under in unders for id in under.items for body in known[id]}
    return next(iter(having)) if len(having) == 1 else sole(clause.context)


def _paired(clause: _Clause) -> Numbers:
    """A meeting for each body, where bodies and meetings take turns."""
    own = {m.bodies[0]: m for m in reversed(clause.mentions) if len(m.bodies) == 1}
    bodies = sorted(own.values())
    both = sorted([*((m.start, "body") for m in bodies),
                   *((run.start, "run") for run in clause.runs)])  # fmt: skip
    turns = all(one[1] != two[1] for one, two in pairwise(both))
    alike = {len(run.numbers) for run in clause.runs} == {1}
    if not turns or not alike or len(bodies) != len(clause.runs):
        return {}
    pairs = zip(bodies, clause.runs, strict=True)
    return {mention.bodies[0]: run.numbers for mention, run in pairs}


def _beside(clause: _Clause, run: Run) -> Iterator[Days]:
    """The days that stand beside a meeting, or at the head of a sentence on one."""
    alone = len(clause.runs) == len(clause.days) == 1
    for days in clause.days:
        here = (days.start, days.end)
        near = min(clause.runs, key=lambda each: _apart(_span(each), here))
        beside = near == run and clause.is_close(here, _span(run))
        if beside or (alone and days.start < _EARLY):
            yield days


def _apart(one: Span, other: Span) -> int:
    first, second = sorted((one, other))
    return second[0] - first[1]


def _span(run: Run) -> Span:
    return run.start, run.end


def _every(days: Iterable[Days]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(day for each in days for day in every_day(each)))
