"""A two-column Word file that came back, opened with a guard.

Bytes come in; whose file it is, the texts as they were sent and the rows as they
were filled go out. `Refusal` tells why a file is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.opc.archive import open_archive
from reportkit.opc.kind import DAMAGED, kind_of, kind_of_package
from reportkit.opc.limits import LIMITS, Damaged, Passed, Refusal
from reportkit.opc.names import CUSTOM
from reportkit.opc.numbering import Lists
from reportkit.opc.package import Package, refuse_doctypes
from reportkit.opc.parts import Element, Meter
from reportkit.opc.story import Sources
from reportkit.opc.styles import Styles
from reportkit.translate.units import MISSING, Unit
from reportkit.translate.word_package import FORMAT, SENT
from reportkit.translate.word_rows import Row, rows_of

_FAMILY = FORMAT.rpartition(" ")[0]


class ReturnedFile(NamedTuple):
    """What a file holds: its properties, the units as they were sent, its rows."""

    properties: Mapping[str, str]
    sent: tuple[Unit, ...]
    rows: tuple[Row, ...]


def open_returned(data: bytes) -> ReturnedFile:
    """The file of the bytes; `Refusal` where they are none of ours."""
    package = _package(data)
    properties = dict(_properties(package))
    told = properties.get("format", "")
    if told != FORMAT:
        raise _foreign(told)
    body = package.root(package.main)
    styles = next(iter(package.targets(package.main, "styles")), "")
    known = Styles(package.root(styles) if styles else None)
    rows = rows_of(body, Sources(known, Lists(None, known)))
    return ReturnedFile(properties, tuple(_sent(package)), tuple(rows))


def _foreign(told: str) -> Refusal:
    if told.startswith(_FAMILY):
        message = f"this file is of the format {told!r}, not {FORMAT!r}"
        return Refusal("two-columns-format", message, "export it anew")
    message = "this Word file is no two-column table of reportkit's"
    hint = "`translate export --format docx` writes one; its properties are needed"
    return Refusal("no-two-columns", message, hint)


def _package(data: bytes) -> Package:
    if len(data) > LIMITS.on_disk:
        message = f"it has {len(data):,} bytes, over {LIMITS.on_disk:,}"
        raise Passed("on-disk", message)
    kind = kind_of(data)
    if not kind.readable and kind is not DAMAGED:
        raise Refusal(kind.name, kind.told, kind.hint)
    archive = open_archive(data, LIMITS)
    refuse_doctypes(archive)
    package = Package(archive, Meter(LIMITS))
    kind = kind_of_package(package)
    if not kind.readable:
        raise Refusal(kind.name, kind.told, kind.hint)
    return package


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    kinds = ("custom-properties", "customProperties")
    for name in (each for kind in kinds for each in package.targets("", kind)):
        for element in package.root(name).iter(f"{CUSTOM}property"):
            value = "".join(map(str, element.itertext())).strip()
            yield element.get("name") or "", value


def _sent(package: Package) -> Iterator[Unit]:
    """The units as they were sent; none where a tool has dropped them."""
    for name in package.targets(package.main, "customXml"):
        root = _root(package, name)
        if root is not None and root.tag == f"{SENT}units":
            yield from map(_unit, root.iterfind(f"{SENT}unit"))


def _root(package: Package, name: str) -> Element | None:
    try:
        return package.root(name)
    except Damaged:  # what is read without it has its own warnings
        return None


def _unit(element: Element) -> Unit:
    return Unit(
        element.get("id") or "",
        element.findtext(f"{SENT}source") or "",
        element.findtext(f"{SENT}target") or "",
        element.get("state") or MISSING,
        element.get("grade") or "",
        number=element.get("number") or "",
        locked=element.get("locked") == "yes",
    )
