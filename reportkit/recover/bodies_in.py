"""The bodies that a sentence names: in full, for short, or all of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reportkit.recover.facts import Context

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
            yield Mention(match.start(), match.end(), ids_of(context))


def _called(short: str, context: Context) -> tuple[str, ...]:
    """The body that a short name stands for here."""
    alike = tuple(body.id for body in context.bodies if body.short == short)
    if len(alike) == 1:
        return alike
    return (context.body,) if context.body in alike else ()


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
    return re.escape(word).replace("’", "['’]")
