"""Two documents laid side by side: both come out of the pairs, a move is one."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.api import Loaded, load
from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.document.nodes import (
    MOVED_FROM,
    MOVED_TO,
    Block,
    Change,
    Item,
    Listing,
    Paragraph,
    Run,
)
from reportkit.revise.alignment import Line, Pair, blocks_of, lines_of, paired
from reportkit.revise.comparison import Credits, compare
from reportkit.revise.credit import credits_of
from tests.sessions_in_text import document_of, session_in
from tests.workspaces import ROOT

CODES = ("en", "fr", "es", "ru", "zh", "ar")
IDS = "abcdefghij"
ORDERS = st.permutations(IDS).flatmap(
    lambda ids: st.integers(0, len(ids)).map(lambda n: tuple(ids[:n]))
)


def line(id: str, length: int = 1) -> Line:
    return Line(id, Paragraph(id, "", (Run("x" * length),)))


def lines(ids: tuple[str, ...] | str, length: int = 1) -> tuple[Line, ...]:
    return tuple(line(id, length) for id in ids)


def sides(pairs: tuple[Pair, ...]) -> tuple[list[Line], list[Line]]:
    """What is left when all is rejected, and when all is accepted."""
    old = [p.old for p in pairs if p.at in ("both", "old") and p.old]
    new = [p.new for p in pairs if p.at in ("both", "new") and p.new]
    return old, new


@given(ORDERS, ORDERS, st.frozensets(st.sampled_from(IDS)))
def test_either_text_comes_back_in_its_order(
    old: tuple[str, ...], new: tuple[str, ...], moved: frozenset[str]
) -> None:
    pairs = paired(lines(old), lines(new, 2), moved)
    assert sides(pairs) == (list(lines(old)), list(lines(new, 2)))


@given(ORDERS, ORDERS)
def test_what_both_have_neither_goes_nor_comes(
    old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    for pair in paired(lines(old), lines(new)):
        known = pair.old or pair.new
        assert known is not None
        in_both = known.key in old and known.key in new
        assert (pair.old is not None and pair.new is not None) == in_both


@given(ORDERS, ORDERS)
def test_no_more_text_moves_than_has_to(
    old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    """Of equal passages, the most that can keep their order keep it."""
    kept = [p for p in paired(lines(old), lines(new)) if p.at == "both"]
    both = [id for id in new if id in old]
    places = {id: n for n, id in enumerate(old)}
    assert len(kept) == max(
        size
        for size in range(len(both) + 1)
        for some in combinations([places[id] for id in both], size)
        if list(some) == sorted(some)
    )


def told(pairs: tuple[Pair, ...]) -> str:
    """The keys in order; what goes away in `-`, what arrives in `+`."""
    signs = {"both": "", "old": "-", "new": "+"}
    return " ".join(f"{signs[p.at]}{(p.old or p.new or line('')).key}" for p in pairs)


@pytest.mark.parametrize(
    ("old", "new", "moved", "expected"),
    [
        ("abcde", "aebcd", "", "a +e b c d -e"),
        ("abcde", "bcdae", "", "-a b c d +a e"),
        # Where either could have moved, it is the one that people moved.
        ("ab", "ba", "a", "-a b +a"),
        ("ab", "ba", "b", "+b a -b"),
        ("abcd", "axcd", "", "a -b +x c d"),
        ("", "ab", "", "+a +b"),
        ("ab", "", "", "-a -b"),
    ],
)
def test_what_goes_stands_before_what_comes(
    old: str, new: str, moved: str, expected: str
) -> None:
    assert told(paired(lines(old), lines(new), frozenset(moved))) == expected


def test_a_long_passage_stays_where_short_ones_can_move() -> None:
    long, short = line("a", 400), line("b", 3)
    assert told(paired((long, short), (short, long))) == "+b a -b"


def test_thousands_of_passages_are_paired_at_once() -> None:
    known = tuple(line(f"p{n}") for n in range(6000))
    pairs = paired(known, known[::-1])
    assert sides(pairs) == (list(known), list(known[::-1]))


SHAPES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["", "points", "dashes"])),
    max_size=8,
)


def blocks_in(shapes: list[tuple[str, str]]) -> tuple[Block, ...]:
    """A block a shape: a paragraph, or a listing of two points, one below the other."""
    made: list[Block] = []
    for id, listing in shapes:
        words = (Run("said"),)
        below = Item(f"{id}-1", "(i)", words)
        made.append(Paragraph(id, "", words))
        if listing:
            items = (Item(id, "(a)", words, (below,)), Item(id, "(b)", words))
            made.append(Listing(listing, items))
    return tuple(made)


BLOCKS = SHAPES.map(blocks_in)


@given(BLOCKS)
def test_lines_make_their_blocks_again(blocks: tuple[Block, ...]) -> None:
    assert blocks_of(lines_of(blocks)) == blocks


@given(BLOCKS)
def test_no_two_lines_are_known_by_one_name(blocks: tuple[Block, ...]) -> None:
    keys = [each.key for each in lines_of(blocks)]
    assert len(set(keys)) == len(keys)


@pytest.fixture(scope="module")
def sample() -> Loaded:
    return load(ROOT / "sessions" / "ctoc-wg-2017")


@pytest.mark.parametrize("code", CODES)
def test_one_recommendation_is_all_that_moves_in_the_sample(
    sample: Loaded, code: str
) -> None:
    assert sample.amended is not None
    outlines, wording = sample.outlines, sample.final[code]
    old = assemble(sample.wordings[code], outlines, Order("draft", merged=True))
    new = assemble(wording, outlines, Order("final"))
    credits = credits_of(sample.amended, wording, None)
    moves = [
        (each.node.id, each.node.fate.kind)
        for each in lines_of(compare(old, new, credits).blocks)
        if each.node.fate and each.node.fate.move
    ]
    needs = "rec-assistance-needs"
    assert moves == [(needs, MOVED_TO), (needs, MOVED_FROM)]


def test_a_recommendation_moved_up_three_places_is_one_move() -> None:
    texts = {id: id * 30 for id in "abcde"}

    def listed(order: str) -> tuple[Block, ...]:
        labels = dict(zip(order, ("(a)", "(b)", "(c)", "(d)", "(e)"), strict=True))
        items = (Item(id, labels[id], (Run(texts[id]),)) for id in order)
        return (
            Paragraph("lead", "1.", (Run("Adopted:"),)),
            Listing("points", (*items,)),
        )

    document = document_of(session_in(""))
    old, new = (document._replace(blocks=listed(o)) for o in ("abcde", "aebcd"))
    both = compare(old, new, Credits({}, Change("", "")))
    fates = [
        (e.node.id, e.node.fate and e.node.fate.kind) for e in lines_of(both.blocks)
    ]
    assert fates[1:] == [
        ("a", None), ("e", MOVED_TO), ("b", None), ("c", None), ("d", None),
        ("e", MOVED_FROM),
    ]  # fmt: skip
