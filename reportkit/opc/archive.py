"""The zip of a Word file: its entries looked at before any of them is inflated.

Bytes come in; entries go out one by one, weighed while they are inflated, because
the sizes that a zip claims need not be true.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from reportkit.opc.limits import Damaged, Limits, Passed, Refusal, Unsafe, quoted

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
# A comment of 65,535 bytes may stand after the 22 of the end record.
_LONGEST_TAIL = 65_557
# The bytes of a local header before its name, and where it tells two lengths.
_LOCAL_HEADER, _LENGTHS = 30, slice(26, 30)
_DRIVE = re.compile(r"[A-Za-z]:")
_METHODS = (ZIP_STORED, ZIP_DEFLATED)
# What ZipFile raises for a directory of entries that is not one.
_FAULTS = (
    BadZipFile, EOFError, NotImplementedError, OSError, OverflowError, ValueError,
    struct.error,
)  # fmt: skip


class Archive:
    """The entries of a zip, by name; names differ in more than their case."""

    def __init__(
        self, data: bytes, entries: Mapping[str, ZipInfo], limits: Limits
    ) -> None:
        self.names = tuple(entries)
        self._data = memoryview(data)
        self._entries = entries
        self._spelling = {name.lower(): name for name in entries}
        self._limits = limits
        self._weights: dict[str, int] = {}

    def find(self, name: str) -> str:
        """The name as the zip spells it; empty where it has no such entry."""
        return name if name in self._entries else self._spelling.get(name.lower(), "")

    def read(self, name: str) -> bytes:
        """The bytes of an entry; `Damaged` or `Passed` where there are none."""
        entry = self._entries[name]
        packed = self._packed(name, entry)
        weight = _Weight(name, self._limits, self._spent(name))
        inflate = _inflate if entry.compress_type == ZIP_DEFLATED else _copy
        try:
            data = inflate(packed, weight)
        except zlib.error as error:
            raise _damaged(name) from error
        self._weights[name] = len(data)
        if len(data) != entry.file_size or zlib.crc32(data) != entry.CRC:
            raise _damaged(name)
        return data

    def _spent(self, name: str) -> int:
        """What all other entries weigh that were inflated so far."""
        return sum(self._weights.values()) - self._weights.get(name, 0)

    def _packed(self, name: str, entry: ZipInfo) -> memoryview:
        start = entry.header_offset
        header = bytes(self._data[start : start + _LOCAL_HEADER])
        if entry.compress_type not in _METHODS:
            message = f"the part {quoted(name)} is packed in a way Word does not use"
            raise Damaged("packing", message)
        if len(header) < _LOCAL_HEADER or not header.startswith(LOCAL):
            raise _damaged(name)
        begin = start + _LOCAL_HEADER + sum(struct.unpack("<HH", header[_LENGTHS]))
        return self._data[begin : begin + entry.compress_size]


class _Weight(NamedTuple):
    """The scales for one entry; `spent` is what the others have inflated to."""

    name: str
    limits: Limits
    spent: int

    def allow(self, packed: int, size: int) -> None:
        """Nothing; `Passed` where so many packed bytes gave too many."""
        limits = self.limits
        if size > limits.part:
            raise Passed("part", f"{self._tell(size)}, over {limits.part:,}")
        if self.spent + size > limits.inflated:
            message = f"its parts are over {limits.inflated:,} bytes together"
            raise Passed("inflated", message)
        if size > limits.ratio_from and size > limits.ratio * packed:
            message = f"{self._tell(size)} out of {packed:,}, over {limits.ratio} times"
            raise Passed("ratio", message)

    def _tell(self, size: int) -> str:
        return f"the part {quoted(self.name)} inflates to {size:,} bytes and more"


def open_archive(data: bytes, limits: Limits) -> Archive:
    """The archive of the bytes, once its directory of entries is found sound."""
    if is_truncated(data):
        raise Damaged("truncated", "this file is cut short: the end of its zip is gone")
    if data.count(CENTRAL) > limits.entries:  # before ZipFile makes objects of them
        raise Passed("entries", f"its zip has more than {limits.entries:,} entries")
    entries = _directory(data)
    _look_at_names(entry.orig_filename.replace("\\", "/") for entry in entries)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise _locked()
    named = {entry.orig_filename.replace("\\", "/"): entry for entry in entries}
    files = {name: named[name] for name in named if not name.endswith("/")}
    return Archive(data, files, limits)


def is_truncated(data: bytes) -> bool:
    """Whether a zip lacks its end."""
    return data.rfind(END, max(0, len(data) - _LONGEST_TAIL)) < 0


def _directory(data: bytes) -> list[ZipInfo]:
    try:
        return ZipFile(BytesIO(data)).infolist()
    except _FAULTS as error:
        message = "the list of parts in this file's zip is damaged"
        raise Damaged("zip", message) from error


def _look_at_names(names: Iterable[str]) -> None:
    found = Counter[str]()
    for name in names:
        found[name] += 1
        if ".." in name.split("/") or "\0" in name:
            raise Unsafe("entry-path", f"an entry of its zip leads out: {quoted(name)}")
        if name.startswith("/") or _DRIVE.match(name):
            message = f"an entry of its zip has an absolute path: {quoted(name)}"
            raise Unsafe("entry-path", message)
        if found[name] > 1:
            message = f"its zip has two entries named {quoted(name)}"
            raise Unsafe("entry-twice", message)
    lower = Counter(name.lower() for name in found)
    for name in found:
        if lower[name.lower()] > 1:
            message = f"its zip has two entries that differ in case: {quoted(name)}"
            raise Unsafe("entry-twice", message)


def _copy(packed: memoryview, weight: _Weight) -> bytes:
    weight.allow(len(packed), len(packed))
    return bytes(packed)


def _inflate(packed: memoryview, weight: _Weight) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    taken = size = 0
    rest = b""
    while not inflater.eof and (rest or taken < len(packed)):
        if not rest:
            rest = bytes(packed[taken : taken + _CHUNK])
            taken += len(rest)
        piece = inflater.decompress(rest, _CHUNK)
        rest = inflater.unconsumed_tail
        size += len(piece)
        weight.allow(taken - len(rest), size)
        pieces.append(piece)
    # The end of what the last bytes gave may still be held back: some hundred bytes.
    return b"".join([*pieces, inflater.flush()])


def _damaged(name: str) -> Damaged:
    return Damaged("part-damaged", f"the part {quoted(name)} is damaged in the zip")


def _locked() -> Refusal:
    hint = "unpack it with its password, or ask for the file without one"
    return Refusal("encrypted-zip", "the zip of this file has a password", hint)
