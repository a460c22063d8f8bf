"""The Word file: that it is sound, its pages, masthead, properties and parts."""

from __future__ import annotations

import time
import tracemalloc
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from word_reports import (
    ARABIC,
    CONFERENCE,
    FRENCH,
    PARTS,
    REPORT,
    REPORTS,
    SPEECH,
    blocks,
    part,
    plain,
    typed,
    value,
    write,
)

from reportkit.document.nodes import Paragraph
from reportkit.problems import Place
from reportkit.write.docx import write_docx
from reportkit.write.word_masthead import organ_style
from reportkit.write.word_templates import check_parts
from tests.word_checks import (
    SCHEMAS,
    W,
    against_schema,
    by_ooxml_integrity,
    by_openxml_audit,
    by_our_own,
)


@pytest.mark.parametrize("language", REPORTS)
def test_no_auditor_finds_anything(language: str, tmp_path: Path) -> None:
    path = write(REPORTS[language], tmp_path)
    assert by_openxml_audit(path) == []
    assert by_ooxml_integrity(path) == []
    assert by_our_own(path) == []


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="no schemas beside the repository")
@pytest.mark.parametrize("language", REPORTS)
def test_every_part_follows_its_schema(language: str, tmp_path: Path) -> None:
    assert against_schema(write(REPORTS[language], tmp_path)) == []


def test_same_document_same_bytes() -> None:
    written = write_docx(REPORT, PARTS)
    assert written == write_docx(REPORT._replace(), dict(PARTS))
    with ZipFile(BytesIO(written)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


def test_python_docx_reads_it(tmp_path: Path) -> None:
    read = docx.Document(str(write(REPORT, tmp_path)))
    properties = read.core_properties
    assert properties.title.startswith("Draft report on the meetings")
    assert (properties.language, properties.created.isoformat()[:10]) == (
        "en-GB",
        "2017-10-13",
    )
    names = {p.style.name for p in read.paragraphs if p.style}
    assert {"_ H _Ch", "_ H_1", "__Single Txt", "Title_H_CH"} <= names
    assert [row.cells[1].text for row in read.tables[0].rows] == [
        "Requests",
        "1,204",
        "87",
    ]
    section = read.sections[0]
    assert section.different_first_page_header_footer
    assert section.page_width == 11906 * 635
    head = section.first_page_header.tables[0]
    assert head.rows[1].cells[1].text == CONFERENCE


def test_letter_paper_and_continuous_text() -> None:
    sections = list(part(FRENCH).iter(f"{W}sectPr"))
    sizes = [value(s, f"{W}pgSz", "w") for s in sections]
    margins = [value(s, f"{W}pgMar", "left") for s in sections]
    assert (sizes, margins) == (["12240"] * 2, ["1200"] * 2)
    assert value(sections[1], f"{W}type") == "continuous"


def test_symbol_begins_large() -> None:
    head = part(FRENCH, "word/header3.xml")
    large = head.xpath(
        "//w:r[w:rPr/w:rStyle/@w:val='SymbolOrgan']/w:t/text()",
        namespaces={"w": W.strip("{}")},
    )
    assert large == ["CTOC"]
    words = [typed(p) for p in head.iter(f"{W}p")]
    assert "CTOC/COP/WG.3/2017/4" in words
    assert words.index("CTOC/COP/WG.2/2017/4") == 4


def test_language_lines_stand_in_their_order() -> None:
    words = [typed(p) for p in part(FRENCH, "word/header3.xml").iter(f"{W}p")]
    assert words[-5:-1] == [
        "Distr. générale",
        "23 octobre 2017",
        "Français",
        "Original: anglais",
    ]


@pytest.mark.parametrize(
    ("letters", "style"), [(16, "XLarge"), (96, "HM"), (180, "HMSmall")]
)
def test_long_names_of_organs_shrink(letters: int, style: str) -> None:
    assert organ_style("n" * letters) == style


def test_running_page_has_symbol_numbers_and_job() -> None:
    for name, order in (("1", ["1/1", "V.17-00001"]), ("2", ["V.17-00001", "1/1"])):
        foot = part(REPORT, f"word/footer{name}.xml")
        assert [typed(p) for p in foot.iter(f"{W}p")][:2] == order
        codes = [(code.text or "").split()[0] for code in foot.iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES"]
    odd = part(REPORT, "word/header2.xml")
    assert [typed(p) for p in odd.iter(f"{W}p")][:2] == ["", REPORT.symbol]


def test_foot_of_page_one_has_job_line_and_bar_code() -> None:
    first = part(REPORT, "word/footer3.xml")
    assert [typed(p) for p in first.iter(f"{W}p")][:2] == [
        "V.17-00001 (E)    121017",
        "*1700001*",
    ]
    assert typed(part(FRENCH, "word/footer3.xml")) == ""


def test_language_and_fonts_are_the_document_s() -> None:
    styles = part(ARABIC, "word/styles.xml")
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert value(defaults, f"{W}rFonts", "cs") == "Traditional Arabic"
    assert value(defaults, f"{W}lang", "bidi") == "ar-SA"


def test_a_workspace_s_own_styles_are_taken() -> None:
    own = PARTS["word/styles.xml"].replace(b"{font}", b"Arial")
    written = write_docx(REPORT, {**PARTS, "word/styles.xml": own})
    with ZipFile(BytesIO(written)) as package:
        assert b'w:ascii="Arial"' in package.read("word/styles.xml")


def test_theme_fonts_and_emblem_may_be_left_out(tmp_path: Path) -> None:
    needed = {name: PARTS[name] for name in ("word/styles.xml", "word/settings.xml")}
    path = tmp_path / "bare.docx"
    path.write_bytes(write_docx(REPORT, needed))
    assert by_our_own(path) == []


def test_long_reports_are_quick_and_small() -> None:
    long = blocks(*(Paragraph(f"p{n}", f"{n}.", plain(SPEECH)) for n in range(6000)))
    start = time.process_time()
    write_docx(long, PARTS)
    assert time.process_time() - start < 1
    tracemalloc.start()
    write_docx(long, PARTS)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_shipped_template_parts_have_no_mistakes() -> None:
    assert check_parts(PARTS, {name: name for name in PARTS}) == ()


@pytest.mark.parametrize(
    ("name", "content", "place", "message"),
    [
        ("word/styles.xml", b"<w:styles>\n  <w:x>", (2, 8), "not XML"),
        ("word/styles.xml", b"", (1, 1), "not XML: no element found"),
        ("word/settings.xml", b"<w:styles/>", (1, 1), "not with <w:settings>"),
        ("word/media/emblem.png", b"GIF89a", (1, 1), "not a PNG"),
    ],
)
def test_mistakes_in_own_parts_have_their_place(
    name: str, content: bytes, place: tuple[int, int], message: str
) -> None:
    paths = {part: f"templates/{part}" for part in PARTS}
    (problem,) = check_parts({**PARTS, name: content}, paths)
    assert problem.place == Place(f"templates/{name}", *place)
    assert message in problem.message
