"""The forms and facts that a language's set sentences ask for, out of their Jinja2."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import yaml
from jinja2 import Environment, meta, nodes

from reportkit.assemble.sentences import read_sentences
from tests.sessions_in_text import TEMPLATES, words_of

ENGINE = Environment()


@cache
def sentences_of(code: str) -> Mapping[tuple[str, str], str]:
    """The set sentences of a language by group and key."""
    data = (TEMPLATES / code / "sentences.yaml").read_text(encoding="utf-8")
    return {
        (group, str(key)): str(text)
        for group, row in yaml.safe_load(data).items()
        if isinstance(row, dict)
        for key, text in row.items()
    }


@cache
def functions() -> frozenset[str]:
    """What every sentence can call, beside its own facts."""
    sentences, _ = read_sentences(b"", "sentences.yaml", words_of("en"))
    return frozenset(sentences.environment.globals)


def facts_of(text: str) -> set[str]:
    """The facts that a sentence prints or asks about."""
    return meta.find_undeclared_variables(ENGINE.parse(text)) - functions()


def facts_asked_for(text: str) -> set[str]:
    """The facts that a sentence says only `if` they are known; counts left out."""
    tests = (node.test for node in ENGINE.parse(text).find_all(nodes.If))
    return {name for test in tests for name in _truths(test)}


def _truths(test: nodes.Node) -> Iterator[str]:
    if isinstance(test, nodes.Name):
        yield test.name
    elif isinstance(test, nodes.BinExpr | nodes.UnaryExpr):
        for part in test.iter_child_nodes():
            yield from _truths(part)


def asked_forms(code: str) -> dict[str, set[str]]:
    """The forms asked of each name: `body.full` of `the`, `state` of `gen`."""
    found: dict[str, set[str]] = defaultdict(set)
    for text in sentences_of(code).values():
        for path, form in _asked(ENGINE.parse(text)):
            found[path].add(form)
    return found


def _asked(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    for call in tree.find_all(nodes.Call):
        arguments = call.args
        if getattr(call.node, "name", "") == "each" and len(arguments) > 1:
            form = arguments[1]
            if isinstance(form, nodes.Const):
                yield _path(arguments[0]), str(form.value)
    for get in tree.find_all((nodes.Getattr, nodes.Getitem)):
        path, _, part = _path(get).rpartition(".")
        if path:
            yield path, part


def _path(node: nodes.Node) -> str:
    """`body.short.dual` of body.short["dual"]."""
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_path(node.node)}.{node.arg.value}"
    return node.name if isinstance(node, nodes.Name) else ""
