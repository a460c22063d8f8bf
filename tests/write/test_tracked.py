"""Changes in a Word file: tracked as two programs read them, or shown by looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from word_reports import (
    ARABIC,
    PARTS,
    REPORT,
    blocks,
    broken,
    cell,
    part,
    plain,
    typed,
    value,
    write,
)

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
    Link,
    Listing,
    Note,
    NoteReference,
    Paragraph,
    Reference,
    Run,
    Table,
)
from reportkit.write.docx import write_struck
from tests.tracked_readers import by_libreoffice, by_pandoc
from tests.word_checks import W, by_our_own, findings

FRANCE = Change("France", "2017-10-12")
CHAIR = Change("the Chair & bureau", "2017-10-13")
IN, OUT = Fate(INSERTED, FRANCE), Fate(DELETED, CHAIR)
AWAY, HERE = (Fate(kind, FRANCE, "move-1") for kind in (MOVED_FROM, MOVED_TO))


def new(text: str) -> Insertion:
    return Insertion((Run(text),), FRANCE)


def gone(text: str) -> Deletion:
    return Deletion((Run(text),), CHAIR)


def point(id: str, label: str, text: str, fate: Fate | None = None) -> Item:
    return Item(id, label, plain(text), fate=fate)


MARK = NoteReference("n-moved", "2")
CHANGED: tuple[Block, ...] = (
    Heading("chapter", 1, "I.", (Run("Old and "), gone("worn "), Run("words"))),
    Paragraph(
        "p-words",
        "1.",
        (
            Run("See "),
            Deletion((Link("https://undocs.org/A/1", "A/1"), Run(" and ")), CHAIR),
            Insertion((Reference("rec-c", "1 (b)"), Run(" or ")), FRANCE),
            Run("more"),
            # LibreOffice joins a paragraph to the next one when two notes beside
            # each other end it and a change of the second is undone.
            Deletion((NoteReference("n-old", "*"),), CHAIR),
            Insertion((NoteReference("n-new", "1"),), FRANCE),
            Run("."),
        ),
    ),
    Listing(
        "points",
        (
            point("rec-a", "(a)", "First, dropped;", OUT),
            Item(
                "rec-b",
                "(a)",
                (Run("Moved "), gone("badly "), Run("on;"), MARK),
                (),
                AWAY,
            ),
            point("rec-c", "(b)", "Stays;"),
            point("rec-d", "(c)", "One new;", IN),
            point("rec-e", "(d)", "Two new;", IN),
            point("rec-f", "(e)", "Last, dropped.", OUT),
        ),
    ),
    Table(
        "t-rows",
        plain("Rows"),
        (cell("Region"), cell("Requests", True)),
        (
            (cell("Africa", id="africa"), cell("1", True)),
            (cell("Asia", id="asia"), cell("2", True)),
            (cell("Europe"), cell("3", True)),
        ),
        fates=(OUT, IN, None),
    ),
    Paragraph("p-before", "2.", plain("Before a new table:"), fate=OUT),
    Table("t-new", plain("New"), (cell("Head"),), ((cell("Cell"),),), fate=IN),
    Listing(
        "dashes",
        (
            point("d-one", "–", "A dash."),
            Item(
                "rec-b", "–", (Run("Moved "), new("well "), Run("on;"), MARK), (), HERE
            ),
        ),
    ),
    Heading("annex", 1, "Annex I", plain("At the end"), new_page=True, fate=IN),
)
TRACKED = blocks(*CHANGED)._replace(
    id="tracked",
    corner=(),
    title=(Run("Draft "), gone("paper"), new("report")),
    subtitle=(),
    notes=(
        Note("n-old", "*", plain("An old note."), OUT),
        Note("n-moved", "2", (Run("A note "), gone("worn "), Run("moved."))),
        Note("n-new", "1", plain("A new note.")),
    ),
)
LATER = [
    "Draft report",
    "I. Old and words",
    "1. See 1 (b) or more.",
    "(b) Stays;",
    "(c) One new;",
    "(d) Two new;",
    *("Rows", "Region", "Requests", "Asia", "2", "Europe", "3"),
    *("New", "Head", "Cell"),
    "– A dash.",
    "– Moved well on;",
    "Annex I At the end",
]
EARLIER = [
    "Draft paper",
    "I. Old and worn words",
    "1. See A/1 and more.",
    "(a) First, dropped;",
    "(a) Moved badly on;",
    "(b) Stays;",
    "(e) Last, dropped.",
    *("Rows", "Region", "Requests", "Africa", "1", "Europe", "3"),
    "2. Before a new table:",
    "– A dash.",
]
RIGHT_TO_LEFT = ARABIC._replace(
    id="rtl",
    corner=(),
    subtitle=(),
    title=plain("تقرير"),
    blocks=(
        Heading("chapter", 1, "أولا -", (Run("التوصيات"), new(" الجديدة"))),
        Paragraph("p-gone", "1-", plain("فقرة محذوفة"), fate=OUT),
        Paragraph("p-new", "1-", plain("فقرة جديدة"), fate=IN),
    ),
)


@pytest.mark.parametrize("document", [TRACKED, RIGHT_TO_LEFT], ids=lambda d: d.id)
def test_no_check_finds_anything(document: Document, tmp_path: Path) -> None:
    assert findings(write(document, tmp_path)) == []


@pytest.mark.parametrize("read", [by_pandoc, by_libreoffice])
def test_accepting_gives_the_later_and_rejecting_the_earlier_text(
    read: Callable[[Sequence[Path], bool], list[list[str]]], tmp_path: Path
) -> None:
    paths = [write(each, tmp_path) for each in (TRACKED, RIGHT_TO_LEFT)]
    later, earlier = read(paths, True), read(paths, False)
    assert later[0] == LATER
    assert earlier[0] == EARLIER
    assert later[1] == ["تقرير", "أولا - التوصيات الجديدة", "1- فقرة جديدة"]
    assert earlier[1] == ["تقرير", "أولا - التوصيات", "1- فقرة محذوفة"]


def test_a_change_tells_who_and_when() -> None:
    body = part(TRACKED)
    worded = {
        "".join(map(str, change.itertext())): (
            change.get(f"{W}author"),
            change.get(f"{W}date"),
        )
        for change in body.iter(f"{W}ins", f"{W}del")
    }
    assert worded["report"] == ("France", "2017-10-12T00:00:00Z")
    assert worded["paper"] == ("the Chair & bureau", "2017-10-13T00:00:00Z")


def test_a_change_without_a_day_has_no_date(tmp_path: Path) -> None:
    undated = Fate(INSERTED, Change("France", ""))
    moves = (
        Paragraph(kind, "", plain(kind), fate=Fate(kind, undated.change, "move-1"))
        for kind in (MOVED_FROM, MOVED_TO)
    )
    document = blocks(Paragraph("new", "", plain("New"), fate=undated), *moves)
    assert findings(write(document, tmp_path)) == []


def names_of_bookmarks(document: Document) -> list[str]:
    body = part(document)
    return [mark.get(f"{W}name", "") for mark in body.iter(f"{W}bookmarkStart")]


def test_what_is_gone_has_no_bookmark_and_all_else_has() -> None:
    names = names_of_bookmarks(TRACKED)
    assert {"chapter", "rec_b", "rec_d", "t_rows", "asia", "t_new"} <= set(names)
    assert not {"rec_a", "rec_f", "africa", "p_before"} & set(names)
    notes = part(TRACKED, "word/footnotes.xml")
    held = [mark.get(f"{W}name") for mark in notes.iter(f"{W}bookmarkStart")]
    assert held == ["n_new", "n_moved"]
    moved = part(TRACKED).find(f".//{W}bookmarkStart[@{W}name='rec_b']/..")
    assert moved is not None
    assert value(moved, f"{W}moveToRangeStart", "name") == "move_1"


def test_a_reference_to_what_is_gone_leads_nowhere() -> None:
    dropped = Paragraph("dropped", "1.", plain("Gone"), fate=OUT)
    pointing = Paragraph("", "1.", (Reference("dropped", "1"),))
    assert part(blocks(dropped, pointing)).find(f".//{W}hyperlink") is None


def test_labels_are_marked_with_their_paragraph_only() -> None:
    unmarked = {
        typed(paragraph).strip(): "".join(map(typed, paragraph.iterfind(f"{W}r")))
        for paragraph in part(TRACKED).iter(f"{W}p")
    }
    assert unmarked["I.\tOld and words"] == "\tI.\tOld and words"
    assert unmarked["(b)\tStays;"] == "\t(b)\tStays;"
    assert unmarked["(c)\tOne new;"] == unmarked["Annex I\nAt the end"] == ""


def names_of(found: etree._Element | None) -> list[str]:
    assert found is not None
    return [etree.QName(child).localname for child in found]


def test_the_end_of_a_paragraph_has_the_mark_of_its_words() -> None:
    ends = [
        ("".join(map(str, paragraph.itertext())), *names_of(end))
        for paragraph in part(TRACKED).iter(f"{W}p")
        if (end := paragraph.find(f"{W}pPr/{W}rPr")) is not None
    ]
    assert ends == [
        ("(a)First, dropped;", "del"),
        ("(a)Moved badly on;", "moveFrom"),
        ("(c)One new;", "ins"),
        ("(d)Two new;", "ins"),
        ("(e)Last, dropped.", "del"),
        *(("Africa", "del"), ("1", "del"), ("Asia", "ins"), ("2", "ins")),
        ("2.Before a new table:", "del"),
        # The empty one ends the new table.
        *(("New", "ins"), ("Head", "ins"), ("Cell", "ins"), ("", "ins")),
        ("–Moved well on;", "moveTo"),
        ("Annex IAt the end", "ins"),
    ]


def test_rows_are_marked_with_their_fates() -> None:
    rows = part(TRACKED).iter(f"{W}trPr")
    assert [names_of(row)[1:] for row in rows] == [
        *(["tblHeader"], ["del"], ["ins"], []),
        *(["tblHeader", "ins"], ["ins"]),
    ]


def test_a_note_that_moved_has_a_footnote_at_each_place() -> None:
    notes = part(TRACKED, "word/footnotes.xml")
    held = ["".join(map(str, note.itertext())) for note in notes]
    in_order = ["*An old note.", "A new note.", *["A note worn moved."] * 2]
    assert held[2:] == in_order


def test_the_end_rule_stays_unmarked_and_last() -> None:
    *_, last = part(TRACKED).iter(f"{W}p")
    assert value(last, f"{W}pPr/{W}pStyle") == "EndRule"
    assert last.find(f".//{W}ins") is None


def struck(document: Document) -> etree._Element:
    with ZipFile(BytesIO(write_struck(document, PARTS))) as package:
        return etree.fromstring(package.read("word/document.xml"))


def looks(tree: etree._Element) -> dict[str, set[str]]:
    """The words of each run, with the names of what makes its look."""
    return {
        "".join(map(str, run.itertext())): {
            etree.QName(child).localname for child in run.iterfind(f"{W}rPr/*")
        }
        for run in tree.iter(f"{W}r")
    }


def test_struck_variant_tracks_nothing_and_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "struck.docx"
    path.write_bytes(write_struck(TRACKED, PARTS))
    assert findings(path) == []
    text = etree.tostring(struck(TRACKED), encoding="unicode")
    marks = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:delText", "w:author")
    assert [mark for mark in marks if mark in text] == []
    assert FRANCE.author not in text


def test_struck_variant_shows_changes_by_looks() -> None:
    found = looks(struck(TRACKED))
    assert found["report"] == {"b", "bCs", "u"}
    assert found["paper"] == {"strike"}
    assert found["First, dropped;"] == {"strike"}
    assert found["(c)"] == found["One new;"] == {"b", "bCs", "u"}
    assert found["badly "] == {"strike"}
    assert found["well "] == {"b", "bCs", "u"}
    assert found["Stays;"] == found["(b)"] == set()
    assert found["A/1"] == {"rStyle", "strike"}


def test_moved_words_are_bold_where_they_arrive() -> None:
    (arrived,) = (
        p for p in struck(TRACKED).iter(f"{W}p") if typed(p).startswith("–\tMoved")
    )
    assert looks(arrived)["on;"] == {"b", "bCs"}


def test_without_changes_both_variants_are_the_same(tmp_path: Path) -> None:
    assert write(REPORT, tmp_path).read_bytes() == write_struck(REPORT, PARTS)


KEPT = ' xml:space="preserve">'


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (f"delText{KEPT}paper</w:delText>", f"t{KEPT}paper</w:t>", "wrong element"),
        ('RangeStart w:id="', 'RangeStart w:id="9', "has one end"),
        ('w:name="move_1"', 'w:name="move_2"', "'move_2' has one place"),
        ('w:name="move_1"', 'w:name="rec_b"', "named as a bookmark is"),
    ],
)
def test_defects_of_changes_are_found(
    old: str, new: str, finding: str, tmp_path: Path
) -> None:
    path = broken(write(TRACKED, tmp_path), "word/document.xml", old, new)
    assert any(finding in found for found in by_our_own(path))
