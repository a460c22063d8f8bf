"""Spans written as the source of a report is, in one line with its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from reportkit.languages.words import Words
from reportkit.model.marks import escaped, pieces_of
from reportkit.published.text_source import (
    CALL,
    ITALIC,
    PLAIN,
    RAISED,
    Source,
    Span,
    parted,
)

WHITE = re.compile(r"[ \t\n\f\v\r]+")
EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
Run = tuple[str, str]


def marked(source: Source, words: Words, spans: Iterable[Span]) -> str:
    """The text of some spans; a look that its marks cannot give is left out."""
    runs = list(_runs(source, spans))
    text = _in_one_line(words, _spelled(runs, SPELLINGS))
    if all(look == PLAIN for look, _ in runs) or _reads_as(text, runs):
        return text
    return _in_one_line(words, _spelled(runs, WITHOUT_LOOKS))


def _in_one_line(words: Words, text: str) -> str:
    return words.closed_up(WHITE.sub(" ", text).strip())


def _reads_as(text: str, runs: list[Run]) -> bool:
    """Whether the marks of a text are read as they are meant."""
    meant = "".join(said for _, said in runs)
    return _bare(plain(text)) == _bare(meant)


def _bare(text: str) -> str:
    return "".join(text.split())


def plain(text: str) -> str:
    """The characters of a marked text; those of a call are its label."""
    return "".join(
        piece.argument if piece.kind == "note" else piece.text
        for piece in pieces_of(text)
    )


def _runs(source: Source, spans: Iterable[Span]) -> Iterator[Run]:
    """Texts of one look each; between two lines stands a space."""
    look, text, before = PLAIN, "", -1
    for span in spans:
        space = " " if before >= 0 and parted(source, before, span.start) else ""
        if span.look != look:
            yield look, text + ("" if look != PLAIN else space)
            text = space if look != PLAIN and span.look == PLAIN else ""
            if look != PLAIN and span.look != PLAIN and space:
                yield PLAIN, space
            look = span.look
        else:
            text += space
        end = span.end - (span.end - 1 in source.hyphens)
        text += source.text[span.start : end]
        before = span.end
    yield look, text


def _spelled(runs: list[Run], spellings: Mapping[str, Callable[[str], str]]) -> str:
    return "".join(spellings[look](said) for look, said in runs if said)


def _italic(text: str) -> str:
    edges = EDGES.fullmatch(text)
    if edges is None or not edges[2]:
        return text
    return f"{edges[1]}*{escaped(edges[2])}*{edges[3]}"


SPELLINGS: Mapping[str, Callable[[str], str]] = {
    PLAIN: escaped,
    ITALIC: _italic,
    RAISED: lambda text: f"^{text}^",
    CALL: lambda text: f"{{note: {text}}}",
}
# Where marks would be read otherwise than they are meant, the words stay.
WITHOUT_LOOKS = {**SPELLINGS, ITALIC: escaped, RAISED: escaped}
