"""What a name must tell in a language: its article, its gender, its plural.

Which of them a language needs, its own files say: articles stand in the table
`forms` of words.yaml, and a set sentence that agrees asks for a gender.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.assemble.wording import Wording
from reportkit.languages.words import MissingWord
from reportkit.model.names import Form
from reportkit.source.values import Mapping, Text

BODIES, ORGANS, INSTRUMENTS = "bodies", "organs", "instruments"
ORGANIZATIONS, GROUPS, PLACES = "organizations", "groups", "places"
# How the set sentences ask for the gender of a name, by the kind of thing named.
GENDER_OF = {
    BODIES: re.compile(r"\bbody\.gender\b"),
    ORGANS: re.compile(r"\bparent\.gender\b"),
    INSTRUMENTS: re.compile(r"\binstrument\.gender\b"),
    GROUPS: re.compile(r"\bgroup\.gender\b"),
}
AGREES = re.compile(r"\bgender\b")
ATTENDANCE = "attendance-"
WITH_SHORT = (BODIES, ORGANS, INSTRUMENTS)
# What an article is called in the table of forms: a word, but for elided names.
NO_ARTICLES = ("", "'")
# Capitals that are to be replaced, such as SHORT NAME IN THE PLURAL.
CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ’]+(?: [A-ZÀ-ÖØ-Þ’]+){2,}(?!\w)")


class Need(NamedTuple):
    """Something a name has to tell in a language, with what to type for it."""

    key: str
    example: str


def needs(wording: Wording, kind: str) -> Iterator[Need]:
    """What names of a kind of thing have to tell, beside the name itself."""
    if kind == PLACES:
        yield Need("in", "in: …")
        return
    if kind in WITH_SHORT:
        yield Need("short", "short: …")
    if kind == BODIES and _has_plural(wording):
        yield Need("plural", "plural: …")
    if known := articles(wording):
        yield Need("article", f"article: {known[0]}")
    if agrees(wording, kind):
        yield Need("gender", "gender: m")


def _has_plural(wording: Wording) -> bool:
    """Whether several bodies meet, in a language whose nouns have a plural."""
    several = len(wording.session.facts.bodies) > 1
    return several and bool(wording.words.table.get(Text("plurals")))


def articles(wording: Wording) -> tuple[str, ...]:
    """The articles of a language; none where it has none."""
    try:
        table = wording.words.find("forms")
    except MissingWord:
        return ()
    rows = (row for row in table.values() if isinstance(row, Mapping))
    every = (str(article) for row in rows for article in row)
    return tuple(dict.fromkeys(each for each in every if each not in NO_ARTICLES))


def agrees(wording: Wording, kind: str) -> bool:
    """Whether a set sentence of the language agrees with names of a kind."""
    table = wording.sentences.table.get(Text("sentences"), {})
    if kind == ORGANIZATIONS:
        attendance = (text for key, text in table.items() if key.startswith(ATTENDANCE))
        return any(AGREES.search(str(text)) for text in attendance)
    pattern = GENDER_OF.get(kind)
    return bool(pattern and any(pattern.search(str(text)) for text in table.values()))


def untold(wording: Wording, kind: str, form: Form) -> Iterator[Need]:
    """What a name does not tell, though sentences of the language need it."""
    told = {
        "plural": not _shares_short_name(wording, form) or _tells_plural(form),
        "article": _tells_article(wording, form),
        "gender": bool(form.gender),
    }
    return (need for need in needs(wording, kind) if not told.get(need.key, True))


def _shares_short_name(wording: Wording, form: Form) -> bool:
    """Whether bodies of one kind meet; others are named one by one in any case."""
    known = wording.session.names.bodies
    named = (known[id].forms for id in wording.session.facts.bodies if id in known)
    forms = (each[wording.code] for each in named if wording.code in each)
    return sum(each.short == form.short for each in forms) > 1


def _tells_plural(form: Form) -> bool:
    return bool(form.plural) and not CAPITALS.search(form.plural)


def _tells_article(wording: Wording, form: Form) -> bool:
    """Whether a name has an article, says that it takes none, or has every form."""
    typed = hasattr(form.article, "file")
    return typed or set(wording.words.find("forms")) <= set(form.forms)
