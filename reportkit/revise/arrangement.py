"""Manuscripts with passages put in, taken out, moved, merged and parted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from reportkit.model.amendments import Amendment
from reportkit.model.fields import replaced
from reportkit.model.passages import Passage
from reportkit.revise.entries import (
    Entry,
    Manuscripts,
    below,
    beside,
    entries_of,
    put,
)
from reportkit.revise.levels import at_level, level_of, points_of
from reportkit.source.values import Text, text_at

Texts = Mapping[str, Text]


def arranged(
    manuscripts: Manuscripts, amendments: Iterable[Amendment], texts: Texts
) -> Manuscripts:
    """The manuscripts after what amendments do to whole passages.

    What is put in comes before what is taken out, so that a neighbour may go.
    Several that are put after the same passage stand in their order.
    """
    known = tuple(amendments)
    joined = {each.other: each.passage for each in known if each.action == "merge"}
    last: dict[Text, Text] = {}
    for action, do in STEPS.items():
        for each in known:
            if each.action == action:
                placed = _behind(_beside_joined(each, joined), last)
                manuscripts = do(manuscripts, placed, texts)
    return manuscripts


def _beside_joined(each: Amendment, joined: Mapping[Text, Text]) -> Amendment:
    """The amendment, beside the passage that its neighbour was merged into."""
    key = next((key for key in ("after", "before", "under") if getattr(each, key)), "")
    beside = each.beside
    for _ in joined:
        beside = joined.get(beside, beside)
    return replaced(each, **{key: beside}) if key and beside != each.beside else each


def _behind(each: Amendment, last: dict[Text, Text]) -> Amendment:
    """The amendment, put after what was put after its neighbour already."""
    if not each.after:
        return each
    after = last.get(each.after, each.after)
    last[each.after] = each.made or each.passage
    return replaced(each, after=after)


def _split(manuscripts: Manuscripts, each: Amendment, texts: Texts) -> Manuscripts:
    """The points under a passage go with its second part."""

    def parted(entry: Entry) -> tuple[Entry, ...]:
        text = texts.get(each.made, text_at("", each.place))
        second = replaced(_told(entry, text, {}), id=each.made)
        return replaced(entry, points=()) if points_of(entry) else entry, second

    return put(manuscripts, each.passage, parted)


def _merge(manuscripts: Manuscripts, each: Amendment, texts: Texts) -> Manuscripts:
    """The first keeps its id; without words of its own the texts are joined."""
    other = find(manuscripts, each.other)

    def joined(entry: Entry) -> tuple[Entry, ...]:
        if other is None:
            return (entry,)
        text = each.words or text_at(f"{_text(entry)} {_text(other)}", each.place)
        level = level_of(entry) + 1
        theirs = (at_level(each, level) for each in points_of(other))
        points = (*points_of(entry), *theirs)
        return (_told(entry, text, {"points": points} if points else {}),)

    return put(put(manuscripts, each.passage, joined), each.other, _gone)


def _insert(manuscripts: Manuscripts, each: Amendment, texts: Texts) -> Manuscripts:
    text = texts.get(each.made, each.words)
    if each.under:
        make = partial(below, id=each.made, text=text)
        return put(manuscripts, each.under, lambda entry: (make(entry),))
    return _place(manuscripts, each, lambda entry: beside(entry, each.made, text))


def _move(manuscripts: Manuscripts, each: Amendment, texts: Texts) -> Manuscripts:
    """What moves becomes what its neighbour is: a point, or one of the same body."""
    moved = find(manuscripts, each.passage)
    if moved is None:
        return manuscripts

    def settled(entry: Entry) -> Entry:
        made = at_level(moved, level_of(entry))
        if isinstance(made, Passage) and isinstance(entry, Passage):
            return replaced(made, body=entry.body)
        return made

    return _place(put(manuscripts, each.passage, _gone), each, settled)


def _delete(manuscripts: Manuscripts, each: Amendment, texts: Texts) -> Manuscripts:
    return put(manuscripts, each.passage, _gone)


def _place(
    manuscripts: Manuscripts, each: Amendment, make: Callable[[Entry], Entry]
) -> Manuscripts:
    """The manuscripts with an entry put after, or before, another."""

    def placed(entry: Entry) -> tuple[Entry, ...]:
        made = make(entry)
        return (entry, made) if each.after else (made, entry)

    return put(manuscripts, each.beside, placed)


def _gone(entry: Entry) -> tuple[Entry, ...]:
    return ()


def find(manuscripts: Manuscripts, id: str) -> Entry | None:
    """The passage or point of an id, if there is one."""
    return next((each for each in entries_of(manuscripts) if each.id == id), None)


def _text(entry: Entry) -> Text:
    return entry.words if isinstance(entry, Passage) else entry.text


def _told(entry: Entry, text: Text, more: Mapping[str, tuple[Entry, ...]]) -> Entry:
    kind = "text"
    if isinstance(entry, Passage):
        kind = next((k for k in ("heading", "quotation") if getattr(entry, k)), kind)
    return replaced(entry, **{kind: text}, **more)


STEPS: dict[str, Callable[[Manuscripts, Amendment, Texts], Manuscripts]] = {
    "split": _split,
    "merge": _merge,
    "insert": _insert,
    "move": _move,
    "delete": _delete,
}
