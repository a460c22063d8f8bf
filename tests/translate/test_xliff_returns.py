"""XLIFF as it comes back: what tools do to it, and files that are none."""

from __future__ import annotations

import os
import random
import xml.etree.ElementTree as ET

import pytest

from reportkit.problems import Problem
from reportkit.translate.units import Bundle, Returned, Unit
from reportkit.translate.xliff12 import export_xliff12, read_xliff12
from reportkit.translate.xliff21 import export_xliff21, read_xliff21
from reportkit.translate.xml_guard import LARGEST
from tests.translate.bundles import FRENCH, OPENING, one_unit
from tests.translate.xliff_forms import FORMS, ONE, TWO, Form

COUNT = int(os.environ.get("REPORTKIT_MUTATIONS", "500"))
SEED = 20_171_013
NS = {1: "urn:oasis:names:tc:xliff:document:1.2"}
NS[2] = "urn:oasis:names:tc:xliff:document:2.0"


def in_12(inner: str, unit: str = "") -> bytes:
    """A file of one trans-unit, whose source may be left out."""
    source = "" if "<source" in inner else "<source>One *big* thing.</source>"
    return (
        f'<xliff xmlns="{NS[1]}" version="1.2" xmlns:t="urn:tool"><file original="s/d" '
        'source-language="en-GB" target-language="fr-CA"><body>\n'
        f'<trans-unit id="a" {unit}>{source}{inner}</trans-unit></body></file></xliff>'
    ).encode()


def in_21(inner: str, unit: str = "") -> bytes:
    """A file of one unit."""
    return (
        f'<xliff xmlns="{NS[2]}" version="2.1" srcLang="en" trgLang="fr"><file id="f"'
        f' original="s/d">\n<unit id="a" {unit}>{inner}</unit></file></xliff>'
    ).encode()


def read_one(form: Form, data: bytes) -> tuple[Returned, tuple[Problem, ...]]:
    result, problems = form.read(data, "a.xlf")
    assert result is not None
    (unit,) = result.units
    return unit, problems


SEGMENTED = (
    '<source>One. <x id="1" equiv-text="{ref: r}"/> two.</source><seg-source>'
    '<mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">'
    '<x id="1" equiv-text="{ref: r}"/> two.</mrk></seg-source>'
)
SOURCE = (
    '<source>A <g id="1" ctype="italic">b</g> '
    '<x id="2" equiv-text="{ref: r}"/></source>'
)
# What tools make of a target, and the text that it is.
TARGETS_12 = (
    (SOURCE, '<g id="1">c</g> <x id="2"/>', "*c* {ref: r}"),
    (SOURCE, '<t:y/>c <x id="2" t:z="1" equiv-text="tag"/>', "{?}c {ref: r}"),
    (SOURCE, '<x id="9"/> and <g id="8">d</g>', "{?} and {?}d"),
    (SOURCE, '<x id="9" equiv-text="{note: n}"/>', "{note: n}"),
    (SOURCE, '<bx id="1" rid="1"/>c<ex id="3" rid="1"/><ph id="2">x</ph>',
     "*c*{ref: r}"),
    (SOURCE, '<bpt id="1">*</bpt>c<ept id="1">*</ept>', "*c*"),
    (SOURCE, "<bx id='1'/>c", "{?}c"),
    (SOURCE, "c<ex id='1'/>", "c{?}"),
    (SOURCE, '<g id="1"> c <g id="1">d</g></g>e', " *c d*e"),
    (SOURCE, '<g id="1"><g id="3" ctype="x-superscript">e</g></g>', "*^e^*"),
    (SOURCE, "{ref: r} *c*", "{{ref: r} {*}c{*}"),
    (SOURCE, "<!-- no -->c<?pi d?>e<![CDATA[ <f>]]>", "ce <f>"),
    (SEGMENTED, '<mrk mtype="seg" mid="1">Un.</mrk>'
     '<mrk mtype="seg" mid="2">Deux.</mrk>', "Un. Deux."),
    (SEGMENTED, '\n  <mrk mtype="seg" mid="1">Un.</mrk>\n  <mrk mid="2" mtype="seg">'
     "Deux.</mrk>\n ", "Un. Deux."),
    (SEGMENTED, '<mrk mtype="seg">Un</mrk> <mrk mtype="seg">et</mrk>', "Un et"),
    (SEGMENTED, '<mrk mtype="seg" mid="1">U</mrk><mrk mtype="seg" mid="1a">n.</mrk>',
     "Un."),
    (SEGMENTED, '<mrk mtype="seg" mid="2">Deux.</mrk> <mrk mtype="seg" mid="1">Un'
     '<mrk mtype="protected">e</mrk>.</mrk>', "Deux. Une."),
    (SEGMENTED, "Un. Deux.", "Un. Deux."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "target", "text"), TARGETS_12)
def test_targets_of_1_2(source: str, target: str, text: str) -> None:
    target = (
        '<target t:y="1" state="translated" state-qualifier="leveraged-tm">'
        f"{target}</target><alt-trans><target>No.</target></alt-trans><t:more>z</t:more>"
    )
    unit, problems = read_one(ONE, in_12(source + target, 't:x="1"'))
    assert (unit.target, unit.state) == (text, "draft")
    assert [each.rule for each in problems] == (["marks"] if text == " *c d*e" else [])


DATA = '<originalData><data id="d">{ref: r}</data></originalData>'
TARGETS_21 = (
    ('<segment state="final"><source>A <ph id="1" dataRef="d"/></source><target>'
     '<ph id="1"/> b<cp hex="0041"/></target></segment>', "{ref: r} bA"),
    ('<segment state="final"><source>A</source><target><ph id="7"/>b<cp hex="zz"/>'
     "</target></segment>", "{?}b{?}"),
    ('<segment state="final"><source>A</source><target><sc id="1" subType="xlf:i"/>b'
     '</target></segment><segment state="final"><source>C</source><target> d<ec '
     'startRef="1"/></target></segment>', "*b d*"),
    ('<segment state="final"><source>A.</source><target order="3">b.</target>'
     "</segment><ignorable><source> </source></ignorable><segment state='final'>"
     '<source>C.</source><target order="1">d.</target></segment>', "d. b."),
    ('<segment state="final"><source>A.</source><target>B.</target></segment><segment '
     'state="final"><source>C.</source><target><mrk id="m">D</mrk>.</target></segment>',
     "B. D."),
)  # fmt: skip


@pytest.mark.parametrize(("inner", "text"), TARGETS_21)
def test_targets_of_2_1(inner: str, text: str) -> None:
    unit, problems = read_one(TWO, in_21(DATA + inner))
    assert (unit.target, unit.state, problems) == (text, "approved", ())


STATES_12 = (
    ("", 'state="translated"', "draft"),
    ('approved="yes"', "", "approved"),
    ('approved="yes"', 'state="final"', "approved"),
    ('approved="no"', 'state="final"', "reviewed"),
    ("", 'state="signed-off"', "reviewed"),
    ("", 'state="needs-review-translation"', ""),
    ("", 'state="needs-translation"', ""),
    ("", 'state="x-mine"', ""),
    ("", "", ""),
)


@pytest.mark.parametrize(("unit", "target", "state"), STATES_12)
def test_states_of_1_2(unit: str, target: str, state: str) -> None:
    found, _ = read_one(ONE, in_12(f"<target {target}>Un.</target>", unit))
    assert (found.target, found.state) == ("Un.", state)


def test_the_state_of_2_1_is_the_lowest_of_its_segments() -> None:
    states = ("final", "translated", "reviewed")
    inner = "".join(
        f'<segment state="{each}"><source>A.</source><target>B.</target></segment>'
        for each in states
    )
    assert read_one(TWO, in_21(inner))[0].state == "draft"
    lower = inner.replace('state="reviewed"', "").replace("B.<", "C.<")
    assert read_one(TWO, in_21(lower))[0].state == ""


@FORMS
def test_a_unit_of_which_a_sentence_is_missing_is_untranslated(form: Form) -> None:
    data = form.export(one_unit(Unit("a", "One. Two.", "Un. Deux.", "draft")))
    unit, problems = read_one(form, data.replace(b"Deux.", b""))
    assert (unit.source, unit.target, unit.state) == ("One. Two.", "", "")
    (problem,) = problems
    assert problem.message == '"a" has no translation of 1 of its 2 sentences'
    assert (problem.severity, problem.place.line) == ("warning", unit.line)


def test_a_target_that_is_its_source_is_untranslated_by_its_state() -> None:
    same = "<source>One.</source><target {}>One.</target>"
    assert read_one(ONE, in_12(same.format('state="new"')))[0].target == ""
    assert read_one(ONE, in_12(same.format('state="translated"')))[0].target == "One."


@FORMS
def test_a_file_that_was_laid_out_anew_says_the_same(form: Form) -> None:
    """What a careless tool writes: other prefixes, indents and order of attributes."""
    tree = ET.fromstring(form.export(FRENCH))
    for element in tree.iter():
        kept = dict(reversed(element.attrib.items()))
        element.attrib.clear()
        element.attrib.update(kept)
    ET.indent(tree, "\t")
    written = ET.tostring(tree, encoding="utf-16", xml_declaration=True)
    anew, _ = form.read(written, "a.xlf")
    before, _ = form.read(form.export(FRENCH), "a.xlf")
    assert anew is not None and before is not None
    assert [each[:4] for each in anew.units] == [each[:4] for each in before.units]


@FORMS
def test_locked_and_nameless_units_are_left_out(form: Form) -> None:
    result, _ = form.read(form.export(FRENCH), "a.xlf")
    assert result is not None
    assert "derived" not in {each.id for each in result.units}
    locked = Bundle("s", "en", "fr", (Unit("a", "One.", "Un.", "draft", locked=True),))
    result, _ = form.read(form.export(locked), "a.xlf")
    assert result is not None and result.units == ()
    nameless = form.export(one_unit(Unit("a", "One."))).replace(b'id="a"', b'id=""')
    nameless = nameless.replace(b'resname="a"', b"")
    result, (problem,) = form.read(nameless, "a.xlf")
    assert result is not None and result.units == ()
    assert problem.message == "a unit has no id; it is left out"


def test_a_unit_that_a_tool_numbered_is_known_by_its_name() -> None:
    data = in_12("<target>Un.</target>", 'resname="intro"')
    assert read_one(ONE, data)[0].id == "intro"


def test_a_group_that_is_locked_locks_its_units() -> None:
    data = in_12("<target>Un.</target>")
    data = data.replace(b"<body>", b'<body><group translate="no">')
    result, _ = read_xliff12(data.replace(b"</body>", b"</group></body>"), "a.xlf")
    assert result is not None and result.units == ()


HOSTILE = (
    (b"", "1:1", "this file is empty"),
    (b"PK\x03\x04", "1:1", "this file is not well-formed XML: "),
    (b"<xliff>\n <file", "2:7", "this file is not well-formed XML: "),
    (b'<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "2:1",
     "this file has a DOCTYPE"),
    (b"<!-- a --> <!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>", "1:12",
     "this file has a DOCTYPE"),
    ("<!DOCTYPE x><x/>".encode("utf-16"), "1:1", "this file has a DOCTYPE"),
    (b"<xliff>&a;</xliff>", "1:11", "this file is not well-formed XML: "),
    (b"<xliff>\n\xe9</xliff>", "2:1", "byte 0xE9 is not UTF-8"),
    (b'<?xml version="1.0" encoding="utf-7"?><x/>', "1:1",
     'this file is in the encoding "utf-7"'),
    (b'<?xml version="1.0" encoding="iso-8859-99"?><x/>', "1:1",
     "there is no encoding"),
    ("<x/>".encode("utf-32"), "1:1", 'this file is in the encoding "utf-32"'),
    (b"<html/>", "1:1", 'this file begins with "html", and XLIFF with "xliff"'),
    (b'<xliff version="0.9"/>', "1:1", 'this is XLIFF "0.9", not XLIFF '),
    (b"<x>" * 65 + b"</x>" * 65, "1:1", "elements stand over 64 deep"),
    (b"<x>" * 99_999, "1:", "elements stand over 64 deep"),
    (b"<x>" + b" " * LARGEST, "1:1", "it has 64,000,003 bytes, over 64,000,000"),
    (b"<x>" + b"y" * 10_000_001, "1:", "this file needs too much memory"),
)  # fmt: skip


@FORMS
@pytest.mark.parametrize(("data", "place", "message"), HOSTILE)
def test_hostile_files(form: Form, data: bytes, place: str, message: str) -> None:
    result, (problem,) = form.read(data, "a.xlf")
    assert result is None
    assert str(problem.place).startswith(f"a.xlf:{place}")
    assert problem.message.startswith(message)
    assert "\n" not in f"{problem.message}{problem.hint}"
    assert problem.rule.startswith("limit-") == ("over" in message or "much" in message)


def test_a_file_of_the_other_version_is_named() -> None:
    _, (problem,) = read_xliff12(export_xliff21(FRENCH), "a.xlf")
    assert problem.message == 'this is XLIFF "2.1", not XLIFF 1'
    _, (problem,) = read_xliff21(export_xliff12(FRENCH), "a.xlf")
    assert problem.message == 'this is XLIFF "1.2", not XLIFF 2'


def test_files_of_several_sessions_are_refused() -> None:
    data = in_12("<target>Un.</target>")
    begun, _, rest = data.partition(b"<file")
    file, _, _ = rest.rpartition(b"</xliff>")
    other = file.replace(b"s/d", b"other/d")
    both = begun + b"<file" + file + b"<file" + other + b"</xliff>"
    _, (problem,) = read_xliff12(both, "a.xlf")
    assert problem.message == (
        'this file holds several sessions or languages: "other en fr", "s en fr"'
    )


def test_a_doctype_in_a_text_is_text() -> None:
    unit, _ = read_one(ONE, in_12("<target><![CDATA[<!DOCTYPE a>]]></target>"))
    assert unit.target == "<!DOCTYPE a>"


HARM = (
    *(b"", b"<", b">", b'"', b"&x;", b"</target>", b"<target>", b"<mrk mtype='seg'>"),
    *(b"<ec/>", b"<x/>", b"<g>", b"<bx/>", b"\0", b"\xff", b"\xd8\x00", b"]]>"),
    *(b"1" * 30, b"translate", b"order='-1'", b"hex='110000'", b"xmlns=''"),
    *(b"{", b"*", b"^"),
)


@FORMS
def test_damaged_files_are_read_or_refused(form: Form) -> None:
    whole = form.export(one_unit(OPENING))
    chance = random.Random(SEED)
    for _ in range(COUNT):
        data = whole
        for _ in range(chance.randint(1, 3)):
            start = chance.randrange(len(data))
            end = start + chance.choice((0, 1, 5, 40))
            data = data[:start] + chance.choice(HARM) + data[end:]
        result, problems = form.read(data, "a.xlf")
        assert result is not None or len(problems) == 1
        assert all(each.place.line >= 1 <= each.place.column for each in problems)
