"""Marked text as words and codes: what a translator types, and what must not be lost.

`{ref: intro}` and its like are single codes; `*emphasis*` and `^superscript^` are
pairs around words. Codes are numbered in the order of the source, and a code of the
translation has the number of the source's that it stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.model.fingerprint import fingerprint
from reportkit.model.marks import Piece, escaped, pieces_of

ITALIC, RAISED, MARK = "italic", "superscript", "mark"
SIGNS = {ITALIC: "*", RAISED: "^"}
UNKNOWN = "{?}"
EMPTY = "-"


class Code(NamedTuple):
    """A single mark: its number, and how the sources write it."""

    number: int
    written: str


class Pair(NamedTuple):
    """Words set in italics, or raised: their code's number, kind and content."""

    number: int
    kind: str
    content: tuple[str | Code, ...]


Part = str | Code | Pair


def parts_of(text: str) -> tuple[Part, ...]:
    """The words and codes of a source text, its codes numbered from 1."""
    return _joined(_numbered(text, {}, iter(range(1, 1 << 20))))


def parts_like(text: str, source: str) -> tuple[Part, ...]:
    """The words and codes of a translation, numbered as in its source.

    A code that the source does not have gets a number after all of its.
    """
    known: dict[tuple[str, ...], list[int]] = {}
    highest = 0
    for number, name in codes_in(source):
        known.setdefault(name, []).append(number)
        highest = max(highest, number)
    return _joined(_numbered(text, known, iter(range(highest + 1, 1 << 20))))


def codes_in(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The number of each code of a source, and what it is known by."""
    for part in parts_of(text):
        if isinstance(part, Code):
            yield part.number, name_of(part.written)
        elif isinstance(part, Pair):
            yield part.number, (part.kind,)
            inner = (each for each in part.content if isinstance(each, Code))
            yield from ((each.number, name_of(each.written)) for each in inner)


def name_of(written: str) -> tuple[str, ...]:
    """What a mark is known by: its kind and what it stands for, not its options.

    A language gives a reference a case, or States a form, as its grammar asks.
    """
    (piece, *_) = pieces_of(written) or (Piece("?", written, 0),)
    return (piece.kind, *sorted(piece.words))


def text_of_parts(parts: tuple[Part, ...], written: Mapping[int, str]) -> str:
    """The marked text of words and codes; `written` is how each code is written.

    A code that is not among them becomes `{?}`, which a merge refuses. Signs are
    written as themselves where they are read as themselves.
    """
    loose = _text(parts, written, str)
    strict = _text(parts, written, escaped)
    return loose if _bare(parts_of(loose), {}) == _bare(parts, written) else strict


def _bare(
    parts: Iterable[Part], written: Mapping[int, str]
) -> list[str | tuple[str, ...]]:
    """Words and codes as they are written, whatever their numbers."""
    made: list[str | tuple[str, ...]] = []
    for part in parts:
        if isinstance(part, Pair):
            made.append((part.kind, _text(part.content, written, str)))
        elif isinstance(part, Code):
            made.append((MARK, written.get(part.number, part.written)))
        else:
            made.append(part)
    return made


def _text(
    parts: Iterable[Part], written: Mapping[int, str], spell: Callable[[str], str]
) -> str:
    """The text of some parts; raised words know no escape."""
    made: list[str] = []
    for part in parts:
        if isinstance(part, str):
            made.append(spell(part))
        elif isinstance(part, Code):
            made.append(written.get(part.number, part.written or UNKNOWN))
        else:
            inner = _text(part.content, written, str if part.kind == RAISED else spell)
            made.append(f"{SIGNS[part.kind]}{inner}{SIGNS[part.kind]}")
    return "".join(made)


def _joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with neighbouring words as one."""
    made: list[Part] = []
    for part in parts:
        last = made[-1] if made else None
        if isinstance(part, str) and isinstance(last, str):
            made[-1] = last + part
        else:
            made.append(part)
    return tuple(made)


def written_codes(source: str, target: str = "") -> dict[int, str]:
    """How each single code of a source is written, in the translation if it has it."""
    made = {
        part.number: part.written
        for text in (parts_of(source), parts_like(target, source))
        for part in _codes(text)
    }
    return made


def _codes(parts: tuple[Part, ...]) -> Iterator[Code]:
    for part in parts:
        if isinstance(part, Code):
            yield part
        elif isinstance(part, Pair):
            yield from (each for each in part.content if isinstance(each, Code))


def _numbered(
    text: str, known: dict[tuple[str, ...], list[int]], new: Iterator[int]
) -> Iterator[Part]:
    """The parts of a text; runs in italics and raised words are pairs."""
    run: list[Piece] = []
    for piece in (*pieces_of(text), Piece("text", "", len(text))):
        if run and not piece.italic:
            yield _pair(ITALIC, run, known, new)
            run = []
        if piece.italic:
            run.append(piece)
        elif piece.kind == "raised":
            number = _number((RAISED,), known, new)
            yield Pair(number, RAISED, (piece.text,))
        elif piece.text or piece.kind != "text":
            yield _part(piece, known, new)


def _pair(
    kind: str,
    run: list[Piece],
    known: dict[tuple[str, ...], list[int]],
    new: Iterator[int],
) -> Pair:
    number = _number((kind,), known, new)
    content = _joined(_part(piece, known, new) for piece in run)
    inner = tuple(each for each in content if not isinstance(each, Pair))
    return Pair(number, kind, inner)


def _part(
    piece: Piece, known: dict[tuple[str, ...], list[int]], new: Iterator[int]
) -> str | Code:
    """Words, or a code; raised words inside italics stay as they are written."""
    if piece.kind == "text":
        return piece.text
    written = f"^{piece.text}^" if piece.kind == "raised" else piece.text
    return Code(_number(name_of(written), known, new), written)


def _number(
    name: tuple[str, ...], known: dict[tuple[str, ...], list[int]], new: Iterator[int]
) -> int:
    numbers = known.get(name)
    return numbers.pop(0) if numbers else next(new)


def seal_of(text: str) -> str:
    """A fingerprint of a translation by what it says, however its signs are written.

    A file carries it, so that it is seen whether a translator touched a text, and
    whether the text was touched here meanwhile; `-` stands for no text.
    """
    if not text.strip():
        return EMPTY
    told = (
        part if isinstance(part, str) else "".join(part)
        for part in _bare(parts_of(text), {})
    )
    return fingerprint("\n".join(told))
