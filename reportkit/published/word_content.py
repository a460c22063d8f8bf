"""The runs of a Word paragraph as a marked text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportkit.document.nodes import NoteReference, Run
from reportkit.document.text import put_together
from reportkit.languages.words import WIDE
from reportkit.opc.word_file import WordRun
from reportkit.revise.marked_text import source_text

_BREAK_IN_WIDE = re.compile(rf"(?<=[{WIDE}])[ \t]*\n[ \t]*(?=[{WIDE}])")
_SPACES = re.compile(r"[ \t\n]+")
_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_RAISED = re.compile(r"[^\s^{}]+")
# A figure or a letter of two scripts may stand right before what is in italics.
_JOINS = re.compile(r"[\w*]")

Words = Run | NoteReference


def is_call(run: WordRun) -> bool:
    """Whether a run calls a note; its text is the note's label then."""
    return bool(run.footnote or run.endnote)


def plain_text(runs: Iterable[WordRun]) -> str:
    """The words of runs without the calls of notes."""
    return "".join(run.text for run in runs if not is_call(run))


def from_offset(runs: Iterable[WordRun], offset: int) -> tuple[WordRun, ...]:
    """The runs from an offset of their plain text on."""
    kept: list[WordRun] = []
    for run in runs:
        if is_call(run) or not offset:
            kept.append(run)
            continue
        cut = min(offset, len(run.text))
        offset -= cut
        if cut < len(run.text):
            kept.append(run._replace(text=run.text[cut:]))
    return tuple(kept)


def marked(runs: Sequence[WordRun]) -> str:
    """The runs as marked text: tabs and line ends are spaces, edges are bare.

    A look that no mark can give goes, and its words stay.
    """
    inlines = _markable(_trimmed([*_inlines(runs)]))
    return source_text(put_together(inlines))


def joined(texts: Iterable[str]) -> str:
    """Texts in one, with a space between them but in Chinese."""
    whole = "\n".join(text for text in texts if text)
    return _SPACES.sub(" ", _BREAK_IN_WIDE.sub("", whole))


def _inlines(runs: Sequence[WordRun]) -> Iterator[Words]:
    for place, run in enumerate(runs):
        if is_call(run):
            yield NoteReference(run.text, run.text)
        elif run.text:
            text = _SPACES.sub(" ", _BREAK_IN_WIDE.sub("", run.text))
            raised = run.superscript and not _between_calls(runs, place)
            yield from _with_bare_edges(Run(text, run.italic, superscript=raised))


def _between_calls(runs: Sequence[WordRun], place: int) -> bool:
    """Whether a run is the comma between two raised figures."""
    beside = runs[max(place - 1, 0) : place + 2]
    bare = not any(each.isalnum() for each in runs[place].text)
    return bare and any(is_call(run) for run in beside)


def _with_bare_edges(run: Run) -> Iterator[Run]:
    """A run with the spaces at its edges in no look."""
    edges = _EDGES.fullmatch(run.text)
    for text, inner in zip(edges.groups() if edges else (), (0, 1, 0), strict=False):
        if text:
            yield run._replace(text=text) if inner else Run(text)


def _trimmed(inlines: list[Words]) -> list[Words]:
    """The inlines without spaces at both ends, and single ones between."""
    made: list[Words] = []
    for each in inlines:
        if isinstance(each, Run) and (not made or _ends_in_space(made[-1])):
            signs = " \t\n" if made else None
            each = each._replace(text=each.text.lstrip(signs))
        if not isinstance(each, Run) or each.text:
            made.append(each)
    while made and _ends_in_space(made[-1]):
        last = made.pop()
        if isinstance(last, Run) and last.text.strip():
            made.append(last._replace(text=last.text.rstrip()))
    return made


def _ends_in_space(inline: Words) -> bool:
    return isinstance(inline, Run) and inline.text[-1:].isspace()


def _markable(inlines: Sequence[Words]) -> Iterator[Words]:
    """The inlines, their looks left only where a mark can give them."""
    for place, each in enumerate(inlines):
        if isinstance(each, Run) and (each.italic or each.superscript):
            raised = each.superscript and bool(_RAISED.fullmatch(each.text))
            italic = each.italic and _stands_apart(inlines, place)
            each = each._replace(italic=italic, superscript=raised)
        yield each


def _stands_apart(inlines: Sequence[Words], place: int) -> bool:
    """Whether no letter or figure meets the italics that a run is in."""
    first, last = place, place
    while first and _is_italic(inlines[first - 1]):
        first -= 1
    while last + 1 < len(inlines) and _is_italic(inlines[last + 1]):
        last += 1
    before = _edge(inlines[first - 1], -1) if first else ""
    after = _edge(inlines[last + 1], 0) if last + 1 < len(inlines) else ""
    return not _JOINS.match(before) and not _JOINS.match(after)


def _is_italic(inline: Words) -> bool:
    return isinstance(inline, Run) and inline.italic


def _edge(inline: Words, place: int) -> str:
    return inline.text[place] if isinstance(inline, Run) else ""
