"""The marks inside a text: a small closed set, each with its place.

`*emphasis*` and `^superscript^` set type; `{name: argument; option: value}`
stands for something that is known elsewhere; `{{`, `{*}` and `{^}` are the
characters themselves. A star or a caret that opens nothing is itself too, as
in the symbol CTOC/COP/2004/6*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportkit.problems import nearest

TOKEN = re.compile(
    r"(?P<literal>\{\{|\{[*^]\})"
    r"|(?P<mark>\{[^{}]*\})"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])(?P<inner>(?:\{\*\}|(?!\{\*\})[^*])+?)"
    r"(?<!\s)\*(?!\w))"
    r"|\^(?P<raised>[^\s^{}]+)\^"
    r"|(?P<brace>\{)"
)
OPEN = re.compile(r"(?<![\w*/])\*(?=\w)|\^")


class Piece(NamedTuple):
    """A stretch of a text: text, raised, a brace left open, or a mark by its name.

    `argument` is what follows the colon, `options` what follows semicolons;
    `offset` counts from the beginning of the text.
    """

    kind: str
    text: str
    offset: int
    italic: bool = False
    argument: str = ""
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str, default: str = "") -> str:
        """The value of an option, or the default."""
        return dict(self.options).get(name, default)

    @property
    def words(self) -> tuple[str, ...]:
        """The argument's words, such as the codes of States."""
        return tuple(self.argument.replace(",", " ").split())


# Each mark, whether it takes an argument, and the options it knows.
MARKS: dict[str, tuple[bool, tuple[str, ...]]] = {
    "opening": (False, ()),
    "note": (True, ()),
    "ref": (True, ("form", "case")),
    "states": (True, ("form", "order", "case")),
    "organizations": (True, ("form",)),
    "item": (True, ()),
    "dates": (True, ("form",)),
    "instrument": (True, ("form", "case")),
    "paper": (True, ("paragraph", "symbol", "form", "case")),
}
# The values that options know; an option not named here takes any text.
OPTIONS: dict[tuple[str, str], tuple[str, ...]] = {
    ("ref", "form"): ("number",),
    ("states", "form"): ("list", "brief", "full", "running", "formal"),
    ("states", "order"): ("as-given",),
    ("organizations", "form"): ("the", "name"),
    ("dates", "form"): ("prose", "heading"),
    ("instrument", "form"): ("title", "short"),
    ("paper", "symbol"): ("yes", "no"),
    ("paper", "form"): ("title",),
}


@lru_cache(maxsize=4096)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a text, in order; a mark is not checked here."""
    if not any(character in text for character in "*^{"):
        return (Piece("text", text, 0),) if text else ()
    return tuple(_pieces(text, 0, False))


def _pieces(text: str, base: int, italic: bool) -> Iterator[Piece]:
    done = 0
    for match in TOKEN.finditer(text):
        if match.start() > done:
            yield Piece("text", text[done : match.start()], base + done, italic)
        yield from _piece(match, base, italic)
        done = match.end()
    if done < len(text):
        yield Piece("text", text[done:], base + done, italic)


def _piece(match: re.Match[str], base: int, italic: bool) -> Iterator[Piece]:
    offset = base + match.start()
    if match["inner"]:
        yield from _pieces(match["inner"], offset + 1, True)
    elif match["literal"]:
        yield Piece("text", match["literal"].strip("{}") or "{", offset, italic)
    elif match["raised"]:
        yield Piece("raised", match["raised"], offset, italic)
    elif match["mark"]:
        yield _mark(match["mark"], offset, italic)
    else:
        yield Piece("brace", "{", offset, italic)


def _mark(text: str, offset: int, italic: bool) -> Piece:
    head, *rest = (part.strip() for part in text[1:-1].split(";"))
    name, _, argument = (part.strip() for part in head.partition(":"))
    pairs = (part.partition(":") for part in rest)
    options = tuple((key.strip(), value.strip()) for key, _, value in pairs)
    return Piece(name or "?", text, offset, italic, argument, options)


def open_signs(text: str) -> Iterator[tuple[int, str]]:
    """The stars and carets that open what nothing closes, each with its offset.

    A star after a word or a symbol is a star.
    """
    if "*" not in text and "^" not in text:
        return
    for piece in pieces_of(text):
        literal = text[piece.offset] == "{"
        for match in OPEN.finditer(piece.text if piece.kind == "text" else ""):
            if not literal:
                yield piece.offset + match.start(), match.group()


def faults_of(piece: Piece) -> Iterator[tuple[str, str]]:
    """What is wrong with a mark, each as a message and a hint."""
    if piece.kind in ("text", "raised"):
        return
    if piece.kind == "brace":
        yield "a brace that is never closed", "a brace itself is written {{"
        return
    if piece.kind not in MARKS:
        near = nearest(piece.kind, tuple(MARKS))
        known = f"did you mean {{{near}}}?" if near else f"known: {', '.join(MARKS)}"
        yield f"unknown mark {piece.text}", f"{known}; a brace itself is written {{{{"
        return
    takes, options = MARKS[piece.kind]
    if takes != bool(piece.argument):
        more = f"write {{{piece.kind}: …}}" if takes else f"write {{{piece.kind}}}"
        message = "needs to say what it stands for" if takes else "takes nothing more"
        yield f"the mark {piece.text} {message}", more
    for name, value in piece.options:
        if name not in options:
            hint = f"known here: {', '.join(options) or 'none'}"
            yield f"unknown option `{name}` in {piece.text}", hint
        elif value not in OPTIONS.get((piece.kind, name), (value,)):
            hint = f"one of: {', '.join(OPTIONS[piece.kind, name])}"
            yield f"`{name}: {value}` is not known in {piece.text}", hint


def escaped(text: str) -> str:
    """A text written so that its characters are no marks."""
    if not any(character in text for character in "*^{"):
        return text
    return re.sub(r"[*^]|\{", lambda m: "{{" if m[0] == "{" else f"{{{m[0]}}}", text)
