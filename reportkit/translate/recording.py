"""Translations written into a language's files; every other byte stays.

What changes of an entry is its text, its fingerprint and its state. An entry that
is not there is made, where the source has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.model.fields import replaced
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Translation
from reportkit.model.reading import AMENDMENTS, BESIDE, TRANSLATED_FROM
from reportkit.source.editing import Edit, apply, comment_above, put_first, replace
from reportkit.source.emission import Prose, emit
from reportkit.source.extents import BLOCKS, Source, open_source
from reportkit.source.values import Mapping as Values
from reportkit.source.values import Text
from reportkit.translate.kept_sources import Desk, translated_from
from reportkit.translate.standing import Standing
from reportkit.translate.updating import with_entries

FIELDS = ("of", "state", "text")


class Change(NamedTuple):
    """What an entry is to say; empty stays as it is; `comment` goes above it."""

    text: str = ""
    of: str = ""
    state: str = ""
    comment: str = ""


def changed(desk: Desk, changes: Mapping[str, Change]) -> dict[str, bytes]:
    """The files that change, by path below the language's folder.

    Raises CannotEdit for a file whose layout does not allow it.
    """
    if not changes:
        return {}
    known = {each.key: each for each in desk.standings}
    absent = frozenset(key for key in changes if not known[key].translation)
    files = {**desk.files, **with_entries(desk, absent)}
    for path in [path for path in files if path not in BESIDE or path == AMENDMENTS]:
        source = open_source(files[path], path)
        edits = tuple(_edits(source, path, changes, known))
        if edits:
            files[path] = apply(source, edits)
    after = (_after(each, changes.get(each.key)) for each in desk.standings)
    files[TRANSLATED_FROM] = translated_from(desk, after).encode()
    return {path: data for path, data in files.items() if data != desk.files.get(path)}


def _edits(
    source: Source,
    path: str,
    changes: Mapping[str, Change],
    known: Mapping[str, Standing],
) -> Iterator[Edit]:
    """The edits of a file; a bare text becomes an entry with fields."""
    for key, change in changes.items():
        standing = known[key]
        if bool(standing.amendment) != (path == AMENDMENTS):
            continue
        found = _entry(source.top, standing)
        if found is None:
            continue
        name, value = found
        if change.comment and f"# {change.comment}\n" not in source.text:
            yield comment_above(source, name.start, change.comment)
        if not any((change.text, change.of, change.state)):
            continue
        if isinstance(value, Text):
            yield _filled(source, name, value, change)
        else:
            yield from _edited(source, value, change)


def _entry(top: Values, standing: Standing) -> tuple[Text, Text | Values] | None:
    """The key and the value of a passage's entry, if the file has it."""
    holder, wanted = top, standing.amendment or standing.id
    name = next((each for each in holder if each == wanted), None)
    if name is None:
        return None
    value = holder[name]
    below = value.get(Text("passages")) if isinstance(value, Values) else None
    if standing.amendment and isinstance(below, Values):
        name = next((each for each in below if each == standing.id), None)
        return None if name is None else (name, below[name])
    return name, value


def _filled(source: Source, name: Text, value: Text, change: Change) -> Edit:
    """An entry with fields in place of a bare text, or of nothing."""
    fields = {
        "of": change.of,
        "state": change.state,
        "text": Prose(change.text or str(value)),
    }
    given = {key: each for key, each in fields.items() if each}
    lines = _trimmed(emit({str(name): given}, name.column - 1))
    end, comment = _end_and_comment(source, name, value)
    head, _, rest = lines.partition("\n")
    return Edit(name.start, end, f"{head}{comment}\n{rest}")


def _edited(source: Source, value: Values, change: Change) -> Iterator[Edit]:
    """The edits that give the fields of an entry what they are to say."""
    for field in reversed(FIELDS):
        new = getattr(change, field)
        old = next((value[key] for key in value if key == field), None)
        if not new or (isinstance(old, Text) and str(old) == new):
            continue
        if field == "text":
            yield _put_text(source, value, new)
        elif isinstance(old, Text):
            yield replace(source, old, new)
        else:
            yield put_first(source, value, field, new)


def _put_text(source: Source, value: Values, new: str) -> Edit:
    """A translation as block text, in place of what stands there."""
    key = next((each for each in value if each == "text"), None)
    if key is None:
        end = source.end_of(value)
        lines = emit({"text": Prose(new)}, next(iter(value)).column - 1)
        return Edit(end, end, "\n" + lines.rstrip("\n"))
    old = value[key]
    if old.style in BLOCKS or source.is_flow(value):
        return replace(source, old, new)
    end, comment = _end_and_comment(source, key, old)
    lines = _trimmed(emit({"text": Prose(new)}, key.column - 1))
    head, _, rest = lines.partition("\n")
    return Edit(key.start, end, f"{head}{comment}\n{rest}" if rest else head)


def _trimmed(lines: str) -> str:
    """Emitted lines as they stand behind an indent; no-break spaces are text."""
    return lines.lstrip(" ").removesuffix("\n")


def _end_and_comment(source: Source, key: Text, value: Text) -> tuple[int, str]:
    """Where a value ends, with the comment that stands beside it."""
    end = source.end_of(value) if value else source.text.index(":", key.end) + 1
    if value.style in BLOCKS:
        header = source.text[value.start : source.line_end(value.start)]
        _, sign, told = header.partition("#")
        return end, f"  #{told}" if sign else ""
    line_end = source.line_end(end)
    beside = source.text[end:line_end].strip()
    return line_end, f"  {beside}" if beside else ""


def _after(standing: Standing, change: Change | None) -> Standing:
    """How a passage stands once a change is made."""
    if change is None:
        return standing
    translation = standing.translation or Translation()
    given = {f: Text(v) for f in FIELDS if (v := getattr(change, f))}
    new = replaced(translation, **given)
    fresh = new.of == fingerprint(standing.source)
    grade, before = ("", "") if fresh else (standing.grade, standing.before)
    return standing._replace(translation=new, grade=grade, before=before)
