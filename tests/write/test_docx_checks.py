"""The checks of Word files find what they look for."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from word_reports import REPORT, write

from tests.word_checks import by_our_own

BODY, NOTES = "word/document.xml", "word/footnotes.xml"
DEFECTS = (
    (BODY, '<w:bookmarkEnd w:id="3"/>', "", "bookmark 3 is not paired"),
    (BODY, 'w:name="summary"', 'w:name="evidence"', "name evidence twice"),
    (BODY, 'w:name="summary"', 'w:name="a-b"', "'a-b' is none"),
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
    sound = write(REPORT, tmp_path)
    broken = tmp_path / "broken.docx"
    with ZipFile(sound) as source, ZipFile(broken, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            target.writestr(name, text)
    assert any(finding in found for found in by_our_own(broken))
