"""The alphabetical order of names, each language its own.

In come names as they are printed; out go keys to sort them by, or the places of
the names that break the order of a list. Nothing is moved here.

Accents, case, hyphens and apostrophes do not count. Spanish has ñ after n,
Russian й after и, Arabic passes over a leading article, and Chinese follows the
order of the English names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple

_SPELT_OUT = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "ı": "i",
        "ى": "ي",
        "ة": "ه",
        "\u0640": "",  # the tatweel only stretches a line
        "\u02bc": "",  # apostrophes that Unicode counts among the letters
        "\u02bb": "",
    }
)
# A hamza makes أل and إل letters of the word itself (ألمانيا), so only a bare
# alef and lam are the article.
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{2})")


class Alphabet(NamedTuple):
    """How a language sorts: letters of its own, an article passed over, or by English.

    U+FFFF sorts after every letter, so that "n" + U+FFFF comes after "nz".
    """

    letters: Mapping[str, str] = MappingProxyType({})
    article: re.Pattern[str] | None = None
    by_english: bool = False


LATIN = Alphabet()
ALPHABETS: Mapping[str, Alphabet] = MappingProxyType(
    {
        "es": Alphabet(MappingProxyType({"ñ": "n\uffff"})),
        "ru": Alphabet(MappingProxyType({"й": "и\uffff"})),
        "ar": Alphabet(article=_ARABIC_ARTICLE),
        "zh": Alphabet(by_english=True),
    }
)


def order_key(
    language: str, text: str, english: str = "", letter_by_letter: bool = False
) -> tuple[str, ...]:
    """What to sort a name by among names of the same language.

    `english` is the name in English and is needed for Chinese alone. Word by
    word puts "Guinée équatoriale" before "Guinée-Bissau", letter by letter after.
    """
    alphabet = ALPHABETS.get(language, LATIN)
    if alphabet.by_english and english:
        text, alphabet = english, LATIN
    if alphabet.article:
        text = alphabet.article.sub("", text.strip())
    words = _letters(text, alphabet.letters).split()
    return ("".join(words),) if letter_by_letter else tuple(words)


def out_of_place(
    names: Sequence[str],
    language: str,
    english: Sequence[str] = (),
    letter_by_letter: bool = False,
) -> tuple[int, ...]:
    """The indices of the fewest names whose removal leaves the rest in order.

    Of two neighbours that changed places the first is named.
    """
    keys = [
        order_key(language, name, other, letter_by_letter)
        for name, other in zip_longest(names, english[: len(names)], fillvalue="")
    ]
    kept = set(_longest_run(keys))
    return tuple(index for index in range(len(keys)) if index not in kept)


def base_letters(text: str) -> str:
    """The letters, digits and spaces of a text, in lower case, without accents."""
    return _letters(text, {})


def _letters(text: str, own_letters: Mapping[str, str]) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold()
    return "".join(own_letters.get(char) or _base(char) for char in composed)


def _base(char: str) -> str:
    decomposed = unicodedata.normalize("NFD", char).translate(_SPELT_OUT)
    return "".join(c for c in decomposed if c.isalnum() or c.isspace())


def _longest_run(keys: Sequence[tuple[str, ...]]) -> list[int]:
    """Indices of the longest run in order, backwards; of equally long ones the last."""
    lengths: list[int] = []
    for i, key in enumerate(keys):
        before = (lengths[j] for j in range(i) if keys[j] <= key)
        lengths.append(1 + max(before, default=0))
    run: list[int] = []
    wanted = max(lengths, default=0)
    for i in reversed(range(len(keys))):
        if lengths[i] == wanted and (not run or keys[i] <= keys[run[-1]]):
            run.append(i)
            wanted -= 1
    return run
