"""PO files: units on their way to Poedit, Weblate and their like, and back.

An entry's context is the unit's id; its texts are as the sources write them, marks
included. A stale translation is fuzzy and has its old source as the previous msgid.
The state stands in an extracted comment, with the fingerprint of the translation
that it is said of: tools keep such comments and drop flags that they do not know.
Derived sentences are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import polib

from reportkit.languages.table import language_of
from reportkit.problems import Place, Problem, warning
from reportkit.translate.placeholders import EMPTY, seal_of
from reportkit.translate.po_text import read_text, unfit_in
from reportkit.translate.units import DRAFT, Bundle, Return, Returned, Unit

SOURCE, DOCUMENT = "X-Reportkit-Source", "X-Reportkit-Document"

# What went out, in the comment at the head of the file.
IDS = "sent: "
_STATE = re.compile(r"^state: (draft|reviewed|approved) (t[0-9a-f]{8})$", re.MULTILINE)
_LINE = re.compile(r"\(line (\d+)\)")
# What polib takes for ends of lines, and what stands in for it: noncharacters, which
# no text has.
_ENDS = "\x1c\x1d\x1e\x85\u2028\u2029"
_HIDDEN = {ord(end): 0xFDD0 + n for n, end in enumerate(_ENDS)}
_SHOWN = {hidden: end for end, hidden in _HIDDEN.items()}
# What polib raises for a text that is no PO.
_FAULTS = (OSError, ValueError, LookupError, AttributeError, TypeError)


def export_po(bundle: Bundle) -> bytes:
    """The PO file of a bundle, in UTF-8."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": bundle.session,
        "Language": language_of(bundle.target_language).tag.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        SOURCE: bundle.source_language,
        **({DOCUMENT: bundle.document} if bundle.document else {}),
    }
    file.header = f"{IDS}{' '.join(bundle.ids)}"
    sent = (unit for unit in bundle.units if unit.source and not unit.locked)
    file.extend(_entry(unit) for unit in sent)
    return str(file).encode()


def read_po(data: bytes, path: str) -> tuple[Return | None, tuple[Problem, ...]]:
    """The units of a PO file that came back, and what is wrong with it.

    A fuzzy entry has no state: the file does not say that it is done. One that
    is not fuzzy has the state that it was sent with, a draft's once it was changed.
    """
    text, problems = read_text(data, path)
    if problems:
        return None, problems
    try:
        # A text that were the name of a file would be opened: none begins like this.
        file = polib.pofile("\n" + text.translate(_HIDDEN), encoding="utf-8")
    except _FAULTS as error:
        told = _LINE.search(str(error))
        line = max(int(told[1]) - 1, 1) if told else 1
        return None, (Problem(Place(path, line), "this is no PO file from here on"),)
    return _returned(file, path)


def _entry(unit: Unit) -> polib.POEntry:
    stale = bool(unit.grade and unit.target)
    return polib.POEntry(
        msgctxt=unit.id,
        msgid=unit.source,
        msgstr=unit.target,
        comment="\n".join(_comments(unit)),
        flags=["fuzzy"] if stale else [],
        previous_msgid=unit.before if stale and unit.before else None,
    )


def _comments(unit: Unit) -> Iterator[str]:
    """What a translator is told about a unit, a line each."""
    told = {
        "number": unit.number,
        "heading": unit.heading,
        "state": f"{unit.state} {seal_of(unit.target)}" if unit.target else "",
        "source changed": unit.grade,
    }
    for name, value in told.items():
        if value:
            yield f"{name}: {' '.join(value.split())}"


def _returned(
    file: polib.POFile, path: str
) -> tuple[Return | None, tuple[Problem, ...]]:
    entries = [entry for entry in file if not entry.obsolete]
    twice = next((e for e in entries if not e.msgid and e.msgctxt is None), None)
    if twice:
        hint = "files that were put together are merged one by one"
        message = 'a second header: `msgid ""` again'
        return None, (Problem(Place(path, _line(twice)), message, hint),)
    if not any(entry.msgctxt for entry in entries) and SOURCE not in file.metadata:
        hint = "its entries have no ids (msgctxt); `translate export` writes them"
        message = "this is no PO file of reportkit's"
        return None, (Problem(Place(path), message, hint),)
    units = tuple(_unit(each) for each in entries if not _unusable(each))
    language = re.split("[-_@.]", _header(file, "Language"))[0].lower()
    session, source = _header(file, "Project-Id-Version"), _header(file, SOURCE)
    ids = file.header.strip().removeprefix(IDS).split() if IDS in file.header else ()
    made = Return(session, source, language, units, tuple(ids))
    return made, tuple(_remarks(file, path))


def _header(file: polib.POFile, name: str) -> str:
    value: str = file.metadata.get(name, "")
    return value.strip()


def _remarks(file: polib.POFile, path: str) -> Iterator[Problem]:
    """What is told about entries that are left out."""
    for entry in file:
        message = "an obsolete entry" if entry.obsolete else _unusable(entry)
        if message:
            place = Place(path, _line(entry))
            yield warning(place, f"{message} is left out: {_shown(entry)}")


def _unusable(entry: polib.POEntry) -> str:
    """What an entry is that cannot be taken; empty for one that can."""
    if not entry.msgctxt:
        return "an entry without an id (msgctxt)"
    if entry.msgid_plural or entry.msgstr_plural:
        return "an entry with a plural"
    visible = entry.msgstr.translate(_SHOWN)
    return "an entry with a control character" if unfit_in(visible) else ""


def _unit(entry: polib.POEntry) -> Returned:
    target = entry.msgstr.translate(_SHOWN)
    source = entry.msgid.translate(_SHOWN)
    id = entry.msgctxt or ""
    told = _STATE.search(entry.comment)
    # One that went out without a translation has no state; its comments tell.
    sent = told[2] if told else EMPTY if entry.comment else ""
    return Returned(id, source, target, _state(entry, target), _line(entry), sent)


def _state(entry: polib.POEntry, target: str) -> str:
    if entry.fuzzy or not target:
        return ""
    told = _STATE.search(entry.comment)
    return told[1] if told and told[2] == seal_of(target) else DRAFT


def _line(entry: polib.POEntry) -> int:
    """The line on which an entry begins, the one put before the text not counted."""
    return max((entry.linenum or 1) - 1, 1)


def _shown(entry: polib.POEntry) -> str:
    text = " ".join((entry.msgctxt or entry.msgid).translate(_SHOWN).split())
    return text if len(text) <= 40 else f"{text[:40]}…"
