"""A session in text, and amendments from the floor that are recorded in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reportkit.edition.recording import Proposal, record
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.problems import format_problem
from tests.sessions_in_text import DEFAULTS, SHARED, TEMPLATES, files_in

NOTHING: Mapping[str, str] = MappingProxyType({})
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


def given(
    amendments: str | None = RECORDED, changed: Mapping[str, str] = NOTHING
) -> SessionFiles:
    """The files of the session; some of them may be changed, or be more."""
    texts = {**files_in(DEFAULTS + WORDS + SESSION), **changed}
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


def warned(*words: str, files: SessionFiles | None = None, **options: Any) -> list[str]:
    """What is told about an amendment that is recorded all the same."""
    data, _, problems = record(files or given(), HERE, proposal(words, options))
    assert data is not None, problems
    return [format_problem(problem) for problem in problems]
