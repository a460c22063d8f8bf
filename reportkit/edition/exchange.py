"""Out to translators and back: bundles of a session, and what returns of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.by_name import load
from reportkit.document.nodes import Document, Heading
from reportkit.document.text import text_of
from reportkit.edition.documents import Documents
from reportkit.edition.translating import Desks, change_files
from reportkit.languages.table import CODES
from reportkit.model.marks import escaped
from reportkit.opc.limits import quoted
from reportkit.problems import Place, Problem
from reportkit.revise.alignment import lines_of
from reportkit.revise.concordance import texts_of
from reportkit.revise.numbers import numbers_in
from reportkit.translate.merging import REFUSED, Merged, Verdict, merge
from reportkit.translate.standing import Standing
from reportkit.translate.units import Bundle, Return, Unit

Export = Callable[[Bundle], bytes]
Read = Callable[[bytes, str], tuple[Return | None, tuple[Problem, ...]]]


class Format(NamedTuple):
    """A format of exchange: its name, its module, and what files of it end with.

    One without a reader goes out only.
    """

    name: str
    module: str
    export: str
    read: str
    ending: str


FORMATS = {
    row.name: row
    for row in (
        Format("xliff", "xliff12", "export_xliff12", "read_xliff12", "xlf"),
        Format("xliff2", "xliff21", "export_xliff21", "read_xliff21", "xliff2.xlf"),
        Format("po", "po", "export_po", "read_po", "po"),
        Format("tmx", "tmx", "export_tmx", "", "tmx"),
        Format("docx", "two_columns", "export_docx", "read_docx", "docx"),
    )
}


class Wanted(NamedTuple):
    """Which passages of a language are sent out; all of them if nothing is said.

    `file` is a file of the original, `document` the name of a document.
    """

    missing: bool = False
    stale: bool = False
    file: str = ""
    document: str = ""


class Line(NamedTuple):
    """Where a passage is printed: its number, and the heading above it."""

    number: str
    heading: str


def exported(desks: Desks, code: str, format: str, wanted: Wanted) -> tuple[str, bytes]:
    """The name and the bytes of a file for a translator."""
    row = FORMATS[format]
    export: Export = load(f"reportkit.translate.{row.module}", row.export)
    parts = (desks.session.name, wanted.document, code)
    stem = ".".join(part for part in parts if part)
    return f"{stem}.{row.ending}", export(bundle(desks, code, wanted))


def bundle(desks: Desks, code: str, wanted: Wanted) -> Bundle:
    """What is sent to a translator, in the order of the report.

    Derived sentences stand between the passages as context, where all is sent.
    """
    session = desks.session
    printed = _printed(desks)
    homes = desks.homes()
    order = {id: place for place, id in enumerate(printed)}
    units = [
        (order.get(each.id, len(order)), _unit(each, printed.get(each.id)))
        for each in desks.standings(code)
        if _is_wanted(each, wanted, homes, printed)
    ]
    whole = not wanted.missing and not wanted.stale and not wanted.file
    locked = _locked(desks, code, printed, wanted) if whole else ()
    units += ((order[unit.id], unit) for unit in locked)
    units.sort(key=lambda pair: pair[0])
    return Bundle(
        session.name,
        str(session.facts.written_in),
        code,
        tuple(unit for _, unit in units),
        wanted.document,
    )


def _is_wanted(
    each: Standing,
    wanted: Wanted,
    homes: Mapping[str, str],
    printed: Mapping[str, Line],
) -> bool:
    if wanted.document and each.id in printed:
        documents = printed[each.id].number.split("; ")
        if not any(d.split(" ")[0] == wanted.document for d in documents):
            return False
    if wanted.file and wanted.file not in (homes.get(each.id), "amendments.yaml"):
        return False
    if wanted.file == "amendments.yaml" and not each.amendment:
        return False
    asked = wanted.missing or wanted.stale
    is_asked = (wanted.missing and not each.text) or (wanted.stale and each.grade)
    return bool(is_asked) or not asked


def _unit(each: Standing, line: Line | None) -> Unit:
    return Unit(
        each.key,
        str(each.source),
        each.text,
        each.state,
        each.grade,
        each.before,
        line.number if line else "",
        line.heading if line else "",
    )


def _printed(desks: Desks) -> dict[str, Line]:
    """Where each passage is printed, in the order of the report that has most."""
    session = desks.session
    written = str(session.facts.written_in)
    documents = Documents(desks.loaded, session, desks.files)
    made: dict[str, Line] = {}
    numbers: dict[str, list[str]] = {}
    ids = [id for id in session.facts.documents if _is_whole(desks, id)]
    for id in sorted(ids, key=lambda id: session.facts.kind_of(id) != "report"):
        document = documents.of(Order(id), written)
        words = desks.loaded.wordings[written].words
        known = numbers_in(document, words)
        for passage, heading in _headings(document):
            number = f"{id} {known.get(passage, '')}".strip()
            numbers.setdefault(passage, []).append(number)
            made.setdefault(passage, Line("", heading))
    return {
        id: line._replace(number="; ".join(numbers[id])) for id, line in made.items()
    }


def _is_whole(desks: Desks, id: str) -> bool:
    """Whether a document prints passages themselves, and not a list of corrections."""
    return desks.session.facts.documents[id].kind in ("draft", "addendum", "report")


def _headings(document: Document) -> Iterator[tuple[str, str]]:
    """Each passage of a document with the heading that it stands under."""
    heading = ""
    for line in lines_of(document.blocks):
        if isinstance(line.node, Heading):
            heading = text_of(line.node.content)
        if line.node.id:
            yield line.node.id, heading
    yield from ((note.id, heading) for note in document.notes)


def _locked(
    desks: Desks, code: str, printed: Mapping[str, Line], wanted: Wanted
) -> Iterator[Unit]:
    """The sentences that the facts give, in both languages."""
    own = {each.id for each in desks.standings(code)}
    documents = Documents(desks.loaded, desks.session, desks.files)
    ids = [id for id in desks.session.facts.documents if _is_whole(desks, id)]
    wording = str(desks.session.facts.written_in)
    if code not in desks.loaded.wordings:
        return
    source, target = (
        texts_of(documents.of(Order(id), language) for id in ids)
        for language in (wording, code)
    )
    for id, text in source.items():
        if id in printed and id not in own and text and not wanted.document:
            line = printed[id]
            yield Unit(
                id, escaped(text), escaped(target.get(id, "")), locked=True,
                number=line.number, heading=line.heading,
            )  # fmt: skip


class Taken(NamedTuple):
    """What a merge does: files of a language, and what became of each unit."""

    language: str
    files: dict[str, bytes]
    merged: Merged
    problems: tuple[Problem, ...]


def read_return(data: bytes, path: str) -> tuple[Return | None, tuple[Problem, ...]]:
    """A file that came back, read by what its name and its content say it is."""
    row = _format_of(data, path)
    if row is None:
        endings = ", ".join(f".{each.ending}" for each in FORMATS.values() if each.read)
        message = "this is no file that translators send back"
        return None, (Problem(Place(path), message, f"known here: {endings}"),)
    read: Read = load(f"reportkit.translate.{row.module}", row.read)
    return read(data, path)


def _format_of(data: bytes, path: str) -> Format | None:
    lower = path.lower()
    if lower.endswith((".xlf", ".xliff", ".xml")):
        second = b'version="2' in data[:2000] or b"version='2" in data[:2000]
        return FORMATS["xliff2" if second else "xliff"]
    if lower.endswith((".po", ".pot")):
        return FORMATS["po"]
    return FORMATS["docx"] if lower.endswith(".docx") else None


def merge_returns(desks: Desks, returns: list[tuple[str, Return]]) -> Taken:
    """What files that came back change; all of them are of one language.

    A file of another session or other languages is refused as a whole.
    """
    problems = tuple(p for path, sent in returns for p in _foreign(desks, path, sent))
    codes = list(dict.fromkeys(sent.target_language for _, sent in returns))
    if problems or len(codes) != 1:
        return Taken(codes[0] if codes else "", {}, Merged({}, ()), problems)
    merged = merge(returns, desks.standings(codes[0]))
    files, more = change_files(desks, codes[0], merged.changes)
    return Taken(codes[0], files, merged, more)


def _foreign(desks: Desks, path: str, sent: Return) -> Iterator[Problem]:
    session = desks.session
    if sent.session != session.name:
        message = f"this file is of the session {quoted(sent.session)}"
        yield Problem(Place(path), message, f"not of {session.name}")
    if sent.source_language != session.facts.written_in:
        message = f"this file translates from {quoted(sent.source_language)}"
        yield Problem(Place(path), message, f"not from {session.facts.written_in}")
    into = sent.target_language
    if into == session.facts.written_in or into not in CODES:
        message = f"this file translates into {quoted(into)}"
        yield Problem(Place(path), message, "no translation can be taken from it")


def told(verdict: Verdict) -> Problem:
    """A refusal as problems are told."""
    id = quoted(verdict.id)[1:-1]
    return Problem(verdict.place, f"`{id}` was refused: {verdict.reason}")


__all__ = ["FORMATS", "REFUSED", "Taken", "Wanted", "exported", "merge_returns", "told"]
