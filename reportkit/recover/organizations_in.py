"""Names of organizations in lists that have an "and" in some of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What stands between two names; the letters that a name may take back are a group.
BETWEEN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r",?\s+as well as\s+|[,;]\s+and\s+|[,;]\s*|\s+and\s+"),
    "fr": re.compile(r",?\s+ainsi que\s+|[,;]\s+et\s+|[,;]\s*|\s+et\s+"),
    "es": re.compile(r",?\s+así como\s+|[,;]\s+[ye]\s+|[,;]\s*|\s+[ye]\s+"),
    "ru": re.compile(r",?\s+а также\s+|[,;]\s+и\s+|[,;]\s*|\s+и\s+"),
    "zh": re.compile(r"[、，；](?:以及|和|及)|以及|[、，；和及]"),
    "ar": re.compile(r"،?\s+(?:وكذلك|فضلا\w* عن)\s+|[،;]\s*(و(?=\S))?|\s+(و(?=\S))"),
}
# What sets those apart who stand beside the members of a list.
_BESIDE = re.compile(
    r"as well as|ainsi que|así como|а также|以及|وكذلك|فضلا", re.IGNORECASE
)
# Articles and prepositions before a name; what a name of a list can begin with.
BEFORE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:(?:for|of|from)\s+)?(?:the\s+)?", re.I),
    "fr": re.compile(
        r"(?:de\s+l’|de\s+la\s+|du\s+|des\s+|de\s+|d’|à\s+l’|à\s+la\s+|au\s+|aux\s+"
        r"|l’|le\s+|la\s+|les\s+)?",
        re.I,
    ),
    "es": re.compile(
        r"(?:por\s+|de\s+|del\s+|a\s+|al\s+)?(?:el\s+|la\s+|los\s+|las\s+)?", re.I
    ),
    "ru": re.compile(r"(?:от\s+)?", re.I),
    "zh": re.compile(""),
    "ar": re.compile(r"(?:عن\s+|من\s+|لل|ل)?"),
}
# Nouns that the name of an organization has; lower case, without endings.
_HEADS = re.compile(
    r"organi[sz]a|program|commission|committee|comité|fund\b|fonds|union\b|unión"
    r"|network"
    r"|réseau|\bred\b|centre|center|centro|office|oficina|institut|agenc|agencia|bureau"
    r"|council|conseil|consejo|bank|banque|banco|authority|autorit|autorid|league|ligue"
    r"|liga|community|communaut|comunidad|association|asociac|observator|group|secretar"
    r"|conference|conféren|conferenc|federation|fédérat|federac|university|universit"
    r"|comisión|fondo|организаци|програм|комисси"
    "|комитет|фонд|союз|сет[ьи]|центр|управлени"
    r"|институт|агентств|бюро|совет|банк|орган|лиг[аи]|сообществ|ассоциаци|обсерватор"
    r"|chamber|chambre|cámara|палат|alliance|alianza|coalition|coalici|foundation"
    r"|fondation|fundaci|society|société|sociedad|movement|mouvement|movimiento"
    r"|tribunal|\bcourt?\b|\bcorte\b|academ|académ|академи|forum|\bforo\b|форум"
    r"|partnership|federaci|entity|entidad|entité",
    re.IGNORECASE,
)
# In Arabic the noun is the first word of the name, in Chinese the last.
_ARABIC_HEADS = re.compile(
    "(?:ال)?(?:منظمة|برنامج|لجنة|هيئة|مرصد|صندوق|مركز|شبكة|مكتب|اتحاد|معهد|وكالة|مجلس"
    "|رابطة|مصرف|مؤسسة|جامعة|محكمة|جمعية)"
)
_HAN_HEADS = re.compile(
    "(?:组织|署|会|基金|银行|机构|中心|联盟|办公室|办事处|大学|学院|研究所|法院|局"
    "|秘书处|方案|网络|论坛|共同体|集团)$"
)
_LONGEST, _WORDS = 90, 16


def sets_apart(between: str) -> bool:
    """Whether what stands between two names begins those beside a list."""
    return bool(_BESIDE.search(between))


def is_name(text: str, language: str) -> bool:
    """Whether a text can be the name of an organization or of an entity."""
    if language in ("zh", "ar"):
        return 1 < len(text) < _LONGEST
    return text[:1].isupper() and len(text.split()) <= _WORDS


def is_organization(text: str, language: str) -> bool:
    """Whether a name has a noun that only organizations have, or is an abbreviation."""
    if language == "zh":
        return bool(_HAN_HEADS.search(text)) or text.isupper()
    if language == "ar":
        return bool(_ARABIC_HEADS.match(text))
    return bool(text[:1].isupper() and (_HEADS.search(text) or text.isupper()))


def unarticled(text: str, language: str) -> str:
    """A name without the article and the preposition before it."""
    bare = text.strip(" ,،")
    shorter = BEFORE[language].sub("", bare, count=1).strip()
    # Arabic writes "to" as the first letter of the word, which can be its own.
    if language == "ar" and (is_organization(bare, "ar") or bare[:1] == "ل"):
        return shorter if is_organization(shorter, "ar") else bare
    return shorter
