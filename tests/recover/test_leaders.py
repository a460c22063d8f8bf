"""Who led a discussion: persons of States and organizations, and representatives."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.languages.states import state_names
from reportkit.languages.table import CODES
from reportkit.recover.facts import Context, KnownBody, Person, Took
from reportkit.recover.leaders_in import read_leading
from reportkit.recover.persons_in import persons_in
from reportkit.recover.said import Sentence
from reportkit.recover.text_in import plain

TOOK = Took({"c": (1,)}, (), ("wrecks",))
DAY = date(2022, 5, 6)
# Of a person and a representative of the Secretariat.
BOTH = {
    "en": "The discussion was led by Ms. Anna Berg (Denmark) and a representative"
    " of the Secretariat.",
    "fr": "Le débat a été animé par Mme Anna Berg (Danemark) et un représentant"
    " du Secrétariat.",
    "es": "El debate fue dirigido por la Sra. Anna Berg (Dinamarca) y un representante"
    " de la Secretaría.",
    "ru": "Обсуждение вели Анна Берг (Дания) и представитель Секретариата.",
    "zh": "讨论由安娜·贝里（丹麦）和秘书处的一名代表主持。",
    "ar": "وأدارت المناقشة آنا برغ (الدانمرك) وممثل عن الأمانة.",
}
# Of a person of an organization.
BRACKETS = {
    "en": "The discussion was led by Ole Berg (International Maritime Organization).",
    "fr": "Le débat a été animé par Ole Berg (Organisation maritime internationale).",
    "es": "El debate fue dirigido por Ole Berg (Organización Marítima Internacional).",
    "ru": "Обсуждение вел Уле Берг (Международная морская организация).",
    "zh": "讨论由奥勒·贝里（国际海事组织）主持。",
    "ar": "وأدار المناقشة أوله برغ (المنظمة البحرية الدولية).",
}
NOBODY = (
    "The discussion was led by United Nations Office on Drugs and Crime (UNODC).",
    "The discussion was led by United Nations Environment Programme.",
    "The discussion was led by the Chair.",
    # One of two is not read: nobody knows who led.
    "The discussion was led by Anna Berg (Denmark), the Chair and Juan Paz (Spain).",
)


def _context(code: str) -> Context:
    return Context(code, DAY, DAY, (KnownBody("c", "Committee"),), ())


def _led(code: str, text: str) -> list[tuple[str, str, str]]:
    sentence = Sentence(plain(text), plain(text), True, _context(code))
    facts = read_leading(sentence, TOOK).facts
    found = (fact for fact in facts if isinstance(fact, Person))
    return [(fact.name, fact.state, fact.role) for fact in found]


@pytest.mark.parametrize("code", CODES)
def test_a_person_and_a_representative(code: str) -> None:
    person, representative = _led(code, BOTH[code])
    assert person[1:] == ("DNK", "leader")
    assert representative == ("", "", "secretariat")


def test_a_representative_and_persons() -> None:
    text = "The discussion was led by a representative of the Secretariat and by Anna"
    assert _led("en", f"{text} Berg and Ole Lund (Denmark), experts.") == [
        ("", "", "secretariat"),
        ("Anna Berg", "DNK", "expert"),
        ("Ole Lund", "DNK", "expert"),
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_person_of_an_organization_is_of_no_state(code: str) -> None:
    ((name, state, role),) = _led(code, BRACKETS[code])
    assert name and name in BRACKETS[code] and "(" not in name and "（" not in name
    assert (state, role) == ("", "leader")


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_invented(text: str) -> None:
    assert _led("en", text) == []


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize("code", CODES)
def test_every_state_after_a_name(code: str, apostrophe: str) -> None:
    person = {"ru": "Анна Берг", "zh": "安娜·贝里", "ar": "آنا برغ"}.get(
        code, "Anna Berg"
    )
    for state, name in state_names(code, DAY).items():
        for form in {name.list, name.full, name.running, name.formal}:
            text = plain(f"{person} ({form.replace('’', apostrophe)})")
            assert persons_in(text, _context(code)).persons == ((person, state),)


def test_names_that_end_in_a_small_letter() -> None:
    text = plain("Ana d'Arc (France), Omar al-Habib (Oman) and Ole Lund (Denmark)")
    assert persons_in(text, _context("en")).persons == (
        ("Ana d’Arc", "FRA"),
        ("Omar al-Habib", "OMN"),
        ("Ole Lund", "DNK"),
    )
