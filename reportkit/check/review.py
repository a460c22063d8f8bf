"""What no native reader has seen: set sentences, fixed words, forms of names.

A translator who has read a sentence puts its key into `reviewed:` of the file it
stands in; a whole file that nobody has read says `reviewed: no` at its top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportkit.assemble.wording import Wording
from reportkit.problems import Place, Problem, warning
from reportkit.source.values import Mapping as Table
from reportkit.source.values import Text

REVIEWED = Text("reviewed")
RULE = "review"
# The forms of the names of States, as a list of what was read calls them.
STATES = "states"
STATE_NAMES = "reportkit/languages/state_names"


def unreviewed(wordings: Mapping[str, Wording]) -> tuple[Problem, ...]:
    """A warning for every set sentence, file and table of forms that nobody has read.

    These are no findings on a session: `check --review` and `issue` list them.
    """
    found = (problem for each in wordings.values() for problem in _of(each))
    return tuple(problem._replace(rule=RULE) for problem in found)


def _of(wording: Wording) -> Iterator[Problem]:
    words, sentences = wording.words, wording.sentences
    if _is_unread(words.table):
        yield _unread_file(words.table, words.path)
    if _is_unread(sentences.table):
        yield _unread_file(sentences.table, sentences.path)
    else:
        yield from _unread_sentences(sentences.table, sentences.path)
    yield from _unread_states(wording)


def _is_unread(table: Table) -> bool:
    return isinstance(table.get(REVIEWED), Text) and table[REVIEWED] == "no"


def _unread_file(table: Table, path: str) -> Problem:
    place = table[REVIEWED].place if hasattr(table[REVIEWED], "file") else Place(path)
    message = "no native reader has seen this file"
    return warning(place, message, "take `reviewed: no` away when one has")


def _unread_sentences(table: Table, path: str) -> Iterator[Problem]:
    """The sentences of a file whose keys its list of reviewed ones lacks."""
    read = _read(table)
    for group, texts in table.items():
        for key, text in texts.items() if isinstance(texts, Table) else ():
            if isinstance(text, Text) and not read & {str(key), f"{group}.{key}"}:
                message = f"no native reader has seen `{group}.{key}`"
                yield warning(key.place, message, f"add it to `reviewed:` in {path}")


def _unread_states(wording: Wording) -> Iterator[Problem]:
    """The cases of the names of States, where a language's table has such forms."""
    cases = next((name.cases for name in wording.states.values() if name.cases), ())
    if cases and STATES not in _read(wording.sentences.table):
        forms = ", ".join(name for name, _ in cases)
        message = f"no native reader has seen these forms of names of States: {forms}"
        hint = f"add `{STATES}` to `reviewed:` in {wording.sentences.path}"
        yield warning(Place(f"{STATE_NAMES}/{wording.code}.csv"), message, hint)


def _read(table: Table) -> set[str]:
    """The keys that a native reader has seen, alone or with their group."""
    listed = table.get(REVIEWED)
    return set(map(str, listed)) if isinstance(listed, tuple) else set()
