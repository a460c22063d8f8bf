"""What `check --fix` writes, and that a build says the same before and after."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.edition.fixing import KINDS, Fixed, fix
from reportkit.edition.workspace import SessionFiles
from reportkit.model.reading import read_session
from reportkit.model.session import Session, words_of_session

PATH = "en/deliberations/transfer.yaml"
FACTS = {
    "session.yaml": b"""\
original: en
written_in: en
bodies:
  wg: {from: 2017-10-09, to: 2017-10-13}
documents:
  draft: {kind: draft}
meetings:
  m1: {of: {wg: 1}, on: 2017-10-09}
""",
    "agenda.yaml": b"items:\n  - {id: transfer, number: 1}\n",
}


def with_file(data: bytes | str, path: str = PATH) -> SessionFiles:
    data = data.encode() if isinstance(data, str) else data
    return SessionFiles(Path("s"), {**FACTS, path: data}, {}, {})


def session_of(given: SessionFiles) -> Session:
    session, problems = read_session("s", given.files, given.shared, given.shown)
    assert session is not None and not problems
    return session


def mended(given: SessionFiles, fixed: Fixed) -> SessionFiles:
    return given._replace(
        files={**given.files, **fixed.files}, shared={**given.shared, **fixed.shared}
    )


def fixed_text(text: str, only: tuple[str, ...] = KINDS, path: str = PATH) -> str:
    """A file as `fix` writes it; a second time, it is left alone."""
    before = with_file(text, path)
    fixed = fix(before, only)
    assert not fixed.problems
    assert not fix(mended(before, fixed), only).fixes
    assert words_of(before) == words_of(mended(before, fixed))
    return fixed.files.get(path, text.encode()).decode()


def words_of(given: SessionFiles) -> list[tuple[str, str]]:
    return [(each.id, each.text) for each in words_of_session(session_of(given))]


PROSE = """\
# notes of Monday
item: transfer   # the item
# as typed
text: |   # from the floor
  {opening} Speakers set out the main difficulties their countries met, which were \
{states: DZA ARG AUT; form: full}.

  # Evidence
  The following measures were proposed # not a comment:

  - joint teams
    of experts
  - contact points

  (a) alone

# the end
note: private
"""
SPLIT = """\
# notes of Monday
item: transfer   # the item
# as typed
passages:  # from the floor
  - id: transfer-main-difficulties-countries
    text: >-
      {opening} Speakers set out the main difficulties their countries met, which were
      {states: DZA ARG AUT; form: full}.
  - id: transfer-evidence
    heading: >-
      Evidence
  - id: transfer-following-measures-proposed
    text: >-
      The following measures were proposed # not a comment:
    list: dashes
    points:
      - id: transfer-joint-teams-experts
        text: >-
          joint teams of experts
      - id: transfer-contact-points
        text: >-
          contact points
        points:
          - id: transfer-alone
            text: >-
              alone

# the end
note: private
"""


def test_prose_is_split_into_passages_with_ids() -> None:
    assert fixed_text(PROSE) == SPLIT


def test_dashes_are_kept_as_dashes() -> None:
    made = fixed_text("item: transfer\ntext: |\n  Topics:\n\n  - teams\n  - two\n")
    assert "    list: dashes\n    points:\n      - id: transfer-teams\n" in made


def test_a_plain_text_is_split_too_and_keeps_the_comment_beside_it() -> None:
    assert fixed_text("item: transfer\ntext: Plain words  # why\nnote: x\n") == (
        "item: transfer\npassages:  # why\n  - id: transfer-plain-words\n"
        "    text: >-\n      Plain words\nnote: x\n"
    )


def test_chinese_prose_stays_on_one_line() -> None:
    line = "工作组审议了移交诉讼的实际问题。" * 8
    made = fixed_text(f"item: transfer\ntext: |\n  {line}\n")
    assert made.endswith(f"    text: |-\n      {line}\n")


def test_prose_follows_the_passages_that_a_file_has() -> None:
    made = fixed_text(
        "item: transfer\ntext: |  # pasted\n  Later words\n\npassages:\n"
        "  - id: first\n    text: First words\n# end\n"
    )
    assert made == (
        "item: transfer\n# pasted\n\npassages:\n"
        "  - id: first\n    text: First words\n"
        "  - id: transfer-later-words\n    text: >-\n      Later words\n# end\n"
    )


def test_line_ends_and_mark_are_kept() -> None:
    data = ("\ufeff" + PROSE).replace("\n", "\r\n").encode()
    before = with_file(data)
    made = fix(before).files[PATH].decode()
    assert made.startswith("\ufeff# notes") and "\r\n" in made
    assert "\n" not in made.replace("\r\n", "")
    assert words_of(before) == words_of(mended(before, fix(before)))


BARE = """\
item: transfer
passages:
  # a bare text
  - >-
    Bare block
    of words
  -   Plain words that go
     on # why
  - 'quoted: words'
  - |2
      literal

    words
  - text: >-   # of a passage
      Given words
    points:
    - First point  # one
    - id:   # empty
      text: Second point
      points: [near words, {text: far words}]
  - {id: named, text: x, points: [{text: third point}]}
  -
    # above
    id: own
    text: Own words
notes:
  - {id: note-1, text: y}
"""
GIVEN = """\
item: transfer
passages:
  # a bare text
  - id: transfer-bare-block-words
    text: >-
      Bare block
      of words
  -   id: transfer-plain-words
      text: Plain words that go
         on # why
  - id: transfer-quoted-words
    text: 'quoted: words'
  - id: transfer-literal-words
    text: |2
        literal

      words
  - id: transfer-given-words
    text: >-   # of a passage
      Given words
    points:
    - id: transfer-first-point
      text: First point  # one
    - id: transfer-second-point   # empty
      text: Second point
      points: [{id: transfer-near-words, text: near words}, \
{id: transfer-far-words, text: far words}]
  - {id: named, text: x, points: [{id: transfer-third-point, text: third point}]}
  -
    # above
    id: own
    text: Own words
notes:
  - {id: note-1, text: y}
"""


def test_ids_are_put_in_and_nothing_else() -> None:
    assert fixed_text(BARE) == GIVEN


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("title: Topics", "title:\n  id: annex-topics\n  text: Topics"),
        ("title: >-\n  Topics", "title:\n  id: annex-topics\n  text: >-\n    Topics"),
        ("title:  # c\n  Topics", "title:  # c\n  id: annex-topics\n  text: Topics"),
        ("title: {text: Topics}", "title: {id: annex-topics, text: Topics}"),
    ],
)
def test_the_title_of_an_annex_gets_an_id(title: str, made: str) -> None:
    path = "en/annexes/topics.yaml"
    rest = "\npassages:\n  - {id: one, text: x}\n"
    assert fixed_text(title + rest, path=path) == made + rest


def test_only_what_was_asked_for_is_done() -> None:
    text = "item: transfer\npassages:\n  - text: a b\ntext: |\n  Words\n"
    assert "id: transfer-words" not in fixed_text(text, ("ids",))
    assert "id: transfer-1\n" not in fixed_text(text, ("split",))
    assert "id: transfer-words" in fixed_text(text, ("split",))
    assert fixed_text(text, ("codes",)) == text


NAMES = b"""\
persons:
  # who leads
  lind: {state: Sweden, name: Lars Lind}   # of Sweden
organizations:
  peru: {en: {name: Peru Institute}}
"""


def test_names_of_states_become_codes() -> None:
    given = SessionFiles(
        Path("s"),
        {
            **FACTS,
            "participants.yaml": "states: [Algérie, DEU, 'Iran',  # some\n  fra]\n"
            "other_entities:\n  - Saint-Siège   # observer\n".encode(),
            "statements.yaml": b"statements:\n"
            b"  - {meeting: m1, item: transfer, by: [Algeria, chair, peru]}  # a\n"
            b"  - meeting: m1\n    item: transfer\n    by: United States of America\n",
            "agenda.yaml": b"items:\n  - id: transfer\n    number: 1\n"
            b"    led_by: [{representative_of: France}]\n",
        },
        {"names.yaml": NAMES},
        {},
    )
    fixed = fix(given)
    assert not fixed.problems
    assert {path: data.decode() for path, data in fixed.files.items()} == {
        "participants.yaml": "states: [DZA, DEU, 'IRN',  # some\n  FRA]\n"
        "other_entities:\n  - VAT   # observer\n",
        "statements.yaml": "statements:\n"
        "  - {meeting: m1, item: transfer, by: [DZA, chair, peru]}  # a\n"
        "  - meeting: m1\n    item: transfer\n    by: USA\n",
        "agenda.yaml": "items:\n  - id: transfer\n    number: 1\n"
        "    led_by: [{representative_of: FRA}]\n",
    }
    assert fixed.shared == {"names.yaml": NAMES.replace(b": Sweden", b": SWE")}
    assert str(fixed.fixes[0].place) == "participants.yaml:1:10"
    assert fixed.fixes[0].message == '"Algérie" is now DZA'
    assert not fix(mended(given, fixed)).fixes


def test_a_name_that_is_unknown_or_shared_is_left() -> None:
    path = "participants.yaml"
    given = with_file("states: [Korea, Atlantis, Chad]\n", path)
    assert fix(given).files == {path: b"states: [Korea, Atlantis, TCD]\n"}


def test_nothing_is_given_an_id_while_a_file_of_words_is_wrong() -> None:
    given = with_file("item: transfer\ntext: |\n  Words\n")
    files = {**given.files, "en/introduction.yaml": b"pasages: []\n"}
    fixed = fix(given._replace(files=files))
    assert not fixed.files
    assert [each.message for each in fixed.problems] == ["unknown key `pasages`"]


LINE = st.text(
    st.sampled_from("ab c{}:#*-'\"[]é中ا😀,&|>%@!?\u00a0\t"), min_size=1, max_size=40
)
PASTED = st.lists(
    st.one_of(
        LINE, st.just(""), LINE.map("- ".__add__), LINE.map("(a) ".__add__),
        LINE.map("# ".__add__), st.just("words of some length " * 8),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(PASTED, PASTED, st.sampled_from(["\n", "\r\n"]))
def test_ids_and_texts_of_a_build_are_the_same_before_and_after(
    first: list[str], second: list[str], end: str
) -> None:
    given = SessionFiles(
        Path("s"),
        {
            **FACTS,
            "en/introduction.yaml": _pasted("", first, end),
            PATH: _pasted("item: transfer\n", second, end),
        },
        {},
        {},
    )
    fixed = fix(given)
    assert not fixed.problems
    assert words_of(given) == words_of(mended(given, fixed))
    assert not fix(mended(given, fixed)).fixes


def _pasted(head: str, lines: list[str], end: str) -> bytes:
    block = "".join(f"  {line}\n" for line in lines)
    return f"{head}text: |2\n{block}# end\n".replace("\n", end).encode()
