"""Comparisons: tracked changes, the struck variant, side by side, the concordance."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.assemble.wording import Wording
from reportkit.document.nodes import Document, Property, with_property
from reportkit.edition.documents import Damaged, Documents, parts_of
from reportkit.edition.loading import load
from reportkit.edition.making import parts_of_format
from reportkit.edition.revisions import read_files_at
from reportkit.edition.untranslated import commented, told, untranslated
from reportkit.edition.workspace import SessionFiles, Templates, Workspace, read_files
from reportkit.languages.words import MissingWord
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, has_errors
from reportkit.revise.alignment import lines_of
from reportkit.revise.amending import Amended
from reportkit.revise.comparison import compare
from reportkit.revise.concordance import NEW, Row, Sides, concordance
from reportkit.revise.concordance_table import concordance_document, sheet
from reportkit.revise.credit import credits_of
from reportkit.revise.numbers import typed_labels
from reportkit.write.comparison import SECTION, WORDS, write_comparison
from reportkit.write.csv import write_csv
from reportkit.write.docx import write_docx, write_struck
from reportkit.write.html import write_html

Parts = Mapping[str, bytes]
KINDS = ("tracked", "struck", "html", "concordance")


class Side(NamedTuple):
    """One of two things to be compared: a document, of now or of a git revision."""

    document: str
    revision: str = ""

    @property
    def name(self) -> str:
        """The side as file names have it."""
        return f"{self.document}@{self.revision}" if self.revision else self.document


def read_side(text: str) -> Side:
    """A side as it is typed: `final`, or `final@REV`."""
    document, _, revision = text.partition("@")
    return Side(document, revision)


class Compared(NamedTuple):
    """The outputs of a comparison by path below the output folder, and problems."""

    outputs: dict[str, bytes]
    problems: tuple[Problem, ...]


def compare_sides(
    workspace: Workspace, name: str, sides: tuple[Side, Side], wanted: tuple[str, ...]
) -> Compared:
    """What was changed between two documents, in each language that both have.

    `wanted` are languages, all of them if empty. Raises DiskError for a file, or a
    revision, that cannot be read.
    """
    templates = workspace.templates()
    opened = tuple(_opened(workspace, templates, name, each, wanted) for each in sides)
    problems = tuple(p for problems, _ in opened for p in problems)
    documents = tuple(each for _, each in opened if each)
    if len(documents) < 2 or has_errors(problems):
        return Compared({}, tuple(dict.fromkeys(problems)))
    comparison = _Comparison(sides, (documents[0], documents[1]), templates)
    try:
        made = [comparison.made(code) for code in comparison.languages]
    except MissingWord as missing:
        return Compared({}, (missing.problem,))
    except Damaged as damaged:
        return Compared({}, damaged.problems)
    outputs = {path: data for each in made for path, data in each.outputs.items()}
    told = (problem for each in made for problem in each.problems)
    return Compared(outputs, (*dict.fromkeys(problems), *told))


def _opened(
    workspace: Workspace,
    templates: Templates,
    name: str,
    side: Side,
    wanted: tuple[str, ...],
) -> tuple[tuple[Problem, ...], Documents | None]:
    """The documents of a side; warnings of the sources are `check`'s to tell."""
    files = _files(workspace, name, side)
    loaded = load(files, templates, wanted)
    session = loaded.session
    errors = tuple(each for each in loaded.problems if each.severity == "error")
    if session is None or errors:
        return errors, None
    if side.document not in session.facts.documents:
        known = ", ".join(session.facts.documents)
        message = f'there is no document "{side.document}"'
        hint = f"its documents are: {known}"
        return (Problem(Place(files.shown["session.yaml"]), message, hint),), None
    return (), Documents(loaded, session, files)


def _files(workspace: Workspace, name: str, side: Side) -> SessionFiles:
    if side.revision:
        return read_files_at(workspace, name, side.revision)
    return read_files(workspace, workspace.sessions / name)


class _Comparison(NamedTuple):
    """Two sides that are there, with the templates that their outputs are made with."""

    sides: tuple[Side, Side]
    documents: tuple[Documents, Documents]
    templates: Templates

    @property
    def languages(self) -> tuple[str, ...]:
        both = (each.loaded.wordings for each in self.documents)
        first, second = both
        return tuple(code for code in second if code in first)

    @property
    def amended(self) -> Amended:
        """The amendments between the sides: none between two states of one document."""
        new = self.documents[1]
        kinds = [
            each.session.facts.kind_of(side.document)
            for each, side in zip(self.documents, self.sides, strict=True)
        ]
        known, before = new.loaded.amended, self.documents[0].loaded.amended
        if known is None or kinds[1] != "report":
            return Amended(new.session._replace(amendments=()), {})
        return since(known, before) if before and kinds[0] == "report" else known

    def made(self, code: str) -> Compared:
        """The outputs in a language."""
        old, new = (
            documents.of(_order(documents.session, side.document), code)
            for documents, side in zip(self.documents, self.sides, strict=True)
        )
        loaded, side = self.documents[1].loaded, self.sides[1]
        wording = loaded.wordings_of(side.document)[code]
        issue = wording.session.facts.documents[side.document]
        tracked = compare(old, new, credits_of(self.amended, wording, issue.dated))
        stale = untranslated(loaded, code) if self.amended.touched else {}
        tracked = commented(tracked, stale, wording)
        earlier = self._earlier(code, old)
        others = self._printed_before(code, earlier)
        rows = concordance(
            Sides(earlier, {side.name: new}, tracked, frozenset(stale)),
            self.amended,
            wording,
        )
        rows = tuple(row for row in rows if row.fate != NEW or row.id not in others)
        outputs = self._outputs(code, tracked, rows, wording, (old, new))
        return Compared(outputs, tuple(told(loaded, stale, code)))

    def _printed_before(self, code: str, earlier: Mapping[str, Document]) -> set[str]:
        """The passages of the other parts of a draft that one part of is compared."""
        documents, side = self.documents[0], self.sides[0]
        issue = documents.session.facts.documents[side.document]
        if issue.kind != "addendum" or side.revision:
            return set()
        others = (
            id for id in parts_of(documents.session, str(issue.of)) if id not in earlier
        )
        made = (documents.of(Order(id), code) for id in others)
        return {line.node.id for each in made for line in lines_of(each.blocks)}

    def _earlier(self, code: str, old: Document) -> dict[str, Document]:
        """The documents that the earlier text is printed in: a draft has addenda."""
        documents, side = self.documents[0], self.sides[0]
        if not _order(documents.session, side.document).merged:
            return {side.name: old}
        parts = parts_of(documents.session, side.document)
        suffix = f"@{side.revision}" if side.revision else ""
        return {f"{id}{suffix}": documents.of(Order(id), code) for id in parts}

    def _outputs(
        self,
        code: str,
        tracked: Document,
        rows: tuple[Row, ...],
        wording: Wording,
        texts: tuple[Document, Document],
    ) -> dict[str, bytes]:
        name = "-".join(side.name.replace("/", "-") for side in self.sides)
        stem = f"{wording.session.name}/{code}/{name}"
        columns = {**self._earlier(code, texts[0]), self.sides[1].name: texts[1]}
        symbols = {
            each: next(iter(made.masthead.symbols), each)
            for each, made in columns.items()
        }
        if len(set(symbols.values())) < len(symbols):
            symbols = {each: each for each in columns}
        table = concordance_document(rows, texts[1], symbols, wording)
        word, html = (parts_of_format(self.templates, f)[0] for f in ("docx", "html"))
        labels = typed_labels(texts[0])
        earlier = ", ".join(dict.fromkeys(list(symbols.values())[:-1]))
        words = _words(wording, earlier, symbols[self.sides[1].name])
        tracked = with_property(tracked, "compared-with", self.sides[0].name)
        struck = with_property(tracked, "copy", "struck")
        page = tracked._replace(words=(*tracked.words, *words))
        return {
            f"{stem}.tracked.docx": write_docx(tracked, word),
            f"{stem}.struck.docx": write_struck(struck, word),
            f"{stem}.html": write_comparison(page, html, labels),
            f"{stem}.concordance.docx": write_docx(table, word),
            f"{stem}.concordance.html": write_html(table, html),
            f"{stem}.concordance.csv": write_csv(
                sheet(rows, texts[1], tuple(columns)), {}
            ),
            f"{stem}.concordance.json": _json(rows),
        }


def since(now: Amended, before: Amended) -> Amended:
    """The amendments of two states of a report that only the later one has adopted."""
    old = {each.id for each in before.session.amendments if each.adopted}
    new = tuple(each for each in now.session.amendments if each.id not in old)
    touched = {
        id: own
        for id, amendments in now.touched.items()
        if (own := tuple(each for each in amendments if each.id not in old))
    }
    return now._replace(session=now.session._replace(amendments=new), touched=touched)


def _order(session: Session, id: str) -> Order:
    """What a name stands for: a draft is taken with its addenda."""
    return Order(id, merged=session.facts.documents[id].kind == "draft")


def _words(wording: Wording, earlier: str, later: str) -> tuple[Property, ...]:
    """The words of the page; the heads of its columns with the symbols of the texts."""
    said = {name: str(wording.words.find(SECTION, name)) for name in WORDS}
    said |= {
        name: f"{said[name]}: {symbols}"
        for name, symbols in (("earlier", earlier), ("later", later))
    }
    return tuple(Property(name, text) for name, text in said.items())


def _json(rows: tuple[Row, ...]) -> bytes:
    table = {"rows": [row._asdict() for row in rows]}
    return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()
