"""Two texts side by side: what stands on each side, where its links lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from sample_document import SAMPLE, cells, plain

from reportkit.document.nodes import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Block,
    Change,
    Deletion,
    Document,
    Fate,
    Heading,
    Insertion,
    Item,
    Listing,
    Note,
    NoteReference,
    Paragraph,
    Property,
    Reference,
    Run,
    Setting,
    Table,
)
from reportkit.languages.table import CODES
from reportkit.write.comparison import PAGE, SECTION, STYLES, WORDS, write_comparison
from reportkit.write.html import PAGE as PLAIN_PAGE
from reportkit.write.html import STYLES as PLAIN_STYLES
from reportkit.write.html import write_html
from tests.sessions_in_text import words_of
from tests.six.chromium import find_chromium, running

TEMPLATES = Path(__file__).parents[2] / "templates"
PARTS = {
    name: (TEMPLATES / name).read_bytes()
    for name in (PAGE, STYLES, PLAIN_PAGE, PLAIN_STYLES)
}
FRANCE = Change("France", "2017-10-13")
FLOOR = Change("the floor", "2017-10-12")


def gone(text: str) -> Deletion:
    return Deletion((Run(text),), FRANCE)


def new(text: str) -> Insertion:
    return Insertion((Run(text),), FRANCE)


TEXTS = Paragraph(
    "texts",
    "1.",
    (
        Run("The Group met in "),
        Deletion((Run("Geneva"), NoteReference("old-note", "1")), FRANCE),
        Insertion((Run("Vienna"), NoteReference("new-note", "1")), FRANCE),
        Run(", as "),
        Reference("early", "paragraph 2 (b)"),
        Run(" has it."),
        NoteReference("both", "2"),
    ),
)
AWAY, HERE = Fate(MOVED_FROM, FLOOR, "m1"), Fate(MOVED_TO, FLOOR, "m1")
EARLY = (Run("Consult early"), NoteReference("moved-note", "3"))
POINTS = Listing(
    "points",
    (
        Item("early", "(a)", (*EARLY, gone(" or late")), fate=AWAY),
        Item(
            "weigh",
            "(a)",
            plain("Weigh the cost:"),
            (
                Item("", "(i)", plain("Of asking;")),
                Item("", "(ii)", plain("Of silence;")),
            ),
        ),
        Item("early", "(b)", EARLY, fate=HERE),
    ),
)
FIGURES = Table(
    "figures",
    (),
    cells("States", "Present"),
    (
        cells("Parties", "4"),
        cells("Signatories", "1"),
        cells("Observers", "2"),
    ),
    fates=(None, Fate(DELETED, FRANCE), Fate(INSERTED, FRANCE)),
)
BLOCKS: tuple[Block, ...] = (
    Heading("opening", 1, "I.", (Run("Opening"), new(" of the meeting"))),
    TEXTS,
    Paragraph(
        "dropped",
        "2.",
        (Run("This was said."), NoteReference("lost-note", "3")),
        fate=Fate(DELETED, FRANCE),
    ),
    Paragraph("lead", "2.", plain("The Group agreed to:")),
    POINTS,
    Listing("dashes", (Item("", "–", plain("A paper.")),)),
    Heading("closing", 1, "II.", plain("Closing"), fate=Fate(INSERTED, FLOOR)),
    FIGURES,
)
NOTES = tuple(
    Note(id, label, plain(text))
    for id, label, text in (
        ("old-note", "1", "In the Palais."),
        ("new-note", "1", "In the Centre."),
        ("both", "2", "See the agenda."),
        ("lost-note", "3", "By one."),
        ("moved-note", "3", "See the rules."),
    )
)


def words_in(code: str) -> tuple[Property, ...]:
    """The words of the page in a language, as a document carries them."""
    words = words_of(code)
    return tuple(Property(key, words.find(SECTION, key)) for key in WORDS)


TRACKED = SAMPLE._replace(
    corner=SAMPLE.corner[:1],
    title=(gone("Draft report"), new("Report"), Run(" on the meeting")),
    blocks=BLOCKS,
    notes=NOTES,
    words=(*SAMPLE.words, *words_in("en")),
)


def read_page(document: Document, **labels: str) -> lxml.html.HtmlElement:
    named = {id.replace("_", "-"): label for id, label in labels.items()}
    return lxml.html.fromstring(write_comparison(document, PARTS, named))


def with_blocks(*blocks: Block) -> Document:
    return TRACKED._replace(blocks=blocks, notes=(), corner=(), title=(), subtitle=())


def sides(page: lxml.html.HtmlElement, place: str = "text") -> list[tuple[str, str]]:
    """What stands on the two sides of each row, white space folded."""
    rows = page.xpath(f"//div[@class='{place}']/div[contains(@class, 'row')]")
    return [(said(row[0]), said(row[1])) for row in rows]


def said(cell: lxml.html.HtmlElement) -> str:
    return " ".join(cell.text_content().split())


def test_sample_page(file_regression: FileRegressionFixture) -> None:
    page = write_comparison(TRACKED, {**PARTS, STYLES: b""})
    file_regression.check(page.decode(), encoding="utf-8", extension=".html")


def test_each_side_has_its_own_text() -> None:
    assert sides(read_page(TRACKED)) == [
        ("Opening", "I. Opening of the meeting"),
        (
            "The Group met in Geneva1, as paragraph 2 (b) has it.2",
            "1. The Group met in Vienna1, as paragraph 2 (b) has it.2",
        ),
        ("2. This was said.3 deleted · France · 2017-10-13", ""),
        ("The Group agreed to:", "2. The Group agreed to:"),
        (
            "(a) Consult early3 or late moved and amended · the floor · 2017-10-12",
            "",
        ),
        ("Weigh the cost:", "(a) Weigh the cost:"),
        ("Of asking;", "(i) Of asking;"),
        ("Of silence;", "(ii) Of silence;"),
        ("", "(b) Consult early3 moved and amended · the floor · 2017-10-12"),
        ("– A paper.", "– A paper."),
        ("", "II. Closing new · the floor · 2017-10-12"),
        (
            "StatesPresent Parties4 Signatories1",
            "StatesPresent Parties4 Observers2",
        ),
    ]


def test_the_title_is_compared_as_well() -> None:
    (title,) = read_page(TRACKED).xpath("//div[@class='row amended title']")
    assert (said(title[0]), said(title[1])) == (
        "Draft report on the meeting",
        "Report on the meeting",
    )


def test_a_note_stands_where_it_is_called() -> None:
    assert sides(read_page(TRACKED), "notes") == [
        ("1 In the Palais.", ""),
        ("", "1 In the Centre."),
        ("2 See the agenda.", "2 See the agenda."),
        ("3 By one.", ""),
        ("3 See the rules.", "3 See the rules."),
    ]


def test_labels_of_the_earlier_text_are_printed_where_they_are_known() -> None:
    page = read_page(TRACKED, texts="7.", weigh="(b)", both="9")
    rows = [earlier for earlier, _ in sides(page)]
    assert rows[1] == "7. The Group met in Geneva1, as paragraph 2 (b) has it.9"
    assert rows[5] == "(b) Weigh the cost:"
    assert rows[3] == "The Group agreed to:"
    assert sides(page, "notes")[2] == ("9 See the agenda.", "2 See the agenda.")


def test_changed_words_are_marked_and_say_by_whom_and_when() -> None:
    page = read_page(TRACKED)
    (row,) = page.xpath("//div[.//p[@id='texts']][contains(@class, 'row')]")
    assert row.xpath("string(div[1]//del)") == "Geneva1"
    assert row.xpath("string(div[2]//ins)") == "Vienna1"
    for change in row.xpath(".//ins | .//del"):
        assert change.get("title") == "2017-10-13, France"
        assert change.get("datetime") == "2017-10-13"
    assert not row.xpath("div[1]//ins | div[2]//del")


def test_a_whole_passage_is_marked_and_says_by_whom_and_when() -> None:
    page = read_page(TRACKED)
    (row,) = page.xpath("//div[@class='row deleted']")
    (mark,) = row.xpath("div[@class='earlier']/del[@class='deleted']")
    assert mark.get("title") == "2017-10-13, France"
    assert mark.xpath("p")


def test_the_two_places_of_a_move_lead_to_each_other() -> None:
    page = read_page(TRACKED)
    (left,) = page.xpath("//div[contains(@class, 'row moved-from')]")
    (right,) = page.xpath("//div[contains(@class, 'row moved-to')]")
    for here, there in ((left, right), (right, left)):
        (link,) = here.xpath(".//p[@class='fate']/a/@href")
        assert link == f"#{there.get('id')}"
    assert right.xpath(".//li/@id") == ["early"]


def test_a_move_without_other_words_is_only_moved() -> None:
    away = Paragraph("early", "1.", plain("Early."), fate=AWAY)
    page = read_page(with_blocks(away, away._replace(fate=HERE)))
    assert page.xpath("//p[@class='fate']/a/text()") == ["moved", "moved"]


def test_every_anchor_stands_once_and_every_link_arrives() -> None:
    page = read_page(TRACKED)
    anchors = Counter(page.xpath("//@id"))
    assert set(anchors.values()) == {1}
    links = [each[1:] for each in page.xpath("//a/@href") if each.startswith("#")]
    assert links and set(links) <= set(anchors)
    (earlier,) = page.xpath("//p[@id='_earlier_texts']/a[contains(., 'paragraph')]")
    assert earlier.get("href") == "#_earlier_early"


def test_what_stays_is_known_as_the_same() -> None:
    page = read_page(TRACKED)
    rows = page.xpath("//div[@class='text']/div[contains(@class, 'same')]")
    assert [said(row[1]) for row in rows] == [
        "2. The Group agreed to:",
        "(a) Weigh the cost:",
        "(i) Of asking;",
        "(ii) Of silence;",
        "– A paper.",
    ]


def test_without_words_no_words_are_invented() -> None:
    page = read_page(TRACKED._replace(words=()))
    assert page.xpath("string(//h1)") == "⇄"
    assert not page.xpath("//div[contains(@class, 'columns')]")
    assert said(page.xpath("//div[@class='row deleted']/div")[0]) == (
        "2. This was said.3 France · 2017-10-13"
    )


def fill(value: Any, text: str) -> Any:
    """The same tree with every string in it replaced, but for what a fate is."""
    if isinstance(value, str):
        return text
    if isinstance(value, Fate):
        return Fate(value.kind, Change(text, text), value.move and text)
    if isinstance(value, tuple):
        parts = (fill(part, text) for part in value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


@pytest.mark.parametrize(
    "payload",
    [
        "</style></title><script>alert(1)</script>",
        "\"><img src=x onerror='alert(1)'>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "{{ ''.__class__ }}{% for x in y %}",
    ],
)
def test_nothing_written_by_an_author_can_run(payload: str) -> None:
    filled = fill(TRACKED, payload)
    words = tuple(Property(word.name, payload) for word in TRACKED.words)
    page = read_page(filled._replace(words=words))
    known = {element.tag for element in read_page(TRACKED).iter("*")}
    assert {element.tag for element in page.iter("*")} <= known
    names = {name for element in page.iter("*") for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name == "src"]
    assert all(each.startswith("#") for each in page.xpath("//a/@href"))
    assert payload in page.xpath("string(//p[@class='fate'])")


def test_policy_allows_nothing_but_the_style_sheet_inside() -> None:
    (policy,) = read_page(TRACKED).xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert b"url(" not in PARTS[STYLES] and b"@import" not in PARTS[STYLES]
    assert not read_page(TRACKED).xpath("//script")


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_words_of_the_page(code: str) -> None:
    page = read_page(TRACKED._replace(words=words_in(code)))
    said_of_it = page.xpath("//p[@class='fate']/text() | //p[@class='fate']/a/text()")
    assert len({text.strip(" ·") for text in said_of_it} - {""}) == 3
    assert all(word.value and "{" not in word.value for word in words_in(code))


def plain_page(*blocks: Block) -> lxml.html.HtmlElement:
    """The page that `write_html` makes of blocks with fates."""
    return lxml.html.fromstring(write_html(with_blocks(*blocks), PARTS))


def test_a_page_of_one_column_marks_whole_passages_too() -> None:
    page = plain_page(*BLOCKS)
    marks = [
        (mark.tag, mark.get("class"), said(mark))
        for mark in page.xpath("//div[@class='text']//*[self::ins or self::del]")
        if mark.get("class")
    ]
    assert marks == [
        ("del", DELETED, "2."),
        ("del", DELETED, "This was said.3"),
        ("del", MOVED_FROM, "(a)"),
        ("del", MOVED_FROM, "Consult early3 or late"),
        ("ins", MOVED_TO, "(b)"),
        ("ins", MOVED_TO, "Consult early3"),
        ("ins", INSERTED, "II."),
        ("ins", INSERTED, "Closing"),
        ("del", DELETED, "Signatories"),
        ("del", DELETED, "1"),
        ("ins", INSERTED, "Observers"),
        ("ins", INSERTED, "2"),
    ]
    assert page.xpath("//li[@id='early']/ins") and not page.xpath("//li[@id]/del")
    assert set(Counter(page.xpath("//@id")).values()) == {1}


def test_a_whole_table_has_its_fate_in_every_cell() -> None:
    moved = FIGURES._replace(fate=AWAY, fates=())
    page = plain_page(moved, moved._replace(fate=HERE))
    away, here = page.xpath("//table")
    assert (away.get("id"), here.get("id")) == (None, "figures")
    for table, tag in ((away, "del"), (here, "ins")):
        assert len(table.xpath(f".//{tag}")) == len(table.xpath(".//th | .//td"))


CHROMIUM = find_chromium()
# The tops and starts of both sides of the first paragraph, and what is too wide.
PLACES = """(() => {
    const row = document.querySelector("#texts").closest(".row");
    const [a, b] = [...row.children].map((e) => e.getBoundingClientRect());
    const same = document.querySelector(".text .same > .earlier");
    return {below: b.top >= a.bottom - 1, beside: Math.abs(a.top - b.top) < 1,
            right: a.left > b.left, once: same.offsetHeight === 0,
            wide: document.documentElement.scrollWidth > innerWidth};
})()"""


def test_columns_on_a_screen_and_on_a_telephone(tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    arabic = TRACKED._replace(setting=Setting("ar", "rtl"), words=words_in("ar"))
    with running(CHROMIUM, tmp_path / "profile") as browser:

        def places(document: Document, width: int) -> Mapping[str, bool]:
            path = tmp_path / "page.html"
            path.write_bytes(write_comparison(document, PARTS))
            browser.open(path, width)
            found: Mapping[str, bool] = browser.evaluate(PLACES)
            return found

        wide = {"below": False, "beside": True, "once": False, "wide": False}
        assert places(TRACKED, 1200) == {**wide, "right": False}
        assert places(arabic, 1200) == {**wide, "right": True}
        narrow = {"below": True, "beside": False, "once": True, "wide": False}
        for document in (TRACKED, arabic):
            assert places(document, 360) == {**narrow, "right": False}
            assert places(document, 699)["below"]
            assert places(document, 700)["beside"]


def test_a_document_without_changes_is_the_same_on_both_sides() -> None:
    page = read_page(SAMPLE)
    rows = page.xpath("//div[@class='text']/div[contains(@class, 'row')]")
    assert rows and all("same" in row.get("class") for row in rows)
