"""PO files out and back: exact texts, states that tools keep, and wrong files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.problems import format_problem
from reportkit.translate.po import export_po, read_po
from reportkit.translate.units import Bundle, Return, Unit

ALPHABET = (
    "aé *^{}<>&\"'\\\n\t\r:;?#~|\u00a0\u0301\u200d\u200f\u2028\u2029\x85العمل会议𠀀"
)
TEXT = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=12),
    st.sampled_from(("*a* {ref: b} ^th^", "{states: DZA FRA}", "\\n", 'msgid ""')),
)

STALE = Unit(
    "intro",
    "The Group met *twice* ({ref: dates}).",
    "Le Groupe s’est réuni *une fois* ({ref: dates}).",
    "reviewed",
    "substantive",
    "The Group met *once* ({ref: dates}).",
    "add1 1 (b)",
    "Organization of the session",
)
FRESH = Unit("a17.lead", 'It said "no".', "Il a dit « non ».", "approved", number="2")
NEW = Unit("new", "Not yet.", number="3")
LOCKED = Unit("derived", "At its 3rd meeting, …", locked=True)
SENT = Bundle("ctoc-wg-2017", "en", "fr", (STALE, FRESH, NEW, LOCKED), "add1")

GOLDEN = """\
# sent: intro a17.lead new
msgid ""
msgstr ""
"Project-Id-Version: ctoc-wg-2017\\n"
"Language: fr_FR\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Reportkit-Document: add1\\n"
"X-Reportkit-Source: en\\n"

#. number: add1 1 (b)
#. heading: Organization of the session
#. state: reviewed t44339518
#. source changed: substantive
#, fuzzy
#| msgid "The Group met *once* ({ref: dates})."
msgctxt "intro"
msgid "The Group met *twice* ({ref: dates})."
msgstr "Le Groupe s’est réuni *une fois* ({ref: dates})."

#. number: 2
#. state: approved te0f332e3
msgctxt "a17.lead"
msgid "It said \\"no\\"."
msgstr "Il a dit « non »."

#. number: 3
msgctxt "new"
msgid "Not yet."
msgstr ""
"""


def test_a_bundle_as_po() -> None:
    assert export_po(SENT).decode() == GOLDEN


def back(text: str | bytes) -> Return:
    data = text.encode() if isinstance(text, str) else text
    returned, problems = read_po(data, "fr.po")
    assert returned is not None, problems
    return returned


def test_what_comes_back_untouched() -> None:
    returned = back(GOLDEN)
    assert returned[:3] == ("ctoc-wg-2017", "en", "fr")
    assert [(u.id, u.state, u.line) for u in returned.units] == [
        ("intro", "", 12),  # fuzzy: nobody said that it is still right
        ("a17.lead", "approved", 22),
        ("new", "", 28),
    ]


@given(st.lists(st.tuples(TEXT, TEXT | st.just(""), TEXT), max_size=4))
def test_any_text_comes_back(texts: list[tuple[str, str, str]]) -> None:
    units = tuple(
        Unit(f"u{n}", source, target, "draft", "figures", before, before, before)
        for n, (source, target, before) in enumerate(texts)
    )
    returned = back(export_po(Bundle("s", "en", "ar", units)))
    assert [(u.id, u.source, u.target) for u in returned.units] == [
        (u.id, u.source, u.target) for u in units
    ]


def test_a_changed_translation_is_a_draft() -> None:
    changed = GOLDEN.replace("Il a dit « non ».", "Elle a dit « non ».")
    assert back(changed).units[1][2:4] == ("Elle a dit « non ».", "draft")


def test_a_stale_one_that_is_fuzzy_no_more_has_its_state() -> None:
    confirmed = GOLDEN.replace("#, fuzzy\n", "")
    assert back(confirmed).units[0].state == "reviewed"


def test_the_same_bytes_for_the_same_bundle() -> None:
    assert export_po(SENT) == export_po(SENT)


@pytest.mark.skipif(not shutil.which("msgattrib"), reason="no gettext")
def test_gettext_keeps_what_is_said(tmp_path: Path) -> None:
    sent, saved = tmp_path / "sent.po", tmp_path / "saved.po"
    sent.write_bytes(export_po(SENT))
    subprocess.run(["msgattrib", str(sent), "-o", str(saved)], check=True)
    assert [u[:4] for u in back(saved.read_bytes()).units] == [
        u[:4] for u in back(GOLDEN).units
    ]


# How the same file may come, and still be read.
READ = {
    "bom": b"\xef\xbb\xbf" + GOLDEN.encode(),
    "crlf": GOLDEN.replace("\n", "\r\n").encode(),
    "cr": GOLDEN.replace("\n", "\r").encode(),
    "utf-16": GOLDEN.encode("utf-16"),
    "utf-32": GOLDEN.encode("utf-32"),
    "cp1252": GOLDEN.replace("UTF-8", "CP1252").encode("cp1252"),
    "latin-9": GOLDEN.replace("UTF-8", "ISO-8859-15")
    .replace("’", "'")
    .encode("iso-8859-15"),
    "gb18030": GOLDEN.replace("UTF-8", "GB18030").encode("gb18030"),
    "no charset": GOLDEN.replace("; charset=UTF-8", "").encode(),
    "charset not filled in": GOLDEN.replace("UTF-8", "CHARSET").encode(),
    "no last line end": GOLDEN.rstrip().encode(),
    "blanks": GOLDEN.replace("\n", "  \n").replace("msgid", " msgid").encode(),
    "occurrences": GOLDEN.replace("msgctxt", "#: a.py:1 b:x\nmsgctxt").encode(),
    "comments": b"# one\n#\n## two\n" + GOLDEN.encode() + b"# last\n",
    "one line a string": GOLDEN.replace(
        'msgid "It said', 'msgid ""\n"It said'
    ).encode(),
    "header more": GOLDEN.replace(
        '"MIME', '"X-Generator: Poedit 3.4\\n"\n"MIME'
    ).encode(),
    "header line without colon": GOLDEN.replace('"MIME', '"what\\n"\n"MIME').encode(),
    "flags": GOLDEN.replace("#, fuzzy", "#, fuzzy, no-wrap, c-format,").encode(),
}


@pytest.mark.parametrize("name", READ)
def test_it_is_read_as_it_comes(name: str) -> None:
    returned = back(READ[name])
    assert [u.id for u in returned.units] == ["intro", "a17.lead", "new"]
    assert returned.units[0].target.endswith(" réuni *une fois* ({ref: dates}).")
    assert returned[:3] == ("ctoc-wg-2017", "en", "fr")


def entry(*lines: str) -> bytes:
    return (GOLDEN + "\n" + "\n".join(lines) + "\n").encode()


HEADER = GOLDEN.partition("\n\n")[0]

# What is no such file: the bytes, and the one line about it.
REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "1:1: error: this is no PO file of reportkit's"),
    "line ends alone": (b"\n\r\n\n", "1:1: error: this is no PO file of reportkit's"),
    "a path": (b"/etc/passwd", "1:1: error: this line is none"),
    "a path with a line end": (b"\n/etc/passwd\n", "2:1: error: this line is none"),
    "html": (b"<!DOCTYPE html><p>", "1:1: error: this line is none"),
    "xml bomb": (b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "1:1: error: this line"),
    "zip": (b"PK\x03\x04\x14", "1:3: error: a character that no text has: U+0003"),
    "pdf": (b"%PDF-1.7", "1:1: error: this line is none"),
    "compiled": (b"\xde\x12\x04\x95", "1:1: error: byte 0xde is no UTF-8"),
    "conflict": (b"<<<<<<< ours\n" + GOLDEN.encode(), "1:1: error: this line is none"),
    "conflict inside": (entry("======="), "33:1: error: this line is none"),
    "another's": (b'msgid "a"\nmsgstr "b"\n', "1:1: error: this is no PO file of rep"),
    "second header": (
        (GOLDEN + "\n" + GOLDEN).encode(),
        '33:1: error: a second header: `msgid ""` again',
    ),
    "cp1251 said to be utf-8": (
        GOLDEN.replace("Il a dit « non ».", "Нет").encode("cp1251", "replace"),
        "20:20: error: byte 0x92 is no UTF-8",
    ),
    "utf-8 said to be ascii": (
        GOLDEN.replace("UTF-8", "us-ascii").encode(),
        "20:20: error: byte 0xe2 is no us-ascii",
    ),
    "utf-16 without its mark": (
        GOLDEN.encode("utf-16-le"),
        "20:52: error: byte 0xe9 is no UTF-8",
    ),
    "utf-16 cut": (
        GOLDEN.encode("utf-16")[:-1],
        "31:11: error: byte 0x0a is no utf-16",
    ),
    "utf-8 cut": ((GOLDEN + "# é").encode()[:-1], "32:3: error: byte 0xc3 is no UTF-8"),
    "overlong utf-8": (entry("# \xc0\xaf").replace(b"\xc3\x80", b"\xc0"), "byte 0xc0"),
    "surrogate": (entry("# x").replace(b"# x", b"# \xed\xa0\x80"), "33:3: error: byte"),
    "nul": (entry('msgctxt "a\x00"'), "33:11: error: a character that no text has"),
    "noncharacter": (entry("# \ufdd0"), "33:3: error: a character that no text has"),
    "form feed": (entry("\f"), "33:1: error: a character that no text has: U+000C"),
    "codec of bytes": (
        GOLDEN.replace("UTF-8", "zip").encode(),
        'error: this file is in the encoding "zip", which is not read',
    ),
    "codec of names": (GOLDEN.replace("UTF-8", "punycode").encode(), '"punycode"'),
    "codec of code": (
        GOLDEN.replace("UTF-8", "unicode_escape").encode(),
        "is not read",
    ),
    "codec unknown": (GOLDEN.replace("UTF-8", "cp1259").encode(), '"cp1259"'),
    "utf-7": (GOLDEN.replace("UTF-8", "UTF-7").encode(), '"UTF-7"'),
    "open quote": (entry('msgid "a'), "33:1: error: this line is none of a PO file"),
    "open quote, escaped": (entry('msgid "a\\"'), "33:1: error: this line is none"),
    "quote inside": (entry('msgid "a"b"'), "33:1: error: this line is none"),
    "no quotes": (entry("msgid a"), "33:1: error: this line is none"),
    "curly quotes": (entry("msgid “a”"), "33:1: error: this line is none"),
    "keyword unknown": (entry('msgfoo "a"'), "33:1: error: this line is none"),
    "keyword alone": (entry("msgid"), "33:1: error: this line is none"),
    "keyword in capitals": (entry('MSGID "a"'), "33:1: error: this line is none"),
    "string alone": (b'"a"\n', "1:1: error: this is no PO file from here on"),
    "translation alone": (b'msgstr "a"\n', "1:1: error: this is no PO file from here"),
    "translation first": (entry('msgstr "a"'), "33:1: error: this is no PO file from"),
    "context twice": (
        entry('msgctxt "a"', 'msgctxt "b"'),
        "34:1: error: this is no PO file from",
    ),
    "source twice": (entry('msgid "a"', 'msgid "b"'), "34:1: error: this is no PO"),
    "plural first": (entry('msgid_plural "a"'), "33:1: error: this is no PO file"),
    "plural number": (entry('msgid "a"', 'msgstr[x] "b"'), "34:1: error: this line"),
    "plural far": (entry('msgid "a"', 'msgstr[99999] "b"'), "34:1: error: this line"),
    "previous of nothing": (entry("#| "), "33:1: error: this line is none"),
    "previous unknown": (entry('#| msgstr "a"'), "error: this is no PO file from"),
    "obsolete glued": (entry('#~msgid "a"'), "33:1: error: this line is none"),
    "indented yaml": (b"intro:\n  text: a\n", "1:1: error: this line is none"),
    "csv": (b"id,source,target\n", "1:1: error: this line is none of a PO file"),
    "mail": (b"> msgid\n", "1:1: error: this line is none of a PO file"),
    "rtl override before": (b"\xe2\x80\xaemsgid", "1:1: error: this line is none"),
    "entry of a million": (
        (HEADER + '\n\nmsgid "' + "a" * 1_000_001 + '"\n').encode(),
        "12:1: error: an entry has over 1,000,000 characters",
    ),
    "entry of many lines": (
        (HEADER + '\n\nmsgid ""\n' + '"a"\n' * 10_001).encode(),
        "12:1: error: an entry has over 1,000,000 characters or 10,000 lines",
    ),
    "comments without end": (b"# a\n" * 10_002, "1:1: error: an entry has over"),
    "too large": (b"#" * 64_000_001, "1:1: error: this file has 64,000,001 bytes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_line(name: str) -> None:
    data, told = REFUSED[name]
    returned, problems = read_po(data, "fr.po")
    assert returned is None
    (problem,) = problems
    text = format_problem(problem).splitlines()[0]
    assert text.startswith("fr.po:")
    assert told in text


# What is left out of a file that is read, and what is said.
LEFT_OUT = {
    "no context": (
        entry('msgid "a"', 'msgstr "b"'),
        "an entry without an id (msgctxt) is left out: a",
    ),
    "empty context": (
        entry('msgctxt ""', 'msgid "a"', 'msgstr ""'),
        "an entry without an id",
    ),
    "plural": (
        entry('msgctxt "p"', 'msgid "a"', 'msgid_plural "b"', 'msgstr[0] "c"'),
        "an entry with a plural is left out: p",
    ),
    "obsolete": (
        entry('#~ msgctxt "o"', '#~ msgid "a"', '#~ msgstr "b"'),
        "an obsolete entry is left out: o",
    ),
    "control": (
        entry('msgctxt "c"', 'msgid "a"', 'msgstr "\\b"'),
        "an entry with a control character is left out: c",
    ),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_it_is_left_out_and_told(name: str) -> None:
    data, told = LEFT_OUT[name]
    returned, problems = read_po(data, "fr.po")
    assert returned is not None
    assert [u.id for u in returned.units] == ["intro", "a17.lead", "new"]
    (problem,) = problems
    assert (problem.severity, problem.place.line) == ("warning", 33)
    assert problem.message.startswith(told)


def test_an_id_that_stands_twice_comes_back_twice() -> None:
    returned = back(entry('msgctxt "new"', 'msgid "Not yet."', 'msgstr "Pas encore."'))
    assert [(u.id, u.target) for u in returned.units[2:]] == [
        ("new", ""),
        ("new", "Pas encore."),
    ]


@given(st.binary(max_size=60) | st.text(ALPHABET + "msgidctxr", max_size=60))
def test_nothing_is_raised(junk: bytes | str) -> None:
    data = junk if isinstance(junk, bytes) else HEADER.encode() + b"\n" + junk.encode()
    returned, problems = read_po(data, "fr.po")
    assert returned is not None or len(problems) == 1
