"""Sentences that nearly say when items were taken up, who chaired, what was adopted."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.recover.facts import (
    Adopted,
    Context,
    KnownBody,
    KnownItem,
    Person,
    Took,
)
from reportkit.recover.sentences import read_paragraph
from tests.recover.test_sentences_elsewhere import april, context_in, took

TAKEN_UP: dict[str, tuple[str, Took]] = {
    "The Committee considered agenda items 3 and 4 together at its 2nd and 3rd"
    " meetings.": ("en", took((2, 3), ("wrecks", "pilots"))),
    "At its 7th meeting, on 13 April, the Committee resumed its consideration of agenda"
    " item 3.": ("en", took((7,), ("wrecks",), 13)),
    "Agenda item 3 was considered by the Committee at its 3rd meeting, on 10 April.": (
        "en",
        took((3,), ("wrecks",), 10),
    ),
    "On 10 April, the Committee considered items 3 (a) and (b) and 4 at its 2nd"
    " meeting.": ("en", took((2,), ("wrecks", "pilots"), 10)),
    "À sa 7e séance, le 13 avril, le Comité a repris l’examen du point 3.": (
        "fr",
        took((7,), ("wrecks",), 13),
    ),
    "Le point 3 de l’ordre du jour a été examiné par le Comité à sa 3e séance, le 10"
    " avril.": ("fr", took((3,), ("wrecks",), 10)),
    "En su séptima sesión, celebrada el 13 de abril, el Comité reanudó su examen del"
    " tema 3 del programa.": ("es", took((7,), ("wrecks",), 13)),
    "El Comité examinó conjuntamente los temas 3 y 4 del programa en sus sesiones"
    " segunda y tercera.": ("es", took((2, 3), ("wrecks", "pilots"))),
    "На своем 7-м заседании 13 апреля Комитет возобновил рассмотрение пункта 3 повестки"
    " дня.": ("ru", took((7,), ("wrecks",), 13)),
    "Пункт 3 повестки дня был рассмотрен Комитетом на его 3-м заседании 10 апреля.": (
        "ru",
        took((3,), ("wrecks",), 10),
    ),
    "在4月13日第7次会议上，委员会恢复审议议程项目3。": (
        "zh",
        took((7,), ("wrecks",), 13),
    ),
    "委员会第2次和第3次会议一并审议了议程项目3和4。": (
        "zh",
        took((2, 3), ("wrecks", "pilots")),
    ),
    "في جلستها السابعة، المعقودة في 13 نيسان/أبريل، استأنفت اللجنة نظرها في البند 3 من"
    " جدول الأعمال.": ("ar", took((7,), ("wrecks",), 13)),
}
# What was planned, put off, shared out, said of an item, or done by others.
NOT_SURE = (
    ("en", "At its 3rd meeting, the Committee decided not to consider agenda item 3."),
    ("en", "At its 3rd meeting, the Committee agreed to consider item 3 on 12 April."),
    (
        "en",
        "At its 3rd meeting, on 10 April, the Committee considered a proposal to delete"
        " item 3 from its agenda.",
    ),
    (
        "en",
        "At its 2nd meeting, on 10 April, the Committee considered item 3, and at its"
        " 4th meeting, on 11 April, item 4.",
    ),
    (
        "en",
        "At its 4th and 5th meetings, on 10 and 11 April, the Committee considered"
        " items 3 and 4, respectively.",
    ),
    ("en", "At its 2nd meeting, the Bureau of the Committee considered agenda item 3."),
    ("en", "At the 2nd meeting of the Bureau, the Committee considered item 3."),
    (
        "en",
        "The Committee considered item 3 at its 4th meeting and, at the 2nd meeting of"
        " the Working Group of the Whole, on 12 April.",
    ),
    (
        "en",
        "The Committee discussed item 3 on 11 April, in the morning, and item 4 in the"
        " afternoon.",
    ),
    ("fr", "À sa 3e séance, le Comité a décidé d’examiner le point 3."),
    ("fr", "À sa 2e séance, le Bureau du Comité a examiné le point 3."),
    ("es", "En su tercera sesión, el Comité decidió examinar el tema 3."),
    ("es", "En su segunda sesión, la Mesa del Comité examinó el tema 3."),
    ("ru", "На своем 3-м заседании Комитет постановил рассмотреть пункт 3."),
    ("ru", "На своем 2-м заседании Бюро Комитета рассмотрело пункт 3 повестки дня."),
    ("zh", "在第3次会议上，委员会决定在第6次会议上审议议程项目3。"),
    ("zh", "在第2次会议上，委员会主席团审议了议程项目3。"),
    ("ar", "قررت اللجنة في جلستها الثالثة أن تنظر في البند 3."),
    ("ar", "نظر مكتب اللجنة في جلسته الثانية في البند 3 من جدول الأعمال."),
)
TWO = Context(
    "en",
    date(2018, 4, 9),
    date(2018, 4, 20),
    (
        KnownBody("a", "Working Group on Harbours", "Working Group"),
        KnownBody("b", "Working Group on Ships", "Working Group"),
    ),
    (
        KnownItem("wrecks", "Wrecks", {"a": "3"}),
        KnownItem("pilots", "Pilots", {"a": "4", "b": "2"}, True),
    ),
)
OF_ONE_OR_BOTH: dict[str, dict[str, tuple[int, ...]] | None] = {
    "At its 3rd meeting, on 12 April, the Working Group considered item 4.": None,
    "At their 3rd meeting, on 12 April, the working groups considered “Pilots”.": None,
    "At its 3rd meeting, held jointly with the Working Group on Ships, the Working"
    " Group on Harbours considered “Pilots”.": None,
    "At its 3rd meeting, on 12 April, the Working Group on Harbours considered item"
    " 4.": {"a": (3,)},
    "At the 3rd meeting of the Working Group on Harbours and the 1st meeting of the"
    " Working Group on Ships, on 12 April, the two working groups considered"
    " “Pilots”.": {"a": (3,), "b": (1,)},
    "At their joint meeting, on 12 April, the working groups considered “Pilots”.": {},
}


@pytest.mark.parametrize("text", TAKEN_UP)
def test_items_are_taken_up_in_many_words(text: str) -> None:
    code, wanted = TAKEN_UP[text]
    read = read_paragraph(text, (), "opening", context_in(code))
    assert read and read.facts == (wanted,)


def test_meetings_have_their_own_days() -> None:
    text = (
        "The Committee considered agenda item 3 at its 3rd and 4th meetings, held on 10"
        " April, and at its 8th meeting, on 13 April."
    )
    read = read_paragraph(text, (), "opening", context_in("en"))
    items = ("wrecks",)
    assert read and read.facts == (took((3, 4), items, 10), took((8,), items, 13))


def test_a_day_of_something_else_is_not_that_of_the_meeting() -> None:
    text = (
        "At its 3rd meeting, the Committee considered item 3, on which a note had been"
        " circulated on 9 April."
    )
    read = read_paragraph(text, (), "opening", context_in("en"))
    assert read and read.facts == (took((3,), ("wrecks",)),)


@pytest.mark.parametrize(("code", "text"), NOT_SURE)
def test_what_is_not_sure_is_no_fact(code: str, text: str) -> None:
    assert read_paragraph(text, (), "opening", context_in(code)) is None


@pytest.mark.parametrize("text", OF_ONE_OR_BOTH)
def test_a_number_is_of_the_body_that_sat(text: str) -> None:
    read = read_paragraph(text, (), "opening", TWO)
    wanted = OF_ONE_OR_BOTH[text]
    if wanted is None:
        assert read is None
    else:
        days = april(12)
        assert read and read.facts == (Took(wanted, days, ("pilots",)),)


def test_a_short_name_in_a_group_is_of_its_body() -> None:
    text = "At its 3rd meeting, on 12 April, the Working Group considered item 2."
    read = read_paragraph(text, (), "opening", TWO._replace(body="b"))
    assert read and read.facts == (Took({"b": (3,)}, april(12), ("pilots",)),)


NOT_THIS_AGENDA = (
    ("en", "At its 12th meeting, the Committee adopted the provisional agenda for its"
     " seventh session:"),
    ("en", "At its 2nd meeting, the Bureau of the Committee adopted the following"
     " agenda:"),
    ("fr", "À sa 12e séance, le Comité a adopté l’ordre du jour provisoire de sa"
     " septième session :"),
    ("es", "En su 12ª sesión, el Comité aprobó el programa provisional de su séptimo"
     " período de sesiones:"),
    ("ru", "На своем 12-м заседании Комитет утвердил предварительную повестку дня своей"
     " седьмой сессии:"),
    ("zh", "在第12次会议上，委员会通过了第七届会议临时议程如下："),
    ("ar", "في جلستها 12، أقرت اللجنة جدول الأعمال المؤقت لدورتها السابعة:"),
)  # fmt: skip
AS_CONTAINED = (
    ("en", "At its 1st meeting, on 9 April, the Committee adopted its agenda, as"
     " contained in document E/CN.55/2019/1, as follows:"),
    ("fr", "À sa 1re séance, le 9 avril, le Comité a adopté son ordre du jour, tel"
     " qu’il figure dans le document E/CN.55/2019/1, ainsi libellé :"),
    ("es", "En su primera sesión, celebrada el 9 de abril, el Comité aprobó su"
     " programa, que figuraba en el documento E/CN.55/2019/1, a saber:"),
    ("ru", "На своем 1-м заседании 9 апреля Комитет утвердил свою повестку дня,"
     " содержащуюся в документе E/CN.55/2019/1:"),
    ("zh", "在4月9日第1次会议上，委员会通过了E/CN.55/2019/1号文件所载议程如下："),
    ("ar", "في جلستها الأولى، المعقودة في 9 نيسان/أبريل، أقرت اللجنة جدول أعمالها"
     " الوارد في الوثيقة E/CN.55/2019/1 على النحو التالي:"),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text"), NOT_THIS_AGENDA)
def test_the_agenda_of_another_session_was_not_adopted_here(
    code: str, text: str
) -> None:
    assert read_paragraph(text, ("Wrecks.",), "agenda", context_in(code)) is None


@pytest.mark.parametrize(("code", "text"), AS_CONTAINED)
def test_an_agenda_may_be_in_a_document(code: str, text: str) -> None:
    read = read_paragraph(text, ("Wrecks.",), "agenda", context_in(code))
    assert read and read.facts == (Adopted("agenda", "c", 1, date(2018, 4, 9)),)


def person(name: str, state: str, role: str) -> Person:
    return Person(name, state, role)


ELECTED = (
    ("en", "At its 1st meeting, on 9 April, the Committee elected by acclamation Ana"
     " Perez (Uruguay) as Chair.", "Ana Perez"),
    ("en", "Ana Perez (Uruguay) was elected Chair by acclamation.", "Ana Perez"),
    ("fr", "À sa 1re séance, le Comité a élu par acclamation Ana Perez (Uruguay)"
     " Présidente.", "Ana Perez"),
    ("es", "El Comité eligió Presidenta por aclamación a Ana Perez (Uruguay).",
     "Ana Perez"),
    ("ru", "Председателем Комитета была избрана Ана Перес (Уругвай).", "Ана Перес"),
    ("zh", "在第1次会议上，委员会以鼓掌方式选举安娜·佩雷斯（乌拉圭）为主席。",
     "安娜·佩雷斯"),
    ("ar", "انتخبت اللجنة بالتزكية، في جلستها الأولى، آنا بيريز (أوروغواي) رئيسة.",
     "آنا بيريز"),
)  # fmt: skip
LISTED = {
    "en": ("The Committee elected the following officers by acclamation:", "Chair: {}",
           "Vice-Chairs: {}, {}", "Rapporteur: {}"),
    "fr": ("Le Comité a élu par acclamation les membres du Bureau suivants :",
           "Présidente : {}", "Vice-Présidents : {} et {}", "Rapporteur : {}"),
    "es": ("El Comité eligió a los siguientes miembros de la Mesa:", "Presidenta: {}",
           "Vicepresidentes: {} y {}", "Relator: {}"),
    "ru": ("Комитет избрал следующих должностных лиц:", "Председатель: {}",
           "Заместители Председателя: {}, {}", "Докладчик: {}"),
    "zh": ("委员会选出下列主席团成员：", "主席：{}", "副主席：{}、{}", "报告员：{}"),
    "ar": ("انتخبت اللجنة أعضاء المكتب التالين:", "الرئيسة: {}",
           "نائبا الرئيسة: {} و{}", "المقرر: {}"),
}  # fmt: skip
PEOPLE = {
    "ru": ("Ана Перес (Уругвай)", "Ян Новак (Польша)", "Ким Ли (Кения)", "То Ба (Чад)"),
    "zh": ("安娜（乌拉圭）", "扬·诺瓦克（波兰）", "金·李（肯尼亚）", "托·巴（乍得）"),
    "ar": (
        "آنا بيريز (أوروغواي)",
        "يان نوفاك (بولندا)",
        "كيم لي (كينيا)",
        "تو با (تشاد)",
    ),
}
LATIN = ("Ana Perez (Uruguay)", "Jan Novak ({pol})", "Kim Li (Kenya)", "To Ba ({tcd})")
NAMED_IN = {
    "en": {"pol": "Poland", "tcd": "Chad"},
    "fr": {"pol": "Pologne", "tcd": "Tchad"},
    "es": {"pol": "Polonia", "tcd": "Chad"},
}


@pytest.mark.parametrize(("code", "text", "name"), ELECTED)
def test_who_was_elected_holds_the_office(code: str, text: str, name: str) -> None:
    read = read_paragraph(text, (), "officers", context_in(code))
    assert read and read.facts == (person(name, "URY", "chair"),)


@pytest.mark.parametrize("code", LISTED)
def test_officers_can_stand_in_points(code: str) -> None:
    lead, *offices = LISTED[code]
    names = NAMED_IN.get(code, {})
    people = PEOPLE.get(code) or tuple(each.format(**names) for each in LATIN)
    given = iter(people)
    points = tuple(
        each.format(*(next(given) for _ in range(each.count("{}")))) for each in offices
    )
    read = read_paragraph(lead, points, "officers", context_in(code))
    assert read
    roles = [(fact.role, fact.state) for fact in read.facts if isinstance(fact, Person)]
    assert roles == [
        ("chair", "URY"),
        ("vice-chair", "POL"),
        ("vice-chair", "KEN"),
        ("rapporteur", "TCD"),
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The 3rd meeting was chaired by Ana Perez (Uruguay)."),
        ("en", "The session was opened by Ana Perez (Uruguay)."),
        ("en", "Ana Perez (Uruguay) was nominated as Chair."),
        ("en", "Ana Perez (Uruguay) was elected Chair of the drafting group."),
        ("ru", "Комитет избрал Председателем Ану Перес (Уругвай)."),
        ("zh", "第3次会议由安娜·佩雷斯（乌拉圭）担任主席。"),
    ],
)
def test_who_did_less_holds_no_office(code: str, text: str) -> None:
    assert read_paragraph(text, (), "officers", context_in(code)) is None


ON_ITS_SESSION = (
    ("en", "At its 9th meeting, on 13 April, the Committee adopted the report on its"
     " seventh session."),
    ("fr", "À sa 9e séance, le 13 avril, le Comité a adopté le rapport sur les travaux"
     " de sa septième session."),
    ("es", "En su novena sesión, celebrada el 13 de abril, el Comité aprobó el informe"
     " sobre su séptimo período de sesiones."),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text"), ON_ITS_SESSION)
def test_a_report_on_a_session_is_that_of_the_body(code: str, text: str) -> None:
    read = read_paragraph(text, (), "adoption", context_in(code))
    assert read and read.facts == (Adopted("report", "c", 9, date(2018, 4, 13)),)


def test_the_report_of_somebody_else_is_not() -> None:
    text = "On 13 April, the Committee adopted the report of the Expert Group."
    assert read_paragraph(text, (), "adoption", context_in("en")) is None
