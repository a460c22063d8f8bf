"""A form: a table as wide as the page, ruled, with columns of given widths."""

from __future__ import annotations

from word_reports import REPORT, cell, part, plain

from reportkit.document.nodes import Table
from tests.word_checks import W

ROW = (cell("6 (h)"), cell("A text that is longer than the rest"), cell(""))
FORM = Table("", plain(""), (), (ROW,), form=(20, 60, 20))


def test_a_form_has_its_columns_and_its_lines() -> None:
    (table,) = part(REPORT._replace(blocks=(FORM,))).iter(f"{W}tbl")
    columns = [int(e.get(f"{W}w", "0")) for e in table.iter(f"{W}gridCol")]
    assert columns == [1968, 5904, 1968]
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    assert borders is not None
    assert {e.tag.removeprefix(W) for e in borders} >= {"insideH", "insideV"}
    assert {e.get(f"{W}val") for e in table.iter(f"{W}vAlign")} == {"top"}


def test_another_table_has_the_look_of_its_style() -> None:
    plain_one = FORM._replace(form=())
    (table,) = part(REPORT._replace(blocks=(plain_one,))).iter(f"{W}tbl")
    assert table.find(f"{W}tblPr/{W}tblBorders") is None
    assert {e.get(f"{W}val") for e in table.iter(f"{W}vAlign")} == {"bottom"}
