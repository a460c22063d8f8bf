"""What tells of a presentation of the Secretariat, and what only sounds like it."""

from __future__ import annotations

import pytest

from reportkit.check.presenting import TELLINGS, presented_at
from reportkit.languages.table import CODES

TOLD = """\
en The Secretariat presented the tool.
en The Secretariat then briefly presented two maps.
en The Secretariat gave an oral and audiovisual presentation.
en The Secretariat made presentations.
en The representative of the Secretariat, in reply, introduced the draft.
en The debate was led by a representative of the Secretariat, who made a presentation.
fr Le Secrétariat a présenté la nouvelle version.
fr La représentante du Secrétariat a ensuite fait un bref exposé.
fr Le Secrétariat, à la demande du Président, a également présenté une carte.
fr Des représentants du Secrétariat ont fait des exposés.
fr Le débat a été animé par un représentant du Secrétariat, qui a fait un exposé.
es La Secretaría también presentó la nueva versión.
es Un representante de la Secretaría hizo una breve exposición.
es Dirigió el debate una representante de la Secretaría, que hizo una exposición.
ru Секретариат представил новую версию.
ru Секретариат также провел презентацию.
ru Представитель Секретариата выступил с кратким сообщением.
ru С сообщением выступила представитель Секретариата.
ar وقدَّمت الأمانة عرضاً إيضاحياً.
ar وقدم ممثل للأمانة إلى الفريق العامل عرضا.
ar وعرضت الأمانة النسخة الجديدة.
zh 秘书处介绍了新版本。
zh 秘书处代表就该项目作了专题介绍。
zh 秘书处的一名代表向工作组介绍了新版工具。
"""
NOT_TOLD = """\
en The background paper prepared by the Secretariat was welcomed.
en The draft presented by the Secretariat was welcomed.
en The paper of the Secretariat presented three options.
en Speakers noted that the Secretariat had presented it in 2016.
en The Secretariat made a statement on presentations.
en The secretariat of the network presented its work.
en It was asked whether the Secretariat presented such data.
en Information was given by the Secretariat. Speakers presented their views.
fr Le document d’information établi par le Secrétariat a présenté trois options.
fr Le projet présenté par le Secrétariat a été bien accueilli.
fr Le Secrétariat avait présenté cet outil en 2016.
fr Le Secrétariat n’a pas présenté de carte.
fr Le Secrétariat a expliqué le projet.
es El proyecto presentado por la Secretaría fue acogido con beneplácito.
es El documento de la Secretaría presentó tres opciones.
es La Secretaría había presentado la herramienta.
ru Документ, подготовленный Секретариатом, был одобрен.
ru Секретариат представил информацию о расходах.
ru Проект, который Секретариат представил, был одобрен.
ru Представитель Секретариата напомнил о расходах.
ar الورقة المقدَّمة من الأمانة.
ar وعرضتها الأمانة على الشاشة.
ar واستعرضت الأمانة التقدم المحرز.
ar وقدمت الأمانة معلومات عن التكاليف.
zh 秘书处编写的背景文件介绍了三种办法。
zh 秘书处提出的草案。
zh 秘书处解释说，费用不高。
"""


def cases(text: str) -> list[tuple[str, str]]:
    parted = (line.partition(" ") for line in text.splitlines())
    return [(language, sentence) for language, _, sentence in parted]


def test_every_language_has_its_phrases() -> None:
    assert set(TELLINGS) == set(CODES) == {code for code, _ in cases(TOLD + NOT_TOLD)}


@pytest.mark.parametrize(("language", "sentence"), cases(TOLD))
def test_a_presentation_is_told(language: str, sentence: str) -> None:
    assert presented_at(f"2016. {sentence}", language) >= len("2016. ")


@pytest.mark.parametrize(("language", "sentence"), cases(NOT_TOLD))
def test_what_is_no_presentation_is_passed_over(language: str, sentence: str) -> None:
    assert presented_at(sentence, language) == -1
