"""`reportkit issue`: what is issued stays as it was, in every language and byte."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.workspaces import ROOT, copy_samples, outputs, run

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
SESSION = "sessions/ctoc-wg-2017"
INTRODUCTION = f"{SESSION}/en/introduction.yaml"
FROZEN = f"{SESSION}/issued/draft"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_samples(tmp_path / "w", "ctoc-wg-2017")


def issue(folder: Path, *arguments: str) -> str:
    done = run(folder, "issue", "ctoc-wg-2017", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def reword(folder: Path) -> None:
    path = folder / INTRODUCTION
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("has accompanied", "has followed"), encoding="utf-8")


def build(folder: Path, *arguments: str) -> dict[str, bytes]:
    done = run(folder, "build", "ctoc-wg-2017", "-f", "docx,txt", *arguments)
    assert done.returncode == 0, done.stderr
    return outputs(folder / "build/ctoc-wg-2017")


def test_what_was_issued_is_built_again_to_the_byte(folder: Path) -> None:
    before = build(folder, "-d", "draft,add1")
    issue(folder, "draft")
    issue(folder, "add1")
    reword(folder)
    assert build(folder, "-d", "draft,add1") == before
    final = build(folder, "-d", "final", "-l", "en")["en/final.txt"].decode()
    assert "has followed the" in " ".join(final.split())


def test_a_merged_draft_is_made_of_what_was_issued(folder: Path) -> None:
    before = build(folder, "-d", "draft", "--merged")
    issue(folder, "draft")
    reword(folder)
    assert build(folder, "-d", "draft", "--merged") == before


def test_other_templates_are_told_and_the_text_is_the_same(folder: Path) -> None:
    before = build(folder, "-d", "draft", "-l", "en")
    issue(folder, "draft", "-l", "en")
    styles = folder / "templates/word/styles.xml"
    styles.parent.mkdir(parents=True)
    own = (ROOT / "templates/word/styles.xml").read_bytes()
    styles.write_bytes(own.replace(b'w:val="20"', b'w:val="22"'))
    done = run(folder, "build", "-d", "draft", "-l", "en", "-f", "docx,txt")
    assert f"{FROZEN}/en.yaml:1:1: warning: `draft` was issued in en" in done.stderr
    after = outputs(folder / "build/ctoc-wg-2017")
    assert after["en/draft.txt"] == before["en/draft.txt"]
    assert after["en/draft.docx"] != before["en/draft.docx"]


def test_a_language_is_added_later_and_none_is_changed(folder: Path) -> None:
    issue(folder, "draft", "-l", "en,fr")
    kept = outputs(folder / FROZEN)
    again = run(folder, "issue", "ctoc-wg-2017", "draft", "-l", "fr")
    assert again.returncode == 1
    assert f"{FROZEN}/fr.yaml:1:1: error: `draft` is issued in fr" in again.stderr
    assert outputs(folder / FROZEN) == kept
    issue(folder, "draft")
    added = outputs(folder / FROZEN)
    codes = ("ar", "en", "es", "fr", "ru", "zh")
    assert sorted(added) == [f"{code}.yaml" for code in codes]
    assert {name: added[name] for name in kept} == kept


def test_set_sentences_that_nobody_has_reviewed_are_named(folder: Path) -> None:
    done = run(folder, "issue", "ctoc-wg-2017", "draft", "-l", "en")
    assert "no native reader has seen headings.introduction" in done.stderr


def test_status_tells_what_changed_since(folder: Path) -> None:
    issue(folder, "draft")
    assert "changed since" not in run(folder, "status").stdout
    reword(folder)
    said = run(folder, "status").stdout
    assert "changed since issued, draft: intro-cooperation-origin (en)" in said


def test_new_words_go_into_the_next_document(folder: Path) -> None:
    issue(folder, "draft")
    path = folder / INTRODUCTION
    more = "  - id: intro-more\n    text: A passage for the addendum\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    built = build(folder, "-l", "en", "-d", "draft,add1")
    assert b"A passage for the addendum" not in built["en/draft.txt"]
    assert b"A passage for the addendum" in built["en/add1.txt"]


REFUSALS = {
    "a missing passage": (
        f"{SESSION}/fr/introduction.yaml",
        "intro-review:",
        "intro-raview:",
        "error: ",
    ),
    "an open query": (
        f"{SESSION}/queries.yaml",
        "queries:\n",
        "queries:\n  - {id: q0, passage: intro-review, text: Is it?}\n",
        "error: `q0` on `intro-review` is not answered",
    ),
    "an error in the sources": (
        f"{SESSION}/session.yaml",
        "original:",
        "orignal:",
        "error: ",
    ),
}


@pytest.mark.parametrize("title", REFUSALS)
def test_nothing_is_issued_with(folder: Path, title: str) -> None:
    name, old, new, told = REFUSALS[title]
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    done = run(folder, "issue", "ctoc-wg-2017", "draft")
    assert done.returncode == 1
    assert told in done.stderr
    assert not (folder / SESSION / "issued").exists()


def test_a_stale_passage_is_refused_and_another_language_is_not(folder: Path) -> None:
    path = folder / SESSION / "fr/introduction.yaml"
    text = path.read_text(encoding="utf-8")
    stale = re.sub(r"(intro-review:\n  of: )t\w+", r"\1t00000000", text)
    assert stale != text
    path.write_text(stale, encoding="utf-8")
    done = run(folder, "issue", "ctoc-wg-2017", "draft")
    assert "`intro-review` has changed since it was translated into fr" in done.stderr
    assert done.returncode == 1
    issue(folder, "draft", "-l", "en,es")


def test_an_amended_passage_without_translation_stops_the_final_alone(
    folder: Path,
) -> None:
    (folder / SESSION / "fr/amendments.yaml").unlink()
    issue(folder, "draft")
    done = run(folder, "issue", "ctoc-wg-2017", "final")
    assert done.returncode == 1
    assert "into fr" in done.stderr
    issue(folder, "final", "-l", "en")


@pytest.mark.slow
def test_killed_at_any_moment_all_is_issued_or_nothing(tmp_path: Path) -> None:
    """A hundred moments between the start of the process and its end."""
    folder = copy_samples(tmp_path / "k", "water-2021")
    frozen = folder / "sessions/water-2021/issued/draft"
    rng = random.Random(4)
    command = [sys.executable, "-m", "reportkit", "issue", "water-2021", "draft"]
    start = time.monotonic()
    subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, check=True
    )
    whole = time.monotonic() - start
    complete = outputs(frozen)
    states = set()
    for _ in range(100):
        for path in (frozen).glob("*"):
            path.unlink()
        process = subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(rng.uniform(0.2, 1.4) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = {n: d for n, d in outputs(frozen).items() if n.endswith(".yaml")}
        assert all(complete[name] == data for name, data in left.items())
        states.add(len(left))
    assert {0, len(complete)} <= states
