"""A name in a sentence: articles, elisions, and forms that a file gives itself."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.languages.forms import Name
from reportkit.languages.states import state_names
from reportkit.languages.words import MissingWord
from tests.sessions_in_text import session_in, wording_of, words_of

ENGLISH = words_of("en")
FRENCH = words_of("fr")


@pytest.mark.parametrize(
    ("name", "article", "the", "of", "to"),
    [
        ("Groupe", "le", "le Groupe", "du Groupe", "au Groupe"),
        ("Conférence", "la", "la Conférence", "de la Conférence", "à la Conférence"),
        ("Union", "l’", "l’Union", "de l’Union", "à l’Union"),
        ("Union", "l'", "l’Union", "de l’Union", "à l’Union"),
        ("États-Unis", "les", "les États-Unis", "des États-Unis", "aux États-Unis"),
        ("Cuba", "", "Cuba", "de Cuba", "à Cuba"),
        ("Oman", "", "Oman", "d’Oman", "à Oman"),
        ("Haïti", "", "Haïti", "d’Haïti", "à Haïti"),
        ("Élisabeth", "", "Élisabeth", "d’Élisabeth", "à Élisabeth"),
    ],
)
def test_french_forms(name: str, article: str, the: str, of: str, to: str) -> None:
    made = Name(name, FRENCH, article)
    assert (made.form("the"), made.form("of"), made.form("to")) == (the, of, to)


def test_english_forms() -> None:
    group, cuba = Name("Group", ENGLISH, "the"), Name("Cuba", ENGLISH)
    assert (group.form("the"), group.form("of")) == ("the Group", "of the Group")
    assert (cuba.form("the"), cuba.form("of")) == ("Cuba", "of Cuba")


def test_a_capital_begins_a_sentence() -> None:
    assert Name("Union", FRENCH, "l’").form("The") == "L’Union"
    assert Name("Équipe", FRENCH, "l'").form("Of") == "De l’Équipe"
    assert Name("Group", ENGLISH, "the").form("The") == "The Group"


def test_a_form_that_is_given_goes_first() -> None:
    name = Name("Haute Autorité", FRENCH, "la", given=(("of", "de cette Autorité"),))
    assert name.form("of") == "de cette Autorité"
    assert name.form("Of") == "De cette Autorité"
    assert name.form("the") == "la Haute Autorité"


@pytest.mark.parametrize(("article", "form"), [("der", "the"), ("le", "dative")])
def test_a_form_that_a_language_lacks_is_told(article: str, form: str) -> None:
    with pytest.raises(MissingWord) as caught:
        Name("Gruppe", FRENCH, article).form(form)
    assert form in caught.value.problem.message
    assert "Gruppe" in caught.value.problem.hint or form in caught.value.problem.message


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("DZA", "of Algeria", "de l’Algérie"),
        ("USA", "of the United States of America", "des États-Unis d’Amérique"),
        ("OMN", "of Oman", "d’Oman"),
        ("CUB", "of Cuba", "de Cuba"),
        ("IRN", "of the Islamic Republic of Iran", "de la République islamique d’Iran"),
        ("EUE", "of the European Union", "de l’Union européenne"),
        ("PHL", "of the Philippines", "des Philippines"),
        ("ISR", "of Israel", "d’Israël"),
        ("MLI", "of Mali", "du Mali"),
    ],
)
def test_states_after_of(code: str, english: str, french: str) -> None:
    session = session_in("")
    assert wording_of(session, "fr").state(code).form("of") == french
    assert wording_of(session, "en").state(code).form("of") == english


def test_every_state_has_its_forms_in_both_languages() -> None:
    session = session_in("")
    for code in ("en", "fr"):
        wording = wording_of(session, code)
        for state in state_names(code, date(2017, 10, 13)):
            name = wording.state(state)
            for form in ("the", "of", "list", "full", "running"):
                assert name.form(form).strip()


@pytest.mark.parametrize(
    ("code", "gender"),
    [("IRN", "f"), ("MLI", "m"), ("USA", "mp"), ("PHL", "fp"), ("EUE", "f")],
)
def test_french_genders_of_states(code: str, gender: str) -> None:
    assert wording_of(session_in(""), "fr").state(code).gender == gender
