"""The state of a session: a row for each document in each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.check.checked import Checked
from reportkit.check.translations import stale_in
from reportkit.document.nodes import (
    Change,
    Content,
    Document,
    Paragraph,
    Run,
)
from reportkit.document.text import contents_of, text_of
from reportkit.edition.documents import Documents, Uncorrected
from reportkit.edition.loading import Loaded
from reportkit.revise.alignment import lines_of
from reportkit.revise.comparison import Credits, compare
from reportkit.revise.concordance import is_reworded
from reportkit.revise.corrigendum import corrected_id
from reportkit.translate.units import GRADES

# In-session documents, and documents that do not come from the Secretariat
# (un-layout.md, section 6.1).
LIMITS = {"draft": 3300, "addendum": 3300, "report": 10700}
HAN = range(0x4E00, 0xA000)


class Row(NamedTuple):
    """A document in a language.

    `words` is what the limit counts (characters in Chinese); `missing` and
    `stale` name the passages whose translation is not there, or out of date;
    `changed` those that the sources word otherwise than they were issued.
    """

    session: str
    document: str
    language: str
    symbol: str
    date: str
    paragraphs: int
    words: int
    limit: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    issued: bool = False
    changed: tuple[str, ...] = ()

    @property
    def too_long(self) -> bool:
        return self.words > self.limit


def status_of(documents: Documents) -> Iterator[Row]:
    """A row a document and language; raises Damaged, and MissingWord."""
    session = documents.session
    for id in session.facts.documents:
        stale = stale_passages(documents.loaded, id)
        for code in documents.loaded.wordings:
            if session.facts.is_in(id, code):
                yield _row(documents, id, code, stale.get(code, frozenset()))


def _row(documents: Documents, id: str, code: str, stale: frozenset[str]) -> Row:
    session, order = documents.session, Order(id)
    issue = session.facts.documents[id]
    frozen, now = documents.issued(id, code), _current(documents, order, code)
    document = frozen.document if frozen else now
    contents = tuple(contents_of(document)) if document else ()
    named = {name: each for each in stale for name in (each, corrected_id(each))}
    return Row(
        session=session.name,
        document=id,
        language=code,
        symbol="-".join(issue.symbols),
        date=issue.dated.isoformat() if issue.dated else "",
        paragraphs=sum(map(_is_numbered, document.blocks if document else ())),
        words=sum(count_words(text_of(content)) for _, content in contents),
        limit=LIMITS[session.facts.kind_of(id)],
        missing=tuple(dict.fromkeys(id for id, each in contents if _is_missing(each))),
        stale=tuple(dict.fromkeys(named[id] for id, _ in contents if id in named)),
        issued=frozen is not None,
        changed=changed_passages(document, now) if document and now else (),
    )


def _current(documents: Documents, order: Order, code: str) -> Document | None:
    """A document as the sources have it, if it is no corrigendum without a use."""
    try:
        return documents.current(order, code)
    except Uncorrected:
        return None


def stale_passages(
    loaded: Loaded, document: str, grades: tuple[str, ...] = GRADES
) -> dict[str, frozenset[str]]:
    """The passages that are stale for a document, by language, in some grades.

    What an amendment changes is stale for the report, and fresh for the draft.
    """
    wordings = loaded.wordings_of(document)
    session = next((each.session for each in wordings.values()), None)
    if session is None:
        return {}
    checked = Checked(session, wordings, loaded.outlines)
    return {
        code: frozenset(
            stale.id for stale in stale_in(checked, code) if stale.grade in grades
        )
        for code in session.translations
    }


def changed_passages(old: Document, new: Document) -> tuple[str, ...]:
    """The passages that came, went, moved or were reworded between two documents."""
    if old == new:
        return ()
    tracked = compare(old, new, Credits({}, Change("", "")))
    lines = lines_of(tracked.blocks)
    changed = (e.node.id for e in lines if e.node.fate or is_reworded(e.node))
    return tuple(dict.fromkeys(id for id in changed if id))


def _is_numbered(block: object) -> bool:
    return isinstance(block, Paragraph) and bool(block.label)


def _is_missing(content: Content) -> bool:
    return any(isinstance(inline, Run) and inline.missing for inline in content)


def count_words(text: str) -> int:
    """How many words a text has; a Chinese character counts as one."""
    han = sum(ord(character) in HAN for character in text)
    return han if han > len(text) // 3 else len(text.split())
