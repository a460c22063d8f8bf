"""The checks of Word files find what they look for."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_reports import REPORT, broken, write

from reportkit.document.nodes import Comment
from tests.word_checks import by_our_own

BODY, NOTES = "word/document.xml", "word/footnotes.xml"
COMMENTED = REPORT._replace(comments=(Comment("p-long", "Chair", "Why?"),))
DEFECTS = (
    (BODY, '<w:bookmarkEnd w:id="3"/>', "", "bookmark 3 is not paired"),
    (BODY, 'w:name="summary"', 'w:name="evidence"', "name evidence twice"),
    (BODY, 'w:name="summary"', 'w:name="a-b"', "'a-b' is none"),
    (BODY, "commentReference", "x", "commentReference of the comments []"),
    (BODY, 'bookmarkStart w:id="2"', 'bookmarkStart w:id="1"', "1 counted twice"),
    (BODY, 'w:anchor="rec_networks"', 'w:anchor="x"', "link to x"),
    ("word/footer1.xml", 'fldCharType="end"', 'fldCharType="begin"', "field marks"),
    (NOTES, '<w:footnote w:id="2">', '<w:footnote w:id="9">', "footnote 9 held 1"),
    (BODY, 'r:id="link1"', 'r:id="link7"', "link7 is used, but not given"),
    ("word/_rels/document.xml.rels", "styles.xml", "style.xml", "does not exist"),
    ("[Content_Types].xml", "/word/header1.xml", "/word/no.xml", "which is none"),
)


@pytest.mark.parametrize(("part", "old", "new", "finding"), DEFECTS)
def test_defect_is_found(
    part: str, old: str, new: str, finding: str, tmp_path: Path
) -> None:
    path = broken(write(COMMENTED, tmp_path), part, old, new)
    assert any(finding in found for found in by_our_own(path))
