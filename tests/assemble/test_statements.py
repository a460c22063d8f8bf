"""Who made statements: by groups of items, by standing, and nothing else of it."""

from __future__ import annotations

import pytest

from tests.sessions_in_text import body, document_of, session_in

ONE_BODY = """\
--- session.yaml
original: en
written_in: en
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
meetings:
  m1: {of: {group: 1}, on: 2017-10-09}
documents:
  final: {kind: report}
--- agenda.yaml
items:
  - {id: i1, number: 1}
  - {id: i2, number: 2}
  - {id: i3, number: 3}
  - {id: i4, number: 4}
  - {id: i6, number: 6}
--- participants.yaml
states: [DZA, EGY, FRA, SWE]
"""

TWO_BODIES = """\
--- session.yaml
original: en
written_in: en
instrument: treaty
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
  panel: {from: 2017-10-09, to: 2017-10-13}
meetings:
  m1: {of: {group: 1}, on: 2017-10-09}
  m2: {of: {panel: 1}, on: 2017-10-09}
  m3: {of: {group: 2, panel: 2}, on: 2017-10-10}
documents:
  final: {kind: report}
--- agenda.yaml
items:
  - {id: i1, number: {group: 1, panel: 1}, joint: false}
  - {id: i2, number: {group: 2}}
  - {id: i3, number: {panel: 2}}
  - {id: i4, number: {group: 3, panel: 4}}
  - {id: i5, number: {group: 4, panel: 3}}
  - {id: i6, number: {group: 5, panel: 5}}
--- en/titles.yaml
titles: {i4: Forms, i5: Others}
--- fr/titles.yaml
i4: Formulaires
i5: Autres
--- participants.yaml
states_parties: [DZA, EGY, FRA]
signatories: [IRN, SWE]
"""


def said(session: str, statements: str, code: str = "en") -> list[str]:
    """The paragraphs on statements, without their numbers."""
    text = f"{session}--- statements.yaml\n{statements}"
    lines = body(document_of(session_in(text), code)).splitlines()
    label = {"en": "Statements", "fr": "Déclarations"}[code]
    first = next(n for n, line in enumerate(lines) if line.endswith(label)) + 1
    section = [line.split(". ", 1) for line in lines[first:]]
    last = next(
        (n for n, each in enumerate(section) if each[0][0] == "#"), len(section)
    )
    return [each[1] for each in section[:last]]


def statements(*lines: str) -> str:
    return "statements:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


SPOKE = statements(
    "meeting: m1, item: i4, by: [SWE, DZA]",
    "meeting: m1, item: i2, by: [EGY]",
    "meeting: m1, item: i3, by: [DZA, FRA]",
    "meeting: m1, item: i6, by: [secretariat]",
    "meeting: m1, item: i6, by: [chair, FRA]",
)


def test_a_group_of_items_and_names_in_order() -> None:
    assert said(ONE_BODY, SPOKE) == [
        "Under agenda items 2 to 4 and 6, statements were made by representatives of "
        "the following States: Algeria, Egypt, France and Sweden."
    ]
    assert said(ONE_BODY, SPOKE, "fr") == [
        "Au titre des points 2 à 4 et 6 de l’ordre du jour, des déclarations ont été "
        "faites par les représentants des États suivants: Algérie, Égypte, France et "
        "Suède."
    ]


def test_names_as_given_in_the_order_of_first_mention() -> None:
    (paragraph,) = said(ONE_BODY, f"order: as-given\n{SPOKE}")
    assert paragraph.endswith("following States: Sweden, Algeria, Egypt and France.")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Under agenda item 3, a statement was made by the representative of "),
        ("fr", "Le représentant de l’Égypte"),
    ],
)
def test_one_speaker(code: str, text: str) -> None:
    (paragraph,) = said(ONE_BODY, statements("meeting: m1, item: i3, by: EGY"), code)
    assert paragraph.startswith(text)


def test_on_behalf_of_a_group() -> None:
    alone = statements("meeting: m1, item: i3, by: EGY, on_behalf_of: g77")
    assert said(ONE_BODY, alone) == [
        "Under agenda item 3, a statement was made by the representative of Egypt (on "
        "behalf of the Group of 77 and China)."
    ]
    assert said(ONE_BODY, alone, "fr") == [
        "Le représentant de l’Égypte (au nom du Groupe des 77 et de la Chine) a fait "
        "une déclaration au titre du point 3 de l’ordre du jour."
    ]


def test_on_behalf_of_a_group_and_again_for_itself() -> None:
    both = statements(
        "meeting: m1, item: i3, by: EGY, on_behalf_of: g77",
        "meeting: m1, item: i3, by: [DZA, EGY]",
    )
    assert said(ONE_BODY, both)[0].endswith(
        "States: Algeria and Egypt (on behalf of the Group of 77 and China)."
    )
    assert said(ONE_BODY, both, "fr")[0].endswith(
        "États suivants: Algérie et Égypte (au nom du Groupe des 77 et de la Chine)."
    )


def test_what_is_not_counted_is_not_printed() -> None:
    one = "meeting: m1, item: i3, by: [EGY]"
    left_out = statements(one, "meeting: m1, item: i2, by: FRA, counted: no, reason: x")
    assert said(ONE_BODY, left_out) == said(ONE_BODY, statements(one))


def test_observers_stand_apart_and_in_order() -> None:
    spoken = statements(
        "meeting: m1, item: i3, by: [union, office]",
        "meeting: m1, item: i2, by: [institute, DZA, union]",
    )
    assert said(ONE_BODY, spoken) == [
        "Under agenda item 2, a statement was made by the representative of Algeria.",
        "Under agenda items 2 and 3, statements were made by the observers for the "
        "Institute of Tides, the Office of Maps and the Union of Ports.",
    ]
    assert said(ONE_BODY, spoken, "fr")[1] == (
        "Au titre des points 2 et 3 de l’ordre du jour, des déclarations ont été "
        "faites par les observateurs de l’Institut des marées, de l’Office des cartes "
        "et de l’Union des ports."
    )


def test_one_observer() -> None:
    spoken = statements("meeting: m1, item: i3, by: [union]")
    assert said(ONE_BODY, spoken) == [
        "Under agenda item 3, a statement was made by the observer for the Union of "
        "Ports."
    ]
    assert said(ONE_BODY, spoken, "fr") == [
        "Au titre du point 3 de l’ordre du jour, une déclaration a été faite par "
        "l’observateur de l’Union des ports."
    ]


def test_groups_of_two_bodies() -> None:
    spoken = statements(
        "meeting: m1, item: i1, by: [EGY, FRA]",
        "meeting: m1, item: i2, by: [DZA, FRA]",
        "meeting: m3, item: i1, body: panel, by: [EGY, FRA]",
        "meeting: m2, item: i3, by: [DZA]",
        "meeting: m3, item: i4, by: [DZA, EGY]",
        "meeting: m3, item: i5, by: [FRA]",
        "meeting: m3, item: i6, by: [FRA]",
    )
    assert said(TWO_BODIES, spoken) == [
        "Under items 1 and 2 of the agenda of the meeting of the Group on Rivers, "
        "statements were made by representatives of the following States parties to "
        "the Treaty: Algeria, Egypt and France.",
        "Under items 1 and 2 of the agenda of the meeting of the Panel on Lakes, "
        "statements were made by representatives of the following States parties to "
        "the Treaty: Algeria, Egypt and France.",
        "Under the joint items of the agendas of the meetings, namely items 3 to 5 for "
        "the Group on Rivers and items 3 to 5 for the Panel on Lakes, statements were "
        "made by representatives of the following States parties to the Treaty: "
        "Algeria, Egypt "
        "and France.",
    ]
    assert said(TWO_BODIES, spoken, "fr")[2] == (
        "Au titre des points communs de leurs ordres du jour, à savoir les points 3 à "
        "5 pour le Groupe du Rhin et les points 3 à 5 pour l’Équipe des lacs, des "
        "déclarations ont été faites par les représentants des États parties au Traité "
        "suivants: Algérie, Égypte et France."
    )


def test_a_lone_signatory_on_a_lone_joint_item() -> None:
    spoken = statements("meeting: m3, item: i5, by: [IRN]")
    assert said(TWO_BODIES, spoken) == [
        "Under the joint item of the agendas of the meetings entitled “Others”, a "
        "statement was made by the representative of the Islamic Republic of Iran, a "
        "State signatory to the Treaty."
    ]
    assert said(TWO_BODIES, spoken, "fr") == [
        "Le représentant de la République islamique d’Iran, État signataire du Traité, "
        "a fait une déclaration au titre du point commun des ordres du jour des "
        "réunions intitulé “Autres”."
    ]


def test_two_signatories() -> None:
    spoken = statements("meeting: m3, item: i5, by: [SWE, IRN]")
    assert said(TWO_BODIES, spoken)[0].endswith(
        "representatives of the following States signatories to the Treaty: Iran "
        "(Islamic Republic of) and Sweden."
    )
    assert said(TWO_BODIES, spoken, "fr")[0].endswith(
        "représentants des États signataires du Traité suivants: Iran (République "
        "islamique d’) et Suède."
    )


@pytest.mark.parametrize(
    ("capacity", "ending"),
    [
        ("party", "the representative of Cuba."),
        ("signatory", "of Cuba, a State signatory to the Treaty."),
        ("observer", "of Cuba, a State not party to the Treaty."),
    ],
)
def test_a_capacity_that_the_statement_tells(capacity: str, ending: str) -> None:
    spoken = statements(f"meeting: m3, item: i5, by: [CUB], as: {capacity}")
    assert said(TWO_BODIES, spoken)[0].endswith(ending)


PRESENTED = statements(
    "meeting: m1, item: i2, by: [secretariat], kind: presentation",
    "meeting: m2, item: i3, by: [secretariat], kind: presentation",
    "meeting: m3, item: i5, by: [secretariat], kind: presentation",
    "meeting: m3, item: i4, by: [secretariat], kind: presentation, counted: false",
)


def test_presentations_of_the_secretariat() -> None:
    assert said(TWO_BODIES, PRESENTED) == [
        "The Secretariat made presentations under item 2 of the agenda of the meeting "
        "of the Group on Rivers, under item 2 of the agenda of the meeting of the "
        "Panel on Lakes and under the joint item of the agendas of the meetings "
        "entitled “Others”."
    ]
    assert said(TWO_BODIES, PRESENTED, "fr") == [
        "Le Secrétariat a fait des présentations au titre du point 2 de l’ordre du "
        "jour de la réunion du Groupe du Rhin, au titre du point 2 de l’ordre du jour "
        "de la réunion de l’Équipe des lacs, et au titre du point commun des ordres du "
        "jour des réunions intitulé “Autres”."
    ]


def test_one_presentation() -> None:
    once = statements("meeting: m1, item: i2, by: [secretariat], kind: presentation")
    assert said(ONE_BODY, once) == [
        "The Secretariat made a presentation under agenda item 2."
    ]


def test_nothing_private_is_printed() -> None:
    spoken = statements(
        "meeting: m1, item: i3, by: [EGY], note: SECRET, counted: yes",
        "meeting: m1, item: i2, by: [FRA], counted: false, reason: SECRET",
    )
    text = f"{ONE_BODY}--- statements.yaml\n{spoken}"
    for code in ("en", "fr"):
        assert "SECRET" not in repr(document_of(session_in(text), code))
