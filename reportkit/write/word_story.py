"""Runs and paragraphs of WordprocessingML, as strings.

A story is Word's name for a text that runs on by itself: the body, the
footnotes. It gathers what its paragraphs need beside them: bookmarks, links,
footnotes and comments. What stands in a change is marked as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reportkit.document.nodes import Comment, Setting
from reportkit.write.word_changes import EMPHASES, NO_EMPHASIS, Emphasis, Mark

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

# The stops of a numbered paragraph in twips; the first is its left indent.
TAB_STEP = 475
TAB_STOPS = (1267, 1742, 2218, 2693, 3182, 3658, 4133, 4622, 5098, 5573, 6048)

_BREAK = re.compile("([\t\n])")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


class Call(NamedTuple):
    """A footnote's call in the text: its number in its part, the change it is in."""

    number: int
    mark: Mark | None


class Story(NamedTuple):
    """A text being written, and what it has called for so far.

    `targets` are the ids that have a bookmark, `remarks` the comments on each
    passage. `annotations` counts bookmarks, changes and comments through the
    whole file; `links` holds the relationship of each address, `calls` those of
    footnotes by note, apart for text that is gone, and `comments` those printed
    so far. `mark` is the change that is being written; `struck` shows changes by
    looks.
    """

    rtl: bool
    targets: frozenset[str]
    remarks: Mapping[str, tuple[Comment, ...]]
    annotations: Iterator[int]
    links: dict[str, str]
    calls: dict[tuple[str, bool], Call]
    comments: list[tuple[int, Comment]]
    stops: tuple[int, ...] = TAB_STOPS
    struck: bool = False
    mark: Mark | None = None

    @property
    def is_gone(self) -> bool:
        """Whether what is being written is of the earlier text only."""
        return self.mark is not None and self.mark.is_gone

    @property
    def emphasis(self) -> Emphasis:
        """How words look here for being changed."""
        if self.mark is None or not self.struck:
            return NO_EMPHASIS
        return EMPHASES[self.mark.element]

    def marked(self, mark: Mark | None) -> Story:
        """The same story inside a change; nothing else in it where there is none."""
        return self if mark is None else self._replace(mark=mark)


def tab_stops(setting: Setting) -> tuple[int, ...]:
    """The tab stops of a document, wider where its letters are larger."""
    if setting.tab_step == TAB_STEP:
        return TAB_STOPS
    return tuple(TAB_STOPS[0] + n * setting.tab_step for n in range(len(TAB_STOPS)))


def escape(text: str) -> str:
    """Text as it stands between two tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text as it stands between double quotes."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;")


def typed(text: str, rtl: bool) -> str:
    """A run in the look of its paragraph."""
    return run(text, look_of(rtl=rtl))


def run(text: str, look: str) -> str:
    """A run with its look, the children of w:rPr; tabs and line ends are typed."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}{_characters(text)}</w:r>"


def story_text(story: Story, text: str) -> str:
    """A run of a story in the look of its paragraph.

    Where changes are shown by looks, the lines leave out the tabs of a label.
    """
    if story.emphasis is NO_EMPHASIS:
        return tracked(story, typed(text, story.rtl))
    look = look_of(rtl=story.rtl, emphasis=story.emphasis)
    pieces = filter(None, _BREAK.split(text))
    return "".join(
        typed(piece, story.rtl) if piece in _BREAKS else run(piece, look)
        for piece in pieces
    )


def tracked(story: Story, run: str) -> str:
    """A run inside the element of its change, as it is where nothing is tracked."""
    mark = story.mark
    if mark is None or story.struck:
        return run
    if mark.element == "del":
        run = run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    change = _change(mark, next(story.annotations))
    return f"<w:{mark.element}{change}>{run}</w:{mark.element}>"


def change_element(story: Story) -> str:
    """The empty element that marks a paragraph's end or a row as changed."""
    mark = story.mark
    if mark is None or story.struck:
        return ""
    return f"<w:{mark.element}{_change(mark, next(story.annotations))}/>"


def _change(mark: Mark, number: int) -> str:
    """The attributes of a change: number, author, and midnight of its day."""
    author, day = mark.change
    date = f' w:date="{attribute(day)}T00:00:00Z"' if day else ""
    return f' w:id="{number}" w:author="{attribute(author)}"{date}'


def _characters(text: str) -> str:
    if "\t" not in text and "\n" not in text:
        return word_text(text)
    pieces = _BREAK.split(text)
    return "".join(_BREAKS.get(piece) or word_text(piece) for piece in pieces if piece)


def word_text(text: str) -> str:
    """The element of a run's letters."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


@lru_cache(maxsize=256)
def look_of(
    italic: bool = False,
    bold: bool = False,
    superscript: bool = False,
    language: str = "",
    missing: bool = False,
    rtl: bool = False,
    emphasis: Emphasis = NO_EMPHASIS,
) -> str:
    """The children of w:rPr for a run, in the order of the schema."""
    tag = attribute(language)
    looks = (
        (missing, '<w:rStyle w:val="Missing"/>'),
        (bold or emphasis.bold, "<w:b/><w:bCs/>"),
        (italic, "<w:i/><w:iCs/>"),
        (emphasis.struck, "<w:strike/>"),
        (emphasis.underlined, '<w:u w:val="single"/>'),
        (superscript, '<w:vertAlign w:val="superscript"/>'),
        (rtl, "<w:rtl/>"),
        (language, f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'),
    )
    return "".join(xml for wanted, xml in looks if wanted)


def counts_itself(label: str) -> bool:
    """Whether a footnote's label is what Word would print by itself."""
    return label.isascii() and label.isdigit()


def bookmark_name(passage: str) -> str:
    """The bookmark of a passage's id; Word allows no hyphen in it."""
    return attribute(passage.replace("-", "_"))


def bookmarked(story: Story, passage: str, xml: str) -> str:
    """The same with the passage's bookmark around it, when it has an id.

    Text that is gone leaves the bookmark to the passage's main place.
    """
    if not passage or story.is_gone:
        return xml
    number = next(story.annotations)
    name = bookmark_name(passage)
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{xml}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(
    style: str, content: str, rtl: bool = False, early: str = "", late: str = ""
) -> str:
    """A paragraph; `early` and `late` are the children of w:pPr that the
    schema wants before and after w:bidi.
    """
    bidi = "<w:bidi/>" if rtl else ""
    properties = f'<w:pStyle w:val="{style}"/>{early}{bidi}{late}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def story_paragraph(
    story: Story, style: str, content: str, early: str = "", late: str = ""
) -> str:
    """A paragraph of a story, its end marked as changed when its words are."""
    end = change_element(story)
    if not end:
        return paragraph(style, content, story.rtl, early, late)
    late += f"<w:rPr>{end}</w:rPr>"
    opening, closing = _move_range(story)
    return paragraph(style, opening + content, story.rtl, early, late) + closing


def _move_range(story: Story) -> tuple[str, str]:
    """The ends of a move's range, the second behind the paragraph that moved:
    its end moves too.
    """
    mark = story.mark
    if mark is None or not mark.move:
        return "", ""
    number, name = next(story.annotations), bookmark_name(mark.move)
    change = _change(mark, number)
    return (
        f'<w:{mark.element}RangeStart{change} w:name="{name}"/>',
        f'<w:{mark.element}RangeEnd w:id="{number}"/>',
    )
