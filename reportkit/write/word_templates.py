"""The template parts of a Word file: which there are, and what is wrong in them.

An editor may change them, so a slip in one is told with its place before Word
calls the finished file damaged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.parsers import expat

from reportkit.problems import Place, Problem

EMBLEM = "word/media/emblem.png"
EMBLEM_PLACE = "word/emblem.xml"

# The element that each part begins with; without the first two no file is made.
ROOTS: Mapping[str, str] = MappingProxyType(
    {
        "word/styles.xml": "w:styles",
        "word/settings.xml": "w:settings",
        "word/fontTable.xml": "w:fonts",
        "word/theme/theme1.xml": "a:theme",
        EMBLEM_PLACE: "w:drawing",
    }
)
NEEDED = ("word/styles.xml", "word/settings.xml")

_PNG = b"\x89PNG\r\n\x1a\n"


def check_parts(
    parts: Mapping[str, bytes], paths: Mapping[str, str]
) -> tuple[Problem, ...]:
    """The mistakes in template parts; `paths` are the files they were read from."""
    return tuple(_mistakes(parts, paths))


def _mistakes(
    parts: Mapping[str, bytes], paths: Mapping[str, str]
) -> Iterator[Problem]:
    for name in NEEDED:
        if name not in parts:
            yield Problem(Place(name), "this part of the Word template is missing")
    for name, root in ROOTS.items():
        if name in parts:
            yield from _xml_mistakes(parts[name], root, paths[name])
    if not parts.get(EMBLEM, _PNG).startswith(_PNG):
        yield Problem(Place(paths[EMBLEM]), "the emblem is not a PNG picture")


def _xml_mistakes(part: bytes, root: str, path: str) -> Iterator[Problem]:
    names: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _attributes: names.append(name)
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        # expat counts columns from 0.
        place = Place(path, error.lineno, error.offset + 1)
        yield Problem(place, f"not XML: {expat.ErrorString(error.code)}")
        return
    if names[0] != root:
        yield Problem(Place(path), f"begins with <{names[0]}>, not with <{root}>")
