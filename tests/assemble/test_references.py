"""Pointers to passages, and footnotes, in the document and beyond it."""

from __future__ import annotations

import pytest

from tests.sessions_in_text import body, document_of, inline, session_in

SESSION = """\
--- session.yaml
original: en
written_in: en
bodies: {group: {from: 2017-10-09, to: 2017-10-13}}
documents:
  draft: {kind: draft, symbol: E/AC.9/L.1}
  add1: {kind: addendum, of: draft, symbol: E/AC.9/L.1/Add.1}
  final: {kind: report, symbol: [E/AC.9/4, E/AC.8/2]}
--- en/introduction.yaml
passages:
  - {id: first, text: First.}
  - {id: here, text: 'See TARGET.'}
  - {id: dashed, text: 'Dashes:', list: dashes, points: [{id: dash, text: one}]}
  - {id: last, text: Last.}
  - {id: later, in: add1, text: Later.}
--- en/recommendations.yaml
passages:
  - {id: rec, text: Measure}
  - id: deep
    text: 'Share:'
    points: [{id: deeper, text: figures}, {id: deepest, text: maps}]
--- en/annexes/a.yaml
title: {id: form, text: Form}
passages:
  - {id: in-form, text: 'Filled:', points: [{id: in-point, text: in}]}
  - {id: back, text: 'See {ref: first}; {ref: in-form}.'}
"""


def printed(mark: str, code: str = "en", id: str = "draft") -> str:
    """What a mark prints in paragraph 2 of the introduction."""
    made = session_in(
        SESSION.replace("TARGET", mark)
        + "--- fr/texts.yaml\nhere: 'See TARGET.'\n".replace("TARGET", mark)
    )
    lines = body(document_of(made, code, id)).splitlines()
    line = next(line for line in lines if " See " in line)
    return line.partition("See ")[2].removesuffix(".")


@pytest.mark.parametrize(
    ("target", "english", "french"),
    [
        ("first", "<paragraph 1 above>", "<paragraphe 1 ci-dessus>"),
        ("last", "<paragraph 4 below>", "<paragraphe 4 ci-après>"),
        ("rec", "<paragraph 5 (a) below>", "<paragraphe 5 a) ci-après>"),
        ("deepest", "<paragraph 5 (b) (ii) below>", "<paragraphe 5 b) ii) ci-après>"),
        # A dash has no label of its own.
        ("dash", "<paragraph 3 below>", "<paragraphe 3 ci-après>"),
        ("in-point", "<annex, paragraph 1 (a)>", "<paragraphe 1 a) de l’annexe>"),
        (
            "later",
            "paragraph 1 of document E/AC.9/L.1/Add.1",
            "paragraphe 1 du document E/AC.9/L.1/Add.1",
        ),
        ("deepest; form: number", "<5 (b) (ii)>", "<5 b) ii)>"),
        ("later; form: number", "1", "1"),
    ],
)
def test_reference(target: str, english: str, french: str) -> None:
    assert printed(f"{{ref: {target}}}") == english
    assert printed(f"{{ref: {target}}}", "fr") == french


def test_the_same_reference_in_the_report() -> None:
    assert printed("{ref: later}", id="final") == "<paragraph 5 below>"
    assert printed("{ref: deep}", id="final") == "<paragraph 6 (b) below>"


def test_out_of_an_annex() -> None:
    made = session_in(SESSION)
    for code, text in (
        ("en", "See <paragraph 1 of the report>; <paragraph 1 above>."),
        ("fr", "See <paragraphe 1 du rapport>; <paragraphe 1 ci-dessus>."),
    ):
        shown = body(document_of(made, code))
        assert text in shown.replace("[en-GB: ", "").replace("]", "")


PAPER = "--- papers.yaml\npapers:\n  - {id: paper, symbols: E/AC.9/6*}\n"


@pytest.mark.parametrize(
    ("mark", "english", "french"),
    [
        ("{paper: paper}", "E/AC.9/6*", "E/AC.9/6*"),
        (
            "{paper: paper; paragraph: 67 (c)}",
            "paragraph 67 (c) of document E/AC.9/6*",
            "paragraphe 67 c) du document E/AC.9/6*",
        ),
        (
            "{paper: paper; paragraph: 6 (c) (ii); symbol: no}",
            "paragraph 6 (c) (ii)",
            "paragraphe 6 c) ii)",
        ),
        ("{states: USA DZA}", "Algeria and United States", "Algérie et États-Unis"),
        (
            "{states: USA DZA; order: as-given}",
            "United States and Algeria",
            "États-Unis et Algérie",
        ),
        ("{states: IRN; form: full}", "Iran (Islamic Republic of)", "Iran ("),
        (
            "{states: DZA ARG USA; form: running}",
            "Algeria, Argentina and the United States of America",
            "l’Algérie, l’Argentine et les États-Unis d’Amérique",
        ),
        (
            "{organizations: union office}",
            "Office of Maps and Union of Ports",
            "Office des cartes et Union des ports",
        ),
        (
            "{organizations: union office; form: the}",
            "the Office of Maps and the Union of Ports",
            "l’Office des cartes et l’Union des ports",
        ),
        ("{dates: group}", "from 9 to 13 October 2017", "du 9 au 13 octobre 2017"),
        ("{dates: group; form: heading}", "9–13 October 2017", "9-13 octobre 2017"),
        ("{instrument: treaty}", "Treaty on Waters", "Traité sur les eaux"),
        ("{instrument: treaty; form: short}", "Treaty", "Traité"),
        ("*E/AC.9/6{*}* {{x}", "*E/AC.9/6** {x}", "*E/AC.9/6** {x}"),
    ],
)
def test_other_marks(mark: str, english: str, french: str) -> None:
    text = SESSION.replace("TARGET", mark) + PAPER
    made = session_in(text + f"--- fr/texts.yaml\nhere: 'See {mark}.'\n")
    for code, said in (("en", english), ("fr", french)):
        assert f" See {said}" in body(document_of(made, code)), code


def test_italics_reach_into_marks() -> None:
    text = SESSION.replace("TARGET", "*the {item: rivers} now*") + (
        "--- agenda.yaml\nitems: [{id: rivers, number: 1}]\n"
        "--- en/titles.yaml\ntitles: {rivers: 'Rivers: *flow* of 5 m^3^'}\n"
    )
    shown = body(document_of(session_in(text)))
    assert "See *the Rivers: flow of 5 m**^3^** now*." in shown


NOTES = """\
--- session.yaml
original: en
written_in: en
bodies: {group: {from: 2017-10-09, to: 2017-10-13}}
documents:
  draft: {kind: draft}
  add1: {kind: addendum, of: draft}
  final: {kind: report}
--- en/introduction.yaml
passages:
  - {id: p1, in: draft, text: 'One{note: n2} two{note: n1}.'}
  - {id: p2, in: add1, text: 'Three{note: n3}.'}
notes:
  - {id: n1, text: 'First{note: n4}.'}
  - {id: n2, text: Second.}
  - {id: n3, text: 'Third, see {ref: p1} and {ref: p3}.'}
  - {id: n4, text: Fourth.}
  - {id: n5, text: Never called.}
--- en/recommendations.yaml
passages:
  - {id: p3, in: add1, text: 'Measure{note: n2}'}
"""


def test_footnotes_are_numbered_in_the_order_of_their_calls() -> None:
    final = document_of(session_in(NOTES))
    assert body(final).splitlines()[1:3] == ["1. One[1] two[2].", "2. Three[3]."]
    assert [(note.id, note.label) for note in final.notes] == [
        ("n2", "1"),
        ("n1", "2"),
        ("n3", "3"),
        ("n4", "4"),
    ]


def test_a_footnote_that_is_called_again_keeps_its_number() -> None:
    assert "  (a) Measure[1].\n" in body(document_of(session_in(NOTES)))


def test_every_document_numbers_its_own_footnotes() -> None:
    part = document_of(session_in(NOTES), "en", "add1")
    assert [(note.id, note.label) for note in part.notes] == [("n3", "1"), ("n2", "2")]


def test_a_footnote_points_from_where_it_is_called() -> None:
    notes = {note.id: note for note in document_of(session_in(NOTES)).notes}
    assert inline(notes["n3"].content) == (
        "Third, see <paragraph 1 above> and <paragraph 3 (a) below>."
    )
