"""A translation memory out of a bundle: pairs, codes, what is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportkit import __version__
from reportkit.translate.placeholders import parts_of
from reportkit.translate.tmx import export_tmx
from reportkit.translate.units import Bundle, Unit

TWO = Unit(
    "intro",
    "The Group met on {dates}. It elected *a* Chair on the 2^nd^ day.",
    "Le Groupe s’est réuni {dates; form: heading}. Il a élu *un* président le 2^e^.",
    "reviewed",
)
ONE = Unit("a17.lead", "It met. It rose.", "Il s’est réuni, puis séparé.", "approved")
SENT = Bundle("ctoc-wg-2017", "en", "fr", (TWO, ONE))

GOLDEN = """\
<?xml version='1.0' encoding='UTF-8'?>
<tmx version="1.4">
<header creationtool="reportkit" creationtoolversion="VERSION" segtype="sentence" \
o-tmf="reportkit" adminlang="en" srclang="en-GB" datatype="plaintext">
<prop type="x-reportkit-session">ctoc-wg-2017</prop>
</header>
<body>
<tu tuid="intro.1" segtype="sentence">
<prop type="x-reportkit-unit">intro</prop>
<prop type="x-reportkit-state">reviewed</prop>
<tuv xml:lang="en-GB"><seg>The Group met on <ph x="1">{dates}</ph>.</seg></tuv>
<tuv xml:lang="fr-FR"><seg>Le Groupe s’est réuni \
<ph x="1">{dates; form: heading}</ph>.</seg></tuv>
</tu>
<tu tuid="intro.2" segtype="sentence">
<prop type="x-reportkit-unit">intro</prop>
<prop type="x-reportkit-state">reviewed</prop>
<tuv xml:lang="en-GB"><seg>It elected \
<bpt i="2" x="2" type="italic">*</bpt>a<ept i="2">*</ept> Chair on \
the 2<bpt i="3" x="3" type="superscript">^</bpt>nd<ept i="3">^</ept> day.</seg></tuv>
<tuv xml:lang="fr-FR"><seg>Il a élu \
<bpt i="2" x="2" type="italic">*</bpt>un<ept i="2">*</ept> président \
le 2<bpt i="3" x="3" type="superscript">^</bpt>e<ept i="3">^</ept>.</seg></tuv>
</tu>
<tu tuid="a17.lead" segtype="paragraph">
<prop type="x-reportkit-unit">a17.lead</prop>
<prop type="x-reportkit-state">approved</prop>
<tuv xml:lang="en-GB"><seg>It met. It rose.</seg></tuv>
<tuv xml:lang="fr-FR"><seg>Il s’est réuni, puis séparé.</seg></tuv>
</tu>
</body>
</tmx>""".replace("VERSION", __version__)


def segments(*units: Unit) -> list[tuple[str, str]]:
    """The words of each pair, codes included."""
    root = etree.fromstring(export_tmx(Bundle("s", "en", "fr", units)))
    pairs = (tu.findall("tuv/seg") for tu in root.iter("tu"))
    return [
        ("".join(map(str, a.itertext())), "".join(map(str, b.itertext())))
        for a, b in pairs
    ]


def test_a_bundle_as_tmx() -> None:
    assert export_tmx(SENT).decode() == GOLDEN


def test_sentences_whose_codes_differ_stay_together() -> None:
    crossed = Unit("u", "See {ref: a}. And {ref: b}.", "Voir {ref: b}. Et {ref: a}.")
    assert segments(crossed) == [(crossed.source, crossed.target)]


def test_a_stale_translation_goes_with_its_own_source() -> None:
    stale = Unit("u", "New words.", "Vieux mots.", "draft", "substantive", "Old words.")
    assert segments(stale) == [("Old words.", "Vieux mots.")]


def test_what_is_no_pair_is_left_out() -> None:
    unknown = Unit("u", "New words.", "Vieux mots.", "draft", "substantive")
    derived = Unit("d", "Derived.", "Tiré.", locked=True)
    assert segments(unknown, derived, Unit("n", "Not yet."), Unit("b", "A", " ")) == []


def test_han_is_parted_without_spaces() -> None:
    unit = Unit("u", "It met. It rose.", "会议开幕。会议闭幕。", "draft")
    data = export_tmx(Bundle("s", "en", "zh", (unit,)))
    tags = [seg.text for seg in etree.fromstring(data).iter("seg")]
    assert tags == ["It met.", "会议开幕。", "It rose.", "会议闭幕。"]


TEXT = st.text("aB .*^{}:<&\"'\n\t\u00a0\u200f\u2028العم会。", min_size=1, max_size=20)


@given(TEXT, TEXT)
def test_all_words_and_codes_are_there(source: str, target: str) -> None:
    pairs = segments(Unit("u", source, target, "draft"))
    for side, text in enumerate((source, target) if pairs else ()):
        told = "".join(pair[side] for pair in pairs)
        assert "".join(told.split()) == "".join(_shown(text).split())


def _shown(text: str) -> str:
    """A text as a memory shows it: marks as they are written, `{{` as a brace."""
    made = []
    for part in parts_of(text):
        if isinstance(part, str):
            made.append(part)
        elif len(part) == 2:
            made.append(part.written)
        else:
            sign = "*" if part.kind == "italic" else "^"
            inner = (x if isinstance(x, str) else x.written for x in part.content)
            made.append(f"{sign}{''.join(inner)}{sign}")
    return "".join(made)
