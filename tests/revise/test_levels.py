"""What moves to another level, and what would be lost on the way."""

from __future__ import annotations

import pytest

from reportkit.problems import format_problem
from reportkit.revise.amending import amend
from tests.sessions_in_text import body, document_of, session_in

SESSION = """\
--- en/introduction.yaml
passages:
  - {id: one, text: One.}
  - id: two
    text: 'Two:'
    points:
      - {id: two-a, text: first}
      - {id: two-b, text: 'second:', points: [{id: two-b-i, text: below}]}
  - {id: topic, heading: A topic}
  - {id: three, text: 'Three:', points: [{id: three-a, text: first}]}
--- amendments.yaml
amendments:
"""


def amended(change: str) -> tuple[str, list[str]]:
    """The introduction after an adopted change, and what is wrong with it."""
    entry = f"  - {{id: a1, status: adopted, {change}}}\n"
    made = amend(session_in(SESSION + entry))
    text = body(document_of(made.session)).partition("\n# II")[0]
    return text, [format_problem(each) for each in made.problems]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("action: move, passage: two-a, after: one", "1. One.\n2. first\n3. Two:"),
        ("action: move, passage: one, before: two-a", "1. Two:\n  (a) One;\n  (b)"),
        ("action: move, passage: two-b-i, after: one", "1. One.\n2. below\n3. Two:"),
        (
            "action: move, passage: two-b, after: one",
            "1. One.\n2. second:\n  (a) below.\n3. Two:",
        ),
        (
            "action: merge, passage: one, with: two-b, new: 'One:'",
            "1. One:\n  (a) below.\n2. Two:\n  (a) first.",
        ),
    ],
)
def test_it_becomes_what_stands_there_with_its_points(
    change: str, expected: str
) -> None:
    text, problems = amended(change)
    assert not problems
    assert expected in text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("action: move, passage: one, after: one", "put together with itself"),
        ("action: move, passage: two, after: two-b-i", "put together with itself"),
        ("action: merge, passage: one, with: one", "put together with itself"),
        ("action: merge, passage: two-a, with: two", "put together with itself"),
        ("action: move, passage: two, after: three-a", "would stand too deep"),
        ("action: move, passage: topic, after: two-a", "cannot become a point"),
        ("action: split, passage: one, old: One, as: new", "nothing of `one` stands"),
    ],
)
def test_what_would_be_lost_is_refused(change: str, message: str) -> None:
    text, (problem,) = amended(change)
    assert message in problem
    assert text == amended("action: move, passage: two, after: one")[0]
