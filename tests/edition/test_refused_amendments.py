"""What cannot be made is not recorded; it is told what to say instead."""

from __future__ import annotations

from typing import Any

import pytest

from tests.edition.floor_in_text import RECORDED, entry, given, refused

REFUSED = {
    "add1:1(a) | s/in good time/soon/ | --adopted": (
        "CHANGE:1:1: error: `a1` and `a4` touch the same words\n"
        "    hint: the other one is at amendments.yaml:7:10"
    ),
    "draft:1 | s/must/may/": (
        'CHANGE:1:1: error: "must" does not stand in `intro-mandate`\n'
        '    hint: it says: "The Group should meet when the rain and/or the river '
        'rises, …"'
    ),
    "draft:1 | s/should/may/": (
        'CHANGE:1:1: error: "should" stands 2 times in `intro-mandate`\n'
        "    hint: quote more words, or put `g` at the end: s/old/new/g"
    ),
    "draft:1 | split should": (
        'CHANGE:1:1: error: "should" stands 2 times in `intro-mandate`\n'
        "    hint: quote more words"
    ),
    "draft:1 | split The Group": (
        'CHANGE:1:1: error: nothing of `intro-mandate` stands before "The Group"\n'
        "    hint: the words with which the second passage begins"
    ),
    "intro-mandat | delete": (
        "TARGET:1:1: error: there is no passage `intro-mandat`\n"
        "    hint: did you mean `intro-mandate`?"
    ),
    "add1:9(z) | delete": (
        'TARGET:1:1: error: there is no number "9(z)" in add1\n'
        "    hint: the numbers there: 1"
    ),
    "draft:2(z) | delete": (
        'TARGET:1:1: error: there is no number "2(z)" in draft\n'
        "    hint: the numbers there: 2 (a) to 2 (b)"
    ),
    "ad1:1(a) | delete": (
        'TARGET:1:1: error: there is no document "ad1"\n    hint: did you mean `add1`?'
    ),
    "2(a) | delete": (
        'TARGET:1:1: error: "2(a)" is a number of no document\n'
        "    hint: say which, such as draft:2(a); known: draft, add1, final"
    ),
    "rec-boats | s/a/b/": (
        "TARGET:1:1: error: `rec-boats` is made by `a2`, which is rejected\n"
        "    hint: `a2` stands at amendments.yaml:11:5"
    ),
    "draft:3 | s/The/A/": (
        "TARGET:1:1: error: `opening-floods` is derived from facts\n"
        "    hint: correct the fact, or replace the whole passage"
    ),
    "draft:1 | delete | --by Algerai,FRA,Korea": (
        '--by:1:1: error: "Algerai" is no State, body or organization known here\n'
        "    hint: the nearest: Algeria",
        '--by:1:13: error: "Korea" may be any of several States\n'
        "    hint: type one of: KOR, PRK",
    ),
    "draft:1 | delete | --meeting m7": (
        '--meeting:1:1: error: there is no meeting "m7"\n    hint: did you mean `m1`?'
    ),
    "draft:1 | delete | -l de": (
        '-l:1:1: error: there is no language "de"\n'
        "    hint: known: en, fr, es, ru, zh, ar"
    ),
    "draft:1 | delete | --as new": (
        "--as:1:1: error: this change makes no new passage\n    hint: leave out --as"
    ),
    "draft:1 | insert new | --as floods": (
        "--as:1:1: error: `floods` is the id of another passage\n"
        "    hint: leave out --as, and one is made"
    ),
    "draft:1 | insert new | --as New": (
        '--as:1:1: error: "New" is no id\n'
        "    hint: lower-case letters, digits and hyphens, a letter first"
    ),
    "draft:1 | delte": (
        'CHANGE:1:1: error: "delte" is no change\n    hint: did you mean `delete`?'
    ),
    "draft:1 | replace": (
        "CHANGE:1:1: error: `replace` is to be followed by something\n"
        "    hint: write replace TEXT"
    ),
    "draft:1 | s/a/b": (
        "CHANGE:1:1: error: a / is missing at the end\n"
        "    hint: write s/old words/new words/"
    ),
    "draft:1 | s/and/or/or/": (
        "CHANGE:1:1: error: there is more after the third /\n"
        "    hint: within words write \\/, or use another sign: s|old|new|"
    ),
    "draft:1 | s//or/": (
        "CHANGE:1:1: error: no words are quoted\n    hint: write s/old words/new words/"
    ),
    "document | delete": (
        "CHANGE:1:1: error: only words can be changed throughout `document`\n"
        "    hint: s/old words/new words/"
    ),
    "draft:1 | after draft:1": (
        "CHANGE:1:1: error: `intro-mandate` cannot be put together with itself\n"
        "    hint: name another passage"
    ),
    "draft:2 | after draft:2(a)": (
        "CHANGE:1:1: error: `intro-list` cannot be put together with itself\n"
        "    hint: name another passage"
    ),
    "draft:2 | before nowhere": (
        "CHANGE:1:1: error: there is no passage `nowhere`\n"
        "    hint: its id, or its number in a document, such as draft:1"
    ),
    "draft:1 | replace {stats: DZA} met": (
        "CHANGE:1:1: error: unknown mark {stats: DZA}\n"
        "    hint: did you mean {states}?; a brace itself is written {{"
    ),
    "draft:1 | s/meet when/meet (see {ref: nothing}) when/": (
        'CHANGE:1:1: error: unknown passage "nothing"\n    hint: no name comes near it'
    ),
    "draft:1 | insert see {ref: rec-wran} and {opening}": (
        'CHANGE:1:1: error: unknown passage "rec-wran"\n'
        "    hint: did you mean `rec-warn`?",
        "CHANGE:1:1: error: nothing opens here, so {opening} stands for nothing\n"
        "    hint: it belongs in a paragraph of deliberations",
    ),
    "draft:2(a) | merge draft:2(b) | {states: XXX} met": (
        'CHANGE:1:1: error: unknown State "XXX"\n    hint: type a code, such as DZA'
    ),
    "document | s/DZA/XXY/": (
        'CHANGE:1:1: error: unknown State "XXY"\n    hint: type a code, such as DZA'
    ),
    "final:1 | s/devrait/{paper: none}/ | -l fr": (
        'CHANGE:1:1: error: unknown paper "none"\n    hint: add it to papers.yaml'
    ),
    "draft:1 | delete | --by France and Germny": (
        '--by:1:12: error: "Germny" is no State, body or organization known here\n'
        "    hint: the nearest: Germany"
    ),
    "draft:1 | delete | --by Frnace and Germany": (
        '--by:1:1: error: "Frnace" is no State, body or organization known here\n'
        "    hint: the nearest: France"
    ),
    "draft:1 | delete | --by Atlantis and Arcadia": (
        '--by:1:1: error: "Atlantis and Arcadia" is no State, body or organization '
        "known here\n    hint: type the codes, and separate them by commas"
    ),
    "session.yaml bodies.grup.to | 2017-10-12": (
        'TARGET:1:1: error: "session.yaml bodies.grup.to": there is no `grup`\n'
        "    hint: did you mean `group`?"
    ),
    "session.yaml bodies.group.to | Thursday": (
        'CHANGE:1:1: error: "Thursday" stands where a day such as 2017-10-09 is '
        "expected\n    hint: year-month-day, with two digits each"
    ),
    "a1 | adpot": (
        'CHANGE:1:1: error: there is no verdict "adpot"\n'
        "    hint: did you mean `adopt`?"
    ),
    "a1 | a9 | adopt": (
        "TARGET:1:4: error: there is no amendment `a9`\n    hint: did you mean `a1`?"
    ),
    "a1 | reject | --meeting m1": (
        "--meeting:1:1: error: a verdict changes the status alone\n"
        "    hint: leave out --meeting"
    ),
}
OPTIONS = {
    "--by": "by",
    "--meeting": "meeting",
    "-l": "language",
    "--as": "made",
    "--adopted": "adopted",
}


@pytest.mark.parametrize("said", REFUSED)
def test_what_cannot_be_made_is_not_recorded(said: str) -> None:
    words: list[str] = []
    options: dict[str, Any] = {}
    for part in said.split(" | "):
        option, _, value = part.partition(" ")
        if option in OPTIONS:
            options[OPTIONS[option]] = (value,) if option == "--by" else value or True
        else:
            words.append(part)
    expected = REFUSED[said]
    wanted = [expected] if isinstance(expected, str) else list(expected)
    assert refused(*words, **options) == wanted


def test_words_that_a_mark_prints_are_no_words_of_the_passage() -> None:
    (said,) = refused("add1:1(b)", "s/Algeria and Argentina/They/")
    assert said.endswith(
        "hint: these words come from the mark `{states: DZA ARG}`: quote it as the "
        "file has it, or change what it stands for; it says: "
        '"{states: DZA ARG} should be thanked *pro forma*…"'
    )
    (said,) = refused("add1:1(b)", "s/thanked pro forma/thanked/")
    assert said.endswith(
        "hint: signs stand among these words: quote them as the file has them: "
        '"{states: DZA ARG} should be thanked *pro forma* for the maps"'
    )
    text = "All of those who came to it met *pro forma* there"
    far = f"passages: [{{id: rec-far, text: '{text}'}}]"
    files = given(None, {"en/recommendations.yaml": far})
    (said,) = refused("rec-far", "s/it met pro forma/it met/", files=files)
    assert said.endswith('"…of those who came to it met *pro forma* there"')
    assert "old: '{states: DZA ARG}'" in entry("add1:1(b)", "s/{states: DZA ARG}/They/")


REFERRING = """\
in: add1
passages:
  - id: rec-warn
    text: >-
      States that know the rivers of their neighbours (see {ref: floods-cost}) should
      warn them in good time about what is said in “{item: floods}” of the agenda
"""


@pytest.mark.parametrize("number", ["4", "5"])
def test_words_of_a_reference_are_shown_as_the_file_has_them(number: str) -> None:
    """Paragraph 4 of the draft is paragraph 5 of the report, which is amended."""
    files = given(RECORDED, {"en/recommendations.yaml": REFERRING})
    (said,) = refused("rec-warn", f"s/paragraph {number}/there/", files=files)
    assert said.partition("it says: ")[2] == (
        '"…rivers of their neighbours (see {ref: floods-cost}) should warn '
        'them in good time…"'
    )


def test_a_title_and_words_far_on_are_shown_as_the_file_has_them() -> None:
    files = given(RECORDED, {"en/recommendations.yaml": REFERRING})
    (said,) = refused("rec-warn", "s/in “Floods” of the/of the/", files=files)
    assert "the mark `{item: floods}`: quote it" in said
    (said,) = refused("rec-warn", "s/warn them in good tide/warn/", files=files)
    assert said.endswith(
        'it says: "…(see {ref: floods-cost}) should warn them in good '
        'time about what is said in “{item: floods}”…"'
    )


def test_words_that_an_amendment_put_there_are_not_quoted() -> None:
    (said,) = refused("add1:1(a)", "s/early/late/")
    assert said.endswith(
        "hint: `a1` puts these words there (amendments.yaml:4:5); quote the draft's"
    )
