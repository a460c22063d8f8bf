"""Comments of an edited Word file, recorded in queries.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reportkit.edition.motion import written
from reportkit.edition.pointing import Known
from reportkit.edition.workspace import SessionFiles
from reportkit.intake.proposals import Asked, Sources
from reportkit.model.reading import QUERIES
from reportkit.revise.likeness import folded
from reportkit.source.editing import add, apply, plain
from reportkit.source.extents import open_source

Fields = dict[str, Any]
NEW_QUERIES = b"""\
# What is asked about the text; private. A document is not issued while a query on
# one of its passages has no answer.

queries:
"""


class Row(NamedTuple):
    """Something that was taken: its id, what it does, where, whose it is.

    `number` is that of the passage in a document, `source` its place in the sources.
    """

    id: str
    what: str
    number: str
    author: str
    paragraph: int
    told: str = ""
    source: str = ""


def source_of(passage: str, known: Known) -> str:
    """The place of a passage in the sources, `path:line`; nothing if it has none."""
    entry = known.draft.entries.get(passage)
    text = known.draft.texts[known.session.facts.written_in].get(passage)
    found = entry or text
    return f"{found.place.path}:{found.place.line}" if found is not None else ""


def is_asked(asked: Asked, sources: Sources) -> bool:
    return any(
        each.passage == asked.passage
        and each.by == asked.by
        and folded(str(each.text)) == folded(asked.text)
        for each in sources.queries
    )


def with_queries(
    asked: Sequence[Asked], files: SessionFiles, sources: Sources
) -> bytes:
    path = files.shown.get(QUERIES, QUERIES)
    source = open_source(files.files.get(QUERIES, NEW_QUERIES), path)
    first = 1 + max((_number(str(each.id)) for each in sources.queries), default=0)
    entries = [_query(f"q{first + n}", each, sources) for n, each in enumerate(asked)]
    meant = plain(source.top)
    meant["queries"] = [*(meant.get("queries") or []), *map(plain, entries)]
    return apply(source, add(source, "queries", entries), meant)


def _number(id: str) -> int:
    return int(id[1:]) if id[1:].isdecimal() else 0


def _query(id: str, asked: Asked, sources: Sources) -> Fields:
    entry: Fields = {
        "id": id,
        "passage": asked.passage,
        "quote": written(asked.quote),
        "text": written(asked.text),
        "language": sources.language if sources.is_translation else "",
        "by": asked.by,
    }
    return {key: value for key, value in entry.items() if value}


def rows_of_queries(asked: Sequence[Asked], known: Known) -> Iterator[Row]:
    first = 1 + max((_number(str(e.id)) for e in known.session.queries), default=0)
    for n, each in enumerate(asked):
        number = " ".join(known.stands(each.passage)).strip()
        what = f"asks on {each.passage}: {each.text}"
        source = source_of(each.passage, known)
        yield Row(f"q{first + n}", what, number, each.by, each.paragraph, "", source)
