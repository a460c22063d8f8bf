"""Each case of a wrong session is told word by word, with its place and its hint."""

from __future__ import annotations

import pytest

from reportkit.check.findings import (
    CHECKS,
    CHECKS_OF_DERIVED,
    CHECKS_OF_FACTS,
    CHECKS_OF_NAMES,
    name_of,
)
from tests.check.cases_in_text import Case, cases, problems_of, told

# Rules that other tests here turn red: a case of text cannot.
TESTED_APART = {"unsaid", "unsaid-forms", "members"}


@pytest.mark.parametrize(
    "case", cases(), ids=lambda case: f"{case.source}: {case.title}"
)
def test_a_wrong_session_is_told(case: Case) -> None:
    assert told(problems_of(case)) == case.expected


def test_the_base_of_the_cases_has_no_fault() -> None:
    assert told(problems_of(Case("", "", {}))) == ""


def test_every_rule_has_a_case() -> None:
    every = (*CHECKS_OF_NAMES, *CHECKS, *CHECKS_OF_FACTS, *CHECKS_OF_DERIVED)
    found = {problem.rule for case in cases() for problem in problems_of(case)}
    assert {name_of(check) for check in every} - found == TESTED_APART
