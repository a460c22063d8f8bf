"""Lines of a report held against what is printed: words first, labels apart."""

from __future__ import annotations

from reportkit.edition.importing_labels import runs_of
from reportkit.edition.importing_printed import row_of
from reportkit.edition.importing_rows import (
    Differences,
    Printed,
    differences,
    lines_in,
)
from reportkit.problems import Place
from reportkit.published.lines import (
    DASH,
    HEADING,
    MASTHEAD,
    PARAGRAPH,
    SUBTITLE,
    TITLE,
    Line,
)


def lines(*rows: tuple[str, str, str]) -> list[Line]:
    """Lines by kind, label and text."""
    return [
        Line(kind, text, Place("r", n), label)
        for n, (kind, label, text) in enumerate(rows, 1)
    ]


def printed(*rows: tuple[str, str]) -> list[Printed]:
    """What is printed in the body, by label and text."""
    return [
        Printed(f"p{n}", f"{label} {text}".strip(), text, label)
        for n, (label, text) in enumerate(rows, 1)
    ]


def texts(some: tuple[Line, ...]) -> list[str]:
    return [line.text for line in some]


def shifted(paragraphs: int) -> Differences:
    """Paragraphs of which the first is not printed, so that labels are moved."""
    rows = [(PARAGRAPH, f"{n}.", f"Text {n} of many.") for n in range(1, paragraphs)]
    shown = [(f"{n}.", f"Text {n + 1} of many.") for n in range(1, paragraphs - 1)]
    return differences(printed(*shown), lines(*rows))


def test_a_lost_paragraph_loses_no_other() -> None:
    found = shifted(9)
    assert texts(found.missing) == ["Text 1 of many."]
    assert not found.unexpected
    assert len(found.relabelled) == 7


def test_moved_labels_are_one_run() -> None:
    (run,) = runs_of(shifted(9).relabelled, ())
    assert run.pairs[0].lines[0].label == "2."
    assert run.pairs[-1].lines[0].label == "8."


def test_a_label_that_is_right_ends_a_run() -> None:
    own = lines(*((PARAGRAPH, f"{n}.", f"Text {n}.") for n in (1, 2, 3)))
    shown = printed(("9.", "Text 1."), ("2.", "Text 2."), ("11.", "Text 3."))
    found = differences(shown, own)
    assert len(runs_of(found.relabelled, found.same)) == 2


def test_points_between_paragraphs_end_no_run() -> None:
    own = lines(
        (PARAGRAPH, "2.", "Text."),
        ("point", "(a)", "Apples."),
        (PARAGRAPH, "3.", "End."),
    )
    shown = printed(("1.", "Text."), ("(a)", "Apples."), ("2.", "End."))
    found = differences(shown, own)
    assert [len(run.pairs) for run in runs_of(found.relabelled, found.same)] == [2]


def test_what_is_printed_elsewhere_is_not_lost() -> None:
    own = lines(*((DASH, "–", each) for each in ("One.", "Two.", "Three.", "Four.")))
    found = differences(
        printed(*(("", each) for each in ("Two.", "Three.", "Four.", "One."))), own
    )
    assert (found.missing, found.unexpected) == ((), ())
    assert texts(lines_in(found.elsewhere)) == ["One."]


def test_other_words_are_told_beside_those_they_stand_for() -> None:
    own = lines((HEADING, "IV.", "Organization of the session"))
    found = differences(printed(("IV.", "Organization of the meeting")), own)
    (pair,) = found.reworded
    assert pair.lines == found.missing
    assert (pair.printed,) == found.unexpected


def test_every_line_is_in_one_place() -> None:
    own = lines(
        (MASTHEAD, "session", "Seventh session"),
        (TITLE, "", "Report"),
        (SUBTITLE, "", "Addendum"),
        *((PARAGRAPH, f"{n}.", f"Text {n % 4}.") for n in range(1, 12)),
        (HEADING, "", "Annex"),
        (HEADING, "", "A list"),
    )
    shown = [
        *printed(*((f"{n}.", f"Text {n % 3}.") for n in range(1, 12))),
        Printed("annex", "Annex A list", "A list", "Annex"),
        Printed("title-final", "Report on all", "Report on all", "", "title"),
    ]
    found = differences(shown, own)
    moved = lines_in((*found.relabelled, *found.elsewhere))
    assert sorted((*found.same, *moved, *found.missing)) == sorted(own)
    assert {"Annex", "A list"} <= set(texts(found.same))


def test_lines_under_a_title_may_be_printed_as_one() -> None:
    own = lines((SUBTITLE, "", "Addendum"), (SUBTITLE, "", "Part two"))
    one = Printed("subtitle-add1", "Addendum Part two", "Addendum Part two", "", "s")
    assert not differences([one], own).missing
    other = Printed("subtitle-add1", "Addendum", "Addendum", "", "subtitle")
    assert texts(differences([other], own).missing) == ["Part two"]


def test_empty_cells_are_no_difference() -> None:
    row = Line("row", "", Place("r", 1), "", 2, ("Total", "", "", ""))
    shown = row_of(["Total", "", " ", ""])
    found = differences([Printed("t", shown, shown)], [row])
    assert found.same == (row,)
