"""Statements are recorded as they are heard; what is unknown is not recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.edition.saying import Saying, say
from reportkit.edition.workspace import SessionFiles
from reportkit.model.reading import read_session
from reportkit.problems import format_problem

FILES = {
    "session.yaml": b"""\
original: en
written_in: en
bodies:
  wg: {from: 2017-10-09, to: 2017-10-13}
documents:
  draft: {kind: draft}
meetings:
  m1: {of: {wg: 1}, on: 2017-10-09}
  m2: {of: {wg: 2}, on: 2017-10-09}
""",
    "agenda.yaml": b"items:\n  - {id: e-evidence, number: 1}\n",
    "statements.yaml": b"""\
# private
statements:
  # Monday
  - {meeting: m1, item: e-evidence, by: [FRA]}   # first

order: as-given
""",
}
SHARED = {
    "names.yaml": b"organizations:\n  unep: {en: Programme}\n"
    b"groups:\n  g77: {en: Group of 77}\n"
}
SHOWN = {"session.yaml": "s/session.yaml", "statements.yaml": "s/statements.yaml"}


def given(**files: bytes) -> SessionFiles:
    named = {f"{name}.yaml": data for name, data in files.items()}
    return SessionFiles(Path("s"), {**FILES, **named}, SHARED, SHOWN)


def recorded(*who: str, **options: str) -> str:
    """The line that was put in after the first one."""
    data, problems = say(given(), Saying("m2", "e-evidence", who, **options))
    assert data is not None and not problems
    before, line, after = data.decode().partition("  - {meeting: m2")
    assert before + after.partition("\n")[2] == FILES["statements.yaml"].decode()
    return line + after.partition("\n")[0]


def refused(saying: Saying, files: SessionFiles | None = None) -> list[str]:
    data, problems = say(files or given(), saying)
    assert data is None
    return [format_problem(problem) for problem in problems]


def test_a_statement_goes_to_the_end_of_the_list() -> None:
    line = "  - {meeting: m2, item: e-evidence, by: [DZA, DEU]}"
    assert recorded("Algérie", "DEU") == line


@pytest.mark.parametrize(
    ("who", "by"),
    [
        (("secretariat",), "secretariat"),
        (("unep", "chair"), "unep, chair"),
        (("Germany,", "Франция", "中国", "nor"), "DEU, FRA, CHN, NOR"),
        (("Saudi", "Arabia", "Chad"), "SAU, TCD"),
        (("United", "States", "of", "America"), "USA"),
        # Two codes that would make a third name if they were joined.
        (("MA", "LI"), "MAR, LIE"),
        (("Niger", "Nigeria"), "NER, NGA"),
    ],
)
def test_names_in_any_language_become_codes(who: tuple[str, ...], by: str) -> None:
    assert recorded(*who) == f"  - {{meeting: m2, item: e-evidence, by: [{by}]}}"


def test_ids_may_be_typed_in_capitals() -> None:
    saying = Saying("M2", "E-Evidence", ("UNEP", "Secretariat"), body="WG")
    data, problems = say(given(), saying)
    assert data is not None and not problems
    line = "  - {meeting: m2, item: e-evidence, by: [unep, secretariat], body: wg}\n"
    assert line in data.decode()


def test_options_are_recorded_after_the_names() -> None:
    line = recorded(
        "EGY",
        kind="presentation",
        capacity="observer",
        body="wg",
        on_behalf_of="g77",
        note="asked: not to be quoted,\n please",
    )
    assert line == (
        "  - {meeting: m2, item: e-evidence, by: [EGY], kind: presentation, "
        "as: observer, body: wg, on_behalf_of: g77, "
        "note: 'asked: not to be quoted, please'}"
    )


def test_what_was_recorded_can_be_read() -> None:
    data, _ = say(given(), Saying("m1", "e-evidence", ("FRA",), note="a, b"))
    assert data is not None
    session, problems = read_session("s", given(statements=data).files, SHARED, SHOWN)
    assert session is not None and not problems
    said = session.statements.statements[-1]
    assert (said.meeting, said.by, said.note) == ("m1", ("FRA",), "a, b")


def test_a_missing_file_is_begun_with_a_comment() -> None:
    files = {path: data for path, data in FILES.items() if path != "statements.yaml"}
    start = given()._replace(files=files)
    data, problems = say(start, Saying("m1", "e-evidence", ("FRA",)))
    assert data is not None and not problems
    assert data.startswith(b"# Who spoke")
    assert data.endswith(
        b"\nstatements:\n  - {meeting: m1, item: e-evidence, by: [FRA]}\n"
    )


def test_everything_unknown_is_told_at_once() -> None:
    saying = Saying("m3", "evidence", ("Algerai", "FRA", "Korea", "unpe", "Xyzzy"))
    assert refused(saying) == [
        'MEETING:1:1: error: there is no meeting "m3"\n    hint: did you mean `m1`?',
        'ITEM:1:1: error: there is no item "evidence"\n'
        "    hint: did you mean `e-evidence`?",
        'NAMES:1:1: error: "Algerai" is no State or organization known here\n'
        "    hint: the nearest: Algeria",
        'NAMES:1:13: error: "Korea" may be any of several States\n'
        "    hint: type one of: KOR, PRK",
        'NAMES:1:19: error: "unpe" is no State or organization known here\n'
        "    hint: the nearest: unep",
        'NAMES:1:24: error: "Xyzzy" is no State or organization known here\n'
        "    hint: type its code, such as DZA",
    ]


def test_the_known_meetings_are_told_where_none_is_near() -> None:
    assert refused(Saying("monday", "e-evidence", ("FRA",))) == [
        'MEETING:1:1: error: there is no meeting "monday"\n    hint: known: m1, m2'
    ]


def test_unknown_options_are_told() -> None:
    saying = Saying(
        "m1", "e-evidence", ("FRA",), kind="speech", capacity="partee", body="wh",
        on_behalf_of="g78",
    )  # fmt: skip
    assert [line.partition("\n")[0] for line in refused(saying)] == [
        '--body:1:1: error: there is no body "wh"',
        '--on-behalf-of:1:1: error: there is no group "g78"',
        '--kind:1:1: error: there is no kind of statement "speech"',
        '--as:1:1: error: there is no capacity "partee"',
    ]


def test_a_file_that_is_wrong_is_left_alone() -> None:
    saying = Saying("m1", "e-evidence", ("FRA",))
    assert refused(saying, given(statements=b"statements: [\n"))
    assert refused(saying, given(session=b"original: en\n"))
    told = refused(saying, given(statements=b"statements: all\n"))
    assert "`statements:` is not a list" in told[0]


def test_no_speaker_is_no_statement() -> None:
    assert refused(Saying("m1", "e-evidence", (" ,",)))
