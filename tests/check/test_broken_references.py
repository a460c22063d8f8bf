"""One word of a sample broken at a time: it is told, or nothing falls over.

A build stops for an error, so whatever would make assembling raise has to be one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
import yaml

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.check.findings import find
from reportkit.model.reading import read_session
from reportkit.problems import has_errors
from tests.check.cases_in_text import checked
from tests.check.test_findings import sample
from tests.sessions_in_text import SHARED, outlines

MARK = re.compile(r"\{[^{}\n]*\}")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]+")
Edit = tuple[int, int, str]


def is_told_or_stands(files: dict[str, bytes]) -> bool:
    """Whether a session is refused, or every document of it can be assembled."""
    shared = {path: files[path] for path in SHARED}
    own = {path: data for path, data in files.items() if path not in SHARED}
    session, problems = read_session("session", own, shared, {})
    if session is None or has_errors(problems):
        return True
    whole = checked(session)
    if not has_errors(find(whole)):
        for wording in whole.wordings.values():
            for document in session.facts.documents:
                assemble(wording, outlines(), Order(document))
    return True


def misspelt_values(text: str) -> Iterator[Edit]:
    """Every value of a file, its last letter but one doubled, and left out."""
    before = None
    for token in yaml.scan(text):
        if isinstance(token, yaml.ScalarToken) and not isinstance(
            before, yaml.KeyToken
        ):
            start, end = token.start_mark.index, token.end_mark.index
            value = text[start:end]
            if token.style not in ("|", ">"):
                yield start, end, f"{value[:-1]}x{value[-1:]}"
                yield start, end, ""
        before = token


def misspelt_keys(text: str) -> Iterator[Edit]:
    """Every line of a file left out: a meeting, an item, a document, a body."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line), ""
        start += len(line)


def broken_marks(text: str) -> Iterator[Edit]:
    """Every mark left out, doubled, and with each of its words misspelt."""
    for mark in MARK.finditer(text):
        yield mark.start(), mark.end(), ""
        yield mark.start(), mark.end(), mark.group() * 2
        for name in NAME.finditer(mark.group()):
            start = mark.start() + name.start()
            word = name.group()
            yield start, start + len(word), f"{word[:-1]}x{word[-1]}"


# Some of them are enough every time: a test of all takes minutes.
@pytest.mark.parametrize(("name", "each"), [("water-2021", 13), ("ctoc-wg-2017", 31)])
@pytest.mark.parametrize("edits", [misspelt_values, misspelt_keys, broken_marks])
def test_a_broken_word_is_told_or_harmless(
    name: str, each: int, edits: Callable[[str], Iterator[Edit]]
) -> None:
    files = sample(name)
    words = edits is broken_marks
    for path, data in files.items():
        if path.startswith(("en/", "fr/")) != words:
            continue
        text = data.decode()
        for start, end, new in tuple(edits(text))[::each]:
            broken = f"{text[:start]}{new}{text[end:]}".encode()
            assert is_told_or_stands({**files, path: broken}), (path, text[start:end])
