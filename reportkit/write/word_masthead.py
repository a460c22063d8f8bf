"""The masthead: the table in the header of page one."""

from __future__ import annotations

from reportkit.document.nodes import Document, Masthead
from reportkit.write.word_pages import closing, is_rtl
from reportkit.write.word_story import attribute, paragraph, run, typed
from reportkit.write.word_tables import Row, Slot, placing_table

_EN_DASH = "\u2013"

# Twips, as measured in published documents; a long name of the organization
# takes its room from the symbol and splits the fourth column.
_GRID = (1267, 1872, 245, 3110, 245, 3096, 15)
_WIDE_GRID = (1267, 1872, 245, 2283, 245, 582, 245, 3096, 15)
_TOP = (1267, 1872, 245, 6466)
_WIDE_TOP = (1267, 4400, 245, 3938)
_WIDE_ORGANIZATION = 18
_TOP_HEIGHT, _ORGAN_HEIGHT = 864, 2880

# The organ's name stays within its row: letters up to which a style will do.
_ORGAN_STYLES = ((60, "XLarge"), (130, "HM"))
_SMALLEST_ORGAN = "HMSmall"

_BELOW_TOP = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_AROUND_ORGAN = (
    '<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/>'
)


def masthead(document: Document, emblem: str) -> str:
    """The masthead; `emblem` is the w:drawing of the emblem, or nothing."""
    rtl = is_rtl(document.setting)
    head = document.masthead
    wide = len(head.organization) > _WIDE_ORGANIZATION
    rows = (_top_row(head, wide, rtl), _organ_row(head, emblem, rtl))
    return placing_table(_WIDE_GRID if wide else _GRID, rows, rtl) + closing(rtl)


def _top_row(head: Masthead, wide: bool, rtl: bool) -> Row:
    empty = paragraph("Organization", "", rtl)
    name = paragraph("Organization", typed(head.organization, rtl), rtl)
    cells = (empty, name, empty, _symbols(head.symbols or ("",), rtl))
    slots = (
        Slot(width, xml, _BELOW_TOP, "bottom")
        for width, xml in zip(_WIDE_TOP if wide else _TOP, cells, strict=True)
    )
    return Row(tuple(slots), _TOP_HEIGHT)


def _symbols(symbols: tuple[str, ...], rtl: bool) -> str:
    """The symbol with its organ in large letters; those that share the
    document with it on a line below.
    """
    organ, slash, rest = symbols[0].partition("/")
    lowered = '<w:position w:val="-4"/>'
    large = f'<w:rStyle w:val="SymbolOrgan"/>{lowered}'
    first = run(organ, large)
    first += run(slash + rest, lowered) if slash else ""
    others = typed(_EN_DASH.join(symbols[1:]), False)
    lines = (first, others) if len(symbols) > 1 else (first,)
    # A symbol runs left to right, at the left of a masthead that does not.
    spacing = '<w:spacing w:after="{}"/>' + ('<w:jc w:val="left"/>' if rtl else "")
    return "".join(
        paragraph("Symbol", line, late=spacing.format(80 if line is lines[-1] else 0))
        for line in lines
    )


def _organ_row(head: Masthead, emblem: str, rtl: bool) -> Row:
    picture = f"<w:r>{emblem}</w:r>" if emblem else ""
    organ = paragraph(organ_style(head.organ), typed(head.organ, rtl), rtl)
    cells = (
        (1267, paragraph("Emblem", picture)),
        (5227, organ),
        (245, paragraph("Distribution", "")),
        (3096, _distribution(head)),
    )
    slots = tuple(Slot(width, xml, _AROUND_ORGAN) for width, xml in cells)
    return Row(slots, _ORGAN_HEIGHT)


def organ_style(organ: str) -> str:
    """The largest style in which the organ's name stays within its row."""
    fitting = (style for letters, style in _ORGAN_STYLES if len(organ) <= letters)
    return next(fitting, _SMALLEST_ORGAN)


def _distribution(head: Masthead) -> str:
    """Distribution and date; languages below, a blank line between.

    Left to right in all languages: Arabic documents print this block in English.
    """
    above = _lines(("Publication", "Distribution"), (head.distribution, head.date))
    below = [line for line in (head.language, head.original) if line]
    # LibreOffice makes up a space after where only the space before is given.
    blank = '<w:spacing w:before="240" w:after="0"/>'
    return above + "".join(
        paragraph("Original", typed(line, False), late="" if number else blank)
        for number, line in enumerate(below)
    )


def _lines(styles: tuple[str, ...], texts: tuple[str, ...]) -> str:
    return "".join(
        paragraph(style, typed(text, False))
        for style, text in zip(styles, texts, strict=True)
    )


def emblem_drawing(part: bytes, organization: str) -> str:
    """The w:drawing of templates/word/emblem.xml, the emblem's name filled in."""
    text = part.decode("utf-8").replace("{organization}", attribute(organization))
    return text[text.index("<w:drawing") :].rstrip()
