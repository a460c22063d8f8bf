"""A document and the lines of a report, held against each other.

Words are compared first, and labels apart: a paragraph more or less moves the
number of every one after it, and no word is lost by that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from reportkit.edition.importing_printed import JOB, ORGANIZATION, row_of
from reportkit.edition.importing_printed import Printed as Printed
from reportkit.edition.importing_printed import printed_of as printed_of
from reportkit.published.lines import (
    BODY,
    DASH,
    HEADING,
    MASTHEAD,
    NOTE,
    ROW,
    SUBTITLE,
    TITLE,
    WHERE,
    Line,
)
from reportkit.recover.folding import folded, plain

IN_FRONT = (MASTHEAD, BODY, WHERE, TITLE, SUBTITLE)
# What share of two texts is the same where one is the other in other words.
ALIKE = 0.5
# Texts of one stretch that are looked through for such pairs.
MOST = 40


class Entry(NamedTuple):
    """What one or several lines say together: the label and the words, folded."""

    label: str
    said: str
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        return f"{self.label} {self.said}".strip()


class Pair(NamedTuple):
    """Lines of a report, and what is printed for them."""

    lines: tuple[Line, ...]
    printed: Printed


class Differences(NamedTuple):
    """What became of the lines of a report, each of which is in one of these.

    `same` are printed in their place, `relabelled` there with another label,
    `elsewhere` in another place, `missing` nowhere. `unexpected` is printed and no
    line has it; `reworded` pairs what is missing with what is printed instead.
    `job` is the line at the foot of page one, which is no line of a report.
    """

    missing: tuple[Line, ...]
    unexpected: tuple[Printed, ...]
    same: tuple[Line, ...] = ()
    relabelled: tuple[Pair, ...] = ()
    elsewhere: tuple[Pair, ...] = ()
    reworded: tuple[Pair, ...] = ()
    job: str = ""


def words_of(line: Line) -> str:
    """What a line says with its label, as `Printed.words` has it."""
    return folded(f"{_label(line)} {_said(line)}")


def _label(line: Line) -> str:
    """The label that a line prints; the sign of a dash is none."""
    return "" if line.kind in (ROW, DASH, NOTE, *IN_FRONT) else folded(line.label)


def _said(line: Line) -> str:
    return row_of(map(plain, line.cells)) if line.cells else folded(plain(line.text))


def differences(printed: Sequence[Printed], lines: Sequence[Line]) -> Differences:
    """How a document differs from a report: the body in order, the front in any."""
    matcher = _Matcher()
    front = [each for each in printed if each.part not in ("", JOB)]
    own = [line for line in lines if line.kind in IN_FRONT]
    matcher.in_any_order(_front_entries(own, front), front)
    body = [each for each in printed if not each.part]
    rest = [line for line in lines if line.kind not in IN_FRONT]
    matcher.in_order(_entries(rest, body), body)
    matcher.anywhere()
    job = "".join(each.text for each in printed if each.part == JOB)
    return matcher.found()._replace(job=job)


def _front_entries(lines: Sequence[Line], printed: list[Printed]) -> Iterator[Entry]:
    """The lines of the front; those under a title may be printed as one."""
    under = tuple(line for line in lines if line.kind == SUBTITLE)
    together = " ".join(map(_said, under))
    one = any(each.words == together for each in printed)
    if under and one:
        yield Entry("", together, under)
    for line in lines:
        if not one or line.kind != SUBTITLE:
            yield Entry("", _said(line), (line,))


def _entries(lines: list[Line], printed: list[Printed]) -> list[Entry]:
    """What the lines say; the word for an annex goes with the title under it."""
    words = {each.words for each in printed}
    made: list[Entry] = []
    for line in lines:
        entry = Entry(_label(line), _said(line), (line,))
        above = made[-1] if made else entry
        if line.kind == HEADING and f"{above.words} {entry.words}" in words:
            label = f"{above.words} {entry.label}".strip()
            made[-1] = Entry(label, entry.said, (*above.lines, line))
        else:
            made.append(entry)
    return made


class _Matcher:
    """Finds for each entry where it is printed; what is not found is left over."""

    def __init__(self) -> None:
        self.same: list[Line] = []
        self.relabelled: list[Pair] = []
        self.elsewhere: list[Pair] = []
        self.reworded: list[Pair] = []
        self.missing: list[Entry] = []
        self.unexpected: list[Printed] = []

    def found(self) -> Differences:
        """What became of every line."""
        missing = {entry.lines for entry in self.missing}
        unexpected = set(self.unexpected)
        return Differences(
            tuple(line for entry in self.missing for line in entry.lines),
            tuple(each for each in self.unexpected if each.part != ORGANIZATION),
            tuple(self.same),
            tuple(self.relabelled),
            tuple(self.elsewhere),
            # What was found elsewhere in the end is in no other words.
            tuple(
                pair
                for pair in self.reworded
                if pair.lines in missing and pair.printed in unexpected
            ),
        )

    def in_any_order(self, entries: Iterable[Entry], printed: list[Printed]) -> None:
        """Match the front; what is of the same part is in other words."""
        left = list(printed)
        for entry in entries:
            found = next((each for each in left if each.words == entry.said), None)
            if found and entry.said:
                left.remove(found)
                self._in_place(entry, found)
            else:
                self.missing.append(entry)
        self.unexpected += [each for each in left if each.words]
        for entry in self.missing:
            found = next((each for each in left if each.part == _part(entry)), None)
            if found and found.words:
                left.remove(found)
                self.reworded.append(Pair(entry.lines, found))

    def in_order(self, entries: list[Entry], printed: list[Printed]) -> None:
        """Match the body by the words alone; what is left, by words with label."""
        for ours, theirs in self._between(
            entries, printed, [e.said for e in entries], [p.said for p in printed]
        ):
            mine, own = [e.words for e in ours], [p.words for p in theirs]
            for missing, unexpected in self._between(ours, theirs, mine, own):
                self.missing += missing
                self.unexpected += unexpected
                self.reworded += _reworded(missing, unexpected)

    def _between(
        self,
        entries: list[Entry],
        printed: list[Printed],
        ours: list[str],
        theirs: list[str],
    ) -> Iterator[tuple[list[Entry], list[Printed]]]:
        """What stands between what is equal, which is matched."""
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                yield entries[a:b], printed[c:d]
                continue
            for entry, each in zip(entries[a:b], printed[c:d], strict=True):
                self._in_place(entry, each)

    def _in_place(self, entry: Entry, printed: Printed) -> None:
        if entry.words == printed.words:
            self.same += entry.lines
        else:
            self.relabelled.append(Pair(entry.lines, printed))

    def anywhere(self) -> None:
        """Match what is left over with the same words in any other place."""
        places: defaultdict[str, list[Printed]] = defaultdict(list)
        for each in self.unexpected:
            places[each.said].append(each)
        for entry in tuple(self.missing):
            if entry.said and places[entry.said]:
                each = places[entry.said].pop(0)
                self.elsewhere.append(Pair(entry.lines, each))
                self.missing.remove(entry)
                self.unexpected.remove(each)
        self._reword_the_rest()

    def _reword_the_rest(self) -> None:
        """Pair what of the body is in other words, and in another place."""
        paired = set(lines_in(self.reworded))
        printed = {pair.printed for pair in self.reworded}
        missing = [
            entry
            for entry in self.missing
            if entry.lines[0].kind not in IN_FRONT and paired.isdisjoint(entry.lines)
        ]
        rest = [e for e in self.unexpected if not e.part and e not in printed]
        self.reworded += _reworded(missing, rest)


def _part(entry: Entry) -> str:
    """The part of the front that an entry is."""
    line = entry.lines[0]
    return line.label if line.kind == MASTHEAD else line.kind


def _reworded(entries: list[Entry], printed: list[Printed]) -> Iterator[Pair]:
    """Texts of one stretch that are each other in other words, in their order."""
    place = 0
    for entry in entries[:MOST]:
        for number, each in enumerate(printed[place:MOST], place):
            if _share(entry.said, each.said) > ALIKE:
                yield Pair(entry.lines, each)
                place = number + 1
                break


def _share(one: str, other: str) -> float:
    """What share of two texts is the same."""
    ours, theirs = (text.split() if " " in text else text for text in (one, other))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    quick = matcher.real_quick_ratio() > ALIKE and matcher.quick_ratio() > ALIKE
    return matcher.ratio() if quick else 0.0


def lines_in(pairs: Iterable[Pair]) -> tuple[Line, ...]:
    """The lines of some pairs."""
    return tuple(line for pair in pairs for line in pair.lines)
