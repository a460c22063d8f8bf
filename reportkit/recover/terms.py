"""What a language calls the parts of a report: headings, and what is put after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from reportkit.assemble.outline import Outline
from reportkit.assemble.sentences import Sentences
from reportkit.assemble.wording import Titled
from reportkit.languages.forms import Name
from reportkit.languages.words import MissingWord, Words
from reportkit.recover.folding import alike, plain
from reportkit.source.values import Text

# How much of a heading has to be that of the outline: other years, other houses.
LIKE = 0.8
NUMBER = "@"
BRACKETED = re.compile(r"\s*[*]?[(（]\s*([^()（）]*)[)）][*]?\s*$")


class Terms(NamedTuple):
    """A language's words and sentences, and the outlines of its documents."""

    words: Words
    sentences: Sentences
    outlines: Mapping[str, Outline]

    @property
    def language(self) -> str:
        return self.words.language.code

    def chapter(self, heading: str) -> str:
        """The id of the chapter that a heading begins, or nothing."""
        chapters = self.outlines["report"].chapters
        return self._nearest(heading, tuple(str(each.id) for each in chapters))

    def section(self, chapter: str, heading: str) -> str:
        """The id of the section of a chapter that a heading begins, or nothing."""
        for each in self.outlines["report"].chapters:
            if each.id == chapter:
                ids = tuple(str(section.id) for section in each.sections)
                return self._nearest(heading, ids)
        return ""

    def is_open(self, chapter: str) -> bool:
        """Whether a chapter of the report holds passages of one's own."""
        return any(
            each.id == chapter and "passages" in each.text
            for each in self.outlines["report"].chapters
        )

    def is_continued(self, bracket: str) -> bool:
        """Whether what stands in brackets says that a heading is continued."""
        said = self.say("headings", "continued")
        return bool(said) and alike(bracket) == alike(said)

    def is_item_note(self, bracket: str) -> bool:
        """Whether what stands in brackets gives the number of an item."""
        own = _letters(bracket)
        said = {
            _letters(self.say("item_numbers", key, body=body, numbers="0", items=n))
            for key in ("one", "several", "joint-one", "joint-several")
            for body in self._nobody()
            for n in (1, 2, 3)
        }
        return any(all(map(own.__contains__, each.split())) for each in said if each)

    def number_of_item(self, text: str) -> str:
        """The number after the first word for an item in a text, or nothing."""
        said = plain(self.say("item_numbers", "one", numbers=NUMBER, items=1))
        before = re.findall(r"\w+", said.partition(NUMBER)[0])
        if not before:
            return ""
        pattern = rf"{re.escape(before[-1])}\w?\s*(\d+)"
        found = re.search(pattern, plain(text), re.IGNORECASE)
        return found[1] if found else ""

    def _nobody(self) -> Iterator[Titled]:
        """A body without a name, with every article that the language has."""
        for article in self.words.find("forms")[Text("the")]:
            name = Name("", self.words, str(article))
            yield Titled(name, name, name, "")

    def say(self, group: str, key: str, **facts: object) -> str:
        """A set sentence; empty where the language lacks it or one of its forms."""
        try:
            return str(self.sentences.say(group, key, **facts))
        except MissingWord:
            return ""

    def _nearest(self, heading: str, ids: tuple[str, ...]) -> str:
        wanted = alike(without_brackets(heading, self)[0])
        shares = (
            (SequenceMatcher(None, wanted, alike(said)).ratio(), id)
            for id in ids
            for said in {self.say("headings", id, count=n) for n in (1, 2)}
        )
        share, id = max(shares, default=(0.0, ""))
        return id if share >= LIKE else ""


class Brackets(NamedTuple):
    """What stood in brackets after a heading."""

    continued: bool = False
    note: str = ""


def without_brackets(heading: str, terms: Terms) -> tuple[str, Brackets]:
    """A heading without "(continued)" and "(agenda item 3)", and which it had."""
    text, found = heading.strip(), Brackets()
    while match := BRACKETED.search(text):
        if terms.is_continued(match[1]):
            found = found._replace(continued=True)
        elif terms.is_item_note(match[1]):
            found = found._replace(note=match[1])
        else:
            break
        text = text[: match.start()]
    return text, found


def without_continued(heading: str, terms: Terms) -> str:
    """A heading without "(continued)", and with the number of its item."""
    match = BRACKETED.search(heading)
    is_continued = match and terms.is_continued(match[1])
    return heading[: match.start()] if match and is_continued else heading


def _letters(text: str) -> str:
    return " ".join(re.sub(r"[\d_]", " ", alike(text)).split())
