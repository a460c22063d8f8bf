"""Small bundles for the tests of translation, and texts to fill them with."""

from __future__ import annotations

from hypothesis import strategies as st

from reportkit.translate.units import Bundle, Unit

OPENING = Unit(
    "opening-chair",
    "The *Chair* opened the session. See {ref: intro} and {note: n1}."
    " It was the 3^rd^.",
    "La *présidence* a ouvert la session. Voir {ref: intro; case: dat} et {note: n1}."
    " C’était la 3^e^.",
    "reviewed",
    number="add1 1 (b)",
    heading="Opening of the session",
)
MISSING = Unit("missing", "A first sentence. And {states: DZA ARG}.", number="2")
MERGED = Unit("merged", "One thing. Another thing.", "Deux choses.", "draft")
APPROVED = Unit("approved", "Adopted.", "Adopté.", "approved")
STALE = Unit(
    "a1.stale",
    "It met on 3 October. It met 9 times.",
    "Elle s’est réunie le 3 octobre. Elle s’est réunie 8 fois.",
    "approved",
    grade="figures",
    before="It met on 3 October. It met 8 times.",
)
LOCKED = Unit("derived", "The meeting was held in Vienna.", locked=True)
FRENCH = Bundle(
    "ctoc-wg-2017",
    "en",
    "fr",
    (OPENING, MISSING, MERGED, APPROVED, STALE, LOCKED),
    "add1",
)


def one_unit(unit: Unit, source: str = "en", target: str = "fr") -> Bundle:
    """A bundle of one unit."""
    return Bundle("small", source, target, (unit,))


LETTERS = "aZé1 .。!؟,*^}<>&\"'\\\n\t\u00a0中文。كت\u0301\u200d\u200f\u2028Я"
MARKS = (
    *("{ref: intro}", "{note: n1}", "{states: DZA ARG; form: full}", "{opening}"),
    *("*italic words*", "*with {ref: a} in it*", "^rd^", "*10^e^*", "{{", "{*}", "{^}"),
    *("Mr. Smith. ", "One. Two. ", "句子。", "Oui ? « Non. » ", "]]>", "<!--", "&amp;"),
)


def texts() -> st.SearchStrategy[str]:
    """Marked texts of any script, with white space and signs anywhere."""
    words = st.text(LETTERS, max_size=8)
    return st.lists(words | st.sampled_from(MARKS), max_size=8).map("".join)


def translations() -> st.SearchStrategy[str]:
    """Texts that are no white space alone; that would be no translation."""
    return texts().filter(lambda text: bool(text.strip()))
