"""How one language words one session: its names, titles and translated passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from reportkit.assemble.sentences import Sentences
from reportkit.languages.dates import on_days
from reportkit.languages.forms import Name
from reportkit.languages.order import order_key
from reportkit.languages.states import StateName, state_names
from reportkit.languages.words import Marked, MissingWord, Words
from reportkit.model.names import Form, Named
from reportkit.model.session import Session, words_of_session
from reportkit.model.session import Words as Passage
from reportkit.problems import Problem
from reportkit.source.values import Text

T = TypeVar("T")
SECRETARIAT = "secretariat"
# Forms of a name that belong to its short name or its plural.
OTHER_NAMES = ("short-", "plural-")


class Rendering(NamedTuple):
    """A passage's text in a language; `missing` where the source stands in for it."""

    text: str
    missing: bool = False


class Titled(NamedTuple):
    """A name in full and in short, with what several such bodies are called."""

    full: Name
    short: Name
    plural: Name
    gender: str


class Wording(NamedTuple):
    """A session in a language, on the day whose names of States hold.

    `derived` keeps what the facts have said already: every document of a session
    says it again.
    """

    session: Session
    words: Words
    sentences: Sentences
    states: Mapping[str, StateName]
    english_states: Mapping[str, StateName]
    passages: Mapping[str, Passage]
    overrides: Mapping[str, Text]
    derived: dict[tuple[str, ...], Any]

    def once(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """What was derived under a key, made the first time it is asked for."""
        if key not in self.derived:
            self.derived[key] = make()
        known: T = self.derived[key]
        return known

    @property
    def spans_years(self) -> bool:
        """Whether the session goes over the end of a year, so that days need theirs."""
        bodies = self.session.facts.bodies.values()
        years = {day.year for body in bodies for day in (body.first, body.last)}
        return len(years) > 1

    def on_days(self, days: tuple[date, ...]) -> Marked:
        """Days as a sentence has them; the year only where it is not known."""
        by_year: dict[int, list[date]] = {}
        for day in sorted(set(days)):
            by_year.setdefault(day.year, []).append(day)
        year = self.spans_years
        said = (on_days(self.words, tuple(each), year) for each in by_year.values())
        return self.words.joined(tuple(said))

    @property
    def code(self) -> str:
        return self.words.language.code

    def say(self, key: str, /, **facts: Any) -> Marked:
        """A set sentence with its places filled."""
        return self.sentences.say("sentences", key, **facts)

    def text(self, id: str) -> Rendering:
        """A passage in this language, or its source where it is not translated."""
        source = self.passages.get(id)
        if self.code == self.session.facts.written_in:
            return Rendering(source.text if source else "")
        translation = self.session.translations.get(self.code, {}).get(id)
        if translation and translation.text:
            return Rendering(translation.text)
        if source is None or not source.translatable:
            return Rendering(source.text if source else "")
        return Rendering(source.text, missing=True)

    def override(self, id: str) -> str:
        """One's own wording for a derived passage, or nothing."""
        own = self.session.translations.get(self.code, {}).get(id)
        return (own.text if own else "") or self.overrides.get(id, "")

    def body(self, id: str) -> Titled:
        """A body's name, in full and in short."""
        return self._titled(self.session.names.bodies, id, "bodies")

    def apart(self, bodies: Iterable[str]) -> tuple[Titled, ...]:
        """The bodies by name where no plural is given that covers them all."""
        known = self.session.names.bodies
        named = {id: self.body(id) for id in bodies}
        plurals = {known[id].forms[self.code].plural for id in named}
        alike = len(named) < 2 or (len(plurals) == 1 and all(plurals))
        return () if alike else tuple(named.values())

    def organ(self, id: str) -> Titled:
        return self._titled(self.session.names.organs, id, "organs")

    def instrument(self, id: str) -> Titled:
        return self._titled(self.session.instruments.instruments, id, "instruments")

    def place(self, id: str) -> Name:
        """A place, with its form "in"."""
        return self._titled(self.session.names.places, id, "places").full

    def group(self, id: str) -> Name:
        return self._titled(self.session.names.groups, id, "groups").full

    def organization(self, id: str) -> Name:
        """An organization by its id; the Secretariat is known everywhere."""
        if id == SECRETARIAT:
            return _known_name(self.words, id)
        return self._titled(self.session.names.organizations, id, "organizations").full

    def person(self, id: str) -> str:
        """A person's name as the language spells it."""
        person = self.session.names.persons[id]
        form = person.forms.get(self.code)
        return form.name if form else person.name

    def state(self, code: str) -> Name:
        """A State's name on the session's day, in all its forms."""
        known = self.states[code]
        forms = (
            ("list", known.list),
            ("brief", known.list),
            ("full", known.full),
            ("the", known.running),
            ("running", known.running),
            ("formal", known.formal),
            ("of", known.of),
        )
        given = tuple((name, form) for name, form in (*forms, *known.cases) if form)
        return Name(known.list, self.words, "", known.gender, given)

    def is_state(self, code: str) -> bool:
        return code in self.states

    def member(self, code: str) -> Name:
        """A State by its code, or an organization by its id."""
        return self.state(code) if self.is_state(code) else self.organization(code)

    def sorted_names(
        self, codes: Iterable[str], form: str = "list", case: str = ""
    ) -> tuple[str, ...]:
        """The names of States or organizations, in the order of the language.

        Names in a case stand in the order of the same names without it.
        """
        named = [(self.form_of(code, form), code) for code in codes]
        named.sort(key=lambda pair: self.order(*pair))
        names = (self.form_of(code, cased(form, case)) for _, code in named)
        return tuple(dict.fromkeys(names))

    def order(self, name: str, code: str) -> tuple[Any, ...]:
        """The key by which a name is sorted in this language."""
        return order_key(self.code, name, self._english(code) or name)

    def _english(self, code: str) -> str:
        """The name in English by which Chinese lists are sorted, if there is one."""
        if code in self.english_states:
            return self.english_states[code].full
        named = self.session.names.organizations.get(code)
        form = named.forms.get("en") if named else None
        return str(form.name) if form else ""

    def form_of(self, code: str, form: str) -> str:
        """A State in one of its forms; an organization by its name."""
        return (
            self.state(code).form(form)
            if self.is_state(code)
            else str(self.organization(code))
        )

    def title(self, id: str) -> Marked:
        """The title of an item or a paper, with its marks.

        One that is not translated is a mark itself, so that the words around it
        keep their language.
        """
        rendering = self.text(id)
        return Marked(f"{{item:{id}}}" if rendering.missing else rendering.text)

    def _titled(self, known: Mapping[str, Named], id: str, where: str) -> Titled:
        form = known[id].forms.get(self.code) if id in known else None
        if form is None:
            raise self._unnamed(id, where, known)
        full = self._name(form, form.name)
        short = self._name(form, form.short, "short") if form.short else full
        plural = self._name(form, form.plural, "plural") if form.plural else short
        return Titled(full, short, plural, form.gender)

    def _name(self, form: Form, name: str, of: str = "") -> Name:
        """A name with its given forms; those of a short name are called `short-gen`."""
        prefix = f"{of}-" if of else ""
        own = tuple(
            (key.removeprefix(prefix), str(value))
            for key, value in form.forms.items()
            if (key.startswith(prefix) if of else not key.startswith(OTHER_NAMES))
        )
        given = (("in", str(form.locative)), *own) if form.locative else own
        return Name(str(name), self.words, str(form.article), str(form.gender), given)

    def _unnamed(self, id: str, where: str, known: Mapping[str, Named]) -> MissingWord:
        fault = MissingWord(f"{where}.{id}.{self.code}", "names.yaml")
        if id in known:
            message = f"`{id}` has no name in {self.code}"
            hint = f"add `{self.code}: {{name: …}}` to it"
            fault.problem = Problem(known[id].place, message, hint)
        return fault


def cased(form: str, case: str) -> str:
    """The name of a form in a case: `list-gen`; of `running` it is the case alone."""
    if not case:
        return form
    return case if form == "running" else f"{form}-{case}"


def _known_name(words: Words, id: str) -> Name:
    row = words.find("names", id)
    parts = {key: str(row.get(Text(key), "")) for key in ("name", "article", "gender")}
    forms = row.get(Text("forms"), {})
    given = tuple((str(key), str(value)) for key, value in forms.items())
    return Name(parts["name"], words, parts["article"], parts["gender"], given)


def word_session(session: Session, sentences: Sentences, day: date) -> Wording:
    """A session as a language words it, with the names of States of a day."""
    own = session.facts.written_in == sentences.words.language.code
    overrides = {
        str(id): text
        for manuscript in session.manuscripts
        for id, text in manuscript.overrides.items()
        if own
    }
    return Wording(
        session=session,
        words=sentences.words,
        sentences=sentences,
        states=state_names(sentences.words.language.code, day),
        english_states=state_names("en", day),
        passages={words.id: words for words in words_of_session(session)},
        overrides=overrides,
        derived={},
    )
