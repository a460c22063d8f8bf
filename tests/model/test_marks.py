"""Marks inside a text, and what looks like one and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.model.marks import (
    MARKS,
    Piece,
    escaped,
    faults_of,
    open_signs,
    pieces_of,
)


def shown(piece: Piece) -> str:
    """A piece in short: /italic/, ^raised^, <mark argument option=value>."""
    if piece.kind in ("text", "raised", "brace"):
        text = f"^{piece.text}^" if piece.kind == "raised" else piece.text
    else:
        options = (f" {name}={value}" for name, value in piece.options)
        text = f"<{piece.kind} {piece.argument}{''.join(options)}>".replace(" >", ">")
    return f"/{text}/" if piece.italic else text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain", ["plain"]),
        ("", []),
        ("*all* of it", ["/all/", " of it"]),
        ("(*a*), “*b*”, l’*idée*", ["(", "/a/", "), “", "/b/", "”, l’", "/idée/"]),
        ("*a* and *b*.", ["/a/", " and ", "/b/", "."]),
        ("*two\nlines*", ["/two\nlines/"]),
        ("1^re^ et 2^e^", ["1", "^re^", " et 2", "^e^"]),
        ("*m^2^ of it*", ["/m/", "/^2^/", "/ of it/"]),
        ("see {ref: a; form: number}", ["see ", "<ref a form=number>"]),
        ("*so {item: x} is*", ["/so /", "/<item x>/", "/ is/"]),
        ("{states: DZA ARG; form: full}", ["<states DZA ARG form=full>"]),
        ("{paper: p; paragraph: 67 (c)}", ["<paper p paragraph=67 (c)>"]),
        # What looks like a mark and is none.
        ("CTOC/COP/2004/6*", ["CTOC/COP/2004/6*"]),
        ("A/72/6* and A/72/7*.", ["A/72/6* and A/72/7*."]),
        ("2*3*4, a * b * c, **x**", ["2*3*4, a * b * c, **x**"]),
        ("a^b c^d", ["a^b c^d"]),
        # The characters themselves.
        ("{{a} {*}b{*} {^}", ["{", "a} ", "*", "b", "*", " ", "^"]),
        ("*see A/72/6{*} now*", ["/see A/72/6/", "/*/", "/ now/"]),
    ],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    assert [shown(piece) for piece in pieces_of(text)] == pieces


@given(st.text("ab *^{}:;éref\n"))
def test_no_text_is_too_odd_and_offsets_are_in_it(text: str) -> None:
    for piece in pieces_of(text):
        assert 0 <= piece.offset < len(text)
        if piece.kind not in ("text", "raised"):
            assert text[piece.offset :].startswith(piece.text)
        list(faults_of(piece))


@given(st.text("ab *^{}:;é\n", min_size=1))
def test_an_escaped_text_is_what_it_was(text: str) -> None:
    pieces = pieces_of(escaped(text))
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.kind == "text" and not piece.italic for piece in pieces)


def test_offsets_point_at_the_brace() -> None:
    text = "*so {item: x}* and {ref: y}"
    marks = [piece for piece in pieces_of(text) if piece.kind in MARKS]
    assert [text[piece.offset] for piece in marks] == ["{", "{"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{refs: a}", ("unknown mark {refs: a}", "did you mean {ref}?")),
        ("{should}", ("unknown mark {should}", "known: opening, note, ref")),
        ("{}", ("unknown mark {}", "known: opening")),
        ("a { b", ("a brace that is never closed", "a brace itself is written {{")),
        ("{ref}", ("the mark {ref} needs to say what", "write {ref: …}")),
        ("{opening: x}", ("the mark {opening: x} takes nothing", "write {opening}")),
        ("{ref: a; from: x}", ("unknown option `from`", "known here: form")),
        ("{note: a; b}", ("unknown option `b`", "known here: none")),
        ("{ref: a; form: long}", ("`form: long` is not known", "one of: number")),
    ],
)
def test_what_is_wrong_with_a_mark(text: str, fault: tuple[str, str]) -> None:
    found = [each for piece in pieces_of(text) for each in faults_of(piece)]
    assert len(found) == 1
    assert found[0][0].startswith(fault[0]) and found[0][1].startswith(fault[1])


@pytest.mark.parametrize(
    "text",
    [
        "{opening} x",
        "{note: a}",
        "{ref: a}",
        "{ref: a; form: number}",
        "{states: DZA; form: running; order: as-given}",
        "{organizations: a b; form: the}",
        "{item: a}",
        "{dates: a; form: heading}",
        "{instrument: a; form: short}",
        "{paper: a; paragraph: 67 (c); symbol: no}",
        "{paper: a; form: title}",
    ],
)
def test_every_mark_that_is_right(text: str) -> None:
    assert not [each for piece in pieces_of(text) for each in faults_of(piece)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The *following measures", [(4, "*")]),
        ("the 1^re meeting", [(5, "^")]),
        ("*one* and *two of 1^er^", [(10, "*")]),
        ("CTOC/COP/2004/6* and {*}this and {^}that, 2 * 3", []),
    ],
)
def test_signs_that_open_what_nothing_closes(
    text: str, found: list[tuple[int, str]]
) -> None:
    assert list(open_signs(text)) == found
