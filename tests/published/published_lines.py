"""Lines of published reports beside what they should be, for tests."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reportkit.model.marks import pieces_of
from reportkit.problems import Problem
from reportkit.published.extracted import read_extracted
from reportkit.published.lines import MASTHEAD, Line, Published
from reportkit.published.text_marked import plain
from tests.sessions_in_text import words_of

FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
KINDS = {"points": "point", "dashes": "dash", "agenda": "agenda"}


class Seen(NamedTuple):
    """A line as two readings are compared: notes are called as `[1]`."""

    kind: str
    label: str
    level: int
    text: str


def read(text: str, code: str = "en") -> tuple[Published, tuple[Problem, ...]]:
    """What is read out of a text."""
    return read_extracted(text, "report.txt", words_of(code))


def lines_of(text: str, code: str = "en") -> tuple[Line, ...]:
    """The lines of a text; every character of it must be accounted for."""
    published, _ = read(text, code)
    assert counted(published) == published.size
    return published.lines


def kinds_of(text: str, code: str = "en") -> list[tuple[str, str, str]]:
    """The lines of a text, each as its kind, its label and its text."""
    return [(line.kind, line.label, line.text) for line in lines_of(text, code)]


def count(text: str) -> int:
    """The characters of a text that are no white space."""
    return sum(map(len, text.split()))


def counted(published: Published) -> int:
    """The characters of all lines and of all that is left out."""
    return sum(map(_in_line, published.lines)) + sum(
        count(left.text) for left in published.left
    )


def _in_line(line: Line) -> int:
    # The label of a part of the masthead names it, and stands in no file.
    named = line.kind in ("masthead", "body")
    texts = ("" if named else line.label, plain(line.text), *map(plain, line.cells))
    return sum(map(count, texts))


def folded(text: str) -> str:
    """A text with quotation marks and white space folded."""
    return " ".join(text.translate(FOLDED).split())


def seen(published: Published, code: str = "en") -> list[Seen]:
    """The lines as they are compared; the masthead's in the order of its parts."""
    lines = [
        Seen(line.kind, line.label, line.level, _text(line, code))
        for line in published.lines
    ]
    return _in_order(lines)


def _text(line: Line, code: str) -> str:
    if line.cells:
        return squeezed(" | ".join(map(plain, line.cells)), code)
    said = (
        f"[{piece.argument}]" if piece.kind == "note" else piece.text
        for piece in pieces_of(line.text)
    )
    return squeezed("".join(said), code)


def squeezed(text: str, code: str) -> str:
    """A folded text; in Chinese spaces mean nothing, and a PDF has others."""
    return folded(text).replace(" ", "") if code == "zh" else folded(text)


def _in_order(lines: Iterable[Seen]) -> list[Seen]:
    every = list(lines)
    masthead = sorted(each for each in every if each.kind == MASTHEAD)
    return masthead + [each for each in every if each.kind != MASTHEAD]


def expected(tree: dict[str, Any], code: str = "en") -> list[Seen]:
    """The lines of a document of ours, out of its tree as `-f json` writes it."""
    lines = (*_front(tree), *_body(tree), *_notes(tree))
    return _in_order(each._replace(text=squeezed(each.text, code)) for each in lines)


def _front(tree: dict[str, Any]) -> Iterator[Seen]:
    masthead = tree["masthead"]
    for part in ("organization", "organ", "distribution", "date", "language"):
        if masthead.get(part):
            yield Seen("masthead", part, 0, masthead[part])
    yield Seen("masthead", "original", 0, masthead["original"])
    for symbol in masthead["symbols"]:
        yield Seen("masthead", "symbol", 0, symbol)
    for corner in tree["corner"]:
        yield Seen("body", "", 0, _content(corner["body"]))
        yield Seen("where", "", 0, _content(corner["place_and_dates"]))
    for kind in ("title", "subtitle"):
        if tree.get(kind):
            yield Seen(kind, "", 0, _content(tree[kind]))


def _body(tree: dict[str, Any]) -> Iterator[Seen]:
    for block in tree["blocks"]:
        label = block.get("label", "")
        if block["type"] == "heading":
            text = _content([*block["content"], *block.get("note", ())])
            yield Seen("heading", label, block["level"], text)
        elif block["type"] == "paragraph":
            kind = "quotation" if block.get("quotation") else "paragraph"
            yield Seen(kind, label, 0, _content(block["content"]))
        elif block["type"] == "listing":
            yield from _items(block["kind"], block["items"], 1)
        else:
            yield from _table(block)


def _items(listing: str, items: list[dict[str, Any]], level: int) -> Iterator[Seen]:
    for item in items:
        text = _content(item["content"])
        yield Seen(KINDS[listing], item.get("label", ""), level, text)
        yield from _items(listing, item.get("items", []), level + 1)


def _table(table: dict[str, Any]) -> Iterator[Seen]:
    if table.get("caption"):
        yield Seen("paragraph", "", 0, _content(table["caption"]))
    for number, row in enumerate((table["header"], *table["rows"])):
        cells = " | ".join(_content(cell["content"]) for cell in row)
        yield Seen("row", "", 1 if number == 0 else 2, cells)


def _notes(tree: dict[str, Any]) -> Iterator[Seen]:
    for note in tree.get("notes", ()):
        yield Seen("note", note["label"], 0, _content(note["content"]))


def _content(content: list[dict[str, Any]]) -> str:
    return "".join(each.get("text") or f"[{each['label']}]" for each in content)


def tree_of(path: Path) -> dict[str, Any]:
    """The tree of a document that was built as JSON."""
    tree: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return tree


def layout_of(document: Path, folder: Path) -> str:
    """A document printed by LibreOffice, and read by `pdftotext -layout`."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("LibreOffice and pdftotext are needed")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf"]
    command = [*convert, "--outdir", str(folder), str(document)]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    pdf = folder / f"{document.stem}.pdf"
    printed = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True
    )
    return printed.stdout.decode()


def letters(text: str) -> str:
    """The letters of a text in order of the alphabet: what no order can spoil."""
    return "".join(sorted(re.sub(r"[\u064b-\u0652\W_]", "", text)))
