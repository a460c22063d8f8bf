"""Draft resolutions in a report: their numbers are not those of its paragraphs."""

from __future__ import annotations

import time

import pytest

from reportkit.published.inserted import (
    ANNEX,
    HEADING,
    LINE,
    POINT,
    TEXT,
    Piece,
    inserted_in,
    piece_of,
)
from tests.opc.word_packages import package
from tests.published.published_lines import kinds_of
from tests.published.test_word_lines_typed import (
    NUMBERING,
    expected,
    hand,
    listed,
    told,
    typed,
)
from tests.published.word_truth import read

KINDS = {"H": HEADING, "T": LINE, "a": POINT, "p": TEXT, "X": ANNEX}


def piece(sign: str) -> Piece:
    """A piece: a number or a kind, and the sign at its end (a stop, where none is)."""
    bare = sign.rstrip(",;:.")
    if sign.startswith("OP"):
        return piece_of(f"{bare} Calls upon all;", TEXT)
    text = "Rivers" if bare in ("H", "T", "X") else f"It met{sign[len(bare) :] or '.'}"
    return piece_of(text, KINDS.get(bare, TEXT), int(bare) if bare.isdigit() else 0)


@pytest.mark.parametrize(
    "signs",
    [
        "1: [T p, p, 1; 2; 3] H 2 H 3 4",
        "1: [T p, 1; a a 2 T p, 1; 2; 3] H 2 3",
        "1 2: [T p, 1; 2] H 3 4",
        "1 2: [p, 1; 2; 3; 4]",
        "1 2 3: [p, 1; 2] H 1 2 H 1 2 3 4",
        "1: H [T p, 1; 2] H [T p, 1] H 2",
        "1: [T p, 1; 2;] H [3; 4] H 2 3",
        "1 [p, p, 1; 2] 2 3",
        "1 2 T [p, 1; 2; 3] T 3 4",
        "1 2 4 5: [T p, 1; 2; 4] H 7 8",
        "57 58: [p, 1; 2; 3] 59 60",
        "1 3: [p, 1; 2; 3] 4 5",
        "1: [T p, OP1 OP2] 2 3",
        # In an annex numbers begin again.
        "1: [p, 1; 2] X T 1 2 3: [p, 1; 2; 3; 4] 4 5",
        "1 2 X T p, 1; 2; 3",
        # Lists, agendas, and chapters that each begin with 1.
        "1 2: 1 2 3 4 5 3",
        "1: a a 1; 2; 2",
        "1 H 1 2 1",
        "1 2 H 1 2 3 H 1 2 3 4",
        "1 2 2017 3",
    ],
)
def test_what_is_of_a_text_that_is_quoted(signs: str) -> None:
    plain = signs.replace("[", "").replace("]", "").split()
    wanted, inside = set(), False
    for place, sign in enumerate(signs.split()):
        inside = inside or sign.startswith("[")
        kept = sign.strip("[]") in ("H", "X")
        wanted |= {place} if inside and not kept else set()
        inside = inside and not sign.endswith("]")
    assert inserted_in([*map(piece, plain)]) == wanted


RESOLUTION = """
    **Report of the Commission on Rivers
    I.|Matters calling for action
    1.|The Commission recommends the following draft resolutions:
    **Public rivers
    The Economic and Social Council,
    Recalling its resolution 2011/2,
    1. Welcomes the report;
    2. Calls upon States:
    (a) To dig;
    (b) To row;
    3. Requests a report.
    **Public lakes
    The Economic and Social Council,
    1. Welcomes the lakes;
    2. Thanks them.
    II.|Introduction
    2.|The Commission met.
    III.|Attendance
    3.|All came.
    """
READ = [
    "heading I.",
    "paragraph 1.",
    *["quotation"] * 12,
    *("heading II.", "paragraph 2.", "heading III.", "paragraph 3."),
]


def kinds_in_word(text: str, code: str = "en") -> list[str]:
    """The lines that Word's reader has under the title, each as kind and label."""
    lines = (line.strip().replace("|", "\t") for line in text.strip().splitlines())
    published, problems = read(package("".join(map(typed, lines))), code)
    assert not problems
    return [
        f"{line.kind} {line.label}".strip()
        for line in published.lines
        if line.kind != "title"
    ]


def kinds_in_text(text: str, code: str = "en") -> list[str]:
    """The same of the reader of texts."""
    lines = (line.strip().lstrip("*") for line in text.strip().splitlines())
    plain = "\n\n".join(lines).replace("|", " ")
    found = [f"{kind} {label}".strip() for kind, label, _ in kinds_of(plain, code)]
    return [each for each in found if not each.startswith("title")]


def test_both_readers_read_the_same() -> None:
    assert kinds_in_word(RESOLUTION) == READ
    assert kinds_in_text(RESOLUTION) == READ


def test_the_number_stands_in_the_text() -> None:
    assert hand(RESOLUTION)[6:9] == expected(
        """
        quotation: 1. Welcomes the report;
        quotation: 2. Calls upon States:
        quotation: (a) To dig;
        """
    )


def test_numbers_that_word_counts() -> None:
    levels = ((0, "decimal", "%1."), (1, "lowerLetter", "(%2)"))
    own = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, format, text in levels
    )
    own = f'<w:abstractNum w:abstractNumId="2">{own}</w:abstractNum>'
    more = '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    body = (
        typed("**Report of the Commission on Rivers")
        + listed("Matters", 1)
        + listed("It recommends the following draft resolution:", 2)
        + typed("**Public rivers")
        + typed("The Council,", "<w:i/>")
        + listed("Welcomes the report;", 3)
        + listed("Calls upon States:", 3)
        + listed("To dig;", 3, 1)
        + listed("Introduction", 1)
        + listed("The Commission met.", 2)
    )
    lines = told(read(package(body, {"numbering": own + NUMBERING + more}), "en"))
    assert lines[1:] == expected(
        """
        heading 1: I. Matters
        paragraph: 1. It recommends the following draft resolution:
        quotation: Public rivers
        quotation: *The Council,*
        quotation: 1. Welcomes the report;
        quotation: 2. Calls upon States:
        quotation: (a) To dig;
        heading 1: II. Introduction
        paragraph: 2. The Commission met.
        """
    )


def test_operative_paragraphs_of_the_human_rights_council() -> None:
    text = """
        **Report of the Council on Rivers
        I.|Organization
        1.|The Council had before it the following draft:
        PP1 Recalling the Charter,
        OP1. Welcomes the report;
        OP2 bis Thanks all.
        2.|It met.
        """
    wanted = ["paragraph 1.", *["quotation"] * 3, "paragraph 2."]
    assert kinds_in_word(text)[1:] == wanted
    assert kinds_in_text(text)[1:] == wanted


def test_a_resolution_is_an_annex() -> None:
    """Its paragraphs are the annex's own; one inside an annex is quoted."""
    text = """
        **Report of the Commission on Rivers
        I.|Introduction
        1.|The Commission met.
        **Annex I
        **Draft resolution
        The Council,
        1.|Welcomes the report;
        2.|Thanks all.
        **Annex II
        **Statement
        1.|The Chair read out the following:
        The Council,
        1.|Welcomes the lakes;
        2.|Thanks all.
        2.|He sat down.
        """
    kinds = [
        *("heading", "heading", "paragraph", "paragraph 1.", "paragraph 2."),
        *("heading", "heading", "paragraph 1.", *["quotation"] * 3, "paragraph 2."),
    ]
    assert kinds_in_word(text)[2:] == kinds
    assert kinds_in_text(text)[2:] == kinds


LANGUAGES = {
    "fr": (
        *("Rapport de la Commission", "La Commission recommande ce qui suit :"),
        *("Le Conseil économique et social,", "Accueille le rapport ;"),
    ),
    "es": (
        *("Informe de la Comisión", "La Comisión recomienda lo siguiente:"),
        *("El Consejo Económico y Social,", "Acoge el informe;"),
    ),
    "ru": (
        *("Доклад Комиссии", "Комиссия рекомендует следующее:"),
        *("Экономический и Социальный Совет,", "Приветствует доклад;"),
    ),
    "zh": (
        *("委员会的报告", "委员会建议通过下列决议草案："),
        *("经济及社会理事会，", "欢迎委员会的报告；"),
    ),
    "ar": (
        *("تقرير اللجنة", "أوصت اللجنة باعتماد مشروع القرار التالي:"),
        *("إن المجلس الاقتصادي والاجتماعي،", "يرحب بالتقرير؛"),
    ),
}
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_other_languages(code: str) -> None:
    title, lead, council, operative = LANGUAGES[code]
    end = {"zh": "。"}.get(code, ".")
    last = operative[:-1].strip() + end
    rows = [f"1.|{lead}", f"**{title[:-1]}", council]
    rows += [f"1.|{operative}", f"2.|{operative}", f"3.|{last}"]
    rows += [f"2.|{last}", f"3.|{last}"]
    if code == "ar":
        rows = [row.translate(EASTERN).replace(".|", " -|") for row in rows]
    text = "\n".join((f"**{title}", *rows))
    kinds = ["paragraph", *["quotation"] * 5, "paragraph", "paragraph"]
    assert [each.split()[0] for each in kinds_in_word(text, code)] == kinds
    assert [each.split()[0] for each in kinds_in_text(text, code)][-8:] == kinds


def test_a_table_under_an_annex_is_not_its_title() -> None:
    text = """
        **Report of the Commission on Rivers
        I.|Introduction
        1.|The Commission met.
        **Annex I
        **Table 1
        1.|It is long.
        """
    kinds = ["heading", "paragraph", "paragraph 1."]
    assert kinds_in_word(text)[2:] == kinds
    assert kinds_in_text(text)[2:] == kinds


def test_many_numbers_take_no_longer_for_each() -> None:
    begun = time.process_time()
    for numbers in ([1], [1, 2], [1, 3], [1, 2, 1, 2, 3], [1, 2, 2]):
        inserted_in([Piece(TEXT, n, ".:,"[n % 3]) for n in numbers * 20_000])
    assert time.process_time() - begun < 10
