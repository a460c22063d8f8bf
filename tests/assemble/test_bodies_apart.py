"""Bodies of different kinds that met jointly: named, where no plural is of both."""

from __future__ import annotations

import pytest

from tests.sessions_in_text import body_of

NAMES = """\
--- names.yaml
bodies:
  group:
    en: {name: Group on Rivers, short: Group, plural: Groups, article: the}
    fr: {name: Groupe du Rhin, short: Groupe, plural: groupes, article: le, gender: m}
    es: {name: Grupo de Ríos, short: Grupo, plural: Grupos, article: el, gender: m}
    ru:
      name: Группа по рекам
      short: Группа
      plural: группы
      gender: f
      forms: {gen: Группы по рекам, ins: Группой по рекам}
    zh: {name: 河流工作组, short: 工作组, plural: 工作组}
    ar: {name: فريق الأنهار, short: الفريق, plural: الأفرقة, gender: m}
  panel:
    en: {name: Board of Lakes, short: Board, plural: Boards, article: the}
    fr: {name: Comité des lacs, short: Comité, plural: comités, article: le, gender: m}
    es: {name: Comité de Lagos, short: Comité, plural: Comités, article: el, gender: m}
    ru:
      name: Комитет по озерам
      short: Комитет
      plural: комитеты
      gender: m
      forms: {gen: Комитета по озерам, ins: Комитетом по озерам}
    zh: {name: 湖泊委员会, short: 委员会, plural: 委员会}
    ar: {name: لجنة البحيرات, short: اللجنة, plural: اللجان, gender: f}
places:
  vienna:
    en: {name: Vienna, in: in Vienna}
    fr: {name: Vienne, in: à Vienne}
    es: {name: Viena, in: en Viena}
    ru: {name: Вена, in: в Вене}
    zh: {name: 维也纳, in: 在维也纳}
    ar: {name: فيينا, in: في فيينا}
persons: {lind: {state: SWE, gender: m, name: Lars Lind, ru: L, zh: L, ar: L}}
"""
SESSION = (
    NAMES
    + """\
--- session.yaml
original: en
written_in: en
place: vienna
bodies:
  group: {from: 2017-10-09, to: 2017-10-13}
  panel: {from: 2017-10-09, to: 2017-10-13}
meetings:
  m1: {of: {group: 1, panel: 1}, on: 2017-10-10, part: morning, items: [rivers]}
  m2: {of: {group: 2, panel: 2}, on: 2017-10-10, items: [tides]}
officers: [{role: chair, person: lind}]
adopted: {at: m2}
documents: {final: {kind: report}}
--- agenda.yaml
items:
  - {id: rivers, number: {group: 1, panel: 1}}
  - {id: tides, number: {group: 2, panel: 2}}
--- en/titles.yaml
titles: {rivers: Rivers, tides: Tides}
--- en/deliberations/a.yaml
item: rivers
passages: [Said.]
--- en/deliberations/b.yaml
item: tides
passages: [Said.]
"""
)
# A place of the name alone, and of the name after the words "the meetings of".
BOTH = {
    "en": ("the Group on Rivers and the Board of Lakes",) * 2,
    "fr": (
        "le Groupe du Rhin et le Comité des lacs",
        "du Groupe du Rhin et du Comité des lacs",
    ),
    "es": (
        "el Grupo de Ríos y el Comité de Lagos",
        "del Grupo de Ríos y del Comité de Lagos",
    ),
    "ru": (
        "Группа по рекам и Комитет по озерам",
        "Группы по рекам и Комитета по озерам",
    ),
    "zh": ("河流工作组和湖泊委员会",) * 2,
    "ar": ("فريق الأنهار ولجنة البحيرات",) * 2,
}


def joint_paragraphs(text: str, code: str) -> list[str]:
    """Both openings, the chair and the adoption, in small letters."""
    lines = body_of(text, code).lower().splitlines()
    numbered = [line for line in lines if line[:1].isdecimal() or line[:1] in "١٢٣"]
    return [numbered[0], numbered[2], numbered[6], numbered[-1]]


@pytest.mark.parametrize("code", BOTH)
def test_bodies_without_a_plural_of_both_are_named(code: str) -> None:
    alone, of = BOTH[code]
    told = joint_paragraphs(SESSION, code)
    assert all(alone.lower() in line for line in (told[0], told[1], told[3])), told
    assert of.lower() in told[2], told


def test_bodies_without_any_plural_are_named() -> None:
    bare = SESSION.replace("plural: Groups, ", "").replace("plural: Boards, ", "")
    bare = bare.replace("short: Board", "short: Group")
    told = joint_paragraphs(bare, "en")
    assert all("the group on rivers and the board of lakes" in line for line in told)


def test_bodies_of_one_kind_have_their_plural() -> None:
    alike = SESSION.replace("plural: Boards", "plural: Groups")
    told = joint_paragraphs(alike, "en")
    assert "the meetings of the two groups were chaired" in told[2]
    assert all("the groups" in line for line in (told[0], told[1], told[3]))
