"""Who met, and where, as the title of a report says it.

A title names a body for sure where it goes on to the body's own session, meeting or
work: "Report of the Committee on Rivers on its second session, held in Vienna".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reportkit.recover.bodies_in import is_name_of_body, is_part_of_name

_BODY = r"(?P<body>\S.*?)"
# What the title of a report is, a row a language; the body is what stands between.
_TITLES: Mapping[str, tuple[str, ...]] = {
    "en": (
        rf"(?:draft )?report of the {_BODY},? (?:on|at) (?:the (?:work|results|outcome"
        r"|proceedings) of )?(?:its|their) [^,]*?\b(?:session|meeting|work)",
        rf"(?:draft )?report of the {_BODY},? (?:on|at) the (?:[\w-]+ ){{1,3}}"
        r"(?:session|meeting)",
        rf"(?:draft )?report of the {_BODY},? held (?:in|at|from|on) ",
        r"(?:draft )?report (?:of|on) the (?:[\w-]+ ){0,3}(?:meeting|session|work"
        r"|proceedings)"
        r"(?: of the (?:[\w-]+ ){0,3}(?:session|meeting))? of the "
        rf"{_BODY}(?=,? held|,? (?:on|at) its|$)",
    ),
    "fr": (
        rf"(?:projet de )?rapport (?:du |de la |de l'){_BODY},? (?:sur|à|lors de) "
        r"(?:les travaux de )?(?:sa|ses|leurs?) [^,]*?(?:session|réunion|travaux)",
        rf"(?:projet de )?rapport (?:du |de la |de l'){_BODY},? sur "
        r"(?:les travaux de )?la (?:[\w-]+ ){1,3}(?:session|réunion)",
        rf"(?:projet de )?rapport (?:du |de la |de l'){_BODY},? tenue? (?:à|au|du|le) ",
        r"(?:projet de )?rapport (?:de|sur) (?:les travaux de )?la (?:[\w-]+ ){0,3}"
        rf"(?:session|réunion) (?:du |de la |de l'){_BODY}(?=,? tenue|$)",
        rf"(?:projet de )?rapport sur les travaux (?:du |de la |de l'){_BODY}"
        r"(?=,? (?:à|lors de) sa|$)",
    ),
    "es": (
        rf"(?:proyecto de )?informe (?:del |de la |de el ){_BODY},? (?:sobre|acerca de)"
        r" (?:la labor (?:realizada en|de) |los trabajos de |los resultados de )?"
        r"(?:sus?) [^,]*?(?:períodos? de sesiones|reuni[oó]n|sesi[oó]n|labor)",
        rf"(?:proyecto de )?informe (?:del |de la ){_BODY},? sobre (?:la|el) "
        r"(?:[\w-]+ ){1,3}(?:período de sesiones|reunión)",
        rf"(?:proyecto de )?informe (?:del |de la ){_BODY},? celebrad[oa] (?:en|del) ",
        r"(?:proyecto de )?informe (?:sobre (?:la|el)|del?(?: la)?) (?:[\w-]+ ){0,3}"
        rf"(?:reunión|período de sesiones) (?:del |de la ){_BODY}(?=,? celebrad[oa]|$)",
    ),
    "ru": (
        rf"(?:проект доклада|доклад) {_BODY},? о (?:работе )?(?:(?:ее|её|его|своей"
        r"|своем|своём) )?[^,]*?(?:сесси[ий]|совещани[ия])",
        rf"(?:проект доклада|доклад) {_BODY} о (?:своей|ее|её|его) работе",
        r"(?:проект доклада|доклад) о (?:работе )?(?:[\w-]+ ){0,2}(?:сессии|совещания"
        rf"|совещании) {_BODY}(?=,? (?:про|состоя)|$)",
    ),
    "zh": (
        rf"{_BODY}(?:关于其|关于)?(?:第?[一二三四五六七八九十百\d]+(?:届|次|期)"
        r"(?:常?会议?|续会|特别会议).*|\d{4} ?年.*会议?.*)报告(?:草稿|草案)?",
        rf"{_BODY}关于其(?:工作|会议).*报告(?:草稿|草案)?",
    ),
    "ar": (
        rf"(?:مشروع )?تقرير {_BODY}،? (?:عن|بشأن) (?:أعمال )?(?:دورت\w+|اجتماع\w*ها?"
        r"|اجتماعه|أعمالها|أعماله)(?!\w)",
        r"(?:مشروع )?تقرير (?:عن|بشأن) (?:أعمال )?(?:اجتماع|دورة) "
        rf"{_BODY}(?=،? المعقود|$)",
    ),
}
# Where it was held; in Russian the place would stand in another case.
_PLACES: Mapping[str, str] = {
    "en": r"\bheld (?:in|at) (?P<place>[^\d]+?)(?:,? (?:from|on|between|by)\b|$)",
    "fr": r"\btenue?s? (?:à) (?P<place>[^\d]+?)(?:,? (?:du|le|les|entre)\b|$)",
    "es": r"\bcelebrad[oa]s? en (?P<place>[^\d]+?)(?:,? (?:del|el|los|entre)\b|$)",
    "zh": r"在(?P<place>[^\d，在]{2,12}?)(?:举行|召开)",
    "ar": r"المعقود(?:ة)? في (?P<place>[^\d]+?)(?:،? (?:من|في|يوم|يومي)(?!\w)|$)",
}
# Two bodies in one title have no border between them that is sure.
_SEVERAL: Mapping[str, str] = {
    "en": r" and (?:of )?the ",
    "fr": r" et (?:du|de la|de l') ?",
    "es": r" y (?:del|de la) ",
    "ru": r" и (?:о )?(?:Рабоч|Комит|Комис|Групп)",
    "zh": r"(?:委员会|工作组|专家组)[和、]",
    "ar": r" و(?:اللجنة|الفريق|فريق)",
}
# How a body's name begins, in the nominative.
_NOMINATIVE = re.compile(
    r"(?:[А-Я][\w-]*(?:ый|ий|ая|яя|ое) )*[\w-]*"
    r"(?:комитет|комиссия|группа|совет|конференция|форум|ассамблея|совещание)(?!\w)",
    re.IGNORECASE,
)
_ENDING = 3  # letters that a case may change at the end of a Russian word


class Titled(NamedTuple):
    """What a title says; empty where it does not.

    `called` is what it calls a body, perhaps for short; `name` a name beyond doubt.
    """

    name: str = ""
    called: str = ""
    place: str = ""


def titled(title: str, texts: Iterable[str], language: str) -> Titled:
    """The body that a title names for sure, and where it met.

    The name is in the nominative: a Russian one as the `texts` of the report have it.
    """
    said = " ".join(title.split())
    plain = said.replace("’", "'")
    called = _called(said, plain, language)
    is_name = is_name_of_body(called, language)
    name = called if is_name and not re.search(_SEVERAL[language], called) else ""
    if language == "ru":
        name = _in_nominative(name, texts)
    return Titled(name, called, _place(said, plain, language))


def named_above(called: str, lines: Iterable[str], language: str) -> str:
    """The line over a title that is the name which the title has, perhaps for short."""
    fits = (each for each in lines if is_part_of_name(called, each, language))
    return next(fits, "") if called else ""


def _called(said: str, plain: str, language: str) -> str:
    tried = (re.match(row, plain, re.IGNORECASE) for row in _TITLES[language])
    names = (said[slice(*match.span("body"))] for match in tried if match)
    return next((e.strip(" ,،，") for e in names if not e[0].islower()), "")


def _place(said: str, plain: str, language: str) -> str:
    where = _PLACES.get(language)
    found = re.search(where, plain) if where else None
    return said[slice(*found.span("place"))].strip(" ,،，") if found else ""


def _in_nominative(name: str, texts: Iterable[str]) -> str:
    """A name as a report has it at the beginning of what is said of the body."""
    words = (rf"{re.escape(e[:-_ENDING] or e)}\w*" for e in name.split())
    sought = re.compile(rf"(?<!\w){' '.join(words)}(?!\w)", re.IGNORECASE)
    found = (e for text in texts for e in sought.findall(" ".join(text.split())))
    fits = (each for each in found if name and _NOMINATIVE.match(each))
    return next(fits, "")
