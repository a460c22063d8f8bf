"""The files of an import, as lines: Word files, and the text of reports."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from types import MappingProxyType
from typing import NamedTuple

from reportkit.cli.outcome import FINE, TOO_LARGE, UNOPENED, WRONG
from reportkit.disk import read_file
from reportkit.languages.words import Words
from reportkit.opc.child import open_in_child
from reportkit.opc.kind import (
    DOC,
    EMPTY,
    FLAT,
    HTML,
    IMAGE,
    MAIL,
    ODT,
    OLE,
    OTHER_ZIP,
    PDF,
    RTF,
    UNKNOWN,
    kind_of,
)
from reportkit.problems import Place, Problem, has_errors
from reportkit.published.extracted import read_extracted
from reportkit.published.language import language_problems
from reportkit.published.lines import Published
from reportkit.published.word_lines import published_of
from reportkit.source.encoding import decode

LARGEST = 64 * 1024 * 1024
WORD = ".docx"
EXPECTED = "a Word file (.docx) or the text of a report is expected"
# What may be a whole file, and is no report; the others are damaged or closed.
OTHERS = (DOC, OLE, RTF, ODT, PDF, HTML, FLAT, MAIL, IMAGE, EMPTY, OTHER_ZIP, UNKNOWN)
NO_REPORTS = frozenset(kind.name for kind in OTHERS)
# Hints by the rule of a kind; the others have those of their kinds.
HINTS: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "`pdftotext -layout {file} {text}` makes text of it, which can be"
        " imported; the Word file of the same report is better",
        "unknown": "save it as .docx in Word; a text has a name that ends in .txt",
        "image": "ask for the Word file; an image of a report has no text",
    }
)


class Given(NamedTuple):
    """What a file holds as lines, or the exit code with which it was refused."""

    published: Published | None
    problems: tuple[Problem, ...]
    code: int = FINE


def read_given(path: Path, shown: str, words: Words, changes: str) -> Given:
    """The lines of a file, whatever its name says it is."""
    if path.suffix.lower() == WORD:
        return _proved(_word(path, shown, words, changes), shown, words)
    if path.is_file() and path.stat().st_size > LARGEST:
        message = f"this file is larger than {LARGEST // 1024 // 1024} MB"
        return Given(None, (Problem(Place(shown), message),), TOO_LARGE)
    data = read_file(path)
    kind = kind_of(data)
    if kind.readable:
        return _proved(_word(path, shown, words, changes), shown, words)
    if kind not in (UNKNOWN, MAIL):  # a text may begin as a mail does: "From 9 to 13"
        found = Problem(Place(shown), kind.told, kind.hint, rule=kind.name)
        return Given(None, (_expecting(found),), UNOPENED)
    return _proved(_text(data, shown, words), shown, words)


def _word(path: Path, shown: str, words: Words, changes: str) -> Given:
    opened = open_in_child(path, shown)
    if opened.word is None:
        return Given(None, tuple(map(_expecting, opened.problems)), opened.code)
    published, problems = published_of(opened.word, shown, words, changes)
    return Given(published, (*opened.problems, *problems))


def _expecting(problem: Problem) -> Problem:
    """What a file is instead of a report, with what was expected and what to do."""
    if problem.rule not in NO_REPORTS:
        return problem
    path = problem.place.path
    stem = path.rpartition(".")[0] or path
    file, text = quote(path), quote(f"{stem}.txt")
    hint = HINTS.get(problem.rule, problem.hint).format(file=file, text=text)
    return problem._replace(message=f"{problem.message}; {EXPECTED}", hint=hint)


def _text(data: bytes, shown: str, words: Words) -> Given:
    file, problems = decode(data, shown)
    if problems and not file.text:
        return Given(None, problems, UNOPENED)
    return Given(*read_extracted(file.text, shown, words))


def _proved(given: Given, shown: str, words: Words) -> Given:
    """What was given, refused where it holds no text or is in another script."""
    published = given.published
    if published is None:
        return given
    if not published.lines:
        message = f"this file holds no text; {EXPECTED}"
        hint = "the pages may be images; ask for the Word file"
        problem = Problem(Place(shown), message, hint, rule="empty")
        return Given(None, (*given.problems, problem), UNOPENED)
    found = language_problems(published, shown, words.language.code)
    problems = (*found, *given.problems)
    return (
        Given(None, problems, WRONG)
        if has_errors(found)
        else Given(published, problems)
    )
