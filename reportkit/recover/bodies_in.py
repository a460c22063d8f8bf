"""The bodies that a sentence names: in full, for short, or all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reportkit.recover.cues import cue
from reportkit.recover.facts import Context
from reportkit.recover.small_words import are_small

# What one body is called without its name, where a report has one body alone.
_NOUNS: Mapping[str, str] = {
    "en": r"(?:[A-Z][\w-]+ ){0,4}(?:Committee|Commission|Conference|Group|Board|Council"
    r"|Assembly|Forum|Panel|Meeting|Task Force)",
    "fr": r"(?:Comité|Commission|Conférence|Groupe|Conseil|Assemblée|Forum|Réunion)"
    r"(?: (?:de travail|d’experts|[a-zéè]+(?:if|oire|al|aire)))?(?: plénier)?",
    "es": r"(?:Comité|Comisión|Conferencia|Grupo|Consejo|Asamblea|Foro|Junta)"
    r"(?: de (?:Trabajo|Expertos))?",
    "ru": r"(?:[А-Я][а-я]+ )?(?:Комитет|Комисси|Конференци|групп|Групп|Совет|Ассамбле"
    r"|Форум)[а-я]*",
    "zh": r"[特别筹备]*(?:委员会|工作组|专家组|大会|理事会|会议)(?!上)",
    "ar": r"(?:اللجنة|المؤتمر|الفريق|المجلس|الجمعية)(?: (?:العامل|الخاصة|التحضيرية))?",
}
_PLURALS: Mapping[str, str] = {
    "en": r"(?:working |expert )?(?:groups|committees|commissions|bodies|panels)",
    "fr": r"(?:groupes|comités|commissions|organes|équipes)(?: de travail| d’experts)?",
    "es": r"(?:grupos|comités|comisiones|órganos)(?: de (?:trabajo|expertos))?",
    "ru": r"(?:рабочи[а-я]+ )?(?:групп(?:ы|ах|ами|ам)?|комитет(?:ы|ов)|комисси[йи]"
    r"|органы)"
    r"(?= |$)",
    "zh": r"(?:两|三|四|2|3|各)个?(?:工作组|委员会|专家组|机构)",
    "ar": r"(?:الفريق(?:ان|ين) العامل(?:ان|ين)|فريق(?:ا|ي) الخبراء|الأفرقة العاملة"
    r"|أفرقة الخبراء)",
}
_TASHKEEL = "[\u064b-\u0652\u0640]*"


class Mention(NamedTuple):
    """A place where bodies are named; no body where it is not known which is meant."""

    start: int
    end: int
    bodies: tuple[str, ...]
    full: bool = False


def bodies_in(text: str, context: Context) -> tuple[Mention, ...]:
    """The places in a text that name bodies, in their order."""
    found: list[Mention] = []
    for mention in _every(text, context):
        if all(mention.end <= m.start or m.end <= mention.start for m in found):
            found.append(mention)
    return tuple(sorted(found))


def is_owner(mention: Mention, before: str, language: str) -> bool:
    """Whether a mention says whose somebody is: the Bureau of the Committee.

    `before` is the text before it, with spaces in the place of days and meetings.
    """
    return bool(cue(language, "owner").search(before)) and not are_small(
        before, language
    )


def is_name_of_body(name: str, language: str) -> bool:
    """Whether a name has the noun for a body in it, and words that say which."""
    noun = _noun(language).search(name)
    return bool(noun) and (language == "zh" or len(name.split()) > 1)


def is_part_of_name(called: str, name: str, language: str) -> bool:
    """Whether a name of a body is the longer one of two for the same."""
    named = _noun(language).search(name)
    return bool(named) and _is_part(called, name)


def _noun(language: str) -> re.Pattern[str]:
    """What bodies are called; an Arabic noun needs no article before its own words."""
    return re.compile(_NOUNS[language].replace("ال", "(?:ال)?"))


def ids_of(context: Context) -> tuple[str, ...]:
    """The ids of the bodies that met."""
    return tuple(body.id for body in context.bodies)


def sole(context: Context) -> str:
    """The body that a sentence is about that names none: of the group, or the only."""
    if context.body:
        return context.body
    return context.bodies[0].id if len(context.bodies) == 1 else ""


def _every(text: str, context: Context) -> Iterator[Mention]:
    """Full names, then plurals, then short names, then nouns for the only body."""
    language = context.language
    for body in sorted(context.bodies, key=lambda each: -len(each.name)):
        for match in _pattern(body.name, language).finditer(text):
            yield Mention(match.start(), match.end(), (body.id,), True)
    if len(context.bodies) > 1:
        for match in re.finditer(rf"(?<!\w){_PLURALS[language]}", text, re.I):
            yield Mention(match.start(), match.end(), ids_of(context))
    for short in dict.fromkeys(body.short for body in context.bodies if body.short):
        for match in _pattern(short, language).finditer(text):
            yield Mention(match.start(), match.end(), _called(short, context))
    if len(context.bodies) == 1:
        for match in re.finditer(rf"(?<!\w){_NOUNS[language]}", text):
            if _is_part(match.group(), context.bodies[0].name):
                yield Mention(match.start(), match.end(), ids_of(context))


def _called(short: str, context: Context) -> tuple[str, ...]:
    """The body that a short name stands for here; of several, that of the group."""
    alike = tuple(
        body.id
        for body in context.bodies
        if body.short == short or _is_part(short, body.name)
    )
    if len(alike) == 1:
        return alike
    return (context.body,) if context.body in alike else ()


def _is_part(called: str, name: str) -> bool:
    """Whether every word of what a body is called begins one of its name's words."""
    known = [_bare(word) for word in name.split()]
    return all(_is_in(_bare(word), known) for word in called.split())


def _is_in(word: str, known: list[str]) -> bool:
    """Whether a word is one of a name's, if need be with another ending."""
    if word[:1] >= "\u4e00":
        return any(word in own for own in known)
    return any(own.startswith(word[: max(3, len(word) - 3)]) for own in known)


def _bare(word: str) -> str:
    """A word in small letters without the article that is written with it."""
    return re.sub(f"^ال|{_TASHKEEL[:-1]}", "", word.lower())


@lru_cache(maxsize=256)
def _pattern(name: str, language: str) -> re.Pattern[str]:
    """A name however it is typed, in any case of the language."""
    if language == "zh":
        return re.compile(re.escape(name))
    words = (_word(word, language) for word in re.split(r"[\s\u00a0]+", name))
    joined = r"\s+".join(words)
    before = r"(?:\b[وفبلك]|\bلل?)?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){before}{joined}(?!\w)", re.I)


def _word(word: str, language: str) -> str:
    if language == "ru" and len(word) > 3:
        kept = max(3, len(word) - 3)
        return re.escape(word[:kept]) + r"[а-яё]*"
    if language == "ar":
        bare = re.sub("[\u064b-\u0652\u0640]", "", word)
        article = bare.startswith("ال")
        spelt = "".join(re.escape(e) + _TASHKEEL for e in bare[2 * article :])
        return f"(?:ال|ل)?{spelt}" if article else spelt
    return re.escape(word.replace("'", "’")).replace("’", "['’]")
