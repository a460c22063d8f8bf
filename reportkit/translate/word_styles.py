"""The styles of a two-column Word file, for its two languages."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from reportkit.languages.table import Language
from reportkit.opc.names import W

_GREY, _LIGHT = "7F7F7F", "A6A6A6"
_LATIN_LINE = 12  # points, at which letters have ten
# The styles of characters, by what they set.
_CHARACTERS = {
    "Code": f'<w:color w:val="{_GREY}"/>',
    "Context": f'<w:color w:val="{_GREY}"/>',
    "Old": f'<w:strike/><w:color w:val="{_GREY}"/>',
    "New": '<w:u w:val="single"/>',
    "PlaceholderText": f'<w:color w:val="{_LIGHT}"/>',
}


def styles_of(source: Language, target: Language) -> bytes:
    """word/styles.xml."""
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
        ' w:eastAsia="SimSun" w:cs="Times New Roman"/>'
        '<w:sz w:val="20"/><w:szCs w:val="20"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    place = (
        f'<w:pPr><w:keepNext/><w:tabs><w:tab w:val="right" w:pos="14370"/></w:tabs>'
        f'<w:spacing w:before="60"/></w:pPr><w:rPr><w:color w:val="{_GREY}"/>'
        '<w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
    )
    rows = (
        _style("paragraph", "Normal", "", ' w:default="1"'),
        _style("paragraph", "Place", f'<w:basedOn w:val="Normal"/>{place}'),
        _style("paragraph", "Source", _of_language(source)),
        _style("paragraph", "Target", _of_language(target)),
        *(
            _style("character", name, f"<w:rPr>{look}</w:rPr>")
            for name, look in _CHARACTERS.items()
        ),
    )
    space = quoteattr(W.strip("{}"))
    told = f"<w:styles xmlns:w={space}>{defaults}{''.join(rows)}</w:styles>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{told}'.encode()


def _style(kind: str, id: str, content: str, more: str = "") -> str:
    # Word knows this one by its name in two words.
    name = "Placeholder Text" if id == "PlaceholderText" else id
    return (
        f'<w:style w:type="{kind}"{more} w:styleId="{id}"><w:name w:val="{name}"/>'
        f"{content}</w:style>"
    )


def _of_language(language: Language) -> str:
    """A paragraph's fonts, the size of letters and the language."""
    fonts = (
        f'<w:rFonts w:ascii="{language.font}" w:hAnsi="{language.font}"'
        f' w:eastAsia="{language.east_asian_font}" w:cs="{language.complex_font}"/>'
    )
    size = 20 * language.line // _LATIN_LINE
    latin = size if not language.spaced else 20
    tag, other = language.tag, language.latin or language.tag
    return (
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="60" w:after="120"/>'
        f'</w:pPr><w:rPr>{fonts}<w:sz w:val="{latin}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{other}" w:eastAsia="{tag}" w:bidi="{tag}"/></w:rPr>'
    )
