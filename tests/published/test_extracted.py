"""Reports read out of text and Markdown: every kind of line, and what is left."""

from __future__ import annotations

import time
from pathlib import Path
from textwrap import fill, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.published.lines import Line
from reportkit.published.text_marked import plain
from tests.published.commission import commission_report
from tests.published.published_lines import (
    counted,
    folded,
    kinds_of,
    lines_of,
    read,
)

SHARED = Path(__file__).parents[2].parent / "shared"
MASTHEAD = """\
United Nations                                       E/AC.9/2017/4
------------------------------------------------------------------
Council of Waters                       Distr.: General
of the Rhine                            23 October 2017

                                        Original: English
------------------------------------------------------------------

Group on Rivers
Geneva, 9–13 October 2017


Report on the meeting of the Group on Rivers


"""
# A page of `pdftotext -layout` ends and the next begins, in a sentence.
PAGE = """\
{above}



V.17-00001                                                    3/17
\f                                               E/AC.9/2017/4-E/AC.8/2017/4


{below}
"""


def paragraphs(text: str, code: str = "en") -> list[tuple[str, str]]:
    """The labels and texts of what is read out of a body."""
    return [(label, said) for _, label, said in kinds_of(text, code)]


def test_a_masthead_is_read_by_its_parts() -> None:
    lines = lines_of(MASTHEAD + "I.   Introduction\n\n1.   The Group met.\n")
    parts = [(line.kind, line.label, line.text) for line in lines[:9]]
    assert parts == [
        ("masthead", "organization", "United Nations"),
        ("masthead", "symbol", "E/AC.9/2017/4"),
        ("masthead", "organ", "Council of Waters of the Rhine"),
        ("masthead", "distribution", "Distr.: General"),
        ("masthead", "date", "23 October 2017"),
        ("masthead", "original", "Original: English"),
        ("body", "", "Group on Rivers"),
        ("where", "", "Geneva, 9–13 October 2017"),
        ("title", "", "Report on the meeting of the Group on Rivers"),
    ]


@pytest.mark.parametrize(
    ("code", "where", "title", "addendum"),
    [
        ("en", "Vienna, 2–6 May 2017", "Draft report", "Addendum"),
        ("fr", "Vienne, 2-6 mai 2017", "Projet de rapport", "Additif"),
        ("es", "Viena, 2 a 6 de mayo de 2017", "Proyecto de informe", "Adición"),
        ("ru", "Вена, 2–6 мая 2017 года", "Проект доклада", "Добавление"),
        ("zh", "2017年5月2日至6日，维也纳", "报告草稿", "增编"),
        ("ar", "فيينا، 2-6 أيار/مايو 2017", "مشروع تقرير", "إضافة"),
    ],
)
def test_an_addendum_is_known_by_its_word(
    code: str, where: str, title: str, addendum: str
) -> None:
    text = f"**Group**\n\n{where}\n\n## {title}\n\n{addendum}\n\n1. X y.\n"
    found = [(kind, said) for kind, _, said in kinds_of(text, code)]
    assert found[:4] == [
        ("body", "Group"),
        ("where", where),
        ("title", title),
        ("subtitle", addendum),
    ]


def test_a_session_and_an_item_in_the_corner_are_no_bodies() -> None:
    text = (
        "**Commission**\n\nNinth session\n\nVienna, 2–6 May 2017\n\n"
        "Item 3 of the provisional agenda\n\n**Report**\n\n1. It met.\n"
    )
    found = [(kind, label) for kind, label, _ in kinds_of(text)]
    assert found[:4] == [
        ("body", ""),
        ("masthead", "session"),
        ("where", ""),
        ("masthead", "item"),
    ]


def test_levels_follow_labels_and_not_the_signs_of_headings() -> None:
    text = (
        "# I. One\n\n#### A. Two\n\n# 1. Three\n\n1. Text here.\n\n"
        "###### 2. Four\n\n2. Text again.\n\n# B. Five\n\n## Six\n\n3. More text.\n"
        "\n### II. Seven (*continued*)\n\n4. The end.\n"
    )
    headings = [line for line in lines_of(text) if line.kind == "heading"]
    assert [(line.label, line.level) for line in headings] == [
        *(("I.", 1), ("A.", 2), ("1.", 3), ("2.", 3)),
        *(("B.", 2), ("", 3), ("II.", 1)),
    ]
    assert headings[-1].text == "Seven (*continued*)"


def test_paragraphs_are_known_by_their_sequence() -> None:
    text = (
        "11. It was said in\n2016. That was all.\n\n12. See article 13\n"
        "14. of the Treaty.\n\n13. The next one.\n"
    )
    assert [label for label, _ in paragraphs(text)] == ["11.", "12.", "13."]


def test_a_gap_in_the_sequence_is_told() -> None:
    published, problems = read("# I. One\n\n1. A b.\n\n2. C d.\n\n5. E f.\n\n6. G h.\n")
    assert [line.label for line in published.lines[1:]] == ["1.", "2.", "5.", "6."]
    assert [problem.message for problem in problems] == [
        "paragraph 5 follows paragraph 2"
    ]
    assert problems[0].place == ("report.txt", 7, 1)


def test_an_agenda_counts_for_itself() -> None:
    text = (
        "1. The Group met.\n\n2. It adopted the following agenda:\n\n"
        "1. Organizational matters:\n  - (a) Opening;\n  - (b) Election.\n"
        "2. Rivers.\n3. Lakes.\n4. Report.\n\n3. The meeting was chaired.\n"
    )
    found = [(line.kind, line.label, line.level) for line in lines_of(text)]
    assert found == [
        ("paragraph", "1.", 0),
        ("paragraph", "2.", 0),
        ("agenda", "1.", 1),
        ("agenda", "(a)", 2),
        ("agenda", "(b)", 2),
        ("agenda", "2.", 1),
        ("agenda", "3.", 1),
        ("agenda", "4.", 1),
        ("paragraph", "3.", 0),
    ]


def test_a_paragraph_after_an_agenda_may_have_the_number_due_in_both() -> None:
    text = (
        "1. The Group met.\n\n2. It adopted the following agenda:\n\n"
        "1. Rivers.\n2. Lakes.\n\n3. The Chair spoke. It was noted.\n\n4. It rose.\n"
    )
    found = [(kind, label) for kind, label, _ in kinds_of(text)]
    assert found[2:] == [
        ("agenda", "1."),
        ("agenda", "2."),
        ("paragraph", "3."),
        ("paragraph", "4."),
    ]


def test_points_have_levels_and_the_ninth_letter_is_no_numeral() -> None:
    letters = "".join(f"{letter}) Text here;\n\n" for letter in "abcdefgh")
    text = f"1. It said:\n\n{letters}i) Text, namely:\n\ni) First;\n\nii) Last.\n"
    points = [line for line in lines_of(text, "fr") if line.kind == "point"]
    assert [(line.label, line.level) for line in points[7:]] == [
        ("h)", 1),
        ("i)", 1),
        ("i)", 2),
        ("ii)", 2),
    ]


def test_dashes_in_a_sentence_begin_no_point() -> None:
    text = "I.   One\n\n1.   The parties\n     – all of them – met\n     – twice.\n"
    assert paragraphs("\f" + text)[1:] == [
        ("1.", "The parties – all of them – met – twice.")
    ]


def test_a_page_break_does_not_cut_a_sentence() -> None:
    text = PAGE.format(
        above="      1.    The Group met in the\n      morning of Monday, and",
        below="            heard the Chair. It sat.\n            2.   It rose.",
    )
    assert paragraphs(text) == [
        (
            "1.",
            "The Group met in the morning of Monday, and heard the Chair. It sat.",
        ),
        ("2.", "It rose."),
    ]


def test_heads_and_folios_within_a_paragraph_are_left() -> None:
    text = (
        "1. The Group met in the\n\n3/17\n\nE/AC.9/2017/4\n\nmorning and in the\n\n"
        "4/17\n\nE/AC.9/2017/4\n\nafternoon.\n\n2. It rose.\n"
    )
    published, _ = read(text)
    assert (
        published.lines[0].text == "The Group met in the morning and in the afternoon."
    )
    folios = [left.text for left in published.left]
    assert folios == ["3/17", "E/AC.9/2017/4", "4/17", "E/AC.9/2017/4"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("1. La coopé-\nration a commencé.", "La coopération a commencé."),
        (
            "1. Le sous-\ngroupe a vu un sous-groupe.",
            "Le sous-groupe a vu un sous-groupe.",
        ),
        ("1. The Ibero-\nAmerican list.", "The Ibero-American list."),
        ("1. See E/AC.9/2017/1-\nE/AC.8/2017/1.", "See E/AC.9/2017/1-E/AC.8/2017/1."),
        ("1. From 9–\n13 October.", "From 9–13 October."),
    ],
)
def test_words_at_the_end_of_a_line_are_joined(text: str, joined: str) -> None:
    assert [said for _, said in paragraphs(text)] == [joined]


def test_notes_are_called_where_their_figure_stood() -> None:
    text = PAGE.format(
        above=(
            "        1.    The Treaty of 19881 and the Code, 2 as well as the\n"
            "        list of item 3, were before the Group.3\n\n"
            "   1\n       Treaty Series, vol. 5.\n   2\n       Idem.\n"
            "   3\n       Annex."
        ),
        below="        2.    It rose.",
    )
    lines = lines_of(text)
    assert lines[0].text == (
        "The Treaty of 1988{note: 1} and the Code,{note: 2} as well as the list of "
        "item 3, were before the Group.{note: 3}"
    )
    notes = [(line.label, line.text) for line in lines if line.kind == "note"]
    assert notes == [("1", "Treaty Series, vol. 5."), ("2", "Idem."), ("3", "Annex.")]


def test_notes_of_markdown_are_called() -> None:
    text = (
        "1. The Treaty<sup>1</sup> of the 1<sup>st</sup> list.\n\n<sup>1</sup> Idem.\n"
    )
    lines = lines_of(text)
    assert lines[0].text == "The Treaty{note: 1} of the 1^st^ list."
    assert (lines[1].kind, lines[1].label, lines[1].text) == ("note", "1", "Idem.")


def test_an_uncalled_note_is_told() -> None:
    _, problems = read("1. It met.\n\n__________________\n\n[1]  Idem.\n")
    assert [problem.message for problem in problems] == [
        "nothing in the text calls note 1"
    ]


def test_signs_of_the_original_are_no_marks() -> None:
    text = "1. See {x}, 5 ^ 2 and E/AC.9/2017/6*; *sic* and \\*not\\*.\n"
    assert lines_of(text)[0].text == (
        "See {{x}, 5 {^} 2 and E/AC.9/2017/6{*}; *sic* and {*}not{*}."
    )


def test_tables_have_rows_and_cells() -> None:
    text = (
        "1.   The replies are in the table.\n\nReplies, by region\n\n"
        "Region              Replies   Stations\n"
        "------------------  -------  --------\n"
        "African States            9     1,148\n"
        "Latin American and        7       934\nCaribbean States\n"
        "Total                    16     2,082\n\n2.   They were read.\n"
    )
    rows = [line for line in lines_of(text) if line.kind == "row"]
    assert [(row.level, row.cells) for row in rows] == [
        (1, ("Region", "Replies", "Stations")),
        (2, ("African States", "9", "1,148")),
        (2, ("Latin American and Caribbean States", "7", "934")),
        (2, ("Total", "16", "2,082")),
    ]


def test_rows_between_bars_are_a_table() -> None:
    text = "1. See:\n\n| A | B |\n|---|---|\n| c *d* | 2 |\n\n2. End.\n"
    rows = [line for line in lines_of(text) if line.kind == "row"]
    assert [row.cells for row in rows] == [("A", "B"), ("c *d*", "2")]


def test_a_quotation_keeps_its_own_numbers() -> None:
    text = (
        "7. The text was:\n\n“The Group,\n\n“1. Decides to meet;\n\n"
        "“2. Requests a report.”\n\n8. It was adopted.\n"
    )
    assert [kind for kind, _, _ in kinds_of(text)] == [
        "paragraph",
        *["quotation"] * 3,
        "paragraph",
    ]


def test_an_annex_counts_its_paragraphs_anew() -> None:
    text = (
        "# I. One\n\n1. A b.\n\n2. C d.\n\n# Annex II\n\n## List\n\n"
        "1. E f.\n\n2. G h.\n"
    )
    published, problems = read(text)
    assert not problems
    found = [(line.kind, line.level, line.text) for line in published.lines[3:5]]
    assert found == [("heading", 1, "Annex II"), ("heading", 1, "List")]


def test_a_table_of_contents_is_left() -> None:
    text = (
        "Contents\n        Page\nI. Introduction ............ 3\n"
        "II. Rivers ........ 4\n\nI. Introduction\n\n1. It met.\n"
    )
    assert kinds_of(text) == [
        ("heading", "I.", "Introduction"),
        ("paragraph", "1.", "It met."),
    ]


def test_a_line_is_placed_by_its_first_character() -> None:
    lines = lines_of("\n\n##  **I. One**\n\n  1. A b.\n")
    assert [line.place for line in lines] == [
        ("report.txt", 3, 7),
        ("report.txt", 5, 3),
    ]


def row_of(line: Line) -> tuple[str, str, str]:
    """A line as the tables of `../shared/acceptance` have it."""
    kind = {"point": "item", "dash": "bullet"}.get(line.kind, line.kind)
    if line.kind in ("heading", "agenda"):
        kind += str(line.level)
    if line.kind == "point" and line.level > 1:
        kind += str(line.level)
    label = "" if line.kind in ("masthead", "body") else line.label
    return kind, label, folded(plain(line.text))


def wanted(row: str) -> tuple[str, str, str]:
    kind, label, text = row.split("\t")
    if kind == "masthead":
        part = {"group": "body", "where-when": "where"}.get(label, "masthead")
        return part, "", folded(text)
    return kind, label, folded(text)


@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared")
@pytest.mark.parametrize("name", ["draft-addendum", "final-report"])
def test_published_reports_are_read_as_they_were_by_hand(name: str) -> None:
    text = (SHARED / "seeds" / f"{name}.fr.txt").read_text(encoding="utf-8")
    table = (SHARED / "acceptance" / f"{name}.fr.tsv").read_text(encoding="utf-8")
    published, problems = read(text, "fr")
    assert [row_of(line) for line in published.lines] == [
        wanted(row) for row in table.splitlines() if row
    ]
    assert counted(published) == published.size
    assert not problems


PIECES = st.sampled_from(
    (
        *("\n", "\n\n", "\n\n\n", "\f", "    ", " ", "     ", "\t", "-\n"),
        *("1. ", "2. ", "(a) ", "i) ", "I. ", "A. ", "Annex", "- ", "# ", "– ", "> "),
        *("**", "*", "<sup>1</sup>", "[1]", "[^1]", "[^1]: ", "|", "|---|", "\\"),
        *("____________", "=====", "....", "3/17", "V.17-00001", "E/AC.9/2017/4"),
        *("Word ", "words", "The agenda:", "text.", ";", "“", "”", "{", "^", "1", "12"),
        *("Vienna, 2–6 May 2017", "Distr.: General", "Original: English", "&amp;"),
        *("\u202b", "\u202a -1\u202c", "\u202c", "\ufeff", "\u00ad", "\u00a0", "األمم"),
        *("一、", "增编", "أولاً- ", "км2", "1 re ", "2016", "\r\n", "\x85", "\x1c"),
    )
)


@given(
    st.lists(PIECES, max_size=60).map("".join),
    st.sampled_from(("en", "fr", "zh", "ar")),
)
def test_every_character_is_in_a_line_or_left(text: str, code: str) -> None:
    published, _ = read(text, code)
    assert counted(published) == published.size


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    published, _ = read(text)
    assert counted(published) == published.size


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\f\n",
        "One line",
        "\f".join(f"{n}/17\n" for n in range(1, 18)),
        "\n".join(map(str, range(2000))),
        "\n".join(f"{n}." for n in range(2000)),
        "\n".join(f"{n}. Word." for n in range(20_000)),
        "# x\n\n" * 2000,
        "[1] <sup>1</sup> *a **b " * 2000,
        "“open\n\n" * 2000,
    ],
)
def test_nothing_stops_the_reading(text: str) -> None:
    published, _ = read(text)
    assert counted(published) == published.size


@pytest.mark.slow
@pytest.mark.parametrize(("width", "seconds"), [(0, 5), (88, 10)])
def test_twenty_megabytes_take_seconds(width: int, seconds: int) -> None:
    """In Markdown a paragraph is a line, in a printed text many."""
    told = [f"{line.label} {line.text}".strip() for line in commission_report().lines]
    if width:
        told = [indent(fill(each, width), " " * 8) for each in told]
    chapter = "\n\n".join(("Annex I", *told, "")) + "\n"
    text = chapter * (20_000_000 // len(chapter))
    begun = time.process_time()
    published, _ = read(text)
    assert time.process_time() - begun < seconds
    assert len(published.lines) > 40_000
