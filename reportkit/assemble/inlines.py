"""Inlines out of a text with marks: everything that a mark stands for, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from reportkit.assemble.numbering import Numbers
from reportkit.assemble.organization import symbol_of
from reportkit.assemble.wording import Wording, cased
from reportkit.document.nodes import Link, NoteReference, Plain, Reference, Run
from reportkit.document.text import put_together
from reportkit.languages.dates import heading_span, span
from reportkit.languages.numerals import latin, roman
from reportkit.languages.table import language_of
from reportkit.languages.words import Marked
from reportkit.model.kinds import SYMBOL
from reportkit.model.marks import Piece, pieces_of

SYMBOLS = "https://undocs.org/"
Words = tuple[Plain, ...]


class Setter(NamedTuple):
    """What a text needs to be set: the wording, the numbers, the notes called.

    `elsewhere` gives, for a passage of another document, its symbol and the
    number it has there. `notes` collects the ids of footnotes in their order.
    """

    wording: Wording
    numbers: Numbers
    elsewhere: Callable[[str], tuple[str, str] | None]
    notes: list[str]

    def set(self, text: str, missing: bool = False, here: str = "") -> Words:
        """The inlines of a text; `here` is the passage it belongs to.

        Text that stands in for a translation carries its own language; what its
        marks stand for is worded in the document's.
        """
        tag = language_of(self.wording.session.facts.written_in).tag if missing else ""
        made: list[Plain] = []
        for piece in pieces_of(self.wording.words.closed_up(text)):
            for inline in MARKS.get(piece.kind, _plain)(self, piece, here):
                own = missing and piece.kind in ("text", "raised")
                made.append(_in_language(inline, tag) if own else inline)
        return self.linked(put_together(made))

    def linked(self, content: Words) -> Words:
        """The content with document symbols as links, where the session asks for it."""
        if not self.wording.session.facts.links:
            return content
        return tuple(part for inline in content for part in _with_symbols(inline))


def _in_language(inline: Plain, tag: str) -> Plain:
    if not isinstance(inline, Run):
        return inline
    return Run(
        inline.text, inline.italic, inline.bold, inline.superscript, tag, missing=True
    )


def _with_symbols(inline: Plain) -> Words:
    if not isinstance(inline, Run) or "/" not in inline.text:
        return (inline,)
    made: list[Plain] = []
    done = 0
    for match in SYMBOL.finditer(inline.text):
        if not any(character.isdigit() for character in match.group()):
            continue
        made += _run_like(inline, inline.text[done : match.start()])
        made.append(Link(SYMBOLS + match.group().rstrip("*"), match.group()))
        done = match.end()
    return (*made, *_run_like(inline, inline.text[done:]))


def _run_like(run: Run, text: str) -> Words:
    if not text:
        return ()
    return (
        Run(text, run.italic, run.bold, run.superscript, run.language, run.missing),
    )


def _plain(setter: Setter, piece: Piece, here: str) -> Words:
    return (Run(piece.text, italic=piece.italic),)


def _raised(setter: Setter, piece: Piece, here: str) -> Words:
    return (Run(piece.text, italic=piece.italic, superscript=True),)


def _note(setter: Setter, piece: Piece, here: str) -> Words:
    note = piece.argument
    if note not in setter.notes:
        setter.notes.append(note)
        setter.numbers.place_note(note, here)
    return (NoteReference(note, str(setter.notes.index(note) + 1)),)


def _ref(setter: Setter, piece: Piece, here: str) -> Words:
    """A pointer to a passage: of this document with a link, of another by symbol."""
    target, form, case = piece.argument, piece.option("form"), piece.option("case")
    words = setter.wording.words
    number = setter.numbers.pointed.get(target)
    if number is None:
        found = setter.elsewhere(target)
        symbol, number = found or ("", target)
        text = words.reference("elsewhere", case, number=number, symbol=symbol)
        return (Reference(target, number if form else text, form, case, True),)
    if form == "number":
        return (Reference(target, number, form, case),)
    text = words.reference(
        _side(setter.numbers, target, here),
        case,
        number=number,
        annex=setter.numbers.annexes.get(target, ""),
    )
    return (Reference(target, text, form, case),)


def _side(numbers: Numbers, target: str, here: str) -> str:
    """Where a passage is from here: above, below, in an annex, or in the report."""
    annex = numbers.annexes.get(target, "")
    if annex != numbers.annexes.get(here, ""):
        return "annex" if annex else "report"
    return (
        "above"
        if numbers.order.get(target, 0) < numbers.order.get(here, 0)
        else "below"
    )


def _run(text: str, piece: Piece) -> Words:
    return (Run(text, italic=piece.italic),)


def _title(setter: Setter, piece: Piece, here: str) -> Words:
    """The title of an item or a paper; one that is not translated says so."""
    rendering = setter.wording.text(piece.argument)
    return _marked(setter, rendering.text, piece, here, rendering.missing)


def _marked(
    setter: Setter, text: str, piece: Piece, here: str, missing: bool = False
) -> Words:
    """A text that may hold marks of its own, in the italics around it."""
    inner = setter.set(text, missing, here)
    if not piece.italic:
        return inner
    return tuple(e._replace(italic=True) if isinstance(e, Run) else e for e in inner)


def _states(setter: Setter, piece: Piece, here: str) -> Words:
    wording, form = setter.wording, piece.option("form", "list")
    case = piece.option("case")
    if piece.option("order") == "as-given":
        shown = cased(form, case)
        names = tuple(wording.form_of(code, shown) for code in piece.words)
    else:
        names = wording.sorted_names(piece.words, form, case)
    return _run(wording.words.joined(names), piece)


def _organizations(setter: Setter, piece: Piece, here: str) -> Words:
    wording, form = setter.wording, piece.option("form", "name")
    named = {id: wording.organization(id) for id in piece.words}
    ordered = sorted(named, key=lambda id: wording.order(named[id].name, id))
    names = (named[id].the if form == "the" else named[id].name for id in ordered)
    return _run(wording.words.joined(tuple(names)), piece)


def _dates(setter: Setter, piece: Piece, here: str) -> Words:
    body = setter.wording.session.facts.bodies[piece.argument]
    make = heading_span if piece.option("form") == "heading" else span
    said: Marked = make(setter.wording.words, body.first, body.last)
    return _marked(setter, said, piece, here)


def _instrument(setter: Setter, piece: Piece, here: str) -> Words:
    named = setter.wording.instrument(piece.argument)
    name = named.short if piece.option("form") == "short" else named.full
    case = piece.option("case")
    return _run(name.form(case) if case else name.name, piece)


def _paper(setter: Setter, piece: Piece, here: str) -> Words:
    """A paper by its symbol or title, or a paragraph of it, with or without it."""
    papers = {str(paper.id): paper for paper in setter.wording.session.papers.papers}
    symbol = symbol_of(setter.wording, papers[piece.argument])
    paragraph = piece.option("paragraph")
    if not paragraph:
        if piece.option("form") == "title" or not symbol:
            return _title(setter, piece, here)
        return _run(symbol, piece)
    words, case = setter.wording.words, piece.option("case")
    number = localized(setter.wording, paragraph)
    if piece.option("symbol") == "no" or not symbol:
        return _run(words.reference("here", case, number=number), piece)
    return _run(words.reference("paper", case, number=number, symbol=symbol), piece)


def _lettered(wording: Wording, level: str, point: str) -> str:
    """A point as the language letters it; as it was typed where it is no letter."""
    numeral = {"point": latin, "subpoint": roman}[level]
    letters = point.strip("()")
    number = next((n for n in range(1, 100) if numeral(n) == letters), 0)
    return wording.words.label(level, number) if number else point


def localized(wording: Wording, paragraph: str) -> str:
    """A paragraph's number as the language writes it: 67 (c) is 67 c) in French."""
    head, *points = paragraph.split()
    for level, point in zip(("point", "subpoint"), points, strict=False):
        label = _lettered(wording, level, point)
        head = wording.words.filled(("references", "joined"), number=head, label=label)
    return head


MARKS: Mapping[str, Callable[[Setter, Piece, str], Words]] = {
    "text": _plain,
    "raised": _raised,
    "note": _note,
    "ref": _ref,
    "states": _states,
    "organizations": _organizations,
    "item": _title,
    "dates": _dates,
    "instrument": _instrument,
    "paper": _paper,
}
