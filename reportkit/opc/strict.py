"""ISO Strict names of namespaces, told as Transitional ones.

Strict files (ISO/IEC 29500-4 is the other kind) name the same elements by other
addresses, so that one reader is enough once these are replaced.
"""

from __future__ import annotations

import re

STRICT = b"http://purl.oclc.org/ooxml/"

_DECLARED = re.compile(
    rb"(xmlns(?::[\w.-]+)?\s*=\s*[\"'])http://purl\.oclc\.org/ooxml/"
    rb"(\w+)/(\w+)(?=[\"'])"
)
# Two are spelt otherwise.
_SPELT = {
    b"customProperties": b"custom-properties",
    b"extendedProperties": b"extended-properties",
}


def transitional(xml: bytes) -> bytes:
    """The same XML, with the namespaces of Transitional where it declares Strict."""
    return _DECLARED.sub(_replaced, xml) if STRICT in xml else xml


def _replaced(found: re.Match[bytes]) -> bytes:
    opening, family, name = found.groups()
    name = _SPELT.get(name, name)
    return opening + b"http://schemas.openxmlformats.org/%b/2006/%b" % (family, name)
