"""Sessions out of text, and documents back into it, for tests.

A session is one string: a line `--- session.yaml` begins a file. Files that it
leaves out are taken from `DEFAULTS`, so that a test shows only what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from reportkit.assemble.outline import Outline, read_outline
from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.assemble.sentences import read_sentences
from reportkit.assemble.wording import Wording, word_session
from reportkit.document.nodes import (
    Content,
    Deletion,
    Document,
    Heading,
    Inline,
    Insertion,
    Item,
    Listing,
    NoteReference,
    Paragraph,
    Reference,
    Run,
    Table,
)
from reportkit.languages.words import Words, read_words
from reportkit.model.reading import read_session
from reportkit.model.session import Session
from reportkit.problems import Problem, format_problem, has_errors

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
SEPARATOR = re.compile(r"^--- (\S+)\n", re.M)
SHARED = ("names.yaml", "instruments.yaml")

DEFAULTS = """\
--- session.yaml
original: en
written_in: en
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
documents:
  draft: {kind: draft, symbol: E/AC.9/2017/L.1, date: 2017-10-12}
  add1: {kind: addendum, of: draft, symbol: E/AC.9/2017/L.1/Add.1, date: 2017-10-13}
  final: {kind: report, symbol: E/AC.9/2017/4, date: 2017-10-23}
--- names.yaml
bodies:
  group:
    en: {name: Group on Rivers, short: Group, plural: Groups, article: the}
    fr: {name: Groupe du Rhin, short: Groupe, plural: groupes, article: le, gender: m}
  panel:
    en: {name: Panel on Lakes, short: Panel, plural: Groups, article: the}
    fr: {name: Équipe des lacs, short: Équipe, plural: groupes, article: l', gender: f}
organs:
  council:
    en: {name: Council of Waters, short: Council, article: the}
    fr: {name: Conseil des eaux, short: Conseil, article: le, gender: m}
places:
  vienna: {en: {name: Vienna, in: in Vienna}, fr: {name: Vienne, in: à Vienne}}
organizations:
  office:
    en: {name: Office of Maps, article: the}
    fr: {name: Office des cartes, article: l’, gender: m}
  union:
    en: {name: Union of Ports, article: the}
    fr: {name: Union des ports, article: l’, gender: f}
  institute:
    en: {name: Institute of Tides, article: the}
    fr: {name: Institut des marées, article: l’, gender: m}
groups:
  g77:
    en: {name: Group of 77 and China, article: the}
    fr: {name: Groupe des 77 et de la Chine, article: le, gender: m}
persons:
  ames: {state: USA, gender: m, name: John Ames}
  roux: {state: FRA, gender: f, name: Anne Roux}
  petit: {state: FRA, gender: f, name: Lise Petit}
  lind: {state: SWE, gender: m, name: Lars Lind}
--- instruments.yaml
instruments:
  treaty:
    en: {name: Treaty on Waters, short: Treaty, article: the}
    fr: {name: Traité sur les eaux, short: Traité, article: le}
"""


def files_in(text: str) -> dict[str, str]:
    """The files of a text, by their paths."""
    parts = SEPARATOR.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def read_text(text: str) -> tuple[Session | None, tuple[Problem, ...]]:
    """The session that a text holds, and what is wrong with it."""
    given = files_in(DEFAULTS + text).items()
    files = {path: each.encode() for path, each in given if "outlines" not in path}
    shared = {path: files.pop(path) for path in SHARED}
    return read_session("session", files, shared, {})


def session_in(text: str) -> Session:
    """The session that a text holds; nothing may be wrong with it."""
    session, problems = read_text(text)
    assert session is not None and not problems, told(problems)
    return session


def told(problems: tuple[Problem, ...]) -> str:
    """Problems as people see them."""
    return "\n".join(map(format_problem, problems))


@cache
def outlines(text: str = "") -> Mapping[str, Outline]:
    """The outlines of a session, by kind of document; by default the package's."""
    made = {}
    own = files_in(text)
    for name in ("draft", "report"):
        path = f"outlines/{name}.yaml"
        data = own[path].encode() if path in own else (TEMPLATES / path).read_bytes()
        outline, problems = read_outline(data, path)
        assert outline is not None and not problems, told(problems)
        made[name] = outline
    return made


def words_of(code: str, day: date = date(2017, 10, 13)) -> Words:
    """The fixed words of a language on a day."""
    path = TEMPLATES / code / "words.yaml"
    words, problems = read_words(code, path.read_bytes(), path.name, day)
    assert not problems, told(problems)
    return words


def wording_of(session: Session, code: str, day: date | None = None) -> Wording:
    """A session as a language words it; by default on the session's last day."""
    last = day or max(body.last for body in session.facts.bodies.values())
    path = TEMPLATES / code / "sentences.yaml"
    words = words_of(code, last)
    sentences, problems = read_sentences(path.read_bytes(), path.name, words)
    assert not has_errors(problems), told(problems)
    return word_session(session, sentences, last)


def document_of(
    session: Session, code: str = "en", id: str = "final", merged: bool = False
) -> Document:
    """A document of a session in a language."""
    return assemble(wording_of(session, code), outlines(), Order(id, merged))


def body_of(
    text: str, code: str = "en", id: str = "final", merged: bool = False
) -> str:
    """The body of a document of the session in a text, a line a block."""
    wording = wording_of(session_in(text), code)
    return body(assemble(wording, outlines(text), Order(id, merged)))


def body(document: Document) -> str:
    """Headings with a sign a level, points set in, `*italics*` and `^raised^`."""
    lines = [line for block in document.blocks for line in _lines(block)]
    notes = (f"[{note.label}] {inline(note.content)}" for note in document.notes)
    return "\n".join((*lines, *notes)) + "\n"


def _lines(block: object) -> Iterator[str]:
    if isinstance(block, Heading):
        title = inline((*block.content, *block.note))
        yield _spaced("#" * block.level, block.label, title)
    elif isinstance(block, Paragraph):
        sign = ">" if block.quotation else ""
        yield _spaced(sign, block.label, inline(block.content))
    elif isinstance(block, Table):
        if block.caption:
            yield f"| {inline(block.caption)}"
        for row in (block.header, *block.rows):
            yield "| " + " | ".join(inline(cell.content) for cell in row)
    elif isinstance(block, Listing):
        for item in block.items:
            yield from _item(item, "  ")


def _item(item: Item, indent: str) -> Iterator[str]:
    yield indent + _spaced(item.label, inline(item.content))
    for below in item.items:
        yield from _item(below, indent + "  ")


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def inline(content: Content) -> str:
    """A content with its looks written as marks; stand-in text in brackets."""
    return "".join(map(_inline, content))


def _inline(each: Inline) -> str:
    if isinstance(each, NoteReference):
        return f"[{each.label}]"
    if isinstance(each, Insertion):
        return f"[+{inline(each.content)}+]"
    if isinstance(each, Deletion):
        return f"[-{inline(each.content)}-]"
    if isinstance(each, Reference) and each.elsewhere:
        return each.text
    if not isinstance(each, Run):
        return f"<{each.text}>"
    text = f"^{each.text}^" if each.superscript else each.text
    text = f"*{text}*" if each.italic else text
    return f"[{each.language}: {text}]" if each.missing else text
