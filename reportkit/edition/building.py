"""Building: every due output of a session made in memory, then written as one set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.disk import locked, read_file, sweep, write_set
from reportkit.edition.formats import FORMATS, load_checker, load_writer
from reportkit.edition.freshness import (
    cache_file,
    digest,
    digest_inputs,
    digest_of_file,
    fresh_outputs,
    read_cache,
)
from reportkit.edition.loading import Loaded, load
from reportkit.edition.workspace import Templates, Workspace, read_files
from reportkit.languages.words import MissingWord
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, has_errors, in_order, warning

# Findings that a working build lets pass and a final one does not.
SHORT_OF_FINAL = ("missing-translation", "stale-translation")


class Due(NamedTuple):
    """What a build is asked for; empty means all there is."""

    documents: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "html")
    merged: bool = False
    final: bool = False


class Made(NamedTuple):
    """The outputs of a build, by path below the output folder, not yet on disk."""

    outputs: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    inputs: str = ""
    fresh: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What a build did: files written, files that stood already, what was wrong."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    problems: tuple[Problem, ...]


def build(
    workspace: Workspace, sessions: tuple[str, ...], due: Due, out: Path
) -> Outcome:
    """Build the due documents of some sessions into a folder.

    With an error anywhere, nothing at all is written. Raises DiskError where a
    file cannot be read or written.
    """
    templates = workspace.templates()
    made = {name: make(workspace, templates, name, due, out) for name in sessions}
    problems = in_order(tuple(p for each in made.values() for p in each.problems))
    if has_errors(problems):
        return Outcome((), (), problems)
    written, kept = _publish(made, due, out, workspace)
    every = [
        out / name for each in made.values() for name in (*each.outputs, *each.fresh)
    ]
    unchanged = tuple(path for path in every if path not in written)
    return Outcome(written, unchanged, (*problems, *kept))


def make(
    workspace: Workspace, templates: Templates, name: str, due: Due, out: Path
) -> Made:
    """The due outputs of one session, or nothing to do where they are fresh."""
    files = read_files(workspace, workspace.sessions / name)
    inputs = digest_inputs(files, templates)
    fresh = fresh_outputs(out, read_cache(out, name), f"{due}", inputs)
    if fresh:
        return Made({}, (), inputs, fresh)
    loaded = load(files, templates, due.languages)
    problems = [*loaded.problems, *_unknown(loaded.session, due, name)]
    parts, more = _parts(templates, due.formats)
    problems += more
    if due.final:
        problems = [_hardened(problem) for problem in problems]
    if loaded.session is None or has_errors(tuple(problems)):
        return Made({}, tuple(problems), inputs)
    try:
        outputs = _outputs(loaded, loaded.session, due, parts)
    except MissingWord as missing:
        return Made({}, (*problems, missing.problem), inputs)
    return Made(outputs, tuple(problems), inputs)


def _hardened(problem: Problem) -> Problem:
    """A finding that a working build lets pass and a final one does not."""
    hard = problem.rule in SHORT_OF_FINAL
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
    loaded: Loaded, session: Session, due: Due, parts: Mapping[str, Mapping[str, bytes]]
) -> dict[str, bytes]:
    """The bytes of every due output, by path below the output folder."""
    writers = {name: load_writer(FORMATS[name]) for name in due.formats}
    outputs: dict[str, bytes] = {}
    for code, wording in loaded.wordings.items():
        for id in due.documents or tuple(session.facts.documents):
            document = assemble(wording, loaded.outlines, Order(id, due.merged))
            for name, write in writers.items():
                path = f"{session.name}/{code}/{document.id}.{name}"
                outputs[path] = write(document, parts[name])
    return outputs


def _publish(
    made: Mapping[str, Made], due: Due, out: Path, workspace: Workspace
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write all outputs as one set; files that people edited are put aside first."""
    new = {
        out / name: data
        for each in made.values()
        for name, data in each.outputs.items()
    }
    if not new:
        return (), ()
    with locked(out):
        sweep(out)
        aside, warnings = _edited(made, out, workspace)
        caches = dict(
            cache_file(
                out,
                name,
                read_cache(out, name).with_outputs(f"{due}", each.inputs, each.outputs),
            )
            for name, each in made.items()
            if each.outputs
        )
        written = write_set({**aside, **new, **caches}, out, lambda changed: None)
    return tuple(path for path in written if path in new), warnings


def _edited(
    made: Mapping[str, Made], out: Path, workspace: Workspace
) -> tuple[dict[Path, bytes], tuple[Problem, ...]]:
    """Copies of outputs that people changed since they were built, and warnings."""
    aside: dict[Path, bytes] = {}
    warnings: list[Problem] = []
    for session, each in made.items():
        known = read_cache(out, session).outputs
        for name, data in each.outputs.items():
            path, found = out / name, digest_of_file(out / name)
            ours = {known[name].output if name in known else "", digest(data), ""}
            if found in ours:
                continue
            copy = _free_name(path)
            aside[copy] = read_file(path)
            warnings.append(_put_aside(workspace, path, copy))
    return aside, tuple(warnings)


def _free_name(path: Path) -> Path:
    """A name beside a file that no file has yet."""
    names = (f"{path.stem}.edited-{n}{path.suffix}" for n in range(1, 1000))
    return next(path.with_name(n) for n in names if not path.with_name(n).exists())


def _put_aside(workspace: Workspace, path: Path, copy: Path) -> Problem:
    message = "this file was changed since it was built"
    hint = f"it is kept as {workspace.show(copy)}; the new one takes its place"
    return warning(Place(workspace.show(path)), message, hint)
