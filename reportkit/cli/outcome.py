"""What a command tells: its problems, and the exit code they make."""

from __future__ import annotations

import json
from collections import Counter

import click

from reportkit.problems import (
    Place,
    Problem,
    format_problem,
    has_errors,
    warning,
)

FEW = 3
FINE, WRONG, MISUSED, UNOPENED, TOO_LARGE = range(5)


def tell(problems: tuple[Problem, ...], as_json: bool = False) -> None:
    """Print problems: to standard error as lines, or to standard output as JSON."""
    if as_json:
        rows = [row_of(problem) for problem in problems]
        click.echo(json.dumps({"problems": rows}, ensure_ascii=False, indent=1))
        return
    for problem in condensed(problems):
        click.echo(format_problem(problem), err=True)


def condensed(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems as a terminal shows them: warnings first, errors nearest the prompt.

    Of warnings of one rule in one file, the first few stand for all; one more is as
    short as a line that there is one more.
    """
    shown: list[Problem] = []
    count: Counter[tuple[str, str]] = Counter()
    every = Counter((p.place.path, p.rule) for p in problems if p.severity == "warning")
    for problem in problems:
        key = (problem.place.path, problem.rule)
        count[key] += problem.severity == "warning"
        is_told = count[key] <= FEW or every[key] == FEW + 1
        if not problem.rule or problem.severity == "error" or is_told:
            shown.append(problem)
    for (path, rule), number in every.items():
        if rule and number > FEW + 1:
            said = f"{number - FEW} more of this kind (rule {rule})"
            shown.append(warning(Place(path), said, "`--json` lists all of them"))
    return tuple(sorted(shown, key=lambda problem: problem.severity == "error"))


def row_of(problem: Problem) -> dict[str, object]:
    """A problem as JSON has it."""
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "rule": problem.rule,
    }


def code_of(problems: tuple[Problem, ...]) -> int:
    """1 where there are errors, else 0: warnings alone are fine."""
    return WRONG if has_errors(problems) else FINE


def counted(problems: tuple[Problem, ...]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(problem.severity == "error" for problem in problems)
    parts = [_count(errors, "error"), _count(len(problems) - errors, "warning")]
    return ", ".join(part for part in parts if part) or "no problems"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
