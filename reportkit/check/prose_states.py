"""States that the prose of a source names, and its translation does not.

In a translation an adjective does as well as a name (le Gouvernement algérien), and
so does a mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.agreement import translations, where
from reportkit.check.checked import Checked, Stretch
from reportkit.check.state_finder import finder_of
from reportkit.model.marks import pieces_of
from reportkit.problems import Problem, warning


def states_agree(checked: Checked) -> Iterator[Problem]:
    """States that a source names in its prose, and a translation not at all."""
    known: dict[str, tuple[str, ...]] = {}
    for stretch, source in translations(checked):
        if source.id not in known:
            finder = finder_of(source.language, checked.day)
            known[source.id] = finder.find(prose_of(source))
        for code in _unnamed(checked, stretch, known[source.id]):
            name = finder_of(source.language, checked.day).states[code].full
            message = f"{name} is named in the source, but not here"
            yield warning(stretch.text.place, message, where(source))


def prose_of(stretch: Stretch) -> str:
    """A text without its marks."""
    if "{" not in stretch.text:
        return stretch.text
    pieces = pieces_of(stretch.text)
    return " ".join(piece.text for piece in pieces if piece.kind in ("text", "raised"))


def _unnamed(
    checked: Checked, stretch: Stretch, wanted: tuple[str, ...]
) -> Iterator[str]:
    """The States among some that a text does not name."""
    if not wanted:
        return
    finder, text = finder_of(stretch.language, checked.day), prose_of(stretch)
    own = {*finder.find(text), *_marked(stretch)}
    yield from (
        code for code in wanted if code not in own and not finder.hints_at(code, text)
    )


def _marked(stretch: Stretch) -> Iterator[str]:
    """The States that stand in marks."""
    for piece in pieces_of(stretch.text) if "{" in stretch.text else ():
        if piece.kind == "states":
            yield from piece.words
