"""How each language says that the Secretariat presented something at a meeting.

What was "presented by the Secretariat" is a paper, and what it "had presented" was
told elsewhere: only a main clause with the Secretariat, or its representative, as
its subject, in the tense of the report, tells of a presentation.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from unicodedata import combining


class Telling(NamedTuple):
    """The phrases of a language; spaces stand for any space.

    `subject` may be parted from one of the `verbs` by `between`, or by a phrase
    between commas. After a word of `not_after` the subject is none of a main
    clause. `representative` may go on in a clause with `relative`. `inverted` are
    phrases with the verb first.
    """

    verbs: str
    subject: str = ""
    representative: str = ""
    relative: str = ""
    between: str = ""
    not_after: str = ""
    inverted: tuple[str, ...] = ()
    spaced: bool = True


ASIDE = r"(?:, [^,.;:]{1,80},)?"

TELLINGS = {
    "en": Telling(
        subject="the secretariat",
        representative="(?:(?:an?|the|two) )?representatives? of the secretariat",
        relative="who",
        between="also|briefly|first|further|next|orally|subsequently|then|thereafter",
        verbs=(
            r"(?:presented|introduced)(?! its (?:apologies|compliments))"
            r"|(?:gave|made|delivered) (?:(?:an?|two|three|several) )?"
            r"(?:(?!(?:of|on|to|in|after|before) )[\w-]+ ){0,3}presentations?"
        ),
        not_after="by of from with to for that which if whether unless once until",
    ),
    "fr": Telling(
        subject="le secrétariat",
        representative=(
            "(?:une? |l[ea] |les |des |deux )?représentante?s? du secrétariat"
        ),
        relative="qui",
        verbs=(
            r"(?:leur |lui |y )?(?:a|ont) "
            r"(?:(?:aussi|brièvement|d['’]abord|également|enfin|ensuite|en outre) )*"
            r"(?:présenté(?! (?:ses|des) (?:condoléances|excuses|remerciements))"
            r"|(?:fait|donné) (?:une?|des|deux|trois|plusieurs) "
            r"(?:(?!sur |après |avant )[\w-]+ ){0,2}(?:exposés?|présentations?))"
        ),
        not_after="par avec pour selon que si lorsque quand",
    ),
    "es": Telling(
        subject="la secretaría",
        representative=(
            "(?:una? |el |la |l[ao]s |dos )?representantes? de la secretaría"
        ),
        relative="que|quien|quienes",
        between="además|a continuación|asimismo|brevemente|después|luego|también",
        verbs=(
            r"(?:presentó|presentaron)(?! sus (?:condolencias|disculpas))"
            r"|(?:hizo|hicieron|realizó|realizaron|ofreció|ofrecieron) "
            r"(?:(?:una|dos|tres|varias) )?(?:(?!sobre |de )[\w-]+ )?"
            r"(?:presentación|presentaciones|exposición|exposiciones)"
        ),
        not_after="por de con según para que si cuando",
    ),
    "ru": Telling(
        subject="секретариат",
        representative="представител[ьи] секретариата",
        relative="который|которая|которые",
        between="далее|затем|кратко|сначала|также",
        verbs=(
            r"представил[аи]?(?! (?:информацию|сведения|извинения))"
            r"|внес(?:л[аи])? на рассмотрение"
            r"|выступил[аи]? с (?:\w+(?:[ыи]м|ой) )?(?:сообщени|доклад|презентаци)\w+"
            r"|(?:сделал|пров[её]л|прочитал)[аи]? (?:\w+(?:ий|ое|ую|ые) )?"
            r"(?:сообщени|доклад|презентаци)\w*"
        ),
        inverted=(
            r"с (?:\w+(?:[ыи]м|ой) )?(?:сообщени|доклад|презентаци)\w+ "
            r"(?:по \w+ \w+ )?выступил[аи]? (?:представител[ьи] )?секретариата?",
            r"выступил[аи]? с (?:\w+(?:[ыи]м|ой) )?(?:сообщени|доклад|презентаци)\w+ "
            r"(?:представител[ьи] )?секретариата?",
        ),
        not_after="что если который которую которое которые когда",
    ),
    "ar": Telling(
        subject="(?:ممثلة? )?الأمانة",
        verbs="قدمت? (?:عرضا|عرضين|عروضا)",
        not_after="من عن إن أن إلى",
        inverted=(
            r"[وف]?قدم[تا]? (?:(?:ممثلة?|ممثلا|ممثلو) (?:عن )?)?(?:للأمانة|الأمانة)"
            r"(?: \w+){0,5}? (?:عرضا|عرضين|عروضا)",
            r"[وف]?عرضت (?:ممثلة )?الأمانة",
            r"[وف]?قامت (?:ممثلة )?الأمانة ب(?:عرض|تقديم عر[ضو]\w*)",
            r"[وف]?قام ممثل (?:عن )?(?:للأمانة|الأمانة) ب(?:عرض|تقديم عر[ضو]\w*)",
        ),
    ),
    "zh": Telling(
        subject="秘书处(?:的?(?:一名|一位|两名)?代表)?",
        between="[还也又并]|随后|接着|首先|简要|[向就为对][^，。；：]{1,40}?",
        verbs="介绍了|展示了|作了?(?:一个|一次|两次|简短的?|专题|口头|情况){0,3}介绍"
        "|做了?(?:一个|一次|两次|简短的?|专题|口头|情况){0,3}介绍",
        spaced=False,
    ),
}


def presented_at(text: str, language: str) -> int:
    """Where a text tells of a presentation of the Secretariat, or -1.

    The vowel signs of Arabic may be typed or not, and are passed over.
    """
    kept = [at for at, sign in enumerate(text) if not combining(sign)]
    plain = "".join(text[at] for at in kept)
    excluded = TELLINGS[language].not_after.split()
    for match in _clauses(language).finditer(plain):
        before = plain[: match.start()].lower().split()[-1:]
        if not match["main"] or not before or before[0] not in excluded:
            return kept[match.start()]
    return -1


@cache
def _clauses(language: str) -> re.Pattern[str]:
    """The main clauses of a language, as the group `main`, and the others."""
    each = TELLINGS[language]
    subjects = "|".join(filter(None, (each.representative, each.subject)))
    made = [f"(?P<main>(?:{subjects}){_predicate(each)})", *each.inverted]
    if each.relative:
        clause = f"(?:{each.representative}),? (?:{each.relative})"
        made.append(f"{clause}{_predicate(each)}")
    edge = r"(?<!\w)" if each.spaced else ""
    every = f"{edge}(?:{'|'.join(made)})".replace(" ", r"\s+")
    return re.compile(every, re.IGNORECASE)


def _predicate(each: Telling) -> str:
    """A verb after whatever may stand between it and its subject."""
    if not each.spaced:
        return f"(?:{each.between}){{0,3}}(?:{each.verbs})"
    between = f"(?:(?:{each.between}) ){{0,2}}" if each.between else ""
    return rf"{ASIDE} {between}(?:{each.verbs})(?!\w)"
