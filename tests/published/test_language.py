"""The language that a report looks like."""

from __future__ import annotations

import pytest

from reportkit.published.language import language_problems
from tests.published.published_lines import read

SAID = {
    "en": "The report of the Group was read by the Chair and adopted with thanks. ",
    "fr": "Le rapport du Groupe et les textes des experts sur les eaux par pays. ",
    "es": "El informe del Grupo y los textos para las aguas por el Presidente. ",
    "ru": "Рабочая группа рассмотрела доклад и утвердила его. ",
    "zh": "工作组审议并通过了报告。Group on Rivers. ",
    "ar": "نظر الفريق العامل في التقرير واعتمده. ",
}


def told(said: str, code: str) -> list[tuple[str, str, str]]:
    published, _ = read(said * 20)
    found = language_problems(published, "report.txt", code)
    return [(each.severity, each.message, each.hint) for each in found]


@pytest.mark.parametrize("code", SAID)
def test_a_report_in_its_language(code: str) -> None:
    assert told(SAID[code], code) == []


@pytest.mark.parametrize(
    ("code", "given", "severity", "message"),
    [
        ("fr", "en", "warning", "this looks like French; English was expected (-l en)"),
        (
            "en",
            "es",
            "warning",
            "this looks like English; Spanish was expected (-l es)",
        ),
        ("es", "fr", "warning", "this looks like Spanish; French was expected (-l fr)"),
        ("en", "zh", "error", "this looks like English; Chinese was expected (-l zh)"),
        ("ru", "ar", "error", "this looks like Russian; Arabic was expected (-l ar)"),
        ("zh", "en", "error", "this looks like Chinese; English was expected (-l en)"),
    ],
)
def test_a_report_in_another_language(
    code: str, given: str, severity: str, message: str
) -> None:
    said = SAID[code].removesuffix("Group on Rivers. ")
    assert told(said, given) == [(severity, message, f"say `-l {code}`")]


def test_letters_of_no_language_that_is_known() -> None:
    german = "Der Bericht wurde angenommen, und alle waren zufrieden damit. "
    assert [each[1] for each in told(german, "ru")] == [
        "its letters are Latin; Russian was expected (-l ru)"
    ]
    assert told(german, "en") == []


def test_a_few_words_tell_nothing() -> None:
    published, _ = read("Rapport du Groupe et des experts")
    assert language_problems(published, "report.txt", "zh") == ()
