"""A finished Document out of a session, an outline and a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportkit.assemble.front import corner, job_line, masthead, title
from reportkit.assemble.inlines import Setter
from reportkit.assemble.layout import lay_out
from reportkit.assemble.outline import Outline
from reportkit.assemble.parts import Elsewhere, Order, numbered
from reportkit.assemble.wording import Wording
from reportkit.document.nodes import Block, Document, Note, Property, Run, Setting
from reportkit.model.facts import Issue

WORDS_OF_WRITERS = ("contents", "footnotes", "permalink", "back")


def assemble(
    wording: Wording, outlines: Mapping[str, Outline], order: Order
) -> Document:
    """The document, finished for every writer.

    `outlines` are by kind of document; raises MissingWord where a language
    lacks a word, a sentence or a name.
    """
    nodes, numbers = numbered(wording, outlines, order)
    others = Elsewhere(wording, outlines, order)
    setter = Setter(wording, numbers, others.find, [])
    blocks = lay_out(nodes, setter, wording)
    return _document(wording, order, setter, blocks)


def _document(
    wording: Wording, order: Order, setter: Setter, blocks: tuple[Block, ...]
) -> Document:
    issue = wording.session.facts.documents[order.id]
    kind = "report" if issue.kind == "report" else "draft"
    words = wording.words
    subtitle = words.word("addendum") if issue.kind == "addendum" else ""
    return Document(
        id=f"{order.id}-merged" if order.merged else order.id,
        setting=_setting(wording),
        symbol="-".join(issue.symbols),
        masthead=masthead(wording, issue),
        corner=corner(wording),
        title=setter.set(title(wording, kind)),
        subtitle=(Run(subtitle),) if subtitle else (),
        blocks=blocks,
        notes=tuple(_notes(wording, setter)),
        job=job_line(wording, issue),
        date=_date(wording, issue),
        properties=(
            Property("session", wording.session.name),
            Property("document", order.id),
            Property("language", wording.code),
        ),
        words=tuple(Property(name, words.word(name)) for name in WORDS_OF_WRITERS),
    )


def _setting(wording: Wording) -> Setting:
    language = wording.words.language
    return Setting(
        language.tag,
        language.direction,
        str(wording.session.facts.paper),
        language.font,
        language.east_asian_font,
        language.complex_font,
        language.latin or language.tag,
        language.line,
        language.tab_step,
    )


def _date(wording: Wording, issue: Issue) -> str:
    last = max(body.last for body in wording.session.facts.bodies.values())
    return (issue.dated or last).isoformat()


def _notes(wording: Wording, setter: Setter) -> Iterator[Note]:
    """The footnotes that were called, in that order; a note may call another."""
    place = 0
    while place < len(setter.notes):
        id = setter.notes[place]
        place += 1
        rendering = wording.text(id)
        content = setter.set(rendering.text, rendering.missing, id)
        yield Note(id, str(place), content)
