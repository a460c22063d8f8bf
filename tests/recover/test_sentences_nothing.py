"""Sentences with the words of facts in them that say none of these meetings."""

from __future__ import annotations

import pytest

from reportkit.recover.sentences import READERS, read_paragraph
from tests.recover.test_sentences_elsewhere import context_in

NOTHING = (
    "Speakers from Algeria, Brazil and China made statements of support for pilots.",
    "Several speakers noted that statements were made by witnesses under item 3.",
    "A statement was made by the representative of the host country.",
    "In 2016, statements were made by the representatives of Brazil and Chile.",
    "Statements were made on 3 May 2016 by the representatives of Brazil and Chile.",
    "The Committee adopted its previous report at its 5th meeting, on 21 October 2016.",
    "The Committee held its seventh session in Vienna from 6 to 10 October 2014.",
    "The Bureau held two meetings, from 9 to 10 April.",
    "The side event was chaired by David Kendall (Canada).",
    "At the side event, held on 10 April, experts discussed item 4 of the road map.",
    "It was recalled that the Committee had considered item 3 at its 2nd meeting.",
    "The Secretariat was invited to prepare presentations under item 3.",
    "Three panellists, from Brazil, France and Kenya, made presentations under item 3.",
    "The treaty had been ratified by the following States: Algeria, Brazil and Chile.",
    "The workshop brought together experts from Algeria, Brazil and Chile, and the"
    " networks were also represented.",
    "The following topics were proposed for the agenda of the next meeting:",
    "The Committee may wish to adopt the following agenda for its next session.",
    "Many speakers said that the report should be adopted by consensus.",
    "Norway was in a position to support the draft, as orally amended.",
)
RIEN = (
    "Le Président a fait une déclaration liminaire.",
    "Des réseaux de pilotes y étaient également représentés.",
    "La réunion avait réuni des experts des pays suivants: Algérie, Brésil et Chili.",
    "En 2016, les représentants du Brésil et du Chili ont fait des déclarations.",
    "Il a tenu sa neuvième réunion à Vienne, du 17 au 19 octobre 2016.",
    "Le Comité avait examiné le point 3 à sa 2^e^ séance.",
    "Plusieurs intervenants ont examiné les recommandations suivantes du Secrétariat.",
    "Le Secrétariat a présenté la nouvelle version du registre au titre du point 3.",
    "Le rapport devrait être adopté par consensus, ont noté les représentants.",
    "La manifestation parallèle était présidée par David Kendall (Canada).",
)


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", text) for text in NOTHING] + [("fr", text) for text in RIEN],
)
def test_no_fact_is_invented(code: str, text: str) -> None:
    for section in ("", *READERS):
        assert read_paragraph(text, (), section, context_in(code)) is None, section


def test_who_was_absent_did_not_attend() -> None:
    text = "The following States were not represented: Chad, Fiji and Peru."
    found = read_paragraph(text, (), "attendance", context_in("en"))
    assert found is None or not found.facts
