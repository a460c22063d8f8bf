"""The web page: its structure, its links, and that nothing in it can run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, get_args

import lxml.html
import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from sample_document import SAMPLE, plain

from reportkit.document.nodes import (
    Block,
    Document,
    Heading,
    Inline,
    Link,
    Paragraph,
    Run,
    Setting,
)
from reportkit.problems import Place
from reportkit.write.html import PAGE, STYLES, check_page, write_html
from reportkit.write.html_body import BLOCKS, INLINES

TEMPLATES = Path(__file__).parents[2] / "templates"
PARTS = {name: (TEMPLATES / name).read_bytes() for name in (PAGE, STYLES)}

PAYLOADS = (
    "<script>alert(1)</script>",
    "</style></title><script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//example.org/<svg onload=alert(1)>",
    "https://example.org/\"onclick='alert(1)'<script>",
    "{{ ''.__class__ }}{% for x in y %}",
    "--><!--<script>",
    "&lt;script&gt;&#x3c;script>",
)


def read_page(document: Document) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(write_html(document, PARTS))


def with_blocks(*blocks: Block) -> Document:
    return SAMPLE._replace(blocks=blocks, notes=())


def fill(value: Any, text: str) -> Any:
    """The same tree with every string in it replaced."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        parts = (fill(part, text) for part in value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def passages(value: Any) -> list[str]:
    """The ids of every passage and footnote in a tree."""
    if not isinstance(value, tuple):
        return []
    own = getattr(value, "id", "")
    return [own] * bool(own) + [found for part in value for found in passages(part)]


def test_every_node_has_a_row() -> None:
    assert set(BLOCKS) == set(get_args(Block))
    assert set(INLINES) == set(get_args(Inline))


def test_sample_page(file_regression: FileRegressionFixture) -> None:
    page = write_html(SAMPLE, {**PARTS, STYLES: b""})
    file_regression.check(page.decode(), encoding="utf-8", extension=".html")


def test_same_bytes_twice_whatever_the_line_ends_of_the_templates() -> None:
    windows = {name: part.replace(b"\n", b"\r\n") for name, part in PARTS.items()}
    assert write_html(SAMPLE, PARTS) == write_html(SAMPLE, windows)
    assert b"\r" not in write_html(SAMPLE, windows)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_written_by_an_author_can_run(payload: str) -> None:
    page = read_page(fill(SAMPLE, payload))
    assert {element.tag for element in page.iter("*")} <= {
        element.tag for element in read_page(SAMPLE).iter("*")
    }
    names = Counter(name for element in page.iter("*") for name in element.attrib)
    assert not [name for name in names if name.startswith("on") or name == "src"]
    for address in page.xpath("//@href"):
        assert address.startswith(("#", "http://", "https://", "mailto:"))
    assert not page.xpath("//script | //img | //svg | //base | //*[@autofocus]")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_an_author_wrote_is_read_as_it_was_written(payload: str) -> None:
    page = read_page(with_blocks(Paragraph("", "", plain(payload))))
    assert page.xpath("string(//div[@class='text']/p)") == payload


def test_policy_allows_nothing_but_the_style_sheet_inside() -> None:
    (policy,) = read_page(SAMPLE).xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert b"url(" not in PARTS[STYLES] and b"@import" not in PARTS[STYLES]


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://undocs.org/A/1", True),
        ("http://undocs.org/A/1", True),
        ("mailto:a@example.org", True),
        ("ftp://example.org/a", False),
        ("undocs.org/A/1", False),
        ("https:", False),
    ],
)
def test_only_web_and_mail_addresses_are_followed(address: str, followed: bool) -> None:
    page = read_page(with_blocks(Paragraph("", "", (Link(address, "A/1"),))))
    (paragraph,) = page.xpath("//div[@class='text']/p")
    assert paragraph.text_content() == "A/1"
    assert paragraph.xpath("a/@href") == ([address] if followed else [])


def test_every_passage_is_an_anchor_and_every_link_inside_arrives() -> None:
    page = read_page(SAMPLE)
    anchors = Counter(page.xpath("//@id"))
    expected = [*passages(SAMPLE.blocks), *passages(SAMPLE.notes)]
    assert set(expected) <= set(anchors)
    assert set(anchors.values()) == {1}
    assert not [
        address
        for address in page.xpath("//a/@href")
        if address.startswith("#") and address[1:] not in anchors
    ]


def test_numbered_paragraphs_and_points_offer_their_own_address() -> None:
    page = read_page(SAMPLE)
    for passage in ("mandate", "consult-early", "weigh-cost", "recommendations"):
        (link,) = page.xpath(f"//*[@id='{passage}']/a[@class='permalink']")
        assert link.get("href") == f"#{passage}"
    (link,) = page.xpath("//*[@id='mandate']/a[@class='permalink']")
    assert link.get("aria-label") == "Link to this passage 1."


def test_labels_are_text() -> None:
    page = read_page(SAMPLE)
    text = page.xpath("string(//*[@id='weigh-cost'])")
    assert text == "(ii) Weighing the cost of the request against its use;"
    heading = page.xpath("string(//*[@id='introduction'])")
    assert heading == "I. Introduction"


def test_headings_nest_in_sections_and_in_the_contents() -> None:
    page = read_page(SAMPLE)
    (heading,) = page.xpath("//*[@id='agenda-heading']")
    assert heading.tag == "h4"
    assert len(heading.xpath("ancestor::section")) == 3
    (entry,) = page.xpath("//nav//a[@href='#agenda-heading']")
    assert len(entry.xpath("ancestor::li")) == 3


def test_sections_close_when_levels_jump() -> None:
    levels = (2, 4, 1, 5, 3)
    blocks = [Heading(f"h{n}", n, "", plain("x")) for n in levels]
    page = read_page(with_blocks(*blocks))
    depths = [len(h.xpath("ancestor::section")) for h in page.xpath("//section/*[1]")]
    assert len(page.xpath("//section")) == len(levels)
    assert depths == [1, 2, 1, 2, 2]


def test_missing_text_names_its_language_once() -> None:
    (mark,) = read_page(SAMPLE).xpath("//*[@id='missing']/mark")
    assert mark.attrib == {"class": "missing", "lang": "fr", "dir": "auto"}
    assert (
        mark.text_content() == "Plusieurs intervenants ont salué les progrès accomplis."
    )


def test_page_and_words_of_another_language_say_so() -> None:
    page = with_blocks(Paragraph("", "", (Run("Vienna", language="en"),)))
    arabic = page._replace(setting=Setting("ar", "rtl"))
    page = read_page(arabic)
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    (run,) = page.xpath("//div[@class='text']/p/span")
    assert run.attrib == {"lang": "en", "dir": "auto"}


def test_without_words_no_words_are_invented() -> None:
    page = read_page(SAMPLE._replace(words=()))
    assert page.xpath("string(//summary)") == "☰"
    assert not page.xpath("//section[@role='doc-endnotes']/h2")
    assert not page.xpath("//a[@title]")


def test_table_has_a_caption_and_headers_of_columns() -> None:
    (table,) = read_page(SAMPLE).xpath("//table")
    assert table.xpath("string(caption)") == "Attendance by category"
    assert table.xpath("thead//th/@scope") == ["col", "col", "col"]
    assert [cell.text for cell in table.xpath("tbody//td[@class='figure']")] == [
        "4",
        "1",
        "1",
    ]


def test_footnote_leads_there_and_back() -> None:
    page = read_page(SAMPLE)
    (mark,) = page.xpath("//a[@role='doc-noteref']")
    (note,) = page.xpath(f"//li[@id='{mark.get('href')[1:]}']")
    (back,) = note.xpath("a[@role='doc-backlink']")
    assert back.get("href") == f"#{mark.get('id')}"


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        (b"<p>\n{% for x %}", 2, "expected token 'in'"),
        (b"<p>\n\n{{ document.masthead.organisation }}", 3, "'organisation'"),
        (b"{{ titel }}", 1, "'titel' is undefined"),
        (b"\n{{ document.__class__.__mro__ }}", 2, "unsafe"),
    ],
)
def test_a_wrong_page_of_ones_own_is_a_problem(
    template: bytes, line: int, said: str
) -> None:
    parts = {**PARTS, PAGE: template}
    (problem,) = check_page(SAMPLE, parts, "templates/html/page.html")
    assert problem.place == Place("templates/html/page.html", line)
    assert said in problem.message


def test_a_right_page_is_none() -> None:
    assert check_page(SAMPLE, PARTS, "page.html") == ()
