"""Who met, as titles say it where no line of a masthead does."""

from __future__ import annotations

import pytest

from reportkit.edition.importing import Request, import_report
from reportkit.edition.importing_terms import Missing
from reportkit.published.lines import MASTHEAD, SUBTITLE, WHERE, Line
from reportkit.recover.titled import Titled, titled
from tests.recover.imported import NAME, TEMPLATES, differing, imported, published
from tests.recover.test_import_by_hand import REPORT

RUSSIAN = ("Комиссия по охране маяков утвердила доклад.",)


@pytest.mark.parametrize(
    ("code", "title", "name", "place"),
    [
        (
            "en",
            "Report of the Commission on Lamps and Oil on its tenth session, held in"
            " The Hague from 20 to 24 May 2019",
            "Commission on Lamps and Oil",
            "The Hague",
        ),
        (
            "en",
            "Report of the Committee on Lamps on its 2018 regular session",
            "Committee on Lamps",
            "",
        ),
        (
            "en",
            "Report on the work of the tenth session of the Group of Experts on Lamps,"
            " held at Vienna on 3 May 2019",
            "Group of Experts on Lamps",
            "Vienna",
        ),
        (
            "fr",
            "Rapport de la Commission de l’éclairage sur sa dixième session, tenue à"
            " Vienne du 20 au 24 mai 2019",
            "Commission de l’éclairage",
            "Vienne",
        ),
        (
            "fr",
            "Rapport sur la réunion du Groupe de travail sur les phares tenue à Vienne",
            "Groupe de travail sur les phares",
            "Vienne",
        ),
        (
            "es",
            "Informe de la Comisión de Faros sobre su décimo período de sesiones,"
            " celebrado en Viena del 20 al 24 de mayo de 2019",
            "Comisión de Faros",
            "Viena",
        ),
        (
            "es",
            "Informe de la reunión del Grupo de Trabajo sobre Faros celebrada en Viena"
            " del 28 de marzo al 1 de abril de 2022",
            "Grupo de Trabajo sobre Faros",
            "Viena",
        ),
        (
            "ru",
            "Доклад Комиссии по охране маяков о работе ее десятой сессии, проходившей"
            " в Вене 20–24 мая 2019 года",
            "Комиссия по охране маяков",
            "",
        ),
        (
            "zh",
            "灯塔保护委员会2019年5月20日至24日在维也纳举行的第十届会议的报告",
            "灯塔保护委员会",
            "维也纳",
        ),
        ("zh", "灯塔保护委员会第十届会议报告", "灯塔保护委员会", ""),
        (
            "ar",
            "تقرير لجنة المنارات عن دورتها العاشرة، المعقودة في فيينا من 20 إلى 24"
            " أيار/مايو 2019",
            "لجنة المنارات",
            "فيينا",
        ),
    ],
)
def test_a_title_names_a_body_and_its_place(
    code: str, title: str, name: str, place: str
) -> None:
    got = titled(title, RUSSIAN, code)
    assert (got.name, got.place) == (name, place)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Report of the Secretary-General on the second session of the Group"),
        ("en", "Report of the Chair on her work"),
        ("en", "Report of the Committee on Oil and the Group on Tar on their session"),
        ("en", "Report of the Commission on its tenth session"),
        ("ru", "Доклад Комитета по рекам о работе его сессии"),
        ("fr", "Rapport du Groupe A et du Groupe B sur leur session"),
    ],
)
def test_a_title_that_may_mean_somebody_else_names_nobody(
    code: str, title: str
) -> None:
    assert titled(title, RUSSIAN, code).name == ""


def test_a_russian_name_is_that_of_the_text() -> None:
    title = "Доклад Комиссии по охране маяков о работе ее сессии"
    assert titled(title, (), "ru") == Titled("", "Комиссии по охране маяков", "")


OWN = "Report of the Group on Rivers on its first session, held in Vienna in May 2022"
DERIVED = (
    "Report on the meeting of the Group on Rivers held in Vienna from 2 to 6 May 2022"
)
NAMED, WHEN = "**Group on Rivers**\n\n", "Vienna, 2–6 May 2022\n\n"


def session_of(report: str, *under: Line) -> str:
    lines = published(report, "en")
    made = lines._replace(lines=(*lines.lines, *under))
    files = import_report(Request(made, NAME, "en", {}, TEMPLATES)).files
    return files["session.yaml"].decode()


def test_the_body_is_the_titles_and_not_the_parent() -> None:
    title = OWN.replace("in May", "from 2 to 6 May")
    report = REPORT.replace(NAMED, "").replace(WHEN, "").replace(DERIVED, title)
    session = session_of(report)
    assert "bodies:\n  rivers: {from: 2022-05-02, to: 2022-05-06}" in session
    assert "place: vienna\n" in session
    assert "parent: council-waters\n" in session


def test_where_nobody_is_named_for_sure_it_is_refused() -> None:
    title = "Report of the Commission on its tenth session, held from 2 to 6 May 2022"
    report = REPORT.replace(NAMED, "").replace(WHEN, "").replace(DERIVED, title)
    with pytest.raises(Missing) as refused:
        imported(report, "en")
    assert "who met" in refused.value.problems[0].message


def test_days_in_brackets_under_the_title_are_facts_and_printed_so() -> None:
    said = "(New York, 2–6 May 2022)"
    report = REPORT.replace(WHEN, "").replace(
        f"## **{DERIVED}**", f"## **Report of the Group**\n\n{said}"
    )
    lines = published(report, "en")
    assert [e.text for e in lines.lines if e.kind == SUBTITLE] == [said]
    assert not [e for e in lines.lines if e.kind == WHERE]
    got = imported(report, "en")
    assert b"place: new-york\n" in got.files["session.yaml"]
    assert b"(New" not in got.shared["names.yaml"]
    assert said not in differing(got)[0]
    overrides = got.files["en/overrides.yaml"].decode()
    assert f"  subtitle-final: >-\n    {said}" in overrides


def test_a_name_under_an_item_of_the_agenda_is_who_met() -> None:
    report = REPORT.replace(NAMED, "").replace(
        DERIVED, OWN.replace("in May", "from 2 to 6 May")
    )
    lines = published(report, "en")
    item = Line(MASTHEAD, "Group on Rivers", lines.lines[0].place, "item")
    made = lines._replace(lines=(item, *lines.lines))
    got = import_report(Request(made, NAME, "en", {}, TEMPLATES))
    assert "Group on Rivers" not in differing(got)[0]
    assert b"which no fact is" not in got.files["session.yaml"]
