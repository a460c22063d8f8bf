"""Translations against their source in the six languages, a rule at a time."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.check.findings import find
from reportkit.check.state_finder import finder_of
from reportkit.model.fingerprint import fingerprint
from tests.check.test_findings import read_base

DAY = date(2017, 10, 13)
STATES = {
    "en": "the United States, Niger, Guinea-Bissau and the Congo",
    "fr": "aux États-Unis, au Niger, à la Guinée-Bissau et au Congo",
    "es": "de los Estados Unidos, el Níger, Guinea-Bissau y el Congo",
    "ru": "Соединенными Штатами Америки, Нигером, Гвинеей-Бисау и Конго",
    "zh": "美国、尼日尔、几内亚比绍和刚果",
    "ar": "وللولايات المتحدة والنيجر وبغينيا - بيساو والكونغو",
}


def rule_on(rule: str, source: str, code: str, text: str) -> list[str]:
    """What a rule says of one passage and its translation."""
    passage = f"  - id: intro\n    text: |-\n      {source}\n"
    changed = {
        "en/introduction.yaml": f"passages:\n{passage}",
        f"{code}/intro.yaml": f"intro: |-\n  {text}\n",
    }
    return [each.message for each in find(read_base(**changed)) if each.rule == rule]


@pytest.mark.parametrize("code", STATES)
def test_states_are_found_in_all_their_forms(code: str) -> None:
    found = finder_of(code, DAY).find(STATES[code])
    assert found == ("USA", "NER", "GNB", "COG")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le Gouvernement nigérien est d’accord."),
        ("ru", "Правительство Нигера согласно."),
        ("zh", "尼日尔政府同意。"),
        ("ar", "ووافقت حكومة النيجر."),
    ],
)
def test_a_state_is_named_by_name_or_adjective(code: str, text: str) -> None:
    source = "The Government of Niger agreed."
    assert rule_on("states-agree", source, code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le Gouvernement du Nigéria est d’accord."),
        ("ru", "Правительство Нигерии согласно."),
        ("zh", "尼日利亚政府同意。"),
        ("ar", "ووافقت حكومة نيجيريا."),
    ],
)
def test_another_state_in_its_place_is_told(code: str, text: str) -> None:
    source = "The Government of Niger agreed."
    assert rule_on("states-agree", source, code, text) == [
        "Niger is named in the source, but not here"
    ]


@pytest.mark.parametrize(
    ("code", "kept", "lost"),
    [
        ("es", "El 9 de octubre.", "El 9 de noviembre."),
        ("ru", "В октябре, 9-го.", "9 ноября."),
        ("zh", "10月9日。", "11月9日。"),
        ("ar", "في 9 تشرين الأول/أكتوبر.", "في 9 تشرين الثاني/نوفمبر."),
    ],
)
def test_months_are_compared_by_name(code: str, kept: str, lost: str) -> None:
    assert rule_on("months-agree", "On 9 October.", code, kept) == []
    assert len(rule_on("months-agree", "On 9 October.", code, lost)) == 1


def test_a_word_that_is_no_month_is_none() -> None:
    source = "Speakers may March on; May 2017 came."
    assert len(rule_on("months-agree", source, "fr", "Rien.")) == 1


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("ru", "Реки by length и ширине.", "by length"),
        ("zh", "按 length 和宽度排列河流。", "length"),
        ("ar", "ترتيب الأنهار by length والعرض.", "by length"),
        (
            "fr",
            "Trier rivers by length and by their breadth.",
            "rivers by length and by their",
        ),
    ],
)
def test_words_left_in_the_source_language_are_told(
    code: str, text: str, said: str
) -> None:
    source = "Sort rivers by length and by their breadth."
    assert rule_on("untranslated", source, code, text) == [
        f'"{said}" is not translated'
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "См. E/AC.9/2017/L.1, “North and South of the hills”, *ad hoc*."),
        (
            "ru",
            "Группа Far Hills River Sorting Group (FHRSG), https://fhrsg.org/rivers",
        ),
        ("zh", "《联合国宪章》第2(b)(vii)条和 SHERLOC 门户网站，{ref: rivers-first}。"),
        ("ar", "بوابة SHERLOC وأداة Far Hills River and Lake Writer."),
    ],
)
def test_names_symbols_and_titles_may_stay(code: str, text: str) -> None:
    assert rule_on("untranslated", "Sort rivers.", code, text) == []


@pytest.mark.parametrize(
    ("source", "text", "told"),
    [
        ("The following:", "ما يلي:", []),
        (
            "The following:",
            "ما يلي.",
            ["this ends in a full stop, the source in a colon"],
        ),
        ("They asked “why?”", "وسألوا ”لماذا؟“", []),
        ("See {ref: rivers-first}.", "انظر {ref: rivers-first}.", []),
        ("Rivers, lakes, etc.", "الأنهار والبحيرات", []),
    ],
)
def test_texts_end_alike(source: str, text: str, told: list[str]) -> None:
    assert rule_on("endings-agree", source, "ar", text) == told


def test_a_number_in_words_is_no_figure_lost() -> None:
    assert rule_on("figures-agree", "The 3 rivers.", "fr", "Les trois fleuves.") == []
    assert rule_on("figures-agree", "Three rivers.", "fr", "Les 3 fleuves.") == []
    assert len(rule_on("figures-agree", "The 3 rivers.", "fr", "Les fleuves.")) == 1


def test_a_figure_that_is_added_stops_nothing() -> None:
    of = fingerprint("The rivers.")
    changed = {
        "en/introduction.yaml": "passages:\n  - {id: intro, text: The rivers.}\n",
        "fr/intro.yaml": f"intro: {{of: {of}, text: Les 12 fleuves.}}\n",
    }
    found = [p for p in find(read_base(**changed)) if p.rule == "figures-agree"]
    assert [problem.severity for problem in found] == ["warning"]


def test_the_signs_that_the_tool_sets_under_points_need_not_agree() -> None:
    points = "[{id: pt-one, text: One;}, {id: pt-two, text: 'Is it, or not?'}]"
    lead = f"  - {{id: intro, text: 'These:', points: {points}}}\n"
    changed = {
        "en/introduction.yaml": f"passages:\n{lead}",
        "fr/intro.yaml": "intro: 'Ceux-ci:'\npt-one: Un.\npt-two: Est-ce, ou non,\n",
    }
    found = [p for p in find(read_base(**changed)) if p.rule == "endings-agree"]
    assert [problem.message for problem in found] == [
        "this ends in a comma, the source in a question mark"
    ]


def test_a_long_name_may_stand_in_both_languages() -> None:
    source = "The Far Hills River Sorting Request Writer Tool was shown."
    text = "On a montré le Far Hills River Sorting Request Writer Tool."
    assert rule_on("untranslated", source, "fr", text) == []
