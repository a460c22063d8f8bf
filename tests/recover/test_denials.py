"""Sentences with the words of facts that say the contrary, and those that do not."""

from __future__ import annotations

import pytest

from reportkit.recover.sentences import READERS, read_paragraph
from tests.recover.test_sentences_elsewhere import context_in

# Negated, planned, excepted, of another session; those added to a list.
NO_FACTS = {
    "en": (
        "The Committee did not adopt its report at its 7th meeting, on 16 April.",
        "The Committee has not adopted its report at its 7th meeting, on 16 April.",
        "The Committee held no more than six meetings, from 9 to 13 April.",
        "In addition to its meetings, the Committee held two meetings on 9 April.",
        "The session should be chaired by Anna Nilsson (Sweden).",
        "The session will be chaired by Anna Nilsson (Sweden).",
        "The Committee agreed that the session be chaired by Anna Nilsson (Sweden).",
        "The following States parties were represented at the previous session: France"
        " and Spain.",
        "The following States were not represented at the session: France and Spain.",
        "All States were represented with the exception of the following: France and"
        " Spain.",
        "All States except the following were represented: France and Spain.",
        "Under agenda item 2, no statements were made by the representatives of France"
        " and Spain.",
        "At its 1st meeting, on 9 April, the Committee had not adopted the following"
        " agenda:",
        "In addition to Sweden and Finland, the following States were represented:"
        " Norway and Denmark.",
        "The following States, as well as Sweden, were represented: Norway and Fiji.",
        "As well as Sweden, the representatives of Norway and Fiji made statements on"
        " item 4.",
        "Together with Sweden, the following States were represented: Norway and Fiji.",
        "In addition to Sweden, statements were made by the representatives of Norway"
        " and Denmark under agenda item 2.",
    ),
    "fr": (
        "Le Comité n’a pas adopté son rapport à sa 7e séance, le 16 avril.",
        "La session devrait être présidée par Anna Nilsson (Suède).",
        "La session sera présidée par Anna Nilsson (Suède).",
        "Les États suivants étaient représentés à la réunion précédente : Espagne et"
        " France.",
        "Les États suivants n’étaient pas représentés à la session : Espagne et"
        " France.",
        "Tous les États étaient représentés, à l’exception des États suivants :"
        " Espagne et France.",
        "À sa 1re séance, le 9 avril, le Comité n’a pas adopté l’ordre du jour"
        " suivant :",
        "Le Comité n’a tenu que cinq séances, du 9 au 13 avril.",
        "Outre la Suède et la Finlande, les États suivants étaient représentés :"
        " Norvège et Danemark.",
        "Au titre du point 2, les représentants de l’Espagne et du Chili n’ont pas fait"
        " de déclarations.",
    ),
    "es": (
        "El Comité no aprobó su informe en su séptima sesión, celebrada el 16 de"
        " abril.",
        "La reunión debería estar presidida por Anna Nilsson (Suecia).",
        "La reunión será presidida por Anna Nilsson (Suecia).",
        "Los siguientes Estados estuvieron representados en la reunión anterior:"
        " España y Francia.",
        "Estuvieron representados todos los Estados, a excepción de los siguientes:"
        " España y Francia.",
        "En su primera sesión, celebrada el 9 de abril, el Comité no aprobó el"
        " siguiente programa:",
        "En relación con el tema 2 del programa, no formularon declaraciones los"
        " representantes de los siguientes Estados: España y Francia.",
        "Los siguientes Estados habían de estar representados en la reunión: España y"
        " Francia.",
        "Además de Suecia y Finlandia, estuvieron representados los siguientes"
        " Estados: Noruega y Dinamarca.",
    ),
    "ru": (
        "Комитет не утвердил доклад на своем 7-м заседании 16 апреля.",
        "На сессии не председательствовала Анна Нильссон (Швеция).",
        "На предыдущей сессии были представлены следующие государства: Франция и"
        " Испания.",
        "Были представлены все государства, за исключением следующих: Франция и"
        " Испания.",
        "На своем 1-м заседании 9 апреля Комитет не утвердил следующую повестку дня:",
        "По пункту 2 повестки дня с заявлениями не выступили представители следующих"
        " государств: Франции и Испании.",
        "Помимо Швеции и Финляндии, были представлены следующие государства: Норвегия"
        " и Дания.",
    ),
    "zh": (
        "委员会应当于4月9日至13日举行五次会议。",
        "委员会应当举行不超过六次会议。",
        "委员会在4月9日至13日举行了不超过六次会议。",
        "委员会决定于4月9日至13日举行五次会议。",
        "下列国家派代表出席了上届会议：法国和西班牙。",
        "除下列国家外，所有国家都派代表出席了会议：法国和西班牙。",
        "除瑞典和芬兰外，下列国家还派代表出席了会议：挪威和丹麦。",
        "委员会在4月9日第1次会议上没有通过以下议程：",
    ),
    "ar": (
        "لم تعتمد اللجنة تقريرها في جلستها السابعة المعقودة في 16 نيسان/أبريل.",
        "حضر الاجتماع السابق ممثلو الدول التالية: فرنسا وإسبانيا.",
        "حضر الاجتماع ممثلو جميع الدول باستثناء الدول التالية: فرنسا وإسبانيا.",
        "إضافة إلى السويد وفنلندا، حضر الاجتماع ممثلو الدول التالية: النرويج"
        " والدانمرك.",
        "لا بد أن تعتمد اللجنة تقريرها في جلستها السابعة في 16 نيسان/أبريل.",
    ),
}
# The same words where they deny nothing.
FACTS = {
    "en": (
        "Not later than on its 7th meeting, on 16 April, the Committee adopted its"
        " report.",
        "There being no objection, the Committee adopted its report at its 7th meeting,"
        " on 16 April.",
        "At its 7th meeting, on 16 April, the Committee adopted its report without a"
        " vote.",
        "At its 1st meeting, on 9 April 2018, as recommended by the Bureau, the"
        " Committee adopted the following agenda:",
        "The following non-governmental organizations attended the session: Harbour"
        " Watch and Union of Pilots.",
        "The following States not parties to the Treaty were represented by observers:"
        " Chad and Fiji.",
        "In addition to the States members of the Committee, the following States were"
        " represented: Chad and Fiji.",
        "The representatives of Austria, Chad and Peru made statements under item 4,"
        " on which no decision should be taken.",
        "The representatives of Austria and Chad, as well as Peru, made statements on"
        " item 4.",
        "At its last meeting, on 20 April, the Committee adopted its report.",
        "The Committee held five meetings, three of them together with the Bureau, from"
        " 9 to 13 April.",
    ),
    "fr": (
        "Aucune objection n’ayant été soulevée, le Comité a adopté son rapport à sa 7e"
        " séance, le 16 avril.",
        "À sa 7e séance, le 16 avril, le Comité a adopté son rapport sans le mettre aux"
        " voix.",
        "Les organisations non gouvernementales suivantes étaient représentées par des"
        " observateurs : Amis des phares, Mer libre et Union des pilotes.",
        "Les États suivants, qui ne sont ni parties au Traité ni signataires, étaient"
        " représentés : Fidji et Tchad.",
    ),
    "es": (
        "No obstante, el Comité aprobó su informe en su séptima sesión, celebrada el 16"
        " de abril.",
        "En su séptima sesión, celebrada el 16 de abril, el Comité aprobó su informe"
        " sin someterlo a votación.",
        "A propuesta de la Presidenta, el Comité aprobó el siguiente programa en su"
        " primera sesión, celebrada el 9 de abril:",
        "Estuvieron representadas las siguientes organizaciones no gubernamentales:"
        " Amigos de los Faros, Mar Libre y Unión de Pilotos.",
        "Estuvieron representados en la reunión los siguientes Estados: Chad y Fiji.",
    ),
    "ru": (
        "Не позднее 16 апреля, на своем 7-м заседании, Комитет утвердил свой доклад.",
        "На своем 7-м заседании 16 апреля Комитет утвердил доклад без голосования.",
        "На своем 1-м заседании 9 апреля Комитет без возражений утвердил следующую"
        " повестку дня:",
    ),
    "zh": (
        "委员会在4月16日第7次会议上未经表决通过了报告。",
        "下列非政府组织派代表出席了会议：灯塔协会和联合国开发计划署。",
        "在议程项目2下，不丹和法国的代表作了发言。",
        "应主席邀请，下列国家派代表出席了会议：法国和西班牙。",
    ),
    "ar": (
        "اعتمدت اللجنة تقريرها في جلستها السابعة المعقودة في 16 نيسان/أبريل دون تصويت.",
        "حضر الاجتماع ممثلو الدول التالية: فرنسا وإسبانيا.",
        "حضر الاجتماع ممثلو المنظمات غير الحكومية التالية: المنارة والميناء.",
    ),
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, own in NO_FACTS.items() for text in own]
)
def test_what_was_not_so_is_no_fact(code: str, text: str) -> None:
    for section in ("", *READERS):
        read = read_paragraph(text, (), section, context_in(code))
        assert read is None or not read.facts, section


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, own in FACTS.items() for text in own]
)
def test_words_that_deny_nothing_leave_the_facts(code: str, text: str) -> None:
    read = read_paragraph(text, (), "", context_in(code))
    assert read is not None and read.facts
