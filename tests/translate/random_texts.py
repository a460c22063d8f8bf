"""Random passages in the six languages, with every mark, out of a seed."""

from __future__ import annotations

from random import Random

from reportkit.model.marks import open_signs, pieces_of
from reportkit.source.encoding import FORBIDDEN

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
WORDS = {
    "en": "the Chair States parties e.g. No. 5 article 21(b) “quoted” it’s 3.5 Mr. A.",
    "fr": "l’État où, «\u00a0cité\u00a0» art.\u00a05 œuvre M. Dupont aujourd’hui n° 7",
    "es": "¿Qué? ¡No! los Estados partes núm. 4 la Sra. Ñandú “cita” 1.000",
    "ru": "государства — участники т.\u00a0е. «ещё» № 5 г. Вена Ё 3,5 и т. д.",
    "zh": "各国 缔约国会议 “引文” 第21条 《公约》 工作组， 𠀀 ㍿",
    "ar": "الدول الأطراف المادة ٢١ «اقتباس» \u200fكَلِمَةٌ\u200f لا\u200cيزال، A/RES/55/25",
}
ENDS = {"zh": "。！？；", "ar": ".؟!؛"}
MARKS = (
    *("{ref: intro}", "{ref: intro; case: dat}", "{note: n1}", "{note: n1}"),
    *("{states: DZA ARG; form: full}", "{states: ARG DZA}", "{opening}"),
    *("{dates: wg3; form: prose}", "{item: 2}", "{paper: p1; symbol: yes}"),
    *("*italics*", "*two words*", "*with {ref: a} in it*", "*{ref: a}*", "*10^e^ m*"),
    *("3^rd^", "^*^", "m^2^^3^", "{{", "{*}", "{^}", "{{ref: no}", "{*}a{*}"),
)
SIGNS = (
    *("*", "**", "^", "}", "6*", "* a *", "a^b", "\\", "\\n", '"', "'", "<b>", "&lt;"),
    *("&", "]]>", "<!-- a -->", "<?pi?>", "#", "# |", ": ", "- ", "% d", "%s", "|"),
    *("\n", "\n\n", "\t", "  ", "\u00a0", "\u2028", "\u2029", "\u202f", "\u3000"),
    *("e\u0301", "é", "\u200d", "\u200e", "\u200f", "\u202bא\u202c", "\u2066a\u2069"),
    *("👩\u200d👧", "\ufe0f", "\ufeff", "\u00ad", "\u2011", "=1+1", "@a", "--- a"),
    *("{ DDEAUTO c:\\a }", "msgid", "$x$", "`a`", "http://a/b?c=d&e", "_a_", "~"),
)


def text_in(language: str, chance: Random) -> str:
    """A text of up to a few sentences, with marks and odd signs in any place."""
    words = WORDS[language].split(" ")
    ends = ENDS.get(language, ".?!…")
    gap = "" if language == "zh" else " "
    made = []
    for _ in range(chance.randint(1, 4)):
        sentence = []
        for _ in range(chance.randint(1, 8)):
            kind = chance.random()
            rows = words if kind < 0.65 else MARKS if kind < 0.85 else SIGNS
            sentence.append(chance.choice(rows))
            sentence.append(gap if chance.random() < 0.85 else "")
        made.append("".join(sentence).removesuffix(" ") + chance.choice(ends))
    text = gap.join(made)
    edge = chance.choice(("", "", "", "", " ", "\n", "\u00a0"))
    return edge + text if chance.random() < 0.5 else text + edge


def writable(chance: Random) -> str:
    """A translation that a file can hold, without marks that its source lacks."""
    while True:
        text = FORBIDDEN.sub("", text_in("fr", chance))
        kinds = {piece.kind for piece in pieces_of(text)}
        odd = any(True for _ in open_signs(text))
        if kinds <= {"text", "raised"} and not odd and text.strip():
            return text
