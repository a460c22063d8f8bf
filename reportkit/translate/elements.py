"""XML elements with what is in them, in one expression."""

from __future__ import annotations

from lxml import etree

Element = etree._Element


# Prefixes as other programs write them; those of other names are made up by lxml.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/package/2006/content-types": None,
    "http://schemas.openxmlformats.org/package/2006/relationships": None,
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": None,
}


def element(tag: str, attributes: dict[str, str], *content: Element | str) -> Element:
    """A new element, with words and elements in it."""
    space = tag[1:].partition("}")[0]
    prefixes = {_PREFIXES[space]: space} if space in _PREFIXES else None
    # The stubs know no default namespace.
    made = etree.Element(tag, attributes, prefixes)  # type: ignore[arg-type]
    last: Element | None = None
    for each in content:
        if not isinstance(each, str):
            made.append(each)
            last = each
        elif last is None:
            made.text = (made.text or "") + each
        else:
            last.tail = (last.tail or "") + each
    return made
