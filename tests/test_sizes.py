"""The sizes of functions, modules and lines: small enough to be read at once."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

CODE = Path(__file__).parents[1] / "reportkit"

LONGEST_FUNCTION = 40
LONGEST_OF_NINE_IN_TEN = 14
MEDIAN = 7
LONGEST_MODULE = 300
LONGEST_LINE = 88

NO_CODE = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}


class Function(NamedTuple):
    """A function, and how many lines of code it has from its `def` on."""

    place: str
    name: str
    lines: int


def lines_of_code(text: str) -> set[int]:
    """The lines that hold code: neither empty nor a comment alone."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    spans = (range(t.start[0], t.end[0] + 1) for t in tokens if t.type not in NO_CODE)
    return {line for span in spans for line in span}


def docstring_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> range:
    """The lines of a function's docstring."""
    first = node.body[0]
    if ast.get_docstring(node) is None or first.end_lineno is None:
        return range(0)
    return range(first.lineno, first.end_lineno + 1)


def functions_of(path: Path) -> Iterator[Function]:
    text = path.read_text(encoding="utf-8")
    code = lines_of_code(text)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            own = set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
            lines = len(own & code - set(docstring_of(node)))
            yield Function(f"{path.name}:{node.lineno}", node.name, lines)


MODULES = sorted(CODE.rglob("*.py"))
FUNCTIONS = [each for path in MODULES for each in functions_of(path)]


def test_no_function_is_long() -> None:
    assert [each for each in FUNCTIONS if each.lines > LONGEST_FUNCTION] == []


def test_nine_functions_in_ten_are_short() -> None:
    long = [each for each in FUNCTIONS if each.lines > LONGEST_OF_NINE_IN_TEN]
    assert len(long) <= len(FUNCTIONS) / 10, long


def test_the_middle_function_is_small() -> None:
    assert median(each.lines for each in FUNCTIONS) <= MEDIAN


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(CODE).as_posix())
def test_a_module_and_its_lines_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) < LONGEST_MODULE
    long = [place for place, line in enumerate(lines, 1) if len(line) > LONGEST_LINE]
    assert long == []


def test_lines_are_counted_without_docstring_comments_and_gaps(tmp_path: Path) -> None:
    path = tmp_path / "counted.py"
    path.write_text(
        'def f():\n    """Two\n\n    lines."""\n    # a reason\n\n'
        "    def g():\n        return '''a\n    b'''\n    return g\n",
        encoding="utf-8",
    )
    assert list(functions_of(path)) == [
        Function("counted.py:1", "f", 5),
        Function("counted.py:7", "g", 3),
    ]
