"""A language's files brought up to the original.

New passages get an entry with the source above an empty text; of changed ones the
difference is shown above; those whose passage is gone are set aside. Lines that
begin with `#| ` or `#! ` are the tool's own; everything else stays byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.model.fingerprint import fingerprint
from reportkit.model.reading import AMENDMENTS, BESIDE, SET_ASIDE, TRANSLATED_FROM
from reportkit.source.chunks import Chunk, Chunked, chunks_of
from reportkit.source.editing import BOM
from reportkit.source.extents import open_source
from reportkit.translate.kept_sources import Desk, translated_from
from reportkit.translate.standing import Standing
from reportkit.translate.tool_lines import CHANGED, OWN, SOURCE, difference, tool_lines

OF = re.compile(r"(?m)^(  of: )t[0-9a-f]{8}")
EMPTY = re.compile(r"[a-z0-9-]+:\s+of: t[0-9a-f]{8}\s+state: draft\s+text:\s*")
GAPS = ("\n\n", "\r\n\r\n")
ASIDE = "# Translations whose passage is gone; they come back with it.\n\n"


class Updated(NamedTuple):
    """The files that change, by path below the language's folder, and what was done."""

    files: dict[str, bytes]
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()


def update(desk: Desk) -> Updated:
    """The files of a language as the original asks for them.

    Raises CannotEdit for a file whose layout does not allow it.
    """
    opened = {
        path: chunks_of(open_source(data, path))
        for path, data in desk.files.items()
        if path != TRANSLATED_FROM
    }
    own = {path: each for path, each in opened.items() if path not in BESIDE}
    aside = opened.get(SET_ASIDE, Chunked(ASIDE, ()))
    own, aside, gone, back = _set_aside(own, aside, desk)
    own = _told(own, desk, frozenset(back))
    made = {path: each.whole for path, each in own.items()}
    if AMENDMENTS in opened or any(each.amendment for each in desk.standings):
        known = opened.get(AMENDMENTS, Chunked("", ()))
        made[AMENDMENTS] = _amended(known, desk.standings).whole
    if aside.chunks or SET_ASIDE in opened:
        made[SET_ASIDE] = aside.whole
    lasting = frozenset(each.key for each in aside.chunks) | frozenset(back)
    made[TRANSLATED_FROM] = translated_from(desk, desk.standings, lasting)
    written = {
        path: _encoded(text, desk.files.get(path)) for path, text in made.items()
    }
    return Updated(
        {path: data for path, data in written.items() if data != desk.files.get(path)},
        tuple(each.key for each in desk.standings if not each.text),
        tuple(each.key for each in desk.standings if each.grade),
        gone,
        back,
    )


def with_entries(desk: Desk, keys: frozenset[str]) -> dict[str, bytes]:
    """The files that change so that some passages have an entry; nothing else does."""
    wanted = tuple(each for each in desk.standings if each.key in keys)
    opened = {
        path: chunks_of(open_source(data, path))
        for path, data in desk.files.items()
        if path not in (TRANSLATED_FROM, SET_ASIDE)
    }
    own = {path: each for path, each in opened.items() if path not in BESIDE}
    present = {each.key for chunked in own.values() for each in chunked.chunks}
    drafted = [e for e in wanted if not e.amendment and e.key not in present]
    order = {each.key: n for n, each in enumerate(desk.standings)}
    made = _with_new(own, drafted, desk.homes, order)
    amended = [each for each in wanted if each.amendment]
    if amended:
        known = opened.get(AMENDMENTS, Chunked("", ()))
        made[AMENDMENTS] = known._replace(
            chunks=(*known.chunks, *_new_amendments(known, amended))
        )
    return {
        path: _encoded(each.whole, desk.files.get(path))
        for path, each in made.items()
        if each != opened.get(path)
    }


def _with_new(
    own: Mapping[str, Chunked],
    absent: Iterable[Standing],
    homes: Mapping[str, str],
    order: Mapping[str, int],
) -> dict[str, Chunked]:
    """The files with an entry for each passage that has none."""
    made, known = dict(own), tuple(absent)
    for path in dict.fromkeys(homes[each.key] for each in known):
        new = (_new(each) for each in known if homes[each.key] == path)
        made[path] = _sorted_in(made.get(path, Chunked("", ())), new, order)
    return made


def _encoded(text: str, before: bytes | None) -> bytes:
    """The bytes of a file, with the signature that it had."""
    return (BOM if before and before.startswith(BOM) else b"") + text.encode()


def _set_aside(
    own: Mapping[str, Chunked], aside: Chunked, desk: Desk
) -> tuple[dict[str, Chunked], Chunked, tuple[str, ...], tuple[str, ...]]:
    """Entries whose passage is gone put aside, and those that came back put back."""
    gone: list[Chunk] = []
    made: dict[str, Chunked] = {}
    for path, chunked in own.items():
        left = (each for each in chunked.chunks if each.key not in desk.known)
        gone += (each for each in left if not _is_nothing(each))
        kept = tuple(each for each in chunked.chunks if each.key in desk.known)
        made[path] = chunked._replace(chunks=kept)
    present = {each.key for chunked in made.values() for each in chunked.chunks}
    back = [e for e in aside.chunks if e.key in desk.known and e.key not in present]
    rest = tuple(each for each in aside.chunks if each not in back)
    order = {each.key: n for n, each in enumerate(desk.standings)}
    for path in dict.fromkeys(desk.homes[each.key] for each in back):
        here = [each for each in back if desk.homes[each.key] == path]
        made[path] = _sorted_in(made.get(path, Chunked("", ())), here, order)
    aside = aside._replace(chunks=(*rest, *gone))
    lost, returned = (tuple(each.key for each in row) for row in (gone, back))
    return made, aside, lost, returned


def _is_nothing(chunk: Chunk) -> bool:
    """Whether an entry is as the tool made it: no text, no comment of anyone's."""
    return not OWN.sub("", chunk.comments) and bool(EMPTY.fullmatch(chunk.text))


def _sorted_in(
    chunked: Chunked, new: Iterable[Chunk], order: Mapping[str, int]
) -> Chunked:
    """The file with entries more, each before the first that the source has later."""
    pending = sorted(new, key=lambda chunk: order.get(chunk.key, len(order)))
    made: list[Chunk] = []
    for each in chunked.chunks:
        place = order.get(each.key, -1)
        while pending and order.get(pending[0].key, len(order)) < place:
            made.append(_like(chunked, pending.pop(0)))
        made.append(each)
    return chunked._replace(chunks=(*made, *(_like(chunked, each) for each in pending)))


def _like(chunked: Chunked, new: Chunk) -> Chunk:
    """A new entry with the line ends of its file, and its empty lines."""
    parted = any(each.text.endswith(GAPS) for each in chunked.chunks)
    if parted and not new.text.endswith(GAPS):
        new = new._replace(text=f"{new.text}\n")
    end = "\r\n" if "\r\n" in chunked.whole else "\n"
    # What was set aside has the ends of the file that it came from.
    comments, text = (
        t.replace("\r\n", "\n").replace("\n", end) for t in (new.comments, new.text)
    )
    return new._replace(comments=comments, text=text)


def _told(
    own: Mapping[str, Chunked], desk: Desk, back: frozenset[str]
) -> dict[str, Chunked]:
    """The files with an entry for every passage, and the tool's lines above them.

    What has just come back stays as it was set aside.
    """
    order = {each.key: n for n, each in enumerate(desk.standings)}
    drafted = {each.key: each for each in desk.standings if not each.amendment}
    present = {each.key for chunked in own.values() for each in chunked.chunks}
    made = {
        path: chunked._replace(
            chunks=tuple(
                each if each.key in back else _retold(each, drafted.get(each.key))
                for each in chunked.chunks
            )
        )
        for path, chunked in own.items()
    }
    absent = (each for key, each in drafted.items() if key not in present)
    return _with_new(made, absent, desk.homes, order)


def _new(standing: Standing) -> Chunk:
    """An entry without a translation, its source above it."""
    of = fingerprint(standing.source)
    text = f"{standing.id}:\n  of: {of}\n  state: draft\n  text:\n"
    return Chunk(standing.id, tool_lines(SOURCE, standing.source), text)


def _retold(chunk: Chunk, standing: Standing | None) -> Chunk:
    """An entry under the tool's lines of now; all other comments stay."""
    comments = OWN.sub("", chunk.comments)
    if standing is None:
        return chunk._replace(comments=comments)
    text = chunk.text
    if not standing.text:
        comments += tool_lines(SOURCE, standing.source)
        text = OF.sub(rf"\g<1>{fingerprint(standing.source)}", text, count=1)
    elif standing.grade:
        comments += tool_lines(CHANGED, difference(standing))
    return _ended_alike(chunk, chunk._replace(comments=comments, text=text))


def _ended_alike(old: Chunk, new: Chunk) -> Chunk:
    if "\r\n" not in old.whole:
        return new
    comments = new.comments.replace("\r\n", "\n").replace("\n", "\r\n")
    return new._replace(comments=comments)


def _amended(chunked: Chunked, standings: Iterable[Standing]) -> Chunked:
    """LANGUAGE/amendments.yaml with an entry for each amendment of words."""
    known = [each for each in standings if each.amendment]
    chunks = tuple(
        _retold_amendment(each, [e for e in known if e.amendment == each.key])
        for each in chunked.chunks
    )
    return chunked._replace(chunks=(*chunks, *_new_amendments(chunked, known)))


def _new_amendments(chunked: Chunked, known: list[Standing]) -> Iterator[Chunk]:
    """An entry for each amendment that a file has none for."""
    present = {each.key for each in chunked.chunks}
    for amendment in dict.fromkeys(each.amendment for each in known):
        if amendment not in present:
            own = [each for each in known if each.amendment == amendment]
            yield _like(chunked, _new_amendment(amendment, own))


def _new_amendment(amendment: str, known: list[Standing]) -> Chunk:
    comments = "".join(tool_lines(SOURCE, each.source) for each in known)
    if len(known) == 1:
        (only,) = known
        of = fingerprint(only.source)
        text = f"{amendment}:\n  of: {of}\n  state: draft\n  text:\n"
        return Chunk(amendment, comments, text)
    lines = [f"{amendment}:\n  passages:\n"]
    for each in known:
        lines.append(
            f"    {each.id}:\n      of: {fingerprint(each.source)}\n"
            "      state: draft\n      text:\n"
        )
    return Chunk(amendment, comments, "".join(lines))


def _retold_amendment(chunk: Chunk, known: list[Standing]) -> Chunk:
    """The entry of an amendment under the tool's lines of now."""
    comments = OWN.sub("", chunk.comments)
    for each in known:
        if not each.text:
            comments += tool_lines(SOURCE, f"{each.id}: {each.source}")
        elif each.grade:
            comments += tool_lines(CHANGED, f"{each.id}: {difference(each)}")
    return _ended_alike(chunk, chunk._replace(comments=comments))
