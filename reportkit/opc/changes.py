"""A text with its tracked changes accepted or rejected.

Paragraphs come in as they were read; paragraphs go out as Word would leave them:
one whose end is gone runs on into the next, a row that is gone takes its cells along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from reportkit.opc.word_file import (
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    Cell,
    Change,
    CommentRange,
    WordParagraph,
    WordRun,
)

ACCEPTED, REJECTED = "accepted", "rejected"

_STAYING: Mapping[str, frozenset[str]] = MappingProxyType(
    {ACCEPTED: frozenset({INS, MOVE_TO}), REJECTED: frozenset({DEL, MOVE_FROM})}
)


def stays(change: Change | None, view: str) -> bool:
    """Whether what is changed so is there in a view, "accepted" or "rejected"."""
    staying = _STAYING[view]
    while change is not None:
        if change.kind not in staying:
            return False
        change = change.inside
    return True


def text_as(paragraph: WordParagraph, view: str) -> str:
    """The text of one paragraph with its changes accepted or rejected."""
    return "".join(run.text for run in paragraph.runs if stays(run.change, view))


def texts_as(paragraphs: Iterable[WordParagraph], view: str) -> tuple[str, ...]:
    """The texts of paragraphs with all changes accepted or rejected."""
    return tuple(each.text for each in paragraphs_as(paragraphs, view))


def paragraphs_as(
    paragraphs: Iterable[WordParagraph], view: str
) -> tuple[WordParagraph, ...]:
    """The paragraphs with all changes accepted or rejected; no change is left.

    Joined ones have the style and the number of the last, whose end it is.
    """
    given = tuple(paragraphs)
    groups = groups_as(given, view)
    joined = (_joined([given[place] for place in group], view) for group in groups)
    return tuple(each for each in joined if each is not None)


def groups_as(
    paragraphs: Sequence[WordParagraph], view: str
) -> tuple[tuple[int, ...], ...]:
    """The indexes of paragraphs that are one with all changes accepted or rejected."""
    return tuple(sorted(_groups(paragraphs, view)))


def _groups(given: Sequence[WordParagraph], view: str) -> Iterator[tuple[int, ...]]:
    """The indexes of paragraphs that are one in the view."""
    open: dict[int, list[int]] = {}  # by text box: one may stand amid a joined pair
    for place, paragraph in enumerate(given):
        group = open.get(paragraph.box, [])
        if group and given[group[-1]].cell != paragraph.cell:
            yield tuple(open.pop(paragraph.box))
        if stays(_change_of(paragraph.cell), view):
            open.setdefault(paragraph.box, []).append(place)
            if stays(paragraph.mark, view):
                yield tuple(open.pop(paragraph.box))
    yield from map(tuple, open.values())


def _change_of(cell: Cell | None) -> Change | None:
    return cell.change if cell else None


def _joined(group: Sequence[WordParagraph], view: str) -> WordParagraph | None:
    """The paragraph that a group is; None where nothing of it is left."""
    runs: list[WordRun] = []
    comments: list[CommentRange] = []
    for paragraph in group:
        places = [len(runs)]
        for run in paragraph.runs:
            if stays(run.change, view):
                runs.append(run._replace(change=None))
            places.append(len(runs))
        for comment, start, end in paragraph.comments:
            comments.append(CommentRange(comment, places[start], places[end]))
    last = group[-1]
    if not runs and not stays(last.mark, view):
        return None
    names = (name for paragraph in group for name in paragraph.bookmarks)
    return last._replace(
        runs=tuple(runs),
        cell=last.cell._replace(change=None) if last.cell else None,
        bookmarks=tuple(dict.fromkeys(names)),
        comments=tuple(comments),
        mark=None,
    )
