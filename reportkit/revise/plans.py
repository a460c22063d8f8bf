"""What each amendment touches: words of which passages; and what is wrong with it.

Nothing is changed here. Quoted words are looked up in the draft's text, or in that
of a passage which an earlier amendment makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.derived import derived_ids
from reportkit.model.amendments import Amendment
from reportkit.model.session import Session, words_of_session
from reportkit.problems import Problem, nearest
from reportkit.revise.entries import Entry, entries_of
from reportkit.revise.levels import level_of, misfit, points_below
from reportkit.revise.quotation import Span, occurrences
from reportkit.revise.scope import places_in, scope_of
from reportkit.source.values import Text

Touched = tuple[tuple[str, Span], ...]


class Plan(NamedTuple):
    """An amendment with the words that it touches, by passage, and its faults."""

    amendment: Amendment
    language: str
    touches: Touched
    problems: tuple[Problem, ...] = ()


class Draft(NamedTuple):
    """The draft as amendments quote it: texts by language and id, and entries.

    `made` holds, by id, what an amendment makes.
    """

    session: Session
    texts: Mapping[str, Mapping[str, Text]]
    entries: Mapping[str, Entry]
    derived: frozenset[str]
    made: Mapping[str, Amendment]


def draft_of(session: Session) -> Draft:
    """The draft of a session, with all that amendments would make of it."""
    written = {str(words.id): words.text for words in words_of_session(session)}
    makers = [each for each in session.amendments if each.made]
    inserted = {str(e.made): e.words for e in makers if e.action == "insert" and e.open}
    texts = {
        code: {str(id): each.text for id, each in known.items() if each.text}
        for code, known in session.translations.items()
    }
    return Draft(
        session,
        {**texts, session.facts.written_in: {**inserted, **written}},
        {str(entry.id): entry for entry in entries_of(session.manuscripts)},
        frozenset(derived_ids(session)),
        {str(each.made): each for each in makers},
    )


def plans_of(session: Session) -> tuple[Plan, ...]:
    """A plan an amendment that is adopted or still can be, with its faults."""
    draft = draft_of(session)
    return tuple(_plan(draft, each) for each in session.amendments if each.open)


def _plan(draft: Draft, each: Amendment) -> Plan:
    language = str(each.language or draft.session.facts.written_in)
    problems = tuple(_faults(draft, each))
    if problems or each.action == "correct":
        return Plan(each, language, (), problems)
    touches, problems = TOUCHES[each.action](draft, each, language)
    return Plan(each, language, touches, problems)


def _faults(draft: Draft, each: Amendment) -> Iterator[Problem]:
    """What an amendment lacks, or names without its being there."""
    needed, named = NEEDS[each.action]
    for key in needed:
        if not _value(each, key):
            yield Problem(each.place, f"`{each.id}` needs `{key}:`", HINTS.get(key, ""))
    if each.action == "replace":
        yield from _faults_of_words(each)
    elif each.language:
        message = (
            f"only words can be changed in one language, and `{each.id}` does more"
        )
        yield Problem(each.language.place, message, "replace: the words of a passage")
    if each.action in ("insert", "move") and bool(each.after) == bool(each.before):
        message = f"`{each.id}` needs `after:` or `before:`, and not both"
        yield Problem(each.place, message)
    for key in named:
        if (id := _value(each, key)) and not (key == "passage" and each.throughout):
            yield from _unknown(draft, each, id)
    if each.action in ("move", "merge"):
        yield from _misplaced(draft, each)
    if each.made:
        yield from _made_twice(draft, each)


def _faults_of_words(each: Amendment) -> Iterator[Problem]:
    if not each.passage and not each.throughout:
        hint = "or `throughout:` a chapter, a passage or `document`"
        yield Problem(each.place, f"`{each.id}` needs `passage:`", hint)
    if not each.old and (each.throughout or not each.words):
        hint = "the words that are there now"
        yield Problem(each.place, f"`{each.id}` needs `old:`", hint)


def _value(each: Amendment, key: str) -> Text:
    names = {"as": "made", "with": "other", "new": "words"}
    value: Text = getattr(each, names.get(key, key))
    return value


def _unknown(draft: Draft, each: Amendment, id: Text) -> Iterator[Problem]:
    """A passage that is not there, or is not there for this amendment."""
    written = draft.texts[draft.session.facts.written_in]
    maker = draft.made.get(id)
    if maker and maker.id != each.id and maker.action == "split":
        message = f"`{id}` is parted from `{maker.passage}` by `{maker.id}`"
        yield Problem(
            id.place, message, f"amend `{maker.passage}`, which has its words"
        )
    elif maker and maker.id != each.id:
        if not maker.open or (each.adopted and not maker.adopted):
            message = f"`{id}` is made by `{maker.id}`, which is {maker.status}"
            hint = f"`{maker.id}` stands at {maker.place}"
            yield Problem(id.place, message, hint)
    elif id in draft.derived:
        if each.action != "replace" or each.old:
            message = f"`{id}` is derived from facts"
            hint = "correct the fact, or replace the whole passage"
            yield Problem(id.place, message, hint)
    elif id not in written and id not in draft.entries:
        near = nearest(id, (*draft.entries, *written))
        hint = f"did you mean `{near}`?" if near else ""
        yield Problem(id.place, f"there is no passage `{id}`", hint)
    elif each.action != "replace" and id not in draft.entries:
        message = f"`{id}` is no paragraph and no point: its words can be replaced"
        yield Problem(id.place, message)


def _misplaced(draft: Draft, each: Amendment) -> Iterator[Problem]:
    """A passage that would be put beside itself, or where it does not fit.

    What is merged gives its points to the first passage; what moves comes with them.
    """
    other = each.other or each.after or each.before
    moved, there = draft.entries.get(each.passage), draft.entries.get(other)
    if each.action == "merge":
        moved, there = there, moved
    if each.passage == other or (moved and there and there in points_below(moved)):
        message = f"`{each.passage}` cannot be put together with itself"
        yield Problem(other.place, message, "name another passage")
    elif moved and there and (reason := misfit(moved, level_of(there))):
        yield Problem(other.place, f"`{moved.id}` {reason}")


def _made_twice(draft: Draft, each: Amendment) -> Iterator[Problem]:
    id = each.made
    maker = draft.made[id]
    if id in draft.entries or maker.id != each.id:
        other = draft.entries[id].place if id in draft.entries else maker.place
        message = f"`{id}` is the id of another passage"
        yield Problem(id.place, message, f"the other one is at {other}")


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
# What each action needs, and which of its fields name passages that are there.
NEEDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "replace": ((), ("passage",)),
    "insert": (("new", "as"), ("after", "before")),
    "delete": (("passage",), ("passage",)),
    "move": (("passage",), ("passage", "after", "before")),
    "merge": (("passage", "with"), ("passage", "with")),
    "split": (("passage", "old", "as"), ("passage",)),
    "correct": (("fact",), ()),
}
HINTS = {
    "as": "the id of the new passage",
    "with": "the passage that is merged into the first",
    "old": "the words with which the second passage begins",
}
