"""Running headers, footers and sections: what every page of a Word report has."""

from __future__ import annotations

from reportkit.document.nodes import Document, JobLine, Setting
from reportkit.write.word_story import paragraph, typed
from reportkit.write.word_tables import Row, Slot, placing_table

# Width, height and side margins in twips. A4's margins leave the measure of
# Letter, so that the indents and the masthead stay the same.
_PAPERS = {"A4": (11906, 16838, 1033), "Letter": (12240, 15840, 1200)}

# Page one keeps 1728 twips for its foot. The footer takes that room by its own
# height and not by a margin: LibreOffice would keep the margin on every page.
_FOOT, _FOOTER = 1152, 504
_FIRST_FOOTER_HEIGHT = 1728 - _FOOTER - 20

_HALVES = (4920, 4920)
_JOB_COLUMNS = (3801, 6039)
_RULE = '<w:bottom w:val="single" w:sz="2" w:space="0" w:color="auto"/>'
_RIGHT = '<w:jc w:val="right"/>'

_PLACES = (("even", "1"), ("default", "2"), ("first", "3"))


def first_section(setting: Setting) -> str:
    """The section that brings headers and footers, masthead first."""
    references = "".join(
        f'<w:{kind}Reference w:type="{place}" r:id="{kind}{number}"/>'
        for place, number in _PLACES
        for kind in ("header", "footer")
    )
    return _section(setting, references, "<w:titlePg/>")


def running_section(setting: Setting) -> str:
    """The section of the text, on the same page and under the same headers."""
    return _section(setting, '<w:type w:val="continuous"/>', "")


def _section(setting: Setting, opening: str, title_page: str) -> str:
    width, height, side = _PAPERS[setting.paper]
    bidi = "<w:bidi/>" if is_rtl(setting) else ""
    return (
        f'<w:sectPr>{opening}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="1440" w:right="{side}" w:bottom="{_FOOT}" w:left="{side}"'
        f' w:header="432" w:footer="{_FOOTER}" w:gutter="0"/>'
        f'<w:cols w:space="720"/>{title_page}{bidi}'
        '<w:docGrid w:linePitch="360"/></w:sectPr>'
    )


def is_rtl(setting: Setting) -> bool:
    """Whether the document runs from right to left."""
    return setting.direction == "rtl"


def running_header(document: Document, even: bool) -> str:
    """The symbol over a rule, on the outer side of the page."""
    rtl = is_rtl(document.setting)
    symbol = paragraph("Header", typed(document.symbol, rtl), rtl, late=_side(even))
    empty = paragraph("Header", "", rtl)
    cells = (symbol, empty) if even else (empty, symbol)
    slots = tuple(Slot(width, xml, _RULE, "bottom") for width, xml in _halves(cells))
    return placing_table(_HALVES, (Row(slots, 864),), rtl) + closing(rtl)


def running_footer(document: Document, even: bool) -> str:
    """`2/13` on the outer side of the page, the job number on the inner."""
    rtl = is_rtl(document.setting)
    number = document.job.number if document.job else ""
    # Its paragraph runs left to right in all languages: 2/13 is read as in English.
    page = paragraph("Footer", page_of_pages(), late=_side(even != rtl))
    job = paragraph("JobNumber", typed(number, False), rtl, late=_side(not even))
    cells = (page, job) if even else (job, page)
    slots = tuple(Slot(width, xml, "", "bottom") for width, xml in _halves(cells))
    return placing_table(_HALVES, (Row(slots),), rtl) + closing(rtl)


def _halves(cells: tuple[str, str]) -> zip[tuple[int, str]]:
    return zip(_HALVES, cells, strict=True)


def _side(starts: bool) -> str:
    return "" if starts else _RIGHT


def page_of_pages() -> str:
    """The page's number and the number of pages, as fields."""
    return f"{_field('PAGE')}{typed('/', False)}{_field('NUMPAGES')}"


def _field(name: str) -> str:
    marks = {
        mark: f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>'
        for mark in ("begin", "separate", "end")
    }
    code = f'<w:instrText xml:space="preserve"> {name} \\* Arabic </w:instrText>'
    cached = typed("1", False)
    return f"{marks['begin']}<w:r>{code}</w:r>{marks['separate']}{cached}{marks['end']}"


def first_footer(document: Document) -> str:
    """The job line and its bar code; nothing but a line where there is no job."""
    rtl = is_rtl(document.setting)
    if document.job is None:
        return paragraph("Footer", "", rtl)
    slots = (
        Slot(_JOB_COLUMNS[0], _job_line(document.job, rtl), align="bottom"),
        Slot(_JOB_COLUMNS[1], paragraph("ReleaseDate", "")),
    )
    row = Row(slots, _FIRST_FOOTER_HEIGHT)
    return placing_table(_JOB_COLUMNS, (row,), rtl) + closing(rtl)


def _job_line(job: JobLine, rtl: bool) -> str:
    # Code 39 begins and ends with an asterisk.
    bar_code = f"*{job.bar_code.strip('*')}*"
    lines = (("ReleaseDate", job.text), ("BarCode", bar_code))
    return "".join(
        paragraph(style, typed(text, False), late=_side(not rtl))
        for style, text in lines
    )


def closing(rtl: bool) -> str:
    """The paragraph that Word wants after a table, one point high."""
    return paragraph("OnePoint", "", rtl)
