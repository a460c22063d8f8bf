"""The organization of the meetings, in its singulars, plurals and genders."""

from __future__ import annotations

import pytest

from tests.sessions_in_text import body, document_of, session_in

ONE = """\
--- session.yaml
original: en
written_in: en
bodies: {group: {from: 2017-10-09, to: 2017-10-13}}
meetings:
  m1: {of: {group: 1}, on: 2017-10-09}
  m2: {of: {group: 2}, on: 2017-10-13}
"""
DOCUMENTS = "documents: {final: {kind: report}}\n"
TWO = """\
--- session.yaml
original: en
written_in: en
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
  panel: {from: 2017-10-10, to: 2017-10-13}
meetings:
  m1: {of: {group: 1}, on: 2017-10-09}
  m2: {of: {group: 2, panel: 1}, on: 2017-10-10}
  m3: {of: {panel: 2}, on: 2017-10-11}
"""


def paragraphs(text: str, code: str = "en") -> list[str]:
    """The numbered paragraphs of the report, without their numbers."""
    lines = body(document_of(session_in(text), code)).splitlines()
    return [line.split(". ", 1)[1] for line in lines if line[0].isdigit()]


def test_duration_of_one_body() -> None:
    assert paragraphs(ONE + DOCUMENTS) == [
        "The Group on Rivers held two meetings, from 9 to 13 October."
    ]
    assert paragraphs(ONE + DOCUMENTS, "fr") == [
        "Le Groupe du Rhin a tenu deux séances, du 9 au 13 octobre."
    ]


def test_duration_of_two_bodies() -> None:
    assert paragraphs(TWO + DOCUMENTS) == [
        "The Group on Rivers held two meetings, from 9 to 13 October, one of them "
        "jointly with the Panel on Lakes.",
        "The Panel on Lakes held two meetings, from 10 to 13 October, one of them "
        "jointly with the Group on Rivers.",
    ]
    assert paragraphs(TWO + DOCUMENTS, "fr") == [
        "Le Groupe du Rhin a tenu deux séances, du 9 au 13 octobre, dont une "
        "conjointement avec l’Équipe des lacs.",
        "L’Équipe des lacs a tenu deux séances, du 10 au 13 octobre, dont une "
        "conjointement avec le Groupe du Rhin.",
    ]


def test_meetings_held_may_be_given() -> None:
    held = "held: {group: 12, panel: 1, joint: 1}\n"
    assert paragraphs(TWO + held + DOCUMENTS) == [
        "The Group on Rivers held 12 meetings, from 9 to 13 October, one of them "
        "jointly with the Panel on Lakes.",
        "The Panel on Lakes held one meeting, from 10 to 13 October, jointly with "
        "the Group on Rivers.",
    ]
    assert paragraphs(TWO + held + DOCUMENTS, "fr")[1].startswith(
        "L’Équipe des lacs a tenu une séance, du 10 au 13 octobre"
    )


def officers(session: str, listed: str, code: str = "en") -> list[str]:
    text = f"{session}officers: [{listed}]\n{DOCUMENTS}"
    return [each for each in paragraphs(text, code) if "(" in each]


@pytest.mark.parametrize(
    ("listed", "english", "french"),
    [
        (
            "{role: chair, person: ames}",
            ["The meeting was chaired by John Ames (United States)."],
            ["La réunion était présidée par John Ames (États-Unis)."],
        ),
        (
            "{role: vice-chair, person: roux}, {role: vice-chair, person: ames}",
            ["Anne Roux (France) and John Ames (United States) served as Vice-Chairs."],
            [
                "Anne Roux (France) et John Ames (États-Unis) ont assuré la "
                "vice-présidence."
            ],
        ),
        (
            "{role: rapporteur, person: lind}, {role: vice-chair, person: roux}",
            [
                "Anne Roux (France) served as Vice-Chair.",
                "Lars Lind (Sweden) served as Rapporteur.",
            ],
            [
                "Anne Roux (France) a assuré la vice-présidence.",
                "Lars Lind (Suède) a assuré les fonctions de Rapporteur.",
            ],
        ),
    ],
)
def test_officers(listed: str, english: list[str], french: list[str]) -> None:
    assert officers(ONE, listed) == english
    assert officers(ONE, listed, "fr") == french


def test_officers_of_two_bodies() -> None:
    of_both = "{role: chair, person: ames}"
    assert officers(TWO, of_both) == [
        "The meetings of the two Groups were chaired by John Ames (United States)."
    ]
    assert officers(TWO, of_both, "fr") == [
        "Les réunions des deux groupes étaient présidées par John Ames (États-Unis)."
    ]


def test_officers_of_a_body_each() -> None:
    apart = (
        "{role: chair, person: ames, of: [group]}, "
        "{role: chair, person: roux, of: panel}, "
        "{role: rapporteur, person: lind, of: panel}"
    )
    assert officers(TWO, apart) == [
        "The meeting of the Group on Rivers was chaired by John Ames (United States).",
        "The meeting of the Panel on Lakes was chaired by Anne Roux (France).",
        "Lars Lind (Sweden) served as Rapporteur of the Panel on Lakes.",
    ]
    assert officers(TWO, apart, "fr") == [
        "La réunion du Groupe du Rhin était présidée par John Ames (États-Unis).",
        "La réunion de l’Équipe des lacs était présidée par Anne Roux (France).",
        "Lars Lind (Suède) a assuré les fonctions de Rapporteur de l’Équipe des lacs.",
    ]


def agenda(session: str, code: str = "en") -> list[str]:
    lines = body(document_of(session_in(session), code)).splitlines()
    first = next(
        n for n, line in enumerate(lines) if line.endswith(("agenda:", "suivant:"))
    )
    return lines[first:]


TITLES = """\
--- en/titles.yaml
titles: {a: Matters, b: Rivers, c: Forms, d: Others, s: Opening, t: Adoption}
--- fr/titles.yaml
a: Questions
b: Fleuves
c: Formulaires
d: Autres
s: Ouverture
t: Adoption
"""


def test_agenda_with_sub_items() -> None:
    items = "--- agenda.yaml\nadopted_at: m1\nitems:\n  - {id: b, number: 2}\n"
    text = f"{ONE}{DOCUMENTS}{items}  - {{id: a, number: 1, sub: [s, t]}}\n{TITLES}"
    assert agenda(text) == [
        "2. At its 1st meeting, on 9 October, the Group on Rivers adopted the "
        "following agenda:",
        "  1. Matters:",
        "    (a) Opening;",
        "    (b) Adoption.",
        "  2. Rivers.",
    ]
    assert agenda(text, "fr") == [
        "2. À sa 1^re^ séance, le 9 octobre, le Groupe du Rhin a adopté l’ordre du "
        "jour suivant:",
        "  1. Questions:",
        "    a) Ouverture;",
        "    b) Adoption.",
        "  2. Fleuves.",
    ]


JOINT = """\
--- agenda.yaml
adopted_at: {group: m1, panel: m2}
items:
  - {id: a, number: {group: 1, panel: 1}, joint: false}
  - {id: b, number: {group: 2}}
  - {id: c, number: {group: 3, panel: 3}}
  - {id: d, number: {group: 4, panel: 2}}
"""


def test_joint_items_are_marked_in_full_and_then_in_brief() -> None:
    lines = agenda(TWO + DOCUMENTS + JOINT + TITLES)
    assert lines[1:5] == [
        "  1. Matters.",
        "  2. Rivers.",
        "  3. Forms (joint item of the Group on Rivers and the Panel on Lakes).",
        "  4. Others (joint item).",
    ]
    assert lines[6:] == [
        "4. At its 1st meeting, on 10 October, the Panel on Lakes adopted the "
        "following agenda:",
        "  1. Matters.",
        "  2. Others (joint item of the Group on Rivers and the Panel on Lakes).",
        "  3. Forms (joint item).",
    ]
    french = agenda(TWO + DOCUMENTS + JOINT + TITLES, "fr")
    assert french[3:5] == [
        "  3. Formulaires (point commun au Groupe du Rhin et à l’Équipe des lacs).",
        "  4. Autres (point commun).",
    ]


TREATY = ONE.replace("written_in: en\n", "written_in: en\ninstrument: treaty\n")


@pytest.mark.parametrize(
    ("category", "english", "french"),
    [
        (
            "states_parties: [EGY, DZA]",
            "The following States parties to the Treaty were represented at the "
            "meeting: Algeria and Egypt.",
            "Les États parties au Traité suivants étaient représentés à la réunion: "
            "Algérie et Égypte.",
        ),
        (
            "integration_organizations: [EUE]",
            "The European Union, a regional economic integration organization that is "
            "a party to the Treaty, was represented.",
            "L’Union européenne, organisation régionale d’intégration économique "
            "partie au Traité, était représentée.",
        ),
        (
            "signatories: [IRN]",
            "The Islamic Republic of Iran, a State signatory to the Treaty, was "
            "represented by an observer.",
            "La République islamique d’Iran, État signataire du Traité, était "
            "représentée par un observateur.",
        ),
        (
            "signatories: [MLI]",
            "Mali, a State signatory to the Treaty, was represented by an observer.",
            "Le Mali, État signataire du Traité, était représenté par un observateur.",
        ),
        (
            "signatories: [PHL]",
            "The Philippines, a State signatory to the Treaty, was represented by an "
            "observer.",
            "Les Philippines, État signataire du Traité, étaient représentées par un "
            "observateur.",
        ),
        (
            "signatories: [USA, IRN]",
            "The following States signatories to the Treaty were represented by "
            "observers: Iran (Islamic Republic of) and United States.",
            "Les États signataires du Traité suivants étaient représentés par des "
            "observateurs: États-Unis et Iran (République islamique d’).",
        ),
        (
            "non_signatories: [USA]",
            "The United States of America, a State not party to or signatory of the "
            "Treaty, was represented by an observer.",
            "Les États-Unis d’Amérique, État qui n’est ni partie au Traité ni "
            "signataire, étaient représentés par un observateur.",
        ),
        (
            "other_entities: [VAT]",
            "The Holy See was represented by an observer.",
            "Le Saint-Siège était représenté par un observateur.",
        ),
        (
            "united_nations: [office]",
            "The Office of Maps was represented by an observer.",
            "L’Office des cartes était représenté par un observateur.",
        ),
        (
            "intergovernmental: [union]",
            "The Union of Ports was represented by an observer.",
            "L’Union des ports était représentée par un observateur.",
        ),
        (
            "non_governmental: [union, institute]",
            "The following non-governmental organizations were represented by "
            "observers: Institute of Tides and Union of Ports.",
            "Les organisations non gouvernementales suivantes étaient représentées par "
            "des observateurs: Institut des marées et Union des ports.",
        ),
    ],
)
def test_attendance(category: str, english: str, french: str) -> None:
    text = f"{TREATY}{DOCUMENTS}--- participants.yaml\n{category}\n"
    assert paragraphs(text)[1:] == [english]
    assert paragraphs(text, "fr")[1:] == [french]


def test_attendance_where_no_treaty_parts_the_states() -> None:
    text = f"{TWO}{DOCUMENTS}--- participants.yaml\nstates: [EGY, FRA, DZA]\n"
    assert paragraphs(text)[2:] == [
        "The following States were represented at the meetings: Algeria, Egypt and "
        "France."
    ]
    assert paragraphs(text, "fr")[2:] == [
        "Les États suivants étaient représentés aux réunions: Algérie, Égypte et "
        "France."
    ]


def test_attendance_is_kept_as_given_where_asked() -> None:
    given = "order: as-given\nstates: [EGY, FRA, DZA]\n"
    text = f"{ONE}{DOCUMENTS}--- participants.yaml\n{given}"
    assert paragraphs(text)[1].endswith("meeting: Egypt, France and Algeria.")


PAPERS = """\
--- papers.yaml
papers:
  - {id: pa, symbols: {group: E/AC.9/2017/1, panel: E/AC.8/2017/1}}
  - {id: pb, symbols: {panel: E/AC.8/2017/2*}}
  - {id: pc, before: [panel]}
--- en/titles.yaml
titles: {pa: Note on *rivers*, pb: Note by the Panel, pc: Bare note}
"""


def test_documentation() -> None:
    made = body(document_of(session_in(TWO + DOCUMENTS + PAPERS)))
    assert made.partition("Documentation\n")[2] == (
        "### 1. Group on Rivers\n"
        "3. The Group on Rivers had before it the following document:\n"
        "  (a) Note on *rivers* (E/AC.9/2017/1-E/AC.8/2017/1).\n"
        "### 2. Panel on Lakes\n"
        "4. The Panel on Lakes had before it the following documents:\n"
        "  (a) Note on *rivers* (E/AC.9/2017/1-E/AC.8/2017/1);\n"
        "  (b) Note by the Panel (E/AC.8/2017/2*);\n"
        "  (c) Bare note.\n"
    )


def test_documentation_agrees_in_french() -> None:
    french = paragraphs(TWO + DOCUMENTS + PAPERS, "fr")
    assert french[2:] == [
        "Le Groupe du Rhin était saisi du document de travail suivant:",
        "L’Équipe des lacs était saisie des documents de travail suivants:",
    ]


@pytest.mark.parametrize(
    ("session", "adopted", "english", "french"),
    [
        (
            ONE,
            "{at: m2}",
            "On 13 October, the Group adopted the present report on its meeting.",
            "Le 13 octobre, le Groupe a adopté le présent rapport sur les travaux de "
            "sa réunion.",
        ),
        (
            ONE,
            "{on: 2017-10-13, as: orally-amended}",
            "On 13 October, the Group adopted the present report on its meeting, as "
            "orally amended.",
            "Le 13 octobre, le Groupe a adopté le présent rapport sur les travaux de "
            "sa réunion, tel que modifié oralement.",
        ),
        (
            TWO,
            "{at: m2, as: orally-amended}",
            "On 10 October, the Groups adopted the present joint report on their "
            "meetings, as orally amended.",
            "Le 10 octobre, les groupes ont adopté le présent rapport conjoint sur les "
            "travaux de leurs réunions, tel que modifié oralement.",
        ),
        (
            TWO,
            "{at: m2, as: as-drafted}",
            "On 10 October, the Groups adopted the present joint report on their "
            "meetings.",
            "Le 10 octobre, les groupes ont adopté le présent rapport conjoint sur les "
            "travaux de leurs réunions.",
        ),
    ],
)
def test_adoption(session: str, adopted: str, english: str, french: str) -> None:
    text = f"{session}adopted: {adopted}\n{DOCUMENTS}"
    assert paragraphs(text)[-1] == english
    assert paragraphs(text, "fr")[-1] == french
