"""Amendments from the floor: an entry more in amendments.yaml, or another status.

The file is read again as it would be with what was typed. Where anything is wrong
nothing is recorded; the place of a mistake is the argument.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportkit.edition.appending import ID, NEW, appended, next_id
from reportkit.edition.deciding import KEY, decide, ids_of
from reportkit.edition.motion import (
    AS,
    CHANGE,
    TARGET,
    Change,
    Fields,
    folded,
    read_change,
    written,
)
from reportkit.edition.pointing import Known, Target, know, point
from reportkit.edition.proposers import BY, proposers
from reportkit.edition.saying import spelt
from reportkit.edition.telling import place_of, told, wordings_of
from reportkit.edition.trial import Recorded, places_of, recorded, try_out
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.languages.table import CODES
from reportkit.model.amendments import ADOPTED, PENDING
from reportkit.model.reading import AMENDMENTS
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, has_errors, nearest
from reportkit.source.extents import CannotEdit, Source, open_source
from reportkit.source.values import Mapping, Text

MEETING, LANGUAGE, NOTE = "--meeting", "-l", "--note"
# The argument that a key of an entry comes from; other keys come from the change.
ARGUMENTS = {
    "passage": TARGET,
    "throughout": TARGET,
    "fact": TARGET,
    "by": BY,
    "meeting": MEETING,
    "language": LANGUAGE,
    "note": NOTE,
    "as": AS,
}
# Written though it may be empty: nothing in place of old words, and a status.
KEPT = ("new", "status")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment as it was proposed, or a verdict on some, as it was typed.

    Of a verdict, `target` and `change` are the ids and then the verdict. The options
    are empty where they were not given.
    """

    target: str
    change: tuple[str, ...]
    by: tuple[str, ...] = ()
    meeting: str = ""
    adopted: bool = False
    language: str = ""
    note: str = ""
    made: str = ""


class Listed(NamedTuple):
    """An amendment in the list of them; `number` is that of what it changes.

    `old` and `new` are whole, whatever `what` shows of them.
    """

    id: str
    document: str
    number: str
    what: str
    old: str
    new: str
    by: tuple[str, ...]
    meeting: str
    status: str


def record(given: SessionFiles, templates: Templates, proposal: Proposal) -> Recorded:
    """amendments.yaml with an amendment more, or with another status of some."""
    proposal = replace(proposal, language=spelt(proposal.language, CODES))
    known, problems = know(given, templates, proposal.language)
    if known is None:
        return Recorded(None, (), problems)
    path = given.shown.get(AMENDMENTS, AMENDMENTS)
    try:
        source = open_source(given.files.get(AMENDMENTS, NEW), path)
        if not _is_verdict(proposal, source, known):
            return _propose(given, known, source, proposal)
        if problems := tuple(_options_of_verdict(proposal)):
            return Recorded(None, (), problems)
        return decide(given, known, source, (proposal.target, *proposal.change))
    except CannotEdit as fault:
        return Recorded(None, (), (fault.problem,))


def listed(known: Known, whole: bool = False) -> Iterator[Listed]:
    """A row an amendment, in the order proposed; `whole` shortens no text."""
    places = places_of(known.session)
    for each in known.session.amendments:
        id = str(each.id)
        document, number = place_of(each, known)
        old, new = wordings_of(each, known)
        yield Listed(
            id=id,
            document=document,
            number=number,
            what=told(each, known, places.get(id, 0), whole),
            old=old,
            new=new,
            by=tuple(map(str, each.by)),
            meeting=str(each.meeting),
            status=str(each.status),
        )


def _is_verdict(proposal: Proposal, source: Source, known: Known) -> bool:
    """Whether what was pointed at is an amendment, and no passage."""
    name = proposal.target.casefold()
    return name in ids_of(source) or bool(ID.fullmatch(name) and name not in known.ids)


def _options_of_verdict(proposal: Proposal) -> Iterator[Problem]:
    options = {
        BY: proposal.by,
        MEETING: proposal.meeting,
        LANGUAGE: proposal.language,
        NOTE: proposal.note,
        AS: proposal.made,
        "--adopted": proposal.adopted,
    }
    for argument, given in options.items():
        if given:
            message = "a verdict changes the status alone"
            yield Problem(Place(argument), message, f"leave out {argument}")


def _propose(
    given: SessionFiles, known: Known, source: Source, proposal: Proposal
) -> Recorded:
    meeting = spelt(proposal.meeting, known.session.facts.meetings)
    proposal = replace(proposal, meeting=meeting)
    aim, fields = _fields(known, proposal)
    by, unknown = proposers(known.session, proposal.by)
    faults = (*_unlisted(known.session, proposal), *unknown)
    if isinstance(fields, Problem):
        return Recorded(None, (), (fields, *faults))
    if faults:
        return Recorded(None, (), faults)
    id = next_id(source, known.session)
    entry = _entry(id, fields, proposal, by)
    data = appended(source, (entry,))
    session, found = try_out(given, known, data, (id,))
    if fields["action"] == "correct":
        # Whether a fact is right is only told where it is adopted.
        adopted = appended(source, (entry | {"status": ADOPTED},))
        _, found = try_out(given, known, adopted, (id,))
    added = open_source(data, source.file.path).top[Text(KEY)][-1]
    problems = _at_arguments(added, tuple(each.problem for each in found))
    return recorded(known, session, (id,), data, problems, aim.spot)


def _fields(known: Known, proposal: Proposal) -> tuple[Target, Fields | Problem]:
    """What is aimed at, and what is changed or why that cannot be told."""
    target, change = proposal.target, proposal.change
    if target.endswith(".yaml") and len(change) > 1:
        target, change = f"{target} {change[0]}", change[1:]
    aim = point(target, known, TARGET)
    if isinstance(aim, Problem):
        return Target(), aim
    return aim, read_change(Change(aim, change, known, proposal.made))


def _entry(id: str, fields: Fields, proposal: Proposal, by: tuple[str, ...]) -> Fields:
    """An entry in the order in which people read it."""
    entry = {
        "id": id,
        "action": fields["action"],
        "language": proposal.language,
        **fields,
        "by": list(by),
        "meeting": proposal.meeting,
        "status": ADOPTED if proposal.adopted else PENDING,
        "note": written(folded(proposal.note)),
    }
    return {key: value for key, value in entry.items() if value or key in KEPT}


def _unlisted(session: Session, proposal: Proposal) -> Iterator[Problem]:
    """A problem for a meeting, and one for a language, that is not known."""
    rows = (
        (MEETING, "meeting", proposal.meeting, tuple(session.facts.meetings)),
        (LANGUAGE, "language", proposal.language, CODES),
    )
    for argument, what, word, names in rows:
        if word and word not in names:
            near = nearest(word, names)
            known = f"known: {', '.join(names)}" if names else "none is listed yet"
            hint = f"did you mean `{near}`?" if near else known
            yield Problem(Place(argument), f'there is no {what} "{word}"', hint)


def _at_arguments(entry: Mapping, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems of the last entry, at the arguments that its keys come from.

    Where it is wrong itself, what else is wrong may follow from that and is left out.
    """
    inside = tuple(p for p in problems if _is_below(p.place, entry.place))
    own = tuple(p._replace(place=_argument(entry, p.place)) for p in inside)
    return own if has_errors(own) else (*own, *(p for p in problems if p not in inside))


def _is_below(place: Place, first: Place) -> bool:
    return place.path == first.path and place >= first


def _argument(entry: Mapping, place: Place) -> Place:
    *_, key = (key for key in entry if key.place <= place)
    if entry[Text("action")] == "insert" and key in ("after", "before"):
        return Place(TARGET)
    return Place(ARGUMENTS.get(key, CHANGE))
