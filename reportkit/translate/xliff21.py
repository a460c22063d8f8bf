"""XLIFF 2.1, for translators' tools: a bundle out, a return back.

A unit has the passage's id, and a segment for each sentence. States are translated
(draft), reviewed and final (approved); a translation whose source has changed by
more than typography is initial again, its grade the subState. Coming back, initial
is no state: the file does not say that anything was done. What the sources write
for a code stands in originalData, and the source as it was translated is offered as
a match where its sentences are as many.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from lxml import etree

from reportkit.languages.table import language_of
from reportkit.problems import Problem
from reportkit.translate.placeholders import parts_of
from reportkit.translate.segments import parts_by_sentence
from reportkit.translate.units import (
    FIGURES,
    MISSING,
    SUBSTANTIVE,
    Bundle,
    Return,
    Unit,
)
from reportkit.translate.xliff_content import (
    Codes,
    codes_of,
    fill,
    local_name,
    tokens_in,
)
from reportkit.translate.xliff_dialects import (
    DIALECT_2,
    MATCHES,
    STATES_2,
    XLIFF_2,
    Originals,
    child_2,
)
from reportkit.translate.xliff_files import (
    IDS,
    SPACE,
    TOOL,
    file_of,
    laid_out,
    notes_of,
    one_return,
    open_xliff,
    original_of,
    sent_in,
    tag_of,
    told_by,
)
from reportkit.translate.xliff_segments import (
    Found,
    Parts,
    Row,
    Segment,
    Stretch,
    Tokens,
    parted,
    segments_of,
)
from reportkit.translate.xml_guard import Element, line_of

_INNER = (
    *("xliff", "file", "unit", "notes", "originalData", "segment", "ignorable"),
    *("matches", "match"),
)
_STATES_OF = {name: state for state, name in STATES_2.items()}
_RANKS = tuple(STATES_2)


def export_xliff21(bundle: Bundle) -> bytes:
    """The file of a bundle; it has the same bytes for the same bundle."""
    root = etree.fromstring(f'<xliff xmlns="{XLIFF_2}" xmlns:mtc="{MATCHES}"/>')
    root.set("version", "2.1")
    root.set("srcLang", tag_of(bundle.source_language))
    root.set("trgLang", tag_of(bundle.target_language))
    file = child_2(
        root,
        "file",
        id="f1",
        original=original_of(bundle),
        srcDir=language_of(bundle.source_language).direction,
        trgDir=language_of(bundle.target_language).direction,
    )
    file.set(SPACE, "preserve")
    note = child_2(child_2(file, "notes"), "note", id="sent")
    note.text = IDS + " ".join(bundle.ids)
    for unit in bundle.units:
        _add_unit(file, unit, bundle)
    laid_out(root, _INNER)
    etree.cleanup_namespaces(root)
    return file_of(root)


def _add_unit(file: Element, unit: Unit, bundle: Bundle) -> None:
    element = child_2(file, "unit", id=unit.id, canResegment="no")
    if unit.locked:
        element.set("translate", "no")
    segments = segments_of(unit, bundle)
    _add_matches(element, unit, segments, bundle)
    _add_notes(element, unit)
    kept, originals = Originals(), child_2(element, "originalData")
    for place, segment in enumerate(segments, 1):
        _add_segment(element, unit, segment, kept, place)
    kept.fill(originals)


def _add_notes(element: Element, unit: Unit) -> None:
    notes = tuple(notes_of(unit))
    parent = child_2(element, "notes") if notes else element
    for place, note in enumerate(notes, 1):
        made = child_2(parent, "note", id=f"n{place}", category=note.category)
        made.set("priority", str(note.priority))
        made.text = note.text


def _add_segment(
    element: Element, unit: Unit, segment: Segment, kept: Originals, place: int
) -> None:
    made = child_2(element, "segment", id=f"s{place}", state=_state_of(unit))
    if unit.grade and unit.target:
        made.set("subState", f"{TOOL}:{unit.grade}")
    fill(child_2(made, "source"), segment.source, kept.spelled)
    if unit.target:
        fill(child_2(made, "target"), segment.target, kept.spelled)
    if segment.gap or segment.gap_after:
        between = child_2(element, "ignorable", id=f"i{place}")
        child_2(between, "source").text = segment.gap
        child_2(between, "target").text = segment.gap_after


def _state_of(unit: Unit) -> str:
    stale = unit.grade in (FIGURES, SUBSTANTIVE)
    return STATES_2[MISSING if stale else unit.state]


def _add_matches(
    element: Element, unit: Unit, segments: tuple[Segment, ...], bundle: Bundle
) -> None:
    """Nothing; the sentences as they were translated stand first in the unit."""
    former = parts_by_sentence(parts_of(unit.before), bundle.source_language)
    if not unit.target or not unit.before or len(former) != len(segments):
        return
    matches = etree.SubElement(element, f"{{{MATCHES}}}matches")
    pairs = zip(parted(former), segments, strict=True)
    for place, ((source, _), segment) in enumerate(pairs, 1):
        attributes = {"ref": f"#s{place}", "type": "tm", "origin": TOOL}
        match = etree.SubElement(matches, f"{{{MATCHES}}}match", attributes)
        _fill_match(match, source, segment.target)


def _fill_match(match: Element, source: Parts, target: Parts) -> None:
    kept, originals = Originals(), child_2(match, "originalData")
    fill(child_2(match, "source"), source, kept.spelled)
    fill(child_2(match, "target"), target, kept.spelled)
    kept.fill(originals)


def read_xliff21(data: bytes, path: str) -> tuple[Return | None, tuple[Problem, ...]]:
    """What came back in a file; None and one error for a file that cannot be read.

    Units that are not to be translated are passed over; ids may come twice.
    """
    root, problems = open_xliff(data, path, 2)
    if root is None:
        return None, problems
    languages = root.get("srcLang") or "", root.get("trgLang") or ""
    files = (
        (told_by(file.get("original") or "", *languages), file, file.iter("{*}unit"))
        for file in root.iterchildren("{*}file")
    )
    return one_return(files, _found, path)


def _found(element: Element) -> Found | None:
    """The unit that an element is; none where it has no source."""
    parts = tuple(_parts(element))
    if not parts:
        return None
    originals = element.find("{*}originalData")
    data = {
        each.get("id") or "": each.text or ""
        for each in (() if originals is None else originals)
    }
    codes = codes_of(DIALECT_2, (part.source for part in parts), data)
    segments = tuple(part for part in parts if part.is_segment)
    return Found(
        element.get("id") or "",
        line_of(element),
        tuple(each for part in parts for each in _tokens(part.source, codes)),
        tuple(_stretches(parts, codes)),
        tuple(_row(part, codes) for part in segments),
        min((_state(part) for part in segments), key=_RANKS.index, default=MISSING),
        sent_in(element),
    )


class _Part(NamedTuple):
    """A segment of a unit, or what stands between two."""

    element: Element
    source: Element
    target: Element | None

    @property
    def is_segment(self) -> bool:
        return local_name(self.element) == "segment"


def _parts(unit: Element) -> Iterator[_Part]:
    for element in unit:
        if local_name(element) in ("segment", "ignorable"):
            source = element.find("{*}source")
            if source is not None:
                yield _Part(element, source, element.find("{*}target"))


def _state(part: _Part) -> str:
    return _STATES_OF.get(part.element.get("state") or "", MISSING)


def _tokens(element: Element, codes: Codes) -> Tokens:
    return tuple(tokens_in(element, DIALECT_2, codes))


def _row(part: _Part, codes: Codes) -> Row:
    stale = (part.element.get("subState") or "").startswith(f"{TOOL}:")
    target = None if part.target is None else _tokens(part.target, codes)
    untouched = _state(part) == MISSING and not stale
    return Row(_tokens(part.source, codes), target, untouched)


def _stretches(parts: tuple[_Part, ...], codes: Codes) -> Iterator[Stretch]:
    """The translation in its own order; what stands between may be the source's."""
    places = dict(zip(parts, count(1)))
    for part in sorted(parts, key=lambda part: _order(part, places[part])):
        if part.target is not None:
            yield Stretch(_tokens(part.target, codes), part.is_segment)
        elif not part.is_segment:
            yield Stretch(_tokens(part.source, codes), False)


def _order(part: _Part, place: int) -> int:
    """Where a sentence stands in the translation; a tool may say so."""
    told = "" if part.target is None else part.target.get("order") or ""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else place
