"""XLIFF 1.2, for translators' tools: a bundle out, a return back.

A trans-unit is a unit, by its id and its resname; its sentences are segments of
type "seg". States go out as needs-translation, translated (draft), signed-off
(reviewed) and final (approved); a translation whose source has changed by more than
typography is needs-review-translation. Coming back, a state that says that work is
left to do is none: the file does not say that anything was done.

A unit without a translation has its source as target, as tools such as OmegaT ask
for; it is untranslated for as long as both are the same and its state is one of
those that say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportkit.problems import Problem
from reportkit.translate.placeholders import parts_like, parts_of
from reportkit.translate.units import (
    APPROVED,
    FIGURES,
    MISSING,
    REVIEWED,
    SUBSTANTIVE,
    Bundle,
    Return,
    Unit,
)
from reportkit.translate.xliff_content import (
    Codes,
    add_text,
    codes_of,
    fill,
    local_name,
    tokens_in,
    tokens_of,
)
from reportkit.translate.xliff_dialects import (
    DIALECT_12,
    STALE_12,
    STATES_12,
    UNTOUCHED_12,
    XLIFF_12,
    child_12,
    spelled_12,
)
from reportkit.translate.xliff_files import (
    IDS,
    SPACE,
    TOOL,
    Told,
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
    Row,
    Segment,
    Stretch,
    Tokens,
    segments_of,
)
from reportkit.translate.xml_guard import Element, line_of

_INNER = ("xliff", "file", "header", "body", "trans-unit", "alt-trans")
_STATES_OF = {name: state for state, name in STATES_12.items()}


def export_xliff12(bundle: Bundle) -> bytes:
    """The file of a bundle; it has the same bytes for the same bundle."""
    root = etree.fromstring(f'<xliff xmlns="{XLIFF_12}" version="1.2"/>')
    file = child_12(
        root,
        "file",
        original=original_of(bundle),
        source_language=tag_of(bundle.source_language),
        target_language=tag_of(bundle.target_language),
        datatype="plaintext",
        tool_id=TOOL,
    )
    header = child_12(file, "header")
    child_12(header, "tool", tool_id=TOOL, tool_name=TOOL)
    note = child_12(header, "note", **{"from": TOOL})
    note.text = IDS + " ".join(bundle.ids)
    body = child_12(file, "body")
    for unit in bundle.units:
        _add_unit(body, unit, bundle)
    laid_out(root, _INNER)
    return file_of(root)


def _add_unit(body: Element, unit: Unit, bundle: Bundle) -> None:
    element = child_12(body, "trans-unit", id=unit.id, resname=unit.id)
    element.set(SPACE, "preserve")
    if unit.locked:
        element.set("translate", "no")
    elif unit.state == APPROVED and not _is_stale(unit):
        element.set("approved", "yes")
    fill(child_12(element, "source"), parts_of(unit.source), spelled_12)
    segments = segments_of(unit, bundle)
    if len(segments) > 1:
        _add_segments(child_12(element, "seg-source"), segments, False)
    if unit.target or not unit.locked:
        _add_target(element, unit, segments)
    for note in notes_of(unit):
        priority = str(note.priority)
        child_12(element, "note", **{"from": TOOL}, priority=priority).text = note.text
    if unit.before and unit.target:
        _add_former(element, unit)


def _is_stale(unit: Unit) -> bool:
    return unit.grade in (FIGURES, SUBSTANTIVE)


def _add_target(element: Element, unit: Unit, segments: tuple[Segment, ...]) -> None:
    target = child_12(element, "target")
    if not unit.locked:
        stale = _is_stale(unit) and unit.target
        target.set("state", STALE_12 if stale else STATES_12[unit.state])
    if len(segments) > 1:
        _add_segments(target, segments, True)
    else:
        fill(target, segments[0].target or segments[0].source, spelled_12)


def _add_segments(
    element: Element, segments: tuple[Segment, ...], translated: bool
) -> None:
    """Nothing; the sentences stand in the element, the source's or the target's."""
    for mid, segment in enumerate(segments, 1):
        mrk = child_12(element, "mrk", mtype="seg", mid=str(mid))
        target = segment.target or segment.source
        fill(mrk, target if translated else segment.source, spelled_12)
        add_text(element, segment.gap_after if translated else segment.gap)


def _add_former(element: Element, unit: Unit) -> None:
    """Nothing; the source as it was translated stands in the unit."""
    former = child_12(
        element, "alt-trans", alttranstype="previous-version", origin=TOOL
    )
    fill(child_12(former, "source"), parts_of(unit.before), spelled_12)
    target = parts_like(unit.target, unit.before)
    fill(child_12(former, "target"), target, spelled_12)


def read_xliff12(data: bytes, path: str) -> tuple[Return | None, tuple[Problem, ...]]:
    """What came back in a file; None and one error for a file that cannot be read.

    Units that are not to be translated are passed over; ids may come twice.
    """
    root, problems = open_xliff(data, path, 1)
    if root is None:
        return None, problems
    files = (
        (_told_by(file), file, file.iter("{*}trans-unit"))
        for file in root.iterchildren("{*}file")
    )
    return one_return(files, _found, path)


def _told_by(file: Element) -> Told:
    source, target = file.get("source-language"), file.get("target-language")
    return told_by(file.get("original") or "", source or "", target or "")


def _tokens(element: Element, codes: Codes) -> Tokens:
    return tuple(tokens_in(element, DIALECT_12, codes))


def _found(element: Element) -> Found | None:
    """The unit that an element is; none where it has no source."""
    source, target = element.find("{*}source"), element.find("{*}target")
    if source is None:
        return None
    codes = codes_of(DIALECT_12, (source,), {})
    id = element.get("resname") or element.get("id") or ""
    words = _tokens(source, codes)
    found = Found(id, line_of(element), words, (), (), MISSING, sent_in(element))
    if target is None:
        return found
    untouched = target.get("state") in UNTOUCHED_12
    stretches = tuple(_stretches(target, codes))
    rows = _rows(element, target, codes, untouched)
    whole = tuple(token for each in stretches for token in each.tokens)
    rows = rows or (Row(words, whole, untouched),)
    return found._replace(target=stretches, rows=rows, state=_state(element, target))


def _state(element: Element, target: Element) -> str:
    told, approved = target.get("state"), element.get("approved")
    if told is None:
        return APPROVED if approved == "yes" else MISSING
    state = _STATES_OF.get(told, MISSING)
    return REVIEWED if state == APPROVED and approved == "no" else state


def _segments(element: Element) -> Iterator[Element]:
    return (each for each in element if _is_segment(each))


def _is_segment(element: Element) -> bool:
    return local_name(element) == "mrk" and element.get("mtype") == "seg"


def _stretches(target: Element, codes: Codes) -> Iterator[Stretch]:
    """The sentences of a target and what stands between; all of it if it has none."""
    if next(_segments(target), None) is None:
        yield Stretch(_tokens(target, codes))
        return
    yield Stretch((target.text or "",), False)
    for each in target:
        if _is_segment(each):
            yield Stretch(_tokens(each, codes))
        else:
            yield Stretch(tuple(tokens_of(each, DIALECT_12, codes)), False)
        yield Stretch((each.tail or "",), False)


def _rows(
    element: Element, target: Element, codes: Codes, untouched: bool
) -> tuple[Row, ...]:
    """The sentences by their mid; none where a tool has parted the target anew."""
    source = element.find("{*}seg-source")
    if source is None:
        return ()
    sources = {each.get("mid"): _tokens(each, codes) for each in _segments(source)}
    targets = {each.get("mid"): _tokens(each, codes) for each in _segments(target)}
    if not targets or None in targets or not targets.keys() <= sources.keys():
        return ()
    rows = ((source, targets.get(mid)) for mid, source in sources.items())
    return tuple(Row(a, b, untouched) for a, b in rows)
