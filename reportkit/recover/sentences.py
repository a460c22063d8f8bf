"""What a paragraph of a published report says, as facts.

A paragraph is known by few words of its language and by what stands at its places:
bodies, items, States, days, numbers. What is no such paragraph gives nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportkit.recover.adoptions_in import read_adoption, read_agenda
from reportkit.recover.attendance import read_attendance
from reportkit.recover.dates_in import is_now
from reportkit.recover.denials import is_denied
from reportkit.recover.durations_in import read_duration
from reportkit.recover.facts import Context, Fact, Read, Took
from reportkit.recover.introduction_in import read_introduction
from reportkit.recover.items_in import titles_masked
from reportkit.recover.leaders_in import read_leading
from reportkit.recover.leads_in import read_documentation, read_lead
from reportkit.recover.officers import read_officers
from reportkit.recover.openings import read_opening
from reportkit.recover.said import Sentence
from reportkit.recover.statements_in import read_statements
from reportkit.recover.text_in import plain, sentences_in, unended

Reader = Callable[[Sentence], Sentence]

ORGANIZATION: Mapping[str, Reader] = {
    "agenda": read_agenda,
    "documentation": read_documentation,
    "statements": read_statements,
    "officers": read_officers,
    "duration": read_duration,
    "attendance": read_attendance,
    "adoption": read_adoption,
}
READERS: Mapping[str, Reader] = {
    "lead": read_lead,
    **ORGANIZATION,
    "opening": read_opening,
    "introduction": read_introduction,
}


def read_paragraph(
    text: str, points: tuple[str, ...], section: str, context: Context
) -> Read | None:
    """The facts of a paragraph and the points under it; nothing if it has none.

    `section` says where it stands, a kind of `READERS`; where it is empty the words
    decide. In the chapter on organization one kind can stand in the section of
    another.
    """
    sentences = tuple(_sentences(plain(text), points, section, context))
    for kind in _kinds(section):
        made = _read(kind, sentences)
        if made:
            return made
    return None


def _sentences(
    text: str, points: tuple[str, ...], section: str, context: Context
) -> Iterator[Sentence]:
    """The sentences of a paragraph; the points are under the last of them."""
    every = sentences_in(text)
    for at, each in enumerate(every, 1):
        masked = titles_masked(unended(each), context)
        own = points if at == len(every) else ()
        now = is_now(masked, context)
        yield Sentence(each, masked, now, context, own, section)


def _kinds(section: str) -> tuple[str, ...]:
    """The kinds that a paragraph of a section can be, the likeliest first."""
    if section in ORGANIZATION:
        return tuple(dict.fromkeys((section, *ORGANIZATION)))
    if section in READERS:
        return (section,)
    return tuple(kind for kind in READERS if kind != "introduction")


def _read(kind: str, sentences: tuple[Sentence, ...]) -> Read | None:
    """A paragraph as one of a kind; its first sentence has to be of the kind."""
    facts: tuple[Fact, ...] = ()
    rest: list[str] = []
    for sentence in sentences:
        read = _next(kind, sentence, facts, any(rest))
        if not (read.read or rest or facts) and kind != "introduction":
            return None
        facts += read.facts
        rest.append(read.rest if read.read else sentence.text)
    if kind == "introduction" and not facts:
        return None
    return Read(kind, facts, " ".join(filter(None, rest)))


def _next(
    kind: str, sentence: Sentence, facts: tuple[Fact, ...], unread: bool
) -> Sentence:
    """A sentence read as the next of a paragraph of a kind."""
    if (kind in ORGANIZATION and not sentence.now) or is_denied(kind, sentence):
        return sentence
    if kind != "opening" or not facts:
        return READERS[kind](sentence)
    took = next((fact for fact in facts if isinstance(fact, Took)), None)
    return read_leading(sentence, took) if took and not unread else sentence
