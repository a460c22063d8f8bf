"""What cases in text cannot show: templates at fault, samples, speed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reportkit.assemble.sentences import read_sentences
from reportkit.assemble.wording import word_session
from reportkit.check.findings import Checked, find
from reportkit.model.reading import read_session
from reportkit.problems import Problem
from tests.check.cases_in_text import (
    Case,
    base,
    check_texts,
    checked,
    problems_of,
    told,
)
from tests.sessions_in_text import ROOT, SHARED, TEMPLATES, outlines, words_of

SAMPLES = ("ctoc-wg-2017", "water-2021")


def sample(name: str) -> dict[str, bytes]:
    """The files of a sample session, with those that sessions share."""
    folder = ROOT / "sessions" / name
    files = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*.yaml")
    }
    files |= {shared: ROOT / "sessions" / shared for shared in SHARED}
    return {name: Path(path).read_bytes() for name, path in sorted(files.items())}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_no_fault(name: str) -> None:
    glossary = (ROOT / "sessions" / "glossary.yaml").read_bytes()
    assert told(check_texts(sample(name) | {"glossary.yaml": glossary})) == ""


def read_base(**changed: str) -> Checked:
    """The base of the cases with some files changed, whatever reading says of it."""
    files = {path: text.encode() for path, text in {**base(), **changed}.items()}
    shared = {path: files.pop(path) for path in SHARED}
    session, _ = read_session("session", files, shared, {})
    assert session is not None
    return checked(session)


def test_a_member_that_reading_let_pass_is_an_error() -> None:
    text = "statements:\n  - {meeting: m1, item: rivers, by: [Algerai, offise]}\n"
    found = find(read_base(**{"statements.yaml": text}))
    assert [problem.message for problem in found if problem.severity == "error"] == [
        'unknown State or organization "Algerai"',
        'unknown State or organization "offise"',
    ]


def test_a_sentence_that_the_templates_lack_is_told() -> None:
    data = (TEMPLATES / "en" / "sentences.yaml").read_bytes()
    data = data.replace(b"  chair:", b"  chairs:", 1)
    whole = read_base()
    words = words_of("en")
    sentences, _ = read_sentences(data, "templates/en/sentences.yaml", words)
    wording = word_session(whole.session, sentences, words.day)
    found = find(Checked(whole.session, {"en": wording}, outlines()))
    assert [(p.rule, p.message) for p in found] == [
        ("unsaid", "`sentences.chair` is missing here")
    ]


def test_a_form_that_a_state_lacks_is_told() -> None:
    text = "passages:\n  - {id: intro, text: The text.}\n"
    text = text.replace("The text.", '"Of {states: DZA; form: formal}."')
    whole = read_base(**{"en/introduction.yaml": text})
    wording = whole.wordings["en"]
    bare = {c: name._replace(formal="") for c, name in wording.states.items()}
    wording = wording._replace(states=bare)
    found = find(Checked(whole.session, {"en": wording}, outlines()))
    assert [p.message for p in found if p.severity == "error"] == [
        '"DZA" has no form `formal` in en'
    ]


def test_a_language_without_templates_is_checked_all_the_same() -> None:
    case = Case("", "", {"es/words.yaml": "rivers: >-\n  Ríos {itm: flow}\n"})
    messages = [problem.message for problem in problems_of(case)]
    assert "unknown mark {itm: flow}" in messages
    assert "`lakes` is not translated into es" in messages


def test_facts_without_any_template_are_checked() -> None:
    whole = read_base(**{"papers.yaml": "papers:\n  - {id: notes, before: [gruop]}\n"})
    found: tuple[Problem, ...] = find(Checked(whole.session, {}, {}))
    assert [problem.message for problem in found] == ['unknown body "gruop"']


def test_the_ids_that_can_be_overridden_are_told() -> None:
    text = "overrides:\n  closing: The Group went home.\n"
    (error, *_) = find(read_base(**{"en/overrides.yaml": text}))
    assert error.message == 'unknown derived passage "closing"'
    known = error.hint.removeprefix("known: ").split(", ")
    assert {"duration-group", "adoption-of-report", "opening-lakes"} <= set(known)


def test_thousands_of_passages_take_little_time() -> None:
    lines = ["item: rivers", "passages:"]
    for number in range(6000):
        lines += [
            f"  - id: p-{number}",
            "    text: >-",
            f"      River {number} is long.",
        ]
    whole = read_base(**{"en/deliberations/rivers.yaml": "\n".join(lines)})
    begun = time.perf_counter()
    find(whole)
    # A quarter of this on the machine it was written on: noise is no failure.
    assert time.perf_counter() - begun < 3.0
