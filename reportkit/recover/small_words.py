"""The small words that can stand between the parts of a sentence on an item.

Where nothing else stands between a body, the verb and the item, the body took up
the item itself, and not something else about it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_SMALL: Mapping[str, str] = {
    "en": r"the|an?|from|its|their|this|that|these|of|under|on|in|at|for|to|and|also"
    r"|then"
    r"|again|both|two|three|all|together|joint|jointly|common|combined|with|as|well"
    r"|plenary|formal|informal|closed|public|agendas?|(?:sub)?items?|sub|questions?"
    r"|matters?|entitled|titled|namely|was|were|by|held|met|convened|meetings?"
    r"|sessions?|consideration|examination|discussion|resumed|first|briefly|further"
    r"|days?|same|mornings?|afternoons?|evenings?|respectively|in|one|set|respective",
    "fr": r"l|le|la|les|d|de|du|des|s|son|sa|ses|leurs?|ce|cet|cette|ces|à|au|aux|en|et"
    r"|sur|pour|par|dans|avec|vue|afin|ainsi|que|également|aussi|puis|ensuite|alors"
    r"|ensemble|conjointement|conjointe?s?|communs?|communes?|points?|questions?"
    r"|sous|alinéas?|ordres?|jour|jours|intitulée?s?|titres?|été|a|ont|examen|tenue?s?"
    r"|séances?|réunions?|plénières?|officielles?|respectivement|respectifs?"
    r"|matin|matinée|après|midi|soir|soirée|lors|même|deux|trois|une?|tout"
    r"|abord|lequel",
    "es": r"el|los?|las?|un|una|de|del|sus?|este|esta|estos|al?|en|y|e|por|para|con"
    r"|también|luego|después|juntos|juntas|conjuntamente|conjunt[oa]s?|com(?:ún|unes)"
    r"|temas?|subtemas?|cuesti(?:ón|ones)|programas?|orden|días?|titulad[oa]s?|fueron"
    r"|fue|examen|celebrad[oa]s?|celebró|celebraron|sesi(?:ón|ones)|reuni(?:ón|ones)"
    r"|plenarias?|oficiales|así|como|fin|mañana|tarde|noche|mismo|dos|tres"
    r"|respectivamente|respectiv[oa]s|ambos|ambas",
    "ru": r"на|в|во|и|к|по|о|об|с|для|также|а|затем|совместно|вместе|снова|вновь"
    r"|сво(?:й|я|е|ё|и|их|им|ем|ём|ей|его|ему)|его|ее|её|их|эт(?:от|а|о|и|их|ого|ому)"
    r"|данн\w+|(?:под)?пункт\w*|вопрос\w*|повест\w+|дня|озаглавлен\w+|под|названием"
    r"|обще\w*|общ(?:ий|их|им|ими|ая|ую)|был[аио]?|рассмотрени\w+|рассмотре(?:ть|н\w*)"
    r"|заседани\w+|совещани\w+"
    r"|состоявш\w+|проведенн\w+|проходивш\w+|пленарн\w+|совместн\w+|официальн\w+"
    r"|год[а]?|провел[аио]?|первой|второй|половине|утренн\w+|дневн\w+|вечерн\w+|дв[ае]"
    r"|двух|три|трех|оба|обе|обеих|соответственно|соответствующ\w+",
    "zh": r"第|在|其|的|了|于|该|题为|议程|项目|分项目|共同|联合|一并|一起|合并|还|又"
    r"|并|继续|恢复|开始|就|对|为|即|上午|下午|晚上|全体|正式|公开|会议|续会|届会|举行"
    r"|以便|审议|次|日|上|下|和|与|及|以及|各|自|分别|两|三|个|由|号|中",
    "ar": r"و?[فبلك]?(?:ال|ل)?(?:في|من|على|إلى|مع|و|جدول\w*|جداول|أعمال\w*|بند\w*"
    r"|بنود\w*"
    r"|مسألة|مسائل|معنون\w*|معقود\w*|مدرج\w*|عام|عامة|أيضا|معا|مجددا|مشترك\w*|اشتراك"
    r"|جلس\w+|اجتماع\w*|نظر\w*|عقد\w*|صباح|ظهر|بعد|مساء|يوم\w*|كل|كلا|كلتا|تلك|هذا"
    r"|هذه|رسمية|توالي|واحدة|ذلك|ه|ها|هما)",
}
_WORD = re.compile(r"\w+")


def are_small(text: str, language: str) -> bool:
    """Whether a text has nothing but small words in it."""
    bare = _unmarked(text).lower()
    if language == "zh":
        return not _WORD.search(_pattern(language).sub("", bare))
    return all(_pattern(language).fullmatch(word) for word in _WORD.findall(bare))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_SMALL[language]})")


def _unmarked(text: str) -> str:
    """A text without the vowel signs of Arabic, which parted words for Python."""
    return "".join(
        sign for sign in text if unicodedata.category(sign) != "Mn" and sign != "\u0640"
    )
