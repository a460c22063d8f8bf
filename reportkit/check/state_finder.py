"""The States that prose names, by the names of a day in all their forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache

from reportkit.languages.order import base_letters
from reportkit.languages.states import StateName, names_ever, state_names
from reportkit.languages.table import language_of

Words = tuple[str, ...]
# Where no spaces part words, each sign is taken for one.
WORD, SIGN = re.compile(r"[^\W_]+"), re.compile(r"[^\W_]")
INVERSION = re.compile(r"\s*[(（].*$")
ARTICLE = "ال"
# What Arabic writes together with a name: and, then, to, by, as; and the article,
# which loses its alef after "to".
JOINED = tuple(
    first + second
    for first in ("", "و", "ف")
    for second in ("", ARTICLE, "ل", "لل", "ب", f"ب{ARTICLE}", "ك", f"ك{ARTICLE}")
)
# An adjective keeps the beginning of its State's name, but for a few letters.
ENDING, STEM = 3, 4
# Words such as "Republic" hint at no State; Corée is a word of two.
SHARED = 2


class StateFinder:
    """Finds the States that texts of one language name."""

    def __init__(self, code: str, day: date, ever: bool = False) -> None:
        self.states = state_names(code, day)
        self.pattern = WORD if language_of(code).spaced else SIGN
        self.joined = JOINED if code == "ar" else ()
        # A name of the day goes before that of another State on another day.
        known = (*(names_ever(code) if ever else ()), *self.states.values())
        found = (
            (self._named(form), name.code) for name in known for form in _forms(name)
        )
        self.names = {words: state for words, state in found if words}

    def _words(self, text: str) -> Words:
        words: list[str] = self.pattern.findall(text.replace("ё", "е"))
        return tuple(words)

    def _named(self, form: str) -> Words:
        """A name without the articles before it: "les États-Unis", "de l’Algérie"."""
        words = self._words(form)
        start = next((n for n, word in enumerate(words) if not word.islower()), 0)
        return tuple(map(self._bare, words[start:]))

    def _bare(self, word: str) -> str:
        return word.removeprefix(ARTICLE) if self.joined else word

    def _words_of_text(self, text: str) -> Words:
        words = self._words(text)
        return tuple(map(self._parted, words)) if self.joined else words

    def _parted(self, word: str) -> str:
        """A word without what is joined to it, where that leaves a word of a name."""
        cut = (word[len(each) :] for each in self.joined if word.startswith(each))
        return next((each for each in cut if each in self._known), self._bare(word))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word for words in self.names for word in words)

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """How many words the names have that begin with a word, the most first."""
        made: dict[str, set[int]] = {}
        for words in self.names:
            made.setdefault(words[0], set()).add(len(words))
        return {word: tuple(sorted(each))[::-1] for word, each in made.items()}

    def find(self, text: str) -> tuple[str, ...]:
        """The States that a text names, by their codes."""
        found = self._stretches(self._words_of_text(text))
        return tuple(dict.fromkeys(code for _, code in found if code))

    def hints_at(self, code: str, text: str) -> bool:
        """Whether a text has a word, in no other State's name, derived from a name."""
        rest = self._stretches(self._words_of_text(text))
        words = (base_letters(words[0]) for words, known in rest if not known)
        stems = tuple(self._stems(code))
        return any(word.startswith(stems) for word in words)

    def _stretches(self, words: Words) -> list[tuple[Words, str]]:
        """A text as names with their codes, and words that name nothing."""
        if self._lengths.keys().isdisjoint(words):
            return [((word,), "") for word in words]
        found, at = [], 0
        while at < len(words):
            found.append(self._at(words, at))
            at += len(found[-1][0])
        return found

    def _at(self, words: Words, at: int) -> tuple[Words, str]:
        """The longest name that begins at a word, or the word."""
        for length in self._lengths.get(words[at], ()):
            name = words[at : at + length]
            if name in self.names:
                return name, self.names[name]
        return words[at : at + 1], ""

    def _stems(self, code: str) -> Iterator[str]:
        """The beginnings of the words that a State shares with hardly another."""
        for word in self._letters(code):
            if self._counts[word] <= SHARED:
                yield word[: max(len(word) - ENDING, min(STEM, len(word) - 1))]

    def _letters(self, code: str) -> set[str]:
        """The words of a State's name that are long enough to tell it."""
        name = self.states.get(code)
        words = self._named(name.full) if name else ()
        return {base_letters(word) for word in words if len(word) >= STEM}

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(word for code in self.states for word in self._letters(code))


@lru_cache(maxsize=16)
def finder_of(code: str, day: date, ever: bool = False) -> StateFinder:
    """The finder of a language and a day, made once.

    `ever` finds a State by the names of all other days too.
    """
    return StateFinder(code, day, ever)


def _forms(name: StateName) -> Iterator[str]:
    """Every form of a name, and of "Iran (Islamic Republic of)" also "Iran"."""
    plain = INVERSION.sub("", name.list)
    yield from (name.list, name.full, plain, name.running, name.formal, name.of)
    yield from (form for _, form in name.cases)
    yield from (INVERSION.sub("", form) for _, form in name.cases)
