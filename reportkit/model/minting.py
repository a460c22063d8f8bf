"""Ids for passages that have none yet: from the item's name and the first words.

A build before `check --fix` uses the very ids that `--fix` would write, so an
id must follow from the text and from the ids before it, and from nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set

MAX = 40
WORD = re.compile(r"[a-z]{3,}")
MARK = re.compile(r"\{[^}]*\}")
# Words that say nothing of a passage's subject: function words, and the
# vocabulary of attribution that half of all paragraphs begin with.
ENGLISH = """
    about above after again all already also among and another any are as at be been
    before being below between both but by can could did does during each few for
    from further had has have however in including into is it its many may might
    more most must not noted note of on one only or other others our out over own
    parties participants particular said same set several shall should some speaker
    speakers stated states such than that the their them then there these they this
    those through to under underlined upon use used was were what when where which
    while who will with working would group emphasized emphasised expressed
    highlighted observed recalled reported stressed suggested view views
"""
# Without accents, as words are compared.
FRENCH = """
    afin ainsi autre autres aux avait avaient avec avoir bien car ceci cela certain
    certaine certaines certains ces cet cette ceux chaque ci comme concernant dans
    des devait devraient devrait dont elle elles encore entre est etaient etait ete
    etre eux fait fois intervenant intervenante intervenantes intervenants les leur
    leurs lors mais meme notamment note ont orateur orateurs par pas peut plus
    plusieurs pour quant que quel quelques qui rappele sans selon ses signale soit
    son sont souligne sous suivant suivantes suivants sur tels tous tout toute
    toutes une vers
"""
STOP_WORDS = frozenset(f"{ENGLISH} {FRENCH}".split())


def mint(stem: str, text: str, taken: Set[str]) -> str:
    """Return an id made of a stem and a text's first content words, not yet taken."""
    words = [word for word in WORD.findall(_plain(text)) if word not in STOP_WORDS]
    base = _fitting([*stem.split("-"), *words[:3]]) or "passage"
    if base not in taken and words:
        return base
    numbered = (f"{base[: MAX - 4].rstrip('-')}-{number}" for number in range(1, 10000))
    return next(each for each in numbered if each not in taken)


def _plain(text: str) -> str:
    """A text without its marks and accents, in small letters."""
    letters = unicodedata.normalize("NFKD", MARK.sub(" ", text)).lower()
    return "".join(each for each in letters if not unicodedata.combining(each))


def _fitting(words: list[str]) -> str:
    """As many words as an id holds, joined."""
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word
        if len(longer) > MAX:
            break
        made = longer
    return made if made[:1].isalpha() else ""
