"""The snapshot of an issued document: a file that holds the finished document.

People read it, and nothing of the document is lost. It is written elsewhere, so
that a build that only reads snapshots need not load what writes YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from reportkit.document.nodes import (
    Block,
    Cell,
    Corner,
    Document,
    Heading,
    Item,
    JobLine,
    Listing,
    Masthead,
    Note,
    Paragraph,
    Setting,
    Table,
)
from reportkit.problems import Problem
from reportkit.revise.records import (
    BLOCK_OF_TEXT,
    LINE_OF_TEXT,
    NUMBER,
    PAIRS,
    WORDS,
    YES,
    Kept,
    Key,
    Reading,
    Tree,
    listed,
    on_one_line,
    read_keys,
    record,
)
from reportkit.source import values
from reportkit.source.values import Text, Value
from reportkit.source.yaml_reader import read_yaml


class Frozen(NamedTuple):
    """An issued document and what made it.

    `made_with` is the version of reportkit; `templates` and `output` are digests
    of the templates and of the Word file.
    """

    document: Document
    made_with: str
    templates: str
    output: str


def read_snapshot(data: bytes, path: str) -> tuple[Frozen | None, tuple[Problem, ...]]:
    """The document that a snapshot holds, and everything wrong with the file."""
    top, problems = read_yaml(data, path)
    if top is None or problems:
        return None, problems
    reading = Reading(_labels(top), [])
    frozen: Frozen = read_keys(_frozen, FILE, top, reading)
    return (None if reading.problems else frozen), tuple(reading.problems)


def passage_ids(data: bytes, path: str) -> frozenset[str]:
    """The ids of all passages in a snapshot; none where it cannot be read."""
    top, _ = read_yaml(data, path)
    parts = (top.get(Text(part)) for part in ("text", "notes")) if top else ()
    return frozenset(id for part in parts for id in _ids(part) if id)


def _ids(value: Value | None) -> Iterator[str]:
    if isinstance(value, values.Mapping):
        yield from (str(each) for key, each in value.items() if key in NAMING)
        yield from (id for each in value.values() for id in _ids(each))
    elif isinstance(value, values.Sequence):
        yield from (id for each in value for id in _ids(each))


def _labels(top: values.Mapping) -> Mapping[str, str]:
    """The labels of the footnotes by id; what is wrong with one is said later."""
    notes = top.get(Text("notes"))
    known = notes if isinstance(notes, values.Sequence) else ()
    mappings = [each for each in known if isinstance(each, values.Mapping)]
    id, label = Text("id"), Text("label")
    return {str(each.get(id, "")): str(each.get(label, "")) for each in mappings}


def _frozen(made_with: str, templates: str, output: str, **document: Any) -> Frozen:
    return Frozen(Document(**document), made_with, templates, output)


def _write_blocks(blocks: tuple[Block, ...]) -> Tree:
    return [BLOCKS[_kind_of(block)].write(block) for block in blocks]


def _kind_of(block: Block) -> str:
    return block.kind if isinstance(block, Listing) else type(block).__name__.lower()


def _read_blocks(value: Value, reading: Reading) -> tuple[Block | None, ...]:
    made: list[Block | None] = [None]
    for each in value if isinstance(value, values.Sequence) else (value,):
        made.append(_read_block(each, reading))
        led = isinstance(made[-2], Paragraph)
        if isinstance(made[-1], Listing) and not led:
            reading.report(Problem(each.place, "these points stand under no paragraph"))
    return tuple(made[1:])


def _read_block(value: Value, reading: Reading) -> Block | None:
    given = value if isinstance(value, values.Mapping) else ()
    kind = next((kind for kind in BLOCKS if kind in given), "")
    if not kind:
        hint = f"it has one of the keys {', '.join(BLOCKS)}"
        reading.report(Problem(value.place, "this is no block of a document", hint))
        return None
    block: Block | None = BLOCKS[kind].read(value, reading)
    return block


ID = Key("id", WORDS)
LABEL = Key("label", WORDS)
TEXT = Key("text", BLOCK_OF_TEXT, "content")
LINE = Key("text", LINE_OF_TEXT, "content")
# Looked up when it is used: the points under a point are points.
BELOW = Kept(
    lambda points: POINTS.write(points),
    lambda value, reading: POINTS.read(value, reading),
    (),
)
POINTS: Kept = listed(record(Item, ID, LABEL, TEXT, Key("points", BELOW, "items")))
CELLS = listed(record(Cell, ID, LINE, Key("figure", YES), laid=on_one_line))
BLOCKS: Mapping[str, Kept] = {
    "heading": record(
        Heading,
        Key("heading", WORDS, "id", required=True),
        Key("level", NUMBER, required=True),
        LABEL,
        Key("new_page", YES),
        LINE,
        Key("note", LINE_OF_TEXT),
    ),
    "paragraph": record(
        Paragraph,
        Key("paragraph", WORDS, "id", required=True),
        LABEL,
        Key("quotation", YES),
        TEXT,
    ),
    **{
        kind: record(partial(Listing, kind), Key(kind, POINTS, "items", required=True))
        for kind in ("points", "dashes", "agenda")
    },
    "table": record(
        Table,
        Key("table", WORDS, "id", required=True),
        Key("caption", LINE_OF_TEXT),
        Key("header", CELLS),
        Key("rows", listed(CELLS)),
    ),
}
NAMING = ("heading", "paragraph", "table", "id")

# What is not words among the fields of the front; all of a setting is written, so
# that it stays what it was whatever a later version takes for granted.
FRONT = {"symbols": listed(WORDS), "line": NUMBER, "tab_step": NUMBER}
SETTING = record(
    Setting,
    *(Key(each, FRONT.get(each, WORDS), required=True) for each in Setting._fields),
    laid=on_one_line,
)
MASTHEAD = record(
    Masthead, *(Key(each, FRONT.get(each, WORDS)) for each in Masthead._fields)
)
CORNER = record(Corner, *(Key(each, LINE_OF_TEXT) for each in Corner._fields))
JOB = record(JobLine, *(Key(each, WORDS) for each in JobLine._fields))
FILE = (
    Key("document", WORDS, "id", required=True),
    Key("symbol", WORDS),
    Key("date", WORDS, required=True),
    Key("made_with", WORDS, required=True),
    Key("templates", WORDS, required=True),
    Key("output", WORDS, required=True),
    Key("properties", PAIRS),
    Key("setting", SETTING, required=True),
    Key("masthead", MASTHEAD, required=True),
    Key("corner", listed(CORNER)),
    Key("title", LINE_OF_TEXT),
    Key("subtitle", LINE_OF_TEXT),
    Key("job", JOB),
    Key("words", PAIRS),
    Key("text", Kept(_write_blocks, _read_blocks, ()), "blocks"),
    Key("notes", listed(record(Note, ID, LABEL, TEXT))),
)
