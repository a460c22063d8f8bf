"""An edited Word file beside what it was made from: the document, and the sources.

The file's own properties say of which session, document and language it is, and
whether it is a merged draft or a copy with pending amendments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.document.fingerprints import fingerprints_in
from reportkit.document.nodes import Document
from reportkit.document.text import contents_of, text_of
from reportkit.edition.documents import Damaged, Documents
from reportkit.edition.loading import Loaded, load
from reportkit.edition.pointing import Known, know
from reportkit.edition.saying import spelt
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.intake.proposals import Sources
from reportkit.languages.table import CODES
from reportkit.languages.words import MissingWord
from reportkit.model.completion import stem_of
from reportkit.model.session import Session
from reportkit.opc.word_file import WordFile
from reportkit.problems import Place, Problem, nearest, warning
from reportkit.revise.drafted import draft_of
from reportkit.revise.entries import entries_of
from reportkit.source.values import Text

DOCUMENT, LANGUAGE = "--document", "--language"
STRUCK = "struck"


class Copy(NamedTuple):
    """What an edited file is a copy of."""

    document: str
    language: str
    merged: bool = False
    pending: bool = False


class Beside(NamedTuple):
    """The document that a file was made from, and the sources as they are."""

    document: Document
    sources: Sources
    known: Known


def read_copy(
    word: WordFile, session: Session, asked: Copy, path: str
) -> tuple[Copy | None, tuple[Problem, ...]]:
    """What the file is a copy of; what it does not say has to be asked for."""
    told = word.properties
    wrong = told.get("session", "")
    if wrong and wrong != session.name and not asked.document:
        message = f"this file was made from the session `{wrong}`"
        hint = f"pull it --into {wrong}, or say --document and --language"
        return None, (Problem(Place(path), message, hint),)
    copy = told.get("copy", "")
    found = Copy(
        spelt(asked.document, session.facts.documents) or told.get("document", ""),
        spelt(asked.language, CODES) or told.get("language", ""),
        copy == "merged",
        copy == "pending",
    )
    if problems := tuple(_refusals(found, copy, session, path)):
        return None, problems
    return found, (*_changed_name(wrong, session, path), *_other(told, found, path))


def _changed_name(wrong: str, session: Session, path: str) -> tuple[Problem, ...]:
    if not wrong or wrong == session.name:
        return ()
    message = f"this file was made from the session `{wrong}`"
    return (warning(Place(path), f"{message}, and is read against `{session.name}`"),)


def _other(told: Mapping[str, str], copy: Copy, path: str) -> Iterator[Problem]:
    """A warning where the file says that it is of another document or language."""
    for key, given in (("document", copy.document), ("language", copy.language)):
        if told.get(key, given) != given:
            message = f"this file says that its {key} is `{told[key]}`"
            yield warning(Place(path), f"{message}; it is read as `{given}`")


def _refusals(found: Copy, copy: str, session: Session, path: str) -> Iterator[Problem]:
    if copy == STRUCK:
        message = "this comparison shows changes by their looks alone"
        hint = "edit the one with tracked changes, and pull that"
        yield Problem(Place(path), message, hint)
    else:
        yield from _unknown(found, session, path)


def _unknown(copy: Copy, session: Session, path: str) -> Iterator[Problem]:
    rows = (
        ("document", DOCUMENT, copy.document, tuple(session.facts.documents)),
        ("language", LANGUAGE, copy.language, session.languages),
    )
    for what, option, given, names in rows:
        known = f"known: {', '.join(names)}"
        if not given:
            message = f"this file does not say of which {what} it is a copy"
            yield Problem(Place(path), message, f"say {option}; {known}")
        elif given not in names:
            near = nearest(given, names)
            message = f'{session.name} has no {what} "{given}"'
            hint = f"did you mean `{near}`?" if near else known
            yield Problem(Place(path), message, hint)


def beside(
    word: WordFile, copy: Copy, files: SessionFiles, templates: Templates
) -> tuple[Beside | None, tuple[Problem, ...]]:
    """The document of a copy, and the sources; None where they have errors."""
    known, problems = know(files, templates, copy.language)
    if known is None:
        return None, problems
    if known.wrong:
        return None, known.wrong
    loaded = load(files, templates, show_pending=True) if copy.pending else known.loaded
    if loaded.session is None or copy.language not in loaded.wordings:
        return None, loaded.problems
    documents = Documents(loaded, loaded.session, files)
    order = Order(copy.document, copy.merged)
    try:
        document = documents.of(order, copy.language)
        current = documents.current(order, copy.language)
    except MissingWord as missing:
        return None, (missing.problem,)
    except Damaged as damaged:
        return None, damaged.problems
    printed = _printed_from(loaded, copy)
    changed = frozenset(_changed(document, current))
    sources = Sources(
        known.draft,
        copy.language,
        printed,
        known.session.amendments,
        known.session.queries,
        fingerprints_in(word.properties),
        known.taken,
        {
            str(entry.id): stem_of(manuscript)
            for manuscript in known.session.manuscripts
            for entry in entries_of((manuscript,))
        },
        changed,
    )
    return Beside(document, sources, known), ()


def _printed_from(loaded: Loaded, copy: Copy) -> Mapping[str, Text]:
    """The texts that a document is printed from: a report's are as amended."""
    wording = loaded.wordings_of(copy.document)[copy.language]
    return draft_of(wording.session).texts.get(copy.language, {})


def _changed(document: Document, current: Document) -> Iterator[str]:
    """Passages of which the sources say something else than what was issued."""
    if document is current:
        return
    now = {id: text_of(content) for id, content in contents_of(current) if id}
    for id, content in contents_of(document):
        if id in now and now[id] != text_of(content):
            yield id
