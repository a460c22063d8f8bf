"""The body of a Word file: labels, levels, links, notes, tables, direction."""

from __future__ import annotations

from typing import get_args

from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture
from word_reports import (
    AGENDA,
    ARABIC,
    MASTHEAD,
    REPORT,
    TINY,
    blocks,
    cell,
    paragraphs,
    part,
    plain,
    texts,
    typed,
    value,
)

from reportkit.document.nodes import (
    Block,
    Heading,
    Inline,
    Link,
    Paragraph,
    Property,
    Reference,
    Table,
)
from reportkit.write.word_body import BLOCKS
from reportkit.write.word_inlines import INLINES
from tests.word_checks import W


def test_body_of_a_small_document(file_regression: FileRegressionFixture) -> None:
    tree = part(TINY)
    etree.indent(tree)
    file_regression.check(etree.tostring(tree, encoding="unicode"), extension=".xml")


def test_every_node_is_known() -> None:
    assert set(BLOCKS) == set(get_args(Block))
    assert set(INLINES) == set(get_args(Inline))


def test_labels_are_typed_with_tabs() -> None:
    assert texts(REPORT, "HCh")[:2] == [
        "\tII.\tRecommendations (continued)",
        "\tIII.\tSummary of deliberations",
    ]
    assert texts(REPORT, "H4") == ["\t\tViews of experts"]
    single = texts(REPORT, "SingleTxt")
    assert single[0].startswith("1.\tThe Working Group made")
    assert single[1].startswith("\t(a)\tStates parties")
    assert single[3].startswith("\t\t(i)\tFor judges")
    assert texts(REPORT, "Bullet2") == ["–\tand one below."]


def test_title_starts_at_the_text_and_annex_label_has_its_line() -> None:
    assert texts(REPORT, "TitleH1") == ["\t\tAddendum"]
    assert texts(REPORT, "HCh")[-1].startswith("\t\tAnnex I\nDocuments")


def test_annex_begins_on_a_new_page() -> None:
    pages = [h.find(f"{W}pPr/{W}pageBreakBefore") for h in paragraphs(REPORT, "HCh")]
    assert [page is not None for page in pages] == [False, False, True]


def test_agenda_is_set_in_by_depth() -> None:
    single = paragraphs(blocks(AGENDA), "SingleTxt")
    indents = [value(p, f"{W}pPr/{W}ind", "left") for p in single]
    assert indents == ["2218", "2218", "2693", "2693", "3182", "2218"]
    assert [typed(p).split("\t")[0] for p in single][-3:] == ["(b)", "(i)", "12."]


def test_heading_under_heading_gives_up_its_space() -> None:
    chapter, section = (Heading("", n, "A.", plain("Text")) for n in (1, 2))
    document = blocks(chapter, section, Paragraph("", "1.", plain("Text")), section)
    spaces = [p.find(f"{W}pPr/{W}spacing") for p in paragraphs(document, "H1")]
    assert [space is not None for space in spaces] == [True, False]


def test_reference_leads_to_its_bookmark_and_no_further() -> None:
    there = Paragraph("a-b", "1.", (Reference("a-b", "1"), Reference("gone", "2")))
    body = part(blocks(there))
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    assert anchors == ["a_b"]
    assert texts(blocks(there), "SingleTxt") == ["1.\t12"]


def test_links_are_kept_once_and_only_safe_ones() -> None:
    same = Link("https://undocs.org/A/1 ü", "A/1")
    content = (same, same, Link("javascript:alert(1)", "bad"), Link("file:///x", "f"))
    document = blocks(Paragraph("", "1.", content))
    rows = part(document, "word/_rels/document.xml.rels")
    outside = [row.get("Target") for row in rows if row.get("TargetMode")]
    assert outside == ["https://undocs.org/A/1%20%C3%BC"]
    assert texts(document, "SingleTxt") == ["1.\tA/1A/1badf"]


def test_footnotes_count_themselves_unless_marked() -> None:
    marks = list(part(REPORT).iter(f"{W}footnoteReference"))
    assert [m.get(f"{W}customMarkFollows") for m in marks] == [None, "1"]
    notes = list(part(REPORT, "word/footnotes.xml").iter(f"{W}footnote"))
    assert typed(notes[-1]) == "*\tIssued as received."


def test_text_is_escaped() -> None:
    hostile = "</w:t><w:p> & \"quotes\" ]]> 'x'"
    document = blocks(
        Paragraph("", hostile, plain(hostile)),
        Table("", plain(hostile), (cell(hostile),), ((cell(hostile),),)),
    )._replace(
        masthead=MASTHEAD._replace(organization=hostile, organ=hostile),
        symbol=hostile,
        title=plain(hostile),
        properties=(Property(hostile, hostile),),
    )
    assert texts(document, "SingleTxt") == [f"{hostile}\t{hostile}"]
    assert texts(document, "TitleHCH") == [f"\t\t{hostile}"]
    assert part(document, "docProps/custom.xml")[0].get("name") == hostile
    assert part(document, "docProps/core.xml")[0].text == hostile


def test_missing_text_is_shaded_in_its_own_language() -> None:
    shaded = part(REPORT).find(f".//{W}rStyle[@{W}val='Missing']/..")
    assert shaded is not None
    assert value(shaded, f"{W}lang") == "fr"


def test_figures_end_and_header_repeats() -> None:
    table = part(REPORT).find(f".//{W}tbl")
    assert table is not None
    sides = [p.find(f"{W}pPr/{W}jc") for p in table.iter(f"{W}p")]
    assert [side is not None for side in sides] == [False, True, True] * 3
    assert len(list(table.iter(f"{W}tblHeader"))) == 1
    assert value(table, f"{W}tblPr/{W}tblCaption").startswith("Requests")


def test_right_to_left_turns_all_but_english() -> None:
    body = part(ARABIC)
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in body.iter(f"{W}p"))
    words = {
        t.text: run.find(f"{W}rPr/{W}rtl")
        for t in body.iter(f"{W}t")
        if (run := t.getparent()) is not None
    }
    assert words["التوصيات"] is not None
    assert words["e-evidence"] is None
    assert body.find(f".//{W}tblPr/{W}bidiVisual") is not None
