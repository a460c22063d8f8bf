"""XLIFF 1.2 and 2.1: what goes out comes back, and is what the standards ask for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from reportkit.languages.table import CODES
from reportkit.translate.placeholders import parts_of
from reportkit.translate.units import GRADES, TYPOGRAPHIC, Bundle, Return, Unit
from reportkit.translate.xliff21 import export_xliff21
from tests.translate.bundles import FRENCH, one_unit, texts, translations
from tests.translate.xliff_forms import FORMS, Form

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas" / "xliff"


@cache
def schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name)))


def back(form: Form, bundle: Bundle) -> Return:
    result, problems = form.read(form.export(bundle), "back.xlf")
    assert problems == ()
    assert result is not None
    return result


@FORMS
def test_a_small_file(form: Form, file_regression: FileRegressionFixture) -> None:
    file_regression.check(
        form.export(FRENCH).decode(), encoding="utf-8", extension=".xlf"
    )


@FORMS
def test_the_same_bundle_has_the_same_bytes(form: Form) -> None:
    assert form.export(FRENCH) == form.export(FRENCH)


@FORMS
def test_a_bundle_comes_back(form: Form) -> None:
    found = back(form, FRENCH)
    assert found[:3] == ("ctoc-wg-2017", "en", "fr")
    sent = [unit for unit in FRENCH.units if not unit.locked]
    assert [(each.id, each.source, each.target) for each in found.units] == [
        (unit.id, unit.source, unit.target) for unit in sent
    ]
    lines = form.export(FRENCH).decode().splitlines()
    assert all(each.id in lines[each.line - 1] for each in found.units)


REST = {"before": "", "grade": "", "state": "draft", "languages": ("en", "fr")}


@FORMS
@example(source="One.\nTwo. Three.", target="Un.\nDeux. Trois.", **REST)
@example(source="^*10^e^*{{", target="^*^rd^", **REST)
@given(
    source=texts(),
    target=st.just("") | translations(),
    before=texts(),
    grade=st.sampled_from(("", *GRADES)),
    state=st.sampled_from(("draft", "reviewed", "approved")),
    languages=st.tuples(st.sampled_from(CODES), st.sampled_from(CODES)),
)
def test_any_text_comes_back(
    form: Form,
    source: str,
    target: str,
    before: str,
    grade: str,
    state: str,
    languages: tuple[str, str],
) -> None:
    unit = Unit("a1.intro", source, target)
    if target:
        unit = unit._replace(state=state, grade=grade, before=before if grade else "")
    (found,) = back(form, one_unit(unit, *languages)).units
    assert parts_of(found.source) == parts_of(source)
    assert parts_of(found.target) == parts_of(target)
    assert found.state == (unit.state if grade in ("", TYPOGRAPHIC) else "")


@FORMS
@pytest.mark.skipif(not SCHEMAS.exists(), reason="the schemas are not here")
@given(source=texts(), target=texts(), grade=st.sampled_from(("", *GRADES)))
def test_any_file_is_valid(form: Form, source: str, target: str, grade: str) -> None:
    state = "approved" if target else ""
    unit = Unit("intro", source, target, state, grade, target, "1", "<A & B>")
    locked = Unit("locked", source, locked=True)
    bundle = Bundle("s", "en", "ar", (*FRENCH.units, unit, locked))
    tree = etree.fromstring(form.export(bundle))
    for name in form.schemas:
        assert schema(name).validate(tree), schema(name).error_log


@FORMS
def test_a_lone_brace_comes_back(form: Form) -> None:
    """A brace that is never closed is an author's mistake, which check tells."""
    unit = Unit("intro", "a { b", "x { y", "draft")
    (found,) = back(form, one_unit(unit)).units
    assert (found.source, found.target) == (unit.source, unit.target)


@FORMS
def test_ids_that_come_twice_both_come_back(form: Form) -> None:
    units = (
        Unit("intro", "One.", "Un.", "draft"),
        Unit("intro", "Two.", "Deux.", "draft"),
    )
    found = back(form, Bundle("s", "en", "fr", units)).units
    assert [each.target for each in found] == ["Un.", "Deux."]


def test_a_stale_sentence_goes_with_what_it_was_made_from() -> None:
    unit = Unit("a", "Old. New.", "Vieux. Ancien.", "draft", "substantive", "Old. Was.")
    matches = etree.fromstring(export_xliff21(one_unit(unit))).findall(".//{*}match")
    texts = [[part.text for part in match] for match in matches]
    assert texts == [["Old.", "Vieux."], ["Was.", "Ancien."]]


def test_arabic_says_its_direction() -> None:
    root = etree.fromstring(export_xliff21(one_unit(Unit("a", "One."), target="ar")))
    assert (root[0].get("srcDir"), root[0].get("trgDir")) == ("ltr", "rtl")
    assert root.get("trgLang") == "ar-SA"
