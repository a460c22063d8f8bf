"""Word's automatic numbers, as they are printed."""

from __future__ import annotations

import pytest

from reportkit.opc.number_formats import formatted
from tests.opc.word_packages import changed, ended, opened, paragraph, run


@pytest.mark.parametrize(
    ("name", "numbers", "expected"),
    [
        ("decimal", (1, 10), "1 10"),
        ("decimalZero", (1, 10), "01 10"),
        ("lowerLetter", (1, 26, 27, 53), "a z aa aaa"),
        ("upperLetter", (2, 28), "B BB"),
        ("lowerRoman", (4, 9, 14, 1994), "iv ix xiv mcmxciv"),
        ("upperRoman", (3, 40), "III XL"),
        ("ordinal", (1, 2, 3, 11, 21, 111), "1st 2nd 3rd 11th 21st 111th"),
        ("russianLower", (1, 10, 29), "а к я"),
        ("arabicAlpha", (1, 2, 3), "أ ب ت"),
        ("arabicAbjad", (1, 2, 3), "أ ب ج"),
        ("chineseCounting", (1, 10, 11, 20, 21, 101), "一 十 十一 二十 二十一 一〇一"),
        ("chineseCountingThousand", (10, 101, 2017), "十 一百零一 二千零一十七"),
        ("ideographDigital", (10,), "一〇"),
        ("ideographTraditional", (1, 11), "甲 甲"),
        ("decimalEnclosedCircle", (1, 20, 21), "① ⑳ 21"),
        ("lowerRoman", (0, 40_000), "0 40000"),
        ("lowerLetter", (0, 900_000_000), "0 900000000"),
        ("thaiLetters", (2,), "2"),
    ],
)  # fmt: skip
def test_formats(name: str, numbers: tuple[int, ...], expected: str) -> None:
    assert " ".join(formatted(number, name) for number in numbers) == expected


def level(place: int, format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEVELS = (
    level(0, "upperRoman", "%1.")
    + level(1, "lowerLetter", "(%2)")
    + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    + level(3, "decimal", "%4)", '<w:lvlRestart w:val="1"/>')
    + level(4, "bullet", "\uf0b7")
)


def family(id: int, inner: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{inner}</w:abstractNum>'


def number(id: int, of: int, override: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


START_AT_FIVE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
OTHER_LEVEL = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1/")}</w:lvlOverride>'
LISTS = (
    family(1, LEVELS)
    + family(2, '<w:numStyleLink w:val="L"/>')
    + number(1, 1)
    + number(2, 1, START_AT_FIVE)
    + number(3, 1, OTHER_LEVEL)
    + number(4, 2)
)
STYLES = (
    '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:pPr>'
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def item(list: int, place: int, properties: str = "") -> str:
    told = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{list}"/></w:numPr>'
    return paragraph(run("x"), f"{told}{properties}")


def numbers(*items: str) -> list[str]:
    word = opened("".join(items), {"numbering": LISTS, "styles": STYLES})
    return [each.number for each in word.paragraphs]


def test_levels_begin_anew_below_a_higher_one() -> None:
    places = (0, 1, 1, 2, 0, 1, 2, 4)
    assert numbers(*(item(1, place) for place in places)) == [
        "I.", "(a)", "(b)", "1.2.1", "II.", "(a)", "2.1.1", "•",
    ]  # fmt: skip


def test_a_level_begins_anew_only_after_the_level_it_names() -> None:
    places = (0, 3, 1, 3, 0, 3)
    assert numbers(*(item(1, place) for place in places)) == [
        "I.", "1)", "(b)", "2)", "II.", "1)",
    ]  # fmt: skip


def test_a_level_that_is_left_out_counts_as_begun() -> None:
    assert numbers(item(1, 1), item(1, 0)) == ["(a)", "II."]


def test_lists_of_a_family_count_on_unless_one_starts() -> None:
    lists = (1, 3, 2, 2, 1)
    assert numbers(*(item(list, 0) for list in lists)) == [
        "I.", "2/", "V.", "VI.", "VII.",
    ]  # fmt: skip


def test_levels_can_be_those_of_a_style() -> None:
    assert numbers(item(4, 0), item(4, 1)) == ["I.", "(a)"]


def test_a_paragraph_has_the_list_of_its_style_or_none() -> None:
    styled = paragraph(run("x"), '<w:pStyle w:val="P"/>')
    assert numbers(styled, item(0, 0, '<w:pStyle w:val="P"/>'), styled) == [
        "(a)", "", "(b)",
    ]  # fmt: skip


def test_what_is_deleted_keeps_its_number_and_the_rest_counts_without_it() -> None:
    assert numbers(
        item(1, 0), item(1, 0, ended("del")), item(1, 0, ended("ins")), item(1, 0)
    ) == ["I.", "II.", "II.", "III."]


def test_an_unknown_format_is_told() -> None:
    lists = family(1, level(0, "thaiLetters", "%1.")) + number(1, 1)
    word = opened(item(1, 0), {"numbering": lists})
    assert word.paragraphs[0].number == "1."
    assert [each.rule for each in word.warnings] == ["number-format"]


def test_changed_words_do_not_change_numbers() -> None:
    told = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph(changed("del", run("x")), told)
    assert numbers(body, item(1, 0)) == ["I.", "II."]
