"""The paragraphs of a Word file that people edited, as they left them.

A Word file comes in; its paragraphs go out as they stand when every change is
accepted, each with what it says and who changed which words. Labels are taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportkit.intake.segments import NOBODY, Author, Segment, cut
from reportkit.opc.changes import ACCEPTED, REJECTED, groups_as, stays
from reportkit.opc.word_file import (
    INS,
    MOVE_TO,
    Change,
    Note,
    WordFile,
    WordParagraph,
    WordRun,
)

# What stands before the text: tabs, and a label between tabs.
TYPED_LABEL = re.compile(r"\t*(?:(?P<label>[^\t\n]{1,14})\t+)?")
# A label that was typed by hand: `14.`, `14 bis.`, `(b)`, `b)`, `–`.
BY_HAND = re.compile(
    r"\s*(?P<label>\d{1,4}(?:\s?(?:bis|ter|quater))?[.)]|\(?[a-z]{1,4}\)|[–—•●▪·-])\s+"
)
# Styles of lists, ours and those of Word.
LISTED = re.compile(r"bullet|list", re.IGNORECASE)
# A comparison dates its changes by the day: what people change has an hour.
MIDNIGHT = "T00:00:00Z"


class Remark(NamedTuple):
    """A comment on some words of a paragraph."""

    comment: str
    quote: str


class Edited(NamedTuple):
    """A paragraph as people left it.

    `number` counts the paragraphs of the file from 1. `names` are its bookmarks,
    `label` is what stands before the text. `listed` says that Word numbers it or has
    it in a list, `table` that it stands in a cell. `arrived` is who put it in as a
    whole, where changes were tracked; `ended` is who put in its end, or took it out.
    """

    number: int
    names: tuple[str, ...]
    label: str
    segments: tuple[Segment, ...]
    listed: bool = False
    heading: bool = False
    arrived: Author | None = None
    ended: Author = NOBODY
    table: bool = False
    remarks: tuple[Remark, ...] = ()
    note: str = ""

    @property
    def after(self) -> str:
        """The text with changes accepted."""
        return "".join(each.text for each in self.segments if each.after)

    @property
    def before(self) -> str:
        """The text with changes rejected."""
        return "".join(each.text for each in self.segments if each.before)


class Gone(NamedTuple):
    """A paragraph that someone took out while changes were tracked."""

    names: tuple[str, ...]
    text: str
    by: Author


class Reading(NamedTuple):
    """The paragraphs of a file as they are read, in order; those taken out apart."""

    paragraphs: tuple[Edited, ...]
    gone: tuple[Gone, ...]


def read_edited(word: WordFile, compared: bool) -> Reading:
    """The paragraphs of a file with text in them, those of its footnotes last.

    In a file that a comparison wrote (`compared`), the changes that the comparison
    marked are accepted: they are none of the people who edited it.
    """
    paragraphs = tuple(_settled(each, compared) for each in word.paragraphs)
    made: list[Edited] = []
    gone: list[Gone] = []
    for group in groups_as(paragraphs, ACCEPTED):
        members = [(place, paragraphs[place]) for place in group]
        alive = [each for each in members if not _is_gone(each[1])]
        gone += (_gone(each) for _, each in members if _is_gone(each))
        if any(text.strip() for _, p in alive for text in (p.text, p.number)):
            made.append(_edited(alive))
    notes = (_noted(note, compared) for note in word.footnotes)
    left = (each for each in made if each.after.strip() or each.before.strip())
    return Reading((*left, *(each for each in notes if each)), tuple(gone))


def _settled(paragraph: WordParagraph, compared: bool) -> WordParagraph:
    """A paragraph in which the changes of a comparison are accepted."""
    if not compared:
        return paragraph
    kept = [
        (place, run)
        for place, run in enumerate(paragraph.runs)
        if not _is_of_comparison(run.change) or stays(run.change, ACCEPTED)
    ]
    runs = tuple(
        run._replace(change=None) if _is_of_comparison(run.change) else run
        for _, run in kept
    )
    mark = paragraph.mark
    if _is_of_comparison(mark):
        mark = None if stays(mark, ACCEPTED) else mark
    places = [place for place, _ in kept]
    comments = tuple(
        each._replace(
            start=sum(place < each.start for place in places),
            end=sum(place < each.end for place in places),
        )
        for each in paragraph.comments
    )
    return paragraph._replace(runs=runs, mark=mark, comments=comments)


def _is_of_comparison(change: Change | None) -> bool:
    return change is not None and change.date.endswith(MIDNIGHT)


def _is_gone(paragraph: WordParagraph) -> bool:
    """Whether a paragraph had words, and none of them are left."""
    words = [run for run in paragraph.runs if run.text.strip()]
    before = any(stays(run.change, REJECTED) for run in words)
    return before and not any(stays(run.change, ACCEPTED) for run in words)


def _gone(paragraph: WordParagraph) -> Gone:
    text = "".join(r.text for r in paragraph.runs if stays(r.change, REJECTED))
    by = next((_author(r.change) for r in paragraph.runs if r.change), NOBODY)
    _, bare = _without_label(text)
    return Gone(paragraph.bookmarks, bare, by)


def _author(change: Change | None) -> Author:
    return Author(change.author, change.date[:10]) if change else NOBODY


def _edited(members: Sequence[tuple[int, WordParagraph]]) -> Edited:
    """The paragraph that some are together."""
    place, first = members[0]
    last = members[-1][1]
    runs = [run for _, each in members for run in each.runs]
    segments = tuple(_segment(run) for run in runs if run.text or run.footnote)
    label, bare = _unlabelled(segments)
    names = dict.fromkeys(name for _, each in members for name in each.bookmarks)
    return Edited(
        place + 1,
        tuple(names),
        label or last.number,
        bare,
        listed=bool(last.number)
        or bool(LISTED.search(f"{last.style} {last.style_id}")),
        heading=bool(last.outline or first.outline),
        arrived=_arrived(first, last),
        ended=_author(first.mark),
        table=last.cell is not None,
        remarks=tuple(remark for _, each in members for remark in _remarks(each)),
    )


def _noted(note: Note, compared: bool) -> Edited | None:
    """A footnote as one paragraph; its own number is taken off."""
    paragraphs = [_settled(each, compared) for each in note.paragraphs]
    if not paragraphs:
        return None
    edited = _edited(tuple((0, each) for each in paragraphs))
    return edited._replace(number=0, note=note.id)


def _segment(run: WordRun) -> Segment:
    before, after = (stays(run.change, view) for view in (REJECTED, ACCEPTED))
    by = _author(run.change) if before != after else NOBODY
    return Segment(
        run.text, before, after, by, run.italic, run.superscript, run.footnote
    )


def _arrived(first: WordParagraph, last: WordParagraph) -> Author | None:
    """Who put a paragraph in, where its words and its end are tracked."""
    changes = [run.change for run in (*first.runs, *last.runs) if run.text.strip()]
    if changes and all(each and each.kind in (INS, MOVE_TO) for each in changes):
        return _author(changes[0])
    return None


def _remarks(paragraph: WordParagraph) -> Iterator[Remark]:
    for comment, start, end in paragraph.comments:
        runs = paragraph.runs[start:end]
        quote = "".join(r.text for r in runs if stays(r.change, REJECTED))
        yield Remark(comment, " ".join(quote.split()))


def _without_label(text: str) -> tuple[str, str]:
    found = TYPED_LABEL.match(text)
    end = found.end() if found else 0
    label = (found["label"] or "") if found else ""
    return label.strip(), text[end:]


def _unlabelled(
    segments: tuple[Segment, ...],
) -> tuple[str, tuple[Segment, ...]]:
    """The label of a paragraph, and its words without it in both views."""
    after = "".join(each.text for each in segments if each.after)
    before = "".join(each.text for each in segments if each.before)
    label, bare = _without_label(after)
    older, rest = _without_label(before)
    widths = (len(before) - len(rest), len(after) - len(bare))
    return label or older, tuple(cut(segments, *widths))


def without_typed_label(edited: Edited) -> Edited:
    """A paragraph without the label that someone typed in front of new text."""
    found = None if edited.label else BY_HAND.match(edited.after)
    if not found:
        return edited
    end = found.end()
    segments = tuple(cut(edited.segments, 0, end))
    return edited._replace(label=found["label"], segments=segments)


def unlabelled(edited: Edited, label: str) -> Edited:
    """A paragraph without a label that is parted from its words by a space alone."""
    if edited.label or not label:
        return edited
    widths = [_width(text, label) for text in (edited.before, edited.after)]
    return edited._replace(segments=tuple(cut(edited.segments, *widths)))


def _width(text: str, label: str) -> int:
    """How many characters a label and the spaces after it take at the beginning."""
    bare = text.lstrip()
    if not bare.startswith(label) or not bare[len(label) :][:1].isspace():
        return 0
    return len(text) - len(bare[len(label) :].lstrip())


def as_moved(edited: Edited) -> Edited:
    """A paragraph that arrived as a whole, as if its words had always been there."""
    segments = (each for each in edited.segments if each.after)
    settled = tuple(each._replace(before=True, by=NOBODY) for each in segments)
    return edited._replace(segments=settled)


def author_of(edited: Edited) -> Author:
    """Who wrote some of a paragraph."""
    return next((each.by for each in edited.segments if each.by.name), NOBODY)
