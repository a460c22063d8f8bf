"""Names of elements and attributes in the parts of a Word file, as lxml has them."""

from __future__ import annotations

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = f"{{{_OFFICE}/relationships}}"
MATH = f"{{{_OFFICE}/math}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TYPES = f"{{{_PACKAGE}/content-types}}"
RELATIONSHIPS = f"{{{_PACKAGE}/relationships}}"
CUSTOM = f"{{{_OFFICE}/custom-properties}}"

VAL, ID = f"{W}val", f"{W}id"
P, TBL, GRID_SPAN = f"{W}p", f"{W}tbl", f"{W}gridSpan"
T, DELETED_TEXT, MATH_TEXT = f"{W}t", f"{W}delText", f"{MATH}t"
TEXTS = (T, DELETED_TEXT, MATH_TEXT)
