"""Words by which the parts of a published report are known, a row a language.

The words that a report of ours prints are in templates/; here are those that others
print, and those that announce what follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Signs(NamedTuple):
    """What a language calls the parts of a report, in regular expressions.

    `agenda` announces an agenda; `session` is a line of the corner such as "Fourth
    session"; `item` one such as "Item 3 of the provisional agenda"; `subtitle` a
    line under the title; `annex` begins an annex; `contents` heads its table;
    `original` is the masthead's line on the language that a text was written in;
    `recycle` is what is asked at the foot of page one; `page` stands before a folio;
    `and_` joins two words; `raised` is set above the line, after a figure or an n.
    """

    agenda: str
    session: str
    item: str
    subtitle: str
    annex: str
    contents: str
    original: str
    recycle: str
    page: str
    and_: str
    raised: tuple[str, ...] = ()


SIGNS: Mapping[str, Signs] = MappingProxyType(
    {
        "en": Signs(
            r"\bagendas?\b|programme of work",
            r".*\b(?:session|meeting|part)",
            r"(?:Agenda )?items? \d.*|Item \d.*",
            r"Addendum|Corrigendum|Revision|Note by .*|Rapporteur: .*",
            r"(?:Annex|Appendix|Enclosure)(?:es)?",
            r"(?:Table of )?[Cc]ontents",
            r"Original\s?:\s?[\w ,/]+",
            r"Please recycle.*",
            r"[Pp]age",
            "and|or|to",
        ),
        "fr": Signs(
            r"ordres? du jour|programme de travail",
            r".*\b(?:session|réunion|partie)",
            r"[Pp]oints? \d.*",
            r"Additif|Rectificatif|Révision|Note d.*|Rapporteu[rs]e? ?: .*",
            r"(?:Annexe|Appendice)s?",
            r"Table des matières|Sommaire",
            r"Original\s?:\s?[\w ,/]+",
            r"Merci de recycler.*",
            r"[Pp]age",
            "et|ou|à",
            (r"\d\s?(re|er|e)\b(?!\))", r"[nN](?<=\b\w)\s?(os?)(?=\s\d)"),
        ),
        "es": Signs(
            r"\bprogramas?\b|orden del día",
            r".*\b(?:período de sesiones|reunión|sesión)",
            r"[Tt]emas? \d.*",
            r"Adición|Corrección|Revisión|Nota d.*|Relator[ae]?: .*",
            r"(?:Anexo|Apéndice)s?",
            r"Índice|Sumario",
            r"Original\s?:\s?[\w ,/]+",
            r"Se ruega reciclar.*",
            r"[Pp]ágina",
            "y|e|o|u|a",
        ),
        "ru": Signs(
            r"повестк\w+ дня|программ\w+ работы",
            r".*\b(?:сессия|совещание|часть)",
            r"[Пп]ункты? \d.*",
            r"Добавление|Исправление|Пересмотр|Записка .*|Докладчик: .*",
            r"Приложени[ея]",
            r"Содержание",
            r"(?:Original|Язык оригинала|Подлинный текст)\s?:\s?[\w ,/]+",
            r"Просьба отправить на вторичную переработку.*",
            r"[Сс]тр\.",
            "и|или|до",
        ),
        "zh": Signs(
            r"议程|工作安排",
            r"第.{1,6}(?:届会议|次会议|期会议)",
            r"(?:临时)?议程\*? ?项目.*",
            r"增编|更正|订正|.*的说明|报告员[：:].*",
            r"附件|附录",
            r"目录",
            r"(?:Original|原文)[：:]\s?[\w ,/]+",
            r"请回收.*",
            r"页",
            "和|或|至",
        ),
        "ar": Signs(
            r"جدول الأعمال|جدول أعمال\w*|جدولي أعمال\w*|جدول األعمال",
            r"(?:الدورة|الاجتماع|الجلسة) .*",
            r"(?:البند|البنود) .*",
            r"إضافة|تصويب|تنقيح|مذك.?ِ?رة من .*|المقر.?ر: .*",
            r"المرفق(?:ات)?|التذييل",
            r"المحتويات",
            r"(?:Original|الأصل)\s?:\s?[\w ,/]+",
            r"الرجاء إعادة .*",
            r"[Pp]age|الصفحة",
            "و|أو|إلى",
        ),
    }
)

# What a masthead calls the languages, its own and in English.
NAMES_OF_LANGUAGES = (
    *("English", "French", "Spanish", "Russian", "Chinese", "Arabic"),
    *("Français", "Español", "Русский", "中文", "عربي", "العربية"),
    *("Anglais", "Inglés", "Francés"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
