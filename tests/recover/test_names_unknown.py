"""Names of lists that no table has: told, and made nothing of."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.recover.facts import Attended, Context, KnownBody, KnownItem, Spoke
from reportkit.recover.sentences import read_paragraph
from tests.recover.imported import differing, imported
from tests.recover.test_import_by_hand import REPORT

KNOWN = "The following States were represented at the meeting: Austria, Benin and Chad."
# A list with a name that is no State's, and one with Palestine set apart.
MIDDLE = {
    "en": "The following States were represented: Austria, Ruritania and Chad.",
    "fr": "Les États suivants étaient représentés : Autriche, Ruritanie et Tchad.",
    "es": "Estuvieron representados los siguientes Estados: Austria, Ruritania y Chad.",
    "ru": "Были представлены следующие государства: Австрия, Руритания и Чад.",
    "zh": "下列国家出席了会议：奥地利、鲁里坦尼亚和乍得。",
    "ar": "وحضر الاجتماع ممثلو الدول التالية: النمسا وروريتانيا وتشاد.",
}
APART = {
    "en": "The following States were represented: Austria and Chad, as well as the"
    " State of Palestine.",
    "fr": "Les États suivants étaient représentés : Autriche et Tchad, ainsi que"
    " l'État de Palestine.",
    "es": "Estuvieron representados los siguientes Estados: Austria y Chad, así como"
    " el Estado de Palestina.",
    "ru": "Были представлены следующие государства: Австрия и Чад, а также"
    " Государство Палестина.",
    "zh": "下列国家出席了会议：奥地利、乍得以及巴勒斯坦国。",
    "ar": "وحضر الاجتماع ممثلو الدول التالية: النمسا وتشاد، وكذلك دولة فلسطين.",
}


def _context(code: str) -> Context:
    body = KnownBody("c", "Committee", "Committee")
    items = (KnownItem("wrecks", "Wrecks", {"c": "3"}),)
    return Context(code, date(2022, 5, 2), date(2022, 5, 6), (body,), items)


@pytest.mark.parametrize("told", [MIDDLE, APART], ids=["middle", "apart"])
@pytest.mark.parametrize("code", MIDDLE)
def test_what_is_no_state_is_told(code: str, told: dict[str, str]) -> None:
    read = read_paragraph(told[code], (), "attendance", _context(code))
    assert read is not None
    (fact,) = read.facts
    assert isinstance(fact, Attended)
    assert (fact.category, fact.codes) == ("states", ("AUT", "TCD"))
    assert len(fact.unread) == 1 and not fact.names


def test_palestine_among_the_states_is_listed_with_them() -> None:
    text = KNOWN.replace("Benin and Chad", "Benin, Chad and State of Palestine")
    read = read_paragraph(text, (), "attendance", _context("en"))
    assert read and read.facts == (Attended("states", ("AUT", "BEN", "TCD", "PSE")),)


@pytest.mark.parametrize(
    ("who", "unread"),
    [
        ("the representatives of", "Ruritania"),
        ("representatives of the following States:", "Ruritania"),
        ("representatives of the following States:", "Union of Ruritania"),
    ],
)
def test_no_organization_is_made_of_an_unknown_state(who: str, unread: str) -> None:
    names = f"{who} Austria, Chad and {unread}"
    text = f"Under agenda item 3, statements were made by {names}."
    read = read_paragraph(text, (), "statements", _context("en"))
    assert read and read.facts == (
        Spoke(("wrecks",), ("AUT", "TCD"), body="c", unread=(unread,)),
    )


def test_an_organization_among_states_is_one() -> None:
    text = (
        "Under agenda item 3, statements were made by the representatives of Austria,"
        " Chad and the World Health Organization."
    )
    read = read_paragraph(text, (), "statements", _context("en"))
    assert read and read.facts == (
        Spoke(("wrecks",), ("AUT", "TCD"), ("World Health Organization",), body="c"),
    )


def _imported(list_of_states: str) -> tuple[str, str]:
    report = REPORT.replace("Austria, Benin and Chad", list_of_states)
    got = imported(report, "en")
    assert not any("represented" in words for words in differing(got)[0])
    files = {path: " ".join(data.decode().split()) for path, data in got.files.items()}
    return files["participants.yaml"], files["en/overrides.yaml"]


def test_a_name_in_the_middle_of_a_list_leaves_it_as_text() -> None:
    participants, overrides = _imported("Austria, Ruritania, Benin and Chad")
    assert "the list of the report also has “Ruritania”" in participants
    assert "Austria, Ruritania, Benin and Chad." in overrides


def test_a_name_beside_a_list_stays_in_its_words() -> None:
    states = "Austria, Benin and Chad, as well as the State of Palestine"
    participants, overrides = _imported(states)
    assert "also has “the State of Palestine”" in participants
    assert "order: as-given}, as well as the State of Palestine." in overrides


def test_the_bracket_after_a_person_is_told() -> None:
    led = "rivers”. The discussion was led by Ole Berg (World Bank). Speakers"
    got = imported(REPORT.replace("rivers”. Speakers", led), "en")
    agenda = " ".join(got.files["agenda.yaml"].decode().split())
    assert "# look: the report has “(World Bank)” after Ole Berg" in agenda
    assert got.got.register.added["persons"] == {"berg": {"name": "Ole Berg"}}
