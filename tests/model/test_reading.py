"""What is said of a session's files when they are read."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.model.reading import read_session
from tests.sessions_in_text import read_text, session_in, told

SESSION = """\
--- session.yaml
original: en
written_in: en
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
documents:
  draft: {kind: draft}
"""
AN_ID = "hint: lower-case letters, digits and hyphens, a letter first"

# Lines added to session.yaml from line 7 on, and what is said of them.
WRONG = {
    "misspelt key": ("orignal: en", "7:1: unknown key `orignal`", "`original`?"),
    "strange key": (
        "colour: blue",
        "7:1: unknown key `colour`",
        "known here: original",
    ),
    "list for a text": ("place: [a]", "7:8: a list stands where an id", AN_ID),
    "mapping for a text": ("place: {a: b}", "7:8: keys and values stands where", AN_ID),
    "name for an id": ("parent: Council", '7:9: "Council" stands where an id', AN_ID),
    "empty quotes": ("parent: ''", "7:9: nothing stands where an id", AN_ID),
    "word of a list": ("paper: a4", '7:8: "a4" stands where a paper', "is `A4`"),
    "yes or no": ("links: maybe", '7:8: "maybe" stands where true or false', ""),
    "text for a list": ("officers: x", '7:11: "x" stands where keys and values', ""),
    "list for a mapping": ("held: [a]", "7:7: a list stands where keys and", ""),
    "nought": ("held: {group: 0}", '7:15: "0" stands where a number from 1', ""),
    "a word for a number": ("held: {group: ten}", '"ten" stands where a number', ""),
    "a long number": ("held: {group: 12345678}", '"12345678" stands where', ""),
    "no such day": (
        "meetings: {m1: {of: {group: 1}, on: 2017-02-30}}",
        '7:37: "2017-02-30" stands where a day such as 2017-10-09 is expected',
        "the calendar has no such day",
    ),
    "a day in words": (
        "meetings: {m1: {of: {group: 1}, on: 9 October}}",
        '7:37: "9 October" stands where a day',
        "year-month-day, with two digits each",
    ),
    "a missing key": (
        "meetings: {m1: {on: 2017-10-09}}",
        "7:16: `of:` is missing",
        "of: the number the meeting has in each body's count",
    ),
    "a misspelt key that is needed": (
        "officers: [{rol: chair, person: ames}]",
        "7:13: unknown key `rol`",
        "did you mean `role`?",
    ),
    "a symbol": (
        "  d2: {kind: draft, symbol: e/2}",
        '7:29: "e/2" stands where a document symbol is expected',
        "parts in capitals or digits, such as A/AC.105/2017/L.1",
    ),
    "a language": ("  d2: {kind: draft, job: {de: x}}", '7:27: "de" stands', "en, fr"),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_mistake_is_told_once(name: str) -> None:
    line, said, hint = WRONG[name]
    session, problems = read_text(f"{SESSION}{line}\n")
    assert session is not None, "one mistake does not keep the session from being read"
    assert len(problems) == 1, told(problems)
    place = f"{problems[0].place.line}:{problems[0].place.column}"
    assert said in f"{place}: {problems[0].message}"
    assert hint.removeprefix("hint: ") in problems[0].hint


@pytest.mark.parametrize("line", ["parent:", "officers:", "held:", "adopted:"])
def test_a_key_with_nothing_is_not_given(line: str) -> None:
    assert session_in(f"{SESSION}{line}\n").facts == session_in(SESSION).facts


def test_all_that_is_missing_is_told() -> None:
    session, problems = read_text("--- session.yaml\n")
    assert session is None
    assert [problem.message for problem in problems] == [
        "`original:` is missing",
        "`written_in:` is missing",
        "`bodies:` is missing",
        "`documents:` is missing",
    ]


def test_a_folder_without_session_yaml() -> None:
    session, problems = read_session("x", {}, {}, {"session.yaml": "x/session.yaml"})
    assert session is None
    assert told(problems) == (
        "x/session.yaml:1:1: error: this session has no session.yaml\n"
        "    hint: `reportkit new NAME` makes one"
    )


def test_the_other_files_are_read_after_a_broken_one() -> None:
    session, problems = read_text(
        "--- agenda.yaml\nitems: [\n--- papers.yaml\npapres: []\n--- en/x.yaml\na: 'b\n"
    )
    assert session is not None
    assert [problem.place.path for problem in problems] == [
        "agenda.yaml",
        "papers.yaml",
        "en/x.yaml",
    ]


def test_a_misspelt_file_would_be_lost() -> None:
    problems = read_text("--- agneda.yaml\nitems: []\n")[1]
    assert told(problems) == (
        "agneda.yaml:1:1: error: no file of this name belongs in a session's folder\n"
        "    hint: did you mean agenda.yaml?"
    )


def test_a_bare_number_is_that_of_the_only_body() -> None:
    session = session_in(
        "--- agenda.yaml\nadopted_at: m1\nitems:\n  - {id: a, number: 3}\n"
        "--- papers.yaml\npapers:\n  - {id: b, symbols: E/AC.9/1}\n"
    )
    assert session.agenda.items[0].number == {"group": 3}
    assert session.agenda.adopted_at == {"group": "m1"}
    assert session.papers.papers[0].symbols == {"group": "E/AC.9/1"}


def test_a_bare_number_says_too_little_where_two_bodies_meet() -> None:
    bodies = "bodies:\n  panel: {from: 2017-10-09, to: 2017-10-13}\n"
    two = SESSION.replace("bodies:\n", bodies)
    problems = read_text(two + "--- agenda.yaml\nitems:\n  - {id: a, number: 3}\n")[1]
    assert told(problems) == (
        "agenda.yaml:2:5: error: several bodies meet, so this needs a value for each\n"
        "    hint: such as {panel: …}"
    )


def test_a_date_is_a_day_and_keys_keep_their_words() -> None:
    session = session_in(f"{SESSION}adopted: {{on: 2017-10-13, as: orally-amended}}\n")
    assert session.facts.adopted is not None
    assert session.facts.adopted.on == date(2017, 10, 13)
    assert session.facts.adopted.how == "orally-amended"


def test_translations_are_read_by_id() -> None:
    session, problems = read_text(
        "--- fr/a.yaml\nfirst-text: Un\nsecond-text: {state: reviewed, text: Deux}\n"
        "--- fr/b.yaml\nfirst-text: Encore\nBad Id: x\nlast: {state: done}\n"
    )
    assert session is not None
    assert {id: str(t.text) for id, t in session.translations["fr"].items()} == {
        "first-text": "Un",
        "second-text": "Deux",
        "last": "",
    }
    assert [f"{problem.place}: {problem.message}" for problem in problems] == [
        "fr/b.yaml:1:1: `first-text` is translated twice",
        "fr/b.yaml:2:1: `Bad Id` is not the id of a passage",
        'fr/b.yaml:3:15: "done" stands where a state is expected',
    ]


@pytest.mark.parametrize(
    ("path", "chapter"),
    [
        ("introduction.yaml", "introduction"),
        ("recommendations.yaml", "recommendations"),
        ("recommendations-wg2.yaml", "recommendations"),
        ("recommendations/wg2.yaml", "recommendations"),
        ("deliberations/a/b.yaml", "deliberations"),
        ("annexes/form.yaml", "annexes"),
        ("titles.yaml", ""),
    ],
)
def test_a_file_belongs_to_the_chapter_of_its_path(path: str, chapter: str) -> None:
    session = session_in(f"--- en/{path}\nnote: nothing yet\n")
    assert session.manuscripts[0].chapter == chapter


def test_a_file_may_say_its_chapter() -> None:
    text = "--- en/x.yaml\nchapter: adoption\npassages: [{text: Done}]\n"
    assert session_in(text).manuscripts[0].chapter == "adoption"
