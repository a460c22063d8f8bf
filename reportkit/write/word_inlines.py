"""The runs and links of a story: one function for each kind of inline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from reportkit.document.nodes import (
    Content,
    Deletion,
    Insertion,
    Link,
    NoteReference,
    Reference,
    Run,
)
from reportkit.write.word_changes import Mark
from reportkit.write.word_comments import commented
from reportkit.write.word_story import (
    Call,
    Story,
    bookmark_name,
    look_of,
    run,
    story_text,
    tracked,
    word_text,
)

_LINK_SCHEMES = ("http://", "https://", "mailto:")


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
        story.emphasis,
    )
    return tracked(story, run(words.text, look))


def _reference(story: Story, reference: Reference) -> str:
    words = story_text(story, reference.text)
    if reference.elsewhere or reference.target not in story.targets:
        return words
    anchor = bookmark_name(reference.target)
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{words}</w:hyperlink>'


def _link(story: Story, link: Link) -> str:
    if not link.address.lower().startswith(_LINK_SCHEMES):
        return story_text(story, link.text)
    # Word calls a file damaged whose link holds a space or a letter outside ASCII.
    address = quote(link.address, safe="%/:=&?~#+!$,;'@()*[]")
    relation = story.links.setdefault(address, f"link{len(story.links) + 1}")
    own = look_of(rtl=story.rtl, emphasis=story.emphasis)
    words = tracked(story, run(link.text, f'<w:rStyle w:val="Hyperlink"/>{own}'))
    return f'<w:hyperlink r:id="{relation}" w:history="1">{words}</w:hyperlink>'


def _note_mark(story: Story, reference: NoteReference) -> str:
    """The raised mark of a footnote, and the comments on the note.

    Figures are counted by Word itself, so that a note added later finds its
    number; another mark, such as an asterisk, is typed.
    """
    note = reference.note
    number = _call(story, note)
    look = f'<w:rStyle w:val="FootnoteReference"/>{look_of(emphasis=story.emphasis)}'
    counted = counts_itself(reference.label)
    custom = "" if counted else ' w:customMarkFollows="1"'
    mark = f'<w:footnoteReference{custom} w:id="{number}"/>'
    mark += "" if counted else word_text(reference.label)
    raised = tracked(story, f"<w:r><w:rPr>{look}</w:rPr>{mark}</w:r>")
    return commented(story, note, raised)


def _call(story: Story, note: str) -> int:
    """The number of a footnote in its part, where they stand as they are called:
    LibreOffice goes by their order and not by their numbers.

    A note that moved with its passage is called twice, and Word wants a footnote
    for each call.
    """
    call = Call(len(story.calls) + 1, story.mark)
    return story.calls.setdefault((note, story.is_gone), call).number


def counts_itself(label: str) -> bool:
    """Whether a footnote's label is what Word would print by itself."""
    return label.isascii() and label.isdigit()


def _insertion(story: Story, inserted: Insertion) -> str:
    return inlines(story.marked(Mark("ins", inserted.change)), inserted.content)


def _deletion(story: Story, deleted: Deletion) -> str:
    return inlines(story.marked(Mark("del", deleted.change)), deleted.content)


INLINES: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        Run: _words,
        Reference: _reference,
        Link: _link,
        NoteReference: _note_mark,
        Insertion: _insertion,
        Deletion: _deletion,
    }
)
