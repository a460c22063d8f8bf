"""Every name has every form that the set sentences of its language ask for."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import reportkit.languages.states
from reportkit.assemble.wording import Titled, Wording
from reportkit.languages.forms import Name
from reportkit.languages.states import StateName
from reportkit.languages.table import CODES
from reportkit.languages.words import MissingWord
from reportkit.model.session import Session
from tests.sessions_in_text import wording_of
from tests.six.asked_forms import asked_forms
from tests.six.samples import sample

STATE_NAMES = Path(reportkit.languages.states.__file__).parent / "state_names"

# The places of a sentence that can hold a State, an organization, a body.
OF_STATES = ("state", "whom", "observers", "name")
OF_ORGANIZATIONS = ("whom", "observers", "name")
# `each` joins the full names of bodies.
OF_BODIES = ("body.full", "bodies", "others", "of")
# Parts of a name rather than forms of it.
PARTS = {"full", "short", "plural", "gender", "article", "name", "first", "last"}
# Forms of two bodies that meet together, and the bodies that do in the samples.
OF_TWO = {"dual", "dual-of"}
TOGETHER = ("wg2", "wg3")


def session() -> Session:
    found = sample("ctoc-wg-2017").session
    assert found is not None
    return found


def asked(code: str, *places: str) -> set[str]:
    """The forms that a language's sentences ask of the names in some places."""
    forms = asked_forms(code)
    return {form for place in places for form in forms.get(place, set())} - PARTS


def lacking(name: Name, forms: set[str]) -> Iterator[str]:
    """The forms that a name does not have, or has empty."""
    for form in sorted(forms):
        try:
            said = name.form(form)
        except MissingWord:
            said = ""
        if not said.strip() or "{" in said:
            yield f"{name.name}: {form}"


def days_of_changes(code: str) -> list[date]:
    """A day before all changes of States' names, and each day of a change."""
    with (STATE_NAMES / f"{code}.csv").open(encoding="utf-8", newline="") as lines:
        days = {row["from"] for row in csv.DictReader(lines)} - {""}
    return [date(1990, 1, 1), *sorted(map(date.fromisoformat, days))]


@pytest.mark.parametrize("code", CODES)
def test_every_state_has_every_form_on_every_day(code: str) -> None:
    forms = asked(code, *OF_STATES)
    assert forms
    seen: set[StateName] = set()
    missing: list[str] = []
    for day in days_of_changes(code):
        wording = wording_of(session(), code, day)
        wanted = forms | {"list", wording.words.form_of_speakers}
        assert len(wording.states) == 198, day
        for state, name in wording.states.items():
            if name not in seen:
                missing += lacking(wording.state(state), wanted)
        seen.update(wording.states.values())
    assert len(seen) > 198
    assert missing == []


def names_of_bodies(wording: Wording, code: str) -> Iterator[str]:
    """What the forms of the bodies lack: in full, in short, and of several."""
    for id, named in wording.session.names.bodies.items():
        if code not in named.forms:
            continue
        body = wording.body(id)
        short = asked(code, "body.short")
        yield from lacking(body.full, asked(code, *OF_BODIES))
        yield from lacking(body.short, short if id in TOGETHER else short - OF_TWO)
        yield from lacking(body.plural, asked(code, "body.plural"))


# The other names of the samples: their table, how they are worded, their places.
TABLES: tuple[tuple[str, Callable[[Wording, str], Name], tuple[str, ...]], ...] = (
    ("organs", lambda w, id: w.organ(id).short, ("parent.short",)),
    ("places", lambda w, id: w.place(id), ("place",)),
    ("organizations", lambda w, id: w.organization(id), OF_ORGANIZATIONS),
    ("groups", lambda w, id: w.group(id), ("group",)),
)


@pytest.mark.parametrize("code", CODES)
def test_names_of_the_samples_have_every_form(code: str) -> None:
    wording = wording_of(session(), code)
    missing = list(names_of_bodies(wording, code))
    for table, worded, places in TABLES:
        for id, named in getattr(wording.session.names, table).items():
            if code in named.forms:
                missing += lacking(worded(wording, id), asked(code, *places))
    assert missing == []


@pytest.mark.parametrize("code", CODES)
def test_treaties_and_the_secretariat_have_every_form(code: str) -> None:
    wording = wording_of(session(), code)
    known: dict[str, Titled] = {
        id: wording.instrument(id)
        for id, named in wording.session.instruments.instruments.items()
        if code in named.forms
    }
    treaty = known[str(wording.session.facts.instrument)]
    missing = list(lacking(treaty.short, asked(code, "instrument.short")))
    secretariat = wording.organization("secretariat")
    missing += lacking(secretariat, asked(code, *OF_ORGANIZATIONS))
    assert missing == []
