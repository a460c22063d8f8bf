"""A translation memory (TMX 1.4) of what is translated, sentence by sentence.

A pair is a sentence and its translation where both texts have as many sentences
with the same codes in each, else the whole passage. A stale translation stands
beside the source that it was made from, and is left out where that is not known;
so are derived sentences, which nobody types.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportkit import __version__
from reportkit.languages.table import language_of
from reportkit.translate.elements import Element, element
from reportkit.translate.placeholders import (
    SIGNS,
    Code,
    Part,
    parts_like,
    parts_of,
)
from reportkit.translate.segments import parts_by_sentence
from reportkit.translate.units import DRAFT, Bundle, Unit

Parts = tuple[Part, ...]
Pairing = tuple[Parts, Parts]

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def export_tmx(bundle: Bundle) -> bytes:
    """The TMX file of a bundle, in UTF-8; nothing of it is read back."""
    header = element("header", _header(bundle), _property("session", bundle.session))
    pairs = (pair for unit in bundle.units for pair in _pairs(unit, bundle))
    body = element("body", {}, *pairs)
    root = element("tmx", {"version": "1.4"}, header, body)
    for each in (root, header, body, *body):
        _lay_out(each)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _header(bundle: Bundle) -> dict[str, str]:
    return {
        "creationtool": "reportkit",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "reportkit",
        "adminlang": "en",
        "srclang": language_of(bundle.source_language).tag,
        "datatype": "plaintext",
    }


def _property(name: str, value: str) -> Element:
    return element("prop", {"type": f"x-reportkit-{name}"}, value)


def _pairs(unit: Unit, bundle: Bundle) -> Iterator[Element]:
    source = unit.before if unit.grade else unit.source
    if unit.locked or not source.strip() or not unit.target.strip():
        return
    languages = bundle.source_language, bundle.target_language
    parts = parts_of(source), parts_like(unit.target, source)
    sentences = _aligned(parts, languages) or [parts]
    kind = "sentence" if len(sentences) > 1 else "paragraph"
    for number, pair in enumerate(sentences, 1):
        id = f"{unit.id}.{number}" if len(sentences) > 1 else unit.id
        yield element(
            "tu",
            {"tuid": id, "segtype": kind},
            _property("unit", unit.id),
            _property("state", unit.state or DRAFT),
            *map(_variant, languages, pair),
        )


def _aligned(parts: tuple[Parts, Parts], languages: tuple[str, str]) -> list[Pairing]:
    """The sentences with their translations; none where they cannot be paired."""
    source, target = map(parts_by_sentence, parts, languages)
    if len(source) != len(target):
        return []
    pairs = list(zip(source, target, strict=True))
    return pairs if all(_codes(one) == _codes(other) for one, other in pairs) else []


def _codes(parts: Parts) -> frozenset[int]:
    return frozenset(part.number for part in parts if not isinstance(part, str))


def _variant(language: str, parts: Parts) -> Element:
    """The words of one language, the white space around them left out."""
    seg = element("seg", {}, *(node for part in parts for node in _nodes(part)))
    seg.text = (seg.text or "").lstrip()
    if len(seg):
        seg[-1].tail = (seg[-1].tail or "").rstrip()
    else:
        seg.text = seg.text.rstrip()
    return element("tuv", {_LANGUAGE: language_of(language).tag}, seg)


def _nodes(part: Part) -> Iterator[Element | str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Code):
        yield element("ph", {"x": str(part.number)}, part.written)
    else:
        number, sign = str(part.number), SIGNS[part.kind]
        yield element("bpt", {"i": number, "x": number, "type": part.kind}, sign)
        yield from (node for inner in part.content for node in _nodes(inner))
        yield element("ept", {"i": number}, sign)


def _lay_out(outer: Element) -> None:
    """Nothing; each child stands on a line of its own. Segments are left alone."""
    if len(outer):
        outer.text = "\n"
    for child in outer:
        child.tail = "\n"
