"""Issuing: a finished document is frozen, in every language or in some.

What is issued stays: a language may be added later, none is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import reportkit
from reportkit.assemble.parts import Order
from reportkit.check.review import unreviewed
from reportkit.document.nodes import Document
from reportkit.document.text import contents_of
from reportkit.edition.documents import Damaged, Documents
from reportkit.edition.formats import FORMATS, load_writer
from reportkit.edition.freshness import digest, digest_parts
from reportkit.edition.issued import issued_languages, issued_path
from reportkit.edition.loading import Loaded, load
from reportkit.edition.making import parts_of_format
from reportkit.edition.status import Row, stale_passages, status_of
from reportkit.edition.workspace import SessionFiles, Templates, Workspace, read_files
from reportkit.languages.words import MissingWord
from reportkit.model.session import Session, words_of_session
from reportkit.problems import Place, Problem, has_errors
from reportkit.revise.freezing import write_snapshot
from reportkit.revise.snapshot import Frozen
from reportkit.source.values import Text
from reportkit.translate.units import FIGURES, SUBSTANTIVE

SESSION = "session.yaml"


class Issued(NamedTuple):
    """The files of what is issued, by path, and what was wrong.

    `unseen` are the set sentences in it that no native reader has reviewed.
    """

    files: dict[Path, bytes]
    problems: tuple[Problem, ...]
    unseen: tuple[Problem, ...] = ()


def issue(
    workspace: Workspace, name: str, document: str, languages: tuple[str, ...] = ()
) -> Issued:
    """A document frozen in some languages, all that the session has and lacks in it.

    Refused while a passage is missing or stale in a language, a query is open, or
    an amendment of a report is not decided; then there are no files.
    """
    files = read_files(workspace, workspace.sessions / name)
    templates = workspace.templates()
    loaded = load(files, templates, languages)
    session = loaded.session
    if session is None or has_errors(loaded.problems):
        return Issued({}, loaded.problems)
    place = Place(files.shown[SESSION])
    if document not in session.facts.documents:
        known = ", ".join(session.facts.documents)
        message = f'there is no document "{document}"'
        return Issued({}, (Problem(place, message, f"its documents are: {known}"),))
    already = issued_languages(files).get(document, ())
    twice = tuple(
        _issued_already(files, document, c) for c in languages if c in already
    )
    due = tuple(
        code
        for code in loaded.wordings
        if code not in already and session.facts.is_in(document, code)
    )
    if twice or not due:
        return Issued({}, twice or (_nothing_due(files, document, already),))
    try:
        return _issued(workspace, Documents(loaded, session, files), document, due)
    except MissingWord as missing:
        return Issued({}, (missing.problem,))
    except Damaged as damaged:
        return Issued({}, damaged.problems)


def _issued_already(files: SessionFiles, document: str, code: str) -> Problem:
    message = f"`{document}` is issued in {code}"
    hint = "what is issued stays: list a corrigendum or a revision among the documents"
    return Problem(Place(files.shown[issued_path(document, code)]), message, hint)


def _nothing_due(
    files: SessionFiles, document: str, already: tuple[str, ...]
) -> Problem:
    if already:
        return _issued_already(files, document, already[0])
    message = f"`{document}` has no language to be issued in"
    return Problem(Place(files.shown[SESSION]), message)


def _issued(
    workspace: Workspace, documents: Documents, id: str, due: tuple[str, ...]
) -> Issued:
    templates = workspace.templates()
    made = {code: documents.current(Order(id), code) for code in due}
    loaded, session = documents.loaded, documents.session
    rows = {each.language: each for each in status_of(documents) if each.document == id}
    stale = stale_passages(loaded, id, (FIGURES, SUBSTANTIVE))
    short = tuple(
        problem
        for code, document in made.items()
        for problem in (
            *_short(documents, rows[code], stale.get(code, frozenset())),
            *_asked(session, rows[code], document),
        )
    )
    if session.facts.kind_of(id) == "report":
        short += _rule(loaded, "pending-amendments")
    if short:
        return Issued({}, tuple(dict.fromkeys(short)))
    folder = workspace.sessions / session.name
    files = {
        folder / issued_path(id, code): _snapshot(document, templates)
        for code, document in made.items()
    }
    seen = {code: loaded.wordings[code] for code in due}
    return Issued(files, (), unreviewed(seen))


def _snapshot(document: Document, templates: Templates) -> bytes:
    parts, _ = parts_of_format(templates, "docx")
    word = load_writer(FORMATS["docx"])(document, parts)
    made_with = f"reportkit {reportkit.__version__}"
    return write_snapshot(
        Frozen(document, made_with, digest_parts(parts), digest(word))
    ).encode()


def _rule(loaded: Loaded, name: str) -> tuple[Problem, ...]:
    found = (problem for problem in loaded.problems if problem.rule == name)
    return tuple(problem._replace(severity="error") for problem in found)


def _short(documents: Documents, row: Row, stale: frozenset[str]) -> Iterator[Problem]:
    """The passages of a document that are missing or stale in its language.

    Typography alone keeps nothing from being issued.
    """
    session = documents.loaded.wordings_of(row.document)[row.language].session
    known = session.translations.get(row.language, {})
    places = {str(each.id): each.place for each in words_of_session(session)}
    hint = "`check` says where its translation goes"
    for id in row.missing:
        place = places.get(id, session.facts.place)
        yield Problem(place, f"`{id}` is not translated into {row.language}", hint)
    for id in (id for id in row.stale if id in stale):
        message = f"`{id}` has changed since it was translated into {row.language}"
        yield Problem(known[Text(id)].place, message, hint)


def _asked(session: Session, row: Row, document: Document) -> Iterator[Problem]:
    """The open queries on a document's passages in a language."""
    printed = {id for id, _ in contents_of(document)}
    for each in session.queries:
        own = (each.language or session.facts.written_in) == row.language
        if own and not each.answer and each.passage in printed:
            message = f"`{each.id}` on `{each.passage}` is not answered"
            yield Problem(each.place, message, "answer: …")
