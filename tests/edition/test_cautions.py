"""What is recorded all the same, with a warning."""

from __future__ import annotations

from tests.edition.floor_in_text import RECORDED, done, given, warned

HINT_OF_LONGER = "    hint: change each passage by itself if that is not meant"
HINT_OF_CAPITALS = "    hint: record another change for these words, or leave them"


def test_a_conflict_with_what_is_not_adopted_is_a_warning() -> None:
    assert warned("add1:1(a)", "s/good time/due course/") == [
        "CHANGE:1:1: warning: `a1` and `a4` touch the same words\n"
        "    hint: the other one is at amendments.yaml:7:10"
    ]


def test_words_in_other_capitals_stay_and_are_told() -> None:
    assert warned("introduction", "s/the/a/", files=given(None)) == [
        'CHANGE:1:1: warning: "the" also stands in other capitals in 1 place '
        f'("The" in `intro-mandate`), which stay\n{HINT_OF_CAPITALS}'
    ]
    recorded = done("introduction", "s/the/a/", files=given(None))
    assert warned("a1", "adopt", files=given(recorded)) == []
    assert warned("deliberations", "s/dams/rivers/") == []
    assert warned("document", "s/Group/Panel/") == []


ABOUT_DAMS = """\
item: floods
passages:
  - id: floods-cost
    text: Undammed rivers, dams and redammed rivers cost a dam.
  - {id: floods-dam, text: A dammed river.}
"""


def test_words_inside_longer_words_stay_and_are_told() -> None:
    files = given(None, {"en/deliberations/floods.yaml": ABOUT_DAMS})
    said = warned("deliberations", "s/dam/weir/", files=files)
    start = 'CHANGE:1:1: warning: "dam" stands inside longer words in'
    assert said == [
        f'{start} 4 places ("Undammed" in `floods-cost`, "dams" in `floods-cost`, '
        f'"redammed" in `floods-cost`, …), which stay\n{HINT_OF_LONGER}',
    ]


def test_the_letters_of_a_mark_are_no_words() -> None:
    text = "passages: [{id: intro-who, text: '{states: DZA} and Dza met.'}]\n"
    files = given(None, {"en/introduction.yaml": text})
    assert warned("introduction", "s/Dza/It/", files=files) == []


TWO_BODIES = """\
original: en
written_in: en
place: vienna
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
  panel: {from: 2017-10-09, to: 2017-10-13}
documents:
  draft: {kind: draft, symbol: E/AC.9/2017/L.1, date: 2017-10-12}
  add1: {kind: addendum, of: draft, symbol: E/AC.9/2017/L.1/Add.1, date: 2017-10-13}
  final: {kind: report, symbol: E/AC.9/2017/4, date: 2017-10-23}
"""
OF_TWO = """\
body: group
passages:
  - {id: rec-warn, text: States should warn}
  - {id: rec-thanks, body: panel, text: 'They thank:', points: [{id: p, text: x}]}
  - {id: rec-maps, body: panel, text: Maps should be kept}
"""


def test_a_recommendation_among_those_of_another_body_is_told() -> None:
    texts = {"en/recommendations.yaml": OF_TWO, "session.yaml": TWO_BODIES}
    files = given(None, texts)
    assert warned("rec-warn", "after rec-thanks", files=files) == [
        "CHANGE:1:1: warning: `rec-warn` is a recommendation of `group`, and "
        "`rec-thanks` of `panel`\n"
        "    hint: the report will have it among those of `panel`"
    ]
    assert len(warned("rec-warn", "before p", files=files)) == 1
    assert warned("rec-maps", "before rec-thanks", files=files) == []
    assert warned("floods-cost", "after intro-mandate", files=files) == []


def test_passages_that_are_merged_though_they_are_apart_are_told() -> None:
    assert warned("intro-mandate", "merge tables") == [
        "CHANGE:1:1: warning: `intro-mandate` and `tables` do not stand next to each "
        "other\n    hint: the words of both will stand where `intro-mandate` stands"
    ]
    assert len(warned("intro-mandate", "merge rec-warn")) == 1
    assert len(warned("intro-list", "merge tables")) == 1
    for first, second in (
        ("intro-mandate", "intro-list"),
        ("maps", "tables"),
        ("tables", "maps"),
        ("intro-list", "maps"),
    ):
        assert warned(first, f"merge {second}") == []


REFERRING = {"en/recommendations.yaml": """\
in: add1
passages:
  - {id: rec-warn, text: 'States should warn in good time (see {ref: floods-cost})'}
  - {id: rec-maps, text: 'Maps (see {ref: old-maps}) should be kept'}
"""}  # fmt: skip
LOST = (
    "TARGET:1:1: warning: `rec-warn` (add1 1 (a)) refers to `floods-cost`, which `{id}`"
    " leaves out\n    hint: nothing can be built until `rec-warn` is amended, too: it "
    "has {{ref: floods-cost}}"
)


def test_references_to_what_is_left_out_are_told_once_it_is_adopted() -> None:
    files = given(RECORDED, REFERRING)
    assert warned("a3", "adopt", files=files) == [LOST.format(id="a3")]
    assert warned("a1", "a3", "adopt", files=files) == [
        LOST.format(id="a3").replace("1:1: w", "1:4: w")
    ]
    files = given(None, REFERRING)
    assert warned("draft:4", "delete", files=files) == []
    assert warned("draft:4", "delete", adopted=True, files=files) == [
        LOST.format(id="a1")
    ]
    *_, merged = warned("draft:2", "merge", "draft:4", adopted=True, files=files)
    assert merged == LOST.format(id="a1").replace("TARGET", "CHANGE")


def test_a_reference_that_is_lost_is_told_once() -> None:
    amendments = BOTH.replace("adopted", "rejected").replace("pending", "adopted")
    files = given(amendments, REFERRING)
    assert warned("draft:1", "delete", adopted=True, files=files) == []


def test_a_reference_to_a_point_goes_with_its_passage() -> None:
    files = given(None, REFERRING)
    (said,) = warned("intro-list", "delete", adopted=True, files=files)
    assert "`rec-maps` (add1 1 (b)) refers to `old-maps`, which `a1` leaves" in said


BOTH = """\
amendments:
  - {id: a1, action: replace, passage: rec-warn, new: Warn them, status: adopted}
  - {id: a2, action: delete, passage: floods-cost, status: pending}
"""


def test_a_reference_that_is_amended_too_is_not_told() -> None:
    files = given(BOTH, REFERRING)
    assert warned("a2", "adopt", files=files) == []
    files = given(BOTH.replace("pending", "adopted"), REFERRING)
    assert warned("a1", "reject", files=files) == [LOST.format(id="a2")]
