"""Every language has every word, form, label and date that a report can need."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
import yaml
from babel import Locale

from reportkit.languages.dates import day, heading_span, on_days, span
from reportkit.languages.table import CODES, language_of
from reportkit.source.values import Text
from tests.sessions_in_text import TEMPLATES, words_of
from tests.six.asked_forms import facts_asked_for, facts_of, sentences_of
from tests.workspaces import ROOT

# Rows of words.yaml that are keyed by the language's own articles, genders, counts
# and cases; the forms themselves are held against the sentences in test_every_form.py.
OWN_ROWS = ("forms", "genders", "plurals", "nouns", "numerals", "elision", "masthead")
# What English has and another language may do without, and why.
ABSENT = {
    "names.secretariat.article": "there are no articles to choose",
    "names.chair.article": "there are no articles to choose",
    "ranges.ordinals": "ordinals are all named, without ranges",
}
# What a language has and English does without, and why.
MORE = {
    "date-lists": "a sign of its own between the days of several months",
    "date-lists.comma": "",
    "date-lists.last": "",
    "attribution-prefixes": "letters that join a word in Arabic",
    "dates.number": "the sign that a day of the month carries in Chinese",
    "digits": "figures other than 0 to 9",
    "ends.lead": "a colon in full width",
    "figures": "the sign between thousands",
    "figures.thousands": "the sign between thousands",
    "lists.before": "e for y in Spanish",
    "lists.two": "a list of two in Arabic",
    "number-lists": "numbers are joined otherwise than names in Arabic",
    "number-lists.comma": "",
    "number-lists.last": "",
    "number-lists.two": "",
    "names.secretariat.gender": "where sentences agree",
    "names.secretariat.forms": "where there are cases",
    "names.chair.gender": "where sentences agree",
    "names.chair.forms": "where there are cases",
    "ranges.ordinals": "ranges of ordinals in Spanish",
    "references.cases": "where there are cases",
    "speakers": "the case of those that spoke",
}
# Facts that a language's sentence need not mention, since nothing agrees with a
# number in Chinese and none says at how many meetings States were represented.
UNCOUNTED = {"zh": {"count", "items", "bodies", "officers"}, "fr": {"bodies"}}


def keys_of(code: str) -> set[str]:
    """The keys of a language's words.yaml down to the third level."""
    data = (TEMPLATES / code / "words.yaml").read_text(encoding="utf-8")
    return set(_keys(yaml.safe_load(data), "", 3))


def _keys(table: object, above: str, depth: int) -> Iterator[str]:
    if not isinstance(table, dict) or not depth:
        return
    for key, value in table.items():
        yield f"{above}{key}"
        if f"{above}{key}" not in (*OWN_ROWS, "names.secretariat.forms"):
            deeper = depth - (key != "cases")
            yield from _keys(value, f"{above}{key}.", deeper)


OTHERS = tuple(code for code in CODES if code != "en")


@pytest.mark.parametrize("code", OTHERS)
def test_every_word_of_english_is_there_and_nothing_unknown(code: str) -> None:
    english, own = keys_of("en"), keys_of(code)
    assert english - own - set(ABSENT) - set(OWN_ROWS) == set()
    more = {key for key in own - english if not key.startswith("references.cases.")}
    assert more - set(MORE) - set(OWN_ROWS) == set()


@pytest.mark.parametrize("code", OTHERS)
def test_a_case_has_every_reference(code: str) -> None:
    row = yaml.safe_load((TEMPLATES / code / "words.yaml").read_text(encoding="utf-8"))
    references = set(row["references"]) - {"number", "joined", "cases"}
    for case, known in row["references"].get("cases", {}).items():
        assert set(known) == references, case


@pytest.mark.parametrize("code", OTHERS)
def test_every_set_sentence_of_english_is_there_and_no_other(code: str) -> None:
    assert set(sentences_of(code)) == set(sentences_of("en"))


@pytest.mark.parametrize("code", OTHERS)
def test_a_sentence_says_what_the_english_one_says(code: str) -> None:
    """No fact that English prints is left out: an officer's body, on whose behalf."""
    own = sentences_of(code)
    lost = {
        ".".join(key): facts_of(text) - facts_of(own[key])
        for key, text in sentences_of("en").items()
    }
    allowed = UNCOUNTED.get(code, set())
    assert {
        key: names - allowed for key, names in lost.items() if names - allowed
    } == {}


@pytest.mark.parametrize("code", OTHERS)
def test_a_fact_that_may_be_lacking_is_asked_for_first(code: str) -> None:
    """What English says only `if` it is known stands under an `if` everywhere."""
    for key, text in sentences_of("en").items():
        own = sentences_of(code)[key]
        unasked = facts_of(own) - facts_asked_for(own)
        assert facts_asked_for(text) & unasked == set(), key


@cache
def strings_of_the_code() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Every string in the package, and each f-string as a pattern."""
    plain: set[str] = set()
    patterns = []
    for path in (ROOT / "reportkit").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [getattr(part, "value", None) for part in node.values]
                shown = [part if isinstance(part, str) else None for part in parts]
                if any(part and len(part.strip("-")) > 2 for part in shown):
                    built = "".join(re.escape(p) if p else "[a-z_-]+" for p in shown)
                    patterns.append(re.compile(built))
    return frozenset(plain), tuple(patterns)


def is_known(key: str) -> bool:
    """Whether the code or an outline can ask for a key."""
    plain, patterns = strings_of_the_code()
    if key in plain or any(pattern.fullmatch(key) for pattern in patterns):
        return True
    outlines = (TEMPLATES / "outlines").glob("*.yaml")
    said = "\n".join(path.read_text(encoding="utf-8") for path in outlines)
    return re.search(rf"\b{re.escape(key)}\b", said) is not None


@pytest.mark.parametrize("code", CODES)
def test_nothing_in_the_files_is_without_use(code: str) -> None:
    groups = ("words", "labels", "references", "dates", "ends", "ranges", "lists")
    words = yaml.safe_load(
        (TEMPLATES / code / "words.yaml").read_text(encoding="utf-8")
    )
    keys = {*words, *(key for group in groups for key in words[group])}
    keys |= {key for _, key in sentences_of(code)}
    assert {key for key in keys if not is_known(str(key))} == set()


@pytest.mark.parametrize("code", CODES)
def test_nouns_and_numerals_are_asked_for_and_there(code: str) -> None:
    words = words_of(code)
    said = "\n".join(sentences_of(code).values())
    asked = set(re.findall(r'noun\("([\w-]+)"', said))
    assert asked <= set(words.find("nouns"))
    assert set(words.find("nouns")) <= asked | {"meeting"}
    for noun in asked:
        assert all(words.noun(noun, count) for count in range(201))
    own = words.table.get(Text("numerals"), {})
    assert set(own) <= set(re.findall(r"{([\w-]+)}", str(words.find("labels"))))


KINDS = (
    "chapter", "section", "subsection", "subsubsection", "paragraph", "point",
    "subpoint", "agenda", "subagenda", "annex",
)  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_forty_labels_of_every_kind_are_forty(code: str) -> None:
    words = words_of(code)
    for kind in KINDS:
        labels = [words.label(kind, number) for number in range(1, 41)]
        assert len(set(labels)) == 40, kind
        assert [label for label in labels if re.search(r"[{}]", label)] == []
    assert words.label("dash", 7) == "–"


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("es", "IV. B. 3. 12. j) iv) 2. b)"),
        ("ru", "IV. B. 3. 12. j) iv) 2. b)"),
        ("zh", "四、 B. 3. 12. (j) (四) 2. (b)"),
        ("ar", "رابعاً- باء- 3- 12- (ي) ‘4’ 2- (ب)"),
    ],
)
def test_labels_by_eye(code: str, labels: str) -> None:
    numbers = {
        "chapter": 4, "section": 2, "subsection": 3, "paragraph": 12, "point": 10,
        "subpoint": 4, "agenda": 2, "subagenda": 2,
    }  # fmt: skip
    words = words_of(code)
    assert " ".join(words.label(*each) for each in numbers.items()) == labels


@pytest.mark.parametrize("code", CODES)
def test_sixty_ordinals_are_sixty(code: str) -> None:
    words = words_of(code)
    assert len({words.ordinal(number) for number in range(1, 61)}) == 60


@pytest.mark.parametrize(
    ("code", "ordinals"),
    [
        ("en", "1st 3rd 10th 11th 22nd"),
        ("fr", "1^re^ 3^e^ 10^e^ 11^e^ 22^e^"),
        ("es", "primera tercera décima 11ª 22ª"),
        ("ru", "1-м 3-м 10-м 11-м 22-м"),
        ("zh", "第1次 第3次 第10次 第11次 第22次"),
        ("ar", "الأولى الثالثة العاشرة 11 22"),
    ],
)
def test_ordinals_by_eye(code: str, ordinals: str) -> None:
    words = words_of(code)
    assert " ".join(words.ordinal(n) for n in (1, 3, 10, 11, 22)) == ordinals


OCTOBER = date(2017, 10, 9), date(2017, 10, 13)
MONTHS = date(2017, 5, 30), date(2017, 6, 1)
YEARS = date(2017, 12, 28), date(2018, 1, 3)

# A day; a span in prose, over months, over years; the same in a heading; days.
DATES = {
    "en": (
        "9 October 2017",
        "from 9 to 13 October 2017",
        "from 30 May to 1 June 2017",
        "from 28 December 2017 to 3 January 2018",
        "9–13 October 2017",
        "30 May – 1 June 2017",
        "28 December 2017 – 3 January 2018",
        "on 9 and 13 October",
    ),
    "fr": (
        "9 octobre 2017",
        "du 9 au 13 octobre 2017",
        "du 30 mai au 1^er^ juin 2017",
        "du 28 décembre 2017 au 3 janvier 2018",
        "9-13 octobre 2017",
        "30 mai-1^er^ juin 2017",
        "28 décembre 2017-3 janvier 2018",
        "les 9 et 13 octobre",
    ),
    "es": (
        "9 de octubre de 2017",
        "del 9 al 13 de octubre de 2017",
        "del 30 de mayo al 1 de junio de 2017",
        "del 28 de diciembre de 2017 al 3 de enero de 2018",
        "9 a 13 de octubre de 2017",
        "30 de mayo a 1 de junio de 2017",
        "28 de diciembre de 2017 a 3 de enero de 2018",
        "los días 9 y 13 de octubre",
    ),
    "ru": (
        "9 октября 2017 года",
        "9–13 октября 2017 года",
        "30 мая – 1 июня 2017 года",
        "28 декабря 2017 года – 3 января 2018 года",
        "9–13 октября 2017 года",
        "30 мая – 1 июня 2017 года",
        "28 декабря 2017 года – 3 января 2018 года",
        "9 и 13 октября",
    ),
    "zh": (
        "2017年10月9日",
        "2017年10月9日至13日",
        "2017年5月30日至6月1日",
        "2017年12月28日至2018年1月3日",
        "2017年10月9日至13日",
        "2017年5月30日至6月1日",
        "2017年12月28日至2018年1月3日",
        "10月9日和13日",
    ),
    "ar": (
        "9 تشرين الأول/أكتوبر 2017",
        "من 9 إلى 13 تشرين الأول/أكتوبر 2017",
        "من 30 أيار/مايو إلى 1 حزيران/يونيه 2017",
        "من 28 كانون الأول/ديسمبر 2017 إلى 3 كانون الثاني/يناير 2018",
        "9-13 تشرين الأول/أكتوبر 2017",
        "30 أيار/مايو - 1 حزيران/يونيه 2017",
        "28 كانون الأول/ديسمبر 2017 - 3 كانون الثاني/يناير 2018",
        "في 9 و13 تشرين الأول/أكتوبر",
    ),
}


@pytest.mark.parametrize("code", CODES)
def test_dates_are_those_of_the_united_nations(code: str) -> None:
    words = words_of(code)
    assert DATES[code] == (
        day(words, OCTOBER[0]),
        *(span(words, *each) for each in (OCTOBER, MONTHS, YEARS)),
        *(heading_span(words, *each) for each in (OCTOBER, MONTHS, YEARS)),
        on_days(words, OCTOBER),
    )


@pytest.mark.parametrize("code", CODES)
def test_every_month_has_a_name_of_its_own(code: str) -> None:
    said = {day(words_of(code), date(2017, month, 9)) for month in range(1, 13)}
    assert len(said) == 12


@pytest.mark.parametrize(
    ("code", "names", "said"),
    [
        ("en", "Austria Brazil Cuba", "Austria, Brazil and Cuba"),
        ("fr", "Autriche Brésil Cuba", "Autriche, Brésil et Cuba"),
        ("es", "Austria Brasil Cuba", "Austria, Brasil y Cuba"),
        ("es", "Austria Irlanda", "Austria e Irlanda"),
        ("es", "Austria Hidrología", "Austria e Hidrología"),
        ("es", "Austria Hielo", "Austria y Hielo"),
        ("es", "Austria Yemen", "Austria y Yemen"),
        ("es", "Irlanda Austria Ítaca", "Irlanda, Austria e Ítaca"),
        ("ru", "Австрия Бразилия Куба", "Австрия, Бразилия и Куба"),
        ("zh", "奥地利 巴西 古巴", "奥地利、巴西和古巴"),
        ("ar", "البرازيل كوبا النمسا", "البرازيل، وكوبا، والنمسا"),
        ("ar", "البرازيل كوبا", "البرازيل وكوبا"),
    ],
)
def test_a_list_is_joined_as_the_language_does(
    code: str, names: str, said: str
) -> None:
    assert words_of(code).joined(tuple(names.split())) == said


@pytest.mark.parametrize("code", CODES)
def test_counts_fall_into_the_categories_of_cldr(code: str) -> None:
    plural_form = Locale.parse(language_of(code).locale).plural_form
    words = words_of(code)
    for count in range(201):
        assert words.plural_category(count) == plural_form(count), count
