"""What kind of file the bytes are, and the line that its sender gets."""

from __future__ import annotations

import pytest

from reportkit.opc.kind import kind_of
from reportkit.opc.opening import open_word
from tests.opc.word_packages import (
    TYPES,
    package,
    package_parts,
    paragraph,
    run,
    zipped,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOCX = package(paragraph(run("a")))


def typed(type: str) -> bytes:
    """A Word file whose main part says that it is of another type."""
    parts = package_parts(paragraph(run("a")))
    main = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts["[Content_Types].xml"] = TYPES.replace(main, type)
    return zipped(parts.items())


WORD, SHEET = "vnd.ms-word", "vnd.openxmlformats-officedocument.spreadsheetml"
FILES = {
    "docx": DOCX,
    "macro": typed(f"{WORD}.document.macroEnabled.main+xml"),
    "template": typed(f"{WORD}.template.macroEnabledTemplate.main+xml"),
    "encrypted": OLE + "EncryptedPackage".encode("utf-16-le"),
    "doc": OLE + "WordDocument".encode("utf-16-le"),
    "ole": OLE,
    "rtf": b"{\\rtf1\\ansi a}",
    "odt": zipped([("mimetype", "application/vnd.oasis.opendocument.text")]),
    "pdf": b"%PDF-1.7\n",
    "image": b"\x89PNG\r\n\x1a\n",
    "html": b"\xef\xbb\xbf\n<!DOCTYPE html><html>",
    "flat-xml": b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">',
    "mail": b"MIME-Version: 1.0\r\n",
    "empty": b"",
    "lfs-pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
    "truncated": DOCX[:-30],
    "other-zip": typed(f"application/{SHEET}.sheet.main+xml"),
    "unknown": b"Report of the meeting",
}
READABLE = {"docx", "macro", "template"}


@pytest.mark.parametrize("name", FILES)
def test_a_kind_is_known_by_the_bytes(name: str) -> None:
    assert kind_of(FILES[name]).name == name


@pytest.mark.parametrize("name", FILES.keys() - READABLE)
def test_what_cannot_be_read_has_a_line_and_a_hint(name: str) -> None:
    word, problems = open_word(FILES[name], "a.docx")
    assert word is None
    (problem,) = problems
    assert problem.rule == name
    assert problem.message and problem.hint


def test_no_two_kinds_have_the_same_line() -> None:
    told = [open_word(data, "a")[1] for data in FILES.values()]
    lines = [problems[0].message for problems in told if problems]
    assert len(lines) == len(FILES) - 1
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("name", ["macro", "template"])
def test_files_with_macros_and_templates_are_read_with_a_warning(name: str) -> None:
    word, problems = open_word(FILES[name], "a.docm")
    assert word and word.kind == name and word.paragraphs[0].text == "a"
    assert [(each.severity, each.rule) for each in problems] == [("warning", name)]


@pytest.mark.parametrize("length", range(4, len(DOCX) - 22, len(DOCX) // 50))
def test_a_cut_file_is_named_wherever_it_is_cut(length: int) -> None:
    assert kind_of(DOCX[:length]).name == "truncated"
