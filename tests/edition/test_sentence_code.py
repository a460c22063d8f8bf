"""Compiled sentences that are kept: used again, never trusted further than that."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

import reportkit
from reportkit.assemble.sentences import CODE_MAGIC, read_sentences
from reportkit.edition.sentence_code import keep_code, read_code
from reportkit.languages.words import read_words

ROOT = Path(__file__).parents[2]
OLD = b'sentences: {said: "old {{ number(2) }}"}'
NEW = b'sentences: {said: "new {{ number(2) }}"}'


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder of its own, in which Python may keep byte code."""
    monkeypatch.setattr(reportkit, "__file__", str(tmp_path / "__init__.py"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "__pycache__"


def say(data: bytes) -> tuple[str, int]:
    """What a file's sentence says, with the kept code; how much code was made."""
    path = ROOT / "templates/en/words.yaml"
    words, _ = read_words("en", path.read_bytes(), str(path), date(2017, 10, 13))
    kept = read_code("en")
    sentences, _ = read_sentences(data, "sentences.yaml", words, kept)
    said = sentences.say("sentences", "said")
    made = len(sentences.code) - len(read_code("en"))
    keep_code("en", sentences.code)
    return str(said), made


def test_code_is_made_once() -> None:
    assert say(OLD) == ("old two", 1)
    assert say(OLD) == ("old two", 0)


def test_a_changed_sentence_says_the_new_words() -> None:
    say(OLD)
    assert say(NEW) == ("new two", 1)
    assert say(OLD) == ("old two", 0)


@pytest.mark.parametrize("bad", [b"", b"j2 of another age", CODE_MAGIC + b"\x00"])
def test_a_file_that_cannot_be_used_is_made_again(package: Path, bad: bytes) -> None:
    say(OLD)
    (kept,) = package.iterdir()
    kept.write_bytes(bad)
    assert read_code("en") == {}
    assert say(OLD) == ("old two", 1)
    assert say(OLD) == ("old two", 0)


def test_code_of_another_jinja2_is_not_read(package: Path) -> None:
    say(OLD)
    (kept,) = package.iterdir()
    data = kept.read_bytes()
    kept.write_bytes(b"x" * len(CODE_MAGIC) + data[len(CODE_MAGIC) :])
    assert read_code("en") == {}


def test_nothing_is_kept_where_python_keeps_no_byte_code(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert say(OLD) == ("old two", 1)
    assert not package.exists()


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(package: Path) -> None:
    package.write_text("a file where the folder would be")
    assert say(OLD) == ("old two", 1)
