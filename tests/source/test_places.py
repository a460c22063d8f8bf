"""Where a character of a text stands in its file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.source.values import Text, parts_of, text_at
from reportkit.source.yaml_reader import read_yaml

FORMS = {
    "folded": "first: a\ntext: >-  # a comment\n    Speakers 𝔘 said {bad}\n\n"
    "    and « noted » *that*\n    was 𝒳 so.\nlast: b\n",
    "literal": "text: |\n  Speakers said {bad}\n    and noted 😀 *that*\n\n  so.\n",
    "plain": "text: Speakers said {bad}\n  and noted 𝔘\n  *that* was so.\n",
    "single": "text: 'L''eau, l''été: {bad}\n  et 𝔘 l''*hiver* ''encore'''\nlast: b\n",
}


def text_in(file: str) -> Text:
    mapping, problems = read_yaml(file.encode(), "a.yaml")
    assert mapping is not None and not problems, problems
    text = mapping[Text("text")]
    assert isinstance(text, Text)
    return text


def character_at(file: str, line: int, column: int) -> str:
    lines = file.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[line - 1][column - 1]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("form", FORMS)
def test_every_character_is_where_its_place_says(form: str, end: str) -> None:
    file = FORMS[form].replace("\n", end)
    text = text_in(file)
    for offset, character in enumerate(text):
        if not character.isspace():
            _, line, column = text.place_at(offset)
            assert character_at(file, line, column) == character, (form, offset)


def test_the_very_place_in_a_folded_text() -> None:
    text = text_in(FORMS["folded"])
    assert text.place_at(text.index("{bad}")) == ("a.yaml", 3, 21)
    assert text.place_at(text.index("*that*")) == ("a.yaml", 5, 19)
    assert text.place_at(text.index("𝒳") + 2) == ("a.yaml", 6, 11)


def test_a_text_in_double_quotes_answers_with_its_beginning() -> None:
    text = text_in('a: b\ntext: "Speakers \\u00e9 {bad}"\n')
    assert text.place_at(text.index("{bad}")) == ("a.yaml", 2, 7)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("form", FORMS)
def test_a_part_of_a_text_has_places_of_its_own(form: str, end: str) -> None:
    file = FORMS[form].replace("\n", end)
    text = text_in(file)
    start = next(n for n, character in enumerate(text) if character == "{")
    (part,) = parts_of(text, [(start, len(text))])
    assert character_at(file, part.line, part.column) == "{"
    for offset, character in enumerate(part):
        if not character.isspace():
            _, line, column = part.place_at(offset)
            assert character_at(file, line, column) == character, (form, offset)


def test_a_text_from_nowhere_has_the_place_it_is_given() -> None:
    place = text_in(FORMS["plain"]).place
    assert text_at("default", place).place_at(3) == place


@given(st.lists(st.text("ab 'é😀“{*\u00a0", min_size=1), min_size=1, max_size=4))
def test_places_in_any_single_quoted_text(lines: list[str]) -> None:
    prose = "\n  ".join(" ".join(line.split(" ")).strip(" ") for line in lines)
    file = "text: '" + prose.replace("'", "''") + "'\n"
    text = text_in(file)
    for offset, character in enumerate(text):
        if character not in " \n":
            _, line, column = text.place_at(offset)
            assert character_at(file, line, column) == character
