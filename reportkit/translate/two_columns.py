"""A Word table with two columns: for translators who have only Word.

A bundle goes out as a table that shows each source beside its translation; the
table that comes back is read row by row. A row is known by its controls, by the
line above it, or by its source; one that is not is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.opc.limits import Refusal
from reportkit.problems import Place, Problem, warning
from reportkit.translate.placeholders import seal_of
from reportkit.translate.units import DRAFT, Bundle, Return, Returned, Unit
from reportkit.translate.word_package import package_of
from reportkit.translate.word_return import open_returned
from reportkit.translate.word_rows import Row, is_head
from reportkit.translate.word_table import key_of
from reportkit.translate.word_typed import Typed, joined, marked, typed_of

ID = re.compile(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?")

_COPY = "copy its translation by hand into the file as it was sent"
# By what a row is known, in messages.
_OTHER, _SOURCE, _LINE = "its other control", "its source", "the line above it"
_BARE = "this file has lost its controls; its rows are known by their sources"
_MEMORY = "this file needs more memory than there is"


class Known(NamedTuple):
    """A row with its unit: the id, by what it is known where a control is gone.

    The id is empty where nothing is left to know it by; `unit` is as it was sent,
    where the file still tells.
    """

    row: Row
    id: str
    by: str = ""
    unit: Unit | None = None


def export_docx(bundle: Bundle) -> bytes:
    """The two-column Word file of a bundle."""
    return package_of(bundle)


def read_docx(data: bytes, path: str) -> tuple[Return | None, tuple[Problem, ...]]:
    """The units of a two-column file that came back, and what is wrong with it.

    A unit's line is its row in the table. Untouched translations have the state
    that they were sent with, stale ones none; what was changed is a draft.
    """
    try:
        file = open_returned(data)
    except Refusal as refusal:
        place, rule = Place(path), refusal.rule
        return None, (Problem(place, refusal.message, refusal.hint, rule=rule),)
    except MemoryError:
        return None, (Problem(Place(path), _MEMORY, rule="limit-memory"),)
    told = file.properties
    languages = told.get("source-language", ""), told.get("target-language", "")
    index = _index_of(file.sent)
    found = (_known(row, index) for row in file.rows if not is_head(row, languages))
    known = [each for each in found if not _is_context(each)]
    units = tuple(_once(_returned(each) for each in known if each.id))
    problems = (*_remarks(known, path), *_missing(known, index, path))
    session = told.get("session", "")
    return Return(session, *languages, units), tuple(sorted(set(problems)))


class Index(NamedTuple):
    """The units as they were sent: by id, by what tags tell, by the source's words."""

    by_id: Mapping[str, Unit]
    by_key: Mapping[str, str]
    by_words: Mapping[str, tuple[Unit, ...]]


def _index_of(sent: tuple[Unit, ...]) -> Index:
    sources: dict[str, tuple[Unit, ...]] = {}
    for unit in sent:
        words = _words(typed_of(unit.source))
        sources[words] = (*sources.get(words, ()), unit)
    return Index(
        {unit.id: unit for unit in sent},
        {key_of(unit.id): unit.id for unit in sent},
        sources,
    )


def _words(typed: Iterable[Typed]) -> str:
    """The words alone: what is pasted may have lost its looks."""
    return " ".join("".join(each.text for each in typed).split())


def _known(row: Row, index: Index) -> Known:
    """The row with its unit, known by the best that is left of it."""
    key = row.source_key or row.target_key
    if key:
        place = row.place_key if key_of(row.place_key) == key else key
        id = index.by_key.get(key, place)
        whole = row.source_key and row.target_key
        return Known(row, id, "" if whole else _OTHER, index.by_id.get(id))
    alike = index.by_words.get(_words(row.source), ())
    unit = _chosen(alike, row.place_key)
    if unit:
        return Known(row, unit.id, _SOURCE, unit)
    id = row.place_key if _is_id(row.place_key, index) else ""
    return Known(row, id, _LINE, index.by_id.get(id))


def _chosen(alike: tuple[Unit, ...], place: str) -> Unit | None:
    """Of units with the same words the one of the line above; context has none."""
    named = [each for each in alike if each.id == place]
    context = [each for each in alike if each.locked] if not place else []
    alone = alike if len(alike) == 1 else ()
    return next(iter((*named, *alone, *context)), None)


def _is_id(word: str, index: Index) -> bool:
    return word in index.by_id if index.by_id else bool(ID.fullmatch(word))


def _is_context(known: Known) -> bool:
    row, unit = known.row, known.unit
    empty = not (row.source or row.target)
    return row.locked or (unit is not None and unit.locked) or empty


def _returned(known: Known) -> Returned:
    row, unit = known.row, known.unit
    source = unit.source if unit else marked(row.source).text
    sent = seal_of(unit.target) if unit else ""
    if unit and _is_untouched(known):
        state = "" if unit.grade else unit.state
        return Returned(known.id, source, unit.target, state, row.line, sent)
    target = marked(row.target).text.strip("\n")
    target = target if target.strip() else ""
    state = DRAFT if target else ""
    return Returned(known.id, source, target, state, row.line, sent)


def _is_untouched(known: Known) -> bool:
    unit = known.unit
    return unit is not None and known.row.target == joined(typed_of(unit.target))


def _once(units: Iterable[Returned]) -> Iterator[Returned]:
    """The units, of rows that were pasted only those that say something more."""
    targets: dict[str, list[str]] = {}
    given = tuple(units)
    for unit in given:
        targets.setdefault(unit.id, []).append(unit.target)
    for unit in given:
        said = targets[unit.id]
        if unit.target or not any(said):
            if unit.target in said:
                yield unit
            targets[unit.id] = [each for each in said if each != unit.target]


def _remarks(known: Iterable[Known], path: str) -> Iterator[Problem]:
    """What is told about rows, each at its own."""
    rows = tuple(known)
    bare = bool(rows) and not any(_has_tags(each.row) for each in rows)
    if bare:
        yield warning(Place(path), _BARE, "newer programs keep them")
    first: dict[str, Returned] = {}
    for each in rows:
        place = Place(path, each.row.line)
        for message, hint in _faults(each, bare):
            yield warning(place, message, hint)
        if not each.id:
            continue
        unit = _returned(each)
        other = first.setdefault(each.id, unit)
        if other.target and unit.target and other.target != unit.target:
            message = f"`{each.id}` is here again with another translation"
            yield warning(place, message, f"the first is in row {other.line}")


def _has_tags(row: Row) -> bool:
    return bool(row.source_key or row.target_key)


def _faults(known: Known, bare: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with a row, each as a message and a hint.

    In a `bare` file a row is sure enough if its source is what was sent.
    """
    row, unit = known.row, known.unit
    changed = unit is not None and row.source != joined(typed_of(unit.source))
    if not known.id:
        yield "this row is of no passage: its controls are gone", _COPY
    elif known.by and (not bare or unit is None or changed):
        message = f"a control of this row is gone; by {known.by} it is `{known.id}`"
        yield message, "look at this translation"
    elif row.source_key != row.target_key:
        message = f"the translation's control is of another row; taken for `{known.id}`"
        yield message, "look at this translation"
    if changed and row.source:
        yield "the source was changed in the file; what was sent is taken", ""
    if row.notes:
        yield "a footnote in the translation is left out", "footnotes are passages"
    if row.tables:
        yield "a table in the translation is read as its words", ""
    if not _is_untouched(known) and not marked(row.target).complete:
        message = "italics or raised letters inside words are left out"
        yield message, "italics hold whole words, raised letters no blanks"


def _missing(known: Iterable[Known], index: Index, path: str) -> Iterator[Problem]:
    there = {each.id for each in known}
    for unit in index.by_id.values():
        if not unit.locked and unit.id not in there:
            number = f" ({unit.number})" if unit.number else ""
            message = f"`{unit.id}`{number} is not in the table any more"
            yield warning(Place(path), message, "its translation stays as it is")
