"""Two-column Word files: what goes out, and what comes back from people's hands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from reportkit.problems import Problem, format_problem
from reportkit.translate.placeholders import parts_of
from reportkit.translate.two_columns import export_docx, read_docx
from reportkit.translate.units import Bundle, Return, Returned, Unit
from reportkit.translate.word_typed import Typed, marked, typed_of
from tests import word_checks
from tests.libreoffice import run_macro

# The elements that are looked up here are always there; lxml's types say they may not
# be, which is what is ignored below.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
Tree = etree._Element

CONTEXT = Unit(
    "lead", "At its 3rd meeting, …", "À sa 3e séance, …", number="1", locked=True
)
INTRO = Unit(
    "intro",
    "It met *in camera* on the 2^nd^ day ({ref: dates}).",
    "Il s’est réuni *à huis clos* le 2^e^ jour ({ref: dates}).",
    "reviewed",
    number="add1 1 (b)",
    heading="Organization of the session",
)
STALE = Unit(
    "stale",
    "States should act ({paper: p1}) within 30 days.",
    "Les États devraient agir ({paper: p1}) sous 20 jours.",
    "approved",
    "figures",
    "States should act ({paper: p1}) within 20 days.",
    "2",
)
NEW = Unit("a17.new", "A {{brace} and a star 6*.", number="3")
SENT = Bundle("ctoc-wg-2017", "en", "fr", (CONTEXT, INTRO, STALE, NEW), "add1")

# Themes and tables of fonts may be absent (ECMA-376, 11.3.5); the path of the part
# beside word/ is not followed by the check.
NO_FAULTS = ("relationships/fontTable'", "relationships/theme'", "customXml/item1.xml")


def read(data: bytes) -> tuple[Return, tuple[Problem, ...]]:
    returned, problems = read_docx(data, "fr.docx")
    assert returned is not None, problems
    return returned, problems


def units_of(data: bytes) -> dict[str, Returned]:
    return {unit.id: unit for unit in read(data)[0].units}


def said(data: bytes) -> list[str]:
    return [format_problem(each).splitlines()[0] for each in read(data)[1]]


def changed(
    data: bytes, change: Callable[[Tree], object], part: str = "word/document.xml"
) -> bytes:
    """The package with one of its parts changed."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
            new.writestr(name, content)
    return target.getvalue()


def control(root: Tree, tag: str) -> Tree:
    (found,) = (
        each for each in root.iter(f"{W}sdt")
        if each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == tag  # type: ignore[union-attr]
    )  # fmt: skip
    return found


def row(root: Tree, tag: str) -> Tree:
    return next(control(root, tag).iterancestors(f"{W}tr"))


def runs(*texts: str) -> list[Tree]:
    """Runs, in italics if they begin with a slash, raised if with a caret."""
    made = []
    for text in texts:
        run = etree.Element(f"{W}r")
        look = etree.SubElement(run, f"{W}rPr")
        if text[:1] == "/":
            etree.SubElement(look, f"{W}i")
        if text[:1] == "^":
            etree.SubElement(look, f"{W}vertAlign", {f"{W}val": "superscript"})
        etree.SubElement(run, f"{W}t", SPACES).text = text.lstrip("/^")
        made.append(run)
    return made


def fill(root: Tree, tag: str, *texts: str) -> None:
    """Type into a control, as Word does: what showed where to type is gone."""
    held = control(root, tag)
    shown = held.find(f"{W}sdtPr/{W}showingPlcHdr")
    if shown is not None:
        held.find(f"{W}sdtPr").remove(shown)  # type: ignore[union-attr]
    held.find(f"{W}sdtContent")[:] = runs(*texts)  # type: ignore[index]


def unwrap(root: Tree, tag: str) -> None:
    """Take a control away and leave its words."""
    held = control(root, tag)
    for inner in held.findall(f"{W}sdtContent/*"):
        held.addprevious(inner)
    held.getparent().remove(held)  # type: ignore[union-attr]


def test_the_rows_in_xml(file_regression: FileRegressionFixture) -> None:
    with ZipFile(BytesIO(export_docx(SENT))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    declared = f' xmlns:w="{W.strip("{}")}"'
    rows = list(root.iter(f"{W}tr"))
    text = ""
    for each in (rows[3], rows[6], rows[8]):
        etree.indent(each)
        told = etree.tostring(each, encoding="unicode").replace(declared, "")
        text += told.rstrip() + "\n"
    file_regression.check(text, extension=".xml", encoding="utf-8")


@pytest.mark.parametrize("language", ["fr", "ar", "zh"])
def test_word_finds_nothing_wrong(tmp_path: Path, language: str) -> None:
    path = tmp_path / "sent.docx"
    path.write_bytes(export_docx(SENT._replace(target_language=language)))
    found = word_checks.findings(path)
    assert [f for f in found if not any(each in f for each in NO_FAULTS)] == []


def test_what_comes_back_untouched() -> None:
    returned, problems = read(export_docx(SENT))
    assert returned[:3] == ("ctoc-wg-2017", "en", "fr")
    assert [(u.id, u.source, u.target, u.state, u.line) for u in returned.units] == [
        ("intro", INTRO.source, INTRO.target, "reviewed", 5),
        ("stale", STALE.source, STALE.target, "", 7),
        ("a17.new", NEW.source, "", "", 9),
    ]
    assert problems == ()


def test_the_same_bytes_for_the_same_bundle() -> None:
    assert export_docx(SENT) == export_docx(SENT)


ALPHABET = "aB *^{}<>&\"'\\\n\t:;\u00a0\u0301\u200d\u200f\u2028العم会议𠀀"
TEXT = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=12),
    st.sampled_from(("*a* {ref: b} ^th^", "*a^b^ {note: n}* c", "{*}x{*}", "a^b^^c^")),
)


@given(st.lists(st.tuples(TEXT, TEXT | st.just(""), TEXT), max_size=3))
def test_any_text_comes_back(texts: list[tuple[str, str, str]]) -> None:
    sent = tuple(
        Unit(f"u{n}", source, target, "draft" if target else "", grade, before, before)
        for n, (source, target, before) in enumerate(texts)
        for grade in [("", "figures")[n % 2]]
    )
    for bundle in (Bundle("s", "en", "ar", sent), Bundle("s", "ar", "zh", sent)):
        units = units_of(export_docx(bundle))
        assert [(u.source, u.target) for u in units.values()] == [
            (u.source, u.target) for u in sent
        ]


@given(TEXT)
def test_marks_are_read_from_looks(text: str) -> None:
    """What a program without our own part sends back: looks and typed marks alone."""
    sent = typed_of(text)
    found = marked(sent)
    if found.complete and "{" not in text and "^^" not in text:
        assert parts_of(found.text) == parts_of(text)
    words = [run.text.replace("{", "") for run in sent]
    again = [run.text.replace("{", "") for run in typed_of(found.text)]
    assert "".join(again) == "".join(words)


def test_what_is_typed_is_a_draft_with_marks() -> None:
    def typed(root: Tree) -> None:
        fill(root, "target:a17.new", "Voir ", "/l’", "/annexe {ref: b} ", "le 2", "^e")
        fill(root, "target:intro", " { DDEAUTO c:\\\\a.exe } {{ *6* ")

    units = units_of(changed(export_docx(SENT), typed))
    assert units["a17.new"][2:4] == ("Voir *l’annexe {ref: b}* le 2^e^", "draft")
    assert units["intro"].target == " { DDEAUTO c:\\\\a.exe } {{ {*}6{*} "


def test_fields_typed_in_a_text_are_no_fields() -> None:
    evil = Unit("u", "{ DDEAUTO c:\\a }", '{ INCLUDETEXT "http://a" }', "draft")
    data = export_docx(SENT._replace(units=(evil,)))
    with ZipFile(BytesIO(data)) as package:
        assert not [n for n in package.namelist() if b"instr" in package.read(n)]
    assert units_of(data)["u"].target == evil.target


def test_tracked_changes_are_accepted() -> None:
    def track(root: Tree) -> None:
        fill(root, "target:intro", "Il ", "fut", " réuni", ".")
        _, old, new, _ = control(root, "target:intro").iter(f"{W}r")
        for kind, run in (("del", old), ("ins", new)):
            place = run.getparent().index(run)  # type: ignore[union-attr]
            change = etree.Element(f"{W}{kind}", {f"{W}id": "1", f"{W}author": "A"})
            run.getparent().insert(place, change)  # type: ignore[union-attr]
            change.append(run)

    assert units_of(changed(export_docx(SENT), track))["intro"].target == "Il  réuni."


def test_a_row_whose_deletion_is_tracked_is_gone() -> None:
    def delete(root: Tree) -> None:
        properties = etree.Element(f"{W}trPr")
        etree.SubElement(properties, f"{W}del", {f"{W}id": "1", f"{W}author": "A"})
        row(root, "intro").insert(0, properties)

    data = changed(export_docx(SENT), delete)
    assert "intro" not in units_of(data)
    assert said(data) == [
        "fr.docx:1:1: warning: `intro` (add1 1 (b)) is not in the table any more"
    ]


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ("<w:r {0}><w:footnoteReference w:id='2'/></w:r>", "a footnote in the trans"),
        (
            "<w:tbl {0}><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
            "a table in the translation is read as its words",
        ),
    ],
)
def test_what_a_translation_cannot_hold_is_told(xml: str, told: str) -> None:
    def put(root: Tree) -> None:
        inner = etree.fromstring(xml.format(f'xmlns:w="{W.strip("{}")}"'))
        if inner.tag == f"{W}tbl":
            next(control(root, "target:intro").iterancestors(f"{W}p")).addnext(inner)
        else:
            control(root, "target:intro").addnext(inner)

    (line,) = said(changed(export_docx(SENT), put))
    assert line.startswith(f"fr.docx:5:1: warning: {told}")


def test_a_second_paragraph_and_words_outside_the_control() -> None:
    def typed(root: Tree) -> None:
        paragraph = next(control(root, "target:intro").iterancestors(f"{W}p"))
        paragraph.extend(runs(" Bis."))
        second = etree.Element(f"{W}p")
        second.extend(runs("Ter."))
        paragraph.addnext(second)
        second.addnext(etree.Element(f"{W}p"))

    target = units_of(changed(export_docx(SENT), typed))["intro"].target
    assert target == f"{INTRO.target} Bis.\nTer."


@pytest.mark.parametrize(
    ("tags", "by"),
    [
        (["intro"], "its other control"),
        (["target:intro"], "its other control"),
        (["intro", "target:intro"], "its source"),
        (["id:intro", "intro", "target:intro"], "its source"),
    ],
)
def test_a_row_whose_controls_are_gone_is_known(tags: list[str], by: str) -> None:
    def bare(root: Tree) -> None:
        for tag in tags:
            unwrap(root, tag)

    data = changed(export_docx(SENT), bare)
    assert units_of(data)["intro"].target == INTRO.target
    assert said(data) == [
        f"fr.docx:5:1: warning: a control of this row is gone; by {by} it is `intro`"
    ]


def test_a_row_with_another_source_is_known_by_the_line_above() -> None:
    def bare(root: Tree) -> None:
        fill(root, "intro", "Else.")
        for tag in ("id:intro", "intro", "target:intro"):
            unwrap(root, tag)

    data = changed(export_docx(SENT), bare)
    assert units_of(data)["intro"].target == INTRO.target
    assert said(data)[0].endswith("by the line above it it is `intro`")


def test_context_is_no_passage_though_its_heading_ends_like_an_id() -> None:
    """Other programs leave no control: the last word of a heading is no id."""
    lead = CONTEXT._replace(heading="On the intro")
    sent = SENT._replace(units=(lead, lead._replace(id="lead-2"), INTRO))

    def bare(root: Tree) -> None:
        for each in list(root.iter(f"{W}tag")):
            unwrap(root, each.get(f"{W}val") or "")

    data = changed(export_docx(sent), bare)
    assert [(u.id, u.target) for u in read(data)[0].units] == [("intro", INTRO.target)]
    assert len(said(data)) == 1


def test_a_row_by_itself_is_known_by_its_source() -> None:
    def bare(root: Tree) -> None:
        place, texts = row(root, "id:intro"), row(root, "intro")
        unwrap(root, "intro")
        unwrap(root, "target:intro")
        texts.getparent().append(texts)  # type: ignore[union-attr]
        place.getparent().remove(place)  # type: ignore[union-attr]

    data = changed(export_docx(SENT), bare)
    assert units_of(data)["intro"].target == INTRO.target
    assert said(data)[0].startswith("fr.docx:8:1: warning: a control of this row is g")


def test_a_row_of_nothing_known_is_named() -> None:
    def strange(root: Tree) -> None:
        row(root, "id:intro").getparent().remove(row(root, "id:intro"))  # type: ignore
        unwrap(root, "intro")
        unwrap(root, "target:intro")
        next(root.iterfind(f".//{W}tr[4]/{W}tc/{W}p/{W}r/{W}t")).text = "Else."

    data = changed(export_docx(SENT), strange)
    assert "intro" not in units_of(data)
    assert said(data) == [
        "fr.docx:1:1: warning: `intro` (add1 1 (b)) is not in the table any more",
        "fr.docx:4:1: warning: this row is of no passage: its controls are gone",
    ]


def test_pasted_rows() -> None:
    def paste(root: Tree, *texts: str) -> None:
        here = row(root, "intro")
        here.addnext(etree.fromstring(etree.tostring(here)))
        if texts:
            held = next(here.iter(f"{W}sdtContent"))
            assert held is not None
            last = list(here.iter(f"{W}sdtContent"))[-1]
            last[:] = runs(*texts)

    once = changed(export_docx(SENT), paste)
    assert [u.id for u in read(once)[0].units] == ["intro", "stale", "a17.new"]
    assert said(once) == []
    twice = changed(export_docx(SENT), lambda root: paste(root, "Autre."))
    assert [u.target for u in read(twice)[0].units[:2]] == ["Autre.", INTRO.target]
    assert said(twice) == [
        "fr.docx:6:1: warning: `intro` is here again with another translation"
    ]


def test_a_pasted_control_does_not_move_a_row() -> None:
    def paste(root: Tree) -> None:
        copied = etree.fromstring(etree.tostring(control(root, "target:intro")))
        here = control(root, "target:a17.new")
        here.getparent().replace(here, copied)  # type: ignore[union-attr]

    data = changed(export_docx(SENT), paste)
    assert units_of(data)["a17.new"].target == INTRO.target
    assert said(data) == [
        "fr.docx:9:1: warning: the translation's control is of another row; "
        "taken for `a17.new`"
    ]


def test_a_changed_source_is_told_and_not_taken() -> None:
    data = changed(export_docx(SENT), lambda root: fill(root, "stale", "Else."))
    assert units_of(data)["stale"].source == STALE.source
    assert said(data) == [
        "fr.docx:7:1: warning: the source was changed in the file; "
        "what was sent is taken"
    ]


def test_italics_inside_a_word_are_told() -> None:
    data = changed(
        export_docx(SENT), lambda root: fill(root, "target:intro", "a", "/b", "c")
    )
    assert units_of(data)["intro"].target == "abc"
    assert said(data) == [
        "fr.docx:5:1: warning: italics or raised letters inside words are left out"
    ]


def test_without_the_part_of_what_was_sent() -> None:
    data = changed(
        export_docx(SENT),
        lambda root: etree.strip_elements(root, "{*}unit"),
        "customXml/item1.xml",
    )
    units = units_of(data)
    assert [(u.id, parts_of(u.source), u.target) for u in units.values()] == [
        ("intro", parts_of(INTRO.source), INTRO.target),
        ("stale", parts_of(STALE.source), STALE.target),
        ("a17.new", parts_of(NEW.source), ""),
    ]


def test_ids_too_long_for_a_tag() -> None:
    long = ("a17." + "p" * 39 + "-a", "a17." + "p" * 39 + "-b" + "q" * 36)
    sent = tuple(Unit(id * n, "S", f"T{n}", "draft") for n, id in enumerate(long, 1))
    data = export_docx(SENT._replace(units=sent))
    with ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    tags = [each.get(f"{W}val") or "" for each in root.iter(f"{W}tag")]
    assert max(map(len, tags)) <= 64
    assert list(units_of(data)) == [unit.id for unit in sent]


def ordinary(data: bytes) -> bytes:
    return changed(data, lambda root: root.clear(), "docProps/custom.xml")


def with_doctype(data: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            declared = b'<!DOCTYPE a [<!ENTITY b "c">]>' if "settings" in name else b""
            new.writestr(name, declared + old.read(name).partition(b"?>\n")[2])
    return target.getvalue()


def bomb(data: bytes) -> bytes:
    blanks = etree.Comment(" " * 20_000_000)
    return changed(data, lambda root: root.append(blanks))


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "this file is empty"),
    "text": (b"id;source;target\n", "this is no Word file"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument", "an old Office"),
    "pdf": (b"%PDF-1.7\n", "this is a PDF"),
    "cut": (export_docx(SENT)[:-30], "this file is cut short"),
    "ordinary": (ordinary(export_docx(SENT)), "no two-column table of reportkit's"),
    "doctype": (with_doctype(export_docx(SENT)), "has a DOCTYPE"),
    "bomb": (bomb(export_docx(SENT)), "over 200 times"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_line(name: str) -> None:
    data, told = REFUSED[name]
    returned, (problem,) = read_docx(data, "fr.docx")
    assert returned is None
    assert told in problem.message


def test_a_later_format_is_named() -> None:
    def later(root: Tree) -> None:
        next(root.iter("{*}lpwstr")).text = "reportkit two columns 2"

    data = changed(export_docx(SENT), later, "docProps/custom.xml")
    returned, (problem,) = read_docx(data, "fr.docx")
    assert returned is None
    assert problem.message.startswith("this file is of the format 'reportkit two col")


def test_words_before_and_after_italics() -> None:
    typed = (Typed("le "), Typed(" titre ", True), Typed("entier"))
    assert marked(typed) == ("le  *titre* entier", True)


# Types a translation, and pastes a row with a source and no control at the end.
_BASIC = """
Sub Fill(path As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  file = StarDesktop.loadComponentFromURL(path, "_blank", 0, hidden())
  table = file.TextTables.getByIndex(0)
  table.getCellByName("B9").setString("Une accolade {{ et 6*.")
  table.Rows.insertByIndex(9, 1)
  table.getCellByName("A10").setString(table.getCellByName("A5").getString())
  table.getCellByName("B10").setString("Autre.")
  file.storeToURL(target, word())
  file.close(True)
End Sub
"""


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
def test_filled_in_in_libreoffice(tmp_path: Path) -> None:
    sent, filled = tmp_path / "sent.docx", tmp_path / "filled.docx"
    sent.write_bytes(export_docx(SENT))
    call = f'Fill("{sent.as_uri()}","{filled.as_uri()}")'
    run_macro(tmp_path, _BASIC, call)
    data = filled.read_bytes()
    returned, _ = read(data)
    assert [(u.id, u.target, u.line) for u in returned.units] == [
        ("intro", INTRO.target, 5),
        ("stale", STALE.target, 7),
        ("a17.new", "Une accolade {{ et 6{*}.", 9),
        ("intro", "Autre.", 10),
    ]
    assert "fr.docx:10:1: warning: `intro` is here again" in "\n".join(said(data))
