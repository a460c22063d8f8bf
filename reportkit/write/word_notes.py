"""The footnotes part of a Word report."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.document.nodes import Document, Note
from reportkit.write.word_inlines import counts_itself, inlines
from reportkit.write.word_story import (
    DECLARATION,
    NAMESPACES,
    Call,
    Story,
    bookmarked,
    look_of,
    paragraph,
    run,
    typed,
)

# Published documents type the line over the footnotes.
_RULE = "_" * 18
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


def footnotes(document: Document, story: Story) -> Iterator[str]:
    """The XML of word/footnotes.xml, piece by piece, once the body is written."""
    yield f"{DECLARATION}<w:footnotes {NAMESPACES}>"
    rule = paragraph("FootnoteSeparator", typed(_RULE, False), story.rtl)
    for kind, number in _SEPARATORS:
        yield f'<w:footnote w:type="{kind}" w:id="{number}">{rule}</w:footnote>'
    notes = {note.id: note for note in document.notes}
    for (id, gone), call in story.calls.items():
        # The footnote of a note's earlier place leaves the bookmark to the other.
        away = gone and (id, False) in story.calls
        passage = id if id in story.targets and not away else ""
        yield _footnote(story, notes[id], call, passage)
    yield "</w:footnotes>"


def _footnote(story: Story, note: Note, call: Call, passage: str) -> str:
    """A footnote. Tracked, it comes and goes with its call in the text; where
    changes are shown by looks, it looks as its call does.
    """
    own = story.marked(call.mark) if story.struck else story
    words = _mark(own, note.label) + inlines(own, note.content)
    text = paragraph("FootnoteText", bookmarked(story, passage, words), story.rtl)
    return f'<w:footnote w:id="{call.number}">{text}</w:footnote>'


def _mark(story: Story, label: str) -> str:
    look = f'<w:rStyle w:val="FootnoteReference"/>{look_of(emphasis=story.emphasis)}'
    counted = f"<w:r><w:rPr>{look}</w:rPr><w:footnoteRef/></w:r>"
    mark = counted if counts_itself(label) else run(label, look)
    return mark + typed("\t", story.rtl)
