"""Runs and paragraphs of WordprocessingML, as strings.

A story is Word's name for a text that runs on by itself: the body, the
footnotes. It gathers what its paragraphs need beside them: bookmarks and links.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote

from reportkit.document.nodes import (
    Content,
    Link,
    NoteReference,
    Reference,
    Run,
    Setting,
)

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

# The stops of a numbered paragraph in twips; the first is its left indent.
TAB_STEP = 475
TAB_STOPS = (1267, 1742, 2218, 2693, 3182, 3658, 4133, 4622, 5098, 5573, 6048)

_LINK_SCHEMES = ("http://", "https://", "mailto:")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


class Story(NamedTuple):
    """A text being written, and what it has called for so far.

    `targets` are the ids that have a bookmark, `notes` the number of each
    footnote in its part; `bookmarks` counts through the whole file, `links`
    holds the relationship of each address.
    """

    rtl: bool
    targets: frozenset[str]
    notes: Mapping[str, int]
    bookmarks: Iterator[int]
    links: dict[str, str]
    stops: tuple[int, ...] = TAB_STOPS


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


def _characters(text: str) -> str:
    if "\t" not in text and "\n" not in text:
        return _word_text(text)
    pieces = re.split("([\t\n])", text)
    return "".join(_BREAKS.get(piece) or _word_text(piece) for piece in pieces if piece)


def _word_text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


@lru_cache(maxsize=256)
def look_of(
    italic: bool = False,
    bold: bool = False,
    superscript: bool = False,
    language: str = "",
    missing: bool = False,
    rtl: bool = False,
) -> str:
    """The children of w:rPr for a run, in the order of the schema."""
    tag = attribute(language)
    looks = (
        (missing, '<w:rStyle w:val="Missing"/>'),
        (bold, "<w:b/><w:bCs/>"),
        (italic, "<w:i/><w:iCs/>"),
        (superscript, '<w:vertAlign w:val="superscript"/>'),
        (rtl, "<w:rtl/>"),
        (language, f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/>'),
    )
    return "".join(xml for wanted, xml in looks if wanted)


def inlines(story: Story, content: Content) -> str:
    """The runs and links of a content."""
    return "".join([INLINES[type(inline)](story, inline) for inline in content])


def _words(story: Story, words: Run) -> str:
    # A run of another language goes its own way, left to right for all that
    # a right-to-left report quotes.
    rtl = story.rtl and not words.language
    look = look_of(
        words.italic,
        words.bold,
        words.superscript,
        words.language,
        words.missing,
        rtl,
    )
    return run(words.text, look)


def _reference(story: Story, reference: Reference) -> str:
    words = typed(reference.text, story.rtl)
    if reference.target not in story.targets:
        return words
    anchor = bookmark_name(reference.target)
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{words}</w:hyperlink>'


def _link(story: Story, link: Link) -> str:
    if not link.address.lower().startswith(_LINK_SCHEMES):
        return typed(link.text, story.rtl)
    # Word calls a file damaged whose link holds a space or a letter outside ASCII.
    address = quote(link.address, safe="%/:=&?~#+!$,;'@()*[]")
    relation = story.links.setdefault(address, f"link{len(story.links) + 1}")
    look = f'<w:rStyle w:val="Hyperlink"/>{look_of(rtl=story.rtl)}'
    words = run(link.text, look)
    return f'<w:hyperlink r:id="{relation}" w:history="1">{words}</w:hyperlink>'


def _note_mark(story: Story, reference: NoteReference) -> str:
    """The raised mark of a footnote.

    Figures are counted by Word itself, so that a note added later finds its
    number; another mark, such as an asterisk, is typed.
    """
    number = story.notes[reference.note]
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    if counts_itself(reference.label):
        return f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'
    mark = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
    return f"<w:r>{style}{mark}{_word_text(reference.label)}</w:r>"


def counts_itself(label: str) -> bool:
    """Whether a footnote's label is what Word would print by itself."""
    return label.isascii() and label.isdigit()


def bookmark_name(passage: str) -> str:
    """The bookmark of a passage's id; Word allows no hyphen in it."""
    return attribute(passage.replace("-", "_"))


def bookmarked(story: Story, passage: str, xml: str) -> str:
    """The same with the passage's bookmark around it, when it has an id."""
    if not passage:
        return xml
    number = next(story.bookmarks)
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


INLINES: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        Run: _words,
        Reference: _reference,
        Link: _link,
        NoteReference: _note_mark,
    }
)
