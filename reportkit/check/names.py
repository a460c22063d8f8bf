"""Names of what a session mentions: one in each language, with its forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.wording import Wording
from reportkit.check.arguments import arguments
from reportkit.check.checked import Checked
from reportkit.languages.forms import Name
from reportkit.languages.words import MissingWord
from reportkit.model.names import Named
from reportkit.model.session import Session
from reportkit.problems import Problem
from reportkit.source.values import Mapping as Table
from reportkit.source.values import Text


class Mentioned(NamedTuple):
    """A kind of thing that has names: which of it is mentioned, and how it is named."""

    used: Callable[[Checked], Iterable[str]]
    named: Callable[[Session], Mapping[str, Named]]
    name: Callable[[Wording, str], Name]


def _organizations(checked: Checked) -> Iterator[str]:
    """Organizations that attended, spoke, led a discussion or stand in a text."""
    session = checked.session
    yield from checked.attending
    for statement in session.statements.statements:
        yield from statement.by
    for item in session.agenda.items:
        yield from (leading.representative_of for leading in item.led_by)
    yield from arguments(checked, "organizations")
    yield from arguments(checked, "states")


def _instruments(checked: Checked) -> Iterator[str]:
    yield checked.session.facts.instrument
    yield from arguments(checked, "instrument")


def _groups(checked: Checked) -> Iterator[str]:
    statements = checked.session.statements.statements
    return (statement.on_behalf_of for statement in statements)


MENTIONED = (
    Mentioned(
        lambda c: c.bodies, lambda s: s.names.bodies, lambda w, id: w.body(id).full
    ),
    Mentioned(
        lambda c: (c.session.facts.parent,),
        lambda s: s.names.organs,
        lambda w, id: w.organ(id).full,
    ),
    Mentioned(
        _instruments,
        lambda s: s.instruments.instruments,
        lambda w, id: w.instrument(id).full,
    ),
    Mentioned(
        _organizations,
        lambda s: s.names.organizations,
        lambda w, id: w.organization(id),
    ),
    Mentioned(_groups, lambda s: s.names.groups, lambda w, id: w.group(id)),
    Mentioned(
        lambda c: (c.session.facts.place_of_session,),
        lambda s: s.names.places,
        lambda w, id: w.place(id),
    ),
)


def _used(checked: Checked) -> Iterator[tuple[str, Named, Mentioned]]:
    for mentioned in MENTIONED:
        known = mentioned.named(checked.session)
        for id in dict.fromkeys(map(str, mentioned.used(checked))):
            if id in known:
                yield id, known[id], mentioned


def unnamed(checked: Checked) -> Iterator[Problem]:
    """What is mentioned and has no name in one of the languages."""
    for id, named, _ in _used(checked):
        for language in checked.wordings or checked.session.languages:
            if language not in named.forms:
                message = f"`{id}` has no name in {language}"
                hint = f"add `{language}: {{name: …}}` to it"
                yield Problem(named.place, message, hint)


def formless(checked: Checked) -> Iterator[Problem]:
    """Names whose article gives them none of the forms that sentences take."""
    for id, named, mentioned in _used(checked):
        for language, wording in checked.wordings.items():
            if language in named.forms:
                yield from _formless(id, named, mentioned, wording)


def _formless(
    id: str, named: Named, mentioned: Mentioned, wording: Wording
) -> Iterator[Problem]:
    form = named.forms[wording.code]
    is_place = mentioned.named(wording.session) is wording.session.names.places
    table = wording.words.find("forms")
    wanted = ("in",) if is_place else tuple(map(str, table))
    try:
        name = mentioned.name(wording, id)
        for each in wanted:
            name.form(each)
    except MissingWord:
        if is_place:
            message = f"`{id}` does not say what `in` it is in {wording.code}"
            yield Problem(form.place, message, "such as `in: in Vienna`")
        else:
            place = form.article.place if form.article else form.place
            message = f'"{form.article}" is no article in {wording.code}'
            yield Problem(place, message, f"one of: {_articles(table, wanted)}")


def _articles(table: Table, forms: tuple[str, ...]) -> str:
    rows = (table[Text(form)] for form in forms)
    every = (article for row in rows for article in row if article not in ("", "'"))
    return ", ".join(dict.fromkeys(every))
