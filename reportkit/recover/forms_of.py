"""The forms of a name, as a report uses it: its article, its short name, its plural.

Nothing is inflected here: what a report never says of a name stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reportkit.languages.words import Words
from reportkit.source.values import Text

GENDERS = {"le": "m", "la": "f", "el": "m", "los": "m", "las": "f"}
# The article of a name that a report never puts in a sentence.
USUAL = {"en": "the"}
# What a short name does not end with, such as the "on" of "Group on Rivers".
SHORTEST_END = 4
# Languages with cases, and the letters that one may change at the end of a word.
INFLECTED, ENDING = ("ru",), 2
# The first word of a Russian name in the genitive: an adjective, or a noun that names
# of organizations begin with.
_OBLIQUE = re.compile(
    r"[\w-]+(?:ого|его|ых|их) |[\w-]+[ое]й \w+[иыйяаь](?: |$)"
    r"|(?:(?:организаци|комисси|ассоциаци|федераци|конфедераци|коалици|академи"
    r"|администраци|обсерватори"
    r"|конференци|компани|инициатив|программ|лиг|палат|групп|служб)[иы]"
    r"|(?:фонд|союз|совет|центр|институт|комитет|банк|орган|суд|трибунал|секретариат"
    r"|департамент|университет|альянс|форум|агентств|сообществ|обществ)а"
    r"|(?:управлени|учреждени|объединени|движени)я|сети)(?: |$)",
    re.IGNORECASE,
)
# What takes the genitive, right before a name.
_TAKES_GENITIVE = r"(?:\bот|представител\w+|участием) "
PLURAL = "(?:s|x|es)?"
# Chinese names end with a noun that can stand for the whole; the longest go first.
HAN_NOUNS = (
    *("特别委员会", "筹备委员会", "起草委员会", "咨询委员会"),
    *("缔约方会议", "缔约国会议"),
    *("委员会", "工作组", "专家组", "理事会", "小组", "论坛", "大会"),
)
COUNTED = "个"
FULL = "\u0000"


class Usage(NamedTuple):
    """The words of a report, with the full names in it taken out (`rest`)."""

    text: str
    rest: str
    words: Words


class Forms(NamedTuple):
    """What is known of a name; empty where the report does not show it."""

    name: str
    short: str = ""
    plural: str = ""
    article: str = ""
    gender: str = ""
    genitive: str = ""
    short_genitive: str = ""


def usage_of(texts: Iterable[str], names: Iterable[str], words: Words) -> Usage:
    """What is said in a report beside the full names given."""
    text = "\n".join(texts).replace("’", "'")
    rest = text
    for name in sorted({each.replace("’", "'") for each in names}, key=len)[::-1]:
        rest = re.sub(re.escape(name), FULL, rest, flags=re.IGNORECASE)
    return Usage(text, rest, words)


def forms_of(name: str, usage: Usage) -> Forms:
    """The forms that a report uses of a name."""
    short = _short(name.replace("’", "'"), usage)
    article = article_of(name, usage) or (article_of(short, usage) if short else "")
    article = article or USUAL.get(usage.words.language.code, "")
    plural = _plural(short, usage) if short else ""
    gender = GENDERS.get(article, "")
    if usage.words.language.code not in INFLECTED:
        return Forms(name, short, plural, article, gender)
    genitives = (_inflected(each, usage.text) for each in (name, short))
    return Forms(name, short, plural, article, gender, *genitives)


def _inflected(name: str, text: str) -> str:
    """The name as it stands most often with other endings: in the genitive.

    Titles, headings and items have it so: of the Working Group.
    """
    words = (f"{re.escape(word[:-ENDING] or word)}\\w*" for word in name.split())
    found = re.findall(rf"(?<!\w){' '.join(words)}(?!\w)", text) if name else []
    counts = Counter(each for each in found if each != name)
    return counts.most_common(1)[0][0] if counts else ""


def in_nominative(forms: Forms, usage: Usage) -> Forms:
    """The forms of a name that a report has in a list in the genitive alone.

    Where the report says it otherwise in another place, that is the nominative.
    """
    other = forms.genitive
    if not is_oblique(forms.name, usage):
        return forms
    if not other or is_oblique(other, usage):
        return forms._replace(genitive=forms.name)
    return forms._replace(name=other, genitive=forms.name)


def is_oblique(name: str, usage: Usage) -> bool:
    """Whether a name stands in the genitive: by its first words, or by those before.

    Abbreviations and names in other letters have no cases.
    """
    inflected = usage.words.language.code in INFLECTED and not name.isupper()
    if not inflected or not re.match("(?!Бюро )[А-Яа-яЁё]", name):
        return False
    if _OBLIQUE.match(name):
        return True
    said = re.escape(name.replace("’", "'"))
    return bool(re.search(rf"{_TAKES_GENITIVE}{said}(?!\w)", usage.text))


def article_of(name: str, usage: Usage) -> str:
    """The article that stands before a name most often."""
    counts: Counter[str] = Counter()
    for article, patterns in _patterns(usage.words).items():
        for pattern in patterns:
            said = re.escape(pattern.format(name=name.replace("’", "'")))
            found = re.findall(rf"(?<!\w){said}", usage.text, re.IGNORECASE)
            counts[article] += len(found)
    article, count = max(counts.items(), key=lambda each: each[1], default=("", 0))
    return article if count else ""


def without_article(name: str, words: Words) -> tuple[str, str]:
    """A name without the article before it, and that article."""
    for article, patterns in _patterns(words).items():
        before = patterns[0].partition("{")[0]
        if name.replace("’", "'").lower().startswith(before.lower()):
            return name[len(before) :], article
    return name, ""


def _patterns(words: Words) -> Mapping[str, tuple[str, ...]]:
    """How an article stands before a name, with prepositions where it has them."""
    forms: Any = words.find("forms")
    rows = [forms[Text(key)] for key in ("the", "of", "to") if Text(key) in forms]
    articles = (str(article) for article in rows[0] if article not in ("", "'"))
    return {
        article: tuple(str(row[Text(article)]) for row in rows if Text(article) in row)
        for article in articles
    }


def _short(name: str, usage: Usage) -> str:
    """The beginning of a name that a report uses for the whole."""
    if not usage.words.language.spaced:
        return _short_in_chinese(name, usage.rest)
    words = name.split()
    begins = [" ".join(words[:count]) for count in range(1, len(words))]
    counts = {each: _count(each, usage.rest) for each in begins}
    most = max(counts.values(), default=0)
    kept = [
        each
        for each, count in counts.items()
        if most and count >= 0.6 * most and len(each.split()[-1]) >= SHORTEST_END
    ]
    return kept[-1] if kept else ""


def _short_in_chinese(name: str, rest: str) -> str:
    """The noun that a name ends with, if a report uses it for the whole."""
    own = (noun for noun in HAN_NOUNS if name.endswith(noun) and noun != name)
    return next((noun for noun in own if noun in rest), "")


def _count(words: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def _plural(short: str, usage: Usage) -> str:
    if not usage.words.language.spaced:
        return short if f"{COUNTED}{short}" in usage.rest else ""
    pattern = " ".join(re.escape(word) + PLURAL for word in short.split())
    found = re.findall(rf"(?<!\w){pattern}(?!\w)", usage.rest, re.IGNORECASE)
    counts = Counter(each for each in found if each.lower() != short.lower())
    return counts.most_common(1)[0][0] if counts else ""
