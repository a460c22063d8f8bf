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
        made += [f"  {sign} {point.text}" for point in passage.points]
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
