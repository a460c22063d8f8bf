"""The items of the agenda that a sentence names, by their numbers or their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.recover.bodies_in import Mention, bodies_in, ids_of, sole
from reportkit.recover.cues import says
from reportkit.recover.facts import Context
from reportkit.recover.numbers_in import counting, numbers_of
from reportkit.recover.text_in import letters

# The nouns of an item before its number; words that can stand between the two.
_ITEM: Mapping[str, str] = {
    "en": r"\bitems?\s+",
    "fr": r"\bpoints?\s+",
    "es": r"\btemas?\s+",
    "ru": r"\bпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?\s+",
    "zh": r"项目",
    "ar": r"\b[وب]?(?:ال|لل)?(?:بند|بندان|بندين|بنود)\s+(?:من\s+)?",
}
# Arabic opens with the sign that closes in English.
_OPENING = '“«"‹„《”'
_CLOSING = re.compile('[\\s.,;]*[”»"›“》]')
# A title that was found stands as one sign of a private area in a masked text.
_FIRST_SIGN = 0xE000
_TITLES = re.compile("[\ue000-\ue7ff]")
_AFTER = 200


class Under(NamedTuple):
    """Items under which something happened; the body is empty where they are joint."""

    items: tuple[str, ...]
    body: str


def titles_masked(text: str, context: Context) -> str:
    """A text with a sign for each quoted title of an item, so that no word of a title
    is taken for one of the sentence."""
    for index, item in enumerate(context.items):
        wanted = letters(item.title)
        while wanted and (found := _quoted(text, wanted)):
            text = f"{text[: found[0]]}{chr(_FIRST_SIGN + index)}{text[found[1] :]}"
    return text


def _quoted(text: str, wanted: str) -> tuple[int, int] | None:
    """Where a title stands with its quotation marks."""
    for start, sign in enumerate(text):
        if sign in _OPENING:
            end = _spelt(text, start + 1, wanted)
            closing = _CLOSING.match(text, end) if end else None
            if closing:
                return start, closing.end()
    return None


def _spelt(text: str, start: int, wanted: str) -> int:
    """The end of the stretch that begins at a place and has the letters; 0 if none."""
    read = ""
    for at in range(start, len(text)):
        read += letters(text[at])
        if read == wanted:
            return at + 1
        if not wanted.startswith(read):
            return 0
    return 0


def titled(text: str, context: Context) -> tuple[str, ...]:
    """The items whose titles stand in a masked text, in their order."""
    found = (ord(sign) - _FIRST_SIGN for sign in _TITLES.findall(text))
    return tuple(dict.fromkeys(context.items[index].id for index in found))


def untitled(text: str, context: Context) -> Under:
    """The items of which a text says the titles without quotation marks, if any."""
    read = letters(text)
    items = (item for item in context.items if len(item.title.split()) > 1)
    found = tuple(item.id for item in items if letters(item.title) in read)
    body = _body_of_titled(found, text, context) if found else sole(context)
    return Under(found, body)


def names_items(text: str, language: str) -> bool:
    """Whether a masked text names an item by its number or its title."""
    return bool(_TITLES.search(text) or _numbered(language).search(text))


def places_of_items(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where a masked text names items, by their numbers or their titles."""
    found = (*_numbered(language).finditer(text), *_TITLES.finditer(text))
    return tuple(sorted(match.span() for match in found))


def unders_in(text: str, context: Context) -> tuple[Under, ...]:
    """The items that a masked text names: those of each body, and the joint ones."""
    numbered = _shared(tuple(_by_number(text, context)), text, context)
    told = {item for under in numbered for item in under.items}
    others = tuple(item for item in titled(text, context) if item not in told)
    if not others:
        return numbered
    return (*numbered, Under(others, _body_of_titled(others, text, context)))


def _numbered(language: str) -> re.Pattern[str]:
    return re.compile(
        f"{_ITEM[language]}(?P<numbers>{counting(language).numbers})", re.I
    )


def _by_number(text: str, context: Context) -> Iterator[Under]:
    mentions = bodies_in(text, context)
    found = tuple(_numbered(context.language).finditer(text))
    for at, match in enumerate(found):
        start = found[at - 1].end() if at else 0
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        body = _body_of(match, mentions, (start, end), context)
        numbers = numbers_of(match["numbers"], context.language)
        items = tuple(filter(None, (item_id(context, body, n) for n in numbers)))
        yield Under(items, body)


def _body_of(
    match: re.Match[str],
    mentions: tuple[Mention, ...],
    around: tuple[int, int],
    context: Context,
) -> str:
    """The body whose agenda numbers an item: named after it, in Chinese before it."""
    start, end = around
    named = [m for m in mentions if m.full and len(m.bodies) == 1]
    if context.language == "zh":
        near = [
            m for m in reversed(named) if start <= m.start and m.end <= match.start()
        ]
    else:
        last = min(end, match.end() + _AFTER)
        near = [m for m in named if match.end() <= m.start and m.end <= last]
    if near:
        return near[0].bodies[0]
    alone = [m for m in mentions if len(m.bodies) == 1]
    return sole(context) or (alone[0].bodies[0] if alone else "")


def item_id(context: Context, body: str, number: int) -> str:
    """The item that has a number in a body's agenda; of all agendas without a body."""
    for item in context.items:
        numbers = item.numbers if not body else {body: item.numbers.get(body, "")}
        if any(re.match(r"\d+", each or "-") and _whole(each) == number
               for each in numbers.values()):  # fmt: skip
            return item.id
    return ""


def _whole(label: str) -> int:
    found = re.match(r"\d+", label)
    return int(found.group()) if found else 0


def _shared(
    unders: tuple[Under, ...], text: str, context: Context
) -> tuple[Under, ...]:
    """Items with those that several agendas number, each in its own way, as joint."""
    made: list[Under] = []
    for under in unders:
        if not under.items:
            continue
        last = made[-1] if made else None
        alike = last and last.items == under.items and last.body != under.body
        if alike and _are_joint(under.items, text, context):
            made[-1] = Under(under.items, "")
        else:
            made.append(under)
    return tuple(made)


def _are_joint(items: tuple[str, ...], text: str, context: Context) -> bool:
    joint = all(item.joint for item in context.items if item.id in items)
    return joint or says(context.language, text, "joint")


def _body_of_titled(items: tuple[str, ...], text: str, context: Context) -> str:
    known = {item.id: item for item in context.items}
    if any(len(known[item].numbers) > 1 and known[item].joint for item in items):
        return "" if len(ids_of(context)) > 1 else sole(context)
    own = [body for item in items for body in known[item].numbers]
    if len(set(own)) == 1:
        return own[0]
    named = [m for m in bodies_in(text, context) if len(m.bodies) == 1]
    return named[0].bodies[0] if named else sole(context)
