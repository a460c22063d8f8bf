"""The difference between two contents: few words are marked, and none is lost."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.api import assemble, load
from reportkit.document.nodes import Content, NoteReference, Plain, Reference, Run
from reportkit.document.text import put_together, text_of
from reportkit.revise.alignment import lines_of
from reportkit.revise.difference import WORD, Stretch, stretches, tokens_of
from tests.workspaces import ROOT

CODES = ("en", "fr", "ru", "ar", "zh")
HAN = "决定通过报告草案"
# Consonants with vowel signs on them, and a hamza set above.
SIGNS = "\u064e\u064f\u0650\u0651\u0654"


@pytest.fixture(scope="module")
def paragraphs() -> dict[str, list[str]]:
    """The longer paragraphs of a sample in each language."""
    loaded = load(ROOT / "sessions" / "ctoc-wg-2017")
    documents = {code: assemble(loaded, "draft", code, merged=True) for code in CODES}
    return {
        code: [
            text
            for line in lines_of(document.blocks)
            if len(words_in(text := text_of(getattr(line.node, "content", ())))) > 40
        ]
        for code, document in documents.items()
    }


def plain(text: str) -> Content:
    return (Run(text),)


def tokens(text: str) -> list[str]:
    return [text_of((token,)) for token in tokens_of(plain(text))]


def is_word(token: str) -> bool:
    return token[:1].isalnum()


def words_in(text: str) -> list[str]:
    return [token for token in tokens(text) if is_word(token)]


def difference(old: str, new: str) -> str:
    """What stays, with what goes and what comes in brackets."""
    return "".join(map(_told, stretches(plain(old), plain(new))))


def _told(each: Stretch) -> str:
    if each.same:
        return text_of(each.new)
    gone, come = text_of(each.old), text_of(each.new)
    return (f"[-{gone}-]" if gone else "") + (f"[+{come}+]" if come else "")


def reworded(text: str, random: Random) -> str:
    """The text with a third of its words replaced, left out or put in.

    Most of what comes stands elsewhere in the text too.
    """
    known = tokens(text)
    places = [n for n, token in enumerate(known) if is_word(token)]
    words = [known[n] for n in places]
    chosen = {n: random.random() for n in random.sample(places, len(places) // 3)}
    return "".join(
        _reworded(chosen.get(n), each, words, random) for n, each in enumerate(known)
    )


def _reworded(chance: float | None, word: str, words: list[str], random: Random) -> str:
    if chance is None:
        return word
    other = random.choice(words)
    if chance < 0.6:
        return other
    gap = "" if word in HAN or (len(word) == 1 and not word.isascii()) else " "
    new = {0: "", 1: f"{word}{gap}{other}", 2: "決" if not gap else "unheard"}
    return new[int(chance * 10) % 3]


def marked(stretches: tuple[Stretch, ...], side: str) -> float:
    """The share of the words of a side that are marked as changed."""
    words = [
        each.same
        for each in stretches
        for t in getattr(each, side)
        if is_word(text_of((t,)))
    ]
    return words.count(False) / len(words)


@pytest.mark.parametrize("code", CODES)
def test_few_words_are_marked(paragraphs: dict[str, list[str]], code: str) -> None:
    random = Random(1)
    for text in paragraphs[code]:
        for _ in range(5):
            found = stretches(plain(text), plain(reworded(text, random)))
            assert max(marked(found, "old"), marked(found, "new")) <= 0.4, text


@pytest.mark.parametrize("code", ["en", "zh"])
def test_a_long_passage_takes_no_time(
    paragraphs: dict[str, list[str]], code: str
) -> None:
    text = " ".join(paragraphs[code] * 20)
    old = "".join(tokens(text)[: 3000 * len(tokens(text)) // len(words_in(text))])
    new = reworded(old, Random(1))
    seconds = []
    for _ in range(3):
        start = process_time()
        stretches(plain(old), plain(new))
        seconds.append(process_time() - start)
    assert min(seconds) < 0.3


RUNS = st.builds(
    Run,
    st.text(st.sampled_from("ab é,.;  \n\u00a0’سب" + SIGNS + HAN), min_size=1),
    italic=st.booleans(),
    superscript=st.booleans(),
)
OTHERS = st.sampled_from(
    (Reference("rec", "1 (b)"), NoteReference("note", "1"), NoteReference("note", "2"))
)
INLINES: st.SearchStrategy[list[Plain]] = st.lists(st.one_of(RUNS, OTHERS), max_size=6)
CONTENTS = INLINES.map(put_together)


def bare(content: Content) -> list[Plain]:
    """The tokens of a content without the numbers of its footnotes."""
    return [
        each._replace(label="") if isinstance(each, NoteReference) else each
        for each in tokens_of(content)
    ]


@given(CONTENTS, CONTENTS)
def test_both_texts_come_back(old: Content, new: Content) -> None:
    found = stretches(old, new)
    assert put_together(t for each in found for t in each.old) == old
    assert put_together(t for each in found for t in each.new) == new
    for each in found:
        assert not each.same or bare(each.old) == bare(each.new)


@given(CONTENTS, CONTENTS)
def test_a_word_stands_between_two_changes(old: Content, new: Content) -> None:
    for each in stretches(old, new)[1:-1]:
        assert not each.same or any(
            not isinstance(token, Run) or WORD.search(token.text) for token in each.new
        )


@given(CONTENTS, CONTENTS)
def test_stretches_stay_and_change_by_turns(old: Content, new: Content) -> None:
    found = stretches(old, new)
    assert all(one.same != other.same for one, other in pairwise(found))
    assert all(each.old or each.new for each in found)


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_as_many_words_stay_as_can(old: list[str], new: list[str]) -> None:
    found = stretches(plain(" ".join(old)), plain(" ".join(new)))
    stay = [
        t for each in found if each.same for t in each.new if is_word(text_of((t,)))
    ]
    assert len(stay) == longest_common(old, new)


def longest_common(one: list[str], other: list[str]) -> int:
    """How many words two lists have in common in one order, by the plain table."""
    row = [0] * (len(other) + 1)
    for word in one:
        above, row = row, [0]
        for n, each in enumerate(other):
            best = above[n] + 1 if each == word else max(above[n + 1], row[n])
            row.append(best)
    return row[-1]


WORDS = st.lists(st.sampled_from(["one", "two", "of", "the"])).map(" ".join)


@given(WORDS, WORDS)
def test_no_space_changes_between_words_that_stay(old: str, new: str) -> None:
    for each in stretches(plain(old), plain(new)):
        assert each.same or words_in(text_of(each.old) + text_of(each.new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b", "a  b", "a[- -][+  +]b"),
        ("a  b c", "a  x c", "a  [-b-][+x+] c"),
        (
            "of the State",
            "of each of the States",
            "of [+each of +]the [-State-][+States+]",
        ),
        ("one, two", "one and two", "one[-,-][+ and+] two"),
        ("one, two", "six, ten", "[-one, two-][+six, ten+]"),
        ("the end.", "the end;", "the end[-.-][+;+]"),
        ("通过报告", "通过了报告", "通过[+了+]报告"),
        ("报告草案", "报告", "报告[-草案-]"),
        ("كَتَبَ ", "كُتِبَ ", "[-كَتَبَ-][+كُتِبَ+] "),
        ("the State’s law", "the States’ law", "the [-State’s-][+States’+] law"),
    ],
)
def test_what_is_marked(old: str, new: str, expected: str) -> None:
    assert difference(old, new) == expected


@given(st.text(HAN, min_size=1))
def test_han_has_a_token_a_character(text: str) -> None:
    assert tokens(text) == list(text)


@given(st.text("كتب" + SIGNS + " ", min_size=1))
def test_a_sign_is_never_parted_from_its_letter(text: str) -> None:
    for one, other in pairwise(tokens(text)):
        assert not (other[0] in SIGNS and not one.isspace())


def test_a_change_of_look_is_a_change() -> None:
    old, new = (Run("Title"), Run(" ends")), (Run("Title", italic=True), Run(" ends"))
    changed, same = stretches(old, new)
    assert not changed.same and changed.old == old[:1] and changed.new == new[:1]
    assert same.same


def test_the_number_of_a_footnote_is_no_change() -> None:
    (found,) = stretches((NoteReference("n", "1"),), (NoteReference("n", "2"),))
    assert found.same and found.new == (NoteReference("n", "2"),)
