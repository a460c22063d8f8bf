"""Values out of YAML: what is kept as typed, and how deep a file may go."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from reportkit.source.values import Mapping, Sequence, Text, Value
from reportkit.source.yaml_reader import MAX_DEPTH, read_yaml
from tests.sessions_in_text import ROOT

# What YAML 1.1 would make of these is not what a rapporteur typed.
NORWAY = """
    no NO yes on off y n true 12:30 010 0x1F 1e3 1.10 .inf .nan ~ null NULL
    2026-02-30 2017-10-09 1_000 190:20:30 0b101 = 78e51061 9999999999999999999999
"""

FILE = """\
# a comment
titles:
  a: >-
    Réunion à Genève
    sur les eaux
items: [x, {id: y, number: 3}]
text: |
  First line.

  Second “line” 𝔘𝔫𝔦.
empty:
"""


def read(text: str) -> Mapping:
    mapping, problems = read_yaml(text.encode(), "a.yaml")
    assert mapping is not None and not problems, problems
    return mapping


def plain(value: Value) -> object:
    """A value without its places."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [plain(each) for each in value]
    return str(value)


@pytest.mark.parametrize("typed", NORWAY.split())
def test_a_plain_scalar_stays_what_was_typed(typed: str) -> None:
    assert plain(read(f"a: {typed}\nb: [{typed}]\n")) == {"a": typed, "b": [typed]}


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_ends_make_no_difference(end: str) -> None:
    assert plain(read(FILE.replace("\n", end))) == plain(read(FILE))


def test_a_byte_order_mark_makes_no_difference() -> None:
    mapping = read("\ufeff" + FILE)
    assert plain(mapping) == plain(read(FILE))
    assert next(iter(mapping)).place == ("a.yaml", 2, 1)


def test_values_and_keys_know_their_places() -> None:
    mapping = read(FILE)
    assert [key.place[1:] for key in mapping] == [(2, 1), (6, 1), (7, 1), (11, 1)]
    items = mapping[Text("items")]
    assert items.place[1:] == (6, 8)
    assert items[0].place[1:] == (6, 9)
    assert items[1].place[1:] == (6, 12)
    assert items[1][Text("number")].place[1:] == (6, 28)


@pytest.mark.parametrize("nothing", ["", "\n\n", "# a comment\n", "\ufeff"])
def test_an_empty_file_is_an_empty_mapping(nothing: str) -> None:
    assert read(nothing) == {}


# A file whose deepest value is so many levels deep, its top one counted.
DEPTHS: dict[str, Callable[[int], str]] = {
    "brackets": lambda n: "a: " + "[" * (n - 1) + "]" * (n - 1),
    "open brackets": lambda n: "a: " + "[" * (n - 1),
    "braces": lambda n: "a: " + "{a: " * (n - 1) + "b" + "}" * (n - 1),
    "hyphens": lambda n: "a:\n " + "- " * (n - 1) + "b\n",
    "question marks": lambda n: "? " * n + "b\n",
    "block": lambda n: "".join(" " * level + "a:\n" for level in range(n)),
}


@pytest.mark.parametrize("kind", ["brackets", "braces", "hyphens", "block"])
@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH])
def test_a_file_may_be_64_levels_deep(kind: str, depth: int) -> None:
    read(DEPTHS[kind](depth))


@pytest.mark.parametrize("kind", DEPTHS)
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 1000, 100_000])
def test_a_deeper_file_is_refused_at_once(kind: str, depth: int) -> None:
    # Of a block, 100,000 levels would take 5 GB of indentation.
    data = DEPTHS[kind](min(depth, 2000) if kind == "block" else depth).encode()
    began = time.perf_counter()
    mapping, problems = read_yaml(data, "a.yaml")
    assert time.perf_counter() - began < 1
    assert mapping is None and len(problems) == 1
    if kind != "question marks":
        assert problems[0].message == "nested deeper than 64 levels"


def mutants(texts: list[str], count: int) -> list[bytes]:
    """Files with a few characters cut, doubled or put in, each run the same."""
    chance = random.Random(2017)
    signs = (
        *"[]{}:,-*&!|>'\"%@`#?~ \t\n\r\\\x00\x85\u2028\ufeff\U0001f600é",
        *("\n  ", "\n- ", ": ", "<<: ", "---\n", "...\n", "!!set ", "&a ", "*a ", "? "),
    )
    made = []
    for _ in range(count):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        text = text[start : start + 600] if chance.random() < 0.5 else text
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text) + 1)
            cut = at + chance.choice((0, 0, 1, 1, 5))
            text = text[:at] + chance.choice(signs) + text[cut:]
        data = text.encode()
        if chance.random() < 0.1:
            at = chance.randrange(len(data))
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        made.append(data)
    return made


def test_whatever_is_read_a_problem_has_a_place_in_the_file() -> None:
    paths = sorted((ROOT / "sessions").rglob("*.yaml"))
    texts = [FILE, *(path.read_text(encoding="utf-8")[:3000] for path in paths)]
    refused = 0
    for data in mutants(texts, 2000):
        mapping, problems = read_yaml(data, "a.yaml")
        assert mapping is not None or problems
        refused += mapping is None
        lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        rows = lines.replace("\r", "\n").split("\n")
        for problem in problems:
            _, line, column = problem.place
            assert 1 <= line <= len(rows), (data, problem)
            assert 1 <= column <= len(rows[line - 1]) + 1, (data, problem)
            assert problem.message[0].islower() or problem.message[0] == "`"
    # Mutants that are nearly all read, or nearly all refused, would prove little.
    assert 400 < refused < 1800
