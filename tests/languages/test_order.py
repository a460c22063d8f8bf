"""The order of names, held against real lists."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from reportkit.languages.order import order_key, out_of_place
from reportkit.languages.states import find_state, state_names

FIXTURES = Path(__file__).parents[3] / "shared/reference/states/order_fixtures.json"
MEETING = datetime.date(2017, 10, 13)

# The slips of the published lists themselves; every other name is in its place.
SLIPS = {
    "47": ["Maurice"],
    "54": ["Équateur", "Maurice", "Sri Lanka", "Tchéquie"],
    "ar_FAO_C2017": ["إيطاليا"],
}


def real_lists() -> dict[str, tuple[str, list[str]]]:
    if not FIXTURES.exists():
        return {}
    lists = json.loads(FIXTURES.read_text(encoding="utf-8"))
    paragraphs = lists.pop("fr_seed_paras")
    french = {number: ("fr", names) for number, names in paragraphs.items()}
    return french | {title: (title[:2], names) for title, names in lists.items()}


REAL_LISTS = real_lists()


def english_names(names: list[str]) -> list[str]:
    english = state_names("en", MEETING)
    return [english[code].list for name in names for code in find_state(name)]


@pytest.mark.skipif(not REAL_LISTS, reason="the reference lists are not here")
def test_there_are_real_lists_in_five_languages() -> None:
    assert {language for language, _ in REAL_LISTS.values()} == {
        "ar",
        "es",
        "fr",
        "ru",
        "zh",
    }


@pytest.mark.parametrize("letter_by_letter", [False, True])
@pytest.mark.parametrize("title", REAL_LISTS)
def test_real_lists_are_in_order_but_for_their_slips(
    title: str, letter_by_letter: bool
) -> None:
    language, names = REAL_LISTS[title]
    found = out_of_place(names, language, english_names(names), letter_by_letter)
    assert [names[index] for index in found] == SLIPS.get(title, [])


@pytest.mark.parametrize("title", ["15", "47", "48", "49", "54"])
@pytest.mark.skipif(not REAL_LISTS, reason="the reference lists are not here")
def test_names_of_the_published_report_are_those_of_its_day(title: str) -> None:
    french = state_names("fr", MEETING).values()
    printed = {
        form.replace("’", "'") for name in french for form in (name.list, name.full)
    }
    assert [name for name in REAL_LISTS[title][1] if name not in printed] == []


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", "Égypte|El Salvador|Émirats arabes unis|Équateur|État de Palestine"),
        ("fr", "Sainte-Lucie|Saint-Kitts-et-Nevis|Saint-Marin|Saint-Siège"),
        ("fr", "Costa Rica|Côte d’Ivoire|Côte d'Or|Croatie"),
        ("en", "Oman|Pakistan|Türkiye|Turkmenistan"),
        ("es", "Canada|Canzona|Cañada|Caoba"),
        ("es", "República de Corea|República de Moldova|República Democrática"),
        ("ru", "Египет|Ёлка|Замбия"),
        ("ru", "Баил|Баия|Байя|Бак"),
        ("ar", "الأرجنتين|إسبانيا|ألمانيا|البرازيل"),
        ("zh", "b|a"),
    ],
)
def test_sorts_as_the_language_does(language: str, names: str) -> None:
    wanted = names.split("|")
    english = dict(zip("ba", ("Angola", "Benin"), strict=True))
    keys = [order_key(language, name, english.get(name, "")) for name in wanted]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("letter_by_letter", "wanted"),
    [
        (False, ["Guinée", "Guinée équatoriale", "Guinée-Bissau"]),
        (True, ["Guinée", "Guinée-Bissau", "Guinée équatoriale"]),
    ],
)
def test_goes_by_words_or_by_letters(letter_by_letter: bool, wanted: list[str]) -> None:
    keys = {name: order_key("fr", name, "", letter_by_letter) for name in wanted}
    assert sorted(wanted, key=keys.__getitem__) == wanted


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("", ()),
        ("a", ()),
        ("a b b c", ()),
        ("b a", (0,)),
        ("c b a", (0, 1)),
        ("a z b c", (1,)),
        ("b c d a", (3,)),
        ("a c b d z e", (1, 4)),
    ],
)
def test_names_the_fewest_that_are_out_of_place(
    names: str, wanted: tuple[int, ...]
) -> None:
    assert out_of_place(names.split(), "en") == wanted
