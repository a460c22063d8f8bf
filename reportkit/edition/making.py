"""The due outputs of a session, made in memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.document.nodes import with_property
from reportkit.edition.documents import (
    Damaged,
    Documents,
    Uncorrected,
    with_queries,
)
from reportkit.edition.formats import FORMATS, PRINTED, load_checker, load_writer
from reportkit.edition.freshness import digest_inputs, fresh_request, read_cache
from reportkit.edition.loading import load
from reportkit.edition.workspace import Templates, Workspace, read_files
from reportkit.languages.words import MissingWord
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, has_errors

# Findings that a working build lets pass and a final one does not.
PENDING = "pending-amendments"
SHORT_OF_FINAL = (
    *("missing-translation", "stale-translation", "amended-translation"),
    PENDING,
)
SHOW = "show"


class Due(NamedTuple):
    """What a build is asked for; empty means all there is."""

    documents: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "html")
    merged: bool = False
    final: bool = False
    pending: str = ""
    queries: bool = False

    @property
    def suffix(self) -> str:
        """What working copies have in their names, so that nobody takes them for
        the document itself.
        """
        pending = ".pending" if self.pending else ""
        return f"{pending}.queries" if self.queries else pending

    @property
    def written(self) -> tuple[str, ...]:
        """The formats that writers make; a PDF is printed from a Word file."""
        formats = (PRINTED.get(name, name) for name in self.formats)
        return tuple(dict.fromkeys(formats))


class Made(NamedTuple):
    """The outputs of a session by path below the output folder, not yet on disk.

    `prints` are Word files to be printed, under the path of the PDF; `fresh`
    are outputs that stand already.
    """

    outputs: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    inputs: str = ""
    prints: Mapping[str, bytes] = MappingProxyType({})
    fresh: tuple[str, ...] = ()


def make(
    workspace: Workspace, templates: Templates, name: str, due: Due, out: Path
) -> Made:
    """The due outputs of one session, or nothing to do where they are fresh."""
    files = read_files(workspace, workspace.sessions / name)
    inputs = digest_inputs(files, templates)
    fresh = fresh_request(out, read_cache(out, name), f"{due}", inputs)
    if fresh:
        return Made({}, fresh.warnings, inputs, fresh=fresh.names)
    loaded = load(files, templates, due.languages, due.pending == SHOW)
    unknown = _unknown(loaded.session, due, name)
    if unknown:
        return Made({}, tuple(unknown), inputs)
    problems = list(loaded.problems)
    parts, more = _parts(templates, due.written)
    problems += more
    if due.final:
        problems = [_hardened(problem, due) for problem in problems]
    if loaded.session is None or has_errors(tuple(problems)):
        return Made({}, tuple(problems), inputs)
    try:
        documents = Documents(loaded, loaded.session, files)
        outputs, more = _outputs(documents, due, parts)
    except MissingWord as missing:
        return Made({}, (*problems, missing.problem), inputs)
    except Damaged as damaged:
        return Made({}, (*problems, *damaged.problems), inputs)
    problems += more
    return _sorted_out(outputs, due, Made({}, tuple(problems), inputs))


def _sorted_out(outputs: Mapping[str, bytes], due: Due, made: Made) -> Made:
    """The outputs that were asked for, and those that are only to be printed."""
    kept = {n: data for n, data in outputs.items() if Path(n).suffix[1:] in due.formats}
    prints = {
        f"{path.removesuffix(source)}{name}": data
        for name, source in PRINTED.items()
        if name in due.formats
        for path, data in outputs.items()
        if path.endswith(f".{source}")
    }
    return made._replace(outputs=kept, prints=prints)


def _hardened(problem: Problem, due: Due) -> Problem:
    """A finding that a working build lets pass and a final one does not."""
    shown = due.pending == SHOW and problem.rule == PENDING
    hard = problem.rule in SHORT_OF_FINAL and not shown
    return problem._replace(severity="error") if hard else problem


def _unknown(session: Session | None, due: Due, name: str) -> list[Problem]:
    """Documents that were asked for and that the session does not have."""
    if session is None:
        return []
    known = session.facts.documents
    place = Place(f"sessions/{name}/session.yaml")
    hint = f"its documents are: {', '.join(known) or 'none'}"
    unknown = [id for id in due.documents if id not in known]
    return [Problem(place, f'there is no document "{id}"', hint) for id in unknown]


def _skipped(problem: Problem) -> Problem:
    """A corrigendum that a build of all documents leaves out, as a warning."""
    return problem._replace(severity="warning")


def _parts(
    templates: Templates, formats: tuple[str, ...]
) -> tuple[dict[str, dict[str, bytes]], list[Problem]]:
    """The template files of each format, and what is wrong with them."""
    read = {name: parts_of_format(templates, name) for name in formats}
    problems = [problem for _, found in read.values() for problem in found]
    return {name: parts for name, (parts, _) in read.items()}, problems


def parts_of_format(
    templates: Templates, name: str
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The template files of a format by name, and the mistakes in them."""
    row = FORMATS[name]
    found = templates.names(row.templates) if row.templates else ()
    read = {each: pair for each in found if (pair := templates.read(each))}
    parts = {each: data for each, (data, _) in read.items()}
    checker = load_checker(row)
    paths = {each: path for each, (_, path) in read.items()}
    return parts, checker(parts, paths) if checker else ()


def _outputs(
    documents: Documents, due: Due, parts: Mapping[str, Mapping[str, bytes]]
) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every due output, by path below the output folder.

    A document that was issued with another tool or other templates says so.
    """
    writers = {name: load_writer(FORMATS[name]) for name in due.written}
    session = documents.session
    outputs: dict[str, bytes] = {}
    problems: list[Problem] = []
    for code in documents.loaded.wordings:
        for id in due.documents or tuple(session.facts.documents):
            if not session.facts.is_in(id, code):
                continue
            try:
                document = documents.of(Order(id, due.merged), code)
            except Uncorrected as uncorrected:
                if due.documents:
                    raise
                problems += map(_skipped, uncorrected.problems)
                continue
            if due.pending:
                document = with_property(document, "copy", "pending")
            if due.queries:
                document = with_queries(document, session, code)
            stem = f"{session.name}/{code}/{document.id}{due.suffix}"
            for name, write in writers.items():
                outputs[f"{stem}.{name}"] = write(document, parts[name])
            word = outputs.get(f"{stem}.docx", b"")
            if word and not due.queries and not due.merged:
                problems += documents.otherwise_made(id, code, word)
    return outputs, problems
