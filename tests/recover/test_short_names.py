"""What a report calls a body for short, and the article that it takes."""

from __future__ import annotations

import pytest

from reportkit.recover.forms_of import article_of, forms_of, usage_of
from tests.sessions_in_text import words_of

EXPERTS = "Groupe intergouvernemental d’experts sur la cybercriminalité"
SHORT = (
    ("en", "General Assembly", "Distr.: General. The Secretary-General.", ""),
    (
        "en",
        "General Assembly",
        "It met. The Assembly met. The General debate.",
        "Assembly",
    ),
    (
        "en",
        "Economic and Social Council",
        "The Security Council. The Council.",
        "Council",
    ),
    ("en", "Group on Rivers", "The Group of 77 spoke. The Group of Nine.", ""),
    ("en", "Expert Group on Rivers", "An Expert Group on Rivers; the Group.", "Group"),
    ("en", "Ad Hoc Committee on Light", "The Ad Hoc Committee.", "Ad Hoc Committee"),
    (
        "fr",
        EXPERTS,
        "Le Groupe d’experts a siégé. Le Groupe des 77.",
        "Groupe d’experts",
    ),
    ("es", "Grupo de Trabajo sobre Faros", "El Grupo de Trabajo.", "Grupo de Trabajo"),
    ("ru", "Рабочая группа по рекам", "Рабочая группа заседала.", "Рабочая группа"),
    ("ar", "الفريق العامل المعني بالأنهار", "عقد الفريق العامل جلسة.", "الفريق العامل"),
)


@pytest.mark.parametrize(("code", "name", "said", "short"), SHORT)
def test_a_short_name_is_what_the_report_uses(
    code: str, name: str, said: str, short: str
) -> None:
    usage = usage_of((said, name), (name,), words_of(code))
    assert forms_of(name, usage).short == short


def test_a_noun_in_small_letters_is_no_name() -> None:
    said = "La Convention sur les phares. Les organisations. De l’Agence des feux."
    usage = usage_of((said,), (), words_of("fr"))
    names = ("Phares", "Organisation des phares", "Agence des feux")
    assert [article_of(name, usage) for name in names] == ["", "", "l'"]
