"""XML elements with what is in them, in one expression."""

from __future__ import annotations

from lxml import etree

Element = etree._Element


def element(tag: str, attributes: dict[str, str], *content: Element | str) -> Element:
    """A new element, with words and elements in it."""
    made = etree.Element(tag, attributes)
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
