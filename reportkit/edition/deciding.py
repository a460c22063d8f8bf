"""Verdicts on amendments: another `status:` in amendments.yaml, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.edition.motion import CHANGE, TARGET
from reportkit.edition.pointing import Known
from reportkit.edition.saying import spelt
from reportkit.edition.trial import Recorded, recorded, try_out
from reportkit.edition.workspace import SessionFiles
from reportkit.model.amendments import ADOPTED, PENDING, REJECTED, WITHDRAWN
from reportkit.problems import Place, Problem, nearest
from reportkit.source.editing import Edit, apply, plain, replace
from reportkit.source.extents import Source
from reportkit.source.values import Mapping, Text

KEY = "amendments"
VERDICTS = {
    "adopt": ADOPTED,
    "reject": REJECTED,
    "withdraw": WITHDRAWN,
    "reopen": PENDING,
}


def decide(
    given: SessionFiles, known: Known, source: Source, words: tuple[str, ...]
) -> Recorded:
    """amendments.yaml with a verdict on some amendments: their ids, then the verdict.

    `source` is the file as it is, open for edits.
    """
    typed, verdict = words[:-1], spelt(words[-1], VERDICTS)
    ids = tuple(dict.fromkeys(each.casefold() for each in typed))
    wrong = (*_unknown_ids(source, typed), *_unknown_verdict(verdict))
    if wrong:
        return Recorded(None, (), wrong)
    data = _with_status(source, ids, VERDICTS[verdict])
    session, found = try_out(given, known, data, ids)
    problems = tuple(
        fault.problem._replace(place=_place(typed, ids.index(fault.id)))
        if fault.id
        else fault.problem
        for fault in found
    )
    return recorded(known, session, ids, data, problems)


def entries(source: Source) -> Iterator[tuple[int, Mapping]]:
    """The amendments of a file as they are written, each with its place in the list."""
    for number, entry in enumerate(source.top.get(Text(KEY)) or ()):
        if isinstance(entry, Mapping):
            yield number, entry


def ids_of(source: Source) -> tuple[str, ...]:
    """The ids of the amendments of a file, in order."""
    return tuple(str(entry.get(Text("id"), "")) for _, entry in entries(source))


def _place(typed: tuple[str, ...], number: int) -> Place:
    """Where an id was typed among the others."""
    return Place(TARGET, 1, len(" ".join((*typed[:number], ""))) + 1)


def _unknown_ids(source: Source, typed: tuple[str, ...]) -> Iterator[Problem]:
    known = ids_of(source)
    for number, id in enumerate(each.casefold() for each in typed):
        if id not in known:
            near = nearest(id, known)
            listed = f"known: {', '.join(known)}" if known else "there is none yet"
            hint = f"did you mean `{near}`?" if near else listed
            yield Problem(_place(typed, number), f"there is no amendment `{id}`", hint)
        elif known.count(id) > 1:
            message = f"`{id}` is the id of several amendments"
            hint = "give each of them an id of its own in amendments.yaml"
            yield Problem(_place(typed, number), message, hint)


def _unknown_verdict(verdict: str) -> Iterator[Problem]:
    if verdict not in VERDICTS:
        near = nearest(verdict, tuple(VERDICTS))
        hint = f"did you mean `{near}`?" if near else f"known: {', '.join(VERDICTS)}"
        yield Problem(Place(CHANGE), f'there is no verdict "{verdict}"', hint)


def _with_status(source: Source, ids: tuple[str, ...], status: str) -> bytes:
    """The file with another status in some of its entries."""
    meant = plain(source.top)
    edits: list[Edit] = []
    for number, entry in entries(source):
        if entry.get(Text("id")) in ids:
            meant[KEY][number]["status"] = status
            edits.append(_edit(source, entry, status))
    return apply(source, edits, meant)


def _edit(source: Source, entry: Mapping, status: str) -> Edit:
    """The edit of a status, or the one that adds it as the last key."""
    given = entry.get(Text("status"))
    if isinstance(given, Text):
        return replace(source, given, status)
    *_, last = entry.values()
    end = source.end_of(last)
    if source.is_flow(entry):
        return Edit(end, end, f", status: {status}")
    end = source.line_end(end)
    return Edit(end, end, "\n" + " " * (entry.place.column - 1) + f"status: {status}")
