"""Amendments are recorded as the floor says them, and told in a line."""

from __future__ import annotations

from typing import Any

import pytest

from reportkit.edition.pointing import know
from reportkit.edition.recording import listed
from reportkit.model.reading import read_session
from tests.edition.floor_in_text import HERE, done, entry, given, line, refused


def test_all_that_is_told_is_kept() -> None:
    options: dict[str, Any] = {"by": ("France", "group,chair,office"), "meeting": "M2"}
    options |= {"adopted": True, "note": "slowly,\nplease"}
    assert (
        entry("draft:4", "s/more/less/", **options)
        == """\
    action: replace
    passage: floods-cost
    old: more
    new: less
    by: [FRA, group, chair, office]
    meeting: m2
    status: adopted
    note: slowly, please"""
    )


LONG = "Dams were said to cost less in the long run than any of the floods"
# What the floor says, and the entry without its id and status.
SAID = {
    "draft:1 | s/should meet/may meet/": """\
    action: replace
    passage: intro-mandate
    old: should meet
    new: may meet""",
    "intro-mandate | s/should/may/g": """\
    action: replace
    throughout: intro-mandate
    old: should
    new: may""",
    r"Document | s/and\/or/and/": """\
    action: replace
    throughout: document
    old: and/or
    new: and""",
    "draft:1 | s|and/or|or|": """\
    action: replace
    passage: intro-mandate
    old: and/or
    new: or""",
    "deliberations | s/Floods //": """\
    action: replace
    throughout: deliberations
    old: Floods
    new: ''""",
    "draft:2 (a) (i) | replace very old ones": """\
    action: replace
    passage: old-maps
    new: very old ones""",
    "draft:2(a)(I) | delete": """\
    action: delete
    passage: old-maps""",
    "draft:2(b) | insert-before depths: all": """\
    action: insert
    as: intro-depths
    before: tables
    new: 'depths: all'""",
    f"final:5 | insert {LONG}": f"""\
    action: insert
    as: floods-dams-cost-less
    after: floods-cost
    new: >-
      {LONG}""",
    "add1:1 b) | before add1:1(a)": """\
    action: move
    passage: rec-thanks
    before: rec-warn""",
    "add1:1(a) | merge add1:1(b) | States should warn": """\
    action: merge
    passage: rec-warn
    with: rec-thanks
    new: States should warn""",
    "draft:1 | split and should report": """\
    action: split
    passage: intro-mandate
    old: and should report
    as: intro-report""",
    "session.yaml bodies.group.to | 2017-10-12": """\
    action: correct
    fact: session.yaml bodies.group.to
    new: 2017-10-12""",
    "session.yaml | documents.final.symbol | [A/1, A/2]": """\
    action: correct
    fact: session.yaml documents.final.symbol
    new: [A/1, A/2]""",
}


@pytest.mark.parametrize("said", SAID)
def test_what_the_floor_says_becomes_an_entry(said: str) -> None:
    assert entry(*said.split(" | ")) == f"{SAID[said]}\n    status: pending"


def test_words_of_one_language_are_looked_up_there() -> None:
    assert (
        entry("final:1", "s/devrait/pourrait/", language="FR")
        == """\
    action: replace
    language: fr
    passage: intro-mandate
    old: devrait
    new: pourrait
    status: pending"""
    )


def test_what_was_recorded_can_be_read_and_is_told() -> None:
    text = done("draft:2(b)", "insert depths", made="all-depths", by=("FRA",))
    session, problems = read_session("s", given(text).files, given().shared, {})
    assert session is not None and not problems
    assert session.amendments[-1].made == "all-depths"
    assert line("draft:2(b)", "insert depths", made="all-depths") == (
        'a4 inserts all-depths after tables: "depths" (draft 2 (b)): pending'
    )


MANDATE = "The Group should meet when the rain and/…"
# What the floor says, and what is told of it.
TOLD = {
    "rec-warn | s/neighbours/friends/": (
        'replaces "neighbours" by "friends" in rec-warn (add1 1 (a))'
    ),
    "document | s/should/may/": (
        'replaces "should" by "may" in 4 places throughout document'
    ),
    "floods-cost | s/dams/rivers/g": (
        'replaces "dams" by "rivers" in 1 place throughout floods-cost (draft 4)'
    ),
    "deliberations | s/Floods //": (
        'replaces "Floods" by nothing in 1 place throughout deliberations'
    ),
    "intro-mandate | replace It met.": (
        f'rewrites intro-mandate: "{MANDATE}" -> "It met." (draft 1)'
    ),
    "opening-floods | replace It met.": (
        'rewrites opening-floods: what is derived -> "It met." (draft 3)'
    ),
    "maps | delete": "deletes maps (draft 2 (a))",
    "tables | after old-maps": "moves tables after old-maps (draft 2 (b))",
    "rec-warn | merge rec-thanks": "merges rec-thanks into rec-warn (add1 1 (a))",
    "rec-warn | merge rec-thanks | They\u00a0warn": (
        'merges rec-thanks into rec-warn: "They\u00a0warn" (add1 1 (a))'
    ),
    "intro-mandate | split and should report": (
        'splits intro-mandate at "and should report" (draft 1)'
    ),
    "session.yaml bodies.group.to | 2017-10-12": (
        "corrects session.yaml bodies.group.to: 2017-10-13 -> 2017-10-12"
    ),
    "session.yaml meetings.m1.items | [floods, dams]": (
        "corrects session.yaml meetings.m1.items: [floods] -> [floods, dams]"
    ),
    "agenda.yaml items.floods.number | {group: 2}": (
        "corrects agenda.yaml items.floods.number: 1 -> {group: 2}"
    ),
    "session.yaml documents.final.distribution | limited": (
        "corrects session.yaml documents.final.distribution: nothing -> limited"
    ),
}


@pytest.mark.parametrize("said", TOLD)
def test_what_was_recorded_is_told_from_what_to_what(said: str) -> None:
    assert line(*said.split(" | ")) == f"a4 {TOLD[said]}: pending"


def test_the_number_that_was_typed_is_told() -> None:
    assert "(final 5)" in line("FINAL:5", "delete")
    assert "(draft 4)" in line("draft:4", "delete")
    assert "(draft 4)" in line("floods-cost", "delete")


PROPOSERS = {
    "France, Germany and Spain": "[FRA, DEU, ESP]",
    "France, Germany, and Spain": "[FRA, DEU, ESP]",
    "Bosnia and Herzegovina and France": "[BIH, FRA]",
    "France and Trinidad and Tobago and the Netherlands": "[FRA, TTO, NLD]",
    "l'Algérie et la France": "[DZA, FRA]",
    "chair and office": "[chair, office]",
}


@pytest.mark.parametrize("typed", PROPOSERS)
def test_names_may_be_joined_by_and(typed: str) -> None:
    assert f"by: {PROPOSERS[typed]}\n" in entry("draft:4", "delete", by=(typed,))


def test_a_missing_file_is_begun_with_a_comment() -> None:
    text = done("draft:1", "delete", files=given(None))
    assert text.startswith("# What is changed")
    assert text.endswith("""
amendments:
  - id: a1
    action: delete
    passage: intro-mandate
    status: pending
""")


def test_without_numbers_a_passage_goes_by_its_id() -> None:
    files = given()
    texts = {**files.files, "en/titles.yaml": b"titles: {dams: Dams}\n"}
    files = files._replace(files=texts)
    assert refused("draft:1", "delete", files=files) == [
        "TARGET:1:1: error: nothing has a number while the draft has errors\n"
        "    hint: say the passage's id, or mend agenda.yaml:2:10"
    ]
    assert done("intro-mandate", "delete", files=files)


def test_an_id_is_never_given_twice() -> None:
    files = given()
    texts = {**files.files, "fr/amendments.yaml": b"a7: {rec-warn: Avertir}\n"}
    texts["fr/amendments.yaml"] = b"a7: Avertir\n"
    text = done("draft:1", "delete", files=files._replace(files=texts))
    assert "  - id: a8\n" in text


def test_the_list_says_where_each_stands() -> None:
    known, _ = know(given(), HERE)
    assert known is not None
    rows = [tuple(row) for row in listed(known)]
    assert rows == [
        (
            "a1", "add1", "1 (a)", 'replaces "in good time" by "early" in rec-warn',
            "in good time", "early", ("FRA",), "", "adopted",
        ),
        (
            "a2", "add1", "1 (a)", 'inserts rec-boats after rec-warn: "a"',
            "", "a", (), "", "rejected",
        ),
        ("a3", "draft", "4", "deletes floods-cost", "", "", (), "", "pending"),
    ]  # fmt: skip


def test_the_list_shortens_texts_or_shows_them_whole() -> None:
    text = done("draft:1", f"replace {LONG}")
    known, _ = know(given(text), HERE)
    assert known is not None
    short, whole = ([*listed(known, each)][-1] for each in (False, True))
    assert short.what == (
        f'rewrites intro-mandate: "{MANDATE}" -> '
        '"Dams were said to cost less in the long…"'
    )
    assert whole.what.endswith(f'rises, and should report." -> "{LONG}"')
    assert whole.new == short.new == LONG
