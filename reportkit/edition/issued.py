"""What was issued: the frozen documents of a session, by language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from reportkit.edition.workspace import ISSUED, SessionFiles
from reportkit.problems import Problem
from reportkit.revise.snapshot import Frozen, passage_ids, read_snapshot


def issued_path(document: str, code: str) -> str:
    """Where a document is kept as issued in a language, below its session."""
    return f"{ISSUED}/{document}/{code}.yaml"


def issued_languages(files: SessionFiles) -> dict[str, tuple[str, ...]]:
    """The languages in which each document was issued, by document."""
    made: dict[str, tuple[str, ...]] = {}
    for document, code in _issued(files):
        made[document] = (*made.get(document, ()), code)
    return made


def _issued(files: SessionFiles) -> Iterator[tuple[str, str]]:
    for name in files.files:
        path = PurePosixPath(name)
        if path.parts[0] == ISSUED and len(path.parts) == 3:
            yield path.parts[1], path.stem


def issued_passages(files: SessionFiles) -> dict[str, frozenset[str]]:
    """The ids of the passages of each document that was issued."""
    return {
        document: passage_ids(
            files.files[issued_path(document, codes[0])],
            files.shown[issued_path(document, codes[0])],
        )
        for document, codes in issued_languages(files).items()
    }


def read_issued(
    files: SessionFiles, document: str, code: str
) -> tuple[Frozen | None, tuple[Problem, ...]]:
    """A document as it was issued in a language; None where it was not."""
    path = issued_path(document, code)
    if path not in files.files:
        return None, ()
    return read_snapshot(files.files[path], files.shown[path])
