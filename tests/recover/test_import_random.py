"""Reports with their paragraphs thrown about: nothing is lost without a word."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from reportkit.problems import has_errors
from reportkit.recover.folding import alike
from tests.recover.imported import imported, known_names, lost, sample_in_text

REPORTS = (
    ("ctoc-wg-2017", "en", "final"),
    ("ctoc-wg-2017", "fr", "draft"),
    ("ctoc-wg-2017", "en", "add1"),
    ("ctoc-wg-2017", "ru", "final"),
    ("water-2021", "fr", "final"),
)
# Blocks that are the front of a report.
FRONT = 8
WORDS = ("paragraph", "quotation")


def thrown_about(text: str, random: Random) -> str:
    """A text with blocks left out, moved, put in twice, or short of a word."""
    blocks = text.split("\n\n")
    for _ in range(random.randint(1, 6)):
        at, other = (random.randrange(FRONT, len(blocks)) for _ in range(2))
        what = random.choice(("left-out", "moved", "twice", "shortened"))
        if what == "left-out":
            del blocks[at]
        elif what == "moved":
            blocks[at], blocks[other] = blocks[other], blocks[at]
        elif what == "twice":
            blocks.insert(at, blocks[other])
        else:
            words = blocks[at].split(" ")
            blocks[at] = " ".join((*words[:2], *words[3:]))
    return "\n\n".join(blocks)


@pytest.mark.parametrize("seed", range(20))
def test_every_paragraph_is_printed_somewhere(seed: int) -> None:
    random = Random(seed)
    name, code, id = random.choice(REPORTS)
    text = thrown_about(sample_in_text(name, code, id), random)
    got = imported(text, code, known_names() if seed % 2 else None)
    assert not has_errors(got.problems)
    lost(got, text, code)
    elsewhere = Counter(alike(each.text) for each in got.differences.unexpected)
    for line in got.differences.missing:
        if line.kind in WORDS:
            assert elsewhere[alike(line.text)], line
            elsewhere[alike(line.text)] -= 1
