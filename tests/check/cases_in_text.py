"""Cases of wrong sessions: each a few files over a base that has no fault.

In a file of cases a line `=== title` begins a case and `--- path` a file of the
session; `--- expected` is what is said of it, as people see it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportkit.assemble.sentences import Sentences, read_sentences
from reportkit.assemble.wording import Wording, word_session
from reportkit.check.findings import Checked, find, find_amended
from reportkit.model.reading import SHARED_FILES, read_session
from reportkit.model.session import Session
from reportkit.problems import Problem, format_problem, has_errors, in_order
from reportkit.revise.amending import amend, with_corrected_facts
from tests.sessions_in_text import (
    TEMPLATES,
    files_in,
    outlines,
    words_of,
)

CASES = Path(__file__).parent / "cases"
TITLE = re.compile(r"^=== (.+)\n", re.M)
EXPECTED = "expected"


class Case(NamedTuple):
    """A wrong session: its files, and what is to be said of it."""

    source: str
    title: str
    files: dict[str, str]

    @property
    def expected(self) -> str:
        return self.files.get(EXPECTED, "").strip()


@cache
def cases() -> tuple[Case, ...]:
    """Every case, by file and place."""
    return tuple(
        case
        for path in sorted(CASES.glob("*.txt"))
        if path.stem != "base"
        for case in _cases_in(path)
    )


def _cases_in(path: Path) -> list[Case]:
    parts = TITLE.split(path.read_text(encoding="utf-8"))[1:]
    titled = zip(parts[::2], parts[1::2], strict=True)
    return [Case(path.stem, title, files_in(text)) for title, text in titled]


@cache
def base() -> dict[str, str]:
    """The session without a fault that every case changes."""
    return files_in((CASES / "base.txt").read_text(encoding="utf-8"))


def problems_of(case: Case) -> tuple[Problem, ...]:
    """What is wrong with a case; an empty file is taken out of the base."""
    files = {path: text for path, text in {**base(), **case.files}.items() if text}
    files.pop(EXPECTED, None)
    return check_texts({path: text.encode() for path, text in files.items()})


def check_texts(files: dict[str, bytes]) -> tuple[Problem, ...]:
    """What reading and checking find wrong with a session's files."""
    shared = {path: files[path] for path in files if path in SHARED_FILES}
    own = {path: data for path, data in files.items() if path not in SHARED_FILES}
    session, problems = read_session("session", own, shared, {})
    if session is None or has_errors(problems):
        return in_order(problems)
    amended = amend(session)
    last = Checked(
        amended.session, wordings(amended.session), outlines(), amended.touched
    )
    found = find(last)
    if amended.session is not session:
        drafted = with_corrected_facts(session)
        found = find_amended(checked(drafted), last)
    return in_order((*problems, *amended.problems, *found))


def checked(session: Session) -> Checked:
    """A session with its wordings and outlines, as it is handed to the rules."""
    return Checked(session, wordings(session), outlines())


def wordings(session: Session) -> dict[str, Wording]:
    """The session in each of its languages that has templates."""
    known = [code for code in session.languages if (TEMPLATES / code).is_dir()]
    if not session.facts.bodies:
        return {}
    last = max(body.last for body in session.facts.bodies.values())
    return {code: word_session(session, _sentences(code, last), last) for code in known}


@cache
def _sentences(code: str, day: date) -> Sentences:
    path = TEMPLATES / code / "sentences.yaml"
    sentences, problems = read_sentences(
        path.read_bytes(), path.name, words_of(code, day)
    )
    assert not problems, told(problems)
    return sentences


def told(problems: tuple[Problem, ...]) -> str:
    """Problems as people see them, a line each and a line for a hint."""
    return "\n".join(map(format_problem, problems))
