"""A translation memory: what it offers, how near, out of sessions and TMX files."""

from __future__ import annotations

import random
import time

import pytest

from reportkit.model.fingerprint import fingerprint
from reportkit.translate.memory import Memory, Offer, Pair, pairs_of_session
from reportkit.translate.tmx import export_tmx
from reportkit.translate.tmx_pairs import read_tmx
from reportkit.translate.units import Bundle, Unit
from tests.sessions_in_text import session_in

MET = Pair(
    "The Group met on 9 October 2016. It rose.",
    "Le Groupe s’est réuni le 9 octobre 2016. Il a levé la séance.",
    "old: met",
    "fr",
)
MEMORY = Memory((MET, MET._replace(language="es", target="El Grupo.")), "en")


def told(offers: tuple[Offer, ...]) -> list[tuple[int, str, str]]:
    return [(each.score, each.by, each.target) for each in offers]


def test_the_same_passage_is_offered_whole() -> None:
    (offer, *_) = MEMORY.offers("The Group met  on\n9 October 2016. It rose.", "fr")
    assert offer[:5] == (MET.source, MET.target, 100, "old: met", "passage")
    assert offer.differs == ()


def test_a_near_passage_says_which_figures_and_marks_are_other_ones() -> None:
    text = "The Group met on 9 October 2017. It rose.{note: n1}"
    (offer, *_) = MEMORY.offers(text, "fr")
    assert 70 <= offer.score < 100 and offer.by == "passage"
    assert offer.differs == ("-2016", "+2017", "+{note: n1}")
    assert offer.target == MET.target


def test_a_text_that_differs_in_signs_alone_is_not_the_same() -> None:
    (offer, *_) = MEMORY.offers("The group met on 9 October 2016; it rose.", "fr")
    assert (offer.score, offer.differs) == (99, ())


def test_sentences_are_offered_for_the_sentence_that_asks() -> None:
    text = "Speakers disagreed on many other things that day. It rose."
    (offer,) = MEMORY.offers(text, "fr")
    assert offer[:6] == (
        *("It rose.", "Il a levé la séance.", 100, "old: met"),
        *("sentence", "It rose."),
    )


def test_nothing_is_offered_for_other_words_or_languages() -> None:
    assert MEMORY.offers("Nothing of the kind was ever said here.", "fr") == ()
    assert MEMORY.offers(MET.source, "ru") == ()
    assert MEMORY.offers("", "fr") == MEMORY.offers("—", "fr") == ()
    assert told(MEMORY.offers(MET.source, "es"))[0] == (100, "passage", "El Grupo.")


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("zh", "专家组审议了跨界河流的问题。", "专家组审议了跨界湖泊的问题。"),
        (
            "ar",
            "نظر فريق الخبراء في مسألة الأنهار.",
            "نظر فريق الخبراء في مسألة البحيرات.",
        ),
    ],
)
def test_near_texts_of_other_scripts(language: str, old: str, new: str) -> None:
    memory = Memory([Pair(old, "The rivers.", "o", "en")], language)
    assert [each.target for each in memory.offers(new, "en")] == ["The rivers."]


SESSION = """\
--- en/introduction.yaml
passages:
  - {id: fresh, text: The Group met.}
  - {id: unsure, text: The Group sat.}
  - {id: stale, text: The Group rose twice.}
  - {id: lost, text: The Group ate.}
--- fr/introduction.yaml
fresh: {of: FRESH, text: Le Groupe s’est réuni., note: a private note}
unsure: Le Groupe a siégé.
stale: {of: STALE, text: Le Groupe a levé la séance.}
lost: {of: t00000000, text: Le Groupe a dîné.}
--- fr/translated-from.yaml
stale: The Group rose.
"""


def test_a_session_gives_what_was_translated_from_what_is_known() -> None:
    text = SESSION.replace("FRESH", fingerprint("The Group met."))
    session = session_in(text.replace("STALE", fingerprint("The Group rose.")))
    assert [pair[:3] for pair in pairs_of_session(session, "en")] == [
        ("The Group met.", "Le Groupe s’est réuni.", "session: fresh"),
        ("The Group sat.", "Le Groupe a siégé.", "session: unsure"),
        ("The Group rose.", "Le Groupe a levé la séance.", "session: stale"),
    ]
    back = list(pairs_of_session(session, "fr"))
    assert back[0] == (
        *("Le Groupe s’est réuni.", "The Group met.", "session: fresh", "en"),
    )
    assert list(pairs_of_session(session, "es")) == []


UNIT = Unit(
    "intro",
    "The Group met {dates}, *inter alia*, on the 2^nd^ day.",
    "Le Groupe s’est réuni {dates}, *inter alia*, le 2^e^ jour.",
    "reviewed",
)


def test_our_own_tmx_comes_back_with_its_marks() -> None:
    data = export_tmx(Bundle("s", "en", "fr", (UNIT,)))
    pairs, problems = read_tmx(data, "old.tmx", "en")
    assert problems == ()
    assert pairs == (Pair(UNIT.source, UNIT.target, "old.tmx:7", "fr"),)
    assert read_tmx(data, "old.tmx", "fr")[0][0].target == UNIT.source


FOREIGN = """\
<tmx version="1.1"><header/><body><tu>
<tuv lang="EN-US"><seg>The <bpt i="1">&lt;b></bpt>Group<ept i="1">&lt;/b></ept> {1} met
  <hi>once</hi></seg></tuv>
<tuv lang="FR"><seg>Le Groupe<ph x="1">&lt;br/></ph></seg></tuv>
<tuv lang="de"><seg>Die Gruppe</seg></tuv>
</tu></body></tmx>
"""


def test_the_codes_of_other_tools_are_left_out_and_braces_are_braces() -> None:
    ((source, target, _, language),) = read_tmx(FOREIGN.encode(), "a.tmx", "en")[0]
    assert source.split() == ["The", "Group", "{{1}", "met", "once"]
    assert (target, language) == ("Le Groupe", "fr")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<tbx/>",
        b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx/>',
        b"<tmx><body/></tmx>",
        b"<tmx><tu>",
        b"PK\x03\x04",
    ],
)
def test_a_wrong_tmx_is_one_problem(data: bytes) -> None:
    pairs, problems = read_tmx(data, "a.tmx", "en")
    assert pairs == () and len(problems) == 1 and problems[0].severity == "error"


@pytest.mark.slow
def test_ten_thousand_segments_are_searched_at_once() -> None:
    dice = random.Random(7)
    words = [f"word{number}" for number in range(3000)]
    texts = [" ".join(dice.choices(words, k=60)) for _ in range(10_000)]
    memory = Memory([Pair(text, "—", "o", "fr") for text in texts], "en")
    wanted = [f"{text} and more" for text in dice.sample(texts, 20)]
    memory.offers(wanted[0], "fr")
    begun = time.process_time()
    found = [memory.offers(text, "fr") for text in wanted]
    assert all(offers and offers[0].score >= 90 for offers in found)
    assert (time.process_time() - begun) / len(wanted) < 0.05
