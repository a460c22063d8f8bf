"""Plain text: what hangs where, and that no line is too long."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_regressions.file_regression import FileRegressionFixture
from sample_document import SAMPLE, cells, plain

from reportkit.document.nodes import Block, Inline, Item, Listing, Paragraph, Table
from reportkit.write.text_lines import break_text, columns_of, hang, share_columns
from reportkit.write.txt import BLOCKS, INLINES, WIDTH, write_txt

CHINESE = (
    "若干发言者指出，保全电子证据的请求，特别是紧急请求，正在迅速增加；"
    "见第10次会议（CTOC/COP/WG.3/2017/4）的记录。"
)
TEXTS = st.text("ab é1.,–“” \u00a0\u0301若，。（）中", max_size=80)


def write(*blocks: Block) -> str:
    """The text of the blocks alone, from the second line of the title on."""
    document = SAMPLE._replace(blocks=blocks, notes=(), job=None)
    return write_txt(document, {}).decode().split("Addendum\n\n")[1]


def test_every_node_has_a_row() -> None:
    assert set(BLOCKS) == set(get_args(Block))
    assert set(INLINES) == set(get_args(Inline))


def test_sample_text(file_regression: FileRegressionFixture) -> None:
    text = write_txt(SAMPLE, {}).decode()
    file_regression.check(text, encoding="utf-8", extension=".txt")


def test_same_bytes_twice_with_one_line_end() -> None:
    written = write_txt(SAMPLE, {})
    assert written == write_txt(SAMPLE, {})
    assert written.endswith(b"\n") and not written.endswith(b"\n\n")
    assert b"\r" not in written and b" \n" not in written


def test_wide_characters_take_two_columns() -> None:
    assert columns_of("第10次") == 6
    assert columns_of("e\u0301") == 1
    assert columns_of("مقدِّمة") == 5


def test_chinese_lines_neither_begin_nor_end_with_the_wrong_mark() -> None:
    for width in range(10, 60):
        lines = break_text(CHINESE, width)
        assert "".join(lines) == CHINESE
        assert all(columns_of(line) <= width for line in lines)
        if width > 24:
            assert not [line for line in lines if line[0] in "，；）。"]
            assert not [line for line in lines if line.endswith("（")]


def test_a_no_break_space_holds_its_words_together() -> None:
    assert break_text("point 3\u00a0:", 7) == ["point", "3\u00a0:"]


@given(TEXTS, st.integers(4, 40))
def test_no_line_is_too_long_and_no_character_is_lost(text: str, width: int) -> None:
    lines = break_text(text, width)
    assert all(columns_of(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text("ab()123 中", max_size=12), TEXTS)
@settings(max_examples=50)
def test_labels_hang(label: str, text: str) -> None:
    lines = hang(label, text, 5, 5, 60)
    assert all(columns_of(line.rstrip()) <= 60 for line in lines)
    assert lines[0].startswith(f"     {label}")
    if label:
        assert all(line.startswith(" " * 10) for line in lines[1:])


def test_points_go_deeper_level_by_level() -> None:
    inner = Item("", "(i)", plain("second"), (Item("", "a.", plain("third")),))
    listing = Listing("points", (Item("", "(a)", plain("first"), (inner,)),))
    assert write(listing).splitlines() == [
        "     (a)  first",
        "",
        "          (i)  second",
        "",
        "               a.   third",
    ]


def test_a_long_label_moves_only_the_first_line() -> None:
    words = "word " * 20
    lines = write(Paragraph("", "1 ter (bis).", plain(words))).splitlines()
    assert lines[0].startswith("1 ter (bis). word")
    assert lines[1].startswith("     word")


def test_table_keeps_to_the_page() -> None:
    long = "Iran (Islamic Republic of) " * 6
    table = Table("", (), cells("State", "Note", "Number"), (cells(long, long, "12"),))
    lines = write(table).splitlines()
    assert max(map(columns_of, lines)) == WIDTH
    assert lines[2].endswith("    12")


@pytest.mark.parametrize("width", [20, 40, 78])
def test_columns_share_what_there_is(width: int) -> None:
    widths = share_columns([["ab", "x" * 90, "y" * 90], ["abc"]], width)
    assert widths[0] == 3
    assert sum(widths) + 4 in (width, width - 1)


def test_a_row_shorter_than_its_header_is_written() -> None:
    table = Table("", (), cells("A", "B"), (cells("1"), cells("2", "3", "4")))
    assert write(table).splitlines()[2:] == ["1", "2  3  4"]
