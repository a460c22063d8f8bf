"""Footnotes and endnotes: the labels that they are printed with, in the text too.

Word counts notes and keeps no figure in its file; a mark such as an asterisk is
typed behind the call and again before the note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.languages.numerals import roman
from reportkit.languages.words import Words
from reportkit.opc.changes import paragraphs_as
from reportkit.opc.word_file import WordFile, WordParagraph, WordRun
from reportkit.published.word_content import from_offset, is_call, plain_text

_MARK = re.compile(r"[*†‡§¶#]{1,4}")
_LONGEST_MARK = 4

Key = tuple[str, str]


class Called(NamedTuple):
    """A note with its label, and the number of the paragraph that calls it."""

    label: str
    line: int
    paragraphs: tuple[WordParagraph, ...]


class Numbered(NamedTuple):
    """Paragraphs whose calls have labels as their text; the notes as called.

    `uncalled` are notes that no text calls.
    """

    paragraphs: tuple[WordParagraph, ...]
    notes: tuple[Called, ...]
    uncalled: tuple[tuple[WordParagraph, ...], ...]


def number_notes(
    word: WordFile,
    shown: Iterable[tuple[int, WordParagraph]],
    view: str,
    words: Words,
) -> Numbered:
    """The paragraphs that a view shows, with numbers, and the notes they call."""
    counter = _Counter(word, view, words)
    made = tuple(
        paragraph._replace(runs=tuple(counter.runs(line, paragraph.runs)))
        for line, paragraph in shown
    )
    return Numbered(made, tuple(counter.done.values()), counter.uncalled(word))


class _Counter:
    """Labels notes in the order of their calls."""

    def __init__(self, word: WordFile, view: str, words: Words) -> None:
        footnotes = {("f", n.id): n.paragraphs for n in word.footnotes}
        endnotes = {("e", n.id): n.paragraphs for n in word.endnotes}
        both = {**footnotes, **endnotes}
        self.notes = {key: paragraphs_as(p, view) for key, p in both.items()}
        # Word prints small Roman figures at endnotes, so that they differ.
        last: Callable[[int], str] = roman if footnotes else words.figure
        self.printed: Mapping[str, Callable[[int], str]] = {"f": words.figure}
        self.printed = {**self.printed, "e": last}
        self.counts = {"f": 0, "e": 0}
        self.done: dict[Key, Called] = {}

    def runs(self, line: int, runs: tuple[WordRun, ...]) -> Iterator[WordRun]:
        """The runs with labels in their calls; typed marks are part of them."""
        cut = 0
        for place, run in enumerate(runs):
            if is_call(run):
                after = runs[place + 1] if place + 1 < len(runs) else None
                label, cut = self._label(line, key_of(run), after)
                yield run._replace(text=label)
            else:
                yield run._replace(text=run.text[cut:])
                cut = 0

    def _label(self, line: int, key: Key, after: WordRun | None) -> tuple[str, int]:
        """The label of a call, and how many characters of the next run it is."""
        if key in self.done:
            return self.done[key].label, 0
        paragraphs = self.notes.get(key, ())
        mark, cut = self._typed_mark(paragraphs, after)
        if not mark:
            self.counts[key[0]] += 1
        label = mark or self.printed[key[0]](self.counts[key[0]])
        self.done[key] = Called(label, line, _without(paragraphs, mark))
        return label, cut

    def _typed_mark(
        self, paragraphs: tuple[WordParagraph, ...], after: WordRun | None
    ) -> tuple[str, int]:
        text = after.text if after and after.superscript else ""
        mark = text.strip()
        if not mark or is_call(after or WordRun("")):
            return "", 0
        own = plain_text(paragraphs[0].runs).lstrip() if paragraphs else ""
        same = len(mark) <= _LONGEST_MARK and own.startswith(mark)
        found = _MARK.match(mark)
        label = mark if same else found[0] if found else ""
        return label, len(text) - len(text.lstrip()) + len(label) if label else 0

    def uncalled(self, word: WordFile) -> tuple[tuple[WordParagraph, ...], ...]:
        """The notes that no text calls; those of deleted text are gone with it."""
        runs = (run for each in word.paragraphs for run in each.runs)
        called = {key_of(run) for run in runs if is_call(run)}
        return tuple(p for key, p in self.notes.items() if key not in called)


def key_of(run: WordRun) -> Key:
    """Which note a run calls."""
    return ("f", run.footnote) if run.footnote else ("e", run.endnote)


def _without(
    paragraphs: tuple[WordParagraph, ...], mark: str
) -> tuple[WordParagraph, ...]:
    """A note's paragraphs without the mark typed before them."""
    text = plain_text(paragraphs[0].runs) if paragraphs else ""
    if not mark or not text.lstrip().startswith(mark):
        return paragraphs
    begin = len(text) - len(text.lstrip()) + len(mark)
    first = paragraphs[0]._replace(runs=from_offset(paragraphs[0].runs, begin))
    return (first, *paragraphs[1:])
