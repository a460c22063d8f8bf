"""A new session: commented files that can be checked and built at once.

The texts of the files are templates, `templates/new/`, with places such as
`$language` for what is known. Bytes come in and go out; nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportkit.edition.carrying import Carrying, carry
from reportkit.edition.carrying_chapters import carry_chapters, without_chapters
from reportkit.edition.naming import filled, with_names
from reportkit.edition.workspace import OUTLINES, SessionFiles, Templates
from reportkit.model.reading import read_session
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, has_errors
from reportkit.source.extents import CannotEdit

FOLDER = "new"
NAMES = "names.yaml"
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
# To be replaced by whoever begins a session without saying more.
BODY = "NAME OF THE BODY"
PLACE = "NAME OF THE PLACE"
DOCUMENTS = ("draft", "final")
# The files of a session, by the template that each is made from.
FACTS = ("session", "agenda", "participants", "statements", "papers")
WORDS = {
    "titles": "titles.yaml",
    "introduction": "introduction.yaml",
    "recommendations": "recommendations/{body}.yaml",
    "deliberations": "deliberations/topic.yaml",
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a session before it begins; the rest may stay empty.

    `body`, `organ` and `place` are names, in the language that it is written in.
    """

    name: str
    first: date
    last: date
    body: str = ""
    organ: str = ""
    place: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids that session.yaml refers to; empty where there is none."""

    bodies: tuple[str, ...]
    parent: str = ""
    instrument: str = ""
    place: str = ""


def days_after(today: date) -> tuple[date, date]:
    """Monday and Friday of the week after a day."""
    monday = today + timedelta(days=7 - today.weekday())
    return monday, monday + timedelta(days=4)


def read_starters(templates: Templates) -> dict[str, bytes]:
    """The templates of a new session's files, by path below templates/new/."""
    found = ((name, templates.read(name)) for name in templates.names(FOLDER))
    return {name.removeprefix(f"{FOLDER}/"): read[0] for name, read in found if read}


def start(
    beginning: Beginning,
    starters: Mapping[str, bytes],
    shared: Mapping[str, bytes],
    known: Collection[str],
    old: SessionFiles | None = None,
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a new session, by path below sessions/, or why there are none.

    `shared` are the files that all sessions share, `known` the sessions there are;
    `old` is the one whose bodies, organ, place and standing texts are taken over.
    """
    session, problems = _read(old)
    if has_errors(problems):
        return {}, problems
    if problems := _refused(beginning, starters, known):
        return {}, problems
    language = beginning.language or (session.facts.written_in if session else "en")
    beginning = replace(beginning, language=str(language))
    try:
        ids, names = _named(beginning, starters, shared, session)
    except CannotEdit as fault:
        return {}, (fault.problem,)
    files = _files(beginning, starters, ids, session)
    if old and session and language == session.facts.written_in:
        carried = carry(Carrying(session, ids.bodies, DOCUMENTS), old)
        if any(path.startswith(f"{language}/") for path in carried):
            del files[f"{language}/introduction.yaml"]
        chapters = carry_chapters(session, old)
        outlines = {path: data for path, data in chapters.items() if OUTLINES in path}
        files = without_chapters(files, outlines) if outlines else files
        files |= chapters | carried
    below = {f"{beginning.name}/{path}": data for path, data in files.items()}
    return {NAMES: names, **below}, ()


def _read(old: SessionFiles | None) -> tuple[Session | None, tuple[Problem, ...]]:
    if old is None:
        return None, ()
    return read_session(old.folder.name, old.files, old.shared, old.shown)


def _refused(
    beginning: Beginning, starters: Mapping[str, bytes], known: Collection[str]
) -> tuple[Problem, ...]:
    """What keeps a session from being begun."""
    place = Place(f"{beginning.name}/session.yaml")
    language = beginning.language or "en"
    languages = sorted({path[:2] for path in starters if path[2:3] == "/"})
    if not NAME.fullmatch(beginning.name):
        message = f'"{beginning.name}" cannot be the name of a session'
        hint = "small letters, digits and hyphens, such as my-group-2026"
    elif beginning.name in known:
        message = f'there is a session "{beginning.name}" already'
        hint = "give the new one another name"
    elif beginning.first > beginning.last:
        message = f"the last day, {beginning.last}, is before the first"
        hint = f"the first day is {beginning.first}"
    elif language not in languages:
        message = f'there are no files to start with in "{language}"'
        hint = f"known: {', '.join(languages)}; or add templates/new/{language}/"
    else:
        return ()
    return (Problem(place, message, hint),)


def _named(
    beginning: Beginning,
    starters: Mapping[str, bytes],
    shared: Mapping[str, bytes],
    old: Session | None,
) -> tuple[_Ids, bytes]:
    """The ids that the session refers to, and names.yaml with those that are new."""
    wanted = {
        "bodies": beginning.body or ("" if old else BODY),
        "organs": beginning.organ,
        "places": beginning.place or ("" if old else PLACE),
    }
    names = shared.get(NAMES) or filled(starters[NAMES], {})
    ids, names = with_names(names, wanted, starters[f"{beginning.language}/{NAMES}"])
    if old is None:
        return _Ids((ids["bodies"],), ids["organs"], "", ids["places"]), names
    facts = old.facts
    return _Ids(
        (ids["bodies"],) if ids["bodies"] else tuple(facts.bodies),
        ids["organs"] or str(facts.parent),
        str(facts.instrument),
        ids["places"] or str(facts.place_of_session),
    ), names


def _files(
    beginning: Beginning,
    starters: Mapping[str, bytes],
    ids: _Ids,
    old: Session | None,
) -> dict[str, bytes]:
    """The files of the session, by path below its folder."""
    given = _places(beginning, ids, old)
    files = {f"{name}.yaml": filled(starters[f"{name}.yaml"], given) for name in FACTS}
    for name, path in WORDS.items():
        starter = starters[f"{beginning.language}/{name}.yaml"]
        for body in ids.bodies if "{body}" in path else ids.bodies[:1]:
            made = filled(starter, {**given, "body_id": body})
            files[f"{beginning.language}/{path.format(body=body)}"] = made
    return files


def _places(beginning: Beginning, ids: _Ids, old: Session | None) -> dict[str, str]:
    """What stands in the places of the templates."""
    days = f"{{from: {beginning.first}, to: {beginning.last}}}"
    given = {
        "name": beginning.name,
        "language": beginning.language,
        "parent": ids.parent,
        "instrument": ids.instrument,
        "place": ids.place,
        "bodies": "\n".join(f"  {body}: {days}" for body in ids.bodies),
        "first": beginning.first.isoformat(),
        "last": beginning.last.isoformat(),
        "year": str(beginning.last.year),
        "officers": _officers(old),
        "states": "states_parties" if ids.instrument else "states",
        "adopted_at": _by_body(ids.bodies, "m1"),
    }
    for number in range(1, 5):
        given[f"number_{number}"] = _by_body(ids.bodies, str(number))
        given[f"of_{number}"] = ", ".join(f"{body}: {number}" for body in ids.bodies)
    return given


def _by_body(bodies: tuple[str, ...], value: str) -> str:
    """A value as a file gives it: bare where one body meets, else by body."""
    if len(bodies) == 1:
        return value
    return "{" + ", ".join(f"{body}: {value}" for body in bodies) + "}"


def _officers(old: Session | None) -> str:
    """A commented line an officer; those of an earlier session keep their roles."""
    if old is None or not old.facts.officers:
        return "  # - {role: chair, person: doe}"
    lines = [f"  # carried over from {old.name}: name the persons"]
    for officer in old.facts.officers:
        of = f", of: [{', '.join(officer.of)}]" if officer.of else ""
        lines.append(f"  # - {{role: {officer.role}, person: …{of}}}")
    return "\n".join(lines)
