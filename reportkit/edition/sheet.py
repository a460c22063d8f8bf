"""The sheet of proposals of a session, in one language, as files.

The amendments of some statuses come in as they stand; what is wrong with one of them
is told, and it is on the sheet all the same: the room has it before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.by_name import load
from reportkit.document.nodes import Document
from reportkit.edition.documents import Damaged, Documents
from reportkit.edition.making import parts_of_format
from reportkit.edition.pointing import Known, know
from reportkit.edition.saying import spelt
from reportkit.edition.telling import wordings_of
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.languages.table import CODES
from reportkit.languages.words import MissingWord
from reportkit.model.amendments import PENDING, Amendment
from reportkit.model.fields import replaced
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, nearest
from reportkit.revise.concordance_table import tails
from reportkit.revise.drafted import draft_of
from reportkit.revise.plans import Plan, plans_of
from reportkit.revise.proposals import proposals, proposals_document
from reportkit.revise.proposals_paper import Typesetter, paper_of
from reportkit.revise.proposals_row import Sheet
from reportkit.revise.proposals_sides import Desk
from reportkit.source.values import Text

LANGUAGE = "-l"
NAME = "amendments"
# Nothing is tracked: it is read, and no text is to be made of it.
WRITERS = {
    "docx": ("reportkit.write.docx", "write_struck"),
    "html": ("reportkit.write.html", "write_html"),
}
# The style sheet of a format, and what is put after it for a sheet.
STYLES = {"html": ("html/report.css", "html/sheet.css")}
# A key of the files whose words are never printed.
PRIVATE = "note"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sheet as it was asked for; the session's own language if none is given."""

    language: str = ""
    statuses: tuple[str, ...] = (PENDING,)
    formats: tuple[str, ...] = tuple(WRITERS)


class Printed(NamedTuple):
    """The files of a sheet by path below the output folder, and what was wrong.

    `proposals` and `passages` are how many there are on it.
    """

    outputs: Mapping[str, bytes]
    proposals: int
    passages: int
    problems: tuple[Problem, ...]


def print_sheet(given: SessionFiles, templates: Templates, wanted: Wanted) -> Printed:
    """The sheet of a session; no file where nothing has such a status."""
    language = spelt(wanted.language, CODES)
    if language and language not in CODES:
        return _failed(_unknown(language))
    known, problems = know(given, templates, language)
    if known is None or known.wrong:
        return _failed(*(known.wrong if known else problems))
    code = language or str(known.session.facts.written_in)
    if code not in known.loaded.wordings:
        return _failed(_unworded(known.session, code))
    try:
        return _printed(known, templates, code, wanted)
    except MissingWord as missing:
        return _failed(missing.problem)
    except Damaged as damaged:
        return _failed(*damaged.problems)


def _failed(*problems: Problem) -> Printed:
    return Printed({}, 0, 0, problems)


def _unknown(language: str) -> Problem:
    near = nearest(language, CODES)
    hint = f"did you mean `{near}`?" if near else f"known: {', '.join(CODES)}"
    return Problem(Place(LANGUAGE), f'there is no language "{language}"', hint)


def _unworded(session: Session, code: str) -> Problem:
    hint = f"it has words in: {', '.join(session.languages)}"
    return Problem(Place(LANGUAGE), f"`{session.name}` has no words in {code}", hint)


def _printed(known: Known, templates: Templates, code: str, wanted: Wanted) -> Printed:
    plans = _plans(known.session, wanted.statuses)
    if not plans:
        return Printed({}, 0, 0, ())
    documents = Documents(known.loaded, known.session, known.given)
    front, text, every = _on_paper(documents, code)
    sheet = _sheet(known, code, plans, text, every)
    rows = proposals(sheet)
    made = proposals_document(rows, front, sheet)
    problems: list[Problem] = [_told(p) for plan in plans for p in plan.problems]
    outputs: dict[str, bytes] = {}
    for name in wanted.formats:
        parts, found = parts_of_format(templates, name)
        problems += found
        write = load(*WRITERS[name])
        path = f"{known.session.name}/{code}/{NAME}.{name}"
        outputs[path] = write(made, _styled(name, parts))
    passages = {row.passage for row in rows if row.passage}
    return Printed(outputs, len(rows), len(passages), tuple(problems))


def _told(problem: Problem) -> Problem:
    """What is wrong with a proposal, as a warning: it is on the sheet nevertheless."""
    return problem._replace(severity="warning")


def _plans(session: Session, statuses: tuple[str, ...]) -> tuple[Plan, ...]:
    """Plans of the amendments of some statuses, as if none were decided."""
    wanted = {each.id for each in session.amendments if each.status in statuses}
    statuses_by_id = {each.id: each for each in session.amendments}
    reopened = tuple(map(_reopened, session.amendments))
    plans = plans_of(session._replace(amendments=reopened))
    return tuple(
        plan._replace(amendment=statuses_by_id[plan.amendment.id])
        for plan in plans
        if plan.amendment.id in wanted
    )


def _reopened(each: Amendment) -> Amendment:
    return replaced(each, status=Text(PENDING))


def _on_paper(
    documents: Documents, code: str
) -> tuple[Document, Document, dict[str, Document]]:
    """The first document, all of the draft as one text, and every document."""
    session = documents.session
    names = (*session.documents("draft", "addendum"), *session.documents("report"))
    every = {
        id: documents.of(Order(id), code)
        for id in names
        if session.facts.is_in(id, code)
    }
    drafts = tuple(session.documents("draft"))
    first = next(iter(every.values()))
    text = documents.of(Order(drafts[0], merged=True), code) if drafts else first
    return first, text, every


def _sheet(
    known: Known,
    code: str,
    plans: tuple[Plan, ...],
    text: Document,
    every: Mapping[str, Document],
) -> Sheet:
    session, loaded = known.session, known.loaded
    wording = loaded.wordings[code]
    paper = paper_of(every, text, wording.words)
    draft = draft_of(
        session._replace(amendments=tuple(map(_reopened, session.amendments)))
    )
    desk = Desk(
        draft,
        Typesetter(loaded.wordings, loaded.outlines, paper, code),
        session.amended_texts.get(code, {}),
        {str(plan.amendment.id): _fact(plan.amendment, known) for plan in plans},
    )
    symbols = {id: next(iter(each.masthead.symbols), id) for id, each in every.items()}
    shown = dict(zip(symbols, tails(tuple(symbols.values())), strict=True))
    return Sheet(desk, wording, shown, plans, plans_of(session))


def _fact(each: Amendment, known: Known) -> tuple[str, str]:
    """A fact before and after; one that holds a note is not shown."""
    if each.action != "correct":
        return "", ""
    before, after = wordings_of(each, known)
    holds_note = any(f"{PRIVATE}: " in words for words in (before, after))
    hidden = holds_note or each.fact.rpartition(".")[2] == PRIVATE
    return ("…", "…") if hidden else (before, after)


def _styled(name: str, parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The template's parts, with the looks of a sheet."""
    if name not in STYLES:
        return parts
    styles, more = STYLES[name]
    return {**parts, styles: parts[styles] + b"\n" + parts[more]}
