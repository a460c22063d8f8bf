"""A story while it is read: the body of a Word file, a note, a header, a comment.

A story is Word's name for a text that runs on by itself. What its elements do is
told by tables of functions (`blocks`, `runs`, `ranges`); elements without one are
looked through, so that no text is lost in what is unknown.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportkit.opc.changes import ACCEPTED, REJECTED
from reportkit.opc.names import ID, MC, TEXTS, W
from reportkit.opc.numbering import Counter, Lists
from reportkit.opc.parts import Element
from reportkit.opc.styles import PLAIN, Look, Styles
from reportkit.opc.word_file import (
    Cell,
    Change,
    CommentRange,
    WordParagraph,
    WordRun,
    WordTable,
)

Handler = Callable[["Story", Element], None]

_FIELD_MARK = f"{W}fldChar"
_FIELD_TYPE = f"{W}fldCharType"


@dataclass(slots=True)
class Draft:
    """A paragraph while it is read.

    A run is its look and the pieces of its text; a `sealed` one takes no more.
    `inner` are the paragraphs of text boxes anchored here.
    """

    paragraph: WordParagraph
    mark: Element | None = None
    runs: list[tuple[WordRun, list[str]]] = field(default_factory=list)
    sealed: bool = False
    bookmarks: dict[str, None] = field(default_factory=dict)
    comments: dict[str, int] = field(default_factory=dict)
    ranges: list[CommentRange] = field(default_factory=list)
    moves: dict[str, str] = field(default_factory=dict)
    inner: list[WordParagraph] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A table while it is read: where its next cell is."""

    number: int
    row: int = 0
    column: int = 1
    columns: int = 0
    change: Change | None = None
    rows: list[Change | None] = field(default_factory=list)


@dataclass(slots=True)
class Field:
    """A field while it is read; its instruction is not shown, its result is."""

    instruction: list[str] = field(default_factory=list)
    shown: bool = False
    address: str = ""


@dataclass(slots=True)
class Sources:
    """What all stories of a file share: styles, lists and where they stand.

    `counters` count with all changes accepted and rejected; `boxes` counts boxes.
    """

    styles: Styles
    lists: Lists
    counters: Mapping[str, Counter] = field(
        default_factory=lambda: {ACCEPTED: Counter(), REJECTED: Counter()}
    )
    boxes: int = 0


@dataclass(slots=True)
class Story:
    """What was read so far, and what is open where the reading stands.

    `ends` are the ends of ranges that are still to come, by element and id, and
    `complete` tells of each field, in order, whether it has an end: one without is
    looked through. `pending` are bookmarks that stand before a paragraph.
    """

    sources: Sources
    handlers: Mapping[str, Handler]
    links: Mapping[str, str]
    ends: Tally[tuple[str, str]]
    complete: list[bool]
    done: list[WordParagraph] = field(default_factory=list)
    tables: list[WordTable] = field(default_factory=list)
    draft: Draft | None = None
    grid: Grid | None = None
    cell: Cell | None = None
    box: int = 0
    look: Look = PLAIN
    change: Change | None = None
    address: str = ""
    fields: list[Field] = field(default_factory=list)
    bookmarks: dict[str, str] = field(default_factory=dict)
    pending: dict[str, None] = field(default_factory=dict)
    comments: dict[str, None] = field(default_factory=dict)
    moves: dict[str, tuple[str, str]] = field(default_factory=dict)


def walk(story: Story, element: Element) -> None:
    """Nothing; all that stands in an element is read."""
    handlers = story.handlers
    for child in element:
        handler = handlers.get(child.tag)
        if handler is None:
            walk(story, child)
        else:
            handler(story, child)


def skip(story: Story, element: Element) -> None:
    """Nothing; what stands in the element is no text."""


def begin_story(
    root: Element,
    sources: Sources,
    handlers: Mapping[str, Handler],
    links: Mapping[str, str],
) -> Story:
    """A story of which nothing is read yet."""
    choose_alternatives(root)
    ends = Tally(
        (element.tag, element.get(ID) or "")
        for name in (
            "bookmarkEnd",
            "commentRangeEnd",
            "moveFromRangeEnd",
            "moveToRangeEnd",
        )
        for element in root.iter(f"{W}{name}")
    )
    return Story(sources, handlers, links, ends, _complete_fields(root))


def choose_alternatives(root: Element) -> None:
    """Nothing; of contents told in several ways, the first with text is left.

    Word writes a text box twice, for itself and for readers before 2010.
    """
    for element in list(root.iter(f"{MC}AlternateContent")):
        children = list(element)
        chosen = next(filter(_has_text, children), next(iter(children), None))
        for child in children:
            if child is not chosen:
                element.remove(child)


def _has_text(element: Element) -> bool:
    return next(element.iter(*TEXTS), None) is not None


def _complete_fields(root: Element) -> list[bool]:
    """Whether each field, in the order of their beginnings, has an end."""
    complete: list[bool] = []
    open: list[int] = []
    for element in root.iter(_FIELD_MARK):
        kind = element.get(_FIELD_TYPE)
        if kind == "begin":
            open.append(len(complete))
            complete.append(False)
        elif kind == "end" and open:
            complete[open.pop()] = True
    complete.reverse()  # taken from its end
    return complete
