"""The footnotes part of a Word report."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.document.nodes import Document, Note
from reportkit.write.word_story import (
    DECLARATION,
    NAMESPACES,
    Story,
    bookmarked,
    counts_itself,
    inlines,
    paragraph,
    run,
    typed,
)

# Published documents type the line over the footnotes.
_RULE = "_" * 18
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


def footnotes(document: Document, story: Story) -> Iterator[str]:
    """The XML of word/footnotes.xml, piece by piece."""
    yield f"{DECLARATION}<w:footnotes {NAMESPACES}>"
    rule = paragraph("FootnoteSeparator", typed(_RULE, False), story.rtl)
    for kind, number in _SEPARATORS:
        yield f'<w:footnote w:type="{kind}" w:id="{number}">{rule}</w:footnote>'
    for note in document.notes:
        yield _note(story, note)
    yield "</w:footnotes>"


def _note(story: Story, note: Note) -> str:
    words = _mark(note.label, story.rtl) + inlines(story, note.content)
    text = paragraph("FootnoteText", bookmarked(story, note.id, words), story.rtl)
    return f'<w:footnote w:id="{story.notes[note.id]}">{text}</w:footnote>'


def _mark(label: str, rtl: bool) -> str:
    look = '<w:rStyle w:val="FootnoteReference"/>'
    counted = f"<w:r><w:rPr>{look}</w:rPr><w:footnoteRef/></w:r>"
    mark = counted if counts_itself(label) else run(label, look)
    return mark + typed("\t", rtl)
