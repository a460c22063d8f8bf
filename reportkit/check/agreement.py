"""Translations against their source: the same marks, figures and symbols."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportkit.check.arguments import is_faulty, marks_of
from reportkit.check.checked import Checked, Stretch
from reportkit.check.figures import Figures
from reportkit.model.marks import Piece
from reportkit.problems import Problem, warning

# Marks whose loss changes the notes, references or numbers of a language version.
STRUCTURAL = ("note", "ref", "opening")


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
    readers: dict[str, Figures] = {}
    for stretch in checked.translated:
        source = checked.sources.get(stretch.id)
        if source is None or source.role == "override":
            continue
        wanted = _reader(readers, checked, source.language).of(source.text)
        own = _reader(readers, checked, stretch.language).of(stretch.text)
        if wanted != own:
            message = f"the figures differ from the source: {_difference(wanted, own)}"
            yield warning(stretch.text.place, message, _at(source))


def _reader(readers: dict[str, Figures], checked: Checked, code: str) -> Figures:
    """The reader of a language's figures, made once."""
    if code not in readers:
        wording = checked.wordings.get(code)
        readers[code] = Figures(wording.words if wording else None)
    return readers[code]


def _difference(wanted: Counter[str], own: Counter[str]) -> str:
    parts = (("missing", wanted - own), ("added", own - wanted))
    said = (f"{_quoted(each)} {name}" for name, each in parts if each)
    return "; ".join(said)


def _quoted(figures: Counter[str]) -> str:
    return ", ".join(f'"{figure}"' for figure in figures)
