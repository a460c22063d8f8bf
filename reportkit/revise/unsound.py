"""What is wrong with an amendment before its words are looked up in the draft."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.model.amendments import Amendment
from reportkit.problems import Problem, nearest
from reportkit.revise.drafted import Draft
from reportkit.revise.levels import level_of, misfit, points_below
from reportkit.source.values import Text

# What each action needs, and which of its fields name passages that are there.
NEEDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "replace": ((), ("passage",)),
    "insert": (("new", "as"), ("after", "before", "under")),
    "delete": (("passage",), ("passage",)),
    "move": (("passage",), ("passage", "after", "before")),
    "merge": (("passage", "with"), ("passage", "with")),
    "split": (("passage", "old", "as"), ("passage",)),
    "correct": (("fact",), ()),
}
# Where what is made or moved may be put; one of them is given.
PLACES: dict[str, tuple[str, ...]] = {
    "insert": ("after", "before", "under"),
    "move": ("after", "before"),
}
HINTS = {
    "as": "the id of the new passage",
    "with": "the passage that is merged into the first",
    "old": "the words with which the second passage begins",
}


def faults_of(draft: Draft, each: Amendment) -> Iterator[Problem]:
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
    places = [key for key in PLACES.get(each.action, ()) if getattr(each, key)]
    if each.action in PLACES and len(places) != 1:
        keys = " or ".join(f"`{key}:`" for key in PLACES[each.action])
        yield Problem(each.place, f"`{each.id}` needs {keys}, and only one")
    for key in named:
        if (id := _value(each, key)) and not (key == "passage" and each.throughout):
            yield from _unknown(draft, each, id)
    if each.action in ("move", "merge"):
        yield from _misplaced(draft, each)
    if each.under and (reason := _too_deep(draft, str(each.under))):
        yield Problem(each.under.place, f"`{each.under}` {reason}")
    if each.worded_in:
        yield from _unworded(draft, each)
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
    other = each.other or each.beside
    moved, there = draft.entries.get(each.passage), draft.entries.get(other)
    if each.action == "merge":
        moved, there = there, moved
    if each.passage == other or (moved and there and there in points_below(moved)):
        message = f"`{each.passage}` cannot be put together with itself"
        yield Problem(other.place, message, "name another passage")
    elif moved and there and (reason := misfit(moved, level_of(there))):
        yield Problem(other.place, f"`{moved.id}` {reason}")


def _too_deep(draft: Draft, id: str) -> str:
    """Why nothing can be put under a passage; nothing where it can."""
    levels = 0
    for _ in draft.made:
        maker = draft.made.get(id)
        if maker is None or id in draft.entries:
            break
        levels += bool(maker.under)
        id = str(maker.beside or maker.passage)
    entry = draft.entries.get(id)
    if entry is None:
        return ""
    return "" if level_of(entry) + levels < 2 else "cannot have points: it is too deep"


def _unworded(draft: Draft, each: Amendment) -> Iterator[Problem]:
    """Words that stand in another language than the original."""
    original = draft.session.facts.written_in
    if each.worded_in == original or each.language:
        yield Problem(each.worded_in.place, "`worded_in:` says nothing here")
    elif each.adopted:
        message = f"`{each.id}` is worded in `{each.worded_in}`"
        hint = f"put `new:` into `{original}`, and take `worded_in:` out"
        yield Problem(each.worded_in.place, message, hint)


def _made_twice(draft: Draft, each: Amendment) -> Iterator[Problem]:
    id = each.made
    maker = draft.made[id]
    if id in draft.entries or maker.id != each.id:
        other = draft.entries[id].place if id in draft.entries else maker.place
        message = f"`{id}` is the id of another passage"
        yield Problem(id.place, message, f"the other one is at {other}")
