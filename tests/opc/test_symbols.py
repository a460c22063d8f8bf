"""Signs of symbol fonts, as letters where Unicode has them."""

from __future__ import annotations

import pytest

from tests.opc.word_packages import opened, paragraph, run

SYMBOL = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'


def text_of(content: str) -> str:
    return opened(paragraph(content)).paragraphs[0].text


@pytest.mark.parametrize(
    ("font", "code", "letter"),
    [
        ("Symbol", "F061", "α"),
        ("Symbol", "0061", "α"),
        ("Symbol", "F0B3", "≥"),
        ("symbol", "F0AE", "→"),
        ("Symbol", "F0CE", "∈"),
        ("Symbol", "F07E", "∼"),
        ("Symbol", "F0F2", "∫"),
        ("Symbol", "F0E6", "\uf0e6"),  # the upper part of a bracket
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F022", "\uf022"),
        ("Webdings", "61", "\uf061"),
        ("Times New Roman", "2013", "–"),
        ("", "F061", "\uf061"),
    ],
)
def test_a_sign_is_the_letter_that_its_font_shows(
    font: str, code: str, letter: str
) -> None:
    sign = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert text_of(sign) == letter


def test_signs_in_a_text_are_those_of_its_font() -> None:
    assert text_of(run("\uf061 \uf0b1 1", SYMBOL)) == "α ± 1"
    assert text_of(run("ab\uf020 ·ω", SYMBOL)) == "αβ  •ω"
    assert text_of(run("\uf061")) == "\uf061"
