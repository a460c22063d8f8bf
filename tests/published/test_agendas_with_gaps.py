"""Agendas that leave out numbers, or begin at others than one."""

from __future__ import annotations

import pytest

from tests.published.test_word_lines_typed import expected, hand
from tests.recover.imported import published

ENTRIES = {
    "gap": ("1.|Opening.", "2.|Gauges:", "(a)|Small;", "(b)|Large.", "7.|Boats."),
    "begins-at-two": ("2.|Gauges.", "3.|Boats.", "5.|Other matters."),
    "begins-as-the-next-paragraph": ("4.|Gauges.", "5.|Boats.", "6.|Other matters."),
    "begins-higher": ("6.|Gauges.", "7.|Boats."),
}
HEAD = """\
**United Nations|E/CN.55/2022/8
Distr.: General
**Group on Rivers
Vienna, 2–6 May 2022
**Report of the Group on Rivers
**I.|Introduction
1.|The Group met.
2.|It was raining.
**II.|Agenda
3.|At its 1st meeting, the Group adopted the following agenda:
"""
TAIL = """\
4.|The Group had before it a note.
5.|The Group adopted its report."""


@pytest.mark.parametrize("name", ENTRIES)
def test_in_a_word_file(name: str) -> None:
    entries = ENTRIES[name]
    rows = hand(HEAD + "".join(f"{entry}\n" for entry in entries) + TAIL)
    wanted = [_row(entry) for entry in entries]
    first = rows.index(wanted[0])
    assert rows[first : first + len(wanted)] == wanted
    assert rows[first + len(wanted) :] == expected(
        """
        paragraph: 4. The Group had before it a note.
        paragraph: 5. The Group adopted its report.
        """
    )


@pytest.mark.parametrize("name", ENTRIES)
def test_in_a_text(name: str) -> None:
    listed = (entry.replace("|", " ") for entry in ENTRIES[name])
    text = "# Report\n\n## I. Agenda\n\n1. The Group met.\n\n2. It was raining.\n\n"
    text += "3. At its 1st meeting, the Group adopted the following agenda:\n\n"
    text += "".join(f"    {entry}\n\n" for entry in listed)
    text += TAIL.replace("|", " ").replace("\n", "\n\n")
    lines = [
        x for x in published(text, "en").lines if x.kind in ("agenda", "paragraph")
    ]
    kinds = [line.kind for line in lines]
    assert kinds == ["paragraph"] * 3 + ["agenda"] * len(ENTRIES[name]) + (
        ["paragraph"] * 2
    )


def _row(entry: str) -> str:
    level = 2 if entry.startswith("(") else 1
    return f"agenda {level}: {entry.replace('|', ' ')}"
