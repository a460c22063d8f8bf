"""A name in the forms that sentences need: the Group, of the Group, du Groupe.

Which forms a language has, and how they come from the article a name takes, is
data in its words.yaml; a form given in names.yaml goes before a derived one.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from reportkit.languages.words import MissingWord, Words
from reportkit.source.values import Mapping, Text

VOWEL = "'"


class Name(NamedTuple):
    """A name ready for sentences: `.name`, `.the`, `.The`, `.of`, `.to` and so on.

    A form that begins with a capital ("The") is the form with its first letter
    raised. `gender` is m, f or n, where given.
    """

    name: str
    words: Words
    article: str = ""
    gender: str = ""
    given: tuple[tuple[str, str], ...] = ()

    def form(self, wanted: str) -> str:
        """The name in a form; MissingWord names the form that a language lacks."""
        small = wanted[:1].lower() + wanted[1:]
        made = dict(self.given).get(small) or self._derived(small)
        return capitalized(made) if small != wanted else made

    def __getattr__(self, wanted: str) -> str:
        if wanted.startswith("_"):
            raise AttributeError(wanted)
        return self.form(wanted)

    def __str__(self) -> str:
        return self.name

    def _derived(self, wanted: str) -> str:
        patterns: Any = self.words.find("forms").get(Text(wanted))
        article = Text(straight(self.article) or elided(self.words, self.name))
        if not isinstance(patterns, Mapping) or article not in patterns:
            key = f"forms.{wanted}.{article}"
            hint = f"no {wanted} form of `{self.name}`: give it, or mend its article"
            raise MissingWord(key, self.words.path, hint)
        return str(patterns[article]).format(name=self.name)


def elided(words: Words, name: str) -> str:
    """The sign for a name without article before which a preposition is elided."""
    letters = words.table.get(Text("elision"), ())
    return VOWEL if name[:1].lower() in letters else ""


def straight(article: str) -> str:
    """An article with a straight apostrophe, as the tables key it."""
    return article.replace("’", "'")


def capitalized(text: str) -> str:
    """A text with its first letter raised, as at the beginning of a sentence."""
    return text[:1].upper() + text[1:]
