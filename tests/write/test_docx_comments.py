"""Comments in a Word file: where they stand, what they hold, when there are none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from word_reports import PARTS, REPORT, blocks, part, plain, typed, value, write

from reportkit.document.nodes import (
    DELETED,
    Change,
    Comment,
    Document,
    Fate,
    Paragraph,
)
from reportkit.write.docx import write_docx
from tests.word_checks import W, findings

QUERIES = (
    Comment("p-next", "Anna Ruiz", "Is this right?\nSee <A/1>."),
    Comment("p-next", "Chair", "Yes."),
    Comment("rec-judges", "Chair", "On a point."),
    Comment("table-requests", "Chair", "On a table."),
    Comment("africa", "Chair", "On a cell."),
    Comment("n-report", "Chair", "On a note."),
    Comment("not-printed", "Chair", "Dropped."),
)
COMMENTED = REPORT._replace(comments=QUERIES)


def test_no_check_finds_anything(tmp_path: Path) -> None:
    assert findings(write(COMMENTED, tmp_path)) == []


def test_comments_tell_their_author_but_no_date() -> None:
    first = part(COMMENTED, "word/comments.xml").find(
        f"{W}comment[@{W}author='Anna Ruiz']"
    )
    assert first is not None
    assert (first.get(f"{W}initials"), first.get(f"{W}date")) == ("AR", None)
    lines = [typed(p) for p in first]
    assert lines == ["Is this right?", "See <A/1>."]


def test_what_is_not_printed_has_no_comment() -> None:
    held = {typed(c) for c in part(COMMENTED, "word/comments.xml")}
    assert held == {
        "Is this right?See <A/1>.",
        *("Yes.", "On a point.", "On a table.", "On a cell.", "On a note."),
    }


@pytest.mark.parametrize(
    ("text", "covered"),
    [("Yes.", "3."), ("On a point.", "(i)"), ("On a cell.", "Africa")],
)
def test_a_comment_covers_all_of_its_passage(text: str, covered: str) -> None:
    (number,) = (
        comment.get(f"{W}id")
        for comment in part(COMMENTED, "word/comments.xml")
        if typed(comment) == text
    )
    body = part(COMMENTED)
    end = f".//{W}commentRangeEnd[@{W}id='{number}']/.."
    paragraph = body.find(end)
    assert paragraph is not None
    assert value(paragraph, f"{W}commentRangeStart[@{W}id='{number}']", "id")
    assert typed(paragraph).strip().startswith(covered)


def names(document: Document) -> list[str]:
    with ZipFile(BytesIO(write_docx(document, PARTS))) as package:
        return package.namelist()


def test_no_part_for_comments_that_are_not_printed() -> None:
    gone = Fate(DELETED, Change("Chair", "2017-10-13"))
    dropped = blocks(Paragraph("dropped", "1.", plain("Gone"), fate=gone))
    query = Comment("dropped", "Chair", "Why?")
    assert "word/comments.xml" in names(COMMENTED)
    assert "word/comments.xml" not in names(REPORT)
    assert "word/comments.xml" not in names(dropped._replace(comments=(query,)))
