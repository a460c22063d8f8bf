"""Bytes that are no text: named by their encoding, never guessed at."""

from __future__ import annotations

import pytest

from reportkit.source.encoding import FORBIDDEN, decode
from reportkit.source.yaml_reader import read_yaml

FRENCH = "name: Réunion à Genève, “texte”\n"
MARKED = "this file is UTF-"
WIDE = "this file looks like UTF-16 without a mark"
SAVE = "save the file as UTF-8"
WESTERN = "the file looks like Windows-1252 or Latin-1; save the file as UTF-8"
OTHER = "the file looks like an older encoding, such as Windows-1251 or GBK"
CUT = "the file ends in the middle of a character"

# The bytes, where the trouble is, how what is said begins, and the hint.
WRONG = {
    "UTF-16 LE": (b"\xff\xfe" + FRENCH.encode("utf-16-le"), "1:1", MARKED, SAVE),
    "UTF-16 BE": (b"\xfe\xff" + FRENCH.encode("utf-16-be"), "1:1", MARKED, SAVE),
    "UTF-32 LE": (b"\xff\xfe\0\0" + FRENCH.encode("utf-32-le"), "1:1", MARKED, SAVE),
    "UTF-32 BE": (b"\0\0\xfe\xff" + FRENCH.encode("utf-32-be"), "1:1", MARKED, SAVE),
    "UTF-16 LE unmarked": (FRENCH.encode("utf-16-le"), "1:1", WIDE, SAVE),
    "UTF-16 BE unmarked": (FRENCH.encode("utf-16-be"), "1:1", WIDE, SAVE),
    "Latin-1": ("a: é\nb: à part\n".encode("latin-1"), "1:4", "byte 0xE9", WESTERN),
    "Windows-1252": (FRENCH.encode("cp1252"), "1:8", "byte 0xE9", WESTERN),
    "curly quotes": ("a: “b”\n".encode("cp1252"), "1:4", "byte 0x93", WESTERN),
    "Windows-1251": ("a: b\nc: Доклад\n".encode("cp1251"), "2:4", "byte 0xC4", OTHER),
    "Windows-1256": ("a: تقرير\n".encode("cp1256"), "1:4", "byte 0xCA", OTHER),
    "GBK": ("a: 报告\n".encode("gbk"), "1:4", "byte 0xB1", OTHER),
    "overlong": (b"a: \xc0\xafb\n", "1:4", "byte 0xC0", OTHER),
    "surrogates": (b"a: \xed\xa0\xbd\xed\xb8\x80\n", "1:4", "byte 0xED", OTHER),
    "cut short": (
        "a: b\nc: é".encode()[:-1],
        "2:4",
        CUT,
        "it was cut short on its way",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_bytes_that_are_not_utf_8(name: str) -> None:
    data, place, message, hint = WRONG[name]
    mapping, problems = read_yaml(data, "a.yaml")
    assert mapping is None and len(problems) == 1
    problem = problems[0]
    assert str(problem.place) == f"a.yaml:{place}"
    assert problem.message.startswith(message)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("data", [FRENCH.encode(), FRENCH.encode("utf-8-sig")])
def test_utf_8_with_and_without_a_mark(data: bytes) -> None:
    file, problems = decode(data, "a.yaml")
    assert file.text == FRENCH and not problems


def not_allowed() -> list[int]:
    """C0 but for tab and line ends, DEL and C1, surrogates apart, noncharacters."""
    control = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
    breaks = [0x2028, 0x2029, 0xFEFF]
    planes = range(0, 0x110000, 0x10000)
    ends = [plane + end for plane in planes for end in (0xFFFE, 0xFFFF)]
    return [*control, *breaks, *range(0xFDD0, 0xFDF0), *ends]


@pytest.mark.parametrize("code", not_allowed(), ids=lambda code: f"U+{code:04X}")
def test_a_character_that_no_document_can_hold(code: int) -> None:
    text = f"ab: c\nd: e{chr(code)}f\n"
    mapping, problems = read_yaml(text.encode(), "a.yaml")
    assert mapping is None and len(problems) == 1
    assert str(problems[0].place) == "a.yaml:2:5"
    assert f"U+{code:04X}" in problems[0].message


@pytest.mark.parametrize("code", not_allowed(), ids=lambda code: f"U+{code:04X}")
def test_such_a_character_as_an_escape(code: int) -> None:
    for text in (f'a: "b\\U{code:08X}"\n', f'"a\\U{code:08X}": b\n'):
        problems = read_yaml(text.encode(), "a.yaml")[1]
        assert len(problems) == 1, text
        assert f"U+{code:04X}" in problems[0].message


@pytest.mark.parametrize("code", [0x09, 0xA0, 0xAD, 0x200C, 0x200D, 0x200F, 0x202F])
def test_a_character_that_a_text_may_need(code: int) -> None:
    mapping, problems = read_yaml(f"a: |\n  b{chr(code)}c\n".encode(), "a.yaml")
    assert not problems and mapping == {"a": f"b{chr(code)}c\n"}


def test_a_lone_surrogate_is_forbidden() -> None:
    assert FORBIDDEN.search("\ud83d")


def test_every_such_character_is_told() -> None:
    problems = read_yaml(b"a: \x01\nb: c\x02\n", "a.yaml")[1]
    assert [str(each.place) for each in problems] == ["a.yaml:1:4", "a.yaml:2:5"]
