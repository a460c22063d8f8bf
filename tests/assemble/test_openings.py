"""The opening of an item's summary, in every shape that the facts can give it."""

from __future__ import annotations

import pytest

from tests.sessions_in_text import body, document_of, session_in

TITLES = """\
--- en/titles.yaml
titles: {rivers: Rivers, tides: Tides, lakes: Lakes}
--- fr/titles.yaml
rivers: Fleuves
tides: Marées
lakes: Lacs
"""


def session(meetings: str, items: str, bodies: str = "group") -> str:
    days = "".join(
        f"  {id}: {{from: 2017-10-09, to: 2017-10-13}}\n" for id in bodies.split()
    )
    return (
        "--- session.yaml\noriginal: en\nwritten_in: en\n"
        f"bodies:\n{days}meetings:\n{meetings}"
        "documents:\n  final: {kind: report}\n"
        f"--- agenda.yaml\nitems:\n{items}{TITLES}"
    )


def opening(text: str, items: str = "item: rivers") -> tuple[str, str]:
    """The paragraph that stands alone before a summary, in English and in French."""
    text += f"--- en/deliberations/a.yaml\n{items}\n"
    text += "passages:\n  - {id: a1, text: Said.}\n"
    made = session_in(text)
    lines = (body(document_of(made, code)).splitlines() for code in ("en", "fr"))
    english, french = (
        [line.removeprefix("1. ") for line in each if line.startswith("1. ")]
        for each in lines
    )
    return english[0], french[0]


M1 = "  m1: {of: {group: 1}, on: 2017-10-09, items: [rivers]}\n"
M2 = "  m2: {of: {group: 2}, on: 2017-10-09, items: [rivers, tides]}\n"
M3 = "  m3: {of: {group: 3}, on: 2017-11-01, items: [rivers]}\n"
RIVERS = "  - {id: rivers, number: 2}\n"
TIDES = "  - {id: tides, number: 3}\n"


def test_one_meeting() -> None:
    assert opening(session(M1, RIVERS)) == (
        "At its 1st meeting, on 9 October, the Group considered agenda item 2, "
        "entitled “Rivers”.",
        "À sa 1^re^ séance, le 9 octobre, le Groupe a examiné le point 2 de l’ordre du "
        "jour, intitulé “Fleuves”.",
    )


def test_two_meetings_on_one_day() -> None:
    english, french = opening(session(M1 + M2, RIVERS + TIDES))
    assert english.startswith("At its 1st and 2nd meetings, on 9 October, the Group")
    assert french.startswith("À ses 1^re^ et 2^e^ séances, le 9 octobre, le Groupe")


def test_three_meetings_in_two_months() -> None:
    english, french = opening(session(M1 + M2 + M3, RIVERS + TIDES))
    assert english.startswith(
        "At its 1st to 3rd meetings, on 9 October and 1 November, the Group"
    )
    assert french.startswith(
        "À ses 1^re^, 2^e^ et 3^e^ séances, les 9 octobre et 1^er^ novembre, le Groupe"
    )


def test_several_items_in_one_summary() -> None:
    assert opening(session(M2, RIVERS + TIDES), "items: [rivers, tides]") == (
        "At its 2nd meeting, on 9 October, the Group considered agenda items 2 and 3, "
        "entitled “Rivers” and “Tides”.",
        "À sa 2^e^ séance, le 9 octobre, le Groupe a examiné les points 2 et 3 de "
        "l’ordre du jour, intitulés “Fleuves” et “Marées”.",
    )


BOTH = "  - {id: rivers, number: {group: 2, panel: 1}}\n"
J1 = "  j1: {of: {group: 3, panel: 1}, on: 2017-10-10, part: PART, items: [rivers]}\n"
J2 = "  j2: {of: {group: 4, panel: 2}, on: 2017-10-10, items: [rivers]}\n"


def test_joint_item_by_the_number_of_meetings() -> None:
    text = session(J1.replace("PART", "morning") + J2, BOTH, "group panel")
    assert opening(text) == (
        "On 10 October, the Groups held two joint meetings to consider the agenda item "
        "entitled “Rivers”.",
        "Le 10 octobre, les groupes ont tenu deux réunions conjointes en vue "
        "d’examiner le point de l’ordre du jour intitulé “Fleuves”.",
    )


def test_joint_item_at_one_meeting_without_a_part_of_the_day() -> None:
    assert opening(session(J2, BOTH, "group panel")) == (
        "On 10 October, the Groups held one joint meeting to consider the agenda item "
        "entitled “Rivers”.",
        "Le 10 octobre, les groupes ont tenu une réunion conjointe en vue d’examiner "
        "le point de l’ordre du jour intitulé “Fleuves”.",
    )


@pytest.mark.parametrize(
    ("part", "english", "french"),
    [
        ("morning", "on the morning of", "de la matinée du"),
        ("afternoon", "on the afternoon of", "de l’après-midi du"),
        ("evening", "on the evening of", "de la soirée du"),
    ],
)
def test_joint_item_by_part_of_the_day(part: str, english: str, french: str) -> None:
    text = session(J1.replace("PART", part), BOTH, "group panel")
    assert opening(text) == (
        "The Groups considered the joint agenda item entitled “Rivers” at the meeting "
        f"held {english} 10 October.",
        "Les groupes ont examiné le point commun de l’ordre du jour intitulé “Fleuves” "
        f"lors de la séance {french} 10 octobre.",
    )


@pytest.mark.parametrize(
    ("led_by", "english", "french"),
    [
        (
            "{persons: [ames], as: expert}",
            "led by John Ames (United States), expert.",
            "animé par John Ames (États-Unis), expert.",
        ),
        (
            "{persons: [roux], as: expert}",
            "led by Anne Roux (France), expert.",
            "animé par Anne Roux (France), experte.",
        ),
        (
            "{persons: [roux, petit], as: expert}",
            "led by Anne Roux and Lise Petit (France), experts.",
            "animé par Anne Roux et Lise Petit (France), expertes.",
        ),
        (
            "{persons: [roux, ames], as: expert}",
            "led by Anne Roux (France) and John Ames (United States), experts.",
            "animé par Anne Roux (France) et John Ames (États-Unis), experts.",
        ),
        (
            "{persons: [lind]}",
            "led by Lars Lind (Sweden).",
            "animé par Lars Lind (Suède).",
        ),
        (
            "{representative_of: secretariat, presentation: true}",
            "led by a representative of the Secretariat, who made a presentation.",
            "animé par un représentant du Secrétariat, qui a fait un exposé.",
        ),
        (
            "{representative_of: DZA}",
            "led by a representative of Algeria.",
            "animé par un représentant de l’Algérie.",
        ),
        (
            "{representative_of: union}",
            "led by a representative of the Union of Ports.",
            "animé par un représentant de l’Union des ports.",
        ),
    ],
)
def test_who_led_the_discussion(led_by: str, english: str, french: str) -> None:
    item = f"  - {{id: rivers, number: 2, led_by: [{led_by}]}}\n"
    made = opening(session(M1, item))
    assert made[0].split("“Rivers”. ")[1] == f"The discussion was {english}"
    assert made[1].split("“Fleuves”. ")[1] == f"Le débat a été {french}"
    french_of_two = opening(session(M1 + M2, item + TIDES))[1]
    assert french_of_two.split("“Fleuves”. ")[1] == (
        f"Les débats ont été {french.replace('animé', 'animés', 1)}"
    )


def test_an_item_that_no_meeting_took_up_has_no_opening() -> None:
    text = session("  m1: {of: {group: 1}, on: 2017-10-09}\n", RIVERS)
    assert opening(text)[0] == "Said."


def test_an_opening_in_the_rapporteurs_own_paragraph() -> None:
    text = session(M1, RIVERS) + (
        "--- en/deliberations/a.yaml\nitem: rivers\npassages:\n"
        "  - {id: a1, text: First.}\n  - {id: a2, text: '{opening} Speakers agreed.'}\n"
    )
    lines = body(document_of(session_in(text))).splitlines()
    assert lines[2] == "1. First."
    assert lines[3].startswith("2. At its 1st meeting")
    assert lines[3].endswith("entitled “Rivers”. Speakers agreed.")


def test_an_opening_stays_itself_before_a_text_that_is_not_translated() -> None:
    text = session(M1, RIVERS) + (
        "--- en/deliberations/a.yaml\nitem: rivers\npassages:\n"
        "  - {id: a1, text: '{opening} Speakers agreed.'}\n"
    )
    french = body(document_of(session_in(text), "fr"))
    assert "intitulé “Fleuves”. [en-GB: Speakers agreed.]\n" in french


def test_an_opening_goes_into_the_part_of_the_first_passage() -> None:
    text = session(M1, RIVERS).replace(
        "  final: {kind: report}\n",
        "  draft: {kind: draft}\n  add1: {kind: addendum, of: draft}\n",
    )
    text += (
        "--- en/deliberations/a.yaml\nitem: rivers\nin: add1\npassages:\n"
        "  - {id: a1, text: Said.}\n"
    )
    made = session_in(text)
    assert body(document_of(made, "en", "draft")) == "\n"
    assert "1. At its 1st meeting" in body(document_of(made, "en", "add1"))


def test_days_carry_their_year_where_the_session_spans_two() -> None:
    text = session(M1 + M3, RIVERS).replace("to: 2017-10-13", "to: 2018-01-05")
    english, french = opening(text.replace("on: 2017-11-01", "on: 2018-01-04"))
    assert english.startswith(
        "At its 1st and 3rd meetings, on 9 October 2017 and on 4 January 2018, the"
    )
    assert french.startswith(
        "À ses 1^re^ et 3^e^ séances, le 9 octobre 2017 et le 4 janvier 2018, le Groupe"
    )
