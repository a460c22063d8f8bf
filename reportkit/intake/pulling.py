"""Proposals out of a Word file that people edited.

The file, the document that it was made from and the sources come in. Nothing of the
sources is changed here: what goes out is what people want to be changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.document.fingerprints import fingerprint_of
from reportkit.document.nodes import Document, Masthead
from reportkit.intake.arranged import rearranged
from reportkit.intake.edited import Edited, Reading, read_edited
from reportkit.intake.pairing import pair
from reportkit.intake.parted import Parted, merged, parted
from reportkit.intake.printed import Printed, front_of, printed_lines
from reportkit.intake.proposals import (
    Proposal,
    Pulled,
    Sources,
    Translated,
    Untaken,
)
from reportkit.intake.remarks import COMPARED, with_remarks
from reportkit.intake.replaced import replaced_words
from reportkit.intake.stood import Stood, shown
from reportkit.opc.word_file import WordFile
from reportkit.revise.likeness import folded, likeness

# What is that like a line of the front is that line, changed.
FRONT = 0.6
# What is gone from a file comes after all that is in it.
LAST = 1 << 30
Made = Proposal | Translated | Untaken


def pull(word: WordFile, document: Document, sources: Sources) -> Pulled:
    """What people changed in a file that was made from a document."""
    reading = read_edited(word, COMPARED in word.properties)
    front, body = _front(document, reading)
    lines = printed_lines(document)
    matches = pair(lines, body)
    halves = tuple(parted(lines, body, matches, sources))
    stood = Stood(lines, body, matches, reading.gone, sources)
    made: list[Made] = [*front, *_of_masthead(document.masthead, word)]
    made += _of_words(stood, halves)
    known = {each.place for each in halves}
    made += (e for e in rearranged(_without(stood, known)) if not _is_part(e, halves))
    made += (each.made for each in halves)
    return with_remarks(word, stood, _sorted(made, _found_by_words(stood)))


def _without(stood: Stood, places: set[int]) -> Stood:
    """The file without the paragraphs that are halves of others."""
    kept = [n for n in range(len(stood.paragraphs)) if n not in places]
    matches = {
        new: stood.matches[old] for new, old in enumerate(kept) if old in stood.matches
    }
    return stood._replace(
        paragraphs=tuple(stood.paragraphs[n] for n in kept), matches=matches
    )


def _is_part(made: Made, halves: Sequence[Parted]) -> bool:
    numbers = {half.number for half in halves}
    return isinstance(made, Untaken) and made.paragraph in numbers


def _front(
    document: Document, reading: Reading
) -> tuple[list[Untaken], tuple[Edited, ...]]:
    """What was changed in the front, and the paragraphs that are not of it."""
    wanted = [text for text in front_of(document) if text.strip()]
    same = {folded(text) for text in wanted}
    changed: list[Untaken] = []
    body: list[Edited] = []
    for each in reading.paragraphs:
        if not body and not each.names and folded(each.after) in same:
            continue
        near = [likeness(text, each.after) for text in wanted]
        if not body and not each.names and max(near, default=0) >= FRONT:
            hint = "the front comes from session.yaml: amend the fact that it prints"
            message = f"{shown(each.after)} was changed in the front"
            changed.append(Untaken(each.number, message, hint))
            continue
        body.append(each)
    return changed, tuple(body)


def _of_masthead(masthead: Masthead, word: WordFile) -> Iterator[Untaken]:
    """The words of the masthead that the file does not have any more."""
    margins = (*word.headers, *word.footers)
    texts = (each.text for margin in margins for each in margin.paragraphs)
    there = "".join(folded("".join(texts)).split())
    if not there:
        return
    words = (masthead.organ, masthead.distribution, masthead.date, masthead.original)
    for each in (*masthead.symbols, *words):
        if "".join(folded(each).split()) not in there:
            hint = "the masthead comes from session.yaml: amend the fact there"
            yield Untaken(0, f"the masthead has no {shown(each)} any more", hint)


def _of_words(stood: Stood, halves: Sequence[Parted]) -> Iterator[Made]:
    """What was changed in the words of passages that are still there."""
    firsts = {each.first for each in halves}
    for place, match in stood.matches.items():
        edited, line = stood.paragraphs[place], stood.lines[match.line]
        if place in firsts:
            continue
        if match.joined:
            yield from merged(stood.lines, edited, match, stood.sources)
        elif _is_current(stood, line, edited):
            yield from replaced_words(line, edited, stood.sources)
        else:
            yield from _overtaken(stood, line, edited)


def _is_current(stood: Stood, line: Printed, edited: Edited) -> bool:
    """Whether a passage is in the sources as it was when the file was made."""
    if line.id in stood.sources.changed:
        return False
    return not (line.id and stood.is_printed_since(line))


def _overtaken(stood: Stood, line: Printed, edited: Edited) -> Iterator[Untaken]:
    """A passage that the sources have otherwise since the file was made."""
    before = edited.before
    if line.aside:
        before = before.removesuffix(line.aside)
    untouched = fingerprint_of(line.id, before) in stood.sources.fingerprints
    if untouched and edited.before == edited.after:
        return
    if folded(edited.after) == folded(line.text):
        return
    message = f"`{line.id}` was changed in the file, and since then in the sources"
    hint = f"the file says: “{edited.after}”; record it with `amend`, if it holds"
    yield Untaken(edited.number, message, hint)


def _found_by_words(stood: Stood) -> Iterator[tuple[str, int, float]]:
    """The passages that have lost their bookmarks, and how sure it is that they are."""
    for place, match in stood.matches.items():
        line, edited = stood.lines[match.line], stood.paragraphs[place]
        # LibreOffice saves no bookmarks in footnotes.
        lost = line.id and line.name not in edited.names
        if lost and not (edited.note and match.sure == 1):
            yield line.id, edited.number, match.sure


def _sorted(made: Sequence[Made], by_words: Iterator[tuple[str, int, float]]) -> Pulled:
    proposals = (each for each in made if isinstance(each, Proposal))
    return Pulled(
        tuple(sorted(proposals, key=lambda each: each.paragraph or LAST)),
        (),
        tuple(each for each in made if isinstance(each, Translated)),
        tuple(each for each in made if isinstance(each, Untaken)),
        tuple(by_words),
    )
