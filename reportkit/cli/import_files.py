"""The files of an import, as lines: Word files, and the text of reports."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reportkit.cli.outcome import FINE, TOO_LARGE, UNOPENED
from reportkit.disk import read_file
from reportkit.languages.words import Words
from reportkit.opc.child import open_in_child
from reportkit.problems import Place, Problem
from reportkit.published.extracted import read_extracted
from reportkit.published.lines import Published
from reportkit.published.word_lines import published_of
from reportkit.source.encoding import decode

LARGEST = 64 * 1024 * 1024
WORD = ".docx"


class Given(NamedTuple):
    """What a file holds as lines, or the exit code with which it was refused."""

    published: Published | None
    problems: tuple[Problem, ...]
    code: int = FINE


def read_given(path: Path, shown: str, words: Words, changes: str) -> Given:
    """The lines of a file."""
    if path.suffix.lower() == WORD:
        opened = open_in_child(path, shown)
        if opened.word is None:
            return Given(None, opened.problems, opened.code)
        published, problems = published_of(opened.word, shown, words, changes)
        return Given(published, (*opened.problems, *problems))
    if path.is_file() and path.stat().st_size > LARGEST:
        message = f"this file is larger than {LARGEST // 1024 // 1024} MB"
        return Given(None, (Problem(Place(shown), message),), TOO_LARGE)
    file, problems = decode(read_file(path), shown)
    if problems and not file.text:
        return Given(None, problems, UNOPENED)
    return Given(*read_extracted(file.text, shown, words))
