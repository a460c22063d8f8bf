"""What stands before a text and after it: masthead, title, notes at the end, rows."""

from __future__ import annotations

import pytest

from tests.published.published_lines import kinds_of, lines_of, read

HEAD = """\
Council of Waters         Distr.: General

        27 February 2018

        Original: English
"""


def of_front(text: str, code: str = "en") -> list[tuple[str, str, str]]:
    """The lines up to the first heading."""
    made = [(line.kind, line.label, line.text) for line in lines_of(text, code)]
    return made[: next(n for n, (kind, _, _) in enumerate(made) if kind == "heading")]


@pytest.mark.parametrize(
    ("code", "name", "symbol"),
    [
        ("en", "United Nations", "E/2018/32 (Part I)"),
        ("es", "Naciones Unidas", "CTOC/COP/WG.8/2022/5"),
        ("fr", "Nations Unies", "E/2018/32 (Partie I)"),
        ("ru", "Организация Объединенных Наций", "E/2018/32 (Часть I)"),
        ("zh", "联合国", "E/2018/32（第一部分）"),
        ("ar", "الأمم المتحدة", "E/2018/32 (الجزء الأول)"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "        "])
def test_organization_and_symbol_in_one_line(
    code: str, name: str, symbol: str, gap: str
) -> None:
    text = f"{name}{gap}{symbol}\n\n{HEAD}\nI.      One\n\n1.      It met.\n"
    found = {label: said for _, label, said in of_front(text, code)}
    assert (found["organization"], found["symbol"]) == (name, symbol)


def test_what_stands_over_a_title_without_days() -> None:
    text = (
        f"United Nations   E/2018/32\n\n{HEAD}\n2018 session\n\nAgenda item 17\n\n"
        "Group on Rivers\n\nReport of the Group on Rivers on its 2018 session\n\n"
        "(New York, 29 January–7 February 2018)\n\nI.      One\n\n1.      It met.\n"
    )
    assert of_front(text)[-5:] == [
        ("masthead", "session", "2018 session"),
        ("masthead", "item", "Agenda item 17"),
        ("body", "", "Group on Rivers"),
        ("title", "", "Report of the Group on Rivers on its 2018 session"),
        ("subtitle", "", "(New York, 29 January–7 February 2018)"),
    ]


PAGES = """\
I.      One

1.      The Group looked at item 1;1 and at Corr.1 of its papers.

\f2.      Many spoke of the Declaration of Rivers.2

3.      It rained.
1
    E/2019/30.
2
    Idem, annex.
"""


def test_notes_after_the_text_are_called_on_any_page() -> None:
    text = PAGES.replace("at item 1;1", "at the lamps;1")
    published, problems = read(text)
    said = [line.text for line in published.lines]
    assert said[1].startswith("The Group looked at the lamps;{note: 1} and at Corr.1")
    assert said[2] == "Many spoke of the Declaration of Rivers.{note: 2}"
    assert not problems


def test_a_note_whose_call_is_not_sure_stays_told() -> None:
    text = PAGES.replace("at item 1;1", "at lamps;1 at oil;1")
    published, problems = read(text)
    assert not [line for line in published.lines if "{note: 1}" in line.text]
    (problem,) = problems
    assert problem.message == "nothing in the text calls note 1"


def test_a_row_in_pieces_is_parted_from_the_row_above_and_told() -> None:
    text = (
        "1.      See:\n\n"
        "Date                         Morning                    Afternoon\n"
        "10 May                       Item 1                     Item 2\n"
        "12 May                       Item 3                     Item 3\n"
        "14 May\nItem 5\n\n2.      It ended.\n"
    )
    published, problems = read(text)
    rows = [line.cells for line in published.lines if line.kind == "row"]
    assert rows[-2:] == [("14 May", "", ""), ("Item 5", "", "")]
    assert [problem.place.line for problem in problems] == [7]
    assert "lack cells" in problems[0].message


def test_points_under_the_opening_of_a_decision_are_its_points() -> None:
    text = (
        "I.      One\n\n1.      The Group recommends the following decisions:\n\n"
        f"{' ' * 40}Decision I\n\n{' ' * 30}Report of the Group\n\n"
        "The Council of Waters:\n\n        (a)       Takes note of the report;\n\n"
        "        (b)       Approves the agenda.\n\n2.      It rained.\n"
    )
    assert [(kind, label) for kind, label, _ in kinds_of(text)][2:] == [
        ("quotation", ""),
        ("quotation", ""),
        ("paragraph", ""),
        ("point", "(a)"),
        ("point", "(b)"),
        ("paragraph", "2."),
    ]
