"""Fingerprints follow the words and the marks of a text, and nothing else."""

from __future__ import annotations

import re
import unicodedata

from reportkit.model.fingerprint import fingerprint


def test_a_fingerprint_is_t_and_eight_digits() -> None:
    assert re.fullmatch("t[0-9a-f]{8}", fingerprint("States should meet."))


def test_line_ends_and_composition_change_nothing() -> None:
    text = "Les États\n  devraient\u00a0se réunir. "
    assert fingerprint(text) == fingerprint("Les États devraient se réunir.")
    assert fingerprint(unicodedata.normalize("NFD", text)) == fingerprint(text)


def test_words_and_marks_change_it() -> None:
    known = {fingerprint(text) for text in ("a b", "a c", "*a* b", "a b{note: c}")}
    assert len(known) == 4


def test_it_stays_what_files_already_hold() -> None:
    assert fingerprint("States should meet.") == "t4c7776ad"
