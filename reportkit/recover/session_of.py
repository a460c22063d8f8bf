"""A session out of the lines of a published report: its facts, and its words."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from reportkit.assemble.derived import session_id
from reportkit.problems import Problem
from reportkit.recover.agenda_of import agenda_of, known_items, titles_of
from reportkit.recover.bodies_of import days_of_bodies, in_place, nobody, usage_in
from reportkit.recover.chapters_of import fits, headings_of, numbers_items, own_chapters
from reportkit.recover.choices import Choices
from reportkit.recover.derived_of import body_of, ids_of
from reportkit.recover.documents_of import document_of
from reportkit.recover.facts import (
    Adopted,
    Attended,
    Context,
    Held,
    KnownBody,
    Spoke,
    Took,
)
from reportkit.recover.forms_of import Forms, Usage, forms_of
from reportkit.recover.front_of import DRAFT, REPORT, Front, front_of, job_of, titles_in
from reportkit.recover.kept import Deciding, kept
from reportkit.recover.manuscripts_of import INTRODUCTION, Own, Writer
from reportkit.recover.meetings_of import Meetings
from reportkit.recover.naming import Ids, Register
from reportkit.recover.outline_of import Bodies, outline_of
from reportkit.recover.proceedings_of import (
    Papers,
    Room,
    listed,
    participants_of,
    spoken_of,
)
from reportkit.recover.prose_of import Passages
from reportkit.recover.reading import Said, facts_of, read_chunks
from reportkit.recover.recovered import Recovered, Source
from reportkit.recover.treaty_of import treaty_of

# The title says where the meeting was held; this stands there where nothing does.
NO_PLACE = "[…]"
AGENDA = "agenda"


def recover(source: Source, choices: Choices) -> Recovered | Problem:
    """What the lines of a report come to; a problem where nobody can tell who met."""
    front = front_of(source.lines, source.terms)
    register = Register(source.names, source.instruments, source.terms.language)
    usage = usage_in(source, front)
    days = days_of_bodies(front, register, usage)
    if not days:
        return nobody(source)
    return _Maker(source, choices, front, register, usage, days).made()


class _Maker:
    """Goes through a report: structure, agenda, facts, words."""

    def __init__(
        self,
        source: Source,
        choices: Choices,
        front: Front,
        register: Register,
        usage: Usage,
        days: dict[str, tuple[date, date]],
    ) -> None:
        self.source, self.choices = source, choices
        self.front, self.usage = front, usage
        self.ids = Ids(source.ids)
        names = zip(days, (met.name for met in front.bodies), strict=False)
        self.bodies = Bodies(tuple(names))
        chunks = outline_of(source.lines, self.bodies, source.terms)
        agenda = agenda_of(chunks, self.bodies, source.terms, self.ids)
        meetings = Meetings(days)
        job = job_of(source.left)
        self.got = Recovered(front, days, register, agenda, meetings, chunks, [], job)
        self.got.ids = self.ids
        kind = REPORT if front.kind == REPORT else DRAFT
        self.got.own = own_chapters(chunks, choices, source.terms)
        is_usual = fits(chunks, self.got.own, source.terms, kind)
        self.got.outlined = choices.outlined or not is_usual

    def made(self) -> Recovered:
        """Everything that the report comes to."""
        got = self.got
        got.said = self._read()
        self._name()
        every = partial(ids_of, bodies=self.bodies, room=self._room())
        got.said = kept(got.said, Deciding(got.agenda, self.choices, every, self._ids))
        self._meet()
        self._attend()
        self._speak()
        self._list()
        self._write()
        return got

    def _read(self) -> list[Said]:
        """The paragraphs that facts can say."""
        terms = self.source.terms
        context = Context(
            terms.language,
            min(first for first, _ in self.got.days.values()),
            max(last for _, last in self.got.days.values()),
            tuple(self._known_body(id, name) for id, name in self.bodies.names),
            known_items(self.got.agenda),
            organizations=self.got.register.organizations(),
        )
        got, read = self.got, self.source.read
        return list(read_chunks(got.chunks, context, read, got.own))

    def _known_body(self, id: str, name: str) -> KnownBody:
        return KnownBody(id, name, forms_of(name, self.usage).short)

    def _name(self) -> None:
        """Organ, place and treaty."""
        got, register = self.got, self.got.register
        if self.front.organ:
            forms = forms_of(self.front.organ, self.usage)._replace(plural="")
            got.organ = register.id_of("organs", forms)
        place = next((met.place for met in self.front.bodies if met.place), "")
        forms = Forms(place or NO_PLACE)
        where = in_place(forms.name, self.front.title, self.source.terms.language)
        got.place = register.id_of("places", forms, **where)
        parties = (
            each.chunk.line.text
            for each in got.said
            if any(isinstance(fact, Attended | Spoke) for fact in each.read.facts)
        )
        named = (self.front.organ, self.usage, self.source.terms, register)
        got.treaty = treaty_of(parties, *named)

    def _meet(self) -> None:
        """The meetings that were named, then those that were only counted."""
        meetings, got = self.got.meetings, self.got
        for took in got.facts(Took):
            if took.numbers:
                meetings.take(took)
        for adopted in got.facts(Adopted):
            if adopted.what == AGENDA and adopted.meeting:
                meetings.take_adoption(adopted)
        meetings.close(got.facts(Adopted), got.facts(Held))
        unnumbered = (took for took in got.facts(Took) if not took.numbers)
        for took in sorted(unnumbered, key=lambda each: each.days):
            meetings.take_unnumbered(took, self._takers(took))

    def _takers(self, took: Took) -> tuple[str, ...]:
        """The bodies that took an item up together."""
        entries = (self.got.agenda.entry(item) for item in took.items)
        known = {body for entry in entries if entry for body in entry.numbers}
        return tuple(body for body in self.got.bodies if body in known or not known)

    def _attend(self) -> None:
        attended = self.got.facts(Attended)
        self.got.attended = participants_of(attended, self.got.register, self.usage)

    def _speak(self) -> None:
        room = self._room()
        listed_as_such = [each for each in self.got.said if not each.opens]
        for spoke in facts_of(listed_as_such, Spoke):
            self.got.spoken += spoken_of(spoke, room)

    def _room(self) -> Room:
        got = self.got
        treaty = bool(got.treaty)
        attended = {fact.category: fact.codes for fact in facts_of(got.said, Attended)}
        return Room(
            got.agenda, got.meetings, got.register, self.usage, treaty, attended
        )

    def _list(self) -> None:
        """The papers, and which line is which."""
        papers = self.got.papers = Papers(self.got.bodies, self.ids)
        for said in self.got.said:
            if said.chunk.section != "documentation":
                continue
            for line in listed(said):
                papers.take(line, body_of(said, self.bodies))

    def _derive(self) -> None:
        """Which lines derived passages are, and the States in them."""
        for said in self.got.said:
            if not said.opens:
                for id in self._ids(said):
                    self.got.derived.setdefault(id, said.chunk.line)
                    self.got.states.setdefault(id, _states(said))

    def _ids(self, said: Said) -> tuple[str, ...]:
        """The derived passages that a paragraph is.

        In a chapter of words it is one, or has the report's words; so has what is
        listed there otherwise than facts list it.
        """
        ids = ids_of(said, self.bodies, self._room())
        if said.chunk.chapter not in (*self.got.own, INTRODUCTION):
            return ids
        fits = said.is_listing or not said.chunk.under
        return ids if len(ids) == 1 and fits else ()

    def _write(self) -> None:
        """The words, and the lines that all passages are."""
        got = self.got
        met = zip(got.days, self.front.bodies, strict=False)
        got.titles = {session_id(id): each.session for id, each in met if each.session}
        got.titles |= dict(titles_of(got.agenda))
        got.titles |= {paper.id: paper.title for paper in got.papers.papers}
        self.ids.taken |= set(got.titles)
        passages = Passages(self.source.lines, self.ids, self.source.terms)
        self._derive()
        facts = {each.place: self._ids(each) for each in got.said if not each.opens}
        opened = {each.place: each for each in got.said if each.opens}
        headings = headings_of(got.chunks, got.own, self.source.terms)
        numbered = numbers_items(got.chunks, got.own, got.agenda.summaries)
        own = Own(got.own, headings.depths, numbered)
        known = (self.bodies, got.agenda, passages, opened, self.choices)
        writer = Writer(*known, own)
        made = writer.write(got.chunks, facts)
        got.headed = made.headed
        got.words, got.moved = made.files, made.moved
        document = document_of(got, self.source.terms)[0]
        titles = titles_in(self.source.lines, document, self.source.terms)
        got.derived = {**titles, **got.derived, **made.derived}
        self._call_notes(passages)
        got.lines = passages.lines

    def _call_notes(self, passages: Passages) -> None:
        """Give the notes that titles and derived passages call their ids.

        A note that nothing calls is kept too, for a person to find its place.
        """
        got = self.got
        got.titles = {id: passages.with_notes(t) for id, t in got.titles.items()}
        for id, line in got.derived.items():
            got.derived[id] = line._replace(text=passages.with_notes(line.text))
        for label in passages.notes:
            passages.with_notes(f"{{note: {label}}}")
        made = [note for tree in got.words.values() for note in tree.get("notes", ())]
        known = {
            label
            for label, id in passages.called.items()
            if any(id == note["id"] for note in made)
        }
        if more := passages.footnotes(dict.fromkeys(known, "")):
            empty: dict[str, Any] = {"passages": []}
            tree = next(iter(got.words.values()), empty)
            tree["notes"] = [*tree.get("notes", ()), *more]


def _states(said: Said) -> tuple[str, ...]:
    """The States that a paragraph lists."""
    attended = (code for fact in said.facts(Attended) for code in fact.codes)
    spoke = (code for fact in said.facts(Spoke) for code in fact.by)
    return (*attended, *spoke)
