"""Names of States in fact files become codes, at the places of the names."""

from __future__ import annotations

from reportkit.model.session import Session
from reportkit.problems import Place
from tests.sessions_in_text import read_text, told

TEXT = """\
--- participants.yaml
states: [Algérie, "the United States", KEN, Côte d’Ivoire]
specialized_agencies: [office]
--- statements.yaml
statements:
  - {meeting: m1, item: rivers, by: [Algeria, office, secretariat, chair]}
--- agenda.yaml
items:
  - {id: rivers, number: 1, led_by: [{representative_of: France}]}
"""


def session() -> Session:
    made, problems = read_text(TEXT)
    assert made is not None and not problems, told(problems)
    return made


def test_names_become_codes_and_codes_stay() -> None:
    assert session().participants.states == ("DZA", "USA", "KEN", "CIV")
    assert session().agenda.items[0].led_by[0].representative_of == "FRA"


def test_organizations_and_the_podium_stand_for_themselves() -> None:
    statement = session().statements.statements[0]
    assert statement.by == ("DZA", "office", "secretariat", "chair")


def test_a_code_stands_where_the_name_stood() -> None:
    assert session().participants.states[1].place == Place("participants.yaml", 1, 19)


def test_what_nobody_knows_is_told_once_with_what_comes_near() -> None:
    made, problems = read_text("--- participants.yaml\nstates: [Algerai, Korea, FRX]\n")
    assert made is not None
    assert told(problems) == (
        'participants.yaml:1:10: error: unknown State "Algerai"\n'
        "    hint: the nearest: Algeria\n"
        'participants.yaml:1:19: error: "Korea" may be any of several States\n'
        "    hint: type one of: KOR, PRK\n"
        'participants.yaml:1:26: error: unknown State "FRX"\n'
        "    hint: did you mean FRA?"
    )
