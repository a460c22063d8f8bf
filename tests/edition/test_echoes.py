"""A file that is wrong is told of once, and hides nothing that is wrong elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.edition.echoes import facts_named, words_named
from reportkit.edition.loading import load
from reportkit.edition.workspace import SessionFiles, Workspace
from tests.check.cases_in_text import base, told
from tests.sessions_in_text import ROOT, SHARED


def problems_of(**changed: str) -> list[str]:
    """What loading the base of the cases says, a line a problem without its hint."""
    texts = {**base(), **changed}
    files = {path: text.encode() for path, text in texts.items()}
    shared = {path: files.pop(path) for path in SHARED}
    shown = {path: path for path in (*files, *SHARED)}
    given = SessionFiles(Path("session"), files, shared, shown)
    problems = load(given, Workspace(ROOT, ROOT).templates()).problems
    return [line for line in told(problems).splitlines() if line[:4] != "    "]


@pytest.mark.parametrize(
    "entry", ["- {id: quotas}", "- id: quotas", '{id: "quotas"}', "quotas: Quotas"]
)
def test_an_id_is_a_name_and_not_the_word_id(entry: str) -> None:
    assert list(words_named(entry)) == ["quotas"]


def test_prose_and_comments_give_no_names() -> None:
    assert list(words_named("text: >-\n  rivers are long")) == ["text"]
    assert list(facts_named("sub: [flow, adoption]  # not rivers")) == [
        "sub", "flow", "adoption",
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_is_told_once() -> None:
    agenda = base()["agenda.yaml"].replace("  - {id: rivers", "\t- {id: rivers")
    assert problems_of(**{"agenda.yaml": agenda}) == [
        "agenda.yaml:3:1: error: a tab indents this line"
    ]


@pytest.mark.parametrize("path", ["session.yaml", "en/titles.yaml", "fr/words.yaml"])
def test_no_other_file_that_cannot_be_read_is_told_twice(path: str) -> None:
    told_of = problems_of(**{path: base()[path] + "a: [\n"})
    assert [line.partition(":")[0] for line in told_of] == [path]


def test_an_item_that_was_misread_makes_no_statement_wrong() -> None:
    agenda = base()["agenda.yaml"].replace("{group: 1}", "{group: one}")
    (line,) = problems_of(**{"agenda.yaml": agenda})
    assert line.startswith('agenda.yaml:3:34: error: "one" stands where a number')


def test_a_wrong_state_of_a_translation_hides_nothing() -> None:
    words = base()["fr/words.yaml"].replace("1 200", "1 300")
    words = words.replace("rivers-second:", "river-second:")
    words = words.replace("rec-count: Les", "rec-count:\n  state: final\n  text: Les")
    assert [
        line.partition(": ")[2] for line in problems_of(**{"fr/words.yaml": words})
    ] == [
        'error: "final" stands where a state is expected',
        'warning: the figures differ from the source: "1200" missing; "1300" added',
        'error: unknown passage "river-second"',
    ]


def test_a_wrong_fact_hides_no_mistake_of_a_translation() -> None:
    statements = base()["statements.yaml"].replace("DZA", "Algerai")
    words = base()["fr/words.yaml"].replace("rec-count: Les", "rec-cuont: Les")
    told_of = problems_of(**{"statements.yaml": statements, "fr/words.yaml": words})
    assert [line.partition(": ")[2] for line in told_of] == [
        'error: unknown passage "rec-cuont"',
        'error: unknown State "Algerai"',
    ]
