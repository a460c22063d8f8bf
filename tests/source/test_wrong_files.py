"""What is said of files that cannot be read, and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportkit.problems import Problem
from reportkit.source.syntax_hints import SPACES
from reportkit.source.yaml_reader import read_yaml

CASES = Path(__file__).with_name("wrong_files.txt").read_text(encoding="utf-8")
CASE = re.compile(r"^=== (.+)\n((?s:.*?))^---\n((?s:.*?))(?=\n=== |\Z)", re.M)


def wrong_files() -> list[tuple[str, str, str]]:
    """Title, file and verdict of every case; `---!` in a file is its own `---`."""
    found = CASE.findall(CASES)
    return [(title, file.replace("---!", "---"), said) for title, file, said in found]


def said_of(problems: tuple[Problem, ...]) -> str:
    return "".join(
        f"{problem.place.line}:{problem.place.column}: {problem.message}\n"
        + (f"hint: {problem.hint}\n" if problem.hint else "")
        for problem in problems
    )


@pytest.mark.parametrize(
    ("file", "said"),
    [(file, said) for _, file, said in wrong_files()],
    ids=[title for title, _, _ in wrong_files()],
)
def test_wrong_file(file: str, said: str) -> None:
    assert said_of(read_yaml(file.encode(), "a.yaml")[1]) == said


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize(
    ("file", "said"),
    [(file, said) for _, file, said in wrong_files() if "=======" not in file],
    ids=[title for title, file, _ in wrong_files() if "=======" not in file],
)
def test_line_ends_do_not_change_what_is_said(file: str, said: str, end: str) -> None:
    problems = read_yaml(file.replace("\n", end).encode(), "a.yaml")[1]
    assert said_of(problems) == said


def test_a_merge_conflict_with_windows_line_ends() -> None:
    problems = read_yaml(b"a: b\r\n=======\r\nc: d\r\n", "a.yaml")[1]
    assert [(each.place.line, each.message) for each in problems] == [
        (2, "a merge conflict is left in this file")
    ]


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("a:\n\tb: c\n", "2:1"),
        ("a: b\n\tc\n", "2:1"),
        ("a: |\n\tb\n", "2:1"),
        # A list of braces, as in the files of facts; the second is after spaces.
        ("a:\n\t- {b: c, d: {e: 1}}\n", "2:1"),
        ("a:\n  - {b: c}\n \t- {b: d, e: {f: 1}}\n", "3:2"),
        ("a:\n  - {b: c}\n\t- d: *e* f\n", "3:1"),
    ],
)
def test_a_tab_that_indents(file: str, place: str) -> None:
    said = said_of(read_yaml(file.encode(), "a.yaml")[1])
    assert said == f"{place}: a tab indents this line\nhint: {SPACES}\n"


def test_spaces_of_a_word_processor_that_indent() -> None:
    problems = read_yaml("a:\n\u00a0\u00a0b: c\n".encode(), "a.yaml")[1]
    assert said_of(problems) == (
        "2:1: this line is indented with spaces of a word processor\n"
        "hint: type ordinary spaces\n"
    )


def test_a_file_that_ends_without_a_line_end() -> None:
    problems = read_yaml(b"a: b\nc: [d", "a.yaml")[1]
    assert [each.place[1:] for each in problems] == [(2, 6)]


def test_a_problem_names_its_file() -> None:
    problem = read_yaml(b"- a\n", "sessions/x/agenda.yaml")[1][0]
    assert str(problem.place) == "sessions/x/agenda.yaml:1:1"
