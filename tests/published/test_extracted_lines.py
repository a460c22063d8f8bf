"""Texts of other bodies: headings without labels, captions, items, odd signs."""

from __future__ import annotations

from reportkit.published.lines import HEADING
from tests.published.published_lines import counted, lines_of, read

FRONT = """\
# Report of the Commission on Rivers

## I. Introduction

1. It met.

"""


def headings_of(text: str) -> list[tuple[int, str]]:
    found = (line for line in lines_of(text) if line.kind == HEADING)
    return [(line.level, f"{line.label} {line.text}".strip()) for line in found]


def test_a_heading_without_a_label_is_no_chapter_among_those_with_labels() -> None:
    text = (
        FRONT.replace("## I.", "## Public archives\n\nThey are kept.\n\n## I.")
        + "## II. Rivers\n\n## Danube\n\n2. It flows.\n\n## A. Lakes\n\n3. They lie.\n"
    )
    assert headings_of(text) == [
        (2, "Public archives"),
        (1, "I. Introduction"),
        (1, "II. Rivers"),
        (2, "Danube"),
        (2, "A. Lakes"),
    ]


def test_sections_under_headings_without_labels_stay_there() -> None:
    rivers = "".join(
        f"## {name}\n\n{number}. It flows.\n\n## A. Water\n\n{number + 1}. Wet.\n\n"
        for number, name in ((2, "Danube"), (4, "Rhine"))
    )
    assert headings_of(f"{FRONT}## II. Rivers\n\n2. x\n\n{rivers}")[2:] == [
        (2, "Danube"),
        (3, "A. Water"),
        (2, "Rhine"),
        (3, "A. Water"),
    ]


def test_chapters_without_labels_are_chapters() -> None:
    text = FRONT.replace("I. Introduction", "Introduction")
    text += "## Organization\n\n2. It sat.\n\n## Annex\n\n## Aims\n\nTo flow.\n"
    assert [level for level, _ in headings_of(text)] == [1, 1, 1, 1]


def test_a_label_over_a_table_is_its_caption() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    lines = lines_of(f"{FRONT}**Table 1**\n\n**Rivers by length**\n\n{table}")
    assert [(line.kind, line.text) for line in lines[-3:-2]] == [
        ("paragraph", "Table 1 Rivers by length")
    ]


def test_the_item_under_a_heading_is_a_part_of_it() -> None:
    text = f"{FRONT}## II. Rivers\n\n**(agenda item 3)**\n\n2. They flow.\n"
    assert headings_of(text)[-1] == (1, "II. Rivers (agenda item 3)")


def test_signs_that_cannot_be_printed_are_left_and_told() -> None:
    text = f"{FRONT}2. The\x92 sign \uf061 of\u2028it.\v It was:\n\n\uf0b7 one;\n"
    published, problems = read(text)
    assert counted(published) == published.size
    assert [line.text for line in published.lines[-2:]] == [
        "The sign of it. It was:",
        "one;",
    ]
    assert [(x.text, x.why) for x in published.left if "font" in x.why] == [
        ("\x92\uf061", "a sign of a font of its own")
    ]
    assert [(p.place.line, p.message) for p in problems] == [
        (7, "a sign of a font of its own is left out: U+0092, U+F061")
    ]
