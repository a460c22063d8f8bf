"""Contents as marked text, and back: what an issued document keeps of its words.

The marks are those that sources are written in, but nothing is left open: a
reference keeps the words that it printed (`{ref: id; as: paragraph 6 (j)}`), a
link its address. `{set: bold; as: …}` gives a look where no sign can give it, and
`{}` parts two runs of one look. In a mark, `;`, `{`, `}`, a backslash and spaces at
the edge of a value are written as in JSON (`\\u003b`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from reportkit.document.nodes import (
    Content,
    Inline,
    Link,
    NoteReference,
    Reference,
    Run,
)
from reportkit.model.marks import Piece, escaped, pieces_of

Labels = Mapping[str, str]
Options = Mapping[str, str]
Spelling = Mapping[type, Callable[[Any], str]]

END_OF_RUN = "{}"
# The looks that `set` knows, with the fields of a run that hold them.
LOOKS = {"italic": "italic", "bold": "bold", "raised": "superscript"}
PLAIN = "plain"
RESERVED = re.compile(r"\A\s+|[;{}\\]|\s+\Z")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class Unread(ValueError):
    """A mark that no issued document has; `offset` is where it begins in its text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class Open(NamedTuple):
    """A mark as sources have it: what it stands for is not filled in."""

    mark: str


def write_content(content: Content) -> str:
    """A content as marked text, from which `read_content` makes the same again.

    Raises ValueError for what no issued document holds: words that stand in for
    a translation, words that were inserted or deleted.
    """
    text = _with_stars(content, SIGNS)
    return text if _reads_as(text, content) else _spelled(content, ALONE)


def read_content(text: str, notes: Labels) -> Content:
    """The content of a marked text; `notes` are the labels of footnotes, by id.

    Raises Unread for a mark that is not known or lacks something.
    """
    return tuple(_joined(_inlines(text, notes)))


def source_text(content: Content) -> str:
    """A content as its source would write it, to be set anew elsewhere.

    References are without their words, and links are words alone. Where signs
    would not be read as they are meant, the words stay and the look goes.
    """
    meant = tuple(_joined(OPENED[type(inline)](inline) for inline in content))
    for spelling in (TYPED, SOURCE):
        text = _with_stars(meant, spelling)
        if tuple(_joined(map(_open_piece, pieces_of(text)))) == meant:
            return text
    return _spelled(meant, {**SOURCE, Run: lambda run: escaped(run.text)})


def _reads_as(text: str, content: Content) -> bool:
    notes = {each.note: each.label for each in content if type(each) is NoteReference}
    try:
        return read_content(text, notes) == content
    except Unread:
        return False


def _with_stars(content: tuple[Any, ...], spelling: Spelling) -> str:
    """The text of a content with stars around what is in italics."""
    italics = iter(tuple(_in_italics(content)))
    groups = groupby(content, lambda each: next(italics))
    spelled = ((_spelled(group, spelling), italic) for italic, group in groups)
    return "".join(f"*{text}*" if italic else text for text, italic in spelled)


def _in_italics(content: tuple[Any, ...]) -> Iterator[bool]:
    """Whether each inline is in italics, as a mark is between two runs that are."""
    for place in range(len(content)):
        nearest = (content[place::-1], content[place:])
        runs = [next((r for r in part if type(r) is Run), Run("")) for part in nearest]
        yield all(run.italic for run in runs)


def _spelled(content: Iterable[Any], spelling: Spelling) -> str:
    made: list[str] = []
    before = None
    for inline in content:
        if type(inline) not in spelling:
            raise ValueError(f"no issued document has {inline}")
        made += [END_OF_RUN] if _of_one_look(before, inline) else []
        made.append(spelling[type(inline)](inline))
        before = inline
    return "".join(made)


def _of_one_look(before: Any, after: Any) -> bool:
    runs = isinstance(before, Run) and isinstance(after, Run)
    return runs and before[1:] == after[1:]


def _joined(inlines: Iterable[Any]) -> Iterator[Any]:
    """The inlines with runs of one look that meet made one; None keeps them apart."""
    last: Any = None
    for each in inlines:
        if _of_one_look(last, each):
            last = last._replace(text=last.text + each.text)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _write_signs(run: Run) -> str:
    """A run with the signs of its look, but for the stars."""
    if run.bold or run.language or run.missing:
        return _write_set(run)
    return f"^{run.text}^" if run.superscript else escaped(run.text)


def _write_alone(run: Run) -> str:
    """A run that reads the same whatever is beside it."""
    return escaped(run.text) if run.text and run == Run(run.text) else _write_set(run)


def _write_set(run: Run) -> str:
    if run.language or run.missing:
        raise ValueError(f"no issued document has {run}")
    looks = " ".join(look for look, field in LOOKS.items() if getattr(run, field))
    return _mark("set", looks or PLAIN, words=run.text)


def _write_typed(run: Run) -> str:
    """A run as people type it: a star that opens nothing is a star."""
    return f"^{run.text}^" if run.superscript else run.text.replace("{", "{{")


def _write_reference(each: Reference) -> str:
    elsewhere = "yes" if each.elsewhere else ""
    options = {"form": each.form, "case": each.case, "elsewhere": elsewhere}
    return _mark("ref", each.target, options, each.text)


def _write_link(link: Link) -> str:
    return _mark("link", link.address, words=link.text)


def _write_note(mark: NoteReference) -> str:
    return _mark("note", mark.note)


def _open_reference(each: Reference) -> Open:
    return Open(_mark("ref", each.target, {"form": each.form, "case": each.case}))


def _open_piece(piece: Piece) -> Run | Open:
    return _run_of(piece) or Open(piece.text)


def _mark(
    name: str, argument: str, options: Options | None = None, words: str | None = None
) -> str:
    """A mark with those of its options that say something, and its words."""
    given = [(key, value) for key, value in (options or {}).items() if value]
    last = [] if words is None else [("as", words)]
    pairs = [(name, argument), *given, *last]
    return f"{{{'; '.join(f'{key}: {_quoted(value)}' for key, value in pairs)}}}"


def _quoted(value: str) -> str:
    return RESERVED.sub(lambda m: "".join(f"\\u{ord(c):04x}" for c in m[0]), value)


def _unquoted(value: str) -> str:
    return ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)


SIGNS: Spelling = {
    Run: _write_signs,
    Reference: _write_reference,
    Link: _write_link,
    NoteReference: _write_note,
}
ALONE: Spelling = {**SIGNS, Run: _write_alone}
# Of a source: what each inline is in it, and two ways to write a run.
OPENED: Mapping[type, Callable[[Any], Run | Open]] = {
    Run: lambda run: run._replace(bold=False),
    Reference: _open_reference,
    Link: lambda link: Run(link.text),
    NoteReference: lambda mark: Open(_write_note(mark)),
}
SOURCE: Spelling = {Run: _write_signs, Open: lambda each: each.mark}
TYPED: Spelling = {**SOURCE, Run: _write_typed}


def _inlines(text: str, notes: Labels) -> Iterator[Inline | None]:
    for piece in pieces_of(text):
        yield _run_of(piece) or _read_mark(piece, notes)


def _run_of(piece: Piece) -> Run | None:
    """The run of a piece that is no mark."""
    if piece.kind not in ("text", "raised"):
        return None
    raised = piece.kind == "raised"
    return Run(piece.text, italic=piece.italic, superscript=raised)


def _read_mark(piece: Piece, notes: Labels) -> Inline | None:
    if piece.text == END_OF_RUN:
        return None
    options = {key: _unquoted(value) for key, value in piece.options}
    known = OPTIONS.get(piece.kind, ())
    if piece.kind not in READERS or not {*known[:1]} <= {*options} <= {*known}:
        raise Unread(f"the mark {piece.text} cannot be read here", piece.offset)
    try:
        return READERS[piece.kind](_unquoted(piece.argument), options, notes)
    except KeyError as error:
        message = f"{error.args[0]!r} is not known in the mark {piece.text}"
        raise Unread(message, piece.offset) from error


def _read_set(argument: str, options: Options, notes: Labels) -> Run:
    looks = () if argument == PLAIN else argument.split()
    fields: Mapping[str, Any] = {LOOKS[look]: True for look in looks}
    return Run(options["as"], **fields)


def _read_reference(argument: str, options: Options, notes: Labels) -> Reference:
    form, case = options.get("form", ""), options.get("case", "")
    return Reference(argument, options["as"], form, case, "elsewhere" in options)


def _read_link(argument: str, options: Options, notes: Labels) -> Link:
    return Link(argument, options["as"])


def _read_note(argument: str, options: Options, notes: Labels) -> NoteReference:
    return NoteReference(argument, notes[argument])


# What a mark may give besides its argument; what comes first it must give.
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "set": ("as",),
    "ref": ("as", "form", "case", "elsewhere"),
    "link": ("as",),
}
READERS: Mapping[str, Callable[[str, Options, Labels], Inline]] = {
    "set": _read_set,
    "ref": _read_reference,
    "link": _read_link,
    "note": _read_note,
}
