"""The cues of English; `cues` tells how they are read."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "item": r"\bthe (?:agenda )?(?:item|question|matter)\b",
    "considered": r"\b(?<!had )(?<!been )(?<!be )"
    r"(?:considered|took up|discussed|examined|consider|addressed"
    r"|(?:began|commenced|started|resumed|continued|pursued|concluded|completed)"
    r" (?:its |their |the )?(?:consideration|discussion|examination) of)\b",
    "planned": r"\b(?:decided|agreed|requested|recommended|proposed|invited|suggested"
    r"|intended|asked|not|would|should|could|previously)\b",
    "owner": r"\b(?:of|to|for|from) (?:the )?$",
    "gathering": r"\b(?:meetings?|sessions?)\b",
    "year": r"\b(?:in|since|during)\s+(?P<year>\d{4})\b",
    "joint": r"\bjoint(?:ly)?\b|\bin common\b",
    "jointly-with": r"\bjointly with\b|\btogether with\b",
    "all": r"\ball (?:of (?:them|which)|jointly)\b",
    "respectively": r"\brespectively\b",
    "met": r"\b(?:held|met|convened)\b",
    "adopted": r"\b(?:adopted|approved)\b",
    "agenda": r"\b(?:agenda|programme of work)\b",
    "other-agenda": r"\bprovisional agenda (?:and \w+ )*(?:for|of) (?:its|the|their)\s"
    r"|\bnext (?:session|meeting)\b",
    "report": r"\b(?:present|draft|its|joint|their)\s+(?:\w+\s+){0,2}report\b"
    r"|\breport\s+(?:on|of)\s+(?:its|their)\s+(?:[\w-]+\s+){0,3}"
    r"(?:session|meeting)s?\b",
    "following": r"\b(?:following|as follows|set out below)\b",
    "orally-amended": r"\borally (?:amended|revised|corrected)|amended orally\b",
    "recommendations": r"\brecommendations?\b",
    "made": r"\b(?:adopted|formulated|made|agreed|put forward|endorsed|approved)\b",
    "had-before": r"\b(?:had before (?:it|them)|(?:was|were) before|made available)\b",
    "documents": r"\b(?:documents?|papers?|documentation|reports?|notes?)\b",
    "led": r"\b(?:was|were) (?:led|facilitated|moderated|guided|steered) by\s+",
    "representative": r"\b(?:an? |the )?representatives? (?:of|from)\s+",
    "observer": r"\b(?:an? |the )?observers? (?:for|of|from)\s+",
    "secretariat": r"\bSecretariat\b",
    "presented": r"\b(?:made|gave|delivered) (?:\w+ ){0,2}presentations?\b",
    "presentation": r"\bpresentations?\b",
    "expert": r"\bexperts?\b",
    "chaired": r"\b(?:chaired|presided over) by\s+|\bchair(?:man|person)?ship of\s+",
    "elected": r"\b(?:(?:was|were|has been|have been) )?(?:re-?)?elected\b",
    "elected-words": r"\b(?:the following(?: members of the Bureau| officers)?"
    r"|by acclamation|unanimously|as|to serve|officers|members of the Bureau)\b",
    "vice-chair": r"\b(?:served|acted|elected) as (?:\w+ )?Vice-?\w+",
    "rapporteur": r"\b(?:served|acted|elected) as (?:the )?Rapporteurs?",
    "statement": r"\bstatements? (?:(?:was|were) )?(?:also )?made by\b"
    r"|\bmade (?:a )?(?:(?:general|opening|introductory) )?statements?\b",
    "under": r"\b(?:under|on|in connection with|with regard to)\s+"
    r"(?=(?:the )?(?:joint )?"
    r"(?:agenda )?items?\b|sub-?items?\b)",
    "behalf": r"\s*\(?on behalf of\b",
    "capacity": r",\s*(?:an?|which is|as an?)\s",
    "represented": r"\b(?:represented|attended|participated|present|took part)\b",
    "one": r"\b(?:was|has been|is) (?:\w+ )?(?:represented|present)\b"
    r"|\bfollowing (?:[\w-]+ ){0,5}(?:organization|agency|entity|body|institution"
    r"|institute|programme|fund)\b(?! of the United Nations (?:system )?(?:\w+ )*were)"
    r"|\b(?:observer|representative) (?:for|of|from)\s",
    "several": r"\bwere (?:\w+ )?(?:represented|present)\b"
    r"|\bobservers (?:for|of|from)\b"
    r"|\bfollowing (?:[\w-]+ ){0,5}(?:organizations|agencies|entities|bodies"
    r"|institutions|institutes|programmes|funds)\b",
    "represented-one": r"^(?P<name>[^,:]+?)(?:,\s*(?P<as>[^:]+?))?,?\s+(?:was"
    r"|were) (?:also )?"
    r"represented(?P<by> (?:at .+ )?by (?:an )?observers?(?: at .+)?| at .+)?$",
    "integration_organizations": r"\bregional (?:economic )?integration",
    "non_signatories": r"\b(?:not part(?:y|ies)|not a party|non-part|non-signator"
    r"|neither"
    r"|nor signator|not signed)",
    "signatories": r"\bsignator(?:y|ies)\b",
    "states_parties": r"\bStates? part(?:y|ies)\b|\bparties to\b",
    "other_entities": r"(?<!United Nations )\bentit(?:y|ies)\b",
    "specialized_agencies": r"\bspecialized agenc",
    "non_governmental": r"\bnon-?governmental\b",
    "intergovernmental": r"\bintergovernmental\b",
    "united_nations": r"\bUnited Nations\b|\bSecretariat\b",
    "states": r"\bStates\b|\bmembers\b|\bcountries\b|\bState\b",
    # Words before a verb that say that it did not happen, or not yet, or not here.
    "denied": r"\b(?:not|never|no(?!\.)|none|nor|neither|nobody|cannot|should|would"
    r"|could|might|must|shall|ought|(?-i:may)|(?-i:will)|if|whether|unless|be"
    r"|(?<!as )(?:planned|scheduled|expected|intended|supposed|proposed|recommended"
    r"|suggested)|recalled|previously|failed|unable|absence|without having)\b|n’t\b",
    "harmless": r"\b(?:not|no) (?:later|earlier) than\b|\bnot only\b|\bnon-?\w+"
    r"|\bno (?:objections?|comments?|vote|amendments?)\b|\bwhether or not\b"
    r"|\bif (?:any|necessary|appropriate)\b"
    r"|\bneither (?:an? )?(?:part(?:y|ies)|signator(?:y|ies)|States?)\b.*?\bnor\b",
    "excepted": r"\bexcept(?:ing|ed)?\b|\bexceptions?\b|\bexcluding\b|\bsave for\b"
    r"|\b(?:other than|apart from) (?:the |those )?(?:following|listed|below)\b"
    r"|\ball but\b",
    "previous": r"\b(?:previous|preceding|earlier|prior|next|forthcoming|future|coming"
    r")\s(?:[\w-]+\s){0,2}(?:session|meeting)s?\b|\blast\s(?:\w+\s)?sessions?\b",
    "besides": r"\b(?:in addition to|besides|apart from)\s+"
    r"(?P<who>[^,:;]+)",
    "beside": r"\b(?:as well as|along with|together with|alongside)\s+(?P<who>[^,:;]+)",
    "inexact": r"\bat (?:least|most)\b|\bup to\b|\b(?:more|less|fewer) than\b"
    r"|\b(?:about|approximately|nearly|almost)\b",
}
