"""Words by which the parts of a published report are known, a row a language.

What a language's words.yaml has is not said again here. Words stand in lower case;
a word matches where a line's begins with it, so that endings do not matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Signs(NamedTuple):
    """What a language calls the parts of a report that have no label.

    `agendas` announce an agenda, `reports` stand in a title, `sessions` and `items`
    begin or end lines of the corner; `around` are the little words of dates.
    """

    agendas: tuple[str, ...]
    reports: tuple[str, ...]
    sessions: tuple[str, ...]
    items: tuple[str, ...]
    around: frozenset[str]


SIGNS: Mapping[str, Signs] = MappingProxyType(
    {
        "en": Signs(
            ("agenda",),
            ("report", "draft report"),
            ("session",),
            ("agenda item", "item", "items"),
            frozenset({"to", "and", "from", "of"}),
        ),
        "fr": Signs(
            ("ordre du jour", "ordres du jour"),
            ("rapport", "projet de rapport"),
            ("session",),
            ("point", "points"),
            frozenset({"du", "au", "et", "er", "le", "de"}),
        ),
        "es": Signs(
            ("programa", "orden del día"),
            ("informe", "proyecto de informe"),
            ("período de sesiones", "periodo de sesiones"),
            ("tema", "temas"),
            frozenset({"de", "del", "al", "a", "y"}),
        ),
        "ru": Signs(
            ("повестк",),
            ("доклад", "проект доклада"),
            ("сессия",),
            ("пункт", "пункты"),
            frozenset({"года", "г", "по", "и", "с"}),
        ),
        "zh": Signs(
            ("议程",),
            ("报告", "报告草稿"),
            ("届会议",),
            ("议程项目", "临时议程项目", "项目"),
            frozenset({"年", "月", "日", "至", "和"}),
        ),
        "ar": Signs(
            ("جدول الأعمال", "جدول أعمال"),
            ("تقرير", "مشروع تقرير", "مشروع التقرير"),
            ("الدورة",),
            ("البند", "البنود"),
            frozenset({"من", "إلى", "و", "في"}),
        ),
    }
)
