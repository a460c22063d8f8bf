"""Days and spans of days as a language writes them.

UN usage is not CLDR's (`1er octobre`, no comma, no year where it is known), so
the patterns stand in each language's words.yaml.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby

from reportkit.languages.words import Marked, Words


def day(words: Words, when: date, year: bool = True) -> Marked:
    """A day: 9 October 2017, or without its year."""
    key = "day-year" if year else "day"
    return _filled(words, key, day=_number(words, when), **_month_year(words, when))


def on_days(words: Words, days: tuple[date, ...], year: bool = False) -> Marked:
    """Days as a sentence has them: on 9 October; on 9 and 10 October and 2 November."""
    ordered = tuple(sorted(set(days)))
    months = groupby(ordered, key=lambda when: (when.year, when.month))
    groups = tuple(_days_of_month(words, tuple(group)) for _, group in months)
    key = "on-day" if len(ordered) == 1 else "on-days"
    joined = words.joined(groups, "date-lists")
    last = words.figure(ordered[-1].year)
    if not year:
        return _filled(words, key, days=joined)
    return _filled(words, f"{key}-year", days=joined, year=last)


def _days_of_month(words: Words, days: tuple[date, ...]) -> str:
    each = tuple(_number(words, when) for when in days)
    numbers = words.joined(each, "number-lists")
    return _filled(words, "days-of-month", days=numbers, **_month_year(words, days[0]))


def span(words: Words, first: date, last: date, year: bool = True) -> Marked:
    """A span in a sentence: from 9 to 13 October 2017, across months and years too."""
    if first == last:
        return on_days(words, (first,), year)
    if first.year != last.year:
        key = "span-years"
    else:
        key = "span-in-month" if first.month == last.month else "span-in-year"
        key += "-year" if year else ""
    return _span(words, key, first, last)


def heading_span(words: Words, first: date, last: date) -> Marked:
    """A span in a heading: 9–13 October 2017."""
    if first == last:
        return day(words, first)
    if first.year != last.year:
        return _span(words, "heading-years", first, last)
    key = "heading-in-month" if first.month == last.month else "heading-in-year"
    return _span(words, key, first, last)


def _span(words: Words, key: str, first: date, last: date) -> Marked:
    return _filled(
        words,
        key,
        first=_number(words, first),
        last=_number(words, last),
        first_month=month(words, first),
        first_year=words.figure(first.year),
        **_month_year(words, last),
    )


def month(words: Words, when: date) -> str:
    """The name of a day's month."""
    return str(words.find("months")[when.month - 1])


def _month_year(words: Words, when: date) -> dict[str, str]:
    return {"month": month(words, when), "year": words.figure(when.year)}


def _number(words: Words, when: date) -> str:
    """The day of the month in the form it has in a date: 9, 1er, 9日."""
    key = "first" if when.day == 1 else "number"
    if key not in words.find("dates"):
        return words.figure(when.day)
    return _filled(words, key, day=words.figure(when.day))


def _filled(words: Words, key: str, **places: str) -> Marked:
    return Marked(words.filled(("dates", key), **places))
