"""Edits to a YAML file; everything outside an edit stays byte for byte.

An edit replaces a stretch of the file's text, found by the places that its
values keep. A file is read again after it was edited, and held against what was
meant, before anyone gets it. Nothing is written to disk here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import Any

from reportkit.problems import Place
from reportkit.source.emission import Prose, emit, emit_flow, emit_items, emit_scalar
from reportkit.source.extents import BLOCKS, NEWLINE, CannotEdit, Source, open_source
from reportkit.source.values import Mapping, Sequence, Text
from reportkit.source.yaml_reader import read_yaml

BOM = b"\xef\xbb\xbf"
COMMENT = re.compile(r"(?:\s*(?:\r\n|\r|\n))(?P<indent>[ \t]*)#[^\r\n]*")
More = list[Any] | Map[str, Any]


@dataclass(frozen=True, slots=True)
class Edit:
    """New text for a stretch of a file's text."""

    start: int
    end: int
    new: str


def append_to_list(data: bytes, path: str, key: str, entry: Any) -> bytes:
    """The file with one more entry in the list under a key at its top.

    The list begins where the key is missing or has nothing. CannotEdit where the
    file is wrong, or its layout does not allow it.
    """
    source = open_source(data, path)
    meant = plain(source.top)
    meant[key] = [*(meant.get(key) or []), plain(entry)]
    return apply(source, add(source, key, [entry]), meant)


def append_to_map(data: bytes, path: str, key: str, name: str, value: Any) -> bytes:
    """The file with one more name in the mapping under a key at its top."""
    source = open_source(data, path)
    meant = plain(source.top)
    meant[key] = {**(meant.get(key) or {}), name: plain(value)}
    return apply(source, add(source, key, {name: value}), meant)


def replace_texts(data: bytes, path: str, changes: Iterable[tuple[Text, str]]) -> bytes:
    """The file with some of its scalars saying something else.

    The texts are those that `read_yaml` gave for the same bytes.
    """
    source = open_source(data, path)
    known = tuple(changes)
    meant = plain(source.top, {text.start: new for text, new in known})
    return apply(source, (replace(source, text, new) for text, new in known), meant)


def apply(source: Source, edits: Iterable[Edit], meant: Any = None) -> bytes:
    """The bytes of the file with edits made; CannotEdit where they would not do.

    `meant` is what `plain` gives of the edited file; not held against it if None.
    """
    made, done = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        made += [source.text[done : edit.start], _ended(source, edit.new)]
        done = edit.end
    text = "".join((*made, source.text[done:]))
    data = (BOM if source.data.startswith(BOM) else b"") + text.encode()
    top, problems = read_yaml(data, source.file.path)
    if top is None or problems or (meant is not None and plain(top) != meant):
        message = "an edit of this file would change more than it should"
        raise CannotEdit(Place(source.file.path), message)
    return data


def plain(value: Any, instead: Map[int, str] | None = None) -> Any:
    """A value as plain dicts, lists and texts; `instead` has new ones by index."""
    if isinstance(value, str):
        start = value.start if isinstance(value, Text) else -1
        return (instead or {}).get(start, str(value))
    if isinstance(value, Map):
        return {str(key): plain(each, instead) for key, each in value.items()}
    return [plain(each, instead) for each in value]


def replace(source: Source, text: Text, new: str) -> Edit:
    """The edit that makes a scalar say something else, in the style it has."""
    end = source.end_of(text)
    if text.style in BLOCKS:
        return Edit(text.start, end, _block(source, text, new))
    scalar = emit_scalar(new, text.style)
    joined = text.start == end and source.text[end - 1 : end] in (":", "-")
    return Edit(text.start, end, f" {scalar}" if joined else scalar)


def _block(source: Source, text: Text, new: str) -> str:
    """Block text in place of another, at its indentation."""
    header, *content = source.text[text.start : source.end_of(text)].splitlines()
    spaces = (len(line) - len(line.lstrip()) for line in content if line.strip())
    column = max(next(spaces, text.column) - 2, 0)
    first, *rest = emit({"text": Prose(new)}, column).splitlines()
    comment = header.partition("#")
    told = f"  #{comment[2]}" if comment[1] else ""
    return "\n".join((first.partition(": ")[2] + told, *rest))


def put_first(source: Source, mapping: Mapping, key: str, text: str) -> Edit:
    """The edit that puts a key before all others of a mapping."""
    first = next(iter(mapping))
    said = f"{key}: {emit_scalar(text)}"
    gap = ", " if source.is_flow(mapping) else "\n" + " " * (first.column - 1)
    return Edit(first.start, first.start, said + gap)


def wrap(
    source: Source, text: Text, holder: Mapping | Sequence, first: str, under: str
) -> Edit:
    """The edit that makes a bare text a mapping: it goes under a key.

    `first` is what stands before it there, such as `id: intro-origin`; `holder`
    is the list or mapping in which the text stands.
    """
    end = source.end_of(text)
    raw = source.text[text.start : end]
    if source.is_flow(holder):
        return Edit(text.start, end, f"{{{first}, {under}: {raw}}}")
    start, column, lead = text.start, text.column - 1, ""
    if isinstance(holder, Mapping):
        colon = after_colon(source, holder, text)
        if not source.text[colon:start].strip(" \t"):
            start, column = colon, next(iter(holder)).column + 1
            lead = "\n" + " " * column
    shift = column - holder.place.column + 1
    pad = " " * column
    return Edit(start, end, f"{lead}{first}\n{pad}{under}: {_shifted(raw, shift)}")


def after_colon(source: Source, holder: Mapping, text: Text) -> int:
    """The index after the colon of the key that a text stands under."""
    key = next(key for key, value in holder.items() if value is text)
    return source.text.index(":", key.end) + 1


def _shifted(raw: str, columns: int) -> str:
    """The text of a scalar with its later lines set in further."""
    first, *rest = raw.splitlines(keepends=True)
    pad = " " * columns
    return first + "".join(pad + line if line.strip("\r\n") else line for line in rest)


def comment_above(source: Source, index: int, comment: str) -> Edit:
    """The edit that puts a comment on a line of its own above a line."""
    start = source.line_start(index)
    line = source.text[start : source.line_end(start)]
    pad = line[: len(line) - len(line.lstrip(" "))]
    return Edit(start, start, f"{pad}# {comment}\n")


def add(source: Source, key: str, more: More) -> tuple[Edit, ...]:
    """The edits that add to the list or the mapping under a key at the top."""
    name = next((each for each in source.top if each == key), None)
    if name is None:
        return (_at_end(source, key, more),)
    value = source.top[name]
    if isinstance(value, Text) and not value:
        return (_below(source, name, more, value.end),)
    if isinstance(value, Text) or isinstance(value, Mapping) != isinstance(more, Map):
        expected = "keys and values" if isinstance(more, Map) else "a list"
        raise CannotEdit(value.place, f"`{key}:` is not {expected}")
    return _to_filled(source, name, value, more)


def _at_end(source: Source, key: str, more: More) -> Edit:
    if source.top and source.is_flow(source.top):
        raise CannotEdit(source.top.place, "the whole file stands in braces")
    column = next(iter(source.top)).column - 1 if source.top else 0
    gap = "" if not source.text or source.text.endswith(("\n", "\r")) else "\n"
    head = " " * column + f"{key}:\n"
    end = len(source.text)
    return Edit(end, end, f"{gap}{head}{_emitted(more, column + 2)}\n")


def _below(source: Source, key: Text, more: More, index: int) -> Edit:
    """After a key without a value, and after the comments that are set in below."""
    end = source.line_end(index)
    while comment := COMMENT.match(source.text, end):
        if len(comment["indent"]) < key.column:
            break
        end = comment.end()
    return Edit(end, end, "\n" + _emitted(more, key.column + 1))


def _to_filled(
    source: Source, key: Text, value: Mapping | Sequence, more: More
) -> tuple[Edit, ...]:
    below = tuple(value.values()) if isinstance(value, Mapping) else value
    if below and source.is_flow(value):
        end = source.end_of(below[-1])
        return (Edit(end, end, f", {emit_flow(more)[1:-1]}"),)
    if below:
        end = source.line_end(source.end_of(value))
        return (Edit(end, end, "\n" + _emitted(more, value.place.column - 1)),)
    start, end = source.index(value.place), source.end_of(value)
    before = source.text[:start]
    space = len(before) - len(before.rstrip(" "))
    return Edit(start - space, end, ""), _below(source, key, more, end)


def _emitted(more: More, column: int) -> str:
    lines = emit(more, column) if isinstance(more, Map) else emit_items(more, column)
    return lines.removesuffix("\n")


def _ended(source: Source, new: str) -> str:
    """New text with the line ends that the file has."""
    ends = Counter(NEWLINE.findall(source.text)).most_common(1)
    return NEWLINE.sub(ends[0][0] if ends else "\n", new)
