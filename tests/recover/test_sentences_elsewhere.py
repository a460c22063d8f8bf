"""Sentences in the manner of other bodies: one body, its own words."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.recover.facts import (
    Adopted,
    Attended,
    Context,
    Fact,
    Held,
    KnownBody,
    KnownItem,
    Person,
    Spoke,
    Took,
)
from reportkit.recover.sentences import read_paragraph

FIRST, LAST = date(2018, 4, 9), date(2018, 4, 20)
NAMES = {
    "en": ("Committee on Harbours", "Committee"),
    "fr": ("Comité des ports", "Comité"),
    "es": ("Comité de Puertos", "Comité"),
    "ru": ("Комитет по портам", "Комитет"),
    "zh": ("港口委员会", "委员会"),
    "ar": ("لجنة الموانئ", "اللجنة"),
}
TITLES = {
    "en": ("Opening of the session", "General exchange of views", "Wrecks", "Pilots"),
    "fr": ("Ouverture de la session", "Débat général", "Épaves", "Pilotes"),
}
IDS = ("opening", "general", "wrecks", "pilots")


def context_in(code: str) -> Context:
    titles = TITLES.get(code, TITLES["en"])
    items = tuple(
        KnownItem(id, title, {"c": str(number)})
        for number, (id, title) in enumerate(zip(IDS, titles, strict=True), 1)
    )
    body = KnownBody("c", *NAMES[code])
    return Context(code, FIRST, LAST, (body,), items, "c")


def april(*days: int) -> tuple[date, ...]:
    return tuple(date(2018, 4, day) for day in days)


def took(numbers: tuple[int, ...], items: tuple[str, ...], *days: int) -> Took:
    return Took({"c": numbers}, april(*days), items)


def spoke(by: str, items: str = "", *names: str, capacity: str = "") -> Spoke:
    under = tuple(items.split())
    return Spoke(under, tuple(by.split()), names, capacity, body="c")


AGENCY, UNION = "European Ports Agency", "Union of Pilots"
AGENDA_AT_FIRST = Adopted("agenda", "c", 1, date(2018, 4, 9))
MEMBERS = Attended("states", ("ALB", "BIH", "IRN", "TTO", "GBR", "VNM"))

ENGLISH: dict[str, tuple[Fact, ...]] = {
    "At its 5th meeting, the Committee considered agenda item 3, entitled “Wrecks”.": (
        took((5,), ("wrecks",)),
    ),
    "At its 5th plenary meeting, on 12 April 2018, the Committee took up item 3.": (
        took((5,), ("wrecks",), 12),
    ),
    "At its 3rd to 5th meetings, from 10 to 12 April, the Committee considered items"
    " 3 and 4 of its agenda.": (took((3, 4, 5), ("wrecks", "pilots"), 10, 11, 12),),
    "The Committee considered the item at its 11th and resumed 13th meetings, on 16 and"
    " 19 April 2018.": (took((11, 13), (), 16, 19),),
    "At its first meeting, on 9 April, the Committee adopted the following agenda:": (
        AGENDA_AT_FIRST,
    ),
    "At its 31st meeting, the Committee adopted the following agenda:": (
        Adopted("agenda", "c", 31),
    ),
    "The Committee held twelve plenary meetings, from 9 to 20 April 2018.": (
        Held("c", 12, FIRST, LAST),
    ),
    "The session was chaired by Mr. David Kendall (Canada).": (
        Person("David Kendall", "CAN", "chair"),
    ),
    "The meetings were chaired by Rosa Olivera (Mexico) and Jan Nowak (Poland).": (
        Person("Rosa Olivera", "MEX", "chair"),
        Person("Jan Nowak", "POL", "chair"),
    ),
    "Ms. Ana Pérez (Uruguay) served as Rapporteur.": (
        Person("Ana Pérez", "URY", "rapporteur"),
    ),
    "Representatives of the following States members of the Committee attended the"
    " session: Albania, Bosnia and Herzegovina, Iran (Islamic Republic of), Trinidad"
    " and"
    " Tobago, United Kingdom of Great Britain and Northern Ireland and Viet Nam.": (
        MEMBERS,
    ),
    "The following specialized agencies were represented by observers: World"
    " Meteorological Organization and Food and Agriculture Organization of the United"
    " Nations.": (
        Attended(
            "specialized_agencies",
            (),
            (
                "World Meteorological Organization",
                "Food and Agriculture Organization of the United Nations",
            ),
        ),
    ),
    "The State of Palestine was represented by an observer.": (
        Attended("other_entities", ("PSE",)),
    ),
    "The session was attended by representatives of Austria, Chad and the"
    " Philippines.": (Attended("states", ("AUT", "TCD", "PHL")),),
    "Under agenda item 3, statements were made by the representatives of Austria, the"
    " Philippines and the Syrian Arab Republic.": (spoke("AUT PHL SYR", "wrecks"),),
    "During the general exchange of views, statements were made by the representatives"
    " of Austria and Chad.": (spoke("AUT TCD", "general"),),
    "The representatives of Austria, Chad and Peru made statements under item 4.": (
        spoke("AUT TCD PER", "pilots"),
    ),
    "Under agenda items 3 and 4, the observers for the European Ports Agency and the"
    " Union of Pilots made statements.": (spoke("", "wrecks pilots", AGENCY, UNION),),
    "Under item 3, the Secretariat made a presentation.": (
        Spoke(("wrecks",), ("secretariat",), kind="presentation", body="c"),
    ),
    "At its 12th meeting, on 20 April, the Committee adopted its report, as orally"
    " amended.": (Adopted("report", "c", 12, LAST, "orally-amended"),),
    "At its 2nd meeting, the Committee adopted its draft report, as it was tabled, and"
    " asked the Rapporteur to complete it.": (Adopted("report", "c", 2),),
    "For its consideration of the item, the Committee had before it the following"
    " documents:": (),
    "The Committee agreed on the following recommendations:": (),
}
FRENCH: dict[str, tuple[Fact, ...]] = {
    "À sa 5e séance plénière, le 12 avril 2018, le Comité a examiné le point 3 de son"
    " ordre du jour.": (took((5,), ("wrecks",), 12),),
    "Le Comité a examiné la question à sa 11^e^ séance et à la reprise de sa 13^e^"
    " séance,"
    " les 16 et 19 avril 2018.": (took((11, 13), (), 16, 19),),
    "À ses 15^e^ et 16^e^ séances, les 12 et 13 avril, le Comité a abordé le point"
    " intitulé «\u00a0Épaves\u00a0».": (took((15, 16), ("wrecks",), 12, 13),),
    "À sa première séance, le 9 avril, le Comité a adopté l'ordre du jour"
    " suivant\u00a0:": (AGENDA_AT_FIRST,),
    "À sa 31e séance, le Comité a adopté l’ordre du jour suivant:": (
        Adopted("agenda", "c", 31),
    ),
    "Le Comité a tenu vingt séances plénières, du 9 au 20 avril 2018.": (
        Held("c", 20, FIRST, LAST),
    ),
    "La session était présidée par M. David Kendall (Canada).": (
        Person("David Kendall", "CAN", "chair"),
    ),
    "Les réunions se sont tenues sous la présidence de Mme Rosa Olivera (Mexique).": (
        Person("Rosa Olivera", "MEX", "chair"),
    ),
    "Mme Ana Pérez (Uruguay) a assuré les fonctions de Rapporteuse.": (
        Person("Ana Pérez", "URY", "rapporteur"),
    ),
    "Les États membres du Comité ci-après étaient représentés à la session\u00a0:"
    " Albanie,"
    " Bosnie-Herzégovine, Iran (République islamique d’), Trinité-et-Tobago,"
    " Royaume-Uni"
    " de Grande-Bretagne et d’Irlande du Nord et Viet Nam.": (MEMBERS,),
    "Les institutions spécialisées ci-après étaient représentées par des observateurs:"
    " Organisation des Nations Unies pour l’alimentation et l’agriculture et"
    " Organisation"
    " météorologique mondiale.": (
        Attended(
            "specialized_agencies",
            (),
            (
                "Organisation des Nations Unies pour l’alimentation et l’agriculture",
                "Organisation météorologique mondiale",
            ),
        ),
    ),
    "Ont participé à la session les États suivants: Autriche, Tchad et Pérou.": (
        Attended("states", ("AUT", "TCD", "PER")),
    ),
    "L’Agence européenne des ports était représentée par un observateur.": (
        Attended("intergovernmental", (), ("Agence européenne des ports",)),
    ),
    "Au titre du point 3 de l’ordre du jour, des déclarations ont été faites par les"
    " représentants de l’Autriche, du Tchad et de la République arabe syrienne.": (
        spoke("AUT TCD SYR", "wrecks"),
    ),
    "Des déclarations ont été faites par les représentants des États suivants:"
    " Autriche,"
    " Tchad et Pérou.": (spoke("AUT TCD PER"),),
    "Les représentants de l’Autriche et des Philippines ont fait des déclarations.": (
        spoke("AUT PHL"),
    ),
    "Au titre du point 4, une déclaration a été faite par l’observateur de l’Agence"
    " européenne des ports.": (spoke("", "pilots", "Agence européenne des ports"),),
    "Le Secrétariat a fait un exposé au titre du point 3 de l’ordre du jour.": (
        Spoke(("wrecks",), ("secretariat",), kind="presentation", body="c"),
    ),
    "À sa 2e séance, le Comité a adopté son projet de rapport, tel que présenté par le"
    " Rapporteur.": (Adopted("report", "c", 2),),
    "À sa 12e séance, le 20 avril, le Comité a adopté le présent rapport, tel que"
    " modifié"
    " oralement.": (Adopted("report", "c", 12, LAST, "orally-amended"),),
    "Pour l’examen de la question, le Comité était saisi des documents suivants:": (),
    "Le Comité est convenu des recommandations suivantes:": (),
}
AT_THE_FIFTH = {
    "es": "En su quinta sesión, celebrada el 12 de abril de 2018, el Comité examinó el"
    " tema 3 del programa.",
    "ru": "На своем 5-м заседании 12 апреля 2018 года Комитет рассмотрел пункт 3"
    " повестки"
    " дня.",
    "zh": "在2018年4月12日第5次会议上，委员会审议了议程项目3。",
    "ar": "نظرت اللجنة في البند 3 من جدول الأعمال في جلستها الخامسة، المعقودة في 12"
    " نيسان/أبريل 2018.",
}
AT_THE_31ST = {
    "es": "En su 31ª sesión, el Comité aprobó el programa siguiente:",
    "ru": "На своем 31-м заседании Комитет утвердил следующую повестку дня:",
    "zh": "委员会在第31次会议上通过了以下议程：",
    "ar": "وأقرت اللجنة في جلستها 31 جدول الأعمال التالي:",
}


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", text) for text in ENGLISH] + [("fr", text) for text in FRENCH],
)
def test_other_bodies_say_it_in_their_own_way(code: str, text: str) -> None:
    wanted = {"en": ENGLISH, "fr": FRENCH}[code][text]
    read = read_paragraph(text, (), "", context_in(code))
    assert read and read.facts == wanted
    assert read_paragraph(text, (), read.kind, context_in(code)) == read


@pytest.mark.parametrize("code", AT_THE_FIFTH)
def test_meetings_and_items_in_the_other_languages(code: str) -> None:
    read = read_paragraph(AT_THE_FIFTH[code], (), "opening", context_in(code))
    assert read and read.facts == (took((5,), ("wrecks",), 12),)
    read = read_paragraph(AT_THE_31ST[code], (), "agenda", context_in(code))
    assert read and read.facts == (Adopted("agenda", "c", 31),)


def test_a_group_that_was_spoken_for_is_left_to_be_looked_at() -> None:
    text = (
        "A statement was made by the representative of Egypt (on behalf of the Nile)."
    )
    read = read_paragraph(text, (), "statements", context_in("en"))
    assert read and read.facts == (spoke("EGY"),)
    assert read.rest == "(on behalf of the Nile)"


def test_categories_can_stand_in_points() -> None:
    points = (
        "Intergovernmental organizations: African Union and League of Arab States;",
        "Non-governmental organizations: Union of Pilots.",
    )
    text = "The following organizations were represented by observers:"
    read = read_paragraph(text, points, "attendance", context_in("en"))
    assert read and read.facts == (
        Attended("intergovernmental", (), ("African Union", "League of Arab States")),
        Attended("non_governmental", (), ("Union of Pilots",)),
    )


def test_names_can_stand_in_points() -> None:
    text = "The following States were represented at the session:"
    points = ("Austria;", "Bolivia (Plurinational State of);", "the Philippines.")
    read = read_paragraph(text, points, "attendance", context_in("en"))
    assert read and read.facts == (Attended("states", ("AUT", "BOL", "PHL")),)
