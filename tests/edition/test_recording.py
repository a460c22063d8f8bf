"""Amendments are recorded as the floor says them; what cannot be made is not."""

from __future__ import annotations

import multiprocessing
import random
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from reportkit.disk import write_file
from reportkit.edition.pointing import know
from reportkit.edition.recording import Proposal, listed, record
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.model.reading import read_session
from reportkit.problems import format_problem
from tests.sessions_in_text import DEFAULTS, SHARED, TEMPLATES, files_in

PATH = "amendments.yaml"
WORDS = """\
--- agenda.yaml
items:
  - {id: floods, number: 1, sub: [dams]}
--- en/titles.yaml
titles: {floods: Floods, dams: Dams}
--- en/introduction.yaml
passages:
  - id: intro-mandate
    text: The Group should meet when the rain and/or the river rises, and should report.
  - id: intro-list
    text: 'It keeps:'
    points:
      - {id: maps, text: 'maps:', points: [{id: old-maps, text: old ones}]}
      - {id: tables, text: tables of flow}
--- en/recommendations.yaml
in: add1
passages:
  - {id: rec-warn, text: States should warn their neighbours in good time}
  - id: rec-thanks
    text: '{states: DZA ARG} should be thanked *pro forma* for the maps'
--- en/deliberations/floods.yaml
item: floods
passages:
  - {id: floods-cost, text: Floods cost more than dams.}
--- fr/introduction.yaml
intro-mandate: Le Groupe devrait se réunir quand le fleuve monte.
"""
SESSION = """\
--- session.yaml
original: en
written_in: en
place: vienna
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
meetings:
  m1: {of: {group: 1}, on: 2017-10-09, items: [floods]}
  m2: {of: {group: 2}, on: 2017-10-10, items: [floods]}
documents:
  draft: {kind: draft, symbol: E/AC.9/2017/L.1, date: 2017-10-12}
  add1: {kind: addendum, of: draft, symbol: E/AC.9/2017/L.1/Add.1, date: 2017-10-13}
  final: {kind: report, symbol: E/AC.9/2017/4, date: 2017-10-23}
"""
RECORDED = """\
# What was proposed.
amendments:
  # Monday
  - id: a1   # the first one
    action: replace
    passage: rec-warn
    old: in good time   # quoted
    new: early
    by: [FRA]
    status: adopted   # after a pause
  - {id: a2, action: insert, as: rec-boats, after: rec-warn, new: a, status: rejected}
  - id: a3
    action: delete
    passage: floods-cost
    # no status yet

# The end.
"""


def given(amendments: str | None = RECORDED) -> SessionFiles:
    texts = files_in(DEFAULTS + WORDS + SESSION)
    if amendments is not None:
        texts[PATH] = amendments
    files = {path: text.encode() for path, text in texts.items()}
    shared = {path: files.pop(path) for path in SHARED}
    return SessionFiles(Path("s"), files, shared, {path: path for path in files})


HERE = Templates((TEMPLATES,), TEMPLATES)


def proposal(words: tuple[str, ...], options: dict[str, Any]) -> Proposal:
    return Proposal(words[0], words[1:], **options)


def done(*words: str, files: SessionFiles | None = None, **options: Any) -> str:
    """The file with what was recorded; there may be warnings."""
    data, _, problems = record(files or given(), HERE, proposal(words, options))
    assert data is not None, problems
    return data.decode()


def entry(*words: str, files: SessionFiles | None = None, **options: Any) -> str:
    """What was put in at the end of the list; nothing else may have changed."""
    text = done(*words, files=files, **options)
    head, end = RECORDED.split("\n\n# The end")
    assert text.startswith(f"{head}\n  - id: a4\n")
    assert text.endswith(f"\n\n# The end{end}")
    return text.removeprefix(f"{head}\n  - id: a4\n").partition("\n\n# The end")[0]


def line(*words: str, **options: Any) -> str:
    (line,) = record(given(), HERE, proposal(words, options)).lines
    return line


def refused(
    *words: str, files: SessionFiles | None = None, **options: Any
) -> list[str]:
    data, lines, problems = record(files or given(), HERE, proposal(words, options))
    assert data is None and not lines
    return [format_problem(problem) for problem in problems]


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
        "a4 inserts all-depths after tables (draft 2 (b)): pending"
    )
    said = line("add1:1(a)", "s/neighbours/friends/")
    assert said == 'a4 replaces "neighbours" in rec-warn (add1 1 (a)): pending'
    assert line("document", "s/and/or/") == (
        'a4 replaces "and" throughout document: pending'
    )


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
        "hint: these words come from the mark `{states: DZA ARG}`: "
        "quote the mark itself, or change what it stands for"
    )
    (said,) = refused("add1:1(b)", "s/thanked pro forma/thanked/")
    assert said.endswith(
        "hint: signs stand among these words: quote them as the file has them"
    )
    assert "old: '{states: DZA ARG}'" in entry("add1:1(b)", "s/{states: DZA ARG}/They/")


def test_words_that_an_amendment_put_there_are_not_quoted() -> None:
    (said,) = refused("add1:1(a)", "s/early/late/")
    assert said.endswith(
        "hint: `a1` puts these words there (amendments.yaml:4:5); quote the draft's"
    )


def test_a_conflict_with_what_is_not_adopted_is_a_warning() -> None:
    data, _, problems = record(
        given(), HERE, Proposal("add1:1(a)", ("s/good time/due course/",))
    )
    assert data is not None
    assert [format_problem(each) for each in problems] == [
        "CHANGE:1:1: warning: `a1` and `a4` touch the same words\n"
        "    hint: the other one is at amendments.yaml:7:10"
    ]


def test_a_verdict_changes_a_status_and_nothing_else() -> None:
    text = done("A1", "a2", "a3", "withdraw")
    assert text == (
        RECORDED.replace("status: adopted ", "status: withdrawn ")
        .replace("status: rejected", "status: withdrawn")
        .replace("floods-cost\n", "floods-cost\n    status: withdrawn\n")
    )
    assert done("a3", "reopen", files=given(text)) == text.replace(
        "floods-cost\n    status: withdrawn", "floods-cost\n    status: pending"
    )
    bare = RECORDED.replace(", status: rejected", "")
    assert "new: a, status: adopted}" in done("a2", "adopt", files=given(bare))
    assert line("a3", "adopt") == "a3 deletes floods-cost (draft 4): adopted"


def test_a_verdict_that_cannot_stand_is_refused() -> None:
    other = RECORDED.replace("status: rejected}", """status: adopted}
  - {id: a4, action: replace, passage: rec-boats, old: a, new: b}
  - {id: a5, action: replace, passage: rec-warn, old: good time, new: time}
  - {id: a6, action: replace, passage: rec-warn, old: bad, new: good}""")  # fmt: skip
    assert refused("a2", "reject", files=given(other)) == [
        "amendments.yaml:12:40: error: `rec-boats` is made by `a2`, which is rejected\n"
        "    hint: `a2` stands at amendments.yaml:11:5"
    ]
    assert done("a2", "a4", "reject", files=given(other))
    (said,) = refused("a5", "adopt", files=given(other))
    assert said.startswith("TARGET:1:1: error: `a1` and `a5` touch the same words\n")
    (said,) = refused("a4", "a6", "adopt", files=given(other))
    assert said.startswith('TARGET:1:4: error: "bad" does not stand in `rec-warn`\n')


def test_what_is_wrong_as_amended_can_be_rejected() -> None:
    wrong = """amendments:
  - {id: a1, action: correct, fact: agenda.yaml items.1.id, new: x, status: adopted}
"""
    text = done("a1", "reject", files=given(wrong))
    assert text == wrong.replace("adopted", "rejected")
    assert "passage: intro-mandate" in done("draft:1", "delete", files=given(wrong))


def test_a_file_that_is_wrong_is_left_alone() -> None:
    assert refused("draft:1", "delete", files=given("amendments: [\n"))
    (said,) = refused("draft:1", "delete", files=given("amendments: none\n"))[-1:]
    assert "`amendments:` is not a list" in said
    twice = given("amendments:\n  - {id: a1}\n  - {id: a1}\n")
    (said,) = refused("a1", "adopt", files=twice)
    assert "`a1` is the id of several amendments" in said


def test_the_list_says_where_each_stands() -> None:
    known, _ = know(given(), HERE)
    assert known is not None
    rows = [tuple(row) for row in listed(known)]
    assert rows == [
        (
            "a1", "add1", "1 (a)", 'replaces "in good time" in rec-warn',
            ("FRA",), "", "adopted",
        ),
        (
            "a2", "add1", "1 (a)", "inserts rec-boats after rec-warn",
            (), "", "rejected",
        ),
        ("a3", "draft", "4", "deletes floods-cost", (), "", "pending"),
    ]  # fmt: skip


POOL = (
    ("draft:1", "s/when the rain/at any time,/"),
    ("draft:2(b)", "insert # depths: all of them"),
    ("draft:2(a)", "insert-before", "a text that is long enough to need a block " * 3),
    ("add1:1(b)", "s/maps/charts/"),
    ("document", "s/should/may/"),
    ("draft:4", "delete"),
    ("a1", "reject"),
    ("a1", "a3", "adopt"),
    ("a2", "reopen"),
    ("a3", "withdraw"),
)
STATUS = re.compile(r"status: \w+")


def lines_of(text: str) -> list[str]:
    """The lines of a file with their ends, whatever the statuses are."""
    return [STATUS.sub("status:", line) for line in text.splitlines(keepends=True)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("seed", range(3))
def test_ten_commands_keep_every_byte_but_what_they_say(seed: int, end: str) -> None:
    chosen = random.Random(seed)
    text = RECORDED.replace("\n", end)
    made = 0
    for _ in range(10):
        target, *change = chosen.choice(POOL)
        data, _, problems = record(given(text), HERE, Proposal(target, (*change,)))
        assert data is not None or problems
        before, text = text, data.decode() if data else text
        later = iter(lines_of(text))
        assert all(line in later for line in lines_of(before))
        assert text.count("\n") == text.count(end)
        made += text != before
    assert made >= 5


def _amend_for_ever(path: Path) -> None:
    """Adopt and reject an amendment until the process is killed."""
    while True:
        for verdict in ("adopt", "reject"):
            text = path.read_text(encoding="utf-8")
            data, _, _ = record(given(text), HERE, Proposal("a3", (verdict,)))
            write_file(path, data or b"")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_killed_at_any_moment_the_file_is_old_or_new(tmp_path: Path) -> None:
    path, moments = tmp_path / PATH, random.Random(13)
    whole = {done("a3", verdict).encode() for verdict in ("adopt", "reject")}
    path.write_text(done("a3", "adopt"), encoding="utf-8")
    fork = multiprocessing.get_context("fork")
    seen = set()
    for _ in range(100):
        child = fork.Process(target=_amend_for_ever, args=(path,))
        child.start()
        time.sleep(moments.uniform(0, 0.08))
        child.kill()
        child.join()
        seen.add(path.read_bytes())
    assert seen == whole
