"""Set sentences as byte code, kept beside the package's own.

Compiling a language's sentences takes as long as all the rest that a language
costs. Their code is kept where Python keeps that of the package, under the
same rules: it is made again whenever it cannot be read, and nobody misses it.
"""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType

import reportkit
from reportkit.assemble.sentences import CODE_MAGIC
from reportkit.disk import DiskError, write_file


def read_code(language: str) -> dict[str, CodeType]:
    """The compiled sentences of a language by their texts, as far as they are kept."""
    try:
        data = _file(language).read_bytes()
        if not data.startswith(CODE_MAGIC):
            return {}
        known: dict[str, CodeType] = marshal.loads(data[len(CODE_MAGIC) :])
        return dict(known)
    except (OSError, EOFError, ValueError, TypeError):
        return {}


def keep_code(language: str, code: dict[str, CodeType]) -> None:
    """Keep the compiled sentences of a language where Python keeps byte code."""
    if not sys.dont_write_bytecode:
        with suppress(DiskError, OSError):
            write_file(_file(language), CODE_MAGIC + marshal.dumps(code))


def _file(language: str) -> Path:
    """One file a language and Python; its first bytes tell the version of jinja2."""
    folder = Path(reportkit.__file__).parent / "__pycache__"
    return folder / f"sentences-{language}.{sys.implementation.cache_tag}"
