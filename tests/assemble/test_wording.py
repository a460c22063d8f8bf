"""Overrides, and what stands where a translation or a word is missing."""

from __future__ import annotations

import pytest

from reportkit.languages.words import MissingWord
from tests.sessions_in_text import body, body_of, document_of, session_in

SESSION = """\
--- session.yaml
original: en
written_in: en
bodies: {group: {from: 2017-10-09, to: 2017-10-13}}
meetings:
  m1: {of: {group: 1}, on: 2017-10-09, items: [rivers]}
documents: {final: {kind: report}}
--- agenda.yaml
items: [{id: rivers, number: 1}]
--- en/titles.yaml
titles: {rivers: Rivers}
--- en/recommendations.yaml
passages:
  - {id: rec, text: Measure}
--- en/deliberations/rivers.yaml
item: rivers
passages:
  - {id: said, text: 'Said *much* {states: DZA}.'}
  - {id: training, heading: Training}
  - id: years
    table:
      columns: [{id: year, text: Year}, {id: kind, text: Kind}]
      rows: [{id: r1, cells: {year: '2015', kind: new}}]
"""


def paragraph(number: int, text: str, code: str = "en") -> str:
    lines = body_of(text, code).splitlines()
    return next(line for line in lines if line.startswith(f"{number}. ")).split(
        ". ", 1
    )[1]


@pytest.mark.parametrize(
    ("id", "number"), [("lead-group", 1), ("opening-rivers", 2), ("duration-group", 4)]
)
def test_ones_own_wording_for_a_derived_passage(id: str, number: int) -> None:
    own = f"--- en/overrides.yaml\noverrides: {{{id}: 'Own *words*:'}}\n"
    assert paragraph(number, SESSION + own) == "Own *words*:"
    assert paragraph(number, SESSION) != "Own *words*:"


JOINT = """\
--- session.yaml
original: en
written_in: en
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
  panel: {from: 2017-10-09, to: 2017-10-13}
meetings:
  m1: {of: {group: 1, panel: 1}, on: 2017-10-09}
documents: {final: {kind: report}}
--- agenda.yaml
adopted_at: {group: m1}
items:
  - {id: rivers, number: {group: 1, panel: 1}, sub: [flow]}
  - {id: tides, number: {group: 2, panel: 2}}
--- papers.yaml
papers: [{id: map, symbols: {group: E/1}}]
--- en/titles.yaml
titles: {rivers: Rivers, flow: Flow, tides: Tides, map: Map}
--- fr/titles.yaml
rivers: Fleuves
--- en/deliberations/a.yaml
items: [rivers, tides]
passages: [{id: said, text: 'On {item: rivers} and {item: tides}.'}]
"""


def test_only_the_words_that_stand_in_are_marked() -> None:
    lines = body_of(JOINT, "fr").splitlines()
    shown = [line for line in lines if "[" in line]
    assert shown == [
        "### Fleuves et [en-GB: Tides]",
        "1. [en-GB: On ]Fleuves[en-GB:  and Tides.]",
        "    a) [en-GB: Flow].",
        "  2. [en-GB: Tides] (point commun).",
        "  a) [en-GB: Map] (E/1).",
    ]


def test_a_translator_words_a_derived_passage_in_one_language() -> None:
    own = "--- fr/overrides.yaml\nduration-group: À sa façon.\n"
    assert paragraph(4, SESSION + own, "fr") == "À sa façon."
    assert paragraph(4, SESSION + own, "en") == paragraph(4, SESSION, "en")


def test_what_is_not_translated_is_marked() -> None:
    assert body_of(SESSION, "fr").splitlines()[:11] == [
        "# I. Recommandations",
        "1. Le Groupe du Rhin a adopté les recommandations suivantes:",
        "  a) [en-GB: Measure].",
        "# II. Résumé des délibérations",
        "## [en-GB: Rivers]",
        "2. À sa 1^re^ séance, le 9 octobre, le Groupe a examiné le point 1 de l’ordre "
        "du jour, intitulé “[en-GB: Rivers]”.",
        "3. [en-GB: Said ][en-GB: *much*][en-GB:  ]Algérie[en-GB: .]",
        "### [en-GB: Training]",
        "| [en-GB: Year] | [en-GB: Kind]",
        "| 2015 | [en-GB: new]",
        "# III. Organisation de la réunion",
    ]


def test_what_is_translated_is_not_marked() -> None:
    translated = (
        "--- fr/a.yaml\nrec: Mesurer\nrivers: Fleuves\nsaid: 'Dit, {states: DZA}.'\n"
        "training: Formation\nyears-year: Année\nyears-kind: Type\n"
        "years-r1-kind: nouveau\n"
    )
    french = body_of(SESSION + translated, "fr")
    assert "[" not in french
    assert "| 2015 | nouveau\n" in french


def test_the_source_is_never_marked() -> None:
    assert "[" not in body_of(SESSION)


def test_a_session_written_in_french() -> None:
    text = SESSION.replace("written_in: en", "written_in: fr").replace(
        "--- en/", "--- fr/"
    )
    made = session_in(text)
    assert "1. Le Groupe du Rhin a adopté" in body(document_of(made, "fr"))
    assert "[fr-FR: Measure]." in body(document_of(made, "en"))
    assert document_of(made, "fr").masthead.language == "Français"
    assert document_of(made, "fr").masthead.original == "Original: anglais"


def test_a_name_that_a_language_lacks_stops_the_build() -> None:
    names = "--- names.yaml\nbodies:\n  group:\n    en: {name: Group, article: the}\n"
    made = session_in(SESSION + names)
    assert "The Group held" in body(document_of(made, "en"))
    with pytest.raises(MissingWord) as caught:
        document_of(made, "fr")
    problem = caught.value.problem
    assert problem.message == "`group` has no name in fr"
    assert problem.place == ("names.yaml", 3, 5)


ANNEXES = """\
--- session.yaml
original: en
written_in: en
bodies: {group: {from: 2017-10-09, to: 2017-10-13}}
documents: {draft: {kind: draft}, final: {kind: report}}
--- en/introduction.yaml
passages:
  - {id: one, text: One.}
  - {id: cited, quotation: Words *cited*.}
  - {id: two, text: Two.}
--- en/annexes/a.yaml
title: Forms
passages:
  - {id: a1, text: 'Filled:', points: [{id: a1a, text: first}, {id: a1b, text: last}]}
  - {id: heading, heading: Part}
  - {id: a2, text: After.}
--- en/annexes/b.yaml
title: Maps
in: draft
passages: [{id: b1, text: Drawn.}]
"""


def test_annexes_begin_their_paragraphs_again() -> None:
    text = body_of(ANNEXES, "en", "draft")
    assert text == (
        "# I. Introduction\n"
        "1. One.\n"
        "> Words *cited*.\n"
        "2. Two.\n"
        "# Annex I\n"
        "# Forms\n"
        "1. Filled:\n"
        "  (a) first;\n"
        "  (b) last.\n"
        "## Part\n"
        "2. After.\n"
        "# Annex II\n"
        "# Maps\n"
        "1. Drawn.\n"
    )


def test_a_lone_annex_has_no_numeral() -> None:
    alone = ANNEXES.partition("--- en/annexes/b.yaml")[0]
    assert "# Annex\n# Forms\n" in body_of(alone)
    assert "# Annexe\n# [en-GB: Forms]\n" in body_of(alone, "fr")


def test_symbols_are_links_where_the_session_asks_for_it() -> None:
    text = SESSION.replace("Said *much*", "Said in E/AC.9/2017/6* (UN/CEFACT)")
    assert "<" not in body_of(text)
    linked = text.replace("written_in: en", "written_in: en\nlinks: true")
    assert "Said in <E/AC.9/2017/6*> (UN/CEFACT) Algeria." in body_of(linked)
