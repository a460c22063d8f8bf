"""Marks in texts: known, complete, and in a place where they can stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportkit.assemble.wording import Wording
from reportkit.check.arguments import marks_of, place_of_word
from reportkit.check.checked import Checked, Stretch
from reportkit.languages.words import MissingWord
from reportkit.model.marks import Piece, faults_of, open_signs, pieces_of
from reportkit.problems import Problem, warning

OPENING = "{opening}"
SIGNS = {"*": "star", "^": "caret"}


def faulty_marks(checked: Checked) -> Iterator[Problem]:
    """Marks that are unknown, that lack what they need or have what they cannot."""
    for stretch in checked.marked:
        for piece in pieces_of(stretch.text):
            for message, hint in faults_of(piece):
                yield Problem(stretch.text.place_at(piece.offset), message, hint)


def unsaid_forms(checked: Checked) -> Iterator[Problem]:
    """Marks that ask for a form that a name does not have."""
    for stretch in checked.marked:
        for piece in marks_of(stretch):
            if piece.kind in ("states", "organizations"):
                yield from _unsaid_forms(checked, stretch, piece)


def _unsaid_forms(
    checked: Checked, stretch: Stretch, piece: Piece
) -> Iterator[Problem]:
    wording = checked.wordings.get(stretch.language)
    form = piece.option("form", "list" if piece.kind == "states" else "name")
    for code in piece.words if wording and form != "name" else ():
        if wording and not _has_form(wording, code, form):
            place = place_of_word(stretch, piece, code)
            message = f'"{code}" has no form `{form}` in {stretch.language}'
            yield Problem(place, message, "write the name in words")


def _has_form(wording: Wording, code: str, form: str) -> bool:
    """Whether a State has a form; what nobody knows is another rule's concern."""
    try:
        return not wording.is_state(code) or bool(wording.state(code).form(form))
    except MissingWord:
        return False


def openings(checked: Checked) -> Iterator[Problem]:
    """{opening} where no opening is derived, or more than once in a summary."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for stretch in checked.marked:
        for piece in marks_of(stretch):
            if piece.kind == "opening" and stretch.role != "unknown":
                yield from _opening(stretch, piece, seen)


def _opening(
    stretch: Stretch, piece: Piece, seen: Counter[tuple[str, str, str]]
) -> Iterator[Problem]:
    place, manuscript = stretch.text.place_at(piece.offset), stretch.manuscript
    taken_up = manuscript.taken_up if manuscript else ()
    if piece.text != OPENING:
        yield Problem(place, f'"{piece.text}" is not understood', f"write {OPENING}")
    elif stretch.role != "paragraph" or not taken_up or not manuscript:
        message = f"nothing opens here, so {OPENING} stands for nothing"
        yield Problem(place, message, "it belongs in a paragraph of deliberations")
    elif stretch.text[: piece.offset].strip():
        message = f"{OPENING} is whole sentences, and stands inside one here"
        yield Problem(place, message, "begin the paragraph with it")
    else:
        key = (stretch.language, str(taken_up[0]), str(manuscript.body))
        seen[key] += 1
        if seen[key] > 1:
            message = f"{OPENING} stands twice in the summary of `{taken_up[0]}`"
            yield Problem(place, message, "keep the first one")


def open_marks(checked: Checked) -> Iterator[Problem]:
    """A star or a caret that opens what nothing closes: it would be printed."""
    for stretch in (*checked.sources.values(), *checked.translated):
        for offset, sign in open_signs(stretch.text):
            message = f"a {SIGNS[sign]} that is never closed"
            hint = f"close it, as in {sign}this{sign}; the sign itself is {{{sign}}}"
            yield warning(stretch.text.place_at(offset), message, hint)
