"""Statements from the room: a line more in statements.yaml, and nothing else changed.

What is unknown is told with what comes nearest, and then nothing is recorded; its
place is the argument that it was typed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from reportkit.edition.workspace import SessionFiles
from reportkit.languages.states import find_state, nearest_states
from reportkit.model.fields import declared_fields
from reportkit.model.kinds import OneOf
from reportkit.model.proceedings import Statement
from reportkit.model.reading import read_session
from reportkit.model.session import Session
from reportkit.model.state_codes import PODIUM
from reportkit.problems import Place, Problem, nearest
from reportkit.source.editing import append_to_list
from reportkit.source.emission import Inline
from reportkit.source.extents import CannotEdit

PATH = "statements.yaml"
KEY = "statements"
FACTS, GROUPS = "session.yaml", "names.yaml"
# The arguments of the command, which are where a mistake is shown.
NAMES = "NAMES"
# The words in the longest name of a State.
LONGEST_NAME = 9
NEW = b"""\
# Who spoke, in the order in which they spoke, a line a statement. Private: only the
# derived lists are printed. A `note` is for the rapporteur alone.

statements:
"""


@dataclass(frozen=True, slots=True)
class Saying:
    """What was heard in the room; `who` is as it was typed.

    The options are those of a statement; empty where they were not given.
    """

    meeting: str
    item: str
    who: tuple[str, ...]
    kind: str = ""
    capacity: str = ""
    body: str = ""
    on_behalf_of: str = ""
    note: str = ""


class _Id(NamedTuple):
    """An argument that names something: of what kind, known where, and how typed."""

    name: str
    argument: str
    what: str
    known: Callable[[Session], Iterable[str]]
    path: str
    required: bool = False


IDS = (
    _Id("meeting", "MEETING", "meeting", lambda s: s.facts.meetings, FACTS, True),
    _Id("item", "ITEM", "item", lambda s: s.items, "agenda.yaml", True),
    _Id("body", "--body", "body", lambda s: s.facts.bodies, FACTS),
    _Id("on_behalf_of", "--on-behalf-of", "group", lambda s: s.names.groups, GROUPS),
    _Id("kind", "--kind", "kind of statement", lambda s: _words("kind"), PATH),
    _Id("capacity", "--as", "capacity", lambda s: _words("as"), PATH),
)


def say(
    given: SessionFiles, saying: Saying
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """statements.yaml with a statement more, or what keeps it from being recorded."""
    session, problems = read_session(
        given.folder.name, given.files, given.shared, given.shown
    )
    if session is None:
        return None, problems
    saying = _as_listed(session, saying)
    by, unknown = _speakers(session, saying.who)
    # Where nobody is named at all, what was typed is what is unknown.
    unknown = unknown if by or unknown else saying.who
    if problems := (*_unlisted(session, saying), *_unknown(session, saying, unknown)):
        return None, problems
    data, path = given.files.get(PATH, NEW), _shown(given, PATH)
    try:
        return append_to_list(data, path, KEY, _entry(saying, by)), ()
    except CannotEdit as fault:
        return None, (fault.problem,)


def _as_listed(session: Session, saying: Saying) -> Saying:
    """What was heard with its ids as the files have them, however they were typed."""
    found: dict[str, Any] = {
        row.name: spelt(getattr(saying, row.name), row.known(session)) for row in IDS
    }
    return replace(saying, **found)


def spelt(word: str, known: Iterable[str]) -> str:
    """A word as it is known, whatever its capitals; itself where it is unknown."""
    folded = {each.casefold(): each for each in known}
    return str(folded.get(word.casefold(), word))


def _shown(given: SessionFiles, path: str) -> str:
    return given.shown.get(path, path)


def _entry(saying: Saying, by: tuple[str, ...]) -> Inline:
    entry = {
        "meeting": saying.meeting,
        "item": saying.item,
        "by": list(by),
        "kind": saying.kind,
        "as": saying.capacity,
        "body": saying.body,
        "on_behalf_of": saying.on_behalf_of,
        "note": " ".join(saying.note.split()),
    }
    return Inline((key, value) for key, value in entry.items() if value)


def _speakers(
    session: Session, who: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes and ids of speakers, and the names that stand for none or for many."""
    words = [name.strip(" ,;") for name in who]
    known: list[str] = []
    unknown: list[str] = []
    while words := [word for word in words if word]:
        length, code = _first(session, words)
        if code:
            known.append(code)
        else:
            unknown.append(words[0])
        words = words[length:]
    return tuple(known), tuple(unknown)


def _first(session: Session, words: list[str]) -> tuple[int, str]:
    """How many words the first name takes, and its code; none if it is unknown.

    A name of several words needs no quotes, unless each word is a name too.
    """
    for length in range(min(LONGEST_NAME, len(words)), 1, -1):
        if all(_code(session, word) for word in words[:length]):
            continue
        if code := _code(session, " ".join(words[:length])):
            return length, code
    return 1, _code(session, words[0])


def _code(session: Session, name: str) -> str:
    """The code or id that a name stands for, or nothing."""
    organizations = session.names.organizations
    own = spelt(name, (*PODIUM, *organizations))
    if own in PODIUM or own in organizations:
        return own
    codes = find_state(name)
    return codes[0] if len(codes) == 1 else ""


def _unlisted(session: Session, saying: Saying) -> Iterator[Problem]:
    """A problem for each id and each option that the session does not know."""
    for row in IDS:
        word, known = getattr(saying, row.name), tuple(row.known(session))
        if (word or row.required) and word not in known:
            message = f'there is no {row.what} "{word}"'
            yield Problem(Place(row.argument), message, _hint(word, known, row.path))


def _words(key: str) -> tuple[str, ...]:
    """The words that a statement knows for a key."""
    kind = next(each.kind for each in declared_fields(Statement) if each.key == key)
    return kind.words if isinstance(kind, OneOf) else ()


def _hint(word: str, known: tuple[str, ...], path: str) -> str:
    near = nearest(word, known)
    if near:
        return f"did you mean `{near}`?"
    return f"known: {', '.join(known)}" if known else f"{path} lists none yet"


def _unknown(
    session: Session, saying: Saying, unknown: Iterable[str]
) -> Iterator[Problem]:
    """A problem for each name that is nobody's, at its place among the names."""
    typed = " ".join(saying.who)
    for name in unknown:
        yield _unknown_name(session, Place(NAMES, 1, typed.index(name) + 1), name)


def _unknown_name(session: Session, place: Place, name: str) -> Problem:
    codes = find_state(name)
    if codes:
        message = f'"{name}" may be any of several States'
        return Problem(place, message, f"type one of: {', '.join(codes)}")
    near = nearest(name, (*PODIUM, *session.names.organizations))
    names = (*nearest_states(name), *((near,) if near else ()))
    hint = f"the nearest: {', '.join(names)}" if names else "type its code, such as DZA"
    return Problem(place, f'"{name}" is no State or organization known here', hint)
