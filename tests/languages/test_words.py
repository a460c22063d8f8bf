"""Fixed words: ordinals, numbers, lists, labels, and what is said of a lacking one."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.languages.words import MissingWord, read_words, runs
from reportkit.source.values import Text
from tests.sessions_in_text import TEMPLATES, words_of

ENGLISH = words_of("en")
FRENCH = words_of("fr")
LATER = words_of("fr", date(2018, 1, 1))


def english_ending(number: int) -> str:
    """The ending of an English ordinal, by the rule of grammars."""
    if number // 10 % 10 == 1:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@pytest.mark.parametrize("number", range(1, 113))
def test_ordinals(number: int) -> None:
    assert ENGLISH.ordinal(number) == f"{number}{english_ending(number)}"
    assert FRENCH.ordinal(number) == f"{number}^{'re' if number == 1 else 'e'}^"


def test_some_ordinals_by_eye() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112)
    assert " ".join(map(ENGLISH.ordinal, numbers)) == (
        "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th 112th"
    )


@pytest.mark.parametrize(
    ("parts", "english", "french"),
    [
        ((), "", ""),
        (("A",), "A", "A"),
        (("A", "B"), "A and B", "A et B"),
        (("A", "B", "C"), "A, B and C", "A, B et C"),
    ],
)
def test_lists_have_no_comma_before_the_last(
    parts: tuple[str, ...], english: str, french: str
) -> None:
    assert ENGLISH.joined(parts) == english
    assert FRENCH.joined(parts) == french


@pytest.mark.parametrize(
    ("numbers", "english", "french"),
    [
        ((3,), "3", "3"),
        ((2, 3), "2 and 3", "2 et 3"),
        ((2, 3, 4), "2 to 4", "2 à 4"),
        ((4, 2, 3, 3), "2 to 4", "2 à 4"),
        ((2, 4, 5), "2, 4 and 5", "2, 4 et 5"),
        ((1, 3, 4, 5), "1 and 3 to 5", "1 et 3 à 5"),
        ((2, 4, 5, 6, 9), "2, 4 to 6 and 9", "2, 4 à 6 et 9"),
    ],
)
def test_three_items_in_a_row_are_a_range(
    numbers: tuple[int, ...], english: str, french: str
) -> None:
    assert ENGLISH.numbers_joined(numbers) == english
    assert FRENCH.numbers_joined(numbers) == french


def test_runs() -> None:
    assert runs((1, 2, 3, 5, 7, 8)) == ((1, 3), (5, 5), (7, 8))
    assert runs(()) == ()


def test_numbers_are_words_below_ten() -> None:
    """Editorial Manual: figures from 10 on."""
    assert [ENGLISH.number(n) for n in (0, 1, 9, 10)] == ["no", "one", "nine", "10"]
    assert [FRENCH.number(n) for n in (1, 2, 9, 10)] == ["un", "deux", "neuf", "10"]
    assert [FRENCH.number(n, "f") for n in (0, 1, 2)] == ["aucune", "une", "deux"]


def test_nouns_take_the_form_of_their_count() -> None:
    assert [ENGLISH.noun("meeting", n) for n in (0, 1, 2)] == [
        "meetings",
        "meeting",
        "meetings",
    ]
    # In French, nought is singular.
    assert [FRENCH.noun("meeting", n) for n in (0, 1, 2)] == [
        "séance",
        "séance",
        "séances",
    ]


@pytest.mark.parametrize(
    ("kind", "number", "english", "french"),
    [
        ("chapter", 4, "IV.", "IV."),
        ("section", 2, "B.", "B."),
        ("section", 27, "AA.", "AA."),
        ("subsection", 3, "3.", "3."),
        ("paragraph", 60, "60.", "60."),
        ("point", 10, "(j)", "j)"),
        ("point", 28, "(bb)", "bb)"),
        ("subpoint", 4, "(iv)", "iv)"),
        ("subagenda", 1, "(a)", "a)"),
        ("annex", 2, "Annex II", "Annexe II"),
        ("dash", 5, "–", "–"),
    ],
)
def test_labels(kind: str, number: int, english: str, french: str) -> None:
    assert ENGLISH.label(kind, number) == english
    assert FRENCH.label(kind, number) == french


def test_french_spacing_and_quotes_change_with_2018() -> None:
    assert FRENCH.spaced("suivants: a; b") == "suivants: a; b"
    assert FRENCH.quoted("Autres questions") == "“Autres questions”"
    assert LATER.spaced("suivants: a; b") == "suivants\u00a0: a\u00a0; b"
    assert LATER.quoted("Autres questions") == "«\u00a0Autres questions\u00a0»"
    assert LATER.end("item") == "\u00a0;"
    assert LATER.end("last") == "."


def test_a_colon_inside_a_figure_takes_no_space() -> None:
    assert LATER.spaced("à 10:30, voir https://undocs.org: ici") == (
        "à 10:30, voir https://undocs.org\u00a0: ici"
    )


def test_the_day_before_2018_is_before() -> None:
    assert words_of("fr", date(2017, 12, 31)).quoted("x") == "“x”"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("words", "colour"), "`words.colour` is missing here"),
        (("colours", "blue"), "`colours.blue` is missing here"),
        (("words", "annex", "short"), "`words.annex.short` is missing here"),
    ],
)
def test_a_missing_word_names_key_and_file(keys: tuple[str, ...], said: str) -> None:
    with pytest.raises(MissingWord) as caught:
        ENGLISH.find(*keys)
    assert caught.value.problem.message == said
    assert caught.value.problem.place.path == "words.yaml"


def test_a_place_that_a_word_does_not_know() -> None:
    data = b"words: {original: 'Original: {langauge}'}\n"
    words, problems = read_words("en", data, "words.yaml", date(2017, 1, 1))
    assert not problems
    with pytest.raises(MissingWord) as caught:
        words.word("original", language="English")
    assert "words.original" in caught.value.problem.message
    assert caught.value.problem.hint == "its named places are: language"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_word_of_english_is_in_the_other_languages(code: str) -> None:
    """The keys alone; `genders`, `elision` and typography are a language's own."""
    words, known = words_of(code), ENGLISH.table
    for group in ("words", "labels", "references", "dates", "nouns", "names"):
        assert set(words.find(group)) >= set(known[Text(group)]), group
    assert len(words.find("months")) == 12
    assert (TEMPLATES / code / "sentences.yaml").exists()
