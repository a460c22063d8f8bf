"""What an import tells: what became facts, what kept its words, what did not come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.edition.importing import Imported
from reportkit.edition.importing_proof import OPENING
from reportkit.edition.importing_rows import words_of
from reportkit.problems import Place, Problem, warning
from reportkit.published.lines import HEADING, PARAGRAPH, Line, Published
from reportkit.recover.folding import dense, folded, plain

SHOWN = 60  # characters of a text that a message quotes
LOST, ADDED, MOVED = "not-printed", "not-in-the-report", "moved"


class Count(NamedTuple):
    """The characters of a file that are no white space, and where they went."""

    read: int
    printed: int
    layout: int
    lost: int


def count_of(imported: Imported, published: Published) -> Count:
    """What of a file is in the session's print, and what is not."""
    layout = sum(dense(each.text) for each in published.left)
    lost = sum(_size(line) for line in imported.differences.missing)
    return Count(published.size, published.size - layout - lost, layout, lost)


def _size(line: Line) -> int:
    label = "" if line.kind == "masthead" else line.label
    return dense(label) + sum(dense(plain(e)) for e in (line.text, *line.cells))


def problems_of(imported: Imported, path: str) -> Iterator[Problem]:
    """What the session does not print, prints beside it, or prints elsewhere."""
    for line in imported.differences.missing:
        message = f"this is not printed so: {_quoted(words_of(line))}"
        yield warning(line.place, message, _hint(line), LOST)
    for each in imported.differences.unexpected:
        if each.words:
            said = _quoted(each.words)
            message = f"the session prints what is not in the report: {said}"
            yield warning(Place(path), message, f"its id is `{each.id}`", ADDED)
    for line in imported.got.moved:
        message = f"this stands in another chapter now: {_quoted(words_of(line))}"
        hint = "its own chapter holds what facts say, and no text of one's own"
        yield warning(line.place, message, hint, MOVED)


def _hint(line: Line) -> str:
    if line.kind == HEADING:
        return "headings and their labels come from the outline and the agenda"
    if line.kind == PARAGRAPH:
        return "look for its words in the files; `check` shows where facts differ"
    return "it may be there with another label, or in another place"


def _quoted(text: str) -> str:
    return f'"{text[:SHOWN]}…"' if len(text) > SHOWN else f'"{text}"'


FACTS, WORDS, NOT_SO = "facts", "words", "not as facts say it"
SAID = {FACTS: "from facts", WORDS: "from facts, in the words of the report"}


def lines_of(imported: Imported, published: Published) -> Iterator[str]:
    """The report of an import: every derived passage with its place, then the sum."""
    for id, line, fate in _derived(imported):
        label = f"{line.label} " if line.label else ""
        yield f"{line.place}: {label}{SAID.get(fate, fate)} ({id})"
    fates = Counter(fate for _, _, fate in _derived(imported))
    plain_text = len(imported.got.lines)
    yield (
        f"{fates[FACTS]} passages from facts, {fates[WORDS]} from facts in the words of"
        f" the report, {plain_text} as plain text"
    )
    count = count_of(imported, published)
    yield (
        f"{count.read} characters read: {count.printed} printed, {count.layout} of"
        f" layout, {count.lost} not printed so"
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
