"""The parts of a package and how they are tied: its types and its relationships.

A relationship that leads nowhere is told and left out, as Word does.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import unquote

from reportkit.opc.archive import Archive
from reportkit.opc.limits import Damaged, Remark, quoted
from reportkit.opc.names import RELATIONSHIPS, TYPES
from reportkit.opc.parts import Element, Meter, parse, refuse_doctype
from reportkit.opc.strict import STRICT

CONTENT_TYPES = "[Content_Types].xml"
USUAL_MAIN = "word/document.xml"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MACRO = "application/vnd.ms-word"
# The types of a main part: document, with macros, template, template with macros.
MAIN_TYPES = (
    f"{_WORD}.document.main+xml",
    f"{_MACRO}.document.macroEnabled.main+xml",
    f"{_WORD}.template.main+xml",
    f"{_MACRO}.template.macroEnabledTemplate.main+xml",
)
_OTHER_OFFICE = ("spreadsheetml", "presentationml", "ms-excel", "ms-powerpoint")
_XML = (".xml", ".rels", ".vml")


class Relation(NamedTuple):
    """A relationship: `kind` is the last word of its type ("styles").

    `target` is the name of a part, or an address where it is `external`; it is
    empty for a place in the same document.
    """

    id: str
    kind: str
    target: str
    external: bool
    strict: bool


class Package:
    """A Word file's parts; those that are read are read once asked for."""

    def __init__(self, archive: Archive, meter: Meter) -> None:
        self.archive = archive
        self.meter = meter
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self._types = dict(_declared_types(self._optional(CONTENT_TYPES)))
        self.main = self._find_main()

    @property
    def main_type(self) -> str:
        """The type of the main part; that of a document where it has none of ours."""
        told = self._type_of(self.main)
        return told if told in MAIN_TYPES else MAIN_TYPES[0]

    @property
    def is_strict(self) -> bool:
        """Whether the package is of ISO Strict."""
        return any(each.strict for each in self.relations(""))

    def root(self, name: str) -> Element:
        """The root of a part; `Refusal` where there is none."""
        return parse(self.archive.read(name), name, self.meter)

    def relations(self, source: str) -> tuple[Relation, ...]:
        """The relationships of a part, of the package itself for ""."""
        if source not in self._relations:
            folder, _, name = source.rpartition("/")
            root = self._optional(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relations[source] = tuple(_relations(root, folder))
        return self._relations[source]

    def targets(self, source: str, kind: str) -> tuple[str, ...]:
        """The parts that a part is tied to in one way, those that exist, each once."""
        related = (each for each in self.relations(source) if not each.external)
        found = (self.archive.find(x.target) for x in related if x.kind == kind)
        return tuple(dict.fromkeys(name for name in found if name))

    def _optional(self, name: str) -> Element | None:
        """The root of a part that need not be there or be sound."""
        found = self.archive.find(name)
        try:
            return self.root(found) if found else None
        except Damaged as refusal:
            message = f"{refusal.message}; it is left out"
            self.meter.remarks.append(Remark(refusal.rule, message, refusal.hint))
            return None

    def _type_of(self, name: str) -> str:
        extension = name.rpartition(".")[2]
        types = self._types
        return types.get(f"/{name}".lower()) or types.get(extension.lower(), "")

    def _find_main(self) -> str:
        targets = self.targets("", "officeDocument")
        main = targets[0] if targets else self.archive.find(USUAL_MAIN)
        other = any(word in self._type_of(main) for word in _OTHER_OFFICE)
        return "" if other else main


def refuse_doctypes(archive: Archive) -> None:
    """Nothing; `Unsafe` where any XML part, read later or not, has a DOCTYPE."""
    for name in archive.names:
        if name.lower().endswith(_XML):
            with suppress(Damaged):  # told when the part is asked for
                refuse_doctype(archive.read(name), name)


def remarks_on_relations(package: Package) -> Iterator[Remark]:
    """What is odd about relationships: they lead nowhere, or back."""
    back = ""
    ties: dict[str, tuple[str, ...]] = {}
    for source in ("", *package.archive.names):
        internal = [x for x in package.relations(source) if not x.external and x.target]
        for each in internal:
            if not package.archive.find(each.target):
                message = f"the part {quoted(each.target)} is missing; it is left out"
                yield Remark("dangling", message)
        ties[source] = tuple(package.archive.find(each.target) for each in internal)
    back = _way_back(ties)
    if back:
        message = f"the relationships of the part {quoted(back)} lead back to it"
        yield Remark("cyclic", message)


def _way_back(ties: dict[str, tuple[str, ...]]) -> str:
    """A part from which ties lead back to itself, or nothing."""
    done: set[str] = set()
    for start in ties:
        above: dict[str, Iterator[str]] = {}
        if start not in done:
            above[start] = iter(ties[start])
        while above:
            here = next(reversed(above))
            below = next(above[here], None)
            if below is None:
                del above[here]
                done.add(here)
            elif below in above:
                return below
            elif below and below not in done:
                above[below] = iter(ties.get(below, ()))
    return ""


def _declared_types(root: Element | None) -> Iterator[tuple[str, str]]:
    """Content types by the path of a part, or by the ending of names."""
    for element in () if root is None else root:
        told = element.get("ContentType") or ""
        if element.tag == f"{TYPES}Override":
            yield (element.get("PartName") or "").lower(), told
        elif element.tag == f"{TYPES}Default":
            yield (element.get("Extension") or "").lower(), told


def _relations(root: Element | None, folder: str) -> Iterator[Relation]:
    for element in () if root is None else root.iter(f"{RELATIONSHIPS}Relationship"):
        type, target = element.get("Type") or "", element.get("Target") or ""
        external = element.get("TargetMode") == "External"
        yield Relation(
            element.get("Id") or "",
            type.rpartition("/")[2],
            target if external else _resolved(folder, target),
            external,
            type.startswith(STRICT.decode()),
        )


def _resolved(folder: str, target: str) -> str:
    """The name of a part that a relationship in a folder points to."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    if not path:
        return ""
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
