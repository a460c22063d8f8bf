"""The title of an item, as the opening of its summary quotes it."""

from __future__ import annotations

import pytest
import yaml

from reportkit.assemble.sentences import read_sentences
from reportkit.recover.entitled import entitled
from reportkit.recover.terms import Terms
from tests.recover.imported import differing, imported
from tests.recover.test_import_by_hand import REPORT
from tests.sessions_in_text import ROOT, outlines, words_of

TITLE, OTHER = "### Gauges on shared rivers", "### Gauges and other matters"
OPENINGS = {
    "en": "At its 3rd meeting, the Group considered agenda item 2, entitled “Policy”.",
    "fr": "À sa 3^e^ séance, le Groupe a examiné le point 2 de l’ordre du jour,"
    " intitulé «\u00a0Policy\u00a0».",
    "es": "En su tercera sesión, el Grupo examinó el tema 2 del programa, titulado"
    " “Policy”.",
    "ru": "На своем 3-м заседании Группа рассмотрела пункт 2 повестки дня,"
    " озаглавленный «Policy».",
    "zh": "工作组在第3次会议上审议了题为“Policy”的议程项目2。",
    "ar": "نظر الفريق في جلسته الثالثة في البند 2 من جدول الأعمال، المعنون «Policy».",
}


def terms_of(code: str) -> Terms:
    path = ROOT / "templates" / code / "sentences.yaml"
    words = words_of(code)
    sentences, _ = read_sentences(path.read_bytes(), path.name, words)
    return Terms(words, sentences, outlines())


@pytest.mark.parametrize("code", OPENINGS)
def test_an_opening_quotes_the_title_of_its_item(code: str) -> None:
    said, terms = OPENINGS[code], terms_of(code)
    assert entitled("", said, terms) == "Policy"
    assert entitled("2", said, terms) == "Policy"
    assert not entitled("5", said, terms)
    assert not entitled("", said.replace("2", "…"), terms)


def test_the_heading_of_a_summary_is_its_own_beside_the_title() -> None:
    got = imported(REPORT.replace(TITLE, OTHER), "en")
    titles = yaml.safe_load(got.files["en/titles.yaml"])["titles"]
    assert list(titles.values()) == ["Gauges on shared rivers"]
    assert differing(got) == ([], [])
    words = yaml.safe_load(got.files["en/deliberations/gauges-shared-rivers.yaml"])
    assert words["title"]["text"] == OTHER.removeprefix("### ")


def test_a_paragraph_that_only_quotes_gives_no_title() -> None:
    said = "The Chair drew attention to agenda item 2, entitled “Policy”."
    assert not entitled("", said, terms_of("en"))
