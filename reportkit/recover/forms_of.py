"""The forms of a name, as a report uses it: its article, its short name, its plural.

Nothing is inflected here: what a report never says of a name stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reportkit.languages.words import Words
from reportkit.source.values import Text

GENDERS = {"le": "m", "la": "f", "el": "m", "los": "m", "las": "f"}
# The article of a name that a report never puts in a sentence.
USUAL = {"en": "the"}
# What a short name does not end with, such as the "on" of "Group on Rivers".
SHORTEST_END = 4
# The words that an English name goes on with after its noun.
SMALL_WORDS = frozenset(
    ("of", "on", "for", "to", "in", "against", "with", "between", "from", "at")
)
ADJECTIVE = re.compile(r"(?:[ыиоь]й|[ая]я|[ое]е|[ыи]е)$|^(?:и|по)$")
SPOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*'?|\S")
# What another name goes on with.
AFTER = re.compile(
    r" (?:of|on|for|to|against|de|des|du|sur|pour|sobre|para|del|contra|по|для)"
    r" (?:the |la |les? |el |los |las |l')?(?:[A-ZА-ЯÀ-Þ\d])"
    r"|-\w| [A-ZА-Я][\w-]+"
)
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
    if "’" in name:
        short = short.replace("'", "’")
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
    """The article that stands before a name most often.

    The name is as it is spelt: "les phares" is no organization named Phares.
    """
    counts: Counter[str] = Counter()
    spelt = re.escape(name.replace("’", "'"))
    for article, patterns in _patterns(usage.words).items():
        for pattern in patterns:
            before = re.escape(pattern.partition("{")[0].replace("’", "'"))
            found = re.findall(rf"(?<!\w)(?i:{before}){spelt}(?!\w)", usage.text)
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
    """What a report calls the whole most often: its head noun, and words with it.

    Of two that are as frequent it is the one that holds the other.
    """
    code = usage.words.language.code
    if not usage.words.language.spaced:
        return _short_in_chinese(name, usage.rest)
    words = name.split()
    head = _head(words, code)
    counts = Counter(_called(words, head, usage.rest))
    counts.pop(name, None)
    most = max(counts.values(), default=0)
    often = [each for each, count in counts.items() if count == most]
    longest = max(often, key=len, default="")
    return longest if all(_is_in(each, longest) for each in often) else ""


def _is_in(short: str, long: str) -> bool:
    words = iter(long.split())
    return all(word in words for word in short.split())


def _head(words: list[str], code: str) -> int:
    """The place of the noun that a name is of: Group, in Working Group on Rivers."""
    if code == "en":
        small = (n for n, word in enumerate(words) if word in SMALL_WORDS)
        return next((n for n in small if n), len(words)) - 1
    if code == "ru":
        nouns = (n for n, word in enumerate(words) if not ADJECTIVE.search(word))
        return next(nouns, 0)
    return 0


def _called(words: list[str], head: int, text: str) -> Iterator[str]:
    """Every name in a text that has the head noun of a name and its words in order."""
    for line in text.splitlines():
        said = [*SPOKEN.finditer(line)]
        tokens = [match.group() for match in said]
        for at, token in enumerate(tokens):
            if token != words[head]:
                continue
            start = _run(tokens, at, words, head, -1)
            end = _run(tokens, at, words, head, 1)
            while end > at and len(tokens[end]) < SHORTEST_END:
                end -= 1
            whole = line[said[start].start() : said[end].end()]
            if not _is_of_another(line, said[start].start(), said[end].end()):
                yield whole


def _run(tokens: list[str], at: int, words: list[str], head: int, step: int) -> int:
    """How far the words of a name go on, from its head noun, to one side."""
    place = head
    while 0 <= at + step < len(tokens):
        later = words[place + 1 :] if step > 0 else words[:place][::-1]
        if tokens[at + step] not in later:
            break
        place += step * (1 + later.index(tokens[at + step]))
        at += step
    return at


def _is_of_another(line: str, start: int, end: int) -> bool:
    """Whether another name goes on before or after a stretch of a line.

    The Security Council is not the Economic and Social Council, the Group of 77 no
    Group on Rivers.
    """
    before = re.search(r"(?:^|(?<=[\w,] )|(?<=-))[A-ZА-ЯÀ-Þ]\w*[ -]$", line[:start])
    return bool((before and before.start()) or AFTER.match(line[end:]))


def _short_in_chinese(name: str, rest: str) -> str:
    """The noun that a name ends with, if a report uses it for the whole."""
    own = (noun for noun in HAN_NOUNS if name.endswith(noun) and noun != name)
    return next((noun for noun in own if noun in rest), "")


def _plural(short: str, usage: Usage) -> str:
    if not usage.words.language.spaced:
        return short if f"{COUNTED}{short}" in usage.rest else ""
    spelt = short.replace("’", "'").split()
    pattern = " ".join(re.escape(word) + PLURAL for word in spelt)
    found = re.findall(rf"(?<!\w){pattern}(?!\w)", usage.rest, re.IGNORECASE)
    counts = Counter(each for each in found if each.lower() != short.lower())
    return counts.most_common(1)[0][0] if counts else ""
