"""What the lines of a report's Word file are to be, out of its document tree."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from reportkit.document.nodes import NoteReference, Plain, Run
from reportkit.document.text import put_together
from reportkit.languages.words import Words, read_words
from reportkit.model.marks import pieces_of
from reportkit.opc.changes import ACCEPTED, paragraphs_as
from reportkit.opc.opening import open_word
from reportkit.opc.word_file import WordFile, WordParagraph
from reportkit.problems import Problem
from reportkit.published.lines import MASTHEAD, NOTE, Line, Published
from reportkit.published.word_lines import published_of
from reportkit.revise.marked_text import source_text

LISTS = {"points": "point", "dashes": "dash", "agenda": "agenda"}
ROOT = Path(__file__).parents[2]
Row = tuple[str, str, int, str, tuple[str, ...]]
_BOOKMARKS = re.compile(rb"<w:bookmark(?:Start|End)[^>]*/>")
_PROPERTIES = re.compile(rb"<property .*?</property>", re.DOTALL)


def words_of(code: str) -> Words:
    """The words of a language."""
    path = ROOT / "templates" / code / "words.yaml"
    words, problems = read_words(code, path.read_bytes(), path.name, date(2017, 10, 13))
    assert not problems
    return words


def stripped(path: Path) -> bytes:
    """A Word file without bookmarks and properties: nothing in it is ours to know."""
    target = BytesIO()
    with ZipFile(path) as source, ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name in source.namelist():
            data = _BOOKMARKS.sub(b"", source.read(name))
            if name == "docProps/custom.xml":
                data = _PROPERTIES.sub(b"", data)
            package.writestr(name, data)
    return target.getvalue()


def opened(data: bytes, name: str = "report.docx") -> WordFile:
    """The Word file of bytes."""
    word, problems = open_word(data, name)
    assert word is not None, problems
    return word


def read(
    data: bytes, code: str, view: str = ACCEPTED
) -> tuple[Published, tuple[Problem, ...]]:
    """The report of a Word file; its count holds."""
    word = opened(data)
    published, problems = published_of(word, "report.docx", words_of(code), view)
    assert_counted(published, word, view)
    return published, problems


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """What a test compares of lines: all but their places."""
    return [(x.kind, x.label, x.level, x.text, x.cells) for x in lines]


def size_of(text: str) -> int:
    return sum(map(len, text.split()))


def printed(line: Line) -> str:
    """What a line prints; the label of a masthead's line is no part of it."""
    label = "" if line.kind == MASTHEAD else line.label
    return " ".join((label, *map(_plain, (line.text, *line.cells))))


def _plain(text: str) -> str:
    pieces = pieces_of(text)
    return "".join(p.argument if p.kind == "note" else p.text for p in pieces)


def assert_counted(published: Published, word: WordFile, view: str = ACCEPTED) -> None:
    """Every letter of the file stands in a line or is left, and no other does."""
    read = Counter("".join("".join(map(printed, published.lines)).split()))
    read += Counter("".join("".join(x.text for x in published.left).split()))
    assert sum(read.values()) == published.size
    notes = (*word.footnotes, *word.endnotes, *word.headers, *word.footers)
    stories = (word.paragraphs, *(note.paragraphs for note in notes))
    texts = [p for story in stories for p in paragraphs_as(story, view)]
    there = Counter("".join("".join(p.number + p.text for p in texts).split()))
    # Labels of notes are counted by Word and in no text; notes of words that the
    # view leaves out are in the file and gone.
    labels = "".join(line.label for line in published.lines if line.kind == NOTE)
    assert not [c for c in read - there if c not in labels]
    if not any(map(_is_changed, word.paragraphs)):
        assert not there - read


def _is_changed(paragraph: WordParagraph) -> bool:
    """Whether anything of a paragraph is there in one view alone."""
    cell = paragraph.cell and paragraph.cell.change
    return bool(paragraph.mark or cell or any(r.change for r in paragraph.runs))


def truth_of(path: Path) -> list[Row]:
    """The lines of a document as `-f json` has its tree."""
    tree = json.loads(path.read_text(encoding="utf-8"))
    notes = [(NOTE, n["label"], 0, marked(n["content"]), ()) for n in tree_notes(tree)]
    return [*_masthead(tree["masthead"]), *_front(tree), *_blocks(tree), *notes]


def tree_notes(tree: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    notes: list[Mapping[str, Any]] = tree.get("notes", [])
    return notes


def _masthead(head: Mapping[str, Any]) -> Iterator[Row]:
    parts = [("organization", head["organization"])]
    parts += [("symbol", symbol) for symbol in head["symbols"]]
    for name in ("organ", "distribution", "date", "language", "original"):
        parts += [(name, head[name])] if name in head else []
    for label, text in parts:
        yield MASTHEAD, label, 0, text, ()


def _front(tree: Mapping[str, Any]) -> Iterator[Row]:
    for corner in tree["corner"]:
        yield "body", "", 0, marked(corner["body"]), ()
        if "place_and_dates" in corner:
            yield "where", "", 0, marked(corner["place_and_dates"]), ()
    for kind in ("title", "subtitle"):
        if kind in tree:
            yield kind, "", 0, marked(tree[kind]), ()


def _blocks(tree: Mapping[str, Any]) -> Iterator[Row]:
    for block in tree["blocks"]:
        label = block.get("label", "")
        if block["type"] == "heading":
            content = [*block["content"], *block.get("note", [])]
            yield "heading", label, block["level"], marked(content), ()
        elif block["type"] == "paragraph":
            kind = "quotation" if block.get("quotation") else "paragraph"
            yield kind, label, 0, marked(block["content"]), ()
        elif block["type"] == "listing":
            yield from _items(block["items"], LISTS[block["kind"]], 1)
        else:
            yield from _table(block)


def _items(items: Iterable[Mapping[str, Any]], kind: str, level: int) -> Iterator[Row]:
    for item in items:
        label = item.get("label", "–")
        yield kind, label, level, marked(item["content"]), ()
        yield from _items(item.get("items", ()), kind, level + 1)


def _table(table: Mapping[str, Any]) -> Iterator[Row]:
    if "caption" in table:
        yield "paragraph", "", 0, marked(table["caption"]), ()
    for place, row in enumerate((table["header"], *table["rows"])):
        cells = tuple(marked(cell.get("content", ())) for cell in row)
        yield "row", "", min(place + 1, 2), "", cells


def marked(content: Iterable[Mapping[str, Any]]) -> str:
    """The inlines of a tree as a source has them, references and links as words."""
    return source_text(put_together(map(_inline, content)))


def _inline(node: Mapping[str, Any]) -> Plain:
    if node["type"] == "note-reference":
        return NoteReference(node["label"], node["label"])
    return Run(
        node["text"],
        node.get("italic", False),
        superscript=node.get("superscript", False),
    )
