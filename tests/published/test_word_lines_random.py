"""Random Word files: every letter is in a line or is left, whatever is typed."""

from __future__ import annotations

from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.opc.changes import ACCEPTED, REJECTED
from reportkit.opc.word_file import (
    DEL,
    INS,
    Cell,
    Change,
    Note,
    WordFile,
    WordParagraph,
    WordRun,
    WordTable,
)
from reportkit.published.word_lines import published_of
from tests.published.word_truth import assert_counted, words_of

_PIECES = (
    "1.", "2.", "(a)", "b)", "ii)", "I.", "A.", "–", "13.1", "2017.", "أولاً-", "一、",
    "\t", "\t\t", "\n", " ", "\u00a0",
    "*", "^", "{", "}", "{note: 1}", ":", ".", "“", "”",
    "Annex I", "Distr.: General", "A/80/1", "Vienna, 9 October 2017", "Report on water",
    "Contents", "agenda", "water", "Рабочая группа", "建议", "الفريق",
)  # fmt: skip
_STYLES = ("", "Heading1", "HCh", "H23G", "TitleHCH", "ListBullet", "Session", "TOC1")

texts = st.lists(st.sampled_from(_PIECES), max_size=6).map("".join)
changes = st.sampled_from((None, None, None, Change(INS), Change(DEL)))
flags = st.booleans()
runs = st.builds(
    WordRun,
    text=texts,
    italic=flags,
    bold=flags,
    superscript=flags,
    change=changes,
    hidden=st.sampled_from((False, False, False, True)),
    struck=st.just(False),
    footnote=st.just(""),
    endnote=st.just(""),
    address=st.just(""),
)
calls = st.builds(
    lambda note, change: WordRun("", footnote=note, change=change),
    st.sampled_from(("1", "2")),
    changes,
)
cells = st.builds(Cell, st.just(1), st.integers(1, 3), st.integers(1, 2))
paragraphs = st.builds(
    WordParagraph,
    style=st.just(""),
    style_id=st.sampled_from(_STYLES),
    runs=st.lists(st.one_of(runs, runs, calls), max_size=4).map(tuple),
    outline=st.sampled_from((0, 0, 0, 1, 2)),
    number=st.sampled_from(("", "", "1.", "(b)", "•", "Article 1")),
    level=st.integers(0, 2),
    cell=st.one_of(st.none(), st.none(), cells),
    box=st.sampled_from((0, 0, 0, 1)),
    bookmarks=st.just(()),
    comments=st.just(()),
    mark=changes,
    rtl=st.just(False),
)
several = st.lists(paragraphs, max_size=8).map(tuple)
TABLES = (WordTable(2, (None, None, None)),)


def _word(body: tuple[WordParagraph, ...], beside: list[WordParagraph]) -> WordFile:
    plain = [each._replace(cell=None, box=0, number="") for each in beside]
    plain = [p._replace(runs=tuple(r for r in p.runs if not r.footnote)) for p in plain]
    footnotes = tuple(Note(str(n), (each,)) for n, each in enumerate(plain[:2], 1))
    headers = tuple(Note(f"{n}", (each,)) for n, each in enumerate(plain[2:]))
    return WordFile(
        "docx", MappingProxyType({}), body, TABLES, footnotes, headers=headers
    )


@settings(max_examples=300)
@given(several, st.lists(paragraphs, max_size=5), st.sampled_from((ACCEPTED, REJECTED)))
def test_nothing_is_lost_or_made_up(
    body: tuple[WordParagraph, ...], beside: list[WordParagraph], view: str
) -> None:
    word = _word(body, beside)
    for code in ("en", "ar", "zh"):
        published, _ = published_of(word, "report.docx", words_of(code), view)
        assert_counted(published, word, view)
