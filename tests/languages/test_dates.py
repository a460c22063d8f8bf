"""Days and spans of days, as UN documents write them."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.languages.dates import day, heading_span, on_days, span
from tests.sessions_in_text import words_of

ENGLISH = words_of("en")
FRENCH = words_of("fr")


def days(*written: str) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, written))


def ends(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("when", "english", "french"),
    [
        ("2017-10-09", "9 October 2017", "9 octobre 2017"),
        ("2017-08-01", "1 August 2017", "1^er^ août 2017"),
        ("2016-02-29", "29 February 2016", "29 février 2016"),
    ],
)
def test_a_day(when: str, english: str, french: str) -> None:
    assert day(ENGLISH, date.fromisoformat(when)) == english
    assert day(FRENCH, date.fromisoformat(when)) == french


@pytest.mark.parametrize(
    ("first", "last", "english", "french"),
    [
        (
            "2017-10-09",
            "2017-10-13",
            "from 9 to 13 October 2017",
            "du 9 au 13 octobre 2017",
        ),
        (
            "2012-05-30",
            "2012-06-01",
            "from 30 May to 1 June 2012",
            "du 30 mai au 1^er^ juin 2012",
        ),
        (
            "2017-12-28",
            "2018-01-03",
            "from 28 December 2017 to 3 January 2018",
            "du 28 décembre 2017 au 3 janvier 2018",
        ),
        ("2017-10-09", "2017-10-09", "on 9 October 2017", "le 9 octobre 2017"),
    ],
)
def test_a_span(first: str, last: str, english: str, french: str) -> None:
    assert span(ENGLISH, *ends(first, last)) == english
    assert span(FRENCH, *ends(first, last)) == french


@pytest.mark.parametrize(
    ("first", "last", "english", "french"),
    [
        ("2017-10-09", "2017-10-13", "from 9 to 13 October", "du 9 au 13 octobre"),
        (
            "2017-05-30",
            "2017-06-01",
            "from 30 May to 1 June",
            "du 30 mai au 1^er^ juin",
        ),
        # Years stay where they differ.
        (
            "2017-12-28",
            "2018-01-03",
            "from 28 December 2017 to 3 January 2018",
            "du 28 décembre 2017 au 3 janvier 2018",
        ),
        ("2017-10-09", "2017-10-09", "on 9 October", "le 9 octobre"),
    ],
)
def test_a_span_without_its_year(
    first: str, last: str, english: str, french: str
) -> None:
    assert span(ENGLISH, *ends(first, last), year=False) == english
    assert span(FRENCH, *ends(first, last), year=False) == french


@pytest.mark.parametrize(
    ("first", "last", "english", "french"),
    [
        ("2017-10-09", "2017-10-13", "9–13 October 2017", "9-13 octobre 2017"),
        (
            "2012-05-30",
            "2012-06-01",
            "30 May – 1 June 2012",
            "30 mai-1^er^ juin 2012",
        ),
        (
            "2017-12-28",
            "2018-01-03",
            "28 December 2017 – 3 January 2018",
            "28 décembre 2017-3 janvier 2018",
        ),
        ("2017-10-09", "2017-10-09", "9 October 2017", "9 octobre 2017"),
    ],
)
def test_a_span_in_a_heading(first: str, last: str, english: str, french: str) -> None:
    assert heading_span(ENGLISH, *ends(first, last)) == english
    assert heading_span(FRENCH, *ends(first, last)) == french


@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        (["2017-10-09"], "on 9 October", "le 9 octobre"),
        (["2017-10-10", "2017-10-09"], "on 9 and 10 October", "les 9 et 10 octobre"),
        (["2017-10-09", "2017-10-09"], "on 9 October", "le 9 octobre"),
        (
            ["2017-10-30", "2017-10-31", "2017-11-01"],
            "on 30 and 31 October and 1 November",
            "les 30 et 31 octobre et 1^er^ novembre",
        ),
        # A/69/702: on 19 November and 23 and 29 December 2014.
        (
            ["2014-11-19", "2014-12-23", "2014-12-29"],
            "on 19 November and 23 and 29 December",
            "les 19 novembre et 23 et 29 décembre",
        ),
    ],
)
def test_the_days_of_meetings(written: list[str], english: str, french: str) -> None:
    assert on_days(ENGLISH, days(*written)) == english
    assert on_days(FRENCH, days(*written)) == french
    year = f" {max(written)[:4]}"
    assert on_days(ENGLISH, days(*written), year=True) == english + year
    assert on_days(FRENCH, days(*written), year=True) == french + year
