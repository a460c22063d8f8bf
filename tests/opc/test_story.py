"""What is read of a story: words, their looks, tables, boxes, ranges, notes."""

from __future__ import annotations

from reportkit.opc.opening import open_word
from reportkit.opc.word_file import Cell, CommentRange, WordRun, WordTable
from tests.opc.word_packages import (
    OFFICE,
    cell,
    changed,
    opened,
    package_parts,
    paragraph,
    relationships,
    row,
    run,
    table,
    zipped,
)

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B">'
    '<w:name w:val="base"/><w:basedOn w:val="H"/><w:pPr><w:bidi/>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="E"><w:rPr><w:i/></w:rPr></w:style>'
)


def field(instruction: str, result: str) -> str:
    """A field in five runs, as Word writes it."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
             for kind in ("begin", "separate", "end")]  # fmt: skip
    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{marks[0]}{told}{marks[1]}{result}{marks[2]}"


def test_runs_of_one_look_are_one_run() -> None:
    body = paragraph(run("one ") + run("two") + run("three", '<w:b/><w:i w:val="0"/>'))
    assert opened(body).paragraphs[0].runs == (
        WordRun("one two"),
        WordRun("three", bold=True),
    )


def test_looks_come_from_styles_of_characters_too() -> None:
    raised = '<w:vertAlign w:val="superscript"/><w:strike/><w:vanish/>'
    body = paragraph(
        run("a", '<w:rStyle w:val="E"/>')
        + run("b", '<w:rStyle w:val="E"/><w:i w:val="false"/>')
        + run("st", raised)
        + run("عربي", "<w:iCs/><w:rtl/>")
    )
    assert opened(body, {"styles": STYLES}).paragraphs[0].runs == (
        WordRun("a", italic=True),
        WordRun("b"),
        WordRun("st", superscript=True, struck=True, hidden=True),
        WordRun("عربي", italic=True),
    )


def test_a_style_gives_name_outline_and_direction_through_its_base() -> None:
    heading = paragraph(run("a"), '<w:pStyle w:val="H"/>')
    word = opened(heading + paragraph(run("b")), {"styles": STYLES})
    first, second = word.paragraphs
    assert (first.style, first.style_id, first.outline, first.rtl) == (
        "heading 1", "H", 1, True,
    )  # fmt: skip
    assert (second.style, second.outline, second.rtl) == ("Normal", 0, False)


def test_signs_that_are_elements_are_characters() -> None:
    body = (
        "<w:r><w:tab/><w:t>a\nb</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/>"
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="D800"/></w:r>'
    )
    assert opened(paragraph(body)).paragraphs[0].text == "\ta b\n\u2011\u00ad✓"


def test_a_field_shows_its_result() -> None:
    assert opened(paragraph(field("PAGE", run("7")))).paragraphs[0].text == "7"


def test_a_field_inside_an_instruction_is_not_shown() -> None:
    inner = field("DOCPROPERTY x", run("inside"))
    told = f"IF </w:instrText></w:r>{inner}<w:r><w:instrText>"
    assert opened(paragraph(field(told, run("yes")))).paragraphs[0].text == "yes"


def test_a_field_without_an_end_hides_nothing() -> None:
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("a"))
    assert [p.text for p in opened(body + paragraph(run("b"))).paragraphs] == ["a", "b"]


def test_links_have_their_address() -> None:
    body = paragraph(
        f'<w:hyperlink r:id="r1">{run("un")}</w:hyperlink>'
        f'<w:hyperlink w:anchor="p1">{run("here")}</w:hyperlink>'
        + field('HYPERLINK "https://b.test"', run("far"))
        + f'<w:fldSimple w:instr=" HYPERLINK \\l &quot;q&quot;">{run("q")}'
        + "</w:fldSimple>"
    )
    word = opened(body, links=["https://a.test/x"])
    assert [(x.text, x.address) for x in word.paragraphs[0].runs] == [
        ("un", "https://a.test/x"),
        ("here", "#p1"),
        ("far", "https://b.test"),
        ("q", "#q"),
    ]


def test_cells_know_their_place() -> None:
    inner = table(row(cell(paragraph(run("d")))))
    body = table(
        row(cell(paragraph(run("a")), 2), cell(paragraph(run("b")))),
        row(
            cell(paragraph(run("c")) + inner),
            properties='<w:gridBefore w:val="2"/>' + changed("ins", ""),
        ),
    ) + paragraph(run("e"))
    word = opened(body)
    places = [(p.text, p.cell and p.cell[:3]) for p in word.paragraphs]
    assert places == [
        ("a", (1, 1, 1)), ("b", (1, 1, 3)), ("c", (1, 2, 3)), ("d", (2, 1, 1)),
        ("e", None),
    ]  # fmt: skip
    change = word.tables[0].rows[1]
    assert change and (change.kind, change.author) == ("ins", "Ana")
    # What stands in a row that is inserted is inserted with it.
    assert word.tables == (
        WordTable(3, (None, change)),
        WordTable(1, (change,), Cell(1, 2, 3, change)),
    )


def test_a_text_box_is_read_once_after_its_anchor() -> None:
    box = f"<w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent>"
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = paragraph(run("a") + twice + run("b")) + paragraph(run("c"))
    told = [(p.text, p.box) for p in opened(body).paragraphs]
    assert told == [("ab", 0), ("boxed", 1), ("c", 0)]


def test_what_only_old_readers_would_see_is_read() -> None:
    fallback = f"<mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{run('old')}"
    body = f"<mc:AlternateContent>{fallback}</mc:Fallback></mc:AlternateContent>"
    assert opened(paragraph(body)).paragraphs[0].text == "old"


def bookmark(id: int, name: str = "") -> str:
    if not name:
        return f'<w:bookmarkEnd w:id="{id}"/>'
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>'


def test_bookmarks_cover_paragraphs_or_start_in_them() -> None:
    body = (
        bookmark(1, "before")
        + paragraph(run("a") + bookmark(2, "long") + bookmark(3, "open"))
        + paragraph(bookmark(1) + run("b"))
        + paragraph(bookmark(2) + run("c"))
    )
    assert [p.bookmarks for p in opened(body).paragraphs] == [
        ("before", "long", "open"),
        ("long",),
        (),
    ]


def comment(id: int) -> tuple[str, str, str]:
    ends = [f'<w:commentRange{x} w:id="{id}"/>' for x in ("Start", "End")]
    return ends[0], ends[1], f'<w:r><w:commentReference w:id="{id}"/></w:r>'


def test_comments_know_their_words() -> None:
    (start, end, sign), (_, _, point) = comment(4), comment(5)
    told = (
        '<w:comment w:id="4" w:author="Ben" w:initials="B" w:date="2017-10-12">'
        f"{paragraph(run('why'))}{paragraph(run('not'))}</w:comment>"
        f'<w:comment w:id="5" w:author="Eve">{paragraph(run("here"))}</w:comment>'
    )
    body = paragraph(run("a") + start + run("b")) + paragraph(
        run("c") + end + sign + run("d") + point
    )
    word = opened(body, {"comments": told})
    assert [p.comments for p in word.paragraphs] == [
        (CommentRange("4", 1, 2),),
        (CommentRange("4", 0, 1), CommentRange("5", 2, 2)),
    ]
    assert [(c.author, c.text, c.anchors, c.initials) for c in word.comments] == [
        ("Ben", "why\nnot", (0, 1), "B"),
        ("Eve", "here", (1,), ""),
    ]


def test_notes_and_headers_are_stories_of_their_own() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph(run("x"))}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph(run("note"))}</w:footnote>'
    )
    parts = package_parts(paragraph(run("a") + call + run("b")), {"footnotes": notes})
    head = str(parts["word/footnotes.xml"]).replace("footnotes", "hdr")
    parts["word/header1.xml"] = head
    rows = [("footnotes", "footnotes.xml"), ("header", "/word/Header1.xml")]
    parts["word/_rels/document.xml.rels"] = relationships(rows)
    word, _ = open_word(zipped(parts.items()), "test.docx")
    assert word
    assert word.paragraphs[0].runs == (
        WordRun("a"), WordRun("", footnote="2"), WordRun("b"),
    )  # fmt: skip
    assert [(n.id, [p.text for p in n.paragraphs]) for n in word.footnotes] == [
        ("2", ["note"])
    ]
    assert [(n.id, n.paragraphs[-1].text) for n in word.headers] == [
        ("word/header1.xml", "note")
    ]


def test_custom_properties_are_read() -> None:
    rows = (
        '<property pid="2" name="session"><v:lpwstr>ctoc</v:lpwstr></property>'
        '<property pid="3" name="empty"/>'
    )
    parts = package_parts(paragraph(run("a")))
    parts["docProps/custom.xml"] = (
        f'<Properties xmlns="{OFFICE}/custom-properties"'
        f' xmlns:v="{OFFICE}/docPropsVTypes">{rows}</Properties>'
    )
    parts["_rels/.rels"] = relationships(
        [
            ("officeDocument", "word/document.xml"),
            ("custom-properties", "docProps/custom.xml"),
        ]
    )
    word, _ = open_word(zipped(parts.items()), "test.docx")
    assert word and word.properties == {"session": "ctoc", "empty": ""}


def test_text_in_unknown_elements_or_outside_paragraphs_is_kept() -> None:
    odd = f'<x:y xmlns:x="urn:x">{run("a")}</x:y>'
    sdt = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('b'))}</w:sdtContent></w:sdt>"
    inner = "<m:r><m:t>c</m:t></m:r>"
    math = f'<m:oMath xmlns:m="{OFFICE}/math">{inner}</m:oMath>'
    body = paragraph(odd) + sdt + math
    assert [p.text for p in opened(body).paragraphs] == ["a", "b", "c"]
