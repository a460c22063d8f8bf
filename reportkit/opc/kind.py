"""What kind of file the bytes are, and what to tell someone who sent the wrong one."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportkit.opc.archive import END, LOCAL, is_truncated, open_archive
from reportkit.opc.limits import LIMITS, Limits, Refusal
from reportkit.opc.package import MAIN_TYPES, Package
from reportkit.opc.parts import Meter

_SAVE = "open it in Word and save it as .docx"


class Kind(NamedTuple):
    """A kind of file: its short name, the line about it, what to do.

    A `readable` one is a Word package; its line is then a warning, if it has one.
    """

    name: str
    told: str = ""
    hint: str = ""
    readable: bool = False


DOCX = Kind("docx", readable=True)
STRICT = Kind("strict", readable=True)
MACRO = Kind(
    "macro",
    "this Word file has macros; its text is read, the macros are not",
    "save it as .docx in Word",
    readable=True,
)
TEMPLATE = Kind(
    "template",
    "this is a Word template; its text is read",
    "save it as .docx in Word",
    readable=True,
)
ENCRYPTED = Kind(
    "encrypted",
    "this file is password-protected",
    "open it in Word, remove the password (File, Info, Protect) and save it",
)
DOC = Kind("doc", "this is a Word file of the old kind (.doc)", _SAVE)
OLE = Kind("ole", "this is an old Office file, but not of Word", _SAVE)
RTF = Kind("rtf", "this is a rich text file (.rtf)", _SAVE)
ODT = Kind("odt", "this is an OpenDocument file (.odt)", _SAVE)
PDF = Kind("pdf", "this is a PDF", "ask for the Word file, or open it in Word")
HTML = Kind("html", "this is a web page", _SAVE)
FLAT = Kind("flat-xml", "this is Word XML in one piece, without a zip", _SAVE)
MAIL = Kind("mail", "this is a mail or a web archive", "save the attachment as a file")
IMAGE = Kind("image", "this is an image", "ask for the Word file")
EMPTY = Kind("empty", "this file is empty", "fetch it again")
POINTER = Kind(
    "lfs-pointer",
    "this is a placeholder of Git LFS, not the file itself",
    "run `git lfs pull` in its repository",
)
TRUNCATED = Kind(
    "truncated", "this file is cut short: the end of its zip is gone", "fetch it again"
)
DAMAGED = Kind("zip", "the zip of this file is damaged", "fetch it again")
OTHER_ZIP = Kind(
    "other-zip", "this is a zip, but no Word file", "unpack it, or name the file inside"
)
UNKNOWN = Kind("unknown", "this is no Word file", "save it as .docx in Word")

_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The names of streams, as the directory of an OLE file has them.
_PACKAGE, _WORD = (
    "EncryptedPackage".encode("utf-16-le"),
    "WordDocument".encode("utf-16-le"),
)
_HEAD = 4096
# What the head of a file that is no zip begins with, behind marks and spaces.
_SIGNS: tuple[tuple[bytes, Kind], ...] = (
    (rb"\{\\rtf", RTF),
    (rb"(?s).{0,1020}%PDF-\d", PDF),
    (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*", IMAGE),
    (rb"(?s)BM.{4}\x00{4}|RIFF.{4}WEBP|.{4}ftyp(?:heic|avif|mif1)", IMAGE),
    (rb"version https://git-lfs", POINTER),
    (rb"(?i)(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)?(<!doctype html|<html)", HTML),
    (rb"(?s)<\?xml.{0,2000}<(pkg:package|w:wordDocument)", FLAT),
    (rb"(?i)(MIME-Version|Received|From|Content-Type):? ", MAIL),
)
_BEFORE = b"\xef\xbb\xbf \t\r\n"

_KINDS_OF_MAIN = dict(zip(MAIN_TYPES, (DOCX, MACRO, TEMPLATE, TEMPLATE), strict=True))
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


def kind_of(data: bytes, limits: Limits = LIMITS) -> Kind:
    """The kind of a file, whatever its name says."""
    if not data:
        return EMPTY
    if data.startswith(_OLE_MARK):
        return _kind_of_ole(data)
    if data.startswith((LOCAL, END)):
        return _kind_of_zip(data, limits)
    head = data[:_HEAD].lstrip(_BEFORE)
    return next((kind for sign, kind in _SIGNS if re.match(sign, head)), UNKNOWN)


def kind_of_package(package: Package) -> Kind:
    """The kind of a zip by what it holds; `Refusal` where that cannot be read."""
    mimetype = package.archive.find("mimetype")
    if mimetype and package.archive.read(mimetype).startswith(_OPEN_DOCUMENT):
        return ODT
    if not package.main:
        return OTHER_ZIP
    kind = _KINDS_OF_MAIN[package.main_type]
    return STRICT if kind is DOCX and package.is_strict else kind


def _kind_of_ole(data: bytes) -> Kind:
    if _PACKAGE in data:
        return ENCRYPTED
    return DOC if _WORD in data else OLE


def _kind_of_zip(data: bytes, limits: Limits) -> Kind:
    if is_truncated(data):
        return TRUNCATED
    try:
        return kind_of_package(Package(open_archive(data, limits), Meter(limits)))
    except Refusal:
        return DAMAGED
