"""What is wrong, where it is, and how it is told.

Mistakes in an author's files are values of this module, collected over a whole
run; exceptions are for mistakes of the program.
"""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A spot in a source file; line and column count from 1, in code points."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """A finding: what is wrong at a place, and what to do about it.

    `rule` names the check that found it; `severity` is "error" or "warning".
    """

    place: Place
    message: str
    hint: str = ""
    severity: str = "error"
    rule: str = ""


def warning(place: Place, message: str, hint: str = "", rule: str = "") -> Problem:
    """A problem that is reported but stops nothing."""
    return Problem(place, message, hint, "warning", rule)


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether any of the problems keeps a build from being written."""
    return any(problem.severity == "error" for problem in problems)


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems by place, each said once."""
    return tuple(sorted(dict.fromkeys(problems)))


def format_problem(problem: Problem) -> str:
    """`path:line:column: error: what is wrong`, and the hint on a line of its own."""
    text = f"{problem.place}: {problem.severity}: {problem.message}"
    return f"{text}\n    hint: {problem.hint}" if problem.hint else text


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that a misspelt one most resembles, or nothing."""
    ranked = sorted((_distance(word.lower(), other.lower()), other) for other in known)
    if ranked and ranked[0][0] <= max(1, len(word) // 3):
        return ranked[0][1]
    return ""


def _distance(left: str, right: str) -> int:
    """Edits between two words; a swap of neighbours counts as one (Damerau)."""
    before: list[int] = []
    last: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = last, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
