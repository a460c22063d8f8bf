"""What spans words: tracked changes, moves, bookmarks, comments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportkit.opc.names import ID, W
from reportkit.opc.parts import Element
from reportkit.opc.story import Draft, Handler, Story, walk
from reportkit.opc.word_file import (
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    Change,
    CommentRange,
)

_KINDS = (INS, DEL, MOVE_FROM, MOVE_TO)
# How the rows and cells of tables tell theirs.
_OF_CELLS = {"cellIns": INS, "cellDel": DEL}


def read_changed(story: Story, element: Element) -> None:
    """Nothing; what stands in w:ins, w:del, w:moveFrom or w:moveTo is read."""
    before = story.change
    kind = element.tag.removeprefix(W)
    story.change = _change(story, kind, element, before, _move(story, kind))
    walk(story, element)
    story.change = before


def change_in(
    story: Story, properties: Element | None, inside: Change | None
) -> Change | None:
    """The change that properties of a row, a cell or a paragraph's end tell.

    An insertion that someone else deletes has both; the deletion is the inner one.
    """
    found = inside
    for element in () if properties is None else properties:
        kind = element.tag.removeprefix(W)
        kind = _OF_CELLS.get(kind, kind)
        if kind in _KINDS:
            found = _change(story, kind, element, found, _move(story, kind))
    return found


def _change(
    story: Story, kind: str, element: Element, inside: Change | None, move: str
) -> Change:
    return Change(
        kind,
        element.get(f"{W}author") or "",
        element.get(f"{W}date") or "",
        element.get(ID) or "",
        move,
        inside,
    )


def _move(story: Story, kind: str) -> str:
    """The name of the move of a kind that is open, or was in this paragraph."""
    names = [name for opened, name in story.moves.values() if opened == kind]
    seen = story.draft.moves.get(kind, "") if story.draft else ""
    return names[-1] if names else seen


def _begin_move(kind: str) -> Handler:
    def read(story: Story, element: Element) -> None:
        name = element.get(f"{W}name") or ""
        if story.draft:
            story.draft.moves[kind] = name
        if _has_end(story, element):
            story.moves[element.get(ID) or ""] = kind, name

    return read


def _end_move(story: Story, element: Element) -> None:
    _count_end(story, element)
    story.moves.pop(element.get(ID) or "", None)


def _begin_bookmark(story: Story, element: Element) -> None:
    name = element.get(f"{W}name") or ""
    names = story.draft.bookmarks if story.draft else story.pending
    names[name] = None
    if _has_end(story, element):
        story.bookmarks[element.get(ID) or ""] = name


def _end_bookmark(story: Story, element: Element) -> None:
    _count_end(story, element)
    story.bookmarks.pop(element.get(ID) or "", None)


def _begin_comment(story: Story, element: Element) -> None:
    id = element.get(ID) or ""
    if _has_end(story, element):
        story.comments[id] = None
        if story.draft:
            _start(story.draft, id)


def _end_comment(story: Story, element: Element) -> None:
    id = element.get(ID) or ""
    _count_end(story, element)
    if id in story.comments:
        del story.comments[id]
        if story.draft:
            close_comment(story.draft, id)


def _call_comment(story: Story, element: Element) -> None:
    """Where a comment's sign stands: its place, if it has no range here."""
    id, draft = element.get(ID) or "", story.draft
    if draft is None or id in story.comments:
        return
    if all(each.comment != id for each in draft.ranges):
        _start(draft, id)
        close_comment(draft, id)


def open_comments(story: Story, draft: Draft) -> None:
    """Nothing; comments that began in earlier paragraphs go on in this one."""
    for id in story.comments:
        _start(draft, id)


def close_comment(draft: Draft, id: str) -> None:
    """Nothing; the range of a comment in this paragraph ends here."""
    start = draft.comments.pop(id, None)
    if start is not None:
        draft.ranges.append(CommentRange(id, start, len(draft.runs)))
        draft.sealed = True


def _start(draft: Draft, id: str) -> None:
    draft.comments[id] = len(draft.runs)
    draft.sealed = True


def _has_end(story: Story, element: Element) -> bool:
    """Whether the end of a range is still to come; without one it is a point."""
    tag = element.tag.removesuffix("Start") + "End"
    return story.ends[tag, element.get(ID) or ""] > 0


def _count_end(story: Story, element: Element) -> None:
    story.ends[element.tag, element.get(ID) or ""] -= 1


RANGES: Mapping[str, Handler] = MappingProxyType(
    {
        **{f"{W}{kind}": read_changed for kind in _KINDS},
        f"{W}bookmarkStart": _begin_bookmark,
        f"{W}bookmarkEnd": _end_bookmark,
        f"{W}commentRangeStart": _begin_comment,
        f"{W}commentRangeEnd": _end_comment,
        f"{W}commentReference": _call_comment,
        f"{W}moveFromRangeStart": _begin_move(MOVE_FROM),
        f"{W}moveFromRangeEnd": _end_move,
        f"{W}moveToRangeStart": _begin_move(MOVE_TO),
        f"{W}moveToRangeEnd": _end_move,
    }
)
