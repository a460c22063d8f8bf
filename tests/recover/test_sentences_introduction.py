"""The days of each body and the items they took up jointly, in an introduction."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.recover.facts import Held, Took
from reportkit.recover.sentences import read_paragraph
from tests.recover.facts_behind import context_of
from tests.six.samples import sample

INTRODUCTIONS = {
    "en": "The {one} and the {other} held meetings from 9 to 13 October and from 10 to"
    " 13"
    " October 2017, respectively, but jointly considered the item entitled “{item}”.",
    "es": "El {one} y el {other} celebraron reuniones del 9 al 13 de octubre y del 10"
    " al"
    " 13 de octubre de 2017, respectivamente, pero examinaron conjuntamente el tema"
    " titulado “{item}”.",
    "ru": "{one} и {other} провели совещания 9–13 октября и 10–13 октября 2017 года, но"
    " совместно рассмотрели пункт повестки дня, озаглавленный «{item}».",
    "zh": "{one}和{other}分别于2017年10月9日至13日和10月10日至13日举行了会议，"
    "但联合审议了题为"
    "“{item}”的议程项目。",
    "ar": "عقد {one} و{other} اجتماعات من 9 إلى 13 تشرين الأول/أكتوبر ومن 10 إلى 13"
    " تشرين"
    " الأول/أكتوبر 2017، ولكنهما نظرا معاً في البند المعنون ”{item}“.",
}


@pytest.mark.parametrize("code", INTRODUCTIONS)
def test_each_body_has_its_own_days(code: str) -> None:
    context = context_of(sample("ctoc-wg-2017").wordings[code])
    one, other = (body.name for body in context.bodies)
    titles = {item.id: item.title for item in context.items}
    said = INTRODUCTIONS[code].format(one=one, other=other, item=titles["other"])
    read = read_paragraph(said, (), "introduction", context)
    assert read and read.facts == (
        Held("wg3", 0, date(2017, 10, 9), date(2017, 10, 13)),
        Held("wg2", 0, date(2017, 10, 10), date(2017, 10, 13)),
        Took({}, (), ("other",)),
    )
