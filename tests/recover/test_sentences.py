"""What our own reports say is read back as the facts that they were made of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportkit.assemble.wording import Wording
from reportkit.model.session import words_of_session
from reportkit.recover.facts import Attended, Fact, Read
from reportkit.recover.sentences import READERS, read_paragraph
from tests.recover.facts_behind import Printed, context_of, printed
from tests.recover.random_facts import random_session
from tests.sessions_in_text import wording_of
from tests.six.samples import LANGUAGES, sample

SAMPLES = [(name, code) for name, codes in LANGUAGES.items() for code in codes]


def read_back(each: Printed, wording: Wording, section: str) -> Read | None:
    context = context_of(wording)._replace(body=each.body)
    return read_paragraph(each.text, each.points, section, context)


def without_cases(code: str, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Facts without the names that stand in an oblique case in Russian sentences."""
    if code != "ru":
        return facts
    return tuple(
        fact._replace(names=()) if isinstance(fact, Attended) else fact
        for fact in facts
    )


def misread(wording: Wording) -> Iterator[tuple[object, ...]]:
    """The paragraphs of a session that do not come back, in their section or alone."""
    for each in printed(wording):
        for section in (each.section, ""):
            read = read_back(each, wording, section)
            wanted = without_cases(wording.code, each.facts)
            got = without_cases(wording.code, read.facts) if read else None
            if got != wanted or (read and read.rest and wording.code != "ru"):
                yield section, each, read


@pytest.mark.parametrize(("name", "code"), SAMPLES)
def test_the_samples_come_back(name: str, code: str) -> None:
    wording = sample(name).final[code]
    assert len(list(printed(wording))) > 15
    assert list(misread(wording)) == []


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("first", range(0, 100, 20))
def test_sessions_made_up_at_random_come_back(first: int, code: str) -> None:
    for number in range(first, first + 20):
        wording = wording_of(random_session(number), code)
        assert list(misread(wording)) == [], number


@pytest.mark.parametrize(("name", "code"), SAMPLES)
def test_nothing_is_made_of_what_people_wrote(name: str, code: str) -> None:
    loaded = sample(name)
    assert loaded.session
    wording = loaded.wordings[code]
    context = context_of(wording)
    texts = [wording.text(each.id).text for each in words_of_session(loaded.session)]
    assert len(texts) > 20
    for section in ("", *READERS):
        for text in texts:
            assert read_paragraph(text, (), section, context) is None, text


def test_a_damaged_paragraph_is_read_in_part_or_not_at_all() -> None:
    wording = sample("ctoc-wg-2017").final["en"]
    for each in printed(wording):
        for at in range(0, len(each.text), 7):
            cut = each.text[:at] + each.text[at + 5 :]
            read_back(each._replace(text=cut), wording, each.section)


def test_the_sentences_after_an_opening_are_left() -> None:
    wording = sample("ctoc-wg-2017").final["en"]
    first = next(printed(wording))
    prose = "Speakers referred to the register. Many asked for more time."
    longer = first._replace(text=f"{first.text} {prose}")
    read = read_back(longer, wording, "opening")
    assert read and read.facts == first.facts
    assert read.rest == prose
