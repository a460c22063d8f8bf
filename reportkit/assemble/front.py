"""The front of a document: masthead, corner, title, job line."""

from __future__ import annotations

from reportkit.assemble.derived import session_id, subtitle_id, title_id
from reportkit.assemble.wording import Wording
from reportkit.document.nodes import Corner, JobLine, Masthead, Run
from reportkit.languages.dates import day, heading_span, span
from reportkit.languages.table import language_of
from reportkit.languages.words import Marked
from reportkit.model.facts import Body, Issue
from reportkit.model.marks import pieces_of

# Symbols of the L series are of limited distribution (un-layout.md, section 4).
DISTRIBUTION = {"draft": "limited", "addendum": "limited", "report": "general"}


def masthead(wording: Wording, issue: Issue, kind: str) -> Masthead:
    """The head of page one; the kind is that of a revision's document."""
    words, facts = wording.words.masthead, wording.session.facts
    original = issue.original or facts.original
    organ = wording.organ(facts.parent) if facts.parent else None
    named = words.find("languages", original)
    return Masthead(
        organization=words.word("united-nations"),
        symbols=tuple(issue.symbols),
        organ=organ.full.name if organ else "",
        distribution=words.word(issue.distribution or DISTRIBUTION[kind]),
        date=plain(day(words, issue.dated)) if issue.dated else "",
        language="" if original == wording.code else words.word("language"),
        original=words.spaced(words.word("original", language=str(named))),
    )


def corner(wording: Wording) -> tuple[Corner, ...]:
    """The bodies that met, each with its place and dates, and its session if given."""
    facts = wording.session.facts
    return tuple(
        Corner(
            (Run(wording.body(id).full.name),),
            (Run(_place_and_dates(wording, body)),),
            _session(wording, id),
        )
        for id, body in facts.bodies.items()
    )


def _session(wording: Wording, body: str) -> tuple[Run, ...]:
    """The session of a body by its number, as titled: Sixty-first session."""
    said = wording.text(session_id(body))
    if not said.text:
        return ()
    written_in = language_of(wording.session.facts.written_in)
    tag = written_in.tag if said.missing else ""
    return (Run(plain(said.text), language=tag, missing=said.missing),)


def _place_and_dates(wording: Wording, body: Body) -> str:
    dates = heading_span(wording.words, body.first, body.last)
    place = wording.session.facts.place_of_session
    if not place:
        return plain(dates)
    return plain(
        wording.say("place-and-dates", place=wording.place(place), dates=dates)
    )


def plain(text: str) -> str:
    """A text without its marks, where no looks can be kept: 1er novembre 2018."""
    return "".join(piece.text for piece in pieces_of(text))


def title(wording: Wording, document: str) -> Marked:
    """The title of a document: in its own words, else what facts say.

    An addendum has that of its draft, what puts a document right that document's.
    """
    facts = wording.session.facts
    root = facts.root_of(document)
    known = (document, root, str(facts.documents[root].of))
    own = (wording.override(title_id(each)) for each in known)
    said = next(filter(None, own), "")
    return Marked(said) if said else title_of_facts(wording, document)


def subtitle(wording: Wording, document: str, kind: str) -> Marked:
    """The line under the title: one's own, else the word for an addendum."""
    own = wording.override(subtitle_id(document))
    return Marked(own or (wording.words.word("addendum") if kind == "addendum" else ""))


def title_of_facts(wording: Wording, document: str) -> Marked:
    """The title of a draft or a report that facts give: who met, where and when."""
    facts = wording.session.facts
    kind = "report" if facts.kind_of(document) == "report" else "draft"
    first = min(body.first for body in facts.bodies.values())
    last = max(body.last for body in facts.bodies.values())
    place = facts.place_of_session
    return wording.sentences.say(
        "titles",
        kind,
        count=len(facts.bodies),
        bodies=tuple(wording.body(body) for body in facts.bodies),
        place=wording.place(place) if place else "",
        span=span(wording.words, first, last),
    )


def job_line(wording: Wording, issue: Issue) -> JobLine | None:
    """The job number of a language version with its dates and bar code's text."""
    number = issue.job.get(wording.code)
    if not number:
        return None
    dates = issue.released.get(wording.code, (issue.dated,) if issue.dated else ())
    letter = wording.words.language.letter
    stamped = "    ".join(f"{released:%d%m%y}" for released in dates)
    digits = "".join(character for character in number if character.isdigit())
    return JobLine(number, f"{number} ({letter})    {stamped}".strip(), f"*{digits}*")
