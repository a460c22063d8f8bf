"""Every State is found in a list, by every form that its name has in a language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportkit.languages.states import StateName, state_names
from reportkit.languages.table import CODES
from reportkit.recover.states_in import listed, state_in
from tests.sessions_in_text import words_of

DAYS = (date(2010, 1, 1), date(2017, 10, 13), date(2024, 1, 1))
LATER = date(2026, 1, 1)
FORMS: dict[str, Callable[[StateName], str]] = {
    "list": lambda name: name.list,
    "full": lambda name: name.full,
    "running": lambda name: name.running,
    "formal": lambda name: name.formal,
    "of": lambda name: name.of or name.list,
}


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", CODES)
def test_a_list_of_all_states(code: str, form: str, day: date) -> None:
    known = state_names(code, day)
    names = tuple(FORMS[form](name) for name in known.values())
    found = listed(str(words_of(code).joined(names)), code, LATER)
    assert found.codes == tuple(known)
    assert not found.names and not found.rest


def test_cases_of_russian_names() -> None:
    for code, name in state_names("ru", LATER).items():
        for _, form in name.cases:
            assert state_in(form, "ru", LATER) == code


@pytest.mark.parametrize("text", ["au", "in", "004", "IT", "the", "", "Korea"])
def test_what_is_no_name_of_one_state(text: str) -> None:
    assert state_in(text, "en", LATER) == ""
