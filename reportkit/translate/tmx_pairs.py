"""Pairs for a translation memory out of TMX files of any tool, version 1.1 to 1.4."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.languages.table import CODES
from reportkit.model.marks import escaped
from reportkit.problems import Place, Problem
from reportkit.translate.memory import Pair
from reportkit.translate.placeholders import SIGNS, parts_of
from reportkit.translate.tbx import LANGUAGE, code_of
from reportkit.translate.xml_guard import Element, line_of, parse_guarded

# What holds a tool's own codes; those of our files are marks of the sources.
CODED = ("bpt", "ept", "ph", "it", "ut", "sub")


def read_tmx(
    data: bytes, path: str, source_language: str
) -> tuple[tuple[Pair, ...], tuple[Problem, ...]]:
    """The pairs of a TMX file from a language into others, or why there are none."""
    root, problems = parse_guarded(data, path)
    if root is None:
        return (), problems
    if _name(root) != "tmx":
        message = f"<{_name(root)}> stands where a TMX file has <tmx>"
        place = Place(path, line_of(root))
        return (), (Problem(place, message, "let the tool export its memory as TMX"),)
    pairs = tuple(pair for unit in _units(root) for pair in _pairs(unit, path))
    own = tuple(pair for code, pair in pairs if code == source_language)
    if not own:
        message = f"this file has no pairs from {source_language} into another language"
        return (), (Problem(Place(path), message, f"known: {', '.join(CODES)}"),)
    return own, ()


def _units(root: Element) -> Iterator[Element]:
    return (each for each in root.iter() if _name(each) == "tu")


def _pairs(unit: Element, path: str) -> Iterator[tuple[str, Pair]]:
    """Each text of a unit with each of its others, by the language of the first."""
    texts = dict(_variants(unit))
    origin = f"{path}:{line_of(unit)}"
    for code, source in texts.items():
        for other, target in texts.items():
            if other != code:
                yield code, Pair(source, target, origin, other)


def _variants(unit: Element) -> Iterator[tuple[str, str]]:
    """The texts of a unit by language; of several variants the last one holds."""
    for variant in unit:
        code = code_of(variant.get(LANGUAGE) or variant.get("lang") or "")
        for segment in variant if code in CODES else ():
            if _name(segment) == "seg" and (text := _text(segment).strip()):
                yield code, text


def _text(element: Element) -> str:
    """The words of a segment with the marks that our files have among its codes."""
    made = [_words(element.text)]
    for child in element:
        inner = _text(child) if _name(child) not in CODED else _mark(child)
        made += [inner, _words(child.tail)]
    return "".join(made)


def _mark(code: Element) -> str:
    written = code.text or ""
    is_mark = written[:1] == "{" and written[-1:] == "}"
    return written if is_mark or written in SIGNS.values() else ""


def _words(text: str | None) -> str:
    """Words as the sources write them: what would be read as a mark is none."""
    words = text or ""
    return words if parts_of(words) in ((words,), ()) else escaped(words)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
