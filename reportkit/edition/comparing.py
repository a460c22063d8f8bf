"""Comparisons: tracked changes, the struck variant, side by side, the concordance."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.assemble.wording import Wording
from reportkit.document.nodes import Comment, Document, Property
from reportkit.edition.documents import Damaged, Documents, parts_of
from reportkit.edition.loading import Loaded, load
from reportkit.edition.making import parts_of_format
from reportkit.edition.revisions import read_files_at
from reportkit.edition.workspace import SessionFiles, Templates, Workspace, read_files
from reportkit.languages.words import MissingWord
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.model.session import Session, words_of_session
from reportkit.problems import Place, Problem, has_errors, warning
from reportkit.revise.amending import Amended
from reportkit.revise.comparison import compare
from reportkit.revise.concordance import Row, Sides, concordance
from reportkit.revise.concordance_table import concordance_document
from reportkit.revise.credit import credits_of
from reportkit.revise.numbers import typed_labels
from reportkit.write.comparison import SECTION, WORDS, write_comparison
from reportkit.write.csv import write_csv
from reportkit.write.docx import write_docx, write_struck
from reportkit.write.html import write_html

Parts = Mapping[str, bytes]
KINDS = ("tracked", "struck", "html", "concordance")
RULE = "not-translated"


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
        known = new.loaded.amended
        if known and kinds[1] == "report" and kinds[0] != "report":
            return known
        return Amended(new.session._replace(amendments=()), {})

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
        stale = _stale(loaded, code) if self.amended.touched else {}
        tracked = _commented(tracked, stale, wording)
        earlier = self._earlier(code, old)
        rows = concordance(
            Sides(earlier, {side.name: new}, tracked, frozenset(stale)),
            self.amended,
            wording,
        )
        outputs = self._outputs(code, tracked, rows, wording, (old, new))
        return Compared(outputs, tuple(_told(loaded, stale, code)))

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
        table = concordance_document(rows, texts[1], symbols, wording)
        word, html = (parts_of_format(self.templates, f)[0] for f in ("docx", "html"))
        labels = typed_labels(texts[0])
        page = tracked._replace(words=(*tracked.words, *_words(wording)))
        return {
            f"{stem}.tracked.docx": write_docx(tracked, word),
            f"{stem}.struck.docx": write_struck(tracked, word),
            f"{stem}.html": write_comparison(page, html, labels),
            f"{stem}.concordance.docx": write_docx(table, word),
            f"{stem}.concordance.html": write_html(table, html),
            f"{stem}.concordance.csv": write_csv(table, {}),
            f"{stem}.concordance.json": _json(rows),
        }


def _order(session: Session, id: str) -> Order:
    """What a name stands for: a draft is taken with its addenda."""
    return Order(id, merged=session.facts.documents[id].kind == "draft")


def _words(wording: Wording) -> tuple[Property, ...]:
    return tuple(
        Property(name, str(wording.words.find(SECTION, name))) for name in WORDS
    )


def _json(rows: tuple[Row, ...]) -> bytes:
    table = {"rows": [row._asdict() for row in rows]}
    return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()


def _stale(loaded: Loaded, code: str) -> dict[str, str]:
    """The amended passages that a language does not have yet, with the original."""
    if loaded.amended is None or loaded.session is None:
        return {}
    session = loaded.amended.session
    if code == session.facts.written_in:
        return {}
    before = {str(each.id): each.text for each in words_of_session(loaded.session)}
    known = session.translations.get(code, {})
    stale = {}
    for each in words_of_session(session):
        id = str(each.id)
        if id not in loaded.amended.touched or before.get(id) == each.text:
            continue
        if not _is_fresh(known.get(each.id), each.text):
            stale[id] = str(each.text)
    return stale


def _is_fresh(translation: Translation | None, text: str) -> bool:
    if translation is None or not translation.text:
        return False
    return not translation.of or translation.of == fingerprint(text)


def _commented(
    document: Document, stale: Mapping[str, str], wording: Wording
) -> Document:
    """The document with a comment on each passage that is not translated yet."""
    said = str(wording.words.find(SECTION, RULE))
    author = str(wording.words.find("names", "secretariat")["name"])
    comments = (Comment(id, author, f"{said}: {text}") for id, text in stale.items())
    return document._replace(comments=tuple(comments))


def _told(loaded: Loaded, stale: Mapping[str, str], code: str) -> list[Problem]:
    if loaded.amended is None:
        return []
    hint = f"its text as amended goes into {code}/amendments.yaml, by amendment"
    return [
        warning(
            loaded.amended.touched[id][-1].place,
            f"`{id}` is amended, and not yet translated into {code}",
            hint,
            RULE,
        )
        for id in stale
    ]
