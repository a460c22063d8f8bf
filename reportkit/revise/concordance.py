"""What became of every passage between two texts, with its number in each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.derived import derived_ids, lead_id
from reportkit.assemble.wording import SECRETARIAT, Wording
from reportkit.document.nodes import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Content,
    Corner,
    Deletion,
    Document,
    Heading,
    Insertion,
    Masthead,
    Run,
    Table,
)
from reportkit.document.text import text_of
from reportkit.model.amendments import Amendment
from reportkit.revise.alignment import Line, Node, lines_of
from reportkit.revise.amending import Amended
from reportkit.revise.credit import proposers
from reportkit.revise.difference import WORD
from reportkit.revise.numbers import numbers_in
from reportkit.source.values import Text

KEPT, AMENDED, MOVED, NEW, DROPPED = "kept", "amended", "moved", "new", "dropped"
MERGED, SPLIT, CORRECTED, UNTRANSLATED = (
    "merged",
    "split",
    "corrected",
    "not-translated",
)
REWORDED = "moved-and-amended"
MASTHEAD, FACT, PASSAGE = "masthead", "fact", "passage"


class Row(NamedTuple):
    """A passage, a fact or a part of a masthead, and what became of it.

    `numbers` are by document; `fate` is kept, amended, moved, moved-and-amended,
    new, dropped, merged, split, corrected or not-translated. `amendments` are ids,
    `by` the names of who proposed them. `old` and `new` are texts.
    """

    kind: str
    id: str
    numbers: Mapping[str, str]
    fate: str
    by: str
    amendments: tuple[str, ...]
    old: str
    new: str


class Sides(NamedTuple):
    """What is compared: earlier documents, the later one, and both as one.

    `earlier` and `later` are by the names of documents; `tracked` has the changes
    marked. `stale` are the passages that are amended and not translated yet.
    """

    earlier: Mapping[str, Document]
    later: Mapping[str, Document]
    tracked: Document
    stale: frozenset[str] = frozenset()


def concordance(sides: Sides, amended: Amended, wording: Wording) -> tuple[Row, ...]:
    """The changes of mastheads and facts, then every passage in its order."""
    return (
        *_of_mastheads(sides),
        *_of_facts(sides, amended, wording),
        *_of_passages(sides, amended, wording),
    )


def _of_mastheads(sides: Sides) -> Iterator[Row]:
    old = next(iter(sides.earlier.values()))
    new = next(iter(sides.later.values()))
    for name in Masthead._fields:
        texts = _shown(getattr(old.masthead, name)), _shown(getattr(new.masthead, name))
        if texts[0] != texts[1]:
            yield Row(MASTHEAD, name, {}, CORRECTED, "", (), *texts)
    fronts = (("title", old.title, new.title), ("subtitle", old.subtitle, new.subtitle))
    for name, *contents in fronts:
        before, after = map(text_of, contents)
        if before != after:
            yield Row(MASTHEAD, name, {}, CORRECTED, "", (), before, after)
    for one, other in zip(old.corner, new.corner, strict=False):
        if one != other:
            told = _line(one), _line(other)
            yield Row(MASTHEAD, "corner", {}, CORRECTED, "", (), *told)


def _line(corner: Corner) -> str:
    """A body with its session, place and dates, on a line."""
    parts = (corner.body, corner.session, corner.place_and_dates)
    return ", ".join(text_of(part) for part in parts if part)


def _shown(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _of_facts(sides: Sides, amended: Amended, wording: Wording) -> Iterator[Row]:
    session = amended.session
    for each in session.amendments:
        if each.action == "correct" and each.adopted:
            was, now = session.was.get(str(each.id), ""), str(each.words)
            yield Row(
                FACT,
                str(each.fact),
                {},
                CORRECTED,
                proposers(each.by, wording),
                (str(each.id),),
                was,
                now,
            )


def _of_passages(sides: Sides, amended: Amended, wording: Wording) -> Iterator[Row]:
    documents = {**sides.earlier, **sides.later}
    numbers = {
        name: numbers_in(each, wording.words) for name, each in documents.items()
    }
    before, after = texts_of(sides.earlier.values()), texts_of(sides.later.values())
    lines = lines_of(sides.tracked.blocks)
    reworded = frozenset(line.node.id for line in lines if is_reworded(line.node))
    leads = {lead_id(body) for body in amended.session.facts.bodies}
    lists = frozenset(derived_ids(amended.session)) - leads
    above = ""
    for line in lines:
        id = line.node.id
        above = above if line.listing else id
        fate = _fate(line, id in reworded)
        # A heading that stays is no news; the points of a derived list are its own.
        kept_heading = fate == KEPT and isinstance(line.node, Heading)
        if not id or not fate or kept_heading or (line.listing and above in lists):
            continue
        amendments = tuple(
            each
            for each in amended.touched.get(id, ())
            if each.language in ("", wording.code)
        )
        yield Row(
            PASSAGE,
            id,
            _numbers(id, numbers, sides, amendments),
            UNTRANSLATED if id in sides.stale else _told(id, fate, amendments),
            _by(fate, amendments, wording),
            tuple(str(each.id) for each in amendments),
            before.get(id, ""),
            after.get(id, ""),
        )


def _numbers(
    id: str,
    numbers: Mapping[str, Mapping[str, str]],
    sides: Sides,
    amendments: tuple[Amendment, ...],
) -> dict[str, str]:
    """What a passage is called in each document; a merged one goes into another."""
    into = next((str(e.passage) for e in amendments if e.other == id), id)
    return {
        name: known.get(into if name in sides.later else id, "")
        for name, known in numbers.items()
    }


def _by(fate: str, amendments: tuple[Amendment, ...], wording: Wording) -> str:
    """Who changed a passage: the Secretariat, where nobody proposed it."""
    names = tuple(who for each in amendments for who in each.by)
    if not amendments:
        names = () if fate in (KEPT, NEW) else (Text(SECRETARIAT),)
    return proposers(dict.fromkeys(names), wording) if names or amendments else ""


def texts_of(documents: Iterable[Document]) -> dict[str, str]:
    """The words of every passage by its id; of several documents, the first's."""
    made: dict[str, str] = {}
    for document in documents:
        for line in lines_of(document.blocks):
            words = next(contents_of(line.node))
            made.setdefault(line.node.id, text_of(words))
    return made


def _told(id: str, fate: str, amendments: tuple[Amendment, ...]) -> str:
    """What became of a passage, as its amendments call it."""
    for each in amendments:
        if each.action == "merge" and each.other == id and fate == DROPPED:
            return MERGED
        if each.action == "split" and each.made == id and fate == NEW:
            return SPLIT
    return fate


def _fate(line: Line, reworded: bool) -> str:
    """What became of a line; nothing for the place that it moved away from."""
    kind = line.node.fate.kind if line.node.fate else ""
    return {
        INSERTED: NEW,
        DELETED: DROPPED,
        MOVED_FROM: "",
        MOVED_TO: REWORDED if reworded else MOVED,
    }.get(kind, AMENDED if reworded else KEPT)


def is_reworded(node: Node) -> bool:
    """Whether words were changed, and not only signs or numbers of references."""
    return any(
        isinstance(inline, Run) and bool(WORD.search(inline.text))
        for content in contents_of(node)
        for change in content
        if isinstance(change, Insertion | Deletion)
        for inline in change.content
    )


def contents_of(node: Node) -> Iterator[Content]:
    """The contents of a line: of a table its caption, then its cells."""
    if not isinstance(node, Table):
        yield node.content
        return
    yield node.caption
    yield from (cell.content for row in (node.header, *node.rows) for cell in row)
