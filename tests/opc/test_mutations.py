"""Damaged Word files: whatever is done to one, it is opened or refused, never more.

REPORTKIT_MUTATIONS sets how many; the damage to each is told by its number.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from reportkit.opc.changes import ACCEPTED, REJECTED, texts_as
from reportkit.opc.opening import open_word
from tests.opc.word_packages import (
    cell,
    changed,
    ended,
    package,
    paragraph,
    row,
    run,
    table,
    zipped,
)

COUNT = int(os.environ.get("REPORTKIT_MUTATIONS", "500"))
SEED = 20_171_013
HOSTILE = (
    b"", b"-1", b"99999999999999999999", b"NaN", b"\xff\xfe", b"\0", b"&x;", b"%9%9%9",
    b"../../../../etc/passwd", b"<![CDATA[", b"<w:p>", b"</w:p>", b"word/document.xml",
)  # fmt: skip

Parts = dict[str, bytes]


def rich() -> bytes:
    """A file with something of all that is read."""
    item = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    body = (
        '<w:bookmarkStart w:id="1" w:name="b"/>'
        + paragraph(run("one", "<w:i/>") + changed("ins", run("two")), item)
        + '<w:moveFromRangeStart w:id="8" w:name="m"/>'
        + paragraph(changed("moveFrom", run("three")), ended("moveFrom"))
        + '<w:moveFromRangeEnd w:id="8"/><w:bookmarkEnd w:id="1"/>'
        + table(row(cell(paragraph(run("four")), 2), properties=changed("del", "")))
        + paragraph(
            '<w:commentRangeStart w:id="1"/><w:r><w:footnoteReference w:id="1"/></w:r>'
            '<w:commentRangeEnd w:id="1"/><w:r><w:fldChar w:fldCharType="begin"/>'
            '<w:instrText>HYPERLINK "a"</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/><w:t>x</w:t>'
            '<w:fldChar w:fldCharType="end"/><w:sym w:char="F0B7"/></w:r>'
            f"<w:r><w:txbxContent>{paragraph(run('five'))}</w:txbxContent></w:r>"
        )
    )
    level = (
        '<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/>'
        '<w:lvlRestart w:val="1"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    )
    more = {
        "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="N">'
        '<w:name w:val="Normal"/><w:basedOn w:val="N"/></w:style>',
        "numbering": f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>',
        "footnotes": f'<w:footnote w:id="1">{paragraph(run("six"))}</w:footnote>',
        "comments": f'<w:comment w:id="1">{paragraph(run("seven"))}</w:comment>',
    }
    return package(body, more)


def by_python_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Report", 1)
    document.add_paragraph("Text", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "cell"
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def unpacked(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes of which some are changed, cut out, doubled or put in."""
    begin = chance.randrange(len(data) + 1)
    end = min(len(data), begin + chance.choice((0, 1, 4, 60)))
    new = (
        chance.randbytes(end - begin),
        b"",
        data[begin:end] * 2,
        chance.choice(HOSTILE),
    )
    return data[:begin] + chance.choice(new) + data[end:]


def damaged_value(xml: bytes, chance: random.Random) -> bytes:
    """XML with another value in one attribute."""
    values = list(re.finditer(rb'(?<==")[^"]*(?=")', xml))
    if not values:
        return damaged_bytes(xml, chance)
    found = chance.choice(values)
    other = chance.choice((*HOSTILE, chance.choice(values)[0]))
    return xml[: found.start()] + other + xml[found.end() :]


def damaged_tag(xml: bytes, chance: random.Random) -> bytes:
    """XML in which one name of elements is another's everywhere."""
    names = sorted(set(re.findall(rb"(?<=<)[\w:]+", xml)))
    if not names:
        return damaged_bytes(xml, chance)
    old, new = chance.choice(names), chance.choice(names)
    return re.sub(rb"(?<=[</])" + re.escape(old) + rb"(?=[ />])", new, xml)


def doubled_element(xml: bytes, chance: random.Random) -> bytes:
    """XML with one element put in again somewhere else."""
    elements = list(
        re.finditer(rb"<(w:\w+)[ >](?:(?!<\1[ >]).)*?</\1>", xml, re.DOTALL)
    )
    places = [found.start() for found in re.finditer(rb"<w:", xml)]
    if not elements or not places:
        return damaged_bytes(xml, chance)
    place = chance.choice(places)
    return xml[:place] + chance.choice(elements)[0] + xml[place:]


def damaged_part(data: bytes, chance: random.Random) -> bytes:
    """A file with one part damaged, gone, or that of another name."""
    parts = unpacked(data)
    name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    ways: tuple[Callable[[bytes, random.Random], bytes], ...] = (
        damaged_bytes, damaged_value, damaged_value, damaged_tag, doubled_element,
    )  # fmt: skip
    way = chance.randrange(len(ways) + 2)
    if way < len(ways):
        parts[name] = ways[way](parts[name], chance)
    elif way == len(ways):
        del parts[name]
    else:
        parts[name] = chance.choice(list(parts.values()))
    return zipped(parts.items())


SEEDS = (rich(), by_python_docx())


def damaged(number: int) -> bytes:
    chance = random.Random(SEED + number)
    data = chance.choice(SEEDS)
    for _ in range(chance.choice((1, 1, 3))):
        if number % 4 == 0:
            data = damaged_bytes(data, chance)
        else:
            data = damaged_part(data, chance)
    return data


def read(number: int) -> str:
    """What came of a damaged file: "opened", or the rule it was refused by."""
    word, problems = open_word(damaged(number), "damaged.docx")
    if word is None:
        assert len(problems) == 1 and problems[0].rule
        return problems[0].rule
    for view in (ACCEPTED, REJECTED):
        texts_as(word.paragraphs, view)
    return "opened"


@pytest.mark.parametrize("quarter", range(4))
def test_a_damaged_file_is_opened_or_refused(quarter: int) -> None:
    outcomes = {read(number) for number in range(quarter, COUNT, 4)}
    # The damage is of many kinds, and not always fatal.
    assert len(outcomes) > 2 or COUNT < 200
