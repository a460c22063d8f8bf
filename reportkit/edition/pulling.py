"""What people edited in Word, recorded in the sources as proposals.

amendments.yaml and queries.yaml get entries more, a language's files translations
that were not there. What would be wrong there is told and left out; nothing that
the sources say is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reportkit.edition.appending import NEW, Fields, appended, next_id
from reportkit.edition.edited_copy import Beside
from reportkit.edition.motion import written
from reportkit.edition.pointing import Known
from reportkit.edition.pulled_queries import (
    Row,
    is_asked,
    rows_of_queries,
    source_of,
    with_queries,
)
from reportkit.edition.pulled_translations import with_drafts, with_words
from reportkit.edition.telling import place_of, told
from reportkit.edition.trial import places_of, try_out
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.intake.proposals import (
    Proposal,
    Sources,
    Untaken,
)
from reportkit.intake.pulling import pull
from reportkit.model.amendments import PENDING, Amendment
from reportkit.model.reading import AMENDMENTS, QUERIES
from reportkit.model.session import Session
from reportkit.opc.word_file import WordFile
from reportkit.problems import Problem
from reportkit.revise.likeness import folded
from reportkit.source.extents import open_source

# Of an amendment, what makes it the same as a proposal from a file.
SAME = {
    "action": "action",
    "language": "language",
    "passage": "passage",
    "old": "old",
    "new": "words",
    "with": "other",
}
ORDER = ("id", "action", "language", "passage", "old", "as", "after", "before")


class Given(NamedTuple):
    """What is said of all proposals of a file: who makes them, at which meeting."""

    by: tuple[str, ...] = ()
    meeting: str = ""


class Taken(NamedTuple):
    """What a pull comes to: files of the session as they are to be, and a report.

    `known` counts what the sources had from the file before.
    """

    files: dict[str, bytes]
    proposals: tuple[Row, ...]
    queries: tuple[Row, ...]
    drafts: tuple[Row, ...]
    untaken: tuple[Untaken, ...]
    by_words: tuple[tuple[str, int, float], ...]
    known: int


def take(
    word: WordFile,
    beside: Beside,
    files: SessionFiles,
    templates: Templates,
    given: Given,
) -> Taken:
    """The files of a session with what people proposed in a Word file.

    Raises CannotEdit for a file whose layout does not allow an entry more.
    """
    pulled = pull(word, beside.document, beside.sources)
    known = beside.known
    fresh = [e for e in pulled.proposals if not _is_known(e, beside.sources)]
    made, rows, faults = _recorded(fresh, files, known, given)
    asked = [e for e in pulled.asked if not is_asked(e, beside.sources)]
    if asked:
        made[QUERIES] = with_queries(asked, files, beside.sources)
    queries = rows_of_queries(asked, known)
    language = beside.sources.language
    given_words = {row.id: each.words for each, row in rows if each.words}
    if given_words:
        path = f"{language}/{AMENDMENTS}"
        made[path] = with_words(files.files.get(path, b""), given_words)
    current = files._replace(files={**files.files, **made})
    drafts, more = with_drafts(pulled.translated, language, current, templates, made)
    before = len(pulled.proposals) - len(fresh) + len(pulled.asked) - len(asked)
    untaken = (*pulled.untaken, *faults, *more)
    return Taken(
        made,
        tuple(row for _, row in rows),
        tuple(queries),
        drafts,
        untaken,
        pulled.by_words,
        before,
    )


def _is_known(proposal: Proposal, sources: Sources) -> bool:
    """Whether amendments.yaml has a proposal already, whatever became of it."""
    return any(_is_same(proposal, each, sources) for each in sources.amendments)


def _is_same(proposal: Proposal, each: Amendment, sources: Sources) -> bool:
    if str(each.author) != proposal.by.name:
        return False
    fields = proposal.fields
    if fields["action"] == "insert":
        return bool(each.action == "insert" and each.made == fields["as"])
    if fields["action"] == "move" and each.beside != _beside(fields):
        return False
    return all(
        folded(str(getattr(each, name))) == folded(fields.get(key, ""))
        for key, name in SAME.items()
    )


def _beside(fields: Any) -> str:
    return str(fields.get("after") or fields.get("before") or fields.get("under", ""))


Rows = list[tuple[Proposal, Row]]


def _recorded(
    proposals: Sequence[Proposal], files: SessionFiles, known: Known, given: Given
) -> tuple[dict[str, bytes], Rows, tuple[Untaken, ...]]:
    """amendments.yaml with the proposals that can be recorded, and the others."""
    path = files.shown.get(AMENDMENTS, AMENDMENTS)
    source = open_source(files.files.get(AMENDMENTS, NEW), path)
    first = int(next_id(source, known.session)[1:])
    left = list(proposals)
    faults: list[Untaken] = []
    while left:
        ids = tuple(f"a{first + n}" for n in range(len(left)))
        entries = [_entry(*each, given) for each in zip(ids, left, strict=True)]
        data = appended(source, entries)
        session, found = try_out(files, known, data, ids)
        wrong = {f.id: f.problem for f in found if f.problem.severity == "error"}
        if not wrong:
            rows = list(_rows(dict(zip(ids, left, strict=True)), session, known))
            return {AMENDMENTS: data}, rows, tuple(faults)
        every = set(range(len(ids)))
        bad = {n for n in every if ids[n] in wrong} or every
        for n in sorted(bad):
            problem = wrong.get(ids[n]) or next(iter(wrong.values()))
            faults.append(_refused(left[n], problem))
        left = [each for n, each in enumerate(left) if n not in bad]
    return {}, [], tuple(faults)


def _refused(proposal: Proposal, problem: Problem) -> Untaken:
    fields = proposal.fields
    what = " ".join(fields.get(key, "") for key in ("action", "passage", "as")).split()
    words = fields.get("new", "")
    said = f": “{words}”" if words else ""
    message = f"{' '.join(what)} cannot be recorded ({problem.message}){said}"
    return Untaken(proposal.paragraph, message, problem.hint)


def _entry(id: str, proposal: Proposal, given: Given) -> Fields:
    """An entry of amendments.yaml, in the order in which people read it."""
    fields: Fields = dict(proposal.fields)
    texts: Fields = {k: written(fields[k]) for k in ("old", "new") if k in fields}
    note = " ".join(filter(None, (proposal.comment, proposal.told)))
    entry: Fields = {
        "id": id,
        **{key: fields[key] for key in ORDER if key in fields},
        **{key: each for key, each in fields.items() if key not in ORDER},
        **texts,
        "by": list(given.by),
        "meeting": given.meeting,
        "status": PENDING,
        "author": proposal.by.name,
        "on": proposal.by.day,
        "note": written(note),
    }
    return {key: each for key, each in entry.items() if each or key in ("new",)}


def _rows(
    made: dict[str, Proposal], session: Session, known: Known
) -> Iterator[tuple[Proposal, Row]]:
    places = places_of(session)
    for each in session.amendments:
        proposal = made.get(str(each.id))
        if proposal is not None:
            id = str(each.id)
            yield (
                proposal,
                Row(
                    id,
                    told(each, known, places.get(id, 0)),
                    " ".join(place_of(each, known)).strip(),
                    _who(proposal),
                    proposal.paragraph,
                    proposal.told,
                    source_of(str(each.passage or each.beside), known),
                ),
            )


def _who(proposal: Proposal) -> str:
    return ", ".join(filter(None, (proposal.by.name, proposal.by.day)))
