"""Small reports in our own words: what cannot be facts, and what is told of it."""

from __future__ import annotations

import pytest
import yaml

from reportkit.edition.importing_terms import Missing
from tests.recover.imported import TEMPLATES, differing, imported, lost

FRONT = """\
# Council of Waters

Distr.: General
14 June 2022
Original: English

**Group on Rivers**

Vienna, 2–6 May 2022

## **Report on the meeting of the Group on Rivers held in Vienna from 2 to 6 May 2022**
"""
REPORT = (
    FRONT
    + """
## I. Introduction

1. The Council asked the Group on Rivers to look at gauges. The Group met once.

## II. Recommendations

2. The Group on Rivers adopted the following recommendations:

(a) States should read their gauges every morning;

(b) States should write down what they read.

## III. Summary of deliberations

### Gauges on shared rivers

3. At its 1st meeting, on 2 May, the Group considered agenda item 2, entitled \
“Gauges on shared rivers”. Speakers agreed that gauges rust.

4. One speaker had painted them.

## IV. Organization of the meeting

### A. Duration of the meeting

5. The Group on Rivers held five meetings, from 2 to 6 May.

### B. Attendance

6. The following States were represented at the meeting: Austria, Benin and Chad.

7. A choir sang in the lobby on the third day.

## V. Adoption of the report

8. On 6 May, the Group adopted the present report on its meeting.
"""
)


def test_a_small_report_of_one_body_comes_back() -> None:
    report = REPORT.replace("7. A choir sang in the lobby on the third day.\n\n", "")
    report = report.replace("8. On 6 May", "7. On 6 May")
    got = imported(report, "en")
    assert differing(got) == ([], [])
    assert lost(got, report, "en") == 0
    assert {"duration-rivers", "attendance-states"} <= set(got.facts)


def test_a_paragraph_that_no_fact_says_stays_where_it_was() -> None:
    got = imported(REPORT, "en")
    assert differing(got) == ([], [])
    assert not got.got.moved
    organization = yaml.safe_load(got.files["en/organization.yaml"])
    assert organization["title"]["text"] == "Organization of the meeting"
    assert [each.get("derived", "") for each in organization["passages"]] == [
        *("", "duration-rivers", "", "attendance-states", "")
    ]


def test_the_chapters_of_such_a_report_are_its_own_outline() -> None:
    outline = yaml.safe_load(imported(REPORT, "en").files["outlines/report.yaml"])
    usual = TEMPLATES.read("outlines/report.yaml")
    assert usual
    known = {each["id"]: each for each in yaml.safe_load(usual[0])["chapters"]}
    chapters = {each["id"]: each for each in outline["chapters"]}
    assert list(chapters) == list(known)
    assert chapters["deliberations"] == known["deliberations"]
    assert chapters["organization"] == {"id": "organization", "text": ["passages"]}


def test_a_list_in_other_words_is_still_a_list() -> None:
    report = REPORT.replace("represented at the meeting", "represented in the room")
    overrides = imported(report, "en").files["en/overrides.yaml"]
    assert b"represented in the room: {states: AUT BEN TCD; order: as-given}." in (
        b" ".join(overrides.split())
    )


def test_an_opening_in_other_words_is_overridden() -> None:
    report = REPORT.replace("the Group considered agenda", "the Group took up agenda")
    got = imported(report, "en")
    assert "opening-gauges-shared-rivers" in got.words
    assert not any("Speakers agreed" in each for each in differing(got)[1])


SONGS = """\
## VI. Songs (agenda item 7)

### A. Of rivers

9. A song was sung.

#### 1. Of small ones

#### 2. Of large ones

### B. Of lakes

10. At its 2nd meeting, on 3 May, the Group on Rivers was silent.

### A coda

11. Then it rained.

## IX. Silence

12. At its 2nd meeting, on 3 May, the Group considered agenda item 3, entitled \
“Silence”. Nobody spoke.

### D. Of stones

13. Nobody.
"""


def test_chapters_that_nobody_knows_are_chapters() -> None:
    got = imported(REPORT + SONGS, "en")
    assert differing(got) == ([], [])
    assert not got.differences.relabelled + got.differences.elsewhere
    songs = yaml.safe_load(got.files["en/songs.yaml"])
    assert [each.get("level") for each in songs["passages"] if "heading" in each] == [
        *(None, 2, 2, None, 3)
    ]
    assert b"headings: {silence: 9, silence-stones: 4}" in got.files["session.yaml"]


ON_AN_ITEM = SONGS.replace("IX. Silence", "VII. Silence (agenda item 3)")


def test_a_chapter_on_an_item_opens_as_one() -> None:
    got = imported(REPORT + ON_AN_ITEM, "en")
    assert differing(got) == ([], [])
    silence = yaml.safe_load(got.files["en/silence.yaml"])
    assert silence["item"] == "silence"
    assert silence["title"]["text"] == "Silence (agenda item 3)"
    assert silence["passages"][0]["text"] == "{opening} Nobody spoke."
    assert "item" not in yaml.safe_load(got.files["en/songs.yaml"])


def test_numbers_of_items_are_the_outline_s_where_all_headings_have_them() -> None:
    report = REPORT.replace("### Gauges on shared rivers", "### Gauges (agenda item 2)")
    got = imported(report + ON_AN_ITEM, "en")
    assert differing(got) == ([], [])
    silence = yaml.safe_load(got.files["en/silence.yaml"])
    assert silence["title"]["text"] == "Silence"
    assert b"item_numbers: true" in got.files["outlines/report.yaml"]


def test_a_report_that_does_not_say_who_met_is_refused() -> None:
    with pytest.raises(Missing) as refused:
        imported("# A text\n\n1. Nobody met anywhere.\n", "en")
    assert "who met" in refused.value.problems[0].message


def test_the_number_of_an_item_is_that_of_its_opening() -> None:
    agenda = imported(REPORT, "en").files["agenda.yaml"]
    assert b"number: 2" in agenda
    assert b"# look" not in agenda


def test_an_item_without_any_number_is_marked() -> None:
    report = REPORT.replace("agenda item 2, entitled ", "the item entitled ")
    got = imported(report, "en")
    assert b"# look: the number of this item" in got.files["agenda.yaml"]


def test_tables_and_notes_are_passages() -> None:
    table = """
4. One speaker had painted them, as the table shows.[^1]

| River | Gauges |
| --- | --- |
| Danube | 12 |

"""
    report = REPORT.replace("\n4. One speaker had painted them.\n", table)
    report += "\n[^1]: In 2021.\n"
    got = imported(report, "en")
    file = got.files["en/deliberations/gauges-shared-rivers.yaml"]
    assert b"painted them, as the table shows.{note: note-" in b" ".join(file.split())
    assert b"text: River" in b" ".join(file.split()).replace(b">- ", b"")
    assert not any("Danube" in each for each in differing(got)[0])


def test_another_of_the_same_name_is_another_person() -> None:
    names = b"persons:\n  smith: {state: CAN, name: Ann Smith}\n"
    chaired = "The meeting was chaired by Ann Smith (Austria)."
    report = REPORT.replace(
        "from 2 to 6 May.\n\n###", f"from 2 to 6 May.\n\n6. {chaired}\n\n###"
    )
    got = imported(report, "en", {"names.yaml": names})
    assert b"{role: chair, person: smith-1}" in got.files["session.yaml"]
    assert got.shared["names.yaml"].startswith(names)
    assert b"state: AUT" in got.shared["names.yaml"]


def test_facts_keep_their_places_in_the_introduction() -> None:
    states = "The following States were represented at the meeting: Austria and Chad."
    report = REPORT.replace("The Group met once.\n", f"The Group met.\n\n2. {states}\n")
    report = report.replace(
        "\n2. The Group on Rivers adopted", "\n3. The Group on Rivers adopted"
    )
    report = report[: report.index("## III.")]
    got = imported(report, "en")
    assert differing(got) == ([], [])
    introduction = yaml.safe_load(got.files["en/introduction.yaml"])
    assert introduction["passages"][1] == {"derived": "attendance-states"}
    assert yaml.safe_load(got.files["participants.yaml"]) == {"states": ["AUT", "TCD"]}


@pytest.mark.parametrize("labels", [("(a) ", "(b) "), ("", "")])
def test_officers_in_points_are_facts_in_the_report_s_words(
    labels: tuple[str, str],
) -> None:
    chair, rapporteur = "Chair: Anna Roth (Austria);", "Rapporteur: Paul Moulin (Chad)."
    points = f"\n\n{labels[0]}{chair}\n\n{labels[1]}{rapporteur}\n"
    sentence = f"7. The Group elected the following officers:{points}"
    choir = "7. A choir sang in the lobby on the third day.\n"
    got = imported(REPORT.replace(choir, sentence), "en")
    assert differing(got) == ([], [])
    officers = yaml.safe_load(got.files["session.yaml"])["officers"]
    assert [each["role"] for each in officers] == ["chair", "rapporteur"]


def test_a_chapter_is_on_the_item_that_its_first_sentence_names() -> None:
    lists = "7. The Group adopted the following agenda:\n\n1. Opening.\n\n2. Gauges on "
    lists += "shared rivers.\n\n3. Songs of rivers.\n"
    report = REPORT.replace("7. A choir sang in the lobby on the third day.\n", lists)
    songs = """
## VI. Songs

9. At its 2nd meeting, on 3 May, the Group on Rivers considered agenda item 3, \\
entitled “Songs of rivers”. The discussion was led by Anna Roth (Austria). All sang.
"""
    got = imported(report + songs, "en")
    assert differing(got) == ([], [])
    tree = yaml.safe_load(got.files["en/songs.yaml"])
    assert tree["item"] == "songs-rivers"
    assert tree["passages"][0]["text"] == "{opening} All sang."
    assert (
        b"m2: {of: {rivers: 2}, on: 2022-05-03, items: [songs-rivers]}"
        in (got.files["session.yaml"])
    )
    assert b"led_by:" in got.files["agenda.yaml"]


def test_headings_without_labels_stand_as_deep_as_they_did() -> None:
    report = REPORT + "\n".join(
        (
            *("## VI. Songs", "", "### A. Old", "", "9. One.", "", "### B. New", ""),
            *("10. Two.", "", "## VII. Costs", "", "### Of all", ""),
            *("#### Of some", "", "11. Three.", ""),
        )
    )
    got = imported(report, "en")
    assert differing(got) == ([], [])
    costs = yaml.safe_load(got.files["en/costs.yaml"])["passages"]
    assert [each.get("level", 1) for each in costs if "heading" in each] == [1, 2]


def test_recommendations_with_words_of_their_own_are_a_chapter_of_words() -> None:
    report = REPORT.replace(
        "2. The Group on Rivers adopted",
        "2. It was late.\n\n3. The Group on Rivers adopted",
    )
    report = report[: report.index("## III.")]
    got = imported(report, "en")
    assert differing(got) == ([], [])
    words = yaml.safe_load(got.files["en/chapter-recommendations.yaml"])["passages"]
    assert words[0]["text"] == "It was late."
    assert len(words[1]["points"]) == 2


def test_a_report_without_headings_is_imported() -> None:
    got = imported(f"{FRONT}\n1. It rained.\n\n2. It shone.\n", "en")
    assert b"It shone." in got.files["en/introduction.yaml"]
    assert not any(path.startswith("outlines/") for path in got.files)
