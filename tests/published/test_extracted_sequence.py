"""The sequence of a report's numbers: where lists end, odd letters, odd order."""

from __future__ import annotations

import pytest

from reportkit.published.lines import AGENDA, HEADING, PARAGRAPH
from tests.published.published_lines import lines_of, read

ADOPTED = {
    "en": "At its 1st meeting, the Group adopted the following agenda:",
    "fr": "À sa 1re séance, le Groupe a adopté l’ordre du jour suivant :",
    "es": "En su primera sesión, el Grupo aprobó el siguiente programa:",
    "ru": "На своем 1-м заседании Группа утвердила следующую повестку дня:",
    "zh": "工作组在第1次会议上通过了以下议程：",
    "ar": "وأقر الفريق في جلسته الأولى جدول الأعمال التالي:",
}
CHAPTERS = {"zh": "一、 导言", "ar": "أولا- مقدمة"}


def report(rows: str, code: str = "en") -> str:
    """A printed text: each row is `INDENT|TEXT`, with a line between them."""
    head = f"{CHAPTERS.get(code, 'I.   Rivers')}\n======\n\n"
    lines = (row.strip().partition("|") for row in rows.strip().splitlines())
    return head + "".join(f"{' ' * int(n or 0)}{text}\n\n" for n, _, text in lines)


def labels_of(text: str, code: str = "en") -> list[str]:
    """The labels that were read, with a letter for the kind of each line."""
    letters = {HEADING: "h", PARAGRAPH: "p", AGENDA: "a"}
    lines = lines_of(text, code)
    return [f"{letters.get(x.kind, x.kind)}{x.label}" for x in lines if x.text]


def agenda(code: str, indent: int, stop: str = ".") -> str:
    rows = (f"0|1.   {'水' if code == 'zh' else 'Вода' if code == 'ru' else 'Eau'}.",)
    entries = (f"{indent}|{n}.   Eau{stop}" for n in (1, 2))
    return "\n".join((*rows, f"0|2.   {ADOPTED[code]}", *entries, ""))


@pytest.mark.parametrize("code", sorted({*ADOPTED} - {"ar"}))
def test_what_is_not_set_in_is_no_entry_of_an_agenda(code: str) -> None:
    text = report(agenda(code, 5) + "0|3.   It was cold.\n0|4.   It rained.", code)
    assert labels_of(text, code)[1:] == ["p1.", "p2.", "a1.", "a2.", "p3.", "p4."]


@pytest.mark.parametrize("code", ADOPTED)
def test_a_sentence_below_entries_without_stops_ends_them(code: str) -> None:
    text = report(agenda(code, 0, "") + "0|3.   It was cold.\n0|4.   It rained.", code)
    assert labels_of(text, code)[1:] == ["p1.", "p2.", "a1.", "a2.", "p3.", "p4."]


@pytest.mark.parametrize("code", ADOPTED)
def test_numbers_that_go_on_under_a_heading_are_no_entries(code: str) -> None:
    heading = {"zh": "二、 天气", "ar": "ثانيا- الطقس"}.get(code, "II.   Weather")
    tail = f"0|3.   It was cold.\n0|{heading}\n0|4.   It rained.\n0|5.   It froze."
    text = report(agenda(code, 0) + tail, code)
    found = labels_of(text, code)[1:]
    assert found[:5] == ["p1.", "p2.", "a1.", "a2.", "p3."]
    assert found[6:] == ["p4.", "p5."]


def test_a_long_agenda_at_the_end_of_a_report_stays_one() -> None:
    expected = ["p1.", "p2.", "a1.", "a2.", "a3.", "a4."]
    for indent in (0, 5):
        rows = f"{indent}|3.   Other matters.\n{indent}|4.   Closing."
        assert labels_of(report(agenda("en", indent) + rows))[1:] == expected


def test_a_short_paragraph_is_no_entry_for_the_numbers_of_an_annex() -> None:
    rows = (
        "0|1.   Water.\n0|2.   Mud.\n0|3.   Sand.\n"
        f"0|4.   {ADOPTED['en']}\n5|1.   Gauges.\n5|2.   Boats.\n"
        "0|5.   It was cold.\n0|6.   It rained.\n0|Annex\n"
        + "".join(f"0|{n}.   Wet.\n" for n in range(1, 8))
    )
    assert labels_of(report(rows))[5:9] == ["a1.", "a2.", "p5.", "p6."]


def test_the_sequence_proves_paragraphs_that_begin_with_a_small_letter() -> None:
    rows = "0|1.   It rained.\n0|2.   eu-LISA spoke.\n0|3.   iPhones rang.\n0|4.   Wet."
    assert labels_of(report(rows))[1:] == ["p1.", "p2.", "p3.", "p4."]
    assert not read(report(rows))[1]
    last = "0|1.   It rained.\n0|2.   eu-LISA spoke."
    assert labels_of(report(last))[1:] == ["p1.", "p2."]


def test_a_small_letter_behind_the_number_of_an_article_begins_nothing() -> None:
    rows = (
        "0|1.   It met under article\n0|2. of the treaty.\n0|2.   It met.\n0|3.   Wet."
    )
    text = report(rows).replace("article\n\n", "article\n")
    assert labels_of(text)[1:] == ["p1.", "p2.", "p3."]


def test_paragraphs_without_stops_are_no_headings() -> None:
    rows = "".join(
        f"0|{n}.   {word}\n" for n, word in enumerate(("Mud", "yes", "Mud"), 1)
    )
    assert labels_of(report(rows))[1:] == ["p1.", "p2.", "p3."]
    headings = "0|1.   Mud\n0|1.   It was wet.\n0|2.   Sand\n0|2.   It was dry."
    assert labels_of(report(headings))[1:] == ["h1.", "p1.", "h2.", "p2."]


def test_numbers_out_of_order_are_paragraphs_and_told() -> None:
    rows = "0|1.   One.\n0|3.   Three.\n0|3.   Again.\n0|2.   Two.\n0|4.   Four."
    assert labels_of(report(rows))[1:] == ["p1.", "p3.", "p3.", "p2.", "p4."]
    assert [each.message for each in read(report(rows))[1]] == [
        "paragraph 3 follows paragraph 1",
        "paragraph 3 follows paragraph 3",
        "paragraph 2 follows paragraph 3",
    ]


def test_a_number_that_the_sequence_comes_to_later_is_no_paragraph() -> None:
    rows = "0|1.   One.\n0|4.   May was wet.\n" + "".join(
        f"0|{n}.   It met.\n" for n in (2, 3, 4, 5)
    )
    assert labels_of(report(rows))[1:] == ["p1.", "p", "p2.", "p3.", "p4.", "p5."]


@pytest.mark.parametrize("printed", ["أولا-", "أولا -", "أولًا-", "أولاً-"])
def test_vowels_of_a_chapter_may_be_left_out(printed: str) -> None:
    lines = lines_of(f"# تقرير\n\n## {printed} مقدمة\n\n1- مطر.\n", "ar")
    assert (HEADING, printed, 1) in [(x.kind, x.label, x.level) for x in lines]


def test_chapters_of_chinese_may_have_a_stop() -> None:
    lines = lines_of(
        "# 报告\n\n## 一.导言\n\n1. 下雨。\n\n## 二. 天气\n\n2. 冷。\n", "zh"
    )
    headings = [(x.label, x.level) for x in lines if x.kind == HEADING]
    assert headings == [("一.", 1), ("二.", 1)]


def test_signs_that_nobody_sees_are_told_once_for_each_kind() -> None:
    text = report("0|1.   It\u200b was\u202e wet.\n0|2.   It\u200b was\ufeff dry.")
    published, problems = read(text)
    assert [x.text for x in published.lines[-2:]] == ["It was wet.", "It was dry."]
    assert [x.text for x in published.left][-2:] == ["\u200b\u202e", "\u200b\ufeff"]
    assert sorted(each.message for each in problems) == [
        "a byte order mark is left out: U+FEFF",
        "a sign that turns the order of reading is left out: U+202E",
        "a space of no width is left out: U+200B, 2 times",
    ]
