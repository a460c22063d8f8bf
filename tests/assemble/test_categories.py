"""Every category of participants is said in every language: who came, who spoke."""

from __future__ import annotations

import pytest

from reportkit.assemble.organization import attendance
from reportkit.assemble.speakers import STATES, statements
from reportkit.assemble.wording import Wording
from reportkit.languages.table import CODES
from reportkit.model.facts import CATEGORIES
from tests.sessions_in_text import ROOT, session_in, wording_of

TREATY = "instrument: untoc\n"
NAMES = ("names.yaml", "instruments.yaml")
SESSION = """\
--- session.yaml
original: en
written_in: en
{treaty}bodies:
  expert-group: {{from: 2021-09-06, to: 2021-09-10}}
meetings:
  m1: {{of: {{expert-group: 1}}, on: 2021-09-06, items: [gauges]}}
documents:
  final: {{kind: report, symbol: E/AC.9/2021/4, date: 2021-09-23}}
--- agenda.yaml
items:
  - {{id: gauges, number: 1}}
--- participants.yaml
{category}: [{members}]
--- statements.yaml
statements:
  - {{meeting: m1, item: gauges, by: [{members}]}}
"""


def _wording(
    code: str, category: str, members: tuple[str, ...], treaty: str
) -> Wording:
    text = SESSION.format(treaty=treaty, category=category, members=", ".join(members))
    names = (f"--- {n}\n{(ROOT / 'sessions' / n).read_text('utf-8')}" for n in NAMES)
    return wording_of(session_in("".join((text, *names))), code)


@pytest.mark.parametrize("treaty", ["", TREATY], ids=["states", "treaty"])
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("code", CODES)
def test_who_came_and_who_spoke(
    code: str, category: str, count: int, treaty: str
) -> None:
    members = ("PSE", "VAT") if category in STATES else ("fao", "wmo")
    wording = _wording(code, category, members[:count], treaty)
    names = {wording.form_of(each, "list") for each in members[:count]}
    for said in (*attendance(wording), *statements(wording)):
        found = {name for name in names if name in said.text}
        # One alone stands in a sentence, in whatever case it takes there.
        assert count == 1 or found == names or code in ("ru", "fr", "es", "ar")
        assert "  " not in said.text and "{" not in said.text.replace("{item", "")
    assert len(list(attendance(wording))) == len(list(statements(wording))) == 1


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("code", CODES)
def test_an_entity_can_be_an_organization(code: str, count: int) -> None:
    members = ("fao", "wmo")[:count]
    wording = _wording(code, "other_entities", members, "")
    assert len(list(attendance(wording))) == len(list(statements(wording))) == 1
