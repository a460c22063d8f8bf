"""A finished Document out of a session, an outline and a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportkit.assemble.front import corner, job_line, masthead, subtitle, title
from reportkit.assemble.inlines import Setter
from reportkit.assemble.layout import lay_out
from reportkit.assemble.outline import Outline
from reportkit.assemble.parts import Elsewhere, Order, numbered
from reportkit.assemble.tree import Node
from reportkit.assemble.wording import Rendering, Wording
from reportkit.document.nodes import Document, Note, Property, Setting
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
    return set_document(wording, order, nodes, setter, wording.text)


def set_document(
    wording: Wording,
    order: Order,
    nodes: tuple[Node, ...],
    setter: Setter,
    note: Callable[[str], Rendering],
) -> Document:
    """The document of a numbered tree; `note` gives the text of a footnote."""
    issue = wording.session.facts.documents[order.id]
    root = wording.session.facts.kind_of(order.id)
    words = wording.words
    blocks = lay_out(nodes, setter, wording)
    return Document(
        id=f"{order.id}-merged" if order.merged else order.id,
        setting=_setting(wording),
        symbol="-".join(issue.symbols),
        masthead=masthead(wording, issue, root),
        corner=corner(wording),
        title=setter.set(title(wording, order.id)),
        subtitle=setter.set(subtitle(wording, order.id, root)),
        blocks=blocks,
        notes=tuple(_notes(setter, note)),
        job=job_line(wording, issue),
        date=_date(wording, issue),
        properties=(
            Property("session", wording.session.name),
            Property("document", order.id),
            Property("language", wording.code),
            *((Property("copy", "merged"),) if order.merged else ()),
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


def _notes(setter: Setter, note: Callable[[str], Rendering]) -> Iterator[Note]:
    """The footnotes that were called, in that order; a note may call another."""
    place = 0
    while place < len(setter.notes):
        id = setter.notes[place]
        place += 1
        rendering = note(id)
        content = setter.set(rendering.text, rendering.missing, id)
        yield Note(id, str(place), content)
