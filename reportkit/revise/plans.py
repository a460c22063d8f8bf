"""What each amendment touches: words of which passages; and what is wrong with it.

Nothing is changed here. Quoted words are looked up in the draft's text, or in that
of a passage which an earlier amendment makes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reportkit.model.amendments import Amendment
from reportkit.model.session import Session
from reportkit.problems import Problem
from reportkit.revise.drafted import Draft, draft_of
from reportkit.revise.levels import points_below
from reportkit.revise.quotation import Span, occurrences
from reportkit.revise.scope import places_in, scope_of
from reportkit.revise.unsound import HINTS, faults_of
from reportkit.source.values import Text

Touched = tuple[tuple[str, Span], ...]


class Plan(NamedTuple):
    """An amendment with the words that it touches, by passage, and its faults."""

    amendment: Amendment
    language: str
    touches: Touched
    problems: tuple[Problem, ...] = ()


def plans_of(session: Session) -> tuple[Plan, ...]:
    """A plan an amendment that is adopted or still can be, with its faults."""
    draft = draft_of(session)
    return tuple(_plan(draft, each) for each in session.amendments if each.open)


def _plan(draft: Draft, each: Amendment) -> Plan:
    language = str(each.language or draft.session.facts.written_in)
    problems = tuple(faults_of(draft, each))
    if problems or each.action == "correct":
        return Plan(each, language, (), problems)
    touches, problems = TOUCHES[each.action](draft, each, language)
    return Plan(each, language, touches, problems)


def _whole(id: str, text: str, new: str, each: Amendment) -> Touched:
    return ((id, Span(0, len(text), new, each.id)),)


def _replace(
    draft: Draft, each: Amendment, language: str
) -> tuple[Touched, tuple[Problem, ...]]:
    if each.throughout:
        return _throughout(draft, each, language)
    text = draft.texts.get(language, {}).get(each.passage, Text(""))
    if not each.old:
        return _whole(each.passage, text, each.words, each), ()
    return _quoted(each, each.passage, text, each.words)


def _quoted(
    each: Amendment, id: str, text: str, new: str
) -> tuple[Touched, tuple[Problem, ...]]:
    """The one place where quoted words stand in a passage."""
    found = occurrences(text, each.old)
    if len(found) == 1:
        return ((id, Span(*found[0], new, each.id)),), ()
    if found:
        message = f'"{each.old}" stands {len(found)} times in `{id}`'
        hint = f"quote more words, or say `throughout: {id}`"
    else:
        message = f'"{each.old}" does not stand in `{id}`'
        hint = f'it says: "{text[:60]}…"' if text else "it has no words"
    return (), (Problem(each.old.place, message, hint),)


def _throughout(
    draft: Draft, each: Amendment, language: str
) -> tuple[Touched, tuple[Problem, ...]]:
    known = draft.texts.get(language, {})
    ids = scope_of(draft.session, str(each.throughout))
    touches = tuple(
        (id, Span(*place, each.words, each.id))
        for id, place in places_in(known, each.old, ids)
    )
    rewritten = any(
        occurrences(other.words, each.old)
        for other in draft.session.amendments
        if other.open and other.passage and not other.old and not other.throughout
    )
    if touches or rewritten:
        return touches, ()
    message = f'"{each.old}" does not stand in {each.throughout}'
    return (), (Problem(each.old.place, message),)


def _delete(
    draft: Draft, each: Amendment, language: str
) -> tuple[Touched, tuple[Problem, ...]]:
    """A passage goes with the points under it."""
    entry = draft.entries.get(each.passage)
    known = draft.texts[language]
    below = [str(e.id) for e in points_below(entry)] if entry else []
    ids = [id for id in (str(each.passage), *below) if id in known]
    return tuple(t for id in ids for t in _whole(id, known[id], "", each)), ()


def _merge(
    draft: Draft, each: Amendment, language: str
) -> tuple[Touched, tuple[Problem, ...]]:
    """Both passages, where the merged one has words of its own; else none."""
    if not each.words:
        return (), ()
    known = draft.texts[language]
    first = _whole(each.passage, known.get(each.passage, ""), each.words, each)
    return (*first, *_whole(each.other, known.get(each.other, ""), "", each)), ()


def _split(
    draft: Draft, each: Amendment, language: str
) -> tuple[Touched, tuple[Problem, ...]]:
    """No words, but the place at which the second passage begins."""
    text = draft.texts[language].get(each.passage, Text(""))
    touches, problems = _quoted(each, each.passage, text, "")
    if any(not text[: span.start].strip() for _, span in touches):
        message = f'nothing of `{each.passage}` stands before "{each.old}"'
        return (), (Problem(each.old.place, message, HINTS["old"]),)
    return tuple((id, span._replace(end=span.start)) for id, span in touches), problems


def _none(
    draft: Draft, each: Amendment, language: str
) -> tuple[Touched, tuple[Problem, ...]]:
    return (), ()


TOUCHES: dict[
    str, Callable[[Draft, Amendment, str], tuple[Touched, tuple[Problem, ...]]]
] = {
    "replace": _replace,
    "insert": _none,
    "delete": _delete,
    "move": _none,
    "merge": _merge,
    "split": _split,
}
