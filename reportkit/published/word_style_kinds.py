"""What the styles of Word files say: those of the United Nations and Word's own.

New York has `_ H _Ch` and `__Single Txt`, Geneva the same with `_G`; Word's own
styles keep their English names in files of all languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from reportkit.published.lines import (
    BODY,
    DASH,
    HEADING,
    PARAGRAPH,
    QUOTATION,
    SUBTITLE,
    TITLE,
)

CONTENTS, CAPTION, ITEM, CORNER = "contents", "caption", "item", "corner"


class StyleKind(NamedTuple):
    """A kind of line and its level; empty where the style says nothing.

    The level of a `fixed` heading is that of the report, whatever is around it.
    """

    kind: str = ""
    level: int = 0
    fixed: bool = False


_ROWS: Mapping[StyleKind, tuple[str, ...]] = MappingProxyType(
    {
        StyleKind(HEADING, 1, True): ("hch", "hm", "annoheading"),
        StyleKind(HEADING, 2, True): ("h1",),
        StyleKind(HEADING, 3, True): ("h23", "h2", "h3"),
        StyleKind(HEADING, 4, True): ("h4",),
        StyleKind(HEADING, 5, True): ("h56", "h5", "h6"),
        StyleKind(TITLE): ("title", "titlehch", "titlehm", "stitlem", "stitlel"),
        StyleKind(SUBTITLE): ("subtitle", "titleh1", "titleh2", "stitles"),
        StyleKind(PARAGRAPH): ("singletxt", "dualtxt"),
        StyleKind(QUOTATION): ("quotation", "quote", "intensequote", "blocktext"),
        StyleKind(CAPTION): ("caption", "tablecaption"),
        StyleKind(BODY): ("session",),
        StyleKind(CORNER): ("agendaitemnormal",),
        StyleKind(ITEM): ("agendatitleh2",),
    }
)
_KINDS = {name: kind for kind, names in _ROWS.items() for name in names}
# What a masthead's styles hold, where the words do not tell.
PARTS: Mapping[str, str] = MappingProxyType(
    {
        "organization": "organization",
        "symbol": "symbol",
        **dict.fromkeys(("xlarge", "hm", "hmsmall"), "organ"),
        "publication": "distribution",
    }
)
_HEADING = re.compile(r"heading([1-9])")
_BULLET = re.compile(r"(?:list)?bullet([1-9])?")
_CONTENTS = re.compile(r"toc(?:[1-9]|heading)|tableoffigures|index[1-9]")
# Geneva's styles end in G, its Arabic ones in GA; those of some bodies begin in Reg.
_FAMILY = re.compile(r"(?:reg)?(.+?)(?:ga|g)?")


def style_kind(id: str, name: str, outline: int) -> StyleKind:
    """What a paragraph is by its style, and by its outline level where that is all."""
    for key in (style_key(name), style_key(id)):
        found = _kind(key)
        if found:
            return found
    return StyleKind(HEADING, outline) if outline else StyleKind()


def style_key(name: str) -> str:
    """The name of a style in small letters and figures alone."""
    return re.sub(r"[\W_]+", "", name).lower()


def _kind(key: str) -> StyleKind | None:
    if _CONTENTS.fullmatch(key):
        return StyleKind(CONTENTS)
    heading = _HEADING.fullmatch(key)
    if heading:
        return StyleKind(HEADING, int(heading[1]))
    family = _FAMILY.fullmatch(key)
    base = family[1] if family else key
    bullet = _BULLET.fullmatch(key) or _BULLET.fullmatch(base)
    if bullet:
        return StyleKind(DASH, int(bullet[1] or 1))
    return _KINDS.get(key) or _KINDS.get(base)
