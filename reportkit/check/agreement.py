"""Translations against their source: the same marks, figures and symbols."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportkit.check.arguments import is_faulty, marks_of
from reportkit.check.checked import Checked, Stretch
from reportkit.model.kinds import SYMBOL
from reportkit.model.marks import Piece
from reportkit.problems import Problem, warning

# Marks whose loss changes the notes, references or numbers of a language version.
STRUCTURAL = ("note", "ref", "opening")
DIGIT = re.compile(r"\d")
MARK = re.compile(r"\{[^{}]*\}")
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[,\u0020\u00a0\u2009\u202f]\d{3})+(?!\d)")
# A number with the letters after it: 2 (b), 2 b), 67 (c) (ii), 2.5, 2,5.
FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*(?:\s*\(?(?:[a-z]|([a-z])\1|[ivx]+)\))*", re.IGNORECASE
)


def marks_agree(checked: Checked) -> Iterator[Problem]:
    """Notes, references and other marks that a translation lost or added."""
    for stretch in checked.translated:
        source = checked.sources.get(stretch.id)
        if source and _can_differ(checked, source, stretch):
            yield from _marks_agree(stretch, source)


def _can_differ(checked: Checked, *stretches: Stretch) -> bool:
    """Whether texts have marks, and none that is reported already."""
    return any("{" in each.text for each in stretches) and not any(
        is_faulty(checked, each) for each in stretches
    )


def _marks_agree(stretch: Stretch, source: Stretch) -> Iterator[Problem]:
    own, wanted = _by_name(stretch), _by_name(source)
    lost = Counter(wanted.keys()) - Counter(own.keys())
    for key in lost:
        message = f"the mark {wanted[key].text} of the source is missing here"
        yield _severe(Problem(stretch.text.place, message, _at(source)), key)
    for key in Counter(own.keys()) - Counter(wanted.keys()):
        place = stretch.text.place_at(own[key].offset)
        message = f"the mark {own[key].text} is not in the source"
        yield _severe(Problem(place, message, _at(source)), key)


def _by_name(stretch: Stretch) -> dict[tuple[str, tuple[str, ...], int], Piece]:
    """The marks of a text by kind, argument and count, so that each stands once."""
    made: dict[tuple[str, tuple[str, ...], int], Piece] = {}
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for piece in marks_of(stretch):
        name = (piece.kind, tuple(sorted(piece.words)))
        made[(*name, seen[name])] = piece
        seen[name] += 1
    return made


def _severe(problem: Problem, key: tuple[str, tuple[str, ...], int]) -> Problem:
    return problem if key[0] in STRUCTURAL else problem._replace(severity="warning")


def _at(source: Stretch) -> str:
    return f"the source is at {source.text.place}"


def figures_agree(checked: Checked) -> Iterator[Problem]:
    """Figures, symbols and paragraph numbers that differ from the source's."""
    for stretch in checked.translated:
        source = checked.sources.get(stretch.id)
        if source is None or source.role == "override":
            continue
        wanted, own = figures_of(source.text), figures_of(stretch.text)
        if wanted != own:
            message = f"the figures differ from the source: {_difference(wanted, own)}"
            yield warning(stretch.text.place, message, _at(source))


def _difference(wanted: Counter[str], own: Counter[str]) -> str:
    parts = (("missing", wanted - own), ("added", own - wanted))
    said = (f"{_quoted(each)} {name}" for name, each in parts if each)
    return "; ".join(said)


def _quoted(figures: Counter[str]) -> str:
    return ", ".join(f'"{figure}"' for figure in figures)


def figures_of(text: str) -> Counter[str]:
    """The figures of a text outside its marks, in a form that languages share.

    1,148 and 1 148 are one figure, as are 2 (b) and 2 b), 2.5 and 2,5.
    """
    found: Counter[str] = Counter()
    if not DIGIT.search(text):
        return found
    plain = MARK.sub(" ", text) if "{" in text else text
    if "/" in plain:
        symbols = (match.group() for match in SYMBOL.finditer(plain))
        found.update(symbol for symbol in symbols if DIGIT.search(symbol))
        plain = SYMBOL.sub(" ", plain)
    plain = THOUSANDS.sub(lambda match: re.sub(r"\D", "", match.group()), plain)
    found.update(_folded(match.group()) for match in FIGURE.finditer(plain))
    return found


def _folded(figure: str) -> str:
    """2 (b) as 2 b, 2,5 as 2.5, and digits of every script as European ones."""
    if figure.isdecimal():
        return str(int(figure))
    return " ".join(re.sub(r"[()]", " ", figure).lower().replace(",", ".").split())
