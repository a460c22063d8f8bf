"""Lists of organizations whose names hold commas and an "and"."""

from __future__ import annotations

import pytest

from reportkit.languages.organizations import organization_names
from reportkit.languages.table import CODES
from reportkit.recover.attendance import unparted
from reportkit.recover.facts import Attended, Spoke
from reportkit.recover.organizations_in import unarticled
from reportkit.recover.partings import ONE, SEVERAL, parting
from reportkit.recover.sentences import read_paragraph
from tests.recover.imported import imported
from tests.recover.test_import_by_hand import REPORT
from tests.recover.test_names_unknown import KNOWN, _context

PACIFIC = (
    "Caribbean Community",
    "Organization for Security and Co-operation in Europe",
    "Secretariat of the Pacific Community and Forum",
)
# Lists that can be read in one way alone, with the words before them.
SURE = (
    ("en", "and", PACIFIC),
    ("en", ", and", ("Friends of Lamps", "Light, Inc.", "Salt of the Earth")),
    ("en", "and", ("World Bank", "Women’s Archive, Ltd")),
    (
        *("fr", ", et"),
        (
            "Organisation des Nations Unies pour l’alimentation et l’agriculture",
            "Organisation des Nations Unies pour l’éducation, la science et la culture",
            "Union postale universelle",
        ),
    ),
    ("fr", "et", ("Amis des lampes", "Phares, balises et feux", "Lumière et vie")),
    ("es", "e", ("Unión Africana", "Liga de los Estados Árabes", "Instituto de Mar")),
    (
        *("ru", "и"),
        (
            "Организация Объединенных Наций по вопросам образования, науки и культуры",
            "Всемирный банк",
        ),
    ),
    ("zh", "和", ("联合国教育、科学及文化组织", "世界卫生组织")),
)
BETWEEN = {"zh": "、"}
UNSURE = (
    ("Friends of Lamps, Keepers of Light, and Salt, Sea and Light", SEVERAL),
    ("Network for Peace and Justice and World Federation of Keepers", SEVERAL),
    ("Agency for Lamps, Light and Oil Organization", ONE),
    ("Federation of Lamps, Candles and Lanterns", SEVERAL),
    ("World Bank and African Union", ONE),
)
LIST = "The following intergovernmental organizations were represented: {}."


def _list(code: str, last: str, names: tuple[str, ...]) -> str:
    space = "" if code == "zh" else " "
    begin = BETWEEN.get(code, ", ").join(names[:-1])
    joined = last if last.startswith(",") else space + last
    return f"{begin}{joined}{space}{names[-1]}"


@pytest.mark.parametrize(("code", "last", "names"), SURE)
def test_a_list_that_can_be_read_in_one_way(
    code: str, last: str, names: tuple[str, ...]
) -> None:
    assert parting(_list(code, last, names), code, count=SEVERAL) == (names, True)


@pytest.mark.parametrize("code", CODES)
def test_a_name_that_reads_like_a_list_is_one(code: str) -> None:
    for name in organization_names(code):
        assert parting(name, code, count=ONE) == ((name,), True)


def test_an_arabic_list_has_an_and_with_each_name() -> None:
    text = "منظمة الأمم المتحدة للتربية والعلم والثقافة ووكالة الطاقة ولجنة المنارات"
    names = (
        "منظمة الأمم المتحدة للتربية والعلم والثقافة",
        "وكالة الطاقة",
        "لجنة المنارات",
    )
    assert parting(text, "ar", count=SEVERAL) == (names, True)


def test_semicolons_leave_commas_to_the_names() -> None:
    names = ("Lamps for All", "Keepers, Mates and Masters", "Salt of the Earth")
    assert parting("; ".join((*names[:2], f"and {names[2]}")), "en") == (names, True)


@pytest.mark.parametrize(("text", "count"), UNSURE)
def test_a_list_that_can_be_read_in_two_ways(text: str, count: str) -> None:
    assert not parting(text, "en", count=count).sure


def test_names_of_the_workspace_are_known() -> None:
    known = frozenset({"Salt, Sea and Light"})
    found = parting(UNSURE[0][0], "en", known, SEVERAL)
    names = ("Friends of Lamps", "Keepers of Light", "Salt, Sea and Light")
    assert found == (names, True)
    context = _context("en")._replace(organizations=known)
    head = "The following non-governmental organizations were represented:"
    read = read_paragraph(f"{head} {UNSURE[0][0]}.", (), "", context)
    assert read and read.facts == (Attended("non_governmental", (), names),)


def test_one_organization_is_not_taken_for_two() -> None:
    (name,) = (
        name
        for name in organization_names("en")
        if "Educational, Sci" in name and name.startswith("United")
    )
    for text in (
        f"The following specialized agency was represented: {name}.",
        f"The {name} was represented by an observer.",
        f"A statement was made by the observer for the {name}.",
    ):
        read = read_paragraph(text, (), "", _context("en"))
        assert read and len(read.facts) == 1, text
        (fact,) = read.facts
        assert isinstance(fact, Attended | Spoke) and fact.names == (name,), text


def test_two_readings_are_no_fact_and_told() -> None:
    text = LIST.format("Lamp Network, and Agency for Salt, Sea and Light")
    assert read_paragraph(text, (), "", _context("en")) is None
    assert unparted(text, _context("en")) in text
    assert unparted(text, _context("en"))
    got = imported(REPORT.replace(KNOWN, text), "en")
    files = b"".join(got.files.values()).decode()
    assert "can be parted in more" in files and "lamp-network" not in files


def test_a_name_keeps_its_first_letters() -> None:
    assert unarticled("Forum of Small States", "en") == "Forum of Small States"
    assert unarticled("Office for Light", "en") == "Office for Light"
    assert unarticled("لجنة المنارات", "ar") == "لجنة المنارات"


def test_entities_of_the_united_nations_are_of_its_system() -> None:
    text = "The following United Nations entities were represented: UNHCR and UNDP."
    read = read_paragraph(text, (), "", _context("en"))
    assert read
    assert read.facts == (Attended("united_nations", (), ("UNHCR", "UNDP")),)


def test_a_second_observer_is_no_part_of_a_name() -> None:
    text = "A statement was made by the observer for the World Bank and the observer"
    assert read_paragraph(f"{text} for UNDP.", (), "", _context("en")) is None
