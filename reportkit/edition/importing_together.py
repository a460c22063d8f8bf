"""Several reports of one session brought together: a draft, its addenda, the final.

Each is imported by itself; then the words are those of the drafts, and amendments
lead from them to the final. Every document is printed again and held against its
file. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.edition.importing import Imported, Request, import_report
from reportkit.edition.importing_rows import Differences, differences, printed_of
from reportkit.edition.importing_terms import Missing
from reportkit.edition.loading import Loaded, load
from reportkit.edition.workspace import SessionFiles
from reportkit.languages.words import MissingWord
from reportkit.problems import Place, Problem, has_errors
from reportkit.published.lines import Line, Published
from reportkit.recover.chapters_of import chapters_in
from reportkit.recover.naming import Asked
from reportkit.recover.together import Paired, Part, Together
from reportkit.recover.writing import write_files

REPORT = "report"
REPORTED, DRAFTED = "outlines/report.yaml", "outlines/draft.yaml"
AMENDMENTS = "amendments.yaml"
HEAD = b"""\
# What leads from the drafts to the final report, found by comparing them: who
# proposed it, and at which meeting, they do not say.

"""


class Gathered(NamedTuple):
    """A session out of several reports; `final` is the one that the others lead to.

    `each` are the reports as imported by themselves; `pairs` say, by document of a
    draft, which passage is which of the final; `differences` are those between the
    documents of the session and their files.
    """

    files: Mapping[str, bytes]
    trees: Mapping[str, Mapping[str, Any]]
    final: str
    shared: Mapping[str, bytes]
    each: tuple[Imported, ...]
    pairs: Mapping[str, Sequence[Paired]]
    differences: Mapping[str, Differences]
    problems: tuple[Problem, ...]


def import_together(request: Request, published: Sequence[Published]) -> Gathered:
    """The session of several reports; raises Missing where none can be made."""
    each = tuple(_each(request, published))
    kinds = [_kind(made) for made in each]
    if kinds.count(REPORT) > 1 or len({made.document for made in each}) < len(each):
        paths = [own.lines[0].place.path for own in published]
        pairs = zip(paths, each, strict=True)
        names = ", ".join(f"{path} ({made.document})" for path, made in pairs)
        message = f"these files are not parts of one session: {names}"
        hint = "a draft, its addenda, and one final report"
        raise Missing(Problem(Place(paths[0]), message, hint))
    last = kinds.index(REPORT) if REPORT in kinds else 0
    final = each[last]
    trees = {path: deepcopy(dict(tree)) for path, tree in final.trees.items()}
    together = Together(final.document, request.language, trees)
    for place, made in enumerate(each):
        if place != last:
            known = {path: dict(tree) for path, tree in made.trees.items()}
            together.add(Part(made.document, deepcopy(known)))
    if REPORT in kinds:
        together.close()
    looks = (look for made in each for look in made.looks)
    files = write_files(together.trees, dict.fromkeys(looks))
    usual = request.templates.read(DRAFTED)
    if REPORTED in files and len(each) > 1 and usual:
        files.setdefault(DRAFTED, usual[0])
    if AMENDMENTS in files:
        files[AMENDMENTS] = HEAD + files[AMENDMENTS]
    shared = {path: data for made in each for path, data in made.shared.items()}
    lines = {
        made.document: own.lines for made, own in zip(each, published, strict=True)
    }
    gathered = Gathered(
        files, together.trees, final.document, shared, each, together.pairs, {}, ()
    )
    return _proved(request, gathered, lines)


def _each(request: Request, published: Sequence[Published]) -> list[Imported]:
    """Each report by itself; a chapter that one has of its own all have so."""
    made = _alone(request, published)
    own = frozenset(chapter for one in made for chapter in one.got.own)
    if all(own & frozenset(chapters_in(one.got.chunks)) <= one.got.own for one in made):
        return made
    return _alone(request._replace(own=own), published)


def _alone(request: Request, published: Sequence[Published]) -> list[Imported]:
    """Each report by itself; each knows the names and ids of those before it."""
    made: list[Imported] = []
    shared = dict(request.shared)
    ids: dict[Asked, str] = {}
    for own in published:
        asked = request._replace(published=own, shared=shared, ids=ids)
        one = import_report(asked)
        shared |= one.shared
        ids = ids | one.got.ids.given
        made.append(one)
    return made


def _kind(made: Imported) -> str:
    documents = made.trees["session.yaml"]["documents"]
    return str(documents[made.document]["kind"])


def _proved(
    request: Request, made: Gathered, lines: Mapping[str, tuple[Line, ...]]
) -> Gathered:
    """The session, with what its documents print otherwise than the reports."""
    every = {**request.shared, **made.shared}
    shown = {path: f"{request.name}/{path}" for path in made.files}
    shown |= {path: path for path in every}
    folder = SessionFiles(Path(request.name), made.files, every, shown)
    loaded = load(folder, request.templates, (request.language,))
    if has_errors(loaded.problems):
        raise Missing(*loaded.problems)
    found = {
        document: _differences(loaded, request.language, document, own)
        for document, own in lines.items()
    }
    return made._replace(differences=found, problems=loaded.problems)


def _differences(
    loaded: Loaded, language: str, document: str, lines: tuple[Line, ...]
) -> Differences:
    wording = loaded.wordings_of(document)[language]
    try:
        made = assemble(wording, loaded.outlines, Order(document))
    except MissingWord as missing:
        raise Missing(missing.problem) from missing
    return differences(printed_of(made), lines)
