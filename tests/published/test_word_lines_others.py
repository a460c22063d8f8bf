"""What Word files of other bodies have: mastheads with gaps, captions, heads, signs."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from reportkit.published.adjoining import (
    is_caption,
    is_item_of_heading,
    is_label_of_caption,
)
from reportkit.published.word_labels import folded_label
from tests.opc.word_packages import cell, package, paragraph, row, run, table
from tests.published.test_word_lines_typed import expected, hand, told, typed
from tests.published.word_truth import read

TITLE = typed("**Report of the Commission on Rivers")
BODY = TITLE + typed("**I.\tIntroduction") + typed("1.\tIt met.")


def lines(body: str, code: str = "en") -> list[str]:
    return told(read(package(body), code))


def in_cell(text: str, span: int = 1) -> str:
    return cell(typed(text), span)


def merged(text: str, begins: bool) -> str:
    """A cell that is one with those below it, or with the one above."""
    value = ' w:val="restart"' if begins else ""
    properties = f"<w:tcPr><w:vMerge{value}/></w:tcPr>"
    return f"<w:tc>{properties}{typed(text)}</w:tc>"


def test_both_halves_of_a_line_of_the_masthead() -> None:
    text = """
        United Nations|E/CN.7/2021/1
        Economic and Social Council|Distr.: Limited
        |23 October 2017
        Commission on Rivers    Original: English
        Vienna,|9–13 October 2017
        **Report of the Commission on Rivers
        **I.|Introduction
    """
    assert hand(text)[:9] == expected(
        """
        masthead: organization United Nations
        masthead: symbol E/CN.7/2021/1
        masthead: organ Economic and Social Council
        masthead: distribution Distr.: Limited
        masthead: date 23 October 2017
        masthead: organ Commission on Rivers
        masthead: original Original: English
        where: Vienna, 9–13 October 2017
        title: Report of the Commission on Rivers
        """
    )


def test_organization_and_symbol_with_one_space_between_them() -> None:
    text = """
        Naciones Unidas CTOC/COP/WG.8/2022/5
        Consejo|Distr.: General
        |8 de abril de 2022
        **Informe de la Comisión de Ríos
        **I.|Introducción
    """
    assert hand(text, "es")[:2] == expected(
        """
        masthead: organization Naciones Unidas
        masthead: symbol CTOC/COP/WG.8/2022/5
        """
    )


def test_both_halves_of_a_line_in_a_table() -> None:
    wide = table(
        row(in_cell("Nations Unies\tE/2021/1"), in_cell("\tOriginal: anglais")),
        row(in_cell("Conseil économique et social\tDistr.:\tlimitée"), in_cell("")),
    )
    # A gap after a colon parts no halves.
    assert lines(wide + TITLE, "fr")[:5] == expected(
        """
        masthead: organization Nations Unies
        masthead: symbol E/2021/1
        masthead: original Original: anglais
        masthead: organ Conseil économique et social
        masthead: distribution Distr.: limitée
        """
    )


def test_every_cell_is_in_its_column() -> None:
    grid = table(
        row(merged("State", True), in_cell("Delegates", 2), in_cell("All")),
        row(merged("", False), in_cell("men"), in_cell("women"), in_cell("3")),
        row(in_cell("Total", 3), in_cell("6")),
    )
    assert lines(BODY + grid)[-3:] == expected(
        """
        row 1: State | Delegates |  | All
        row 2:  | men | women | 3
        row 2: Total |  |  | 6
        """
    )


def test_a_column_is_where_a_cell_begins() -> None:
    grid = table(*(row(in_cell(text, 2), in_cell("1")) for text in ("a", "b")))
    assert lines(BODY + grid)[-2:] == ["row 1: a | 1", "row 2: b | 1"]


def test_a_heading_without_a_label_is_no_chapter_among_those_with_labels() -> None:
    text = """
        **Report of the Commission on Rivers
        **I.|Introduction
        1.|It met.
        **II.|Rivers
        **Public archives
        2.|They were kept.
        **A.|Lakes
        3.|It rained.
        **B.|Seas
        **High seas
        4.|They were high.
        **Annex I
        **List
    """
    assert [line for line in hand(text) if line.startswith("heading")] == expected(
        """
        heading 1: I. Introduction
        heading 1: II. Rivers
        heading 2: Public archives
        heading 2: A. Lakes
        heading 2: B. Seas
        heading 3: High seas
        heading 1: Annex I
        heading 1: List
        """
    )


def test_sections_that_begin_again_are_under_headings_without_labels() -> None:
    text = """
        **Report of the Commission on Rivers
        **I.|Introduction
        1.|It met.
        **II.|Rivers
        **Danube
        2.|It flows.
        **A.|Water
        3.|It is wet.
        **Rhine
        4.|It flows.
        **A.|Water
        5.|It is wet.
    """
    found = [line for line in hand(text) if line.startswith("heading 3")]
    assert found == ["heading 3: A. Water", "heading 3: A. Water"]


def test_chapters_without_labels_are_chapters() -> None:
    text = """
        **Report of the Commission on Rivers
        **Introduction
        1.|It met.
        **Organization
        **A.|Opening
        2.|It opened.
        **Annex
        **Terms
        **I.|Aims
        **II.|Means
    """
    found = [line for line in hand(text) if line.startswith("heading")]
    assert found[:3] == expected(
        """
        heading 1: Introduction
        heading 1: Organization
        heading 2: A. Opening
        """
    )


@pytest.mark.parametrize(
    ("first", "second", "caption"),
    [
        ("**Table 1", "**Rivers by length", "Table 1 Rivers by length"),
        ("**Table 1", "Rivers by length", "Table 1 Rivers by length"),
        ("**Table 1. Rivers by length", "", "Table 1. Rivers by length"),
    ],
)
def test_a_label_over_a_table_is_its_caption(
    first: str, second: str, caption: str
) -> None:
    grid = table(row(in_cell("a"), in_cell("b")))
    below = typed(second) if second else ""
    assert lines(BODY + typed(first) + below + grid)[-2:] == [
        f"paragraph: {caption}",
        "row 1: a | b",
    ]


@pytest.mark.parametrize(
    ("code", "label", "whole", "item"),
    [
        ("en", "Figure II", "Box 2.1: Dams", "(agenda item 3 (a))"),
        ("fr", "Tableau 1", "Encadré 2 – Lacs", "(point 3 de l’ordre du jour)"),
        ("es", "Cuadro 4", "Gráfico 1. Ríos", "(temas 3 y 4 del programa)"),
        ("ru", "Таблица 1", "Рисунок 2. Реки", "(пункт 3 повестки дня)"),
        ("zh", "表1", "图二：河流", "（议程项目3）"),
        ("ar", "الجدول 1", "الشكل 2: الأنهار", "(البند 3 من جدول الأعمال)"),
    ],
)
def test_captions_and_items_in_all_languages(
    code: str, label: str, whole: str, item: str
) -> None:
    assert is_label_of_caption(label, code) and is_caption(whole, code)
    assert not is_label_of_caption(whole, code)
    assert is_item_of_heading(item, code)
    assert not is_caption(item, code) and not is_item_of_heading(label, code)


def test_what_only_mentions_a_table_or_an_item_is_text() -> None:
    assert not is_caption("Table 1 shows rivers", "en")
    assert not is_caption("Tables were laid", "en")
    assert not is_item_of_heading("(items were adopted)", "en")
    assert not is_item_of_heading("(see item 3)", "en")


def test_the_item_under_a_heading_is_a_part_of_it() -> None:
    under = "(agenda item 3)"
    told = lines(
        BODY
        + typed("**II.\tRivers (agenda item 2)")
        + typed("2.\tThey flow.")
        + typed("**III.\tLakes")
        + typed(under, "<w:i/>")
        + typed("3.\tThey lie.")
        + typed("**IV.\tSeas")
        + typed(f"**{under}")
        + typed("4.\tThey move.")
        + typed(under)
    )
    assert [line for line in told if "item" in line] == expected(
        f"""
        heading 1: II. Rivers (agenda item 2)
        heading 1: III. Lakes {under}
        heading 1: IV. Seas {under}
        paragraph: {under}
        """
    )


def test_a_sign_that_has_no_letter_is_left_and_told() -> None:
    sign = '<w:r><w:sym w:font="Webdings" w:char="F0FC"/></w:r>'
    found = lines(BODY + paragraph(run("2. The sign ") + sign + run(" of it.")))
    assert found[-3:] == expected(
        """
        paragraph: 2. The sign of it.
        left: \uf0fc (a sign of a font of its own)
        4: a sign of a font of its own is left out: U+F0FC
        """
    )


def test_signs_that_nobody_sees_are_left_and_told_once_for_each_kind() -> None:
    rows = hand("1.|It\u200b was \u202ewet.\n2.|It\u200b was dry.")
    assert rows == expected(
        """
        paragraph: 1. It was wet.
        paragraph: 2. It was dry.
        left: \u200b\u202e (a sign that nobody sees)
        left: \u200b (a sign that nobody sees)
        1: a space of no width is left out: U+200B, 2 times
        1: a sign that turns the order of reading is left out: U+202E
        """
    )


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("zh", ("一.", "二.")),
        ("ar", ("أولا\u2011 ", "ثانيا- ")),
        ("zh", ("一．", "二.")),
    ],
)
def test_chapters_with_other_signs_behind_their_numerals(
    code: str, labels: tuple[str, str]
) -> None:
    title = {"zh": "水", "ar": "المياه"}[code]
    rows = "".join(f"{each}{title}\n{n}.|2017。\n" for n, each in enumerate(labels, 1))
    found = [each for each in hand(rows, code) if each.startswith("heading")]
    assert found == [f"heading 1: {each.strip()} {title}" for each in labels]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("أولا -", "أولاً-", True),
        ("一.", "一、", True),
        ("A.", "A", True),
        ("(a)", "a)", False),
        ("I.", "II.", False),
    ],
)
def test_labels_that_are_one(one: str, other: str, same: bool) -> None:
    assert (folded_label(one) == folded_label(other)) is same


def test_lines_that_unicode_ends_are_one_text() -> None:
    assert lines(BODY + typed("2.\tOne\u2028two"))[-1] == "paragraph: 2. One two"


def test_heads_and_feet_of_pages_are_left_with_a_reason() -> None:
    """What may be text is told, once for all pages; a running head is not."""
    document = Document()
    document.add_paragraph().add_run("Report of the Commission on Rivers").bold = True
    document.add_paragraph().add_run("I.\tIntroduction").bold = True
    document.add_paragraph("1.\tIt met.")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "A/CONF.1/2\t12/14"
    section.header.add_paragraph("Report of the Commission\t17")
    for foot in (section.footer, section.first_page_footer):
        foot.paragraphs[0].text = "V.17-07355 (E)    231017    241017"
        foot.add_paragraph("Please recycle")
        foot.add_paragraph("Advance copy, not for citation")
    target = BytesIO()
    document.save(target)
    foot_lines = expected(
        """
        left: V.17-07355 (E)    231017    241017 (a job number)
        left: Please recycle (the foot of a page)
        left: Advance copy, not for citation (a header or footer)
        """
    )
    assert told(read(target.getvalue(), "en"))[3:] == [
        "left: A/CONF.1/2\t12/14 (a running head)",
        "left: Report of the Commission\t17 (a running head)",
        *foot_lines,
        *foot_lines,
        "1: a header or footer is left out: Advance copy, not for citation",
    ]


def test_a_line_in_bold_does_not_hold_what_styles_head() -> None:
    document = Document()
    document.add_heading("Report of the Commission on Rivers", 0)
    for label, text, level in (
        ("I.", "Matters", 1),
        ("A.", "Draft resolution", 2),
        ("", "Public archives", 0),
        ("B.", "Draft decision", 2),
        ("II.", "Rivers", 1),
    ):
        if level:
            document.add_heading(f"{label}\t{text}", level)
        else:
            document.add_paragraph().add_run(text).bold = True
        document.add_paragraph("It was so.")
    target = BytesIO()
    document.save(target)
    found = told(read(target.getvalue(), "en"))
    assert [line for line in found if line.startswith("heading")] == expected(
        """
        heading 1: I. Matters
        heading 2: A. Draft resolution
        heading 3: Public archives
        heading 2: B. Draft decision
        heading 1: II. Rivers
        """
    )


def test_numbers_out_of_order_are_paragraphs_and_told() -> None:
    numbers = (1, 2, 2, 4, 3, 5)
    rows = hand("I.|Rivers\n" + "".join(f"{n}. It met.\n" for n in numbers))
    assert rows == [
        "heading 1: I. Rivers",
        *(f"paragraph: {n}. It met." for n in numbers),
        "4: paragraph 2. follows paragraph 2",
        "5: paragraph 4. follows paragraph 2",
        "6: paragraph 3. follows paragraph 4",
    ]
