"""The formats, a row each, and the one function that loads their writers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from reportkit.by_name import load
from reportkit.document.nodes import Document
from reportkit.problems import Problem

Write = Callable[[Document, Mapping[str, bytes]], bytes]
Check = Callable[[Mapping[str, bytes], Mapping[str, str]], tuple[Problem, ...]]


class Format(NamedTuple):
    """A format: its name and extension, its writer, its folder of templates."""

    name: str
    module: str
    writer: str
    templates: str = ""
    checker: tuple[str, str] = ("", "")


FORMATS = {
    row.name: row
    for row in (
        Format(
            "docx",
            "reportkit.write.docx",
            "write_docx",
            "word",
            ("reportkit.write.word_templates", "check_parts"),
        ),
        Format("html", "reportkit.write.html", "write_html", "html"),
        Format("txt", "reportkit.write.txt", "write_txt"),
        Format("json", "reportkit.write.json", "write_json"),
    )
}
# Formats that are printed from what a writer made, all files in one call.
PRINTED = {"pdf": "docx"}
KNOWN_FORMATS = (*FORMATS, *PRINTED)
DEFAULT_FORMATS = ("docx", "html")


def load_writer(row: Format) -> Write:
    """The function that writes a format; its module is imported now, not before."""
    writer: Write = load(row.module, row.writer)
    return writer


def load_checker(row: Format) -> Check | None:
    """The function that finds mistakes in a format's templates, if it has one."""
    module, name = row.checker
    if not module:
        return None
    checker: Check = load(module, name)
    return checker
