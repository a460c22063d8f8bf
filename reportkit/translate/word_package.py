"""The package of a two-column Word file: its parts, how they are tied, the zip.

A part of its own keeps the texts as they were sent: by it a row is known again
whose controls are gone, and what was not touched comes back exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from reportkit.languages.table import Language, language_of
from reportkit.opc.names import W
from reportkit.translate.elements import Element, element
from reportkit.translate.units import Bundle, Unit
from reportkit.translate.word_table import COLUMN, PLACEHOLDER, table_of, word
from reportkit.translate.word_typed import Typed

FORMAT = "reportkit two columns 1"
SENT = "{urn:reportkit:two-columns}"

_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = f"{_OFFICE}/relationships"
_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
# The oldest date that a zip can hold, so that equal bundles are equal files.
_DATE = (1980, 1, 1, 0, 0, 0)
