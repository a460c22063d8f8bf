"""What the floor says should be changed, as the fields of an amendment.

`s/should/may/` and the like are read here. Whether a change can be made is not known
here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from reportkit.edition.pointing import Known, Target, point
from reportkit.model.completion import stem_of
from reportkit.model.kinds import ID
from reportkit.model.minting import mint
from reportkit.problems import Place, Problem, nearest
from reportkit.revise.entries import entries_of
from reportkit.revise.quotation import occurrences
from reportkit.source.editing import plain
from reportkit.source.emission import Inline, Prose
from reportkit.source.yaml_reader import read_yaml

# The arguments of the command, which are where a mistake is shown.
TARGET, CHANGE, AS = "TARGET", "CHANGE", "--as"
SUBSTITUTION = re.compile(r"s(?P<sign>[^\w\s\\])(?P<rest>.*)", re.S)
FOLDED = re.compile(r"[ \t\r\n]+")
# Longer texts are written as blocks.
LINE = 60
HOW = "s/old words/new words/"
Fields = dict[str, Any]


class Change(NamedTuple):
    """What should become of a target; `words` are as typed, `made` a new id."""

    target: Target
    words: tuple[str, ...]
    known: Known
    made: str = ""

    @property
    def text(self) -> str:
        return folded(" ".join(self.words))


class Row(NamedTuple):
    """How a word of the floor is read, what follows it, and if it makes a passage."""

    read: Callable[[Change], Fields | Problem]
    follows: str = ""
    makes: bool = False


def read_change(change: Change) -> Fields | Problem:
    """The fields of an amendment that say what it changes, or what is wrong."""
    if change.target.fact:
        return _correct(change)
    if SUBSTITUTION.match(change.text):
        return _no_new_id(change) or _substitute(change)
    first, *rest = " ".join(change.words[:1]).split(None, 1) or [""]
    row = CHANGES.get(first.casefold())
    if row is None:
        return _unknown(first)
    if change.target.throughout:
        message = f"only words can be changed throughout `{change.target.throughout}`"
        return Problem(Place(CHANGE), message, HOW)
    own = change._replace(words=(*rest, *change.words[1:]))
    if bool(own.text) != bool(row.follows):
        more = "something" if row.follows else "nothing"
        message = f"`{first}` is to be followed by {more}"
        return Problem(Place(CHANGE), message, f"write {first} {row.follows}".strip())
    return (None if row.makes else _no_new_id(change)) or row.read(own)


def _unknown(word: str) -> Problem:
    near = nearest(word, tuple(CHANGES))
    forms = (f"{name} {row.follows}".strip() for name, row in CHANGES.items())
    hint = f"did you mean `{near}`?" if near else f"known: {', '.join((HOW, *forms))}"
    return Problem(Place(CHANGE), f'"{word}" is no change', hint)


def _no_new_id(change: Change) -> Problem | None:
    if not change.made:
        return None
    return Problem(Place(AS), "this change makes no new passage", "leave out --as")


def folded(text: str) -> str:
    """A text on one line; a no-break space is the author's and stays."""
    return FOLDED.sub(" ", text).strip(" ")


def written(text: str) -> str:
    """A text as it is put into a file: on one line, or as a block."""
    return Prose(text) if len(text) > LINE and text == text.strip(" ") else text


def _correct(change: Change) -> Fields | Problem:
    """A fact; in brackets or braces it is a list, or keys and values."""
    value: Any = change.text
    if not value:
        return Problem(Place(CHANGE), "the right fact is missing", "type it last")
    if value.startswith(("[", "{")):
        top, problems = read_yaml(f"new: {value}".encode(), CHANGE)
        if top is None or problems:
            return Problem(Place(CHANGE), f'"{value}" is no list', "write [a, b]")
        (value,) = plain(top).values()
        value = Inline(value) if isinstance(value, dict) else value
    return {"action": "correct", "fact": change.target.fact, "new": value}


def _substitute(change: Change) -> Fields | Problem:
    """Quoted words in place of others; `g` for wherever they stand."""
    parts = _parts(change.text)
    if isinstance(parts, Problem):
        return parts
    old, new, flag = parts
    where = change.target.throughout or (change.target.passage if flag else "")
    key = "throughout" if where else "passage"
    name = where or change.target.passage
    # Quoted words are looked up without the spaces around them.
    new = new.lstrip() if old[0] == " " else new
    new = new.rstrip() if old[-1] == " " else new
    texts = {"old": written(old.strip()), "new": written(new)}
    return {"action": "replace", key: name, **texts}


def _parts(text: str) -> tuple[str, str, str] | Problem:
    """Old words, new words and flag of s/old/new/g, whatever sign parts them."""
    found = SUBSTITUTION.fullmatch(text)
    sign, rest = (found["sign"], found["rest"]) if found else ("/", "")
    escaped = re.escape(sign)
    parts = re.split(rf"(?<!\\){escaped}", rest)
    old, new, flag = (each.replace(f"\\{sign}", sign) for each in (*parts, "", "")[:3])
    place = Place(CHANGE)
    if len(parts) < 3:
        return Problem(place, f"a {sign} is missing at the end", f"write {HOW}")
    if not old.strip():
        return Problem(place, "no words are quoted", f"write {HOW}")
    if len(parts) > 3 or flag.strip() not in ("", "g"):
        message = f"there is more after the third {sign}"
        hint = rf"within words write \{sign}, or use another sign: s|old|new|"
        return Problem(place, message, hint)
    return old, new, flag.strip()


def _replace(change: Change) -> Fields | Problem:
    words = written(change.text)
    return {"action": "replace", "passage": change.target.passage, "new": words}


def _insert(side: str, change: Change) -> Fields | Problem:
    made = _new_id(change, change.text)
    if isinstance(made, Problem):
        return made
    neighbour = {side: change.target.passage}
    return {"action": "insert", "as": made, **neighbour, "new": written(change.text)}


def _delete(change: Change) -> Fields | Problem:
    return {"action": "delete", "passage": change.target.passage}


def _move(side: str, change: Change) -> Fields | Problem:
    other = _other(change, change.text)
    if isinstance(other, Problem):
        return other
    return {"action": "move", "passage": change.target.passage, side: other}


def _merge(change: Change) -> Fields | Problem:
    first, *rest = change.words
    other = _other(change, first)
    if isinstance(other, Problem):
        return other
    text = change._replace(words=tuple(rest)).text
    new = {"new": written(text)} if text else {}
    return {"action": "merge", "passage": change.target.passage, "with": other, **new}


def _other(change: Change, typed: str) -> str | Problem:
    """The other passage that a change names."""
    found = point(typed, change.known, CHANGE)
    if isinstance(found, Problem) or found.passage:
        return found if isinstance(found, Problem) else found.passage
    return Problem(Place(CHANGE), f'"{typed}" is no passage', "such as add1:1(b)")


def _split(change: Change) -> Fields | Problem:
    """The second passage's id comes from its own first words."""
    passage, old = change.target.passage, change.text
    text = str(change.known.draft.texts[_original(change)].get(passage, ""))
    found = occurrences(text, old)
    made = _new_id(change, text[found[0][0] :] if found else old)
    if isinstance(made, Problem):
        return made
    return {"action": "split", "passage": passage, "old": written(old), "as": made}


def _original(change: Change) -> str:
    return str(change.known.session.facts.written_in)


def _new_id(change: Change, text: str) -> str | Problem:
    """The id that was asked for, or the one that `check --fix` would give."""
    taken = change.known.taken
    if change.made and not ID.fullmatch(change.made):
        hint = "lower-case letters, digits and hyphens, a letter first"
        return Problem(Place(AS), f'"{change.made}" is no id', hint)
    if change.made in taken:
        message = f"`{change.made}` is the id of another passage"
        return Problem(Place(AS), message, "leave out --as, and one is made")
    return change.made or mint(_stem(change.known, change.target.passage), text, taken)


def _stem(known: Known, id: str) -> str:
    """What ids begin with beside a passage, also beside one that is not yet there."""
    id = known.anchor(id)
    for manuscript in known.session.manuscripts:
        if any(entry.id == id for entry in entries_of((manuscript,))):
            return stem_of(manuscript)
    return "passage"


CHANGES: dict[str, Row] = {
    "replace": Row(_replace, "TEXT"),
    "insert": Row(partial(_insert, "after"), "TEXT", makes=True),
    "insert-before": Row(partial(_insert, "before"), "TEXT", makes=True),
    "delete": Row(_delete),
    "after": Row(partial(_move, "after"), "TARGET"),
    "before": Row(partial(_move, "before"), "TARGET"),
    "merge": Row(_merge, "TARGET [TEXT]"),
    "split": Row(_split, "WORDS", makes=True),
}
