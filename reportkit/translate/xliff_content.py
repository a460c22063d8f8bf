"""The content of XLIFF elements: words and inline codes, out of a text and back.

Versions differ in what their inline elements are called, so each has a `Dialect`.
A tool may part a text anywhere, inside words in italics too: content is read as a
run of tokens, and its pairs are found when all of it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from reportkit.model.marks import escaped, pieces_of
from reportkit.translate.placeholders import (
    RAISED,
    SIGNS,
    UNKNOWN,
    Code,
    Pair,
    Part,
    parts_of,
)
from reportkit.translate.xml_guard import Element

CODE, PAIR, OPENS, CLOSES, CLEAR, NOTHING, CHARACTER = (
    *("code", "pair", "opens", "closes", "clear", "nothing", "character"),
)


class Opens(NamedTuple):
    """Where words in italics or raised words begin; any other kind is unknown."""

    kind: str


class Closes(NamedTuple):
    """Where the words end that were begun last."""


Token = str | Code | Opens | Closes


class Dialect(NamedTuple):
    """How a version of XLIFF writes inline codes.

    `roles` says what each inline element is, by its local name; one that is not
    among them is a code that nobody knows. `written` are the attributes that may
    hold how the sources write a code, `data` those that name where it stands.
    `kinds` are the values of the attribute `kind` for pairs. `keys` are the
    attributes by which an element of a translation is known from the source.
    """

    roles: Mapping[str, str]
    written: tuple[str, ...]
    data: tuple[str, ...]
    kind: str
    kinds: Mapping[str, str]
    keys: tuple[str, ...]


class Codes(NamedTuple):
    """The codes of a unit: by id how they are written, and by id its data."""

    known: Mapping[str, str]
    data: Mapping[str, str]


def fill(
    element: Element, parts: Iterable[Part], made: Callable[[Code | Pair], Element]
) -> None:
    """Nothing; the words and codes stand in the element, after what it has."""
    for part in parts:
        if isinstance(part, str):
            add_text(element, part)
            continue
        child = made(part)
        element.append(child)
        if isinstance(part, Pair):
            fill(child, part.content, made)


def add_text(element: Element, words: str) -> None:
    """Nothing; the words stand in the element, after what it has."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_of(element: Element, root: Element) -> bool:
    """Whether an element is of the namespace of the file's root."""
    return str(element.tag).rpartition("}")[0] == str(root.tag).rpartition("}")[0]


def codes_of(
    dialect: Dialect, source: Iterable[Element], data: Mapping[str, str]
) -> Codes:
    """The codes of a unit's source, by their ids."""
    known: dict[str, str] = {}
    for element in source:
        for child in element.iterdescendants():
            role = dialect.roles.get(local_name(child), "")
            told = _told(dialect, role, child, Codes({}, data))
            if told:
                known.update((key, told) for key in _keys(dialect, child))
    return Codes(known, data)


def tokens_in(element: Element, dialect: Dialect, codes: Codes) -> Iterator[Token]:
    """The words and codes of an element, and where pairs begin and end."""
    yield element.text or ""
    for child in element:
        yield from tokens_of(child, dialect, codes)
        yield child.tail or ""


def tokens_of(child: Element, dialect: Dialect, codes: Codes) -> Iterator[Token]:
    """The tokens of an inline element itself."""
    role = dialect.roles.get(local_name(child), "")
    if role in (PAIR, OPENS):
        yield Opens(_told(dialect, role, child, codes))
    elif role == CHARACTER:
        yield _character(child)
    elif role in (CODE, ""):
        yield Code(0, _told(dialect, role, child, codes) or UNKNOWN)
    if role in (PAIR, CLEAR):
        yield from tokens_in(child, dialect, codes)
    if role in (PAIR, CLOSES):
        yield Closes()


def _told(dialect: Dialect, role: str, child: Element, codes: Codes) -> str:
    """How a code is written or what kind a pair is, by itself or by its id."""
    by_id = (codes.known.get(key, "") for key in _keys(dialect, child))
    if role in (PAIR, OPENS):
        kind = dialect.kinds.get(child.get(dialect.kind) or "", "")
        return kind or next((each for each in by_id if each in SIGNS), "")
    if role != CODE:
        return ""
    own = (child.get(name) or "" for name in dialect.written)
    data = (codes.data.get(child.get(name) or "", "") for name in dialect.data)
    told = (*data, *own, *by_id)
    return next((each for each in told if _is_mark(each)), "")


def _keys(dialect: Dialect, child: Element) -> Iterator[str]:
    return (value for key in dialect.keys if (value := child.get(key)))


def _is_mark(written: str) -> bool:
    """Whether a text is one mark as the sources write it, and nothing else."""
    pieces = pieces_of(written)
    return len(pieces) == 1 and pieces[0].kind != "text"


def _character(child: Element) -> Token:
    """The character that XML cannot hold; a code that is none is unknown."""
    try:
        return chr(int(child.get("hex") or "", 16))
    except (ValueError, OverflowError):
        return Code(0, UNKNOWN)


def text_of_tokens(tokens: Iterable[Token]) -> tuple[str, bool]:
    """The marked text of a content, and whether it reads back as it is.

    Italics cannot be written where they touch a letter outside of them.
    """
    parts = tuple(_numbered(_joined(_parts(tokens))))
    loose = _written(parts, str)
    text = loose if parts_of(loose) == parts else _written(parts, escaped)
    return text, parts_of(text) == parts


def _written(parts: Iterable[Part], spell: Callable[[str], str]) -> str:
    """The text of words and codes; raised words know no escape."""
    made: list[str] = []
    for part in parts:
        if isinstance(part, Pair):
            inner = _written(part.content, str if part.kind == RAISED else spell)
            made.append(f"{SIGNS[part.kind]}{inner}{SIGNS[part.kind]}")
        else:
            made.append(spell(part) if isinstance(part, str) else part.written)
    return "".join(made)


def _parts(tokens: Iterable[Token]) -> list[Part]:
    """The parts of a content; what is not closed, or never opened, is unknown."""
    kinds: list[str] = []
    contents: list[list[Part]] = [[]]
    for token in tokens:
        if isinstance(token, Opens):
            kinds.append(token.kind)
            contents.append([])
        elif not isinstance(token, Closes):
            contents[-1].append(token)
        elif kinds:
            inner = contents.pop()
            contents[-1] += _closed(kinds.pop(), inner, bool(kinds))
        else:
            contents[-1].append(Code(0, UNKNOWN))
    for inner in contents[1:]:
        contents[0] += [Code(0, UNKNOWN), *inner]
    return contents[0]


def _closed(kind: str, content: list[Part], inside: bool) -> list[Part]:
    """The part that a pair makes; a pair inside a pair is a code or just its words."""
    words = _joined(content)
    flat = [part for part in words if not isinstance(part, Pair)]
    if kind not in SIGNS:
        return [Code(0, UNKNOWN), *words]
    if not inside:
        return _pair(kind, flat)
    raised = kind == RAISED and len(flat) == 1 and isinstance(flat[0], str)
    code = f"{SIGNS[RAISED]}{flat[0]}{SIGNS[RAISED]}" if raised else ""
    return [Code(0, code)] if _is_mark(code) else words


def _pair(kind: str, content: list[str | Code]) -> list[Part]:
    """A pair without the white space at its ends, which stands outside."""
    before = after = ""
    if content and isinstance(content[0], str):
        kept = content[0].lstrip()
        before = content[0][: len(content[0]) - len(kept)]
        content = [kept, *content[1:]]
    if content and isinstance(content[-1], str):
        kept = content[-1].rstrip()
        after = content[-1][len(kept) :]
        content = [*content[:-1], kept]
    inner = tuple(part for part in content if part)
    return [before, *([Pair(0, kind, inner)] if inner else []), after]


def _joined(parts: list[Part]) -> list[Part]:
    """The parts with neighbouring words as one."""
    made: list[Part] = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        elif part != "":
            made.append(part)
    return made


def _numbered(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with their codes numbered as in a text."""
    numbers = count(1)
    for part in parts:
        if isinstance(part, str):
            yield part
            continue
        number = next(numbers)
        if isinstance(part, Pair):
            content = (_renumbered(each, numbers) for each in part.content)
            yield Pair(number, part.kind, tuple(content))
        else:
            yield part._replace(number=number)


def _renumbered(part: str | Code, numbers: Iterator[int]) -> str | Code:
    return part if isinstance(part, str) else part._replace(number=next(numbers))
