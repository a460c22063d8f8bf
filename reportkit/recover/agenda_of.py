"""The agenda of a session: its items, out of the lists and the headings of a report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import zip_longest

from reportkit.published.lines import AGENDA, HEADING, Line
from reportkit.recover.entitled import entitled, quotations_in
from reportkit.recover.facts import KnownItem
from reportkit.recover.folding import alike, plain
from reportkit.recover.naming import Ids
from reportkit.recover.outline_of import CHAPTER, ITEM, JOINT, Bodies, Chunk
from reportkit.recover.terms import BRACKETED, Terms, without_brackets

ENDS = ".;:。；：؛ \u00a0"
# What ids begin with where a title has no Latin letters; no heading's role does.
MATTER = "matter"
# How much of a summary's heading has to be the title of its item.
LIKE = 0.85


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the agenda, with its number by body.

    `heading` is the summary's heading where it is not the title; `guessed` says
    that the number is not in the report.
    """

    id: str
    title: str
    numbers: dict[str, int]
    joint: bool = False
    sub: tuple[tuple[str, str], ...] = ()
    guessed: bool = False

    @property
    def known(self) -> KnownItem:
        numbers = {body: str(number) for body, number in self.numbers.items()}
        return KnownItem(self.id, self.title, numbers, self.joint)


@dataclass(slots=True)
class Agenda:
    """The items in the order of the report.

    `summaries` gives each summary's item, the first where it is of several, which
    are `together`; `headings` a summary's own heading by its item.
    """

    entries: list[Entry] = field(default_factory=list)
    summaries: dict[int, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    together: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def entry(self, id: str) -> Entry | None:
        return next((each for each in self.entries if each.id == id), None)


def agenda_of(
    chunks: Sequence[Chunk], bodies: Bodies, terms: Terms, ids: Ids
) -> Agenda:
    """The items of a report: as they were adopted, else as the summaries name them."""
    maker = _Maker(bodies, terms, ids)
    for chunk in chunks:
        listed = [line for line in chunk.under if line.kind == AGENDA]
        if listed:
            maker.take_list(listed, _body_of(chunk, bodies))
    for chunk, below in zip_longest(chunks, chunks[1:]):
        is_noted = chunk.role == CHAPTER and chunk.summary and chunk.brackets.note
        if chunk.kind == HEADING and (chunk.role == ITEM or is_noted):
            maker.take_heading(chunk, below.line.text if below else "")
    maker.order()
    return maker.agenda


def _body_of(chunk: Chunk, bodies: Bodies) -> str:
    """The body whose agenda a list is: of its group, or named in the sentence."""
    named = bodies.named(plain(chunk.line.text))
    alone = bodies.names[0][0]
    return chunk.group if chunk.group not in ("", JOINT) else next(iter(named), alone)


class _Maker:
    """Collects the items of one report."""

    def __init__(self, bodies: Bodies, terms: Terms, ids: Ids) -> None:
        self.bodies, self.terms, self.ids = bodies, terms, ids
        self.agenda = Agenda()
        self.lists: list[list[str]] = []
        self.subs: dict[str, str] = {}

    def take_list(self, lines: Sequence[Line], body: str) -> None:
        """The items of one body's agenda."""
        self.lists.append([])
        for place, line in enumerate(lines):
            if line.level > 1:
                continue
            below = _below(lines[place + 1 :])
            title, joint = self._title(line.text)
            id = self._add(title, body, number_of(line.label), joint)
            entry = self.agenda.entry(id)
            if entry and below and not entry.sub:
                sub = tuple(self._sub(each) for each in below)
                self._put(replace(entry, sub=sub))
            self.lists[-1].append(id)

    def _sub(self, line: Line) -> tuple[str, str]:
        title = line.text.strip().rstrip(ENDS)
        key = alike(title)
        if key not in self.subs:
            self.subs[key] = self.ids.take(title, instead=MATTER)
        return self.subs[key], title

    def _title(self, text: str) -> tuple[str, bool]:
        """The title of an entry without the mark on joint items."""
        text = text.strip().rstrip(ENDS)
        match = BRACKETED.search(text)
        again = self.terms.say("sentences", "agenda-joint-again", bodies=())
        if match and again and alike(again) in alike(match[1]):
            return text[: match.start()].strip(), True
        return text, False

    def _add(self, title: str, body: str, number: int, joint: bool) -> str:
        known = next(
            (e for e in self.agenda.entries if alike(e.title) == alike(title)), None
        )
        used = [each.numbers.get(body, 0) for each in self.agenda.entries]
        free = number if number and number not in used else max(used, default=0) + 1
        if known is None:
            id = self.ids.take(title, instead=MATTER)
            self._put(Entry(id, title, {body: free}, joint, (), free != number))
            return id
        numbers = {**known.numbers, body: known.numbers.get(body, free)}
        self._put(replace(known, numbers=numbers, joint=known.joint or joint))
        return known.id

    def _put(self, entry: Entry) -> None:
        ids = [each.id for each in self.agenda.entries]
        if entry.id in ids:
            self.agenda.entries[ids.index(entry.id)] = entry
        else:
            self.agenda.entries.append(entry)

    def take_heading(self, chunk: Chunk, below: str) -> None:
        """The item that a summary is of; new ones where no list has them.

        `below` is the paragraph that opens it, which quotes the titles of several.
        """
        text, brackets = without_brackets(chunk.line.text, self.terms)
        self._quoted(text, brackets.note, below, chunk)
        own = self._several(text)
        if not own and (nearest := self._nearest(text, chunk.group)):
            own = [nearest]
        if not own:
            own = [self._opened(text, brackets.note, below, chunk)]
        first = own[0].id
        if len(own) > 1:
            self.agenda.together[first] = tuple(each.id for each in own)
        titles = tuple(plain(each.title) for each in own)
        if alike(self.terms.words.joined(titles)) != alike(text):
            self.agenda.headings[first] = text
        self.agenda.summaries[chunk.summary] = first

    def _opened(self, text: str, note: str, below: str, chunk: Chunk) -> Entry:
        """The item that the opening of a summary quotes, else that of its heading."""
        title = entitled(note, below, self.terms)
        done = set(self.agenda.summaries.values())
        for entry in self.agenda.entries:
            if title and alike(entry.title) == alike(title) and entry.id not in done:
                return entry
        note = note or self.terms.number_of_item(below)
        return self._new(title or text, note, chunk)

    def _new(self, title: str, note: str, chunk: Chunk) -> Entry:
        """An item that only the heading of its summary has; `note` has its number."""
        numbers = self._numbers(note, chunk)
        id = self.ids.take(title, instead=MATTER)
        entry = Entry(id, title, numbers, len(numbers) > 1, (), not note)
        self._put(entry)
        return entry

    def _quoted(self, heading: str, note: str, below: str, chunk: Chunk) -> None:
        """Add the items that a heading puts together, if nothing else has them."""
        numbers = [number_of(each) for each in re.findall(r"\d+", note)]
        titles = [
            title
            for title in quotations_in(below, self.terms)
            if alike(title) and alike(title) in alike(heading) != alike(title)
        ]
        body = chunk.group or self.bodies.names[0][0]
        if len(numbers) == len(titles) > 1 and body != JOINT:
            for title, number in zip(titles, numbers, strict=True):
                self._add(title, body, number, False)

    def _several(self, text: str) -> list[Entry]:
        """The items whose titles a heading puts together, in its order."""
        heading = alike(text)
        found = [
            (heading.find(alike(entry.title)), entry)
            for entry in self.agenda.entries
            if alike(entry.title) in heading
        ]
        size = sum(len(alike(entry.title)) for _, entry in found)
        ordered = [entry for _, entry in sorted(found, key=lambda each: each[0])]
        shared = [set(entry.numbers) for entry in ordered]
        is_all = len(found) > 1 and size > LIKE * len(heading)
        return ordered if is_all and set.intersection(*shared) else []

    def _nearest(self, text: str, group: str) -> Entry | None:
        done = set(self.agenda.summaries.values())
        shares = [
            (SequenceMatcher(None, alike(e.title), alike(text)).ratio(), -place, e)
            for place, e in enumerate(self.agenda.entries)
            if e.id not in done and group in ("", JOINT, *e.numbers)
        ]
        share, _, entry = max(shares, key=lambda s: s[:2], default=(0.0, 0, None))
        return entry if share >= LIKE else None

    def _numbers(self, note: str, chunk: Chunk) -> dict[str, int]:
        """The numbers of an item in a heading's brackets, by body."""
        known = [id for id, _ in self.bodies.names]
        bodies = known if chunk.group == JOINT else [chunk.group or known[0]]
        found = [number_of(each) for each in re.findall(r"\d+", note)] or [0]
        given = {body: found[min(n, len(found) - 1)] for n, body in enumerate(bodies)}
        entries = self.agenda.entries
        used = {body: {e.numbers.get(body, 0) for e in entries} for body in bodies}
        return {
            body: number
            if number and number not in used[body]
            else max(used[body], default=0) + 1
            for body, number in given.items()
        }

    def order(self) -> None:
        """Put the items in the order of the summaries, others as lists have them."""
        first = self.agenda.summaries.values()
        own = (self.agenda.together.get(id, (id,)) for id in first)
        made = list(dict.fromkeys(id for ids in own for id in ids))
        for ids in self.lists:
            for place, id in enumerate(ids):
                if id not in made:
                    made.insert(_after(made, ids[:place]), id)
        known = {each.id: each for each in self.agenda.entries}
        made += [id for id in known if id not in made]
        self.agenda.entries = [known[id] for id in made]


def _after(made: list[str], before: list[str]) -> int:
    """Where an item goes: after the last that its own agenda has before it."""
    return max((made.index(id) + 1 for id in before if id in made), default=0)


def _below(lines: Sequence[Line]) -> list[Line]:
    """The sub-items that stand directly under an item."""
    found: list[Line] = []
    for line in lines:
        if line.level < 2:
            break
        found.append(line)
    return found


def number_of(label: str) -> int:
    """The number in a label, in figures of any script; 0 where there is none."""
    digits = "".join(str(unicodedata.digit(c)) for c in label if c.isdigit())
    return int(digits) if digits else 0


def titles_of(agenda: Agenda) -> Iterator[tuple[str, str]]:
    """The titles of items and sub-items by their ids."""
    given: dict[str, str] = {}
    for entry in agenda.entries:
        given[entry.id] = entry.title
        given |= dict(entry.sub)
    yield from given.items()


def known_items(agenda: Agenda) -> tuple[KnownItem, ...]:
    """The items as sentences are read with them."""
    return tuple(each.known for each in agenda.entries)
