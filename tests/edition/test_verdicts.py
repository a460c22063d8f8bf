"""What was decided is another status; every other byte of the file stays."""

from __future__ import annotations

import multiprocessing
import random
import re
import sys
import time
from pathlib import Path

import pytest

from reportkit.disk import write_file
from reportkit.edition.recording import Proposal, record
from tests.edition.floor_in_text import HERE, PATH, RECORDED, done, given, line, refused


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


def test_a_verdict_on_what_was_decided_says_what_it_was() -> None:
    assert line("a2", "adopt").endswith("(add1 1 (a)): adopted (it was rejected)")
    assert line("a1", "reopen").endswith("(add1 1 (a)): pending (it was adopted)")


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


PATIENCE = 30  # seconds


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
    assert seen <= whole
    # A machine with much to do may have written nothing in so short a time.
    child = fork.Process(target=_amend_for_ever, args=(path,))
    child.start()
    patience = time.monotonic() + PATIENCE
    while seen != whole and time.monotonic() < patience:
        seen.add(path.read_bytes())
    child.kill()
    child.join()
    assert seen == whole
