"""What no native reader has seen is listed, and nothing that one has seen."""

from __future__ import annotations

from reportkit.assemble.sentences import read_sentences
from reportkit.assemble.wording import Wording, word_session
from reportkit.check.review import unreviewed
from reportkit.languages.words import Words
from reportkit.problems import Problem, format_problem
from reportkit.source.values import Text
from reportkit.source.yaml_reader import read_yaml
from tests.check.test_findings import read_base
from tests.sessions_in_text import TEMPLATES, words_of

SENTENCES = """\
headings:
  adoption: Adoption
  agenda: Agenda
sentences:
  adoption: The report was adopted.
"""


def wording(reviewed: str, code: str = "en", words: str = "") -> Wording:
    """The base of the cases worded by a few sentences, some of them reviewed."""
    known = words_of(code)
    if words:
        table, _ = read_yaml(words.encode(), f"{code}/words.yaml")
        assert table is not None
        known = Words(known.language, f"{code}/words.yaml", table, known.day)
    data = f"{reviewed}\n{SENTENCES}".encode()
    sentences, _ = read_sentences(data, f"{code}/sentences.yaml", known)
    return word_session(read_base().session, sentences, known.day)


def told(wording: Wording) -> list[str]:
    return [problem.message for problem in unreviewed({wording.code: wording})]


def test_each_sentence_is_told_at_its_place() -> None:
    problems = unreviewed({"en": wording("reviewed: []")})
    assert format_problem(problems[0]).splitlines() == [
        "en/sentences.yaml:3:3: warning: no native reader has seen `headings.adoption`",
        "    hint: add it to `reviewed:` in en/sentences.yaml",
    ]
    assert len(problems) == 3
    assert {(problem.rule, problem.severity) for problem in problems} == {
        ("review", "warning")
    }


def test_a_key_alone_or_with_its_group_says_what_was_read() -> None:
    assert told(wording("reviewed: [adoption]")) == [
        "no native reader has seen `headings.agenda`"
    ]
    assert told(wording("reviewed: [headings.adoption, agenda]")) == [
        "no native reader has seen `sentences.adoption`"
    ]


def test_a_file_that_nobody_has_read_is_told_once() -> None:
    assert (
        told(wording("reviewed: no", words="reviewed: no"))
        == ["no native reader has seen this file"] * 2
    )


def test_the_cases_of_names_of_states_are_told() -> None:
    read = "reviewed: [adoption, agenda{}]"
    (problem,) = unreviewed({"ru": wording(read.format(""), "ru")})
    assert problem.place.path == "reportkit/languages/state_names/ru.csv"
    assert "gen, dat" in problem.message
    assert told(wording(read.format(", states"), "ru")) == []


def test_every_language_lists_its_own_sentences() -> None:
    found: tuple[Problem, ...] = ()
    for path in sorted(TEMPLATES.glob("??/sentences.yaml")):
        words = words_of(path.parent.name)
        sentences, _ = read_sentences(path.read_bytes(), str(path), words)
        own = word_session(read_base().session, sentences, words.day)
        found = unreviewed({own.code: own})
        texts = (group for group in sentences.table.values() if hasattr(group, "keys"))
        reviewed = sentences.table.get(Text("reviewed"))
        assert len(found) >= sum(map(len, texts)) or reviewed
    assert found
