"""What XLIFF files of all versions say of themselves, and what is said in notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from reportkit.languages.table import CODES, language_of
from reportkit.opc.limits import quoted
from reportkit.problems import Place, Problem, warning
from reportkit.translate.placeholders import seal_of
from reportkit.translate.units import (
    FIGURES,
    GRADES,
    SUBSTANTIVE,
    TYPOGRAPHIC,
    Bundle,
    Return,
    Returned,
    Unit,
)
from reportkit.translate.xliff_content import local_name
from reportkit.translate.xliff_segments import Found, returned
from reportkit.translate.xml_guard import Element, line_of, parse_guarded

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TOOL = "reportkit"

_NAMESPACE = re.compile(r"urn:oasis:names:tc:xliff:document:(\d+)(?:\.\d+)?")
_CHANGED = {
    TYPOGRAPHIC: "The typography of the source has changed since it was translated.",
    FIGURES: "Figures in the source have changed since it was translated.",
    SUBSTANTIVE: "The source has changed since it was translated.",
}
_LOCKED = "Made from set sentences; not to be translated."


class Note(NamedTuple):
    """A note for translators: what it is about, and 1 to 4, the first to be read."""

    category: str
    text: str
    priority: int


# How a note tells what was sent.
SENT = "as sent: "
# How a note of the file tells which units went out.
IDS = "units sent: "
SEALED = re.compile(rf"{SENT}(t[0-9a-f]{{8}}|-)")


def notes_of(unit: Unit) -> Iterator[Note]:
    """The unit's number and heading, and how fresh its translation is."""
    if unit.number or unit.heading:
        place = ": ".join(filter(None, (unit.number, unit.heading)))
        yield Note("place", place, 4)
    if unit.locked:
        yield Note("locked", _LOCKED, 4)
    if unit.grade:
        priority = len(GRADES) - GRADES.index(unit.grade)
        state = f" The translation was {unit.state}." if unit.state else ""
        yield Note("grade", f"{_CHANGED[unit.grade]}{state}", priority)
    if not unit.locked:
        yield Note("sent", f"{SENT}{seal_of(unit.target)}", 10)


def original_of(bundle: Bundle) -> str:
    """SESSION/DOCUMENT, by which a file is known when it comes back."""
    return "/".join(filter(None, (bundle.session, bundle.document)))


def tag_of(code: str) -> str:
    """The BCP 47 tag of a language of the project."""
    return language_of(code).tag


def code_of(tag: str) -> str:
    """The language of a BCP 47 tag; the tag itself where the project has none."""
    code = re.split(r"[-_]", tag.strip())[0].lower()
    return code if code in CODES else tag.strip()


def open_xliff(
    data: bytes, path: str, version: int
) -> tuple[Element | None, tuple[Problem, ...]]:
    """The root of an XLIFF file of a version (1 or 2), or the reason why not."""
    root, problems = parse_guarded(data, path)
    if root is None:
        return None, problems
    place = Place(path, line_of(root))
    told = local_name(root)
    if told != "xliff":
        message = (
            f"this file begins with {quoted(told)}, and XLIFF with {quoted('xliff')}"
        )
        return None, (Problem(place, message, rule="not-xliff"),)
    found = _NAMESPACE.fullmatch(etree.QName(root).namespace or "")
    stated = root.get("version") or ""
    # Before 1.2 there was no namespace.
    if (found[1] if found else stated[:1]) != str(version):
        message = f"this is XLIFF {quoted(stated)}, not XLIFF {version}"
        return None, (Problem(place, message, rule="version"),)
    return root, ()


class Told(NamedTuple):
    """What a file element says of itself: its session and languages."""

    session: str
    source_language: str
    target_language: str


def told_by(original: str, source: str, target: str) -> Told:
    """The session and languages out of the attributes of a file."""
    return Told(original.partition("/")[0], code_of(source), code_of(target))


def one_return(
    files: Iterable[tuple[Told, Element, Iterable[Element]]],
    found: Callable[[Element], Found | None],
    path: str,
) -> tuple[Return | None, tuple[Problem, ...]]:
    """The units of files that agree on session and languages, as one return.

    `found` makes a unit of an element. Locked units are passed over.
    """
    told: list[Told] = []
    units: list[Returned] = []
    problems: list[Problem] = []
    ids: list[str] = []
    for each, file, elements in files:
        told.append(each)
        ids += ids_in(file)
        for element in filter(_is_translatable, elements):
            unit, said = _returned(element, found(element), path, each.target_language)
            units += unit
            problems += said
    refusal = _disagreement(sorted(set(told)), path)
    if refusal:
        return None, (refusal,)
    return Return(*told[0], tuple(units), tuple(ids)), tuple(problems)


def _is_translatable(element: Element) -> bool:
    """Whether neither the unit nor what stands around it says otherwise."""
    around = (element, *element.iterancestors())
    told = (each.get("translate") for each in around)
    return next((value for value in told if value), "yes") != "no"


def _returned(
    element: Element, found: Found | None, path: str, language: str
) -> tuple[tuple[Returned, ...], tuple[Problem, ...]]:
    if found is None or not found.id:
        lacking = "source" if found is None else "id"
        message = f"a unit has no {lacking}; it is left out"
        place = Place(path, line_of(element))
        return (), (warning(place, message, rule="unit"),)
    unit, problems = returned(found, path, language)
    return (unit,), problems


def _disagreement(told: Sequence[Told], path: str) -> Problem | None:
    if len(told) == 1:
        return None
    if not told:
        return Problem(Place(path), "there is no file in this XLIFF", rule="several")
    shown = ", ".join(quoted(" ".join(filter(None, each))) for each in told[:3])
    message = f"this file holds several sessions or languages: {shown}"
    hint = "let your tool write a file for each, and merge them one by one"
    return Problem(Place(path), message, hint, rule="several")


def laid_out(element: Element, inner: Collection[str], depth: int = 0) -> None:
    """Nothing; the elements named stand with each child on a line of its own."""
    if local_name(element) in inner and len(element):
        element.text = "\n" + "  " * (depth + 1)
        for child in element:
            laid_out(child, inner, depth + 1)
            child.tail = element.text
        element[-1].tail = "\n" + "  " * depth


def file_of(root: Element) -> bytes:
    """The bytes of a file in UTF-8."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def sent_in(element: Element) -> str:
    """The seal of a unit's translation as it was sent; empty where no note tells."""
    for note in element.iter("{*}note"):
        told = SEALED.fullmatch((note.text or "").strip())
        if told:
            return told[1]
    return ""


def ids_in(file: Element) -> list[str]:
    """The ids of the units that went out in a file; none where no note tells."""
    for path in ("{*}header/{*}note", "{*}notes/{*}note"):
        for note in file.iterfind(path):
            if (note.text or "").startswith(IDS):
                return (note.text or "").removeprefix(IDS).split()
    return []
