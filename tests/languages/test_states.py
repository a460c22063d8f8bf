"""Names of States: at a date, in their forms, and recognised."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest

import reportkit.languages.states
from reportkit.languages.states import find_state, nearest_states, state_names

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
FOLDER = Path(reportkit.languages.states.__file__).parent / "state_names"
MEETING = datetime.date(2017, 10, 13)
TODAY = datetime.date(2026, 1, 1)
DAYS = (*(datetime.date(year, 1, 1) for year in range(2005, 2026)), MEETING, TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_its_forms(language: str) -> None:
    names = state_names(language, TODAY)
    assert len(names) == 198
    for name in names.values():
        assert all((name.list, name.full, name.running, name.formal)), name
        assert bool(name.of) == (language in {"en", "es", "fr"}), name
        assert (name.gender in {"m", "f", "mp", "fp"}) == (
            language == "fr" and name.code != "NIU"
        ), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_has_one_name_on_every_day(language: str) -> None:
    spans: dict[str, list[tuple[str, str]]] = {}
    with (FOLDER / f"{language}.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            spans.setdefault(row["code"], []).append((row["from"], row["to"]))
    for code, days in spans.items():
        flat = [day for span in days for day in span]
        assert flat[0] == flat[-1] == "", code
        assert flat[1:-1:2] == flat[2:-1:2] == sorted(flat[1:-1:2]), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_at_any_date_is_recognised(language: str) -> None:
    names = {name for day in DAYS for name in state_names(language, day).values()}
    for name in names:
        for form in (name.list, name.full, name.running, name.formal):
            assert find_state(form) == (name.code,), form
            assert find_state(form.upper().replace("’", "'")) == (name.code,), form


@pytest.mark.parametrize("column", ["code", "iso2", "m49"])
def test_every_code_is_recognised(column: str) -> None:
    with (FOLDER / "codes.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row[column]:
                assert find_state(row[column]) == (row["code"],)


@pytest.mark.parametrize(
    ("code", "day", "wanted"),
    [
        ("NLD", MEETING, "Pays-Bas"),
        ("SWZ", MEETING, "Swaziland"),
        ("TUR", MEETING, "Turquie"),
        ("CZE", MEETING, "Tchéquie"),
        ("NLD", TODAY, "Pays-Bas (Royaume des)"),
        ("TUR", datetime.date(2022, 5, 31), "Turquie"),
        ("TUR", datetime.date(2022, 6, 1), "Türkiye"),
    ],
)
def test_a_name_is_that_of_the_day(code: str, day: datetime.date, wanted: str) -> None:
    assert state_names("fr", day)[code].list == wanted


def test_forms_of_a_name() -> None:
    iran = state_names("fr", MEETING)["IRN"]
    assert iran.list == "Iran (République islamique d’)"
    assert iran.running == "la République islamique d’Iran"
    assert iran.of == "de la République islamique d’Iran"
    assert iran.gender == "f"


@pytest.mark.parametrize(
    ("language", "code", "of"),
    [
        ("fr", "SDN", "du Soudan"),
        ("fr", "USA", "des États-Unis d’Amérique"),
        ("fr", "NLD", "des Pays-Bas"),
        ("en", "GMB", "of the Gambia"),
        ("es", "SDN", "del Sudán"),
        ("es", "SLV", "de El Salvador"),
    ],
)
def test_the_form_after_of(language: str, code: str, of: str) -> None:
    assert state_names(language, MEETING)[code].of == of


def test_lists_take_the_brief_form() -> None:
    kingdom = state_names("fr", MEETING)["GBR"]
    assert kingdom.list == "Royaume-Uni"
    assert kingdom.full == "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("DZA", "DZA"),
        ("dza", "DZA"),
        (" senegal ", "SEN"),
        ("l'Algerie", "DZA"),
        ("Cote d ivoire", "CIV"),
        ("Vietnam", "VNM"),
        ("guinée bissau", "GNB"),
        ("Guinée", "GIN"),
        ("Iran", "IRN"),
        ("Iran (République islamique d')", "IRN"),
        ("Republic of Kenya", "KEN"),
        ("المانيا", "DEU"),
        ("كويت", "KWT"),
        ("Congo", "COG"),
        ("Korea", "KOR PRK"),
        ("Russie", "RUS"),
        ("Atlantis", ""),
        ("", ""),
        ("la", "LAO"),
        ("...", ""),
    ],
)
def test_finds_states(text: str, codes: str) -> None:
    assert find_state(text) == tuple(codes.split())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Algerei", ("Algérie",)),
        ("Marocc", ("Maroc",)),
        ("Nigera", ("Niger", "Nigeria")),
        ("Korae", ("Korea",)),
        ("Atlantis", ()),
        ("", ()),
    ],
)
def test_suggests_the_nearest_names(text: str, names: tuple[str, ...]) -> None:
    assert nearest_states(text) == names


def test_common_names_are_never_names_of_the_united_nations() -> None:
    names = {
        form.casefold()
        for language in LANGUAGES
        for day in DAYS
        for name in state_names(language, day).values()
        for form in (name.list, name.full)
    }
    with (FOLDER / "common.csv").open(encoding="utf-8", newline="") as lines:
        common = [row["name"] for row in csv.DictReader(lines)]
    assert [name for name in common if name.casefold() in names] == []
    assert len(common) == len(set(common))
