"""The words of a paragraph: runs, fields, links, calls of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from reportkit.opc.names import DELETED_TEXT, ID, MATH_TEXT, VAL, R, T, W
from reportkit.opc.parts import Element
from reportkit.opc.story import Field, Handler, Story, skip, walk
from reportkit.opc.styles import read_look
from reportkit.opc.symbols import is_symbolic, letter_of
from reportkit.opc.word_file import WordParagraph, WordRun

# In w:t, a line end of the file is a space; ours are breaks.
_SPACES = str.maketrans("\t\n\r", "   ")
_ADDRESS = re.compile(r'\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"', re.IGNORECASE)
_HIGHEST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def put(story: Story, text: str) -> None:
    """Nothing; the text stands at the end of the paragraph that is being read."""
    if text and all(each.shown for each in story.fields):
        _put_run(story, _look(story), text)


def _look(story: Story) -> WordRun:
    """The run to which text belongs where the reading stands."""
    look = story.look
    return WordRun(
        "",
        look.italic,
        look.bold,
        look.superscript,
        look.struck,
        story.change,
        look.hidden,
        address=story.address,
    )


def _put_run(story: Story, look: WordRun, text: str) -> None:
    draft = story.draft
    if draft is None:  # text outside any paragraph: no sound file has it
        style = story.sources.styles.paragraph("").name
        runs = (look._replace(text=text),)
        story.done.append(WordParagraph(style, "", runs, cell=story.cell))
    elif draft.runs and not draft.sealed and draft.runs[-1][0] == look:
        draft.runs[-1][1].append(text)
    else:
        draft.runs.append((look, [text]))
        draft.sealed = False
        draft.bookmarks.update(dict.fromkeys(story.bookmarks.values()))


def read_run(story: Story, element: Element) -> None:
    """Nothing; the words of w:r are put in its look."""
    properties = element.find(f"{W}rPr")
    before = story.look
    if properties is not None:
        style = properties.find(f"{W}rStyle")
        name = "" if style is None else style.get(VAL) or ""
        story.look = read_look(properties, story.sources.styles.look(name))
    walk(story, element)
    story.look = before


def _text(story: Story, element: Element) -> None:
    text = (element.text or "").translate(_SPACES)
    font = _font_of(element.getparent())
    if is_symbolic(font):
        text = "".join(letter_of(font, ord(letter)) for letter in text)
    put(story, text)
    walk(story, element)  # of no sound file


def _font_of(run: Element | None) -> str:
    """The font that a run names, empty where it names none."""
    fonts = None if run is None else run.find(f"{W}rPr/{W}rFonts")
    return "" if fonts is None else fonts.get(f"{W}ascii") or ""


def _symbol(story: Story, element: Element) -> None:
    """A sign of a symbol font, by its number there."""
    told = element.get(f"{W}char") or ""
    code = int(told, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", told) else 0
    if 0x20 <= code <= _HIGHEST and code not in _SURROGATES:
        put(story, letter_of(element.get(f"{W}font") or "", code))


def _footnote(story: Story, element: Element) -> None:
    _put_call(story, _look(story)._replace(footnote=element.get(ID) or ""))


def _endnote(story: Story, element: Element) -> None:
    _put_call(story, _look(story)._replace(endnote=element.get(ID) or ""))


def _put_call(story: Story, call: WordRun) -> None:
    """Nothing; what calls a note is a run of its own, without text."""
    if story.draft is not None:
        _put_run(story, call, "")
        story.draft.sealed = True


def _put_always(text: str) -> Handler:
    return lambda story, element: put(story, text)


@contextmanager
def _leading_to(story: Story, address: str) -> Iterator[None]:
    before, story.address = story.address, address or story.address
    yield
    story.address = before


def _link(story: Story, element: Element) -> None:
    """The words of w:hyperlink, which tells a relationship or a bookmark."""
    anchor = element.get(f"{W}anchor") or ""
    address = story.links.get(element.get(f"{R}id") or "", "")
    with _leading_to(story, f"{address}#{anchor}" if anchor else address):
        walk(story, element)


def _simple_field(story: Story, element: Element) -> None:
    with _leading_to(story, _address_of(element.get(f"{W}instr") or "")):
        walk(story, element)


def _field_mark(story: Story, element: Element) -> None:
    """A field's beginning, middle or end; before its middle it shows nothing."""
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        is_complete = bool(story.complete) and story.complete.pop()
        story.fields.append(Field(shown=not is_complete, address=story.address))
    elif kind == "separate" and story.fields:
        field = story.fields[-1]
        field.shown = True
        told = _address_of("".join(field.instruction))
        story.address = told or story.address
    elif kind == "end" and story.fields:
        story.address = story.fields.pop().address


def _instruction(story: Story, element: Element) -> None:
    if story.fields:
        story.fields[-1].instruction.append(element.text or "")


def _address_of(instruction: str) -> str:
    found = _ADDRESS.match(instruction)
    return ("#" if found[1] else "") + found[2] if found else ""


RUNS: Mapping[str, Handler] = MappingProxyType(
    {
        f"{W}r": read_run,
        T: _text,
        DELETED_TEXT: _text,
        MATH_TEXT: _text,
        f"{W}sym": _symbol,
        f"{W}tab": _put_always("\t"),
        f"{W}ptab": _put_always("\t"),
        f"{W}br": _put_always("\n"),
        f"{W}cr": _put_always("\n"),
        f"{W}noBreakHyphen": _put_always("\u2011"),
        f"{W}softHyphen": _put_always("\u00ad"),
        f"{W}footnoteReference": _footnote,
        f"{W}endnoteReference": _endnote,
        f"{W}hyperlink": _link,
        f"{W}fldSimple": _simple_field,
        f"{W}fldChar": _field_mark,
        f"{W}instrText": _instruction,
        f"{W}delInstrText": _instruction,
        f"{W}rPr": skip,
    }
)
