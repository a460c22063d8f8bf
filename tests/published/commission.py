"""The report of another body, typed here as a flat file of LibreOffice Writer.

One commission, a session, more than two hundred paragraphs in one sequence, chapters
with sections, points, footnotes, tables, resolutions quoted, two annexes. Each part
is made beside the line that should be read out of its PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import escape

from tests.published.published_lines import Seen, folded

SYMBOL = "E/2022/29-E/CN.77/2022/12"
WORDS = (
    *("lighthouse", "keeper", "harbour", "signal", "coast", "vessel", "survey"),
    *("channel", "buoy", "light", "beacon", "tide", "report", "office", "member"),
    *("region", "measure", "training", "fund", "station", "chart", "pilot"),
    *("officer", "record", "schedule", "notice", "safety", "network"),
)
VERBS = ("noted", "recalled", "stressed", "welcomed", "requested", "observed")
# What looks like a label, a note or the end of a sentence where a line breaks.
SNAGS = (
    "article 18, paragraph 13, of the Agreement",
    "decision 2/4, section I, subparagraph (b)",
    "the year 2016",
    "follow-up to the twenty-first session",
    "resolutions 3/1, 4/2 and 5/7",
    "table 2. It was said that the figures were provisional",
    "No. 27 of 1988",
    "the long-term plan for 2023–2026",
    "paragraph 14 of document E/CN.77/2022/3",
    "Mr. A. Keller (Norway)",
    "items 3 (a) and (b)",
    "“light” and “buoy” as defined in annex I",
)
STYLES = """\
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties
 fo:margin-left="2.2cm" fo:margin-right="2.2cm" fo:margin-bottom="0.2cm"
 fo:text-align="justify"><style:tab-stops><style:tab-stop style:position="0.9cm"/>
 </style:tab-stops></style:paragraph-properties>
 <style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Point" style:family="paragraph" style:parent-style-name="P">
 <style:paragraph-properties fo:margin-left="2.2cm" fo:margin-right="2.2cm"
 fo:text-indent="0.9cm"><style:tab-stops><style:tab-stop style:position="1.8cm"/>
 </style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Quote" style:family="paragraph" style:parent-style-name="P">
 <style:paragraph-properties fo:margin-left="3.4cm" fo:margin-right="3.4cm"/>
</style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties
 fo:margin-left="2.2cm" fo:margin-right="2.2cm" fo:text-indent="-1.2cm"
 fo:margin-top="0.5cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always">
 <style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>
 </style:paragraph-properties>
 <style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Page" style:family="paragraph" style:parent-style-name="H">
 <style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties>
 <style:tab-stops><style:tab-stop style:position="16cm" style:type="right"/>
 </style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Cell" style:family="paragraph"><style:text-properties
 fo:font-size="9pt"/></style:style>
"""
PAGES = """\
<style:page-layout style:name="L"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm"
 fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
 <style:header-style/><style:footer-style/></style:page-layout>
"""
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("style", "style"), ("text", "text")),
        *(("table", "table"), ("fo", "xsl-fo-compatible")),
    )
)


class Part(NamedTuple):
    """A piece of the file, and the lines that it holds."""

    xml: str
    lines: tuple[Seen, ...]


class Report(NamedTuple):
    """The file, and its lines in order, footnotes at the end."""

    file: str
    lines: tuple[Seen, ...]


def commission_report(paragraphs: int = 210, seed: int = 7) -> Report:
    """The report, always the same for a seed."""
    typist = _Typist(Random(seed))
    parts = (*_front(), *typist.chapters(paragraphs), *typist.annexes())
    lines = tuple(line for part in parts for line in part.lines)
    body = "\n".join(part.xml for part in parts)
    every = (*lines, *typist.notes)
    return Report(
        _file(body), tuple(each._replace(text=folded(each.text)) for each in every)
    )


def _file(body: str) -> str:
    page = '<text:page-number text:select-page="current"/>/<text:page-count/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} '
        'office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{STYLES}</office:styles>"
        f"<office:automatic-styles>{PAGES}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="L" style:next-style-name="Next"/>'
        '<style:master-page style:name="Next" style:page-layout-name="L">'
        f"<style:header><text:p>{SYMBOL}</text:p></style:header>"
        f'<style:footer><text:p text:style-name="Head">22-07150<text:tab/>{page}'
        "</text:p></style:footer>"
        "</style:master-page></office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    )


def _p(style: str, xml: str) -> str:
    return f'<text:p text:style-name="{style}">{xml}</text:p>'


def _front() -> Iterator[Part]:
    def line(style: str, xml: str, *seen: Seen) -> Part:
        return Part(_p(style, xml), seen)

    def fact(part: str, text: str) -> Seen:
        return Seen("masthead", part, 0, text)

    tab = "<text:tab/>"
    yield line(
        "Head",
        f"United Nations{tab}E/CN.77/2022/12",
        fact("organization", "United Nations"),
        fact("symbol", "E/CN.77/2022/12"),
    )
    yield line(
        "Head",
        f"Commission on Lighthouses{tab}Distr.: General",
        fact("organ", "Commission on Lighthouses"),
        fact("distribution", "Distr.: General"),
    )
    yield line("Head", f"{tab}14 June 2022", fact("date", "14 June 2022"))
    original = "Original: English"
    yield line("Head", f"{tab}{original}", fact("original", original))
    yield Part(_p("Head", "") * 2, ())
    for kind, label, text in (
        ("body", "", "Working Group of the Whole"),
        ("masthead", "session", "Sixty-first session"),
        ("where", "", "Geneva, 2–6 May 2022"),
    ):
        yield line("Head", text, Seen(kind, label, 0, text))
    title = "Report of the Commission on Lighthouses on its sixty-first session"
    yield Part(_p("Head", "") * 2, ())
    yield line("H", tab + title, Seen("title", "", 0, title))


class _Typist:
    """Types the report; counts its paragraphs and its notes."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.number = 0
        self.notes: list[Seen] = []

    def sentence(self) -> str:
        words = [self.random.choice(WORDS) for _ in range(self.random.randint(6, 16))]
        place = self.random.randrange(len(words))
        if self.random.random() < 0.5:
            words.insert(place, self.random.choice(SNAGS) + " and")
        return f"The Commission {self.random.choice(VERBS)} the {' '.join(words)}."

    def text(self) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(1, 7)))

    def paragraph(self, end: str = "", note: bool = False) -> Part:
        self.number += 1
        text = self.text() if not end else self.text()[:-1] + end
        xml, called = escape(text), text
        if note:
            xml, called = self._noted(xml, text)
        label = f"{self.number}."
        seen = Seen("paragraph", label, 0, called)
        return Part(_p("P", f"{label}<text:tab/>{xml}"), (seen,))

    def _noted(self, xml: str, text: str) -> tuple[str, str]:
        label = str(len(self.notes) + 1)
        note = f"See document E/CN.77/2022/{label}, annex, and the works cited there."
        self.notes.append(Seen("note", label, 0, note))
        citation = f"<text:note-citation>{label}</text:note-citation>"
        body = f"<text:note-body><text:p>{note}</text:p></text:note-body>"
        mark = f'<text:note text:note-class="footnote">{citation}{body}</text:note>'
        return f"{xml[:-1]}.{mark}", f"{text[:-1]}.[{label}]"

    def points(self, letters: str) -> Iterator[Part]:
        for letter in letters:
            sign = "." if letter == letters[-1] else ";"
            text = self.sentence()[:-1] + sign
            seen = Seen("point", f"({letter})", 1, text)
            yield Part(_p("Point", f"({letter})<text:tab/>{escape(text)}"), (seen,))

    def heading(self, label: str, text: str, level: int, style: str = "H") -> Part:
        seen = Seen("heading", label, level, text)
        return Part(_p(style, f"{label}<text:tab/>{text}"), (seen,))

    def chapters(self, paragraphs: int) -> Iterator[Part]:
        each = paragraphs // 30
        for number, label in enumerate(("I.", "II.", "III.", "IV.", "V.")):
            yield self.heading(label, f"Matters of the {WORDS[number]}s", 1)
            yield self.paragraph()
            for letter in "AB":
                yield self.heading(f"{letter}.", f"Use of the {WORDS[number + 5]}", 2)
                for figure in range(1, 4):
                    yield self.heading(f"{figure}.", f"Work on the {WORDS[figure]}", 3)
                    yield from self.section(each, figure)
            if number == 2:
                yield from self.table()
            if number == 3:
                yield from self.resolution()

    def section(self, paragraphs: int, figure: int) -> Iterator[Part]:
        for place in range(paragraphs):
            if figure == 2 and place == 1:
                yield self.paragraph(end=":")
                yield from self.points("abcdefghij"[: self.random.randint(2, 10)])
            else:
                yield self.paragraph(note=self.random.random() < 0.1)

    def table(self) -> Iterator[Part]:
        caption = "Lights in operation, by region"
        yield Part(_p("P", caption), (Seen("paragraph", "", 0, caption),))
        rows = [("Region", "Lights", "Buoys")]
        rows += [(f"{word.title()} region", "1,204", "87") for word in WORDS[:5]]
        xml = "".join(_row(row) for row in rows)
        columns = '<table:table-column table:number-columns-repeated="3"/>'
        seen = (
            Seen("row", "", 1 if not place else 2, " | ".join(row))
            for place, row in enumerate(rows)
        )
        yield Part(f"<table:table>{columns}{xml}</table:table>", tuple(seen))

    def resolution(self) -> Iterator[Part]:
        yield self.paragraph(end=" as follows:")
        texts = ["“The Commission on Lighthouses,", "“Recalling its decision 3/1,"]
        texts += [f"“{n}. Decides that {self.sentence()}" for n in range(1, 5)]
        texts[-1] += "”"
        for text in texts:
            yield Part(_p("Quote", escape(text)), (Seen("quotation", "", 0, text),))
        yield self.paragraph()

    def annexes(self) -> Iterator[Part]:
        for label in ("Annex I", "Annex II"):
            self.number = 0
            title = f"List of the {self.random.choice(WORDS)}s"
            yield Part(_p("Page", label), (Seen("heading", "", 1, label),))
            yield Part(_p("H", title), (Seen("heading", "", 1, title),))
            for _ in range(12):
                yield self.paragraph()


def _row(cells: tuple[str, ...]) -> str:
    made = (
        f"<table:table-cell>{_p('Cell', cell)}</table:table-cell>" for cell in cells
    )
    return f"<table:table-row>{''.join(made)}</table:table-row>"
