"""Counters of paragraphs, letters and headings, and the marker "(continued)"."""

from __future__ import annotations

import pytest

from reportkit.assemble.numbering import ends_of
from reportkit.assemble.tree import Leaf
from reportkit.languages.numerals import latin, roman
from tests.sessions_in_text import body, body_of, document_of, session_in

AGENDA = """\
--- agenda.yaml
items:
  - {id: rivers, number: 2}
  - {id: tides, number: 3}
  - {id: lakes, number: 4}
--- en/titles.yaml
titles: {rivers: Rivers, tides: Tides, lakes: Lakes}
"""


def deliberations(*parts: str) -> str:
    """A summary of each of the three items, in the parts named."""
    items = ("rivers", "tides", "lakes")
    return AGENDA + "".join(
        f"--- en/deliberations/{item}.yaml\nitem: {item}\nin: {part}\n"
        f"passages:\n  - {{id: {item}-said, text: Said.}}\n"
        for item, part in zip(items, parts, strict=True)
        if part
    )


def headings(text: str, id: str, code: str = "en") -> list[str]:
    """The headings of items in a document."""
    summary = body_of(text, code, id).partition("# II.")[0].splitlines()
    return [line.removeprefix("## ") for line in summary if line.startswith("## ")]


def test_letters_of_items_go_on_in_the_addendum() -> None:
    text = deliberations("draft", "add1", "add1")
    assert headings(text, "draft") == ["A. Rivers (agenda item 2)"]
    assert headings(text, "add1") == [
        "B. Tides (agenda item 3)",
        "C. Lakes (agenda item 4)",
    ]
    assert headings(text, "final") == ["A. Rivers", "B. Tides", "C. Lakes"]


def test_a_letter_is_an_items_place_among_all_parts() -> None:
    """What the addendum holds comes before what the draft holds."""
    text = deliberations("add1", "draft", "draft")
    assert headings(text, "draft") == [
        "B. Tides (agenda item 3)",
        "C. Lakes (agenda item 4)",
    ]
    assert headings(text, "add1") == ["A. Rivers (agenda item 2)"]


def test_a_lone_heading_has_no_letter() -> None:
    assert headings(deliberations("draft", "", ""), "draft") == [
        "Rivers (agenda item 2)"
    ]
    assert headings(deliberations("draft", "", ""), "final") == ["Rivers"]


CONTINUED = (
    deliberations("draft", "add1", "")
    + "--- en/deliberations/rivers-2.yaml\nitem: rivers\nin: add1\n"
    + "passages:\n  - {id: more, text: More.}\n"
)


def test_continued_stands_on_what_an_earlier_part_began() -> None:
    assert body_of(CONTINUED, "en", "add1") == (
        "# I. Summary of deliberations (*continued*)\n"
        "## A. Rivers (agenda item 2) (*continued*)\n"
        "1. More.\n"
        "## B. Tides (agenda item 3)\n"
        "2. Said.\n"
    )
    for id in ("draft", "final"):
        assert "continued" not in body_of(CONTINUED, "en", id)


def test_continued_in_french() -> None:
    lines = body_of(CONTINUED, "fr", "add1").splitlines()
    assert lines[0] == "# I. Résumé des délibérations (*suite*)"
    assert lines[1].endswith("(point 2 de l’ordre du jour) (*suite*)")


def by_hand(continued: str) -> list[str]:
    session = (
        "--- session.yaml\noriginal: en\nwritten_in: en\n"
        "bodies: {group: {from: 2017-10-09, to: 2017-10-13}}\n"
        "documents:\n  draft: {kind: draft}\n"
        f"  add1: {{kind: addendum, of: draft, continued: {{{continued}}}}}\n"
    )
    lines = body_of(session + CONTINUED, "en", "add1").splitlines()
    return [line for line in lines if line.startswith("#")]


def test_continued_is_set_by_hand() -> None:
    assert by_hand("deliberations: false, tides: true") == [
        "# I. Summary of deliberations",
        "## A. Rivers (agenda item 2) (*continued*)",
        "## B. Tides (agenda item 3) (*continued*)",
    ]


RECOMMENDATIONS = """\
--- session.yaml
original: en
written_in: en
parent: council
bodies: {group: {from: 2017-10-09, to: 2017-10-13}}
documents:
  draft: {kind: draft}
  add1: {kind: addendum, of: draft}
  add2: {kind: addendum, of: draft}
  final: {kind: report}
--- en/introduction.yaml
passages:
  - {id: intro, text: Intro.}
--- en/recommendations.yaml
passages:
  - {id: r1, text: Measure}
  - {id: r2, text: Map.}
  - {id: r3, in: add1, text: Sound;}
  - id: r4
    in: add2
    text: 'Share:'
    points: [{id: r41, text: figures}, {id: r42, text: maps}]
  - {id: r5, in: final, text: Thank}
"""
FORMULATED = "The Group on Rivers formulated the following recommendations:"
ADOPTED = (
    "The Group on Rivers adopted the following recommendations, subject to the "
    "approval of the Council:"
)


def points(text: str) -> str:
    """What stands under the heading of the recommendations."""
    return text.partition("Recommendations")[2].partition("\n")[2].partition("# ")[0]


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("draft", f"2. {FORMULATED}\n  (a) Measure;\n  (b) Map.\n"),
        ("add1", f"1. {FORMULATED}\n  (a) Sound.\n"),
        (
            "add2",
            f"1. {FORMULATED}\n  (a) Share:\n    (i) figures;\n    (ii) maps.\n",
        ),
        (
            "final",
            f"2. {ADOPTED}\n  (a) Measure;\n  (b) Map;\n  (c) Sound;\n  (d) Share:\n"
            "    (i) figures;\n    (ii) maps;\n  (e) Thank.\n",
        ),
    ],
)
def test_letters_begin_again_and_merge(id: str, expected: str) -> None:
    assert points(body_of(RECOMMENDATIONS, "en", id)) == expected


def test_a_merged_draft_has_all_but_the_reports_own() -> None:
    merged = body_of(RECOMMENDATIONS, "en", "draft", merged=True)
    assert points(merged) == (
        f"2. {FORMULATED}\n  (a) Measure;\n  (b) Map;\n  (c) Sound;\n  (d) Share:\n"
        "    (i) figures;\n    (ii) maps.\n"
    )


def test_labels_in_french() -> None:
    merged = body_of(RECOMMENDATIONS, "fr", "final")
    assert "  d) [en-GB: Share:]\n    i) [en-GB: figures];\n" in merged


JOINT = """\
--- session.yaml
original: en
written_in: en
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
  panel: {from: 2017-10-09, to: 2017-10-13}
documents:
  draft: {kind: draft}
--- agenda.yaml
items:
  - {id: rivers, number: {group: 2}}
  - {id: tides, number: {group: 3}}
  - {id: forms, number: {group: 4, panel: 2}}
  - {id: other, number: {group: 5, panel: 3}}
  - {id: lakes, number: {group: 6, panel: 4}}
--- en/titles.yaml
titles: {rivers: Rivers, tides: Tides, forms: Forms, other: Other, lakes: Lakes}
--- fr/titles.yaml
rivers: Fleuves
tides: Marées
forms: Formulaires
other: Autres
lakes: Lacs
"""


@pytest.mark.parametrize(
    ("items", "english", "french"),
    [
        ("rivers", "(agenda item 2)", "(point 2 de l’ordre du jour)"),
        (
            "rivers, tides",
            "(agenda items 2 and 3)",
            "(points 2 et 3 de l’ordre du jour)",
        ),
        (
            "forms",
            "(agenda item 4 of the Group on Rivers and agenda item 2 of the Panel on "
            "Lakes)",
            "(point 4 de l’ordre du jour du Groupe du Rhin et point 2 de l’ordre du "
            "jour de l’Équipe des lacs)",
        ),
        (
            "forms, other, lakes",
            "(agenda items 4 to 6 of the Group on Rivers and agenda items 2 to 4 of "
            "the Panel on Lakes)",
            "(points 4 à 6 de l’ordre du jour du Groupe du Rhin et points 2 à 4 de "
            "l’ordre du jour de l’Équipe des lacs)",
        ),
    ],
)
def test_the_bracket_after_an_items_heading(
    items: str, english: str, french: str
) -> None:
    text = JOINT + f"--- en/deliberations/a.yaml\nitems: [{items}]\npassages: [Said.]\n"
    made = session_in(text)
    assert english in body(document_of(made, "en", "draft"))
    assert french in body(document_of(made, "fr", "draft"))


def test_ends_of_points() -> None:
    def leaf(text: str, *leaves: Leaf) -> Leaf:
        return Leaf(text, text, leaves=leaves)

    texts = ("One", "Two.", "Three;", "Four?", "Five…", "Six", "Maps, etc.", "U.S.;")
    made = ends_of((*map(leaf, texts), leaf("Seven:", leaf("i"), leaf("ii"))), ";", ".")
    told = [
        (each.text + each.end, [below.text + below.end for below in each.leaves])
        for each in made
    ]
    assert told == [
        ("One;", []),
        ("Two;", []),
        ("Three;", []),
        ("Four?", []),
        ("Five…", []),
        ("Six;", []),
        ("Maps, etc.;", []),
        ("U.S.;", []),
        ("Seven:", ["i;", "ii."]),
    ]


@pytest.mark.parametrize(
    "text", ["Maps, etc.", "of the U.S.", "de EE. UU.", "карт и т. д.", "и др."]
)
def test_the_stop_of_an_abbreviation_is_the_last_ones_end(text: str) -> None:
    (made,) = ends_of((Leaf("a", text),), ";", ".")
    assert made.text + made.end == text


def test_numerals() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 90, 1999)] == [
        "i",
        "iv",
        "ix",
        "xiv",
        "xl",
        "xc",
        "mcmxcix",
    ]
    assert [latin(n) for n in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "zz", "aaa"]


def test_points_may_stand_under_a_quotation() -> None:
    text = """\
--- en/introduction.yaml
passages:
  - {id: one, text: One.}
  - id: order
    quotation: '2. Decides:'
    points: [{id: first, text: to go}, {id: second, text: 'to see {ref: first}'}]
  - {id: two, text: Two.}
"""
    assert body_of(text).splitlines()[1:6] == [
        *(
            "1. One.",
            "> 2. Decides:",
            "  (a) to go;",
            "  (b) to see <paragraph (a) above>.",
        ),
        "2. Two.",
    ]


def test_a_sign_that_was_typed_before_a_note_stays_before_it() -> None:
    text = """\
--- en/introduction.yaml
passages:
  - id: order
    text: 'It decided:'
    points:
      - {id: first, text: "to go;{note: one}"}
      - {id: second, text: "to stay{note: two}"}
notes: [{id: one, text: One.}, {id: two, text: Two.}]
"""
    assert body_of(text).splitlines()[2:4] == [
        *("  (a) to go;[1]", "  (b) to stay[2]."),
    ]


def test_an_inner_list_has_numbers() -> None:
    text = """\
--- en/introduction.yaml
passages:
  - id: order
    text: 'The order was:'
    list: numbers
    points:
      - {id: first, text: Opening.}
      - {id: second, text: 'Work:', points: [{id: third, text: Morning.}]}
"""
    assert body_of(text).splitlines()[1:5] == [
        "1. The order was:",
        *("  1. Opening.", "  2. Work:", "    (a) Morning."),
    ]
