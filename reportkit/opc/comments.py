"""Comments at the margin, with the paragraphs that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportkit.opc.blocks import read_story
from reportkit.opc.names import ID, W
from reportkit.opc.parts import Element
from reportkit.opc.story import Sources
from reportkit.opc.word_file import Comment, WordParagraph


def read_comments(
    root: Element, sources: Sources, links: Mapping[str, str]
) -> Iterator[Comment]:
    """The comments of a part, without their anchors; a paragraph is a line."""
    for element in root.iter(f"{W}comment"):
        lines = read_story(element, sources, links).done
        yield Comment(
            element.get(ID) or "",
            element.get(f"{W}author") or "",
            element.get(f"{W}date") or "",
            "\n".join(paragraph.text for paragraph in lines),
            initials=element.get(f"{W}initials") or "",
        )


def anchored(
    comments: Iterable[Comment], paragraphs: Iterable[WordParagraph]
) -> tuple[Comment, ...]:
    """The comments with their anchors; those on notes and headers have none."""
    anchors: dict[str, list[int]] = {}
    for place, paragraph in enumerate(paragraphs):
        for id in dict.fromkeys(each.comment for each in paragraph.comments):
            anchors.setdefault(id, []).append(place)
    return tuple(
        comment._replace(anchors=tuple(anchors.get(comment.id, ())))
        for comment in comments
    )
