"""A session out of a published report: made, printed again, and held against it.

What the facts say otherwise than the report keeps the report's words; what cannot
be made to agree is told. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from reportkit.assemble.outline import Outline
from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.assemble.wording import Wording
from reportkit.edition.importing_chapters import Troubles, tried, troubles_of
from reportkit.edition.importing_proof import Proof, as_printed, without_faults
from reportkit.edition.importing_rows import (
    Differences,
    Printed,
    differences,
    printed_of,
)
from reportkit.edition.importing_terms import Missing, terms_of
from reportkit.edition.loading import Loaded, load
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.languages.words import MissingWord
from reportkit.model.fields import Noun, read_record
from reportkit.model.names import Instruments, Names
from reportkit.problems import Problem, has_errors
from reportkit.published.lines import Published
from reportkit.recover.choices import Choices
from reportkit.recover.facts import Context, Read
from reportkit.recover.files_of import files_of
from reportkit.recover.looks import looks_of
from reportkit.recover.naming import Asked
from reportkit.recover.reading import Reader
from reportkit.recover.recovered import Recovered, Source
from reportkit.recover.sentences import read_paragraph
from reportkit.recover.session_of import recover
from reportkit.recover.typesetting import typeset
from reportkit.recover.writing import (
    INSTRUMENTS,
    NAMES,
    Look,
    write_files,
    write_shared,
)
from reportkit.source.yaml_reader import read_yaml

# A round settles one thing about each paragraph; five are enough for all there are.
ROUNDS = 12
SHARED: dict[str, type[Noun]] = {NAMES: Names, INSTRUMENTS: Instruments}


class Request(NamedTuple):
    """What is imported, and into what; `shared` are the files of all sessions.

    `own` are chapters that are set passage by passage, whatever the outline has, `ids`
    those that another document of the session gave.
    """

    published: Published
    name: str
    language: str
    shared: Mapping[str, bytes]
    templates: Templates
    own: frozenset[str] = frozenset()
    ids: Mapping[Asked, str] = MappingProxyType({})


class Imported(NamedTuple):
    """A session out of a report, by its files, and what its document prints.

    `facts` are the derived passages that say what the report says, `words` those
    that keep the report's words.
    """

    files: Mapping[str, bytes]
    trees: Mapping[str, Mapping[str, Any]]
    looks: tuple[Look, ...]
    shared: Mapping[str, bytes]
    document: str
    got: Recovered
    facts: tuple[str, ...]
    words: tuple[str, ...]
    differences: Differences
    problems: tuple[Problem, ...]


def import_report(request: Request) -> Imported:
    """The session of a report; raises Missing where none can be made, and CannotEdit
    where names.yaml or instruments.yaml is wrong.
    """
    source = _source(request)
    made = _settled(request, source, Choices(own=request.own))
    while better := _better(request, source, made):
        made = better
    if has_errors(made.proof.problems):
        raise Missing(*made.proof.problems)
    return _imported(made, source)


def _better(request: Request, source: Source, made: _Made) -> _Made | None:
    """The session with more chapters of its own, if fewer lines are otherwise then."""
    troubles = _troubles(made, source)
    for choices in tried(troubles, made.proof.got):
        other = _settled(request, source, choices)
        is_whole = not has_errors(other.proof.problems)
        if is_whole and _troubles(other, source).lines < troubles.lines:
            return other
    return None


def _troubles(made: _Made, source: Source) -> Troubles:
    return troubles_of(made.proof.got, differences(made.printed, source.lines))


def _settled(request: Request, source: Source, choices: Choices) -> _Made:
    """A session whose choices the proof does not change any more."""
    made = _made(request, source, choices, {})
    said: dict[str, str] = {}
    for _ in range(ROUNDS):
        wrong = has_errors(made.proof.problems)
        chosen = (without_faults if wrong else as_printed)(made.proof)
        if chosen == made.proof.choices:
            break
        said |= _overridden(made.proof, chosen)
        made = _made(request, source, chosen, said)
    return made


def _source(request: Request) -> Source:
    """The report with what is known beside it."""
    terms = terms_of(request.templates, request.language, request.published)
    names, instruments = _known(request.shared)
    lines = tuple(typeset(request.published.lines, terms.words))
    left = tuple(each.text for each in request.published.left)
    return Source(lines, terms, names, instruments, _Reading(), left, request.ids)


def _known(shared: Mapping[str, bytes]) -> tuple[Names, Instruments]:
    """The names that all sessions share; Missing where their files are wrong."""
    problems: list[Problem] = []
    made: dict[str, Any] = {}
    for path, noun in SHARED.items():
        tree, found = read_yaml(shared.get(path, b""), path)
        problems += found
        made[path] = read_record(noun, tree, problems.append) if tree else noun()
    if problems:
        raise Missing(*problems)
    return made[NAMES], made[INSTRUMENTS]


class _Reading:
    """Reads each paragraph once: every round asks again."""

    def __init__(self, read: Reader = read_paragraph) -> None:
        self.read = read
        self.known: dict[str, Read | None] = {}

    def __call__(
        self, text: str, points: tuple[str, ...], section: str, context: Context
    ) -> Read | None:
        key = repr((text, points, section, context))
        if key not in self.known:
            self.known[key] = self.read(text, points, section, context)
        return self.known[key]


class _Made(NamedTuple):
    """The files of one round, and their proof."""

    files: Mapping[str, bytes]
    trees: Mapping[str, Mapping[str, Any]]
    looks: tuple[Look, ...]
    shared: Mapping[str, bytes]
    document: str
    printed: tuple[Printed, ...]
    proof: Proof


def _made(
    request: Request, source: Source, choices: Choices, said: Mapping[str, str]
) -> _Made:
    """The session as chosen so far, loaded from the bytes of its files.

    `said` is what the facts say where the report's words are kept.
    """
    got = recover(source, choices)
    if isinstance(got, Problem):
        raise Missing(got)
    trees = files_of(got, choices, source.terms)
    document = next(iter(trees["session.yaml"]["documents"]))
    looks = tuple(looks_of(got, choices, source.terms.language, said))
    files = write_files(trees, looks)
    shared = write_shared(request.shared, got.register.added)
    loaded = _loaded(request, files, {**request.shared, **shared})
    wording = loaded.wordings.get(request.language)
    printed: tuple[Printed, ...] = ()
    if wording and not has_errors(loaded.problems):
        printed = _printed(wording, loaded.outlines, document)
    by_id = {each.id: each for each in reversed(printed)}
    proof = Proof(got, choices, by_id, wording, loaded.problems)
    return _Made(files, trees, looks, shared, document, printed, proof)


def _loaded(
    request: Request, files: Mapping[str, bytes], shared: Mapping[str, bytes]
) -> Loaded:
    """A session out of the bytes of its files and of those all sessions share."""
    shown = {path: f"{request.name}/{path}" for path in files}
    shown |= {path: path for path in shared}
    folder = SessionFiles(Path(request.name), files, shared, shown)
    return load(folder, request.templates, (request.language,))


def _printed(
    wording: Wording, outlines: Mapping[str, Outline], document: str
) -> tuple[Printed, ...]:
    try:
        return printed_of(assemble(wording, outlines, Order(document)))
    except MissingWord:
        return ()


def _overridden(proof: Proof, chosen: Choices) -> dict[str, str]:
    """What the facts say in the passages that keep the report's words from now on."""
    new = chosen.overrides - proof.choices.overrides
    return {id: proof.printed[id].text for id in new if id in proof.printed}


def _imported(made: _Made, source: Source) -> Imported:
    proof = made.proof
    derived = tuple(proof.got.derived)
    kept = proof.choices.overrides
    return Imported(
        made.files,
        made.trees,
        made.looks,
        made.shared,
        made.document,
        proof.got,
        tuple(id for id in derived if id not in kept),
        tuple(id for id in derived if id in kept),
        differences(made.printed, source.lines),
        proof.problems,
    )
