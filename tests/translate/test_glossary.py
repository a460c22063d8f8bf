"""A glossary: terms found in texts, terms out of TBX, entries into glossary.yaml."""

from __future__ import annotations

import pytest

from reportkit.model.fields import read_record
from reportkit.model.glossary import Glossary, Term
from reportkit.problems import Problem, format_problem
from reportkit.source.yaml_reader import read_yaml
from reportkit.translate.glossary import TermFinder
from reportkit.translate.glossary_entries import write_terms
from reportkit.translate.tbx import terms_from_tbx
from tests.sessions_in_text import ROOT

GLOSSARY = """\
# Ours.
terms:
  - id: basin
    en: {term: river basin*, forbidden: [watershed]}
    fr: {term: [bassin fluvial, bassin hydrographique], forbidden: [cours d'eau]}
    ru: {term: речн* бассейн*}
    zh: 流域
    ar: {term: "*حوض النهر"}
  - id: river
    en: river*
    ru: река
  - {id: colour, en: colo*r}
"""


def read(text: str) -> Glossary:
    """The glossary in a text; nothing may be wrong with it."""
    found: list[Problem] = []
    top, problems = read_yaml(text.encode(), "glossary.yaml")
    assert top is not None
    glossary: Glossary = read_record(Glossary, top, found.append)
    assert not problems and not found
    return glossary


def found_in(code: str, text: str) -> list[tuple[str, str]]:
    """The terms of a text, each with the words that say it."""
    found = TermFinder(read(GLOSSARY), code).find(text)
    return [(str(each.term.id), text[each.start : each.end]) for each in found]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        (
            "en",
            "River\nbasins and rivers.",
            [("basin", "River\nbasins"), ("river", "rivers")],
        ),
        (
            "en",
            "Colour, color; not colourful.",
            [("colour", "Colour"), ("colour", "color")],
        ),
        ("en", "A riverbed, but no rivulet", [("river", "riverbed")]),
        (
            "fr",
            "Du bassin\u00a0hydrographique.",
            [("basin", "bassin\u00a0hydrographique")],
        ),
        ("ru", "В речном бассейне. Реками.", [("basin", "речном бассейне")]),
        ("zh", "在流域内", [("basin", "流域")]),
        ("ar", "ولحوض النهر", [("basin", "ولحوض النهر")]),
        ("es", "La cuenca", []),
    ],
)
def test_terms_are_found_as_words(
    code: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert found_in(code, text) == found


def test_what_is_forbidden_is_found_with_either_apostrophe() -> None:
    finder = TermFinder(read(GLOSSARY), "fr")
    for text in ("Un cours d’eau", "Un cours d'eau"):
        assert [each.start for each in finder.find_forbidden(text)] == [3]
    assert finder.find_forbidden("Un cours de natation") == ()


TBX_2008 = """\
<martif type="TBX-Basic" xml:lang="en"><text><body>
  <termEntry id="c1">
    <langSet xml:lang="en-GB"><tig><term>mutual legal <hi>assistance</hi></term></tig>
    </langSet>
    <langSet xml:lang="fr">
      <tig><term>entraide judiciaire</term></tig>
      <ntig><termGrp><term>aide *légale*</term><termNote
        type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
    </langSet>
    <langSet xml:lang="de"><tig><term>Rechtshilfe</term></tig></langSet>
  </termEntry>
  <termEntry id="C 2"><langSet xml:lang="ru"><tig><term>суд</term></tig></langSet>
  </termEntry>
</body></text></martif>
"""
TBX_2019 = """\
<tbx type="TBX-Core" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
  <conceptEntry id="1"><langSec xml:lang="en">
    <termSec><term>court</term></termSec>
    <termSec><term>tribunal</term>
      <basic:administrativeStatus>supersededTerm-admn-sts</basic:administrativeStatus>
    </termSec></langSec></conceptEntry>
  <conceptEntry id="2"><langSec xml:lang="en">
    <termSec><term>court</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""


def entries(terms: tuple[Term, ...]) -> str:
    """The terms as they are written into an empty glossary.yaml."""
    data, problems = write_terms(b"", "glossary.yaml", terms)
    assert problems == ()
    return data.decode()


def test_a_tbx_file_of_the_first_edition() -> None:
    terms, problems = terms_from_tbx(TBX_2008.encode(), "terms.tbx")
    assert entries(terms) == (
        "terms:\n"
        "  - id: mutual-legal-assistance\n"
        "    en: mutual legal assistance\n"
        "    fr:\n"
        "      term: entraide judiciaire\n"
        "      forbidden: [aide légale]\n"
        "  - id: c-2\n"
        "    ru: суд\n"
    )
    assert [each.message for each in problems] == [
        "terms in other languages are left out: de"
    ]
    assert terms[1].place == ("terms.tbx", 12, 1)


def test_a_tbx_file_of_the_second_edition() -> None:
    terms, problems = terms_from_tbx(TBX_2019.encode(), "terms.tbx")
    assert entries(terms) == (
        "terms:\n"
        "  - id: court\n"
        "    en:\n"
        "      term: court\n"
        "      forbidden: [tribunal]\n"
        "  - id: court-2\n"
        "    en: court\n"
    )
    assert problems == ()


@pytest.mark.parametrize(
    ("data", "rule", "message"),
    [
        (b"<tmx/>", "", "<tmx> stands where a TBX file has <tbx> or <martif>"),
        (b"<tbx/>", "", "this file has no terms in any of the languages of reports"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><martif/>', "doctype", "DOCTYPE"),
        (b"<martif>", "not-xml", "not well-formed"),
        (b"\xff\xfe\x00", "encoding", ""),
        (b"<tbx>" * 200 + b"</tbx>" * 200, "limit-depth", "deep"),
    ],
)
def test_a_wrong_file_is_one_problem(data: bytes, rule: str, message: str) -> None:
    terms, problems = terms_from_tbx(data, "terms.tbx")
    assert terms == () and len(problems) == 1
    assert (problems[0].rule, problems[0].severity) == (rule, "error")
    assert message in problems[0].message and "\n" not in problems[0].message


def test_terms_are_added_at_the_end_and_known_ones_left() -> None:
    terms, _ = terms_from_tbx(TBX_2019.encode(), "terms.tbx")
    more = (*read("terms:\n  - {id: basin, en: other}\n").terms, *terms)
    data, problems = write_terms(GLOSSARY.encode(), "glossary.yaml", more)
    assert data.decode().startswith(GLOSSARY) and "- id: court-2" in data.decode()
    ids = [str(term.id) for term in read(data.decode()).terms]
    assert ids == ["basin", "river", "colour", "court", "court-2"]
    assert [each.message for each in problems] == ["`basin` is in the glossary already"]
    assert write_terms(data, "glossary.yaml", terms)[0] == data


def test_a_broken_glossary_is_left_alone() -> None:
    terms, _ = terms_from_tbx(TBX_2019.encode(), "terms.tbx")
    data, problems = write_terms(b"terms: [\n", "glossary.yaml", terms)
    assert data == b"terms: [\n"
    assert format_problem(problems[0]).startswith("glossary.yaml:2:1: error: ")


def test_the_sample_has_its_terms_in_six_languages() -> None:
    terms = read((ROOT / "sessions" / "glossary.yaml").read_text("utf-8")).terms
    assert len(terms) == 10
    assert all(
        set(term.forms) == {"en", "fr", "es", "ru", "zh", "ar"} for term in terms
    )
