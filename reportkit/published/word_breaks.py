"""Line ends that Unicode has signs for, as the line breaks that Word makes of them."""

from __future__ import annotations

from reportkit.opc.word_file import Note, WordFile, WordParagraph

_BREAKS = str.maketrans("\x85\u2028\u2029", "\n\n\n")


def with_breaks(word: WordFile) -> WordFile:
    """The file with a line break for each of these signs."""
    return word._replace(
        paragraphs=tuple(map(_broken, word.paragraphs)),
        footnotes=_notes(word.footnotes),
        endnotes=_notes(word.endnotes),
        headers=_notes(word.headers),
        footers=_notes(word.footers),
    )


def _notes(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(
        note._replace(paragraphs=tuple(map(_broken, note.paragraphs))) for note in notes
    )


def _broken(paragraph: WordParagraph) -> WordParagraph:
    runs = (run._replace(text=run.text.translate(_BREAKS)) for run in paragraph.runs)
    return paragraph._replace(runs=tuple(runs))
