"""Edits keep every byte that they are not about."""

from __future__ import annotations

import re

import pytest

from reportkit.source.editing import append_to_list, append_to_map, replace_texts
from reportkit.source.emission import Inline, Prose, emit, emit_items
from reportkit.source.extents import CannotEdit
from reportkit.source.values import Mapping, Text
from reportkit.source.yaml_reader import read_yaml

SCRIPTS = {
    "latin": "Requête d’entraide – « à Genève »",
    "cyrillic": "Запрос о помощи – «в Женеве»",
    "greek": "Αίτημα συνδρομής",
    "arabic": "طلب المساعدة في جنيف",
    "chinese": "在日内瓦提出的协助请求",
    "devanagari": "जिनेवा में सहायता 😀",
}
# Odd indents, flow maps, quotes, an empty line with spaces, and no last line end.
FILE = """\
# {words}
title:   "{words}"   # {words}
list:   # {words}
    -   {{a: '{words}', b: [x,  y,]  }}   # {words}

    - |
        {words}

          {words}
   \n\
    # {words}
    -   a:    {words}
        b: >-  # {words}
            {words}
            {words}


other:
- {words}   # {words}
empty:   # {words}
  # {words}

none: []   # {words}
map: {{}}
last: {words}"""
LINE_ENDS = ("\n", "\r\n", "\r")


def file_in(words: str, end: str = "\n", mark: str = "") -> bytes:
    return (mark + FILE.format(words=words).replace("\n", end)).encode()


def read(data: bytes) -> Mapping:
    top, problems = read_yaml(data, "file.yaml")
    assert top is not None and not problems
    return top


def inserted(before: bytes, after: bytes) -> str:
    """What an edit put in; every other byte is as it was."""
    start = 0
    while start < len(before) and before[start] == after[start]:
        start += 1
    # The last byte that is new may equal the first that is old.
    end = len(after) - len(before)
    for at in range(start, -1, -1):
        if before == after[:at] + after[at + end :]:
            return after[at : at + end].decode(errors="replace")
    raise AssertionError("bytes outside the edit have changed")


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("end", LINE_ENDS, ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
@pytest.mark.parametrize("key", ["list", "other", "empty", "new"])
def test_an_entry_goes_into_a_list_and_nothing_else_changes(
    key: str, words: str, end: str, mark: str
) -> None:
    before = file_in(words, end, mark)
    entry = Inline(by=["DZA", words], note=f"{words}, {words}")
    after = append_to_list(before, "file.yaml", key, entry)
    put_in = inserted(before, after)
    assert put_in.count("{by: [DZA, ") == 1
    assert set(re.findall(r"\r\n|\r|\n", put_in)) <= {end}
    added = read(after)[Text(key)][-1]
    assert added == {"by": ("DZA", words), "note": f"{words}, {words}"}


def test_an_entry_has_the_indentation_of_its_list() -> None:
    after = append_to_list(file_in("x"), "f", "list", "y").decode()
    assert "            x\n            x\n    - y\n\n\nother:" in after


def test_an_entry_follows_the_comments_of_an_empty_list() -> None:
    before = b"a:   # one\n  # two\n\n  # three\n# of b\nb:\n"
    after = append_to_list(before, "f", "a", "x")
    assert after == b"a:   # one\n  # two\n\n  # three\n  - x\n# of b\nb:\n"


def test_a_list_in_brackets_stays_in_brackets() -> None:
    before = b"a: [x,  # one\n  y,\n  ]  # two\n"
    assert append_to_list(before, "f", "a", "z, z") == (
        b"a: [x,  # one\n  y, 'z, z',\n  ]  # two\n"
    )


def test_an_empty_list_in_brackets_is_opened() -> None:
    assert append_to_list(b"a: []  # c\nb: 1\n", "f", "a", "x") == (
        b"a:  # c\n  - x\nb: 1\n"
    )


def test_a_list_is_begun_in_an_empty_file_and_after_a_line_without_end() -> None:
    assert append_to_list(b"", "f", "a", "x") == b"a:\n  - x\n"
    assert append_to_list(b"# c", "f", "a", "x") == b"# c\na:\n  - x\n"
    assert append_to_list(b" b: 1", "f", "a", "x") == b" b: 1\n a:\n   - x\n"


def test_empty_lines_that_are_part_of_a_text_stay_with_it() -> None:
    before = b"a:\n  - |+\n    x\n\n\n"
    after = append_to_list(before, "f", "a", "y")
    assert after == b"a:\n  - |+\n    x\n\n\n  - y\n"
    assert read(after)[Text("a")] == ("x\n\n\n", "y")


def test_a_name_goes_into_a_mapping() -> None:
    before = b"bodies:\n   wg:  # c\n      en: x\n\n# places\nplaces: {a: b}\n"
    value = {"en": {"name": "Group: one", "article": "the"}}
    after = append_to_map(before, "f", "bodies", "wg2", value)
    after = append_to_map(after, "f", "places", "vienna", "Vienna, Austria")
    assert after.decode() == (
        "bodies:\n   wg:  # c\n      en: x\n"
        "   wg2:\n     en:\n       name: 'Group: one'\n       article: the\n"
        "\n# places\nplaces: {a: b, vienna: 'Vienna, Austria'}\n"
    )


@pytest.mark.parametrize(
    "before",
    [
        b"{a: [x]}\n",
        b"a: x\n",
        b"a: {b: c}\n",
        b"a:\n  - x\n...\nb: 1\n",
        b"a: [x\n",
        b"\xff\xfea",
    ],
)
def test_what_cannot_be_edited_is_refused_with_a_place(before: bytes) -> None:
    key = "a" if before.startswith(b"a") else "b"
    with pytest.raises(CannotEdit) as refused:
        append_to_list(before, "f.yaml", key, "y")
    assert refused.value.problem.place.path == "f.yaml"
    assert "left as it is" in refused.value.problem.hint


@pytest.mark.parametrize("end", LINE_ENDS, ids=["lf", "crlf", "cr"])
def test_scalars_are_replaced_in_the_style_they_have(end: str) -> None:
    before = (
        (
            "a: [Algeria,  'Iran', \"Peru\"]  # one\n"
            "b: >-  # two\n    old words\n    here\n\n# three\n"
            "c:\nd: plain  # four\n"
        )
        .replace("\n", end)
        .encode()
    )
    top = read(before)
    changes = [
        (top[Text("a")][0], "DZA"),
        (top[Text("a")][1], "IRN"),
        (top[Text("a")][2], "PER, or not"),
        (top[Text("b")], "new words"),
        (top[Text("c")], "3"),
        (top[Text("d")], "x: y"),
    ]
    after = replace_texts(before, "f", changes)
    assert after.decode().replace(end, "\n") == (
        "a: [DZA,  'IRN', \"PER, or not\"]  # one\n"
        "b: >-  # two\n    new words\n\n# three\n"
        "c: 3\nd: 'x: y'  # four\n"
    )


def test_prose_is_folded_and_never_inside_a_mark() -> None:
    mark = "{states: DZA ARG AUT; form: full}"
    text = " ".join(["word"] * 14 + [f"({mark})", "and"] + ["more"] * 10)
    made = emit({"passages": [{"id": "one", "text": Prose(text)}]})
    assert max(map(len, made.splitlines())) <= 88
    assert mark in made
    assert read(made.encode())[Text("passages")][0]["text"] == text


def test_prose_without_spaces_is_one_line() -> None:
    text = "工作组，" * 40
    made = emit_items([{"id": "one", "text": Prose(text)}], 2)
    assert made == f"  - id: one\n    text: |-\n      {text}\n"


def test_every_scalar_is_a_text_and_an_empty_one_is_given() -> None:
    value = {"a": "3", "b": "no", "c": "78e51061", "d": "", "e": ["~", "x, y"]}
    made = emit(value)
    assert made == "a: 3\nb: no\nc: 78e51061\nd: ''\ne: [~, 'x, y']\n"
