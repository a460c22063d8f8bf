"""Every character of real Word files is in what was read of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from reportkit.opc.opening import open_word
from reportkit.opc.word_file import WordFile, WordParagraph

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "word"
FILES = sorted(CORPUS.glob("*.do*"))
# Left out: the lines between text and notes; instructions of fields have no w:t.
STORIES = (
    "//*[local-name()='body' or local-name()='comment']"
    " | //*[local-name()='footnote' or local-name()='endnote']"
    "[not(@*[local-name()='type'] != 'normal')]"
)
TEXTS = "descendant::*[local-name()='t' or local-name()='delText']"
# A text box is written twice, the second time for old readers.
TWICE = (
    "ancestor::*[local-name()='Fallback']"
    f"[preceding-sibling::*[local-name()='Choice'][{TEXTS}]]"
)
# Elements that stand for one character each.
SIGNS = ("sym", "noBreakHyphen", "softHyphen")
IS_SIGN = " or ".join(f"local-name()='{name}'" for name in SIGNS)
PARTS = ("document", "footnotes", "endnotes", "comments")

pytestmark = pytest.mark.skipif(not FILES, reason="no corpus beside the project")


def characters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def found_by(element: Any, path: str) -> list[Any]:
    """What XPath finds; its types cannot be told."""
    return list(element.xpath(path))


def stories(data: bytes) -> Iterator[Any]:
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(rf"word/({'|'.join(PARTS)})\d*\.xml", name):
                root = etree.fromstring(package.read(name))
                yield from found_by(root, STORIES)


def told(data: bytes) -> tuple[Counter[str], int]:
    """The characters of a file, counted without any of our code, and its signs."""
    counted, signs = Counter[str](), 0
    for story in stories(data):
        for element in found_by(story, f"{TEXTS}[not({TWICE})]"):
            counted += characters(element.text or "")
        signs += len(found_by(story, f"descendant::*[{IS_SIGN}][not({TWICE})]"))
    return counted, signs


def paragraphs(word: WordFile) -> Iterator[WordParagraph]:
    yield from word.paragraphs
    for note in (*word.footnotes, *word.endnotes):
        yield from note.paragraphs


def read(word: WordFile) -> Counter[str]:
    found = Counter[str]()
    for paragraph in paragraphs(word):
        found += characters(paragraph.text)
    for comment in word.comments:
        found += characters(comment.text)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_lost(path: Path) -> None:
    data = path.read_bytes()
    word, problems = open_word(data, path.name)
    if word is None:
        assert problems[0].rule
        return
    expected, signs = told(data)
    assert expected - read(word) == Counter()
    assert (read(word) - expected).total() <= signs
