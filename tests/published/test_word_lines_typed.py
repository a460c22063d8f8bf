"""Reports typed by hand, and those of other bodies: what each paragraph is read as."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from reportkit.problems import Problem
from reportkit.published.lines import Published
from tests.opc.word_packages import cell, package, paragraph, row, run, table
from tests.published.word_truth import read

BOLD = "<w:b/>"
RAISED = '<w:vertAlign w:val="superscript"/>'
_BREAKS = {"\t": "<w:r><w:tab/></w:r>", "\n": "<w:r><w:br/></w:r>"}


def typed(text: str, look: str = "", properties: str = "") -> str:
    """A paragraph with tabs and line ends as they are typed; ** makes it bold."""
    bold = text.startswith("**")
    pieces = filter(None, re.split("([\t\n])", text.removeprefix("**")))
    look = BOLD if bold else look
    runs = (_BREAKS.get(piece) or run(piece, look) for piece in pieces)
    return paragraph("".join(runs), properties)


def listed(text: str, number: int, level: int = 0, look: str = "") -> str:
    """A paragraph that Word numbers."""
    of = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return typed(text, look, f"<w:numPr>{of}</w:numPr>")


def told(report: tuple[Published, tuple[Problem, ...]]) -> list[str]:
    """The lines of a report, one a row, then what is left and what is wrong."""
    published, problems = report
    rows = []
    for line in published.lines:
        kind = f"{line.kind} {line.level}" if line.level else line.kind
        label = f"{line.label} " if line.label else ""
        words = " | ".join(line.cells) or line.text
        rows.append(f"{kind}: {label}{words}".rstrip())
    rows += [f"left: {x.text} ({x.why})" for x in published.left]
    return [*rows, *(f"{p.place.line}: {p.message}" for p in problems)]


def hand(text: str, code: str = "en") -> list[str]:
    """What is read of paragraphs without styles, one a line; | is a tab."""
    lines = (line.strip().replace("|", "\t") for line in text.strip().splitlines())
    return told(read(package("".join(map(typed, lines))), code))


def expected(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def test_headings_lists_and_a_table_of_word() -> None:
    document = Document()
    document.add_heading("Report of the Working Group on Rivers", 0)
    document.add_heading("Introduction", 1)
    document.add_paragraph("The Group met.", style="List Number")
    document.add_paragraph("It had before it:", style="List Number")
    document.add_paragraph("A note;", style="List Bullet")
    document.add_paragraph("A deep one.", style="List Bullet 2")
    document.add_heading("Organization", 1)
    document.add_heading("Attendance", 2)
    grid = document.add_table(rows=2, cols=2)
    for number, text in enumerate(("State", "Delegates", "Mali", "")):
        grid.cell(number // 2, number % 2).text = text
    last = document.add_paragraph("All was ", style="List Number")
    last.add_run("mutatis mutandis").italic = True
    last.add_run(" done.")
    document.add_paragraph("To be or not.", style="Quote")
    document.add_heading("Annex", 1)
    document.add_heading("Form", 2)
    document.add_paragraph("1. By hand.")
    target = BytesIO()
    document.save(target)
    assert told(read(target.getvalue(), "en")) == expected(
        """
        title: Report of the Working Group on Rivers
        heading 1: Introduction
        paragraph: 1. The Group met.
        paragraph: 2. It had before it:
        dash 1: • A note;
        dash 2: • A deep one.
        heading 1: Organization
        heading 2: Attendance
        row 1: State | Delegates
        row 2: Mali |
        paragraph: 3. All was *mutatis mutandis* done.
        quotation: To be or not.
        heading 1: Annex
        heading 1: Form
        paragraph: 1. By hand.
        """
    )


def test_no_styles_at_all() -> None:
    """Bold lines are headings; figures are known by their sequence."""
    text = """
        United Nations
        CTOC/COP/WG.3/2017/4
        Conference of the Parties
        Distr.: General
        23 October 2017
        Original: English
        Working Group on Rivers
        Vienna, 9–13 October 2017
        **Draft report
        Addendum
        **I. Introduction
        1. The Group met. In
        2. The following was said:
        (a) One thing;
        (b) Another, comprising:
        (i) This;
        (ii) That;
        (c) A third.
        **II. Organization
        **A. Opening
        3. It opened.
        **B. Agenda
        4. The Group adopted the following agenda:
        1. Organizational matters:
        (a) Opening;
        (b) Agenda.
        2. Rivers.
        3. Lakes.
        4. Seas.
        5. Other matters.
        5. It had before it a text that read:
        “A river is a river.”
        2017. was a dry year.
        6. It closed.
        **Annex I
        **List
        1. One.
        - a dash
        - another
        """
    assert hand(text) == expected(
        """
        masthead: organization United Nations
        masthead: symbol CTOC/COP/WG.3/2017/4
        masthead: organ Conference of the Parties
        masthead: distribution Distr.: General
        masthead: date 23 October 2017
        masthead: original Original: English
        body: Working Group on Rivers
        where: Vienna, 9–13 October 2017
        title: Draft report
        subtitle: Addendum
        heading 1: I. Introduction
        paragraph: 1. The Group met. In
        paragraph: 2. The following was said:
        point 1: (a) One thing;
        point 1: (b) Another, comprising:
        point 2: (i) This;
        point 2: (ii) That;
        point 1: (c) A third.
        heading 1: II. Organization
        heading 2: A. Opening
        paragraph: 3. It opened.
        heading 2: B. Agenda
        paragraph: 4. The Group adopted the following agenda:
        agenda 1: 1. Organizational matters:
        agenda 2: (a) Opening;
        agenda 2: (b) Agenda.
        agenda 1: 2. Rivers.
        agenda 1: 3. Lakes.
        agenda 1: 4. Seas.
        agenda 1: 5. Other matters.
        paragraph: 5. It had before it a text that read:
        quotation: “A river is a river.”
        paragraph: 2017. was a dry year.
        paragraph: 6. It closed.
        heading 1: Annex I
        heading 1: List
        paragraph: 1. One.
        dash 1: - a dash
        dash 1: - another
        """
    )


def test_no_front_but_a_title() -> None:
    text = """
        **Meeting of the committee
        **Opening
        The Chair opened the meeting. V. Ivanov spoke.
        **Decisions
        The committee decided:
        1) to meet again;
        2) to eat.
        """
    assert hand(text) == expected(
        """
        title: Meeting of the committee
        heading 1: Opening
        paragraph: The Chair opened the meeting. V. Ivanov spoke.
        heading 1: Decisions
        paragraph: The committee decided:
        point 1: 1) to meet again;
        point 1: 2) to eat.
        """
    )


@pytest.mark.parametrize("text", ["Hello world", "Hello world.", "A. Smith (Chair)"])
def test_a_file_that_is_no_report(text: str) -> None:
    assert hand(text) == [f"paragraph: {text}"]


def test_what_may_be_read_in_two_ways() -> None:
    """`(i)` goes on after (h) or begins anew; breaks in the numbers are told."""
    text = """
        1.|It said:
        |(g)|seven;
        |(h)|eight;
        |(i)|nine;
        |(j)|ten.
        2.|It said:
        (a)|one, comprising:
        (i)|first;
        (ii)|second;
        (b)|two.
        And it went on.
        (c)|three.
        It decided:
        (a) one;
        (b) two.
        5.|A gap.
        """
    assert hand(text) == expected(
        """
        paragraph: 1. It said:
        point 1: (g) seven;
        point 1: (h) eight;
        point 1: (i) nine;
        point 1: (j) ten.
        paragraph: 2. It said:
        point 1: (a) one, comprising:
        point 2: (i) first;
        point 2: (ii) second;
        point 1: (b) two.
        paragraph: And it went on.
        point 1: (c) three.
        paragraph: It decided:
        point 1: (a) one;
        point 1: (b) two.
        paragraph: 5. A gap.
        16: paragraph 5. follows paragraph 2
        """
    )


def test_lines_in_italics_and_numbers_that_begin_again() -> None:
    articles = (
        typed("**Draft report"),
        typed("1. It met."),
        typed("Article 1", "<w:i/>"),
        typed("1. First."),
        typed("2. Second."),
        typed("1. Third, of which there is no second."),
    )
    assert told(read(package("".join(articles)), "en")) == expected(
        """
        title: Draft report
        paragraph: 1. It met.
        heading 1: Article 1
        paragraph: 1. First.
        paragraph: 2. Second.
        paragraph: 1. Third, of which there is no second.
        """
    )


def test_an_agenda_as_long_as_the_paragraphs_before_it() -> None:
    """Where both go on with 3., the one that comes first is the agenda's."""
    text = """
        1.|It met.
        2.|It adopted the following agenda:
        1.|Opening.
        2.|Rivers.
        3.|Closing.
        3.|It closed.
        4.|It was late.
        """
    kinds = [row.partition(":")[0] for row in hand(text)]
    assert kinds == [*["paragraph"] * 2, *["agenda 1"] * 3, *["paragraph"] * 2]


_KIND = re.compile("^masthead: [a-z]+ |^[a-z]+(?: [12])?: ")
LANGUAGES = {
    "fr": """
        masthead: organization Nations Unies
        masthead: symbol CTOC/COP/2018/13
        masthead: distribution Distr. générale
        masthead: date 1er novembre 2018
        masthead: language Français
        masthead: original Original : anglais
        body: Groupe de travail
        where: Vienne, 9-13 octobre 2017
        title: Rapport du Groupe de travail
        subtitle: Additif
        heading 1: I. Introduction (suite)
        paragraph: 1. Il a dit:
        point 1: a) un:
        point 2: i) deux.
        heading 1: II. Organisation
        """,
    "es": """
        masthead: organization Naciones Unidas
        masthead: distribution Distr. limitada
        masthead: date 5 de noviembre de 2012
        masthead: language Español
        masthead: original Original: inglés
        body: Grupo de Trabajo
        where: Viena, 15 a 19 de octubre de 2012
        title: Proyecto de informe
        subtitle: Adición
        heading 1: I. Introducción
        heading 1: II. Organización
        """,
    "ru": """
        masthead: organization Организация Объединенных Наций
        masthead: distribution Distr.: General
        masthead: date 1 November 2018
        masthead: language Russian
        masthead: original Original: English
        body: Рабочая группа
        where: Киото, Япония, 7–12 марта 2021 года
        title: Доклад о работе совещания Рабочей группы, 30 мая – 1 июня 2012 года
        heading 1: I. Введение
        paragraph: 1. Группа собралась:
        point 1: а) первое;
        point 1: б) второе.
        heading 1: II. Прочее
        heading 1: Приложение I
        heading 1: Список
        """,
    "zh": """
        masthead: organization 联合国
        masthead: distribution Distr.: General
        masthead: date 18 August 2008
        masthead: language Chinese
        masthead: original Original: English
        body: 工作组
        where: 2008年10月8日至17日，维也纳
        title: 工作组会议报告
        heading 1: 一、导言
        paragraph: 1. 决定：
        point 1: （一）甲；
        point 1: （二）乙。
        heading 1: 二、组织
        heading 1: 附件一
        heading 1: 清单
        """,
    "ar": """
        masthead: organization الأمــم المتحـدة
        masthead: symbol A/C.5/68/L.3
        masthead: distribution Distr.: Limited
        masthead: date 14 June 2011
        masthead: language Arabic
        masthead: original Original: English
        body: الفريق العامل
        where: نيويورك، 19-23 آب/أغسطس 2013
        title: تقرير الفريق العامل
        heading 1: أولا -|مقدمة
        paragraph: 1 -|قرر:
        point 1: (أ)|واحد؛
        point 1: (هـ)|خمسة.
        heading 1: ثانيا -|تنظيم
        heading 2: ألف -|الافتتاح
        paragraph: ٢ -|افتتح.
        """,
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_typed_in_other_languages(code: str) -> None:
    """Files as published documents in New York and Vienna have their words."""
    rows = expected(LANGUAGES[code])
    texts = [_KIND.sub("", row) for row in rows]
    wanted = [row.replace("|", " ") for row in rows]
    got = [re.sub(r"(?<=[）、]) ", "", row) for row in hand("\n".join(texts), code)]
    assert got == wanted


def test_a_report_of_geneva() -> None:
    """The masthead in a table of the body, parents of the body, styles in _G."""
    document = Document()
    for name in ("_ H __M_G", "_ H _Ch_G", "_ H_1_G", "_ Single Txt_G", "_Bullet 1_G"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    grid = document.add_table(rows=2, cols=2)
    grid.cell(0, 0).text = "United Nations"
    grid.cell(0, 1).text = "ECE/TRANS/WP.5/70"
    grid.cell(1, 0).text = "Economic and Social Council"
    grid.cell(1, 1).text = "Distr.: General\n1 May 2020\n\nOriginal: English"
    for style, text in (
        ("Normal", "Economic Commission for Europe"),
        ("Normal", "Inland Transport Committee"),
        ("Normal", "Working Party on Rivers"),
        ("Normal", "Seventy-fifth session"),
        ("Normal", "Geneva, 7–9 May 2020"),
        ("Normal", "Item 2 of the provisional agenda"),
        ("Normal", "Adoption of the report"),
        ("_ H _Ch_G", "\t\tThe Working Party on its seventy-fifth session"),
        ("_ H_1_G", "\t\tNote by the secretariat"),
        ("_ H __M_G", "Contents"),
        ("Normal", "I.\tIntroduction\t1"),
        ("_ H _Ch_G", "\tI.\tIntroduction"),
        ("_ Single Txt_G", "1.\tIt noted:"),
        ("_ Single Txt_G", "\t(a)\tOne;"),
        ("_ Single Txt_G", "\t\t(i)\tDeep;"),
        ("_ Single Txt_G", "\t(b)\tTwo."),
        ("_Bullet 1_G", "A bullet."),
        ("_ H _Ch_G", "\tII.\tMatters"),
        ("_ H_1_G", "\t\tA matter"),
        ("_ Single Txt_G", "2.\tIt closed."),
        ("_ H _Ch_G", "\t\tAnnex I\nList of things"),
        ("_ Single Txt_G", "1.\tFirst."),
    ):
        document.add_paragraph(text, style=style)
    target = BytesIO()
    document.save(target)
    assert told(read(target.getvalue(), "en")) == expected(
        """
        masthead: organization United Nations
        masthead: symbol ECE/TRANS/WP.5/70
        masthead: organ Economic and Social Council
        masthead: distribution Distr.: General
        masthead: date 1 May 2020
        masthead: original Original: English
        masthead: organ Economic Commission for Europe
        masthead: organ Inland Transport Committee
        body: Working Party on Rivers
        masthead: session Seventy-fifth session
        where: Geneva, 7–9 May 2020
        masthead: item Item 2 of the provisional agenda
        masthead: item Adoption of the report
        title: The Working Party on its seventy-fifth session
        subtitle: Note by the secretariat
        heading 1: I. Introduction
        paragraph: 1. It noted:
        point 1: (a) One;
        point 2: (i) Deep;
        point 1: (b) Two.
        dash 1: A bullet.
        heading 1: II. Matters
        heading 2: A matter
        paragraph: 2. It closed.
        heading 1: Annex I List of things
        paragraph: 1. First.
        left: Contents (the table of contents)
        left: I.\tIntroduction\t1 (the table of contents)
        """
    )


def _level(place: int, format: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + _level(0, "upperRoman", "%1.")
    + _level(1, "upperLetter", "%2.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + _level(0, "decimal", "%1.")
    + _level(1, "lowerLetter", "(%2)")
    + _level(2, "lowerRoman", "(%3)")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def test_word_counts_headings_paragraphs_and_points() -> None:
    body = "".join(
        (
            typed("**Draft report of the Committee"),
            listed("Introduction", 1, look=BOLD),
            listed("The Committee decided:", 2),
            listed("To meet;", 2, 1),
            listed("To eat:", 2, 1),
            listed("Bread;", 2, 2),
            listed("Wine;", 2, 2),
            listed("To go.", 2, 1),
            listed("Organization", 1, look=BOLD),
            listed("Opening", 1, 1, look=BOLD),
            listed("It opened.", 2),
            listed("Attendance", 1, 1, look=BOLD),
            listed("All came.", 2),
            listed("", 2),
        )
    )
    assert told(read(package(body, {"numbering": NUMBERING}), "en")) == expected(
        """
        title: Draft report of the Committee
        heading 1: I. Introduction
        paragraph: 1. The Committee decided:
        point 1: (a) To meet;
        point 1: (b) To eat:
        point 2: (i) Bread;
        point 2: (ii) Wine;
        point 1: (c) To go.
        heading 1: II. Organization
        heading 2: A. Opening
        paragraph: 2. It opened.
        heading 2: B. Attendance
        paragraph: 3. All came.
        left: 4. (a number without a text)
        """
    )


def _call(id: int, kind: str = "foot", mark: str = "") -> str:
    typed_mark = f"<w:t>{mark}</w:t>" if mark else ""
    call = f'<w:{kind}noteReference w:id="{id}"/>{typed_mark}'
    return f"<w:r><w:rPr>{RAISED}</w:rPr>{call}</w:r>"


def _footnote(id: int, *content: str) -> str:
    return f'<w:footnote w:id="{id}">{"".join(content)}</w:footnote>'


def test_notes() -> None:
    """Counted by their calls; an asterisk is typed; a note may have paragraphs."""
    tab = "<w:r><w:tab/></w:r>"
    body = (
        paragraph(run("Report on rivers", BOLD) + _call(2, mark="*"))
        + paragraph(
            run("1.") + tab + run("Text") + _call(3) + run(",", RAISED) + _call(1)
            + run(" goes on the 2") + run("nd", RAISED) + run(" day {of} CTOC/1*.")
        )
        + table(row(cell(typed("State")), cell(typed("N"))),
                row(cell(paragraph(run("Mali") + _call(1, "end"))), cell(typed(""))))
    )  # fmt: skip
    own = run(" See ") + run("ibid", "<w:i/>") + run(".")
    more = {
        "footnotes": _footnote(1, paragraph(own), typed("More."))
        + _footnote(2, typed("* Reissued."))
        + _footnote(3, typed("Third."))
        + _footnote(4, typed("Never called.")),
        "endnotes": f'<w:endnote w:id="1">{typed("End.")}</w:endnote>',
    }
    assert told(read(package(body, more), "en")) == expected(
        """
        title: Report on rivers{note: *}
        paragraph: 1. Text{note: 1},{note: 2} goes on the 2^nd^ day {{of} CTOC/1*.
        row 1: State | N
        row 2: Mali{note: i} |
        note: * Reissued.
        note: 1 Third.
        note: 2 See *ibid*. More.
        note: i End.
        left: Never called. (a note that nothing calls)
        1: a note that nothing calls is left out: Never called.
        """
    )


def _box(*content: str) -> str:
    inner = "".join(content)
    return f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"


def test_hidden_words_and_boxes() -> None:
    """A sentence in a box is text of the report; a stamp is none."""
    secret = run("secret", "<w:vanish/>")
    body = (
        typed("**Introduction")
        + paragraph(run("1. It met.") + secret + _box(typed("Advance copy")))
        + paragraph(run("2. It ate.") + _box(typed("A box holds a sentence.")))
        + typed("3. It went.")
    )
    assert told(read(package(body), "en")) == expected(
        """
        heading 1: Introduction
        paragraph: 1. It met.
        paragraph: 2. It ate.
        paragraph: A box holds a sentence.
        paragraph: 3. It went.
        left: secret (hidden text)
        left: Advance copy (a text box)
        2: hidden text is left out: secret
        3: a text box is left out: Advance copy
        """
    )


def test_a_box_in_a_table_and_a_table_in_a_cell() -> None:
    """What a box in a cell holds comes below the table; a frame is no table."""
    inner = table(row(cell(typed("deep")), cell(typed("deeper"))))
    boxed = paragraph(run("A") + _box(typed("A sentence in a box.")))
    body = (
        typed("1. One.")
        + table(row(cell(boxed), cell(typed("B"))),
                row(cell(typed("C") + inner + typed("D")), cell(typed("E"))))
        + typed("2. Two.")
        + table(row(cell(typed("3. Framed."))))
        + typed("4. Four.")
    )  # fmt: skip
    assert told(read(package(body), "en")) == expected(
        """
        paragraph: 1. One.
        row 1: A | B
        row 2: C deep deeper D | E
        paragraph: A sentence in a box.
        paragraph: 2. Two.
        paragraph: 3. Framed.
        paragraph: 4. Four.
        """
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ((("in ", ""), ("vitro ", "i"), ("only", "")), "in *vitro* only"),
        ((("half", "i"), ("word ", ""), ("in", "i")), "halfword *in*"),
        ((("m", ""), ("3", "^"), (" a", "")), "m^3^ a"),
        ((("x ", ""), ("a b", "^")), "x a b"),
        ((("*a* ", ""), ("b", "i")), "{*}a{*} *b*"),
        ((("a\t", ""), ("\n b", "")), "a b"),
    ],
)
def test_looks(runs: tuple[tuple[str, str], ...], text: str) -> None:
    """Italics and raised letters are marked where a mark can be read."""
    looks = {"i": "<w:i/>", "^": RAISED, "": ""}
    body = paragraph("".join(_words(words, looks[look]) for words, look in runs))
    published, _ = read(package(body), "en")
    assert [line.text for line in published.lines] == [text]


def _words(words: str, look: str) -> str:
    pieces = filter(None, re.split("([\t\n])", words))
    return "".join(_BREAKS.get(piece) or run(piece, look) for piece in pieces)
