"""Amendments: a test for each kind, and for each mistake that people make."""

from __future__ import annotations

import pytest

from reportkit.model.fingerprint import fingerprint
from reportkit.model.session import notes_of_session, words_of_session
from reportkit.revise.amending import amend
from tests.sessions_in_text import body, document_of, session_in, told

SESSION = """\
--- en/introduction.yaml
passages:
  - {id: intro, text: The Group met in the hall. It thanked its host.}
  - id: noted
    text: 'It took note of:'
    points:
      - {id: maps, text: 'maps:', points: [{id: sea, text: of the sea}]}
      - {id: dams, text: dams}
  - {id: closed, text: 'It closed early{note: hour}.'}
notes: [{id: hour, text: At noon.}]
--- en/recommendations.yaml
passages:
  - {id: rec-share, text: States should share their data}
  - {id: rec-draw, text: States should draw maps}
"""
FRENCH = """\
--- fr/all.yaml
intro: Le Groupe s’est réuni dans la salle. Il a remercié son hôte.
noted: 'Il a pris note:'
maps: Des cartes
sea: De la mer
dams: Des barrages
closed: 'Il a terminé tôt{note: hour}.'
hour: À midi.
rec-share: Partager les données
rec-draw: Dresser des cartes
"""
AS_DRAFTED = """\
# I. Introduction
1. The Group met in the hall. It thanked its host.
2. It took note of:
  (a) maps:
    (i) of the sea;
  (b) dams.
3. It closed early[1].
# II. Recommendations
4. The Group on Rivers adopted the following recommendations:
  (a) States should share their data;
  (b) States should draw maps.
[1] At noon.
"""


def amendments(*rows: str) -> str:
    """A file of amendments, numbered from a1; adopted where they do not say."""
    listed = (
        f"  - {{id: a{n}, {row}{'' if 'status:' in row else ', status: adopted'}}}\n"
        for n, row in enumerate(rows, 1)
    )
    return "--- amendments.yaml\namendments:\n" + "".join(listed)


def final(text: str, code: str = "en", show_pending: bool = False) -> str:
    """The first two chapters of the final report, and its footnotes."""
    amended = amend(session_in(SESSION + text), show_pending)
    assert not amended.problems, told(amended.problems)
    lines = body(document_of(amended.session, code)).splitlines(keepends=True)
    end = next(n for n, line in enumerate(lines) if line.startswith("# III."))
    return "".join((*lines[:end], *(line for line in lines if line[0] == "[")))


def faults(*rows: str, more: str = "") -> str:
    """What is wrong with amendments, as people see it."""
    return told(amend(session_in(SESSION + amendments(*rows) + more)).problems)


def test_without_amendments_the_final_is_as_drafted() -> None:
    assert final("") == AS_DRAFTED


# Each kind of amendment, and the lines of the final that are not the draft's.
KINDS = {
    "words": (
        "passage: intro, old: met in the hall, new: sat, action: replace",
        {"1. The Group met in the hall.": "1. The Group sat."},
    ),
    "words left out": (
        "passage: intro, old: in the hall, action: replace",
        {"met in the hall.": "met."},
    ),
    "a whole passage": (
        "passage: dams, new: dams and locks, action: replace",
        {"(b) dams.": "(b) dams and locks."},
    ),
    "a footnote": (
        "passage: hour, old: noon, new: dusk, action: replace",
        {"[1] At noon.": "[1] At dusk."},
    ),
    "throughout the document": (
        "throughout: document, old: maps, new: charts, action: replace",
        {"(a) maps:": "(a) charts:", "should draw maps": "should draw charts"},
    ),
    "throughout a chapter": (
        "throughout: recommendations, old: States, new: Parties, action: replace",
        {"(a) States": "(a) Parties", "(b) States": "(b) Parties"},
    ),
    "throughout a passage": (
        "throughout: intro, old: the, new: a, action: replace",
        {"in the hall": "in a hall"},
    ),
    "a paragraph put in": (
        "action: insert, as: spoke, after: intro, new: Two spoke.",
        {
            "2. It took": "2. Two spoke.\n3. It took",
            "3. It closed": "4. It closed",
            "4. The Group on": "5. The Group on",
        },
    ),
    "a recommendation put in": (
        "action: insert, as: rec-first, before: rec-share, new: States should meet",
        {
            "(a) States should": "(a) States should meet;\n  (b) States should",
            "(b) States should draw": "(c) States should draw",
        },
    ),
    "a point put in": (
        "action: insert, as: locks, before: dams, new: locks",
        {"(b) dams.": "(b) locks;\n  (c) dams."},
    ),
    "a subpoint put in": (
        "action: insert, as: coast, after: sea, new: of the coast",
        {"(i) of the sea;": "(i) of the sea;\n    (ii) of the coast;"},
    ),
    "a passage taken out with its points": (
        "action: delete, passage: noted",
        {
            "2. It took note of:\n  (a) maps:\n    (i) of the sea;\n  (b) dams.\n": "",
            "3. It closed": "2. It closed",
            "4. The Group on": "3. The Group on",
        },
    ),
    "a point taken out with those below it": (
        "action: delete, passage: maps",
        {"  (a) maps:\n    (i) of the sea;\n": "", "(b) dams": "(a) dams"},
    ),
    "a passage taken out with its footnote": (
        "action: delete, passage: closed",
        {
            "3. It closed early[1].\n": "",
            "4. The Group on": "3. The Group on",
            "[1] At noon.\n": "",
        },
    ),
    "words taken out with their footnote": (
        "passage: closed, old: 'early{note: hour}', new: late, action: replace",
        {"closed early[1]": "closed late", "[1] At noon.\n": ""},
    ),
    "a recommendation moved": (
        "action: move, passage: rec-draw, before: rec-share",
        {
            "(a) States should share their data;": "(a) States should draw maps;",
            "(b) States should draw maps.": "(b) States should share their data.",
        },
    ),
    "a point moved with those below it": (
        "action: move, passage: maps, after: dams",
        {
            "  (a) maps:\n    (i) of the sea;\n  (b) dams.": (
                "  (a) dams;\n  (b) maps:\n    (i) of the sea."
            )
        },
    ),
    "a passage moved to another manuscript": (
        "action: move, passage: closed, after: rec-draw",
        {
            "3. It closed early[1].\n": "",
            "4. The Group on": "3. The Group on",
            "(b) States should draw maps.": (
                "(b) States should draw maps;\n  (c) It closed early[1]."
            ),
        },
    ),
    "a point that becomes a paragraph": (
        "action: move, passage: dams, after: intro",
        {
            "2. It took": "2. dams\n3. It took",
            "sea;\n  (b) dams.": "sea.",
            "3. It closed": "4. It closed",
            "4. The Group on": "5. The Group on",
        },
    ),
    "a paragraph that becomes a point": (
        "action: move, passage: closed, before: dams",
        {
            "(b) dams.": "(b) It closed early[1];\n  (c) dams.",
            "3. It closed early[1].\n": "",
            "4. The Group on": "3. The Group on",
        },
    ),
    "two merged": (
        "action: merge, passage: intro, with: closed",
        {
            "its host.": "its host. It closed early[1].",
            "3. It closed early[1].\n": "",
            "4. The Group on": "3. The Group on",
        },
    ),
    "two merged into other words": (
        "action: merge, passage: rec-share, with: rec-draw, new: States should share",
        {
            "(a) States should share their data;": "(a) States should share.",
            "  (b) States should draw maps.\n": "",
        },
    ),
    "points of two merged": (
        "action: merge, passage: intro, with: noted",
        {
            "host.\n2. It took note of:": "host. It took note of:",
            "3. It closed": "2. It closed",
            "4. The Group on": "3. The Group on",
        },
    ),
    "one parted": (
        "action: split, passage: intro, old: It thanked, as: thanks",
        {
            "hall. It thanked": "hall.\n2. It thanked",
            "2. It took": "3. It took",
            "3. It closed": "4. It closed",
            "4. The Group on": "5. The Group on",
        },
    ),
    "a derived passage in other words": (
        "passage: lead-group, new: 'It adopted:', action: replace",
        {"The Group on Rivers adopted the following recommendations:": "It adopted:"},
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_amendment(kind: str) -> None:
    row, changes = KINDS[kind]
    expected = AS_DRAFTED
    for old, new in changes.items():
        assert expected.count(old) == 1, old
        expected = expected.replace(old, new)
    assert final(amendments(row)) == expected


def test_a_footnote_that_lost_its_last_call_goes_in_every_language() -> None:
    row = "action: delete, passage: closed"
    amended = amend(session_in(SESSION + FRENCH + amendments(row))).session
    assert notes_of_session(amended) == {}
    assert "hour" not in amended.translations["fr"]


def test_a_footnote_that_is_called_elsewhere_stays() -> None:
    rows = (
        "action: delete, passage: closed",
        "action: insert, as: again, after: intro, new: 'It met again{note: hour}.'",
    )
    amended = amend(session_in(SESSION + amendments(*rows))).session
    assert list(notes_of_session(amended)) == ["hour"]


def test_a_fact_is_corrected_in_the_final_alone() -> None:
    row = "action: correct, fact: session.yaml bodies.group.to, new: 2017-10-12"
    session = session_in(SESSION + amendments(row))
    before, after = (
        body(document_of(each)) for each in (session, amend(session).session)
    )
    assert "from 9 to 13 October" in before and "from 9 to 12 October" in after


@pytest.mark.parametrize("status", ["pending", "rejected", "withdrawn"])
def test_what_is_not_adopted_changes_nothing(status: str) -> None:
    row = f"action: delete, passage: intro, status: {status}"
    assert final(amendments(row)) == AS_DRAFTED


def test_the_draft_stays_what_it_was() -> None:
    session = session_in(SESSION + amendments("action: delete, passage: intro"))
    amend(session)
    assert "1. The Group met" in body(document_of(session, id="draft"))


def test_several_amendments_of_one_text_quote_the_draft() -> None:
    rows = (
        "passage: intro, old: hall, new: room, action: replace",
        "passage: intro, old: its host, new: the host, action: replace",
        "action: split, passage: intro, old: It thanked, as: thanks",
        "action: move, passage: closed, after: intro",
    )
    said = final(amendments(*rows)).splitlines()[1:4]
    assert said == [
        "1. The Group met in the room.",
        "2. It closed early[1].",
        "3. It thanked the host.",
    ]


def test_what_is_put_after_one_passage_stands_in_the_order_proposed() -> None:
    rows = (
        "action: insert, as: one, after: intro, new: One.",
        "action: insert, as: two, after: intro, new: Two.",
        "passage: two, old: Two, new: Three, action: replace",
    )
    assert final(amendments(*rows)).splitlines()[2:4] == ["2. One.", "3. Three."]


SHOWN = {
    "passage: intro, old: met in the hall, new: sat, action: replace": (
        "1. The Group [met in the hall] [sat]. It thanked its host."
    ),
    "passage: intro, old: ' in the hall', action: replace": (
        "1. The Group met [in the hall]. It thanked its host."
    ),
    "action: delete, passage: dams": "  (b) [dams].",
    "action: insert, as: spoke, after: intro, new: Two spoke.": "2. [Two spoke.]",
    "action: move, passage: closed, before: intro": "3. It closed early[1].",
    "action: merge, passage: rec-share, with: rec-draw, new: Share": (
        "  (a) [States should share their data] [Share];"
    ),
    "action: split, passage: intro, old: It thanked, as: thanks": (
        "1. The Group met in the hall. It thanked its host."
    ),
}


@pytest.mark.parametrize("row", SHOWN)
def test_pending_amendments_are_shown_in_brackets(row: str) -> None:
    pending = amendments(f"{row}, status: pending")
    assert SHOWN[row] in final(pending, show_pending=True).splitlines()
    assert final(pending) == AS_DRAFTED


FAULTS = {
    "passage: intro, old: met at length, new: sat, action: replace": (
        '"met at length" does not stand in `intro`',
        'it says: "The Group met in the hall. It thanked its host.…"',
    ),
    "passage: intro, old: th, new: sat, action: replace": (
        '"th" stands 2 times in `intro`',
        "quote more words, or say `throughout: intro`",
    ),
    "passage: intros, old: met, new: sat, action: replace": (
        "there is no passage `intros`",
        "did you mean `intro`?",
    ),
    "action: delete, passage: hour": (
        "`hour` is no paragraph and no point: its words can be replaced",
        "",
    ),
    "action: delete, passage: lead-group": (
        "`lead-group` is derived from facts",
        "correct the fact, or replace the whole passage",
    ),
    "passage: lead-group, old: adopted, new: made, action: replace": (
        "`lead-group` is derived from facts",
        "correct the fact, or replace the whole passage",
    ),
    "action: move, passage: noted, after: sea": (
        "`noted` cannot be put together with itself",
        "name another passage",
    ),
    "action: insert, as: intro, after: noted, new: Again.": (
        "`intro` is the id of another passage",
        "the other one is at en/introduction.yaml:2:5",
    ),
    "action: delete, passage: intro, language: fr": (
        "only words can be changed in one language, and `a1` does more",
        "replace: the words of a passage",
    ),
    "action: split, passage: intro, old: The Group, as: two": (
        'nothing of `intro` stands before "The Group"',
        "the words with which the second passage begins",
    ),
}


@pytest.mark.parametrize("row", FAULTS)
def test_a_mistake_is_told(row: str) -> None:
    message, hint = FAULTS[row]
    said = faults(row)
    assert said.count("error:") == 1 and f"error: {message}\n" in f"{said}\n"
    assert not hint or f"hint: {hint}" in said


def test_a_faulty_amendment_changes_nothing() -> None:
    row = "passage: intro, old: met at length, new: sat, action: replace"
    amended = amend(session_in(SESSION + amendments(row)))
    assert "1. The Group met in the hall." in body(document_of(amended.session))


@pytest.mark.parametrize("status", ["rejected", "withdrawn", "pending"])
def test_an_amendment_to_what_is_not_put_in(status: str) -> None:
    rows = (
        f"action: insert, as: spoke, after: intro, new: Two spoke., status: {status}",
        "passage: spoke, old: Two, new: Three, action: replace",
    )
    said = faults(*rows)
    assert f"error: `spoke` is made by `a1`, which is {status}\n" in said
    assert "hint: `a1` stands at amendments.yaml:2:5" in said


def test_a_conflict_names_both_places() -> None:
    rows = (
        "passage: intro, old: met in the hall, new: sat, action: replace",
        "passage: intro, old: in the hall, new: outside, action: replace",
    )
    assert faults(*rows) == (
        "amendments.yaml:3:35: error: `a1` and `a2` touch the same words\n"
        "    hint: the other one is at amendments.yaml:2:35"
    )


def test_a_conflict_with_what_is_not_decided_is_a_warning() -> None:
    rows = (
        "action: delete, passage: intro",
        "passage: intro, old: hall, new: room, action: replace, status: pending",
    )
    assert "warning: `a1` and `a2` touch the same words" in faults(*rows)


def test_what_goes_with_its_passage_is_in_conflict_too() -> None:
    rows = (
        "action: delete, passage: noted",
        "passage: sea, old: sea, new: ocean, action: replace",
    )
    assert "error: `a1` and `a2` touch the same words" in faults(*rows)


def test_what_holds_throughout_holds_in_a_rewritten_passage_too() -> None:
    rows = (
        "throughout: document, old: States, new: Parties, action: replace",
        "passage: rec-share, new: States should share, action: replace",
    )
    said = final(amendments(*rows)).splitlines()[-3:-1]
    assert said == ["  (a) Parties should share;", "  (b) Parties should draw maps."]


def test_what_is_rejected_is_in_no_conflict() -> None:
    rows = (
        "action: delete, passage: intro",
        "passage: intro, old: hall, new: room, action: replace, status: rejected",
    )
    assert faults(*rows) == ""


def freshness(row: str, more: str = "") -> tuple[set[str], set[str]]:
    """The French passages that are stale for the draft, and for the final."""
    session = session_in(SESSION + with_fingerprints() + amendments(row) + more)
    amended = amend(session)
    assert not amended.problems, told(amended.problems)
    found = []
    for each in (session, amended.session):
        texts = {str(words.id): words.text for words in words_of_session(each)}
        known = each.translations["fr"].items()
        found.append({str(id) for id, t in known if t.of != fingerprint(texts[id])})
    return found[0], found[1]


def with_fingerprints() -> str:
    """The French file, in which each passage says what it translates."""
    drafted = session_in(SESSION + FRENCH)
    known = drafted.translations["fr"]
    rows = (
        f"{words.id}:\n  of: {fingerprint(words.text)}\n  text: >-\n"
        f"    {known[words.id].text}\n"
        for words in words_of_session(drafted)
    )
    return "--- fr/all.yaml\n" + "".join(rows)


STALE = {
    "passage: intro, old: hall, new: room, action: replace": {"intro"},
    "throughout: document, old: maps, new: charts, action: replace": {
        "maps",
        "rec-draw",
    },
    "action: split, passage: intro, old: It thanked, as: thanks": {"intro"},
    "action: merge, passage: intro, with: closed": {"intro"},
    "action: move, passage: rec-draw, before: rec-share": set(),
    "action: delete, passage: noted": set(),
    "action: insert, as: spoke, after: intro, new: Two spoke.": set(),
    "passage: intro, old: salle, new: pièce, language: fr, action: replace": set(),
    "passage: intro, old: hall, new: room, language: en, action: replace": set(),
    "passage: intro, old: hall, new: room, action: replace, status: pending": set(),
}


@pytest.mark.parametrize("row", STALE)
def test_what_an_amendment_makes_stale(row: str) -> None:
    assert freshness(row) == (set(), STALE[row])


def test_a_translation_of_the_amendment_is_fresh() -> None:
    now = fingerprint("The Group met in the room. It thanked its host.")
    text = f"--- fr/amendments.yaml\na1: {{of: {now}, text: Dans la pièce.}}\n"
    row = "passage: intro, old: hall, new: room, action: replace"
    assert freshness(row, text) == (set(), set())
    assert "1. Dans la pièce." in final(FRENCH + amendments(row) + text, "fr")


def test_without_a_translation_the_drafts_words_stay() -> None:
    row = "passage: intro, old: hall, new: room, action: replace"
    assert "1. Le Groupe s’est réuni dans la salle." in final(
        FRENCH + amendments(row), "fr"
    )


def test_an_amendment_in_one_language_changes_that_one() -> None:
    row = "passage: intro, old: salle, new: pièce, language: fr, action: replace"
    text = FRENCH + amendments(row)
    assert final(text) == AS_DRAFTED
    assert "1. Le Groupe s’est réuni dans la pièce." in final(text, "fr")


def test_what_is_put_in_has_no_french_yet() -> None:
    row = "action: insert, as: spoke, after: intro, new: Two spoke."
    assert "2. [en-GB: Two spoke.]\n" in final(FRENCH + amendments(row), "fr")


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("a2", "there is no amendment `a2`"),
        ("a1: {passages: {dams: Des digues}}\nx1", "`a1` does not change `dams`"),
    ],
)
def test_a_stray_translation_is_told(key: str, message: str) -> None:
    row = "passage: intro, old: hall, new: room, action: replace"
    stray = f"--- fr/amendments.yaml\n{key}: Dans la pièce.\n"
    assert f"error: {message}" in faults(row, more=FRENCH + stray)


def test_throughout_takes_no_part_of_a_longer_word() -> None:
    said = final(
        amendments("throughout: document, old: the, new: that, action: replace")
    )
    assert "met in that hall" in said
    assert "share their data" in said


def test_a_pending_amendment_is_shown_in_a_language_that_has_its_text() -> None:
    row = "passage: rec-share, old: should, new: may, action: replace, status: pending"
    given = "--- fr/amendments.yaml\na1: Pouvoir partager les données\n"
    text = amendments(row) + given
    said = final(FRENCH + text, "fr", show_pending=True)
    assert "a) [Partager les données] [Pouvoir partager les données];" in said
    assert "a) Partager les données;" in final(FRENCH + text, "fr")
