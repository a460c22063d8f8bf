"""Names that names.yaml has, in whatever form a report has them."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.recover.bodies_in import bodies_in
from reportkit.recover.facts import Context, KnownBody
from reportkit.recover.forms_of import forms_of, in_nominative, usage_of
from reportkit.recover.text_in import plain
from tests.recover.imported import differing, imported, known_names, sample_in_text
from tests.recover.test_import_by_hand import REPORT
from tests.sessions_in_text import words_of

PEOPLE = """\
persons:
  arc: {{state: PRK, name: Ana d{0}Arc}}
bodies:
  gpr:
    en: {{name: Group on People{0}s Rivers, short: Group, article: the}}
"""


@pytest.mark.parametrize("typed", ["'", "’"])
@pytest.mark.parametrize("known", ["'", "’"])
def test_apostrophes_of_either_kind(known: str, typed: str) -> None:
    report = REPORT.replace("Group on Rivers", f"Group on People{typed}s Rivers")
    states = f"Côte d{typed}Ivoire and Lao People{typed}s Democratic Republic"
    report = report.replace("Benin and Chad", states)
    led = f"led by Ana d{typed}Arc (Democratic People{typed}s Republic of Korea)"
    report = report.replace("rivers”. S", f"rivers”. The discussion was {led}. S")
    got = imported(report, "en", {"names.yaml": PEOPLE.format(known).encode()})
    assert not got.got.register.added.keys() & {"persons", "bodies"}
    assert {"attendance-states", "duration-gpr"} <= set(got.facts)
    assert "opening-gauges-shared-rivers" in got.facts
    assert not any("Korea" in words for words in differing(got)[0])


def test_russian_names_are_known_in_their_cases() -> None:
    text = sample_in_text("water-2021", "ru", "final")
    assert "от Обсерватории общих рек" in " ".join(text.split())
    got = imported(text, "ru", known_names())
    assert not got.shared and not got.got.register.oblique
    assert got.got.attended["non_governmental"] == ["shared-rivers-observatory"]


def test_a_new_russian_name_in_the_genitive_is_marked() -> None:
    got = imported(sample_in_text("water-2021", "ru", "final"), "ru")
    participants = " ".join(got.files["participants.yaml"].decode().split())
    assert "“Обсерватории общих рек” stands in the genitive" in participants
    # Listed in the nominative, spoke in the genitive: both are known.
    forms = [named["ru"] for named in got.got.register.added["organizations"].values()]
    (own,) = (form for form in forms if "метеорологич" in form["name"])
    assert own["name"] == "Всемирная метеорологическая организация"
    assert own["forms"]["gen"] == "Всемирной метеорологической организации"


def test_a_name_that_is_also_said_in_the_nominative() -> None:
    genitive, nominative = "Лиги арабских государств", "Лига арабских государств"
    usage = usage_of([f"наблюдатель от {genitive}", nominative], [], words_of("ru"))
    forms = in_nominative(forms_of(genitive, usage), usage)
    assert (forms.name, forms.genitive) == (nominative, genitive)


def test_bodies_are_named_with_either_apostrophe() -> None:
    names = ("Group on People's Rivers", "Group on People’s Lakes")
    bodies = tuple(KnownBody(name[-5:], name) for name in names)
    day = date(2022, 5, 2)
    text = plain("the Group on People's Rivers and the Group on People's Lakes")
    found = bodies_in(text, Context("en", day, day, bodies, ()))
    assert [each.bodies for each in found] == [("ivers",), ("Lakes",)]
