"""What an import tells: what became facts, what kept its words, what did not come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.edition.importing import Imported
from reportkit.edition.importing_labels import runs_of
from reportkit.edition.importing_printed import Printed
from reportkit.edition.importing_proof import OPENING
from reportkit.edition.importing_rows import Pair, lines_in, words_of
from reportkit.problems import Place, Problem, warning
from reportkit.published.lines import (
    BODY,
    HEADING,
    MASTHEAD,
    WHERE,
    Line,
    Published,
)
from reportkit.published.text_marked import plain as with_calls
from reportkit.recover.folding import FOLD, dense, folded, plain
from reportkit.recover.front_of import JOB, foot_of

SHOWN = 60  # characters of a text that a message quotes on a terminal
WHOLE = 1_000_000
LOST, REWORDED, ADDED = "not-printed", "printed-otherwise", "not-in-the-report"
ELSEWHERE, MOVED, LABELS = "printed-elsewhere", "moved", "other-labels"
UNCOUNTED = "uncounted"


class Count(NamedTuple):
    """The characters of a file that are no white space, and where they went.

    `printed` are those in their place and those `elsewhere`; `lost` those that are
    not printed so, of which `labels` are of lines with another label. Together
    `printed`, `layout` and `lost` are what was `read`.
    """

    read: int
    printed: int
    elsewhere: int
    layout: int
    lost: int
    labels: int


def count_of(imported: Imported, published: Published) -> Count:
    """What of a file is in the session's print, and what is not: each is counted."""
    found = imported.differences
    relabelled = lines_in(found.relabelled)
    labels = sum(dense(_label(line)) for line in relabelled)
    elsewhere = _sizes(lines_in(found.elsewhere))
    in_place = _sizes((*found.same, *relabelled)) - labels
    return Count(
        published.size,
        in_place + elsewhere,
        elsewhere,
        sum(dense(each.text) for each in published.left),
        _sizes(found.missing) + labels,
        labels,
    )


def _sizes(lines: Iterable[Line]) -> int:
    texts = (text for e in lines for text in (_label(e), e.text, *e.cells))
    return sum(dense(with_calls(text)) for text in texts)


def _label(line: Line) -> str:
    """The label that stands in the file; that of a masthead's part only names it."""
    return "" if line.kind in (MASTHEAD, BODY) else line.label


def problems_of(
    imported: Imported, path: str, published: Published, whole: bool = False
) -> Iterator[Problem]:
    """What the session does not print, or prints otherwise: what was lost first.

    Texts are cut where they are not wanted `whole`.
    """
    teller = _Teller(imported, path, WHOLE if whole else SHOWN)
    yield from teller.uncounted(count_of(imported, published))
    yield from teller.lost()
    yield from teller.reworded()
    yield from teller.job(published)
    yield from teller.elsewhere()
    yield from teller.relabelled()
    yield from teller.added()


class _Teller:
    """Words what differs between a report and the session's print of it."""

    def __init__(self, imported: Imported, path: str, shown: int) -> None:
        self.imported, self.found = imported, imported.differences
        self.path, self.shown = path, shown

    def uncounted(self, count: Count) -> Iterator[Problem]:
        """Characters of the file that no line has."""
        told = count.printed + count.layout + count.lost
        if told != count.read:
            message = f"{abs(count.read - told)} characters were not followed"
            hint = "the counts below are wrong by as many; hold the build against it"
            yield warning(Place(self.path), message, hint, UNCOUNTED)

    def lost(self) -> Iterator[Problem]:
        """Lines that nothing prints."""
        known = set(lines_in(self.found.reworded))
        files = {path: _bare(data.decode()) for path, data in self._files().items()}
        for line in self.found.missing:
            if line not in known:
                message = f"not printed: {self._quoted(words_of(line))}"
                words = _bare(plain(line.text) or " ".join(line.cells))
                held = (path for path, text in files.items() if words in text)
                yield warning(line.place, message, _kept(next(held, "")), LOST)

    def _files(self) -> Mapping[str, bytes]:
        return {**self.imported.files, **self.imported.shared}

    def reworded(self) -> Iterator[Problem]:
        """Lines that are printed in other words."""
        for pair in self.found.reworded:
            ours, theirs = _said(pair), pair.printed.words
            if self.shown < WHOLE:
                ours, theirs = _parting(ours, theirs)
            message = f"{self._quoted(ours)} is printed as {self._quoted(theirs)}"
            hint = self._hint(pair.lines[-1], pair.printed)
            yield warning(pair.lines[0].place, message, hint, REWORDED)

    def _hint(self, line: Line, printed: Printed) -> str:
        """Where what is printed comes from."""
        if line.kind == HEADING:
            return "headings come from the outline and the agenda"
        if line.kind in (MASTHEAD, BODY, WHERE):
            return "the masthead comes from session.yaml and names.yaml"
        if printed.id in self.imported.got.derived:
            return f"the facts say it so; its id is `{printed.id}`"
        return (
            f"its words are kept, and set as the house does; its id is `{printed.id}`"
        )

    def job(self, published: Published) -> Iterator[Problem]:
        """The foot of page one, where it is printed otherwise."""
        foot, ours = foot_of(e.text for e in published.left), self.found.job
        if not foot or "".join(foot.split()) == "".join(ours.split()):
            return
        places = (e.place for e in published.left if JOB.search(e.text.translate(FOLD)))
        said = f'"{" ".join(ours.split())}"' if ours else "nothing"
        message = f'the foot "{foot}" is printed as {said}'
        hint = "`job` and `released` of the document in session.yaml"
        yield warning(next(places), message, hint, REWORDED)

    def elsewhere(self) -> Iterator[Problem]:
        """Lines that are printed, but in another place."""
        moved = set(self.imported.got.moved)
        for line in self.imported.got.moved:
            said = self._quoted(words_of(line))
            message = f"this stands in another chapter now: {said}"
            hint = "its own chapter holds what facts say, and no text of one's own"
            yield warning(line.place, message, hint, MOVED)
        for pair in self.found.elsewhere:
            if moved.isdisjoint(pair.lines):
                message = f"printed at another place: {self._quoted(_said(pair))}"
                hint = f"its id is `{pair.printed.id}`"
                yield warning(pair.lines[0].place, message, hint, ELSEWHERE)

    def relabelled(self) -> Iterator[Problem]:
        """Lines with another label: those that follow one another as one."""
        moved = set(self.imported.got.moved)
        pairs = [e for e in self.found.relabelled if moved.isdisjoint(e.lines)]
        for run in runs_of(pairs, self.found.same):
            place = run.pairs[0].lines[0].place
            hint = "labels are counted: look for what is missing or new before them"
            yield warning(place, _relabelled(run.pairs), hint, LABELS)

    def added(self) -> Iterator[Problem]:
        """What is printed that no line has."""
        known = {pair.printed for pair in self.found.reworded}
        for each in self.found.unexpected:
            if each.words and each not in known:
                said = self._quoted(each.words)
                message = f"the session prints what is not in the report: {said}"
                yield warning(
                    Place(self.path), message, f"its id is `{each.id}`", ADDED
                )

    def _quoted(self, text: str) -> str:
        return f'"{text[: self.shown]}…"' if len(text) > self.shown else f'"{text}"'


def _said(pair: Pair) -> str:
    return " ".join(map(words_of, pair.lines))


def _relabelled(pairs: tuple[Pair, ...]) -> str:
    """The labels of a run of lines, as these have them and as they are printed."""
    first, last = pairs[0], pairs[-1]
    was, now = first.lines[0].label, first.printed.label
    if len(pairs) == 1:
        has = was or "this without a label"
        return f"{has} is printed {f'as {now}' if now else 'without a label'}"
    place = last.lines[0].place
    has = f"{was} to {last.lines[0].label} ({place})"
    if not was:
        has = f"these {len(pairs)} without labels, the last of them at {place},"
    as_now = f"as {now} to {last.printed.label}" if now else "without labels"
    return f"{has} are printed {as_now}"


def _parting(one: str, other: str) -> tuple[str, str]:
    """Two texts from a little before they part."""
    both = enumerate(zip(one, other, strict=False))
    ends = min(len(one), len(other))
    same = next((place for place, (a, b) in both if a != b), ends)
    begin = one.rfind(" ", 0, max(same - SHOWN // 3, 0)) + 1
    return (f"…{one[begin:]}", f"…{other[begin:]}") if begin else (one, other)


def _bare(text: str) -> str:
    """The letters and figures of a text: marks and lines are the files' own."""
    return "".join(filter(str.isalnum, folded(text)))


def _kept(path: str) -> str:
    return f"its words are in {path}" if path else "its words are in no file"


FACTS, WORDS, NOT_SO = "facts", "words", "not as facts say it"
SAID = {FACTS: "from facts", WORDS: "from facts, in the words of the report"}


def lines_of(imported: Imported) -> Iterator[str]:
    """The report of an import: every derived passage with its place."""
    for id, line, fate in _derived(imported):
        label = f"{line.label} " if line.label else ""
        yield f"{line.place}: {label}{SAID.get(fate, fate)} ({id})"


def sums_of(imported: Imported, published: Published) -> Iterator[str]:
    """How many passages came from facts, and where the characters went."""
    fates = Counter(fate for _, _, fate in _derived(imported))
    yield (
        f"{fates[FACTS]} passages from facts, {fates[WORDS]} from facts in the words of"
        f" the report, {len(imported.got.lines)} as plain text"
    )
    count = count_of(imported, published)
    elsewhere = f" ({count.elsewhere} at another place)" if count.elsewhere else ""
    labels = f" ({count.labels} of labels)" if count.labels else ""
    yield (
        f"{count.read} characters read: {count.printed} printed{elsewhere},"
        f" {count.layout} of layout, {count.lost} not printed so{labels}"
    )


def as_rows(imported: Imported, published: Published) -> dict[str, object]:
    """The same for programs."""
    return {
        "derived": [
            {"passage": id, "line": line.place.line, "label": line.label, "from": fate}
            for id, line, fate in _derived(imported)
        ],
        "plain": len(imported.got.lines),
        "characters": count_of(imported, published)._asdict(),
    }


def _derived(imported: Imported) -> Iterator[tuple[str, Line, str]]:
    """The derived passages in the order of the report, and what became of each."""
    otherwise = {each.id: folded(each.text) for each in imported.differences.unexpected}
    derived = imported.got.derived.items()
    for id, line in sorted(derived, key=lambda each: each[1].place):
        fate = WORDS if id in imported.words else FACTS
        # With another number the words are still those of the report.
        text = folded(plain(line.text))
        is_so = id.startswith(OPENING) or otherwise.get(id, text) == text
        yield id, line, fate if is_so else NOT_SO
