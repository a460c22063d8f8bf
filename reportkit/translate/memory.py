"""Earlier translations that are offered for a text: the same one, or one near it.

Pairs come from sessions and from TMX files. Nothing of an offer is adapted: it says
which figures and marks are other ones, and a translator decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from reportkit.model.fingerprint import fingerprint
from reportkit.model.session import Session
from reportkit.revise.difference import HAN, MARKS
from reportkit.source.values import Text
from reportkit.translate.segments import sentences
from reportkit.translate.standing import sources_of

PASSAGE, SENTENCE = "passage", "sentence"
SAME, NEAREST, LEAST = 100, 99, 70  # per cent of the words
MOST = 5  # offers of a kind
# A mark, a Han character, or a word with its figures and vowel signs.
TOKEN = re.compile(
    rf"\{{[^{{}}]*\}}|[{HAN}]|(?:[^\W{HAN}]|[{MARKS}]|(?<=\d)[.,/](?=\d))+"
)
# Words are compared as characters of their own, which lie above those of most texts.
FIRST = 0x10000


class Pair(NamedTuple):
    """A text and its translation into a language; `origin` says where they stand."""

    source: str
    target: str
    origin: str
    language: str


class Offer(NamedTuple):
    """An earlier translation; `score` says how near its source is, 100 for the same.

    `by` is passage or sentence, `asked` the text or the sentence of it that the offer
    is for. `differs` has the figures and marks that are other ones: `-2016` stands in
    the offer's source, `+2017` in the text.
    """

    source: str
    target: str
    score: int
    origin: str
    by: str
    asked: str
    differs: tuple[str, ...] = ()


class Memory:
    """Pairs of one source language, to be asked by target language.

    Of two pairs with the same texts the first is kept.
    """

    def __init__(self, pairs: Iterable[Pair], source_language: str) -> None:
        self.source_language = source_language
        self._pairs: dict[str, dict[tuple[str, str], Pair]] = {}
        for pair in pairs:
            known = self._pairs.setdefault(pair.language, {})
            known.setdefault((pair.source, pair.target), pair)
        self._shelves: dict[tuple[str, str], _Shelf] = {}

    def offers(self, text: str, language: str) -> tuple[Offer, ...]:
        """What is offered for a text in a language, the nearest first.

        A text of several sentences is asked for whole and sentence by sentence.
        """
        parts = [part.strip() for part in sentences(text, self.source_language)]
        whole = self._shelf(language, PASSAGE).offers(text)
        by_sentence = self._shelf(language, SENTENCE)
        parted = [offer for part in parts for offer in by_sentence.offers(part)]
        known = {(offer.source, offer.target) for offer in whole}
        new = [offer for offer in parted if (offer.source, offer.target) not in known]
        return (*whole, *sorted(new, key=lambda offer: -offer.score))

    def _shelf(self, language: str, by: str) -> _Shelf:
        """The pairs of a language, made ready when they are first asked for."""
        if (language, by) not in self._shelves:
            pairs = self._pairs.get(language, {}).values()
            chosen = pairs if by == PASSAGE else self._sentences(pairs)
            self._shelves[language, by] = _Shelf(chosen, by)
        return self._shelves[language, by]

    def _sentences(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """The sentences of pairs that have as many on either side."""
        for pair in pairs:
            sources = sentences(pair.source, self.source_language)
            targets = sentences(pair.target, pair.language)
            if len(sources) == len(targets) > 1:
                for source, target in zip(sources, targets, strict=True):
                    yield pair._replace(source=source.strip(), target=target.strip())
            else:
                yield pair


class _Shelf:
    """Pairs of a kind, with their sources as they are compared."""

    def __init__(self, pairs: Iterable[Pair], by: str) -> None:
        self.by = by
        unique = {(pair.source, pair.target): pair for pair in reversed(tuple(pairs))}
        self.pairs = tuple(reversed(unique.values()))
        self.letters: dict[str, str] = {}
        self.known: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            self.known.setdefault(folded(pair.source), []).append(pair)
        self.spelt = [self._spelt(pair.source) for pair in self.pairs]

    def offers(self, text: str) -> list[Offer]:
        """The pairs nearest to a text; those of the very text alone if there are."""
        same = self.known.get(folded(text), ())
        if same:
            return [self._offer(pair, SAME, text) for pair in same[:MOST]]
        spelt = self._spelt(text)
        if not spelt:
            return []
        found = process.extract(
            spelt, self.spelt, scorer=fuzz.ratio, score_cutoff=LEAST, limit=MOST
        )
        return [
            self._offer(self.pairs[n], min(int(score), NEAREST), text)
            for _, score, n in found
        ]

    def _offer(self, pair: Pair, score: int, text: str) -> Offer:
        differs = tuple(_differing(pair.source, text))
        return Offer(
            *(pair.source, pair.target, score, pair.origin, self.by, text, differs)
        )

    def _spelt(self, text: str) -> str:
        """The words of a text, a character each."""
        letters = self.letters
        return "".join(
            letters.setdefault(word, chr(FIRST + len(letters)))
            for word in TOKEN.findall(folded(text).casefold())
        )


def folded(text: str) -> str:
    """A text as it counts as the same: composed, its white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _differing(old: str, new: str) -> Iterator[str]:
    """The figures and marks of either text that the other one lacks."""
    before, after = (Counter(filter(_is_fixed, TOKEN.findall(t))) for t in (old, new))
    yield from (f"-{each}" for each in before - after)
    yield from (f"+{each}" for each in after - before)


def _is_fixed(token: str) -> bool:
    return token[0] == "{" or any(character.isdigit() for character in token)


def pairs_of_session(session: Session, source_language: str) -> Iterator[Pair]:
    """The texts of a session in a language with their translations.

    A session may have been written in the source language or translated into it. A
    stale translation stands beside the source that it was made from, and is left out
    where that is not known.
    """
    written = str(session.facts.written_in)
    for code in session.translations:
        for id, source, target in _translated(session, code):
            origin = f"{session.name}: {id}"
            if written == source_language:
                yield Pair(source, target, origin, code)
            elif code == source_language:
                yield Pair(target, source, origin, written)


def _translated(session: Session, code: str) -> Iterator[tuple[str, str, str]]:
    """Each text that is translated into a language: its id and both texts."""
    translations = session.translations[code]
    before = session.translated_from.get(code, {})
    for id, source in sources_of(session):
        translation = translations.get(id)
        if translation is None or not translation.text:
            continue
        known = (source, before.get(Text(id), Text("")))
        of = translation.of or fingerprint(source)
        made_from = next((each for each in known if fingerprint(each) == of), "")
        if made_from:
            yield str(id), str(made_from), str(translation.text)
