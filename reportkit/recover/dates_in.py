"""Days and spans of days that sentences of six languages give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from reportkit.recover.cues import cue
from reportkit.recover.facts import Context

_MONTHS: Mapping[str, str] = {
    "en": "January February March April May June July August September October"
    " November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre"
    " décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre"
    " octubre noviembre diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября"
    " декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيه|يونيو يوليه|يوليو أغسطس سبتمبر أكتوبر"
    " نوفمبر ديسمبر",
}
# A day, what parts days of one month, and what stands before the month and the year.
_DAY = r"(?<!\d)\d{1,2}(?:er|st|nd|rd|th|º|°)?(?!\d)"
_LIST = (
    r"\s*(?:,\s*(?:and|et|y|и|le|el)?|\band\b|\bet(?: le)?\b|\by(?: el)?\b|\be\b"
    r"|\bи\b|،\s*و?|\sو)\s*"
)
_SPAN = r"\s*(?:[-–—]|\bto\b|\bau\b|\bal?\b|\bпо\b|إلى)\s*"
_ARABIC = r"(?:[\u0621-\u064a]+(?: (?:الأول|الثاني))?\s*/\s*)?"
_HAN = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<days>\d{1,2}日?(?:(?:[、和及至到–-]|以及)"
    r"\d{1,2}(?![\d月])日?)*)"
)
_HAN_SPAN, _HAN_LIST = re.compile(r"[至到–-]"), re.compile(r"[、和及]|以及|")


class Days(NamedTuple):
    """Days that a text gives at a place; of a span, the first and the last."""

    start: int
    end: int
    days: tuple[date, ...]
    span: bool = False


class _Group(NamedTuple):
    """Days of one month; the year is 0 where it is not given."""

    start: int
    end: int
    days: tuple[int, ...]
    span: bool
    month: int
    year: int


def days_in(text: str, context: Context) -> tuple[Days, ...]:
    """The days of a text in their order; a year not given is that of the meetings."""
    groups = tuple(_groups(text, context.language))
    made: list[list[_Group]] = []
    for group in groups:
        if made and _joins(text, context.language, made[-1][-1], group):
            made[-1].append(group)
        else:
            made.append([group])
    found = (_days(text, each, context) for each in made)
    return tuple(each for each in found if each)


def is_inside(days: tuple[Days, ...], context: Context) -> bool:
    """Whether every day is one of those of the meetings."""
    every = (day for each in days for day in each.days)
    return all(context.first <= day <= context.last for day in every)


def every_day(days: Days) -> tuple[date, ...]:
    """The days, and those between the first and the last of a span."""
    if not days.span or days.days[-1] < days.days[0]:
        return days.days
    count = (days.days[-1] - days.days[0]).days
    return tuple(days.days[0] + timedelta(more) for more in range(count + 1))


def undated(text: str, days: tuple[Days, ...]) -> str:
    """A text of the same length with spaces in the place of its days."""
    for each in days:
        text = f"{text[: each.start]}{' ' * (each.end - each.start)}{text[each.end :]}"
    return text


def is_now(text: str, context: Context) -> bool:
    """Whether a text gives no day and no year but of the meetings."""
    years = cue(context.language, "year").finditer(text)
    known = range(context.first.year, context.last.year + 1)
    if any(int(match["year"]) not in known for match in years):
        return False
    return is_inside(days_in(text, context), context)


def _groups(text: str, language: str) -> Iterator[_Group]:
    pattern = _HAN if language == "zh" else _pattern(language)
    for match in pattern.finditer(text):
        days = tuple(int(day) for day in re.findall(r"\d+", match["days"]))
        parts = _HAN_SPAN if language == "zh" else re.compile(_SPAN)
        span = len(days) == 2 and bool(parts.search(match["days"]))
        month = _month(match["month"], language)
        year = int(match["year"] or 0)
        yield _Group(match.start(), match.end(), days, span, month, year)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    months = "|".join(_MONTHS[language].split())
    before = _ARABIC if language == "ar" else ""
    days = rf"{_DAY}(?:(?:{_LIST}|{_SPAN}){_DAY})*"
    year = r"(?:,?\s+(?:de(?:l)?\s+)?(?P<year>\d{4})(?!\d)(?:\s+года)?)?"
    return re.compile(
        rf"(?P<days>{days})\s+(?:de\s+)?{before}(?P<month>{months}){year}", re.I
    )


def _month(text: str, language: str) -> int:
    if language == "zh":
        return int(text)
    rows = enumerate(_MONTHS[language].split(), 1)
    return next(
        number for number, row in rows if text.lower() in row.lower().split("|")
    )


def _joins(text: str, language: str, before: _Group, after: _Group) -> bool:
    """Whether days of two months make one list, or are the ends of one span."""
    between = text[before.end : after.start]
    if before.span or after.span:
        return False
    if language == "zh":
        return bool(_HAN_SPAN.fullmatch(between) or _HAN_LIST.fullmatch(between))
    return bool(re.fullmatch(f"(?:{_LIST}|{_SPAN})(?:{_ON})?", between))


_ON = r"(?:on|le|les|el|los días|в|في)?\s*"


def _days(text: str, groups: list[_Group], context: Context) -> Days | None:
    """The days of the months of one list; none where one is no day."""
    year = 0
    made: list[date] = []
    for group in reversed(groups):
        year = group.year or year
        try:
            made[:0] = [_day(year, group.month, day, context) for day in group.days]
        except ValueError:
            return None
    start, end = groups[0].start, groups[-1].end
    across = len(groups) == 2 and any(
        _is_span(text[before.end : after.start], context.language)
        for before, after in pairwise(groups)
    )
    return Days(start, end, tuple(made), groups[0].span or across)


def _is_span(between: str, language: str) -> bool:
    if language == "zh":
        return bool(_HAN_SPAN.fullmatch(between))
    return bool(re.fullmatch(_SPAN, between))


def _day(year: int, month: int, day: int, context: Context) -> date:
    if year:
        return date(year, month, day)
    years = range(context.first.year, context.last.year + 1)
    made = [date(each, month, day) for each in years]
    inside = (each for each in made if context.first <= each <= context.last)
    return next(inside, made[0])
