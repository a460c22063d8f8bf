"""Pasted prose: paragraphs, points and headings, and where each stands."""

from __future__ import annotations

import time

import pytest

from reportkit.model.passages import Passage
from reportkit.model.prose import passages_of_prose
from reportkit.source.values import Text
from reportkit.source.yaml_reader import read_yaml


def passages(prose: str) -> tuple[Passage, ...]:
    block = "".join(f"  {line}\n" if line else "\n" for line in prose.split("\n"))
    mapping, problems = read_yaml(f"text: |\n{block}".encode(), "a.yaml")
    assert mapping is not None and not problems, problems
    return passages_of_prose(mapping[Text("text")])


def outline(prose: str) -> list[str]:
    """A line a passage or point: `#`, `P`, then a hyphen or a letter."""
    made = []
    for passage in passages(prose):
        made.append(f"# {passage.heading}" if passage.heading else f"P {passage.text}")
        sign = "-" if passage.list == "dashes" else "(a)"
        for point in passage.points:
            made.append(f"  {sign} {point.text}")
            made += [f"    {below.text}" for below in point.points]
    return made


def test_an_empty_line_ends_a_paragraph() -> None:
    prose = "Speakers noted\nthat rivers rise.\n\n\nOthers\tdid  not.\n"
    assert outline(prose) == ["P Speakers noted that rivers rise.", "P Others did not."]


@pytest.mark.parametrize("sign", ["-", "–", "•", "*"])
def test_dashes_are_points_of_the_paragraph_before(sign: str) -> None:
    prose = f"Topics were:\n\n{sign} Training of\n  judges;\n{sign} Maps.\n\nThe end."
    assert outline(prose) == [
        "P Topics were:",
        "  - Training of judges;",
        "  - Maps.",
        "P The end.",
    ]


@pytest.mark.parametrize("letters", [("(a)", "(b)"), ("a)", "b)"), ("(aa)", "(bb)")])
def test_letters_are_points_too(letters: tuple[str, str]) -> None:
    first, second = letters
    assert outline(f"Topics were:\n{first} Training;\n{second} Maps.") == [
        "P Topics were:",
        "  (a) Training;",
        "  (a) Maps.",
    ]


@pytest.mark.parametrize(
    "pasted",
    [
        "(a) First;\n(b) Second:\n(i) sub;\n(ii) more;\n(c) Third.",
        "a) First;\nb) Second:\n- sub;\n- more;\nc) Third.",
        "(h) First;\n(i) Second:\n(i) sub;\n(ii) more;\n(j) Third.",
        "• First;\n• Second:\n– sub;\n– more;\n• Third.",
        "- First;\n- Second:\n  - sub;\n  - more;\n- Third.",
        "а) First;\nб) Second:\n– sub;\n– more;\nв) Third.",
        "(أ) First;\n(ب) Second:\n- sub;\n- more;\n(ج) Third.",
        "（a）First;\n（b）Second:\n（i）sub;\n（ii）more;\n（c）Third.",
    ],
)
def test_another_sign_is_a_level_below(pasted: str) -> None:
    sign = "-" if pasted[0] in "•-" else "(a)"
    assert outline(f"Topics were:\n\n{pasted}") == [
        "P Topics were:",
        f"  {sign} First;",
        f"  {sign} Second:",
        "    sub;",
        "    more;",
        f"  {sign} Third.",
    ]


def test_what_is_deeper_than_points_can_be_keeps_its_sign() -> None:
    assert outline("Topics:\n(a) First:\n(i) sub:\n- deep.\n(b) Second.") == [
        "P Topics:",
        "  (a) First:",
        "    sub:",
        "    - deep.",
        "  (a) Second.",
    ]


def test_letters_of_one_list_are_no_numerals() -> None:
    pasted = "Topics:\n(g) One;\n(h) Two;\n(i) Three;\n(j) Four."
    assert outline(pasted)[1:] == [
        "  (a) One;",
        "  (a) Two;",
        "  (a) Three;",
        "  (a) Four.",
    ]


def test_points_below_recommendations_are_theirs() -> None:
    assert outline("(a) States should:\n(i) count;\n(ii) map.\n(b) Rivers.") == [
        "P States should:",
        "  (a) count;",
        "  (a) map.",
        "P Rivers.",
    ]


@pytest.mark.parametrize(
    "pasted",
    [
        "1. Rise.\n2. Fall.",
        "1) Rise.\n2) Fall.",
        "１．涨。\n２．落。",
        "١- كذا.\n٢- كذا.",
    ],
)
def test_a_typed_number_begins_a_paragraph_and_stays(pasted: str) -> None:
    assert outline(pasted) == [f"P {line}" for line in pasted.split("\n")]


def test_a_line_broken_before_a_number_goes_on() -> None:
    assert outline("Rivers rose on item\n12. They fell.") == [
        "P Rivers rose on item 12. They fell."
    ]


def test_a_heading_is_one_line() -> None:
    assert outline("# Training\nSpeakers noted.\n## Maps\n\nOthers did.") == [
        "# Training",
        "P Speakers noted.",
        "# Maps",
        "P Others did.",
    ]


def test_points_that_nothing_leads_are_paragraphs() -> None:
    """Recommendations are pasted with their letters, and each is a passage."""
    assert outline("(a) Rivers should rise;\n(b) Lakes should not.") == [
        "P Rivers should rise;",
        "P Lakes should not.",
    ]
    assert outline("# Maps\n- First.\n- Second.") == ["# Maps", "P First.", "P Second."]


def test_a_line_broken_before_a_dash_goes_on() -> None:
    prose = "Les infractions\n– cybercriminalité ou non –\nrestent rares."
    assert outline(prose) == [
        "P Les infractions – cybercriminalité ou non – restent rares."
    ]


def test_a_line_broken_before_a_letter_goes_on() -> None:
    assert outline("Under article 2 (a) and\n(b) of the Treaty.") == [
        "P Under article 2 (a) and (b) of the Treaty."
    ]


def test_emphasis_at_the_beginning_is_no_point() -> None:
    assert outline("Topics.\n\n*Rivers* rise.") == ["P Topics.", "P *Rivers* rise."]


def test_places_are_those_of_the_words() -> None:
    first, second = passages("# Maps\nTopics, {bad}:\n- Training\n  {worse}")
    assert first.heading.place[1:] == (2, 5)
    assert second.text.place_at(second.text.index("{bad}"))[1:] == (3, 11)
    (point,) = second.points
    assert point.place[1:] == (4, 5)
    assert point.text.place_at(point.text.index("{worse}"))[1:] == (5, 5)


def test_a_long_text_is_split_at_once() -> None:
    """Once 800 paragraphs took 14 seconds, and twice as many four times as long."""
    prose = "\n\n".join(["Speakers noted that rivers rise.\nOthers did not."] * 6000)
    began = time.perf_counter()
    assert len(passages(prose)) == 6000
    assert time.perf_counter() - began < 5
