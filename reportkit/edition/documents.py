"""Finished documents of a session: as issued, or assembled from the sources."""

from __future__ import annotations

from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.by_name import load
from reportkit.document.nodes import Comment, Document
from reportkit.edition.freshness import digest
from reportkit.edition.issued import issued_path, read_issued
from reportkit.edition.loading import Loaded
from reportkit.edition.workspace import SessionFiles
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, warning
from reportkit.revise.snapshot import Frozen

# Loaded when they are asked for: most builds have no corrigendum, and merge nothing
# that was issued.
CORRIGENDUM = ("reportkit.revise.corrigendum", "corrigendum")
MERGE = ("reportkit.revise.merging", "merge_documents")


class Damaged(Exception):
    """An issued document that cannot be read; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class Uncorrected(Damaged):
    """A corrigendum of what was not issued, or of what is as it was issued."""


class Documents(NamedTuple):
    """The documents of a loaded session, in any language that it has.

    What was issued comes out as it was issued, whatever the sources say now; a
    merged draft is made of what was issued. Raises Damaged, and MissingWord;
    Uncorrected for a corrigendum that has nothing to correct.
    """

    loaded: Loaded
    session: Session
    files: SessionFiles

    def of(self, order: Order, code: str) -> Document:
        """A document, or a merged draft, in a language."""
        if order.merged:
            return self._merged(order, code)
        frozen = self.issued(order.id, code)
        return frozen.document if frozen else self.current(order, code)

    def current(self, order: Order, code: str) -> Document:
        """A document as the sources have it now, issued or not."""
        if self.session.facts.documents[order.id].kind == "corrigendum":
            return self._corrigendum(order.id, code)
        wording = self.loaded.wordings_of(order.id)[code]
        return assemble(wording, self.loaded.outlines, order)

    def issued(self, id: str, code: str) -> Frozen | None:
        """A document as it was issued in a language, if it was."""
        frozen, problems = read_issued(self.files, id, code)
        if problems:
            raise Damaged(problems)
        return frozen

    def otherwise_made(self, id: str, code: str, word: bytes) -> tuple[Problem, ...]:
        """A warning that an issued document's Word file is not the one issued."""
        frozen = self.issued(id, code)
        if frozen is None or frozen.output in ("", digest(word)):
            return ()
        path = self.files.shown[issued_path(id, code)]
        message = f"`{id}` was issued in {code} with {frozen.made_with}"
        hint = "its text is the same, the file is not: tool or templates have changed"
        return (warning(Place(path), message, hint, "issued-otherwise"),)

    def _corrigendum(self, id: str, code: str) -> Document:
        """What the sources have otherwise than a document as it was issued."""
        issue = self.session.facts.documents[id]
        of = str(issue.of)
        frozen = self.issued(of, code)
        if frozen is None:
            hint = f"issue `{of}` first, or name with `languages:` those of `{id}`"
            message = f"`{of}` is not issued in {code}"
            raise Uncorrected((Problem(issue.place, message, hint),))
        wording = self.loaded.wordings_of(id)[code]
        now = self.current(Order(of), code)
        made: Document | None = load(*CORRIGENDUM)(id, frozen.document, now, wording)
        if made is None:
            message = f"`{id}` corrects nothing: `{of}` is as it was issued in {code}"
            hint = f"name with `languages:` those that `{id}` corrects"
            raise Uncorrected((Problem(issue.place, message, hint),))
        return made

    def _merged(self, order: Order, code: str) -> Document:
        parts = parts_of(self.session, order.id)
        if not any(id in self.session.issued for id in parts):
            return self.current(order, code)
        wording = self.loaded.wordings[code]
        documents = {id: self.of(Order(id), code) for id in parts}
        merge = load(*MERGE)
        made: Document = merge(documents, wording, self.loaded.outlines, order.id)
        return made


def parts_of(session: Session, draft: str) -> tuple[str, ...]:
    """A draft and its addenda, in the order in which they are listed.

    A draft that is elsewhere is no document of the session, and its addenda are.
    """
    addenda = session.documents("addendum").items()
    own = (draft,) if draft in session.facts.documents else ()
    return (*own, *(id for id, issue in addenda if issue.of == draft))


def with_queries(document: Document, session: Session, code: str) -> Document:
    """The document with the open queries on its passages, as comments."""
    comments = tuple(
        Comment(str(each.passage), str(each.by), _asked(each.quote, each.text))
        for each in session.queries
        if not each.answer and (each.language or session.facts.written_in) == code
    )
    return document._replace(comments=comments)


def _asked(quote: str, text: str) -> str:
    return f"“{quote}”: {text}" if quote else str(text)
