"""YAML text of new structures, in the style that the sources are written in.

Lists are indented by two, prose is block text folded at 88 columns, every scalar
is a text. What is read back is what was given; comments are not made here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import indent as indented
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    ScalarString,
    SingleQuotedScalarString,
)

WIDTH = 88
# A mark stays on one line, with the word that it stands in.
WORD = re.compile(r"(?:\{[^{}]*\}|[^ ])+")
HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
QUOTED: dict[str, type[ScalarString]] = {
    "'": SingleQuotedScalarString,
    '"': DoubleQuotedScalarString,
}


class Prose(str):
    """A text that is written as a block."""

    __slots__ = ()


class Inline(dict[str, Any]):
    """A mapping that is written in braces, on one line."""

    __slots__ = ()


Tree = str | Sequence[Any] | Mapping[str, Any]


class _Texts(VersionedResolver):
    """Takes every scalar for a text, so that `3` and `no` need no quotes."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def emit(value: Mapping[str, Any], column: int = 0) -> str:
    """The lines of a mapping, set in by a number of columns."""
    return indented(_dumped(_node(value, column)), " " * column)


def emit_items(values: Sequence[Any], column: int = 0) -> str:
    """The lines of a list, its dashes set in by a number of columns."""
    # ruamel.yaml sets a list at the top of a file in, so it goes under a key.
    lines = _dumped(_node({"list": _Items(values)}, column - 2)).splitlines(True)
    return "".join(" " * column + line[2:] for line in lines[1:])


def emit_flow(value: Tree) -> str:
    """A value on one line, as it stands within brackets or braces."""
    if isinstance(value, str):
        return _dumped(_flow([value])).strip()[1:-1]
    # In brackets, ruamel.yaml would leave out the braces of a single pair.
    return _dumped(CommentedMap({"value": _flow(value)})).strip()[len("value: ") :]


def emit_scalar(text: str, style: str = "") -> str:
    """A text on one line, in quotes of a style, or in none where none are needed."""
    quoted = QUOTED.get(style)
    return emit_flow(quoted(text) if quoted else text)


class _Items(tuple[Any, ...]):
    """A list that is written a line an item, even of plain words."""

    __slots__ = ()


def _dumped(node: Any) -> str:
    yaml = YAML()
    yaml.Resolver = _Texts
    yaml.width = 1 << 20
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(node, out)
    return out.getvalue()


def _node(value: Tree, column: int) -> Any:
    """A value as ruamel.yaml writes it at a column."""
    if isinstance(value, str):
        return _scalar(value, column)
    if isinstance(value, Inline):
        return _flow(value)
    if isinstance(value, Mapping):
        return CommentedMap((k, _node(each, column + 2)) for k, each in value.items())
    words = all(isinstance(each, str) for each in value)
    if words and not isinstance(value, _Items):
        return _flow(value)
    return CommentedSeq(_node(each, column + 2) for each in value)


def _flow(value: Tree) -> Any:
    """A value as ruamel.yaml writes it in brackets or braces."""
    if isinstance(value, str):
        return _plain(value)
    node: CommentedMap | CommentedSeq
    if isinstance(value, Mapping):
        node = CommentedMap((key, _flow(each)) for key, each in value.items())
    else:
        node = CommentedSeq(map(_flow, value))
    node.fa.set_flow_style()
    return node


def _scalar(text: str, column: int) -> Any:
    if not isinstance(text, Prose) or not text.strip():
        return _plain(text)
    if "\n" in text or len(HAN.findall(text)) * 3 > len(text):
        return LiteralScalarString(text)
    folded: Any = FoldedScalarString(text)
    folded.fold_pos = list(_gaps(text, WIDTH - column))
    return folded


def _plain(text: str) -> str:
    """A text, in quotes where it is empty: nothing at all means "not given"."""
    if isinstance(text, ScalarString):
        return text
    return str(text) if text else SingleQuotedScalarString("")


def _gaps(text: str, width: int) -> Iterator[int]:
    """The spaces of a text at which a line ends."""
    start = 0
    for word in WORD.finditer(text):
        if word.end() - start > width and word.start() > start:
            start = word.start()
            yield start - 1
