"""Comments in Word: the passages that they stand beside, and their part."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.document.nodes import Comment
from reportkit.write.word_story import (
    DECLARATION,
    NAMESPACES,
    Story,
    attribute,
    paragraph,
    tracked,
    typed,
)

_REFERENCE = "<w:r><w:annotationRef/></w:r>"


def commented(story: Story, passage: str, xml: str) -> str:
    """The same with the comments on the passage around it, when it has any."""
    opening, closing = comment_range(story, passage)
    return f"{opening}{xml}{closing}"


def comment_range(story: Story, passage: str) -> tuple[str, str]:
    """The ends of the comments on a passage; the second belongs in a paragraph.

    Text that is gone leaves them to the passage's main place.
    """
    numbers = [] if story.is_gone else list(_numbers(story, passage))
    opening = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in numbers)
    closing = "".join(
        f'<w:commentRangeEnd w:id="{number}"/>'
        + tracked(story, f'<w:r><w:commentReference w:id="{number}"/></w:r>')
        for number in numbers
    )
    return opening, closing


def _numbers(story: Story, passage: str) -> Iterator[int]:
    for comment in story.remarks.get(passage, ()):
        number = next(story.annotations)
        story.comments.append((number, comment))
        yield number


def comments(story: Story) -> Iterator[str]:
    """The XML of word/comments.xml, once the story is written."""
    yield f"{DECLARATION}<w:comments {NAMESPACES}>"
    for number, comment in story.comments:
        yield _comment(story, number, comment)
    yield "</w:comments>"


def _comment(story: Story, number: int, comment: Comment) -> str:
    author = attribute(comment.author)
    initials = attribute("".join(word[0] for word in comment.author.split()))
    lines = (typed(line, story.rtl) for line in comment.text.split("\n"))
    words = "".join(
        paragraph("Normal", line if place else _REFERENCE + line, story.rtl)
        for place, line in enumerate(lines)
    )
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:initials="{initials}">'
        f"{words}</w:comment>"
    )
