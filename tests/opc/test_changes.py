"""Texts with their tracked changes accepted and rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.opc.changes import ACCEPTED, REJECTED, paragraphs_as, text_as, texts_as
from reportkit.opc.word_file import Change, CommentRange
from tests.opc.word_packages import (
    cell,
    changed,
    ended,
    opened,
    package,
    paragraph,
    row,
    run,
    table,
)
from tests.tracked_readers import by_libreoffice, by_pandoc


def whole(kind: str, text: str) -> str:
    """A paragraph that is changed with its end."""
    return paragraph(changed(kind, run(text)), ended(kind))


MOVED = (
    '<w:moveFromRangeStart w:id="8" w:name="m1"/>'
    + paragraph(changed("moveFrom", run("moved")), ended("moveFrom"))
    + '<w:moveFromRangeEnd w:id="8"/>'
    + paragraph(run("stays"))
    + '<w:moveToRangeStart w:id="9" w:name="m1"/>'
    + paragraph(changed("moveTo", run("moved")), ended("moveTo"))
    + '<w:moveToRangeEnd w:id="9"/>'
    + paragraph(run("last"))
)
BODIES = {
    "words": (
        paragraph(run("a ") + changed("ins", run("new ")) + changed("del", run("old"))),
        ["a new "],
        ["a old"],
    ),
    "joined": (
        paragraph(run("one "), ended("del")) + paragraph(run("two")),
        ["one two"],
        ["one ", "two"],
    ),
    "parted": (
        paragraph(run("one "), ended("ins")) + paragraph(run("two")),
        ["one ", "two"],
        ["one two"],
    ),
    "a new paragraph": (
        paragraph(run("one"))
        + paragraph(changed("ins", run("new")), ended("ins"))
        + paragraph(run("two")),
        ["one", "new", "two"],
        ["one", "two"],
    ),
    "inserted, then deleted": (
        paragraph(run("a") + changed("ins", changed("del", run("gone"), author="Ben"))),
        ["a"],
        ["a"],
    ),
    "moved": (MOVED, ["stays", "moved", "last"], ["moved", "stays", "last"]),
    "rows": (
        table(
            row(cell(paragraph(run("stays")))),
            row(cell(whole("ins", "new")), properties=changed("ins", "")),
            row(cell(whole("del", "old")), properties=changed("del", "")),
        )
        + paragraph(run("end")),
        ["stays", "new", "end"],
        ["stays", "old", "end"],
    ),
    "an end before a table": (
        paragraph(run("one"), ended("del"))
        + table(row(cell(paragraph(run("in")))))
        + paragraph(run("two")),
        ["one", "in", "two"],
        ["one", "in", "two"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_changes_are_accepted_and_rejected(name: str) -> None:
    body, accepted, rejected = BODIES[name]
    paragraphs = opened(body).paragraphs
    assert list(texts_as(paragraphs, ACCEPTED)) == accepted
    assert list(texts_as(paragraphs, REJECTED)) == rejected


@pytest.mark.parametrize("reader", [by_pandoc, by_libreoffice])
def test_other_programs_read_the_same(reader: object, tmp_path: Path) -> None:
    # Pandoc keeps rows that a change takes away, and joins across a table.
    left_out = {"rows", "an end before a table"} if reader is by_pandoc else set()
    names = [name for name in BODIES if name not in left_out]
    paths = [tmp_path / f"{place}.docx" for place in range(len(names))]
    for path, name in zip(paths, names, strict=True):
        path.write_bytes(package(BODIES[name][0]))
    assert callable(reader)
    for accept in (True, False):
        ours = [
            [" ".join(x.split()) for x in BODIES[n][1 if accept else 2]] for n in names
        ]
        assert dict(zip(names, reader(paths, accept), strict=True)) == dict(
            zip(names, ours, strict=True)
        )


def test_a_change_inside_a_change_is_known() -> None:
    body = paragraph(changed("ins", changed("del", run("x"), 2, "Ben"), 1, "Ana"))
    change = opened(body).paragraphs[0].runs[0].change
    date = "2017-10-13T10:00:00Z"
    inserted = Change("ins", "Ana", date, "1")
    assert change == Change("del", "Ben", date, "2", inside=inserted)


def test_both_places_of_a_move_have_its_name() -> None:
    paragraphs = opened(MOVED).paragraphs
    marks = [(p.mark.kind, p.mark.move) if p.mark else None for p in paragraphs]
    assert marks == [("moveFrom", "m1"), None, ("moveTo", "m1"), None]
    change = paragraphs[0].runs[0].change
    assert change and change.move == "m1"


def test_comments_and_boxes_survive_a_join() -> None:
    box = f"<w:r><w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent></w:r>"
    ends = [f'<w:commentRange{each} w:id="1"/>' for each in ("Start", "End")]
    body = paragraph(changed("del", run("gone")) + run("one") + box, ended("del"))
    body += paragraph(run("two") + ends[0] + run("three") + ends[1])
    joined, boxed = paragraphs_as(opened(body).paragraphs, ACCEPTED)
    assert [run.text for run in joined.runs] == ["one", "two", "three"]
    assert joined.comments == (CommentRange("1", 2, 3),)
    assert (joined.mark, boxed.text) == (None, "boxed")


def test_a_box_goes_with_its_row() -> None:
    box = f"<w:r><w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent></w:r>"
    body = table(row(cell(paragraph(box)), properties=changed("del", "")))
    assert "".join(texts_as(opened(body).paragraphs, ACCEPTED)) == ""


def test_one_paragraph_can_be_asked_for() -> None:
    body = paragraph(run("a") + changed("ins", run("b")) + changed("del", run("c")))
    only = opened(body).paragraphs[0]
    assert (text_as(only, ACCEPTED), text_as(only, REJECTED)) == ("ab", "ac")
