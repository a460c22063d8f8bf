"""Translations against their source: the same marks, figures and symbols."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportkit.check.arguments import is_faulty, marks_of
from reportkit.check.checked import Checked, Stretch
from reportkit.check.figures import Figures
from reportkit.languages.words import Words
from reportkit.model.fingerprint import fingerprint
from reportkit.model.marks import Piece
from reportkit.problems import Problem, warning
from reportkit.source.values import Text

# Marks whose loss changes the notes, references or numbers of a language version.
STRUCTURAL = ("note", "ref", "opening")
WORD = re.compile(r"\w+")


def marks_agree(checked: Checked) -> Iterator[Problem]:
    """Notes, references and other marks that a translation lost or added."""
    for stretch in checked.present:
        source = checked.sources.get(stretch.id)
        if source and _can_differ(checked, source, stretch):
            yield from _marks_agree(stretch, source)


def translations(checked: Checked) -> Iterator[tuple[Stretch, Stretch]]:
    """Each translation with its source, without wordings of derived passages.

    Of a session as amended those that an amendment touches: what is wrong with the
    others is told of the draft's words.
    """
    for stretch in checked.present:
        source = checked.sources.get(stretch.id)
        if source and source.role != "override" and is_new(checked, stretch):
            yield stretch, source


def is_new(checked: Checked, stretch: Stretch) -> bool:
    """Whether a text is not checked with the draft's words already."""
    return not checked.touched or stretch.id in checked.touched


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
        yield _severe(Problem(stretch.text.place, message, where(source)), key)
    for key in Counter(own.keys()) - Counter(wanted.keys()):
        place = stretch.text.place_at(own[key].offset)
        message = f"the mark {own[key].text} is not in the source"
        yield _severe(Problem(place, message, where(source)), key)


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


def where(source: Stretch) -> str:
    """The hint that shows the source."""
    return f"the source is at {source.text.place}"


def figures_agree(checked: Checked) -> Iterator[Problem]:
    """Figures, symbols and paragraph numbers that differ from the source's.

    One that is lost is an error where the translation says that it is of this very
    wording; else the source may have changed since.
    """
    readers: dict[str, Figures] = {}
    known: dict[str, Counter[str]] = {}
    for stretch, source in translations(checked):
        if source.id not in known:
            reader = _reader(readers, checked, source.language)
            known[source.id] = reader.of(source.text)
        wanted = known[source.id]
        own = _reader(readers, checked, stretch.language).of(stretch.text)
        if wanted != own:
            lost = _unsaid(checked, stretch, wanted - own)
            added = _unsaid(checked, source, own - wanted)
            yield from _differing(checked, stretch, source, lost, added)


def _differing(
    checked: Checked,
    stretch: Stretch,
    source: Stretch,
    lost: Counter[str],
    added: Counter[str],
) -> Iterator[Problem]:
    if not lost and not added:
        return
    message = f"the figures differ from the source: {_difference(lost, added)}"
    place = stretch.text.place
    if lost and _is_of(checked, stretch, source):
        yield Problem(place, message, where(source))
    else:
        yield warning(place, message, where(source))


def _is_of(checked: Checked, stretch: Stretch, source: Stretch) -> bool:
    """Whether a translation says that it is of its source's very wording."""
    of = checked.session.translations[stretch.language][Text(stretch.id)].of
    return of == fingerprint(source.text)


def _unsaid(checked: Checked, stretch: Stretch, figures: Counter[str]) -> Counter[str]:
    """The figures that a text does not say in words either, as "three" says 3."""
    wording = checked.wordings.get(stretch.language)
    if not figures or wording is None or not wording.words.language.spaced:
        return figures
    said = {word.lower() for word in WORD.findall(stretch.text)}
    return Counter(
        {
            figure: count
            for figure, count in figures.items()
            if said.isdisjoint(_number_words(wording.words, figure))
        }
    )


def _number_words(words: Words, figure: str) -> Iterator[str]:
    """A number from 2 on in words; in some languages "one" is an article too."""
    numbers = words.find("numbers")
    if figure.isdecimal() and 2 <= int(figure) < len(numbers):
        yield words.number(int(figure))
        for gender in words.find("genders"):
            yield words.number(int(figure), gender)


def _reader(readers: dict[str, Figures], checked: Checked, code: str) -> Figures:
    """The reader of a language's figures, made once."""
    if code not in readers:
        wording = checked.wordings.get(code)
        readers[code] = Figures(wording.words if wording else None)
    return readers[code]


def _difference(lost: Counter[str], added: Counter[str]) -> str:
    parts = (("missing", lost), ("added", added))
    said = (f"{_quoted(each)} {name}" for name, each in parts if each)
    return "; ".join(said)


def _quoted(figures: Counter[str]) -> str:
    return ", ".join(f'"{figure}"' for figure in figures)
