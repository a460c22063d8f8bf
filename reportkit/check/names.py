"""Names of what a session mentions: one in each language, with its forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.wording import Wording
from reportkit.check.arguments import arguments
from reportkit.check.checked import Checked
from reportkit.check.forms import (
    BODIES,
    GROUPS,
    INSTRUMENTS,
    ORGANIZATIONS,
    ORGANS,
    PLACES,
    Need,
    articles,
    needs,
    untold,
)
from reportkit.languages.forms import Name
from reportkit.languages.words import MissingWord
from reportkit.model.names import Named
from reportkit.model.session import Session
from reportkit.problems import Problem, warning


class Mentioned(NamedTuple):
    """A kind of thing that has names, and how one of them is named.

    `used` are those that set sentences name, `cited` those that marks print.
    """

    kind: str
    used: Callable[[Checked], Iterable[str]]
    named: Callable[[Session], Mapping[str, Named]]
    name: Callable[[Wording, str], Name]
    cited: tuple[str, ...] = ()


def _organizations(checked: Checked) -> Iterator[str]:
    """Organizations that attended, spoke or led a discussion."""
    session = checked.session
    yield from checked.attending
    for statement in session.statements.statements:
        yield from statement.by
    for item in session.agenda.items:
        yield from (leading.representative_of for leading in item.led_by)


def _groups(checked: Checked) -> Iterator[str]:
    statements = checked.session.statements.statements
    return (statement.on_behalf_of for statement in statements)


MENTIONED = (
    Mentioned(
        BODIES,
        lambda c: c.bodies,
        lambda s: s.names.bodies,
        lambda w, id: w.body(id).full,
    ),
    Mentioned(
        ORGANS,
        lambda c: (c.session.facts.parent,),
        lambda s: s.names.organs,
        lambda w, id: w.organ(id).full,
    ),
    Mentioned(
        INSTRUMENTS,
        lambda c: (c.session.facts.instrument,),
        lambda s: s.instruments.instruments,
        lambda w, id: w.instrument(id).full,
        cited=("instrument",),
    ),
    Mentioned(
        ORGANIZATIONS,
        _organizations,
        lambda s: s.names.organizations,
        lambda w, id: w.organization(id),
        cited=("organizations", "states"),
    ),
    Mentioned(GROUPS, _groups, lambda s: s.names.groups, lambda w, id: w.group(id)),
    Mentioned(
        PLACES,
        lambda c: (c.session.facts.place_of_session,),
        lambda s: s.names.places,
        lambda w, id: w.place(id),
    ),
)


def _mentioned(checked: Checked) -> Iterator[tuple[str, Named, Mentioned]]:
    """Every name that is used or cited, with its id and its kind."""
    for mentioned in MENTIONED:
        known = mentioned.named(checked.session)
        cited = (id for kind in mentioned.cited for id in arguments(checked, kind))
        for id in dict.fromkeys(map(str, (*mentioned.used(checked), *cited))):
            if id in known:
                yield id, known[id], mentioned


def unnamed(checked: Checked) -> Iterator[Problem]:
    """What is mentioned and has no name in one of the languages."""
    for id, named, mentioned in _mentioned(checked):
        for language in checked.wordings or checked.session.languages:
            if language not in named.forms:
                wording = checked.wordings.get(language)
                message = f"`{id}` has no name in {language}"
                keys = needs(wording, mentioned.kind) if wording else ()
                told = ", ".join(("name: …", *(need.example for need in keys)))
                hint = f"add `{language}: {{{told}}}` to it"
                yield Problem(named.place, message, hint)


def half_named(checked: Checked) -> Iterator[Problem]:
    """Names without the article, gender or plural that set sentences print.

    Where none is given a sentence is printed without it, and reads wrong.
    """
    for id, named, mentioned in _mentioned(checked):
        if id not in set(map(str, mentioned.used(checked))):
            continue
        for language, wording in checked.wordings.items():
            form = named.forms.get(language)
            lacking = tuple(untold(wording, mentioned.kind, form)) if form else ()
            if form and lacking:
                keys = " and ".join(f"`{need.key}`" for need in lacking)
                message = f"`{id}` has no {keys} in {language}, which sentences need"
                yield warning(form.place, message, _to_add(wording, lacking))


def _to_add(wording: Wording, lacking: tuple[Need, ...]) -> str:
    """What to type for what a name lacks."""
    typed = ", ".join(need.example for need in lacking)
    known = articles(wording)
    if "article" not in (need.key for need in lacking):
        return f"add `{typed}`"
    return f"add `{typed}` (one of: {', '.join(known)}; '' for a name without one)"


def formless(checked: Checked) -> Iterator[Problem]:
    """Names whose article gives them none of the forms that sentences take."""
    for id, named, mentioned in _mentioned(checked):
        for language, wording in checked.wordings.items():
            if language in named.forms:
                yield from _formless(id, named, mentioned, wording)


def _formless(
    id: str, named: Named, mentioned: Mentioned, wording: Wording
) -> Iterator[Problem]:
    form = named.forms[wording.code]
    is_place = mentioned.kind == PLACES
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
            yield Problem(place, message, f"one of: {', '.join(articles(wording))}")
