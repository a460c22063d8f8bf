"""The sentences of a text, by which translators and their memories work.

White space stays with the sentence before it, so that the sentences together are
the text. A sentence too many does more harm than one too few: where it is not plain
that one ends, it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportkit.languages.table import CODES, language_of
from reportkit.model.marks import TOKEN
from reportkit.translate.placeholders import Part

# What stands for a code, or for words that are not parted.
_MASK = "\ufffc"
_CLOSING = rf"(?:\s?[»”’]|[)\]\"'{_MASK}])*"
_OPENING = r"[«“‘„\"'(\[¿¡—–\s]*"
_NEXT = rf"(?={_OPENING}(?P<next>[^\W_]|{_MASK}))"
_SPACED = re.compile(rf"(?<![.!?…؟])[.!?…؟]+{_CLOSING}\s+{_NEXT}")
# Han writing has no space after its full stop.
_UNSPACED = re.compile(r"[。！？…]+[”’」』）》]*\s*(?=\S)")
# A lone letter (J. Smith), letters with stops between (т.е.), the number of a point.
_INITIAL = re.compile(r"(?:^|\W)(?:[^\W\d_]|\w+\.\w+)\Z")
_POINT = re.compile(r"\s*(?:\d{1,3}|[ivxlcdm]{1,6})", re.IGNORECASE)
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
# Words that are written with a stop and that a name or a figure follows.
_SHORT_FORMS = """
    al art arts cf ch chap chaps dr ed eds esp etc fig figs ibid jr ltd messrs mr mrs
    ms no nos para paras pp prof ref refs sect sr st vol vols vs
    env mgr mm par
    cap dra núm núms ord pág págs párr párrs sra srta ud uds
    г гг гл др ед им млн млрд п пп пр проф рис см ср ст стр табл тел тов тт тыс
"""
_SHORT = frozenset(_SHORT_FORMS.split())
_LONGEST_WORD = 24  # characters that are looked back at


def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a marked text; no mark and no words in italics are parted."""
    masked = TOKEN.sub(lambda match: _MASK * len(match[0]), text)
    return tuple(text[start:end] for start, end in _spans(masked, language))


def parts_by_sentence(
    parts: tuple[Part, ...], language: str
) -> tuple[tuple[Part, ...], ...]:
    """The words and codes of a text, sentence by sentence; one at least."""
    flat = "".join(part if isinstance(part, str) else _MASK for part in parts)
    spans = _spans(flat, language)
    return tuple(tuple(_between(parts, start, end)) for start, end in spans)


def is_spaced(language: str) -> bool:
    """Whether a language parts its words by spaces; one that is not known does."""
    return language not in CODES or language_of(language).spaced


def _spans(masked: str, language: str) -> Iterator[tuple[int, int]]:
    ends = _ends(masked) if is_spaced(language) else _ends_unspaced(masked)
    return pairwise((0, *ends, len(masked)))


def _ends_unspaced(masked: str) -> Iterator[int]:
    return (match.end() for match in _UNSPACED.finditer(masked))


def _ends(masked: str) -> Iterator[int]:
    """Where a sentence ends and a further one begins, its white space passed."""
    begun = 0
    for match in _SPACED.finditer(masked):
        before = masked[max(begun, match.start() - _LONGEST_WORD) : match.start()]
        short = match[0][0] == "." and match[0][1:2] != "." and _goes_on(before)
        if not short and not match["next"].islower():
            yield match.end()
            begun = match.end()


def _goes_on(before: str) -> bool:
    """Whether a stop after these words is one of a short form."""
    if _INITIAL.search(before) or _POINT.fullmatch(before):
        return True
    word = _LAST_WORD.search(before)
    return word is not None and word[0].lower() in _SHORT


def _between(parts: tuple[Part, ...], start: int, end: int) -> Iterator[Part]:
    """The parts of a stretch, where a code is one character long."""
    place = 0
    for part in parts:
        if isinstance(part, str):
            words = part[max(0, start - place) : max(0, end - place)]
            if words:
                yield words
            place += len(part)
        else:
            if start <= place < end:
                yield part
            place += 1
