"""The cues of French; `cues` tells how they are read."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "item": r"\b(?:la question|ce point|le point)\b",
    "considered": r"\b(?<!avait )(?<!avaient )(?<!avait été )(?<!avaient été )"
    r"(?:examin(?:ée?s?|er|a|èrent)|abord(?:ée?s?|er)|étudi(?:ée?s?|er)"
    r"|(?:repris|poursuivi|entamé|commencé|achevé|conclu) (?:l’|son |leur )examen)\b",
    "planned": r"\b(?:décidé|convenu|prié|demandé|recommandé|proposé|invité|souhaité"
    r"|prévu|ne|devrai\w+|pourrai\w+)\b|\bn’",
    "owner": r"(?:\bd(?:u|e la|es|e) |\bde l’|\bd’|\baux? |\bà (?:la |l’))$",
    "gathering": r"\b(?:séances?|réunions?|sessions?|travaux)\b",
    "year": r"\b(?:en|depuis)\s+(?P<year>\d{4})\b",
    "joint": r"\bconjoint\w*|\bcommuns?\b",
    "jointly-with": r"\bconjointement avec\b|\ben commun avec\b",
    "all": r"\btoutes conjointement\b",
    "respectively": r"\brespectivement\b",
    "met": r"\b(?:tenue?s?|réunie?s?)\b",
    "adopted": r"\b(?:adopté|adopta|adoptèrent|approuvé)\b",
    "agenda": r"\bordre du jour\b|\bprogramme de travail\b",
    "other-agenda": r"\bordre du jour provisoire (?:de|pour) (?:s[ao]n?|la|leur)\s"
    r"|\bprochaine (?:session|réunion)\b",
    "report": r"\b(?:présent|projet de|son|leur)\s+(?:\w+\s+){0,2}rapport\b"
    r"|\brapport\s+(?:sur|de)\s+(?:les\s+travaux\s+de\s+)?(?:sa|leurs?)\s+"
    r"(?:[\w-]+\s+){0,3}(?:session|réunion)s?\b",
    "following": r"\bsuivante?s?\b|\bci-après\b|\bci-dessous\b",
    "orally-amended": r"\b(?:modifi|amend|révis|corrig)\w+ oralement\b"
    r"|\boralement (?:modifi|amend|révis|corrig)",
    "recommendations": r"\brecommandations?\b",
    "made": r"\b(?:adopté|formulé|fait|adressé|approuvé|convenu|présenté)e?s?\b",
    "had-before": r"\bsaisie?s? d|\bdisposaient?\b|\bavaient? devant\b"
    r"|\bétaient? à l[ae’]",
    "documents": r"\bdocuments?\b|\brapports?\b|\bnotes?\b",
    "led": r"\b(?:animé|dirigé|mené|modéré|facilité)e?s? par\s+",
    "representative": r"\b(?:une? |l[ea]s? )?représentante?s? (?:de l’|de la |d’|des "
    r"|du |de )",
    "observer": r"\b(?:(?:une? |l[ea]s? )|l’)?(?:d’|des )?observat(?:eur|rice)s? (?=d)",
    "secretariat": r"\bSecrétariat\b",
    "presented": r"\ba (?:fait|présenté|donné) (?:\w+ ){0,2}"
    r"(?:présentation|exposé)s?\b",
    "presentation": r"\bprésentations?\b|\bexposés?\b",
    "expert": r"\bexperte?s?\b",
    "chaired": r"\bprésidée?s? par\s+|\bsous la présidence d(?:e |’|u )",
    "elected": r"\b(?:(?:a|ont)(?: été)? )?(?:ré)?élue?s?\b",
    "elected-words": r"\b(?:par acclamation|à l’unanimité|comme|en qualité d[e’]"
    r"|(?:l[ea]s? )?membres du Bureau suivants)(?!\w)",
    "vice-chair": r"\b(?:ont?|a) (?:assuré|exercé) la vice-présidence"
    r"|\b(?:ont?|a)(?: été)? élue?s? vice-\w+"
    r"|\b(?:assuré|exercé) les fonctions de vice-\w+",
    "rapporteur": r"\b(?:ont|a) (?:assuré|exercé|rempli) les fonctions de rapporteu\w+"
    r"|\b(?:ont|a)(?: été)? élue?s? rapporteu\w+",
    "statement": r"\bdéclarations? (?:a|ont)(?: également"
    r"| aussi)? été faites?(?: par)?\b"
    r"|\b(?:a|ont)(?: également| aussi)? fait (?:une|des) déclarations?\b"
    r"|\b(?:a|ont)(?: également| aussi)? pris la parole\b",
    "under": r"\bau titre (?=d)|\b(?:sur|concernant) (?=les? points?\b)",
    "behalf": r"\s*\(?,?\s*au nom d",
    "capacity": r",\s*(?=État|organisation|qui |en (?:sa |leur )?qualité)",
    "represented": r"\breprésentée?s?\b|\bassisté\b|\bparticipé\b|\bprésente?s?\b"
    r"|\bpris part\b",
    "one": r"\b(?:était|a été|est) (?:\w+ )?(?:représentée?|présente?)\b"
    r"|\b(?:organisation|institution|entité|organisme|institut)\b(?: [\w’-]+){0,6}"
    r" (?:ci-après|suivante?)\b",
    "several": r"\b(?:étaient|ont été|sont) (?:\w+ )?(?:représentée?s|présente?s)\b"
    r"|\b(?:organisations|institutions|entités|organismes|instituts)\b"
    r"(?: [\w’-]+){0,6} (?:ci-après|suivante?s)\b|\bobservateurs (?:de|d’|des|du)\b",
    "represented-one": r"^(?P<name>[^,:]+?)(?:,\s*(?P<as>[^:]+?))?,?\s+(?:étaient|était"
    r"|a été|ont été) (?:également |aussi )?représentée?s?"
    r"(?P<by> (?:à la \w+ |aux \w+ )?par (?:un|des) observateurs?)?$",
    "integration_organizations": r"\brégionales? d’intégration",
    "non_signatories": r"\bn(?:’est|e sont) ni part|\bnon[- ]partie?s?\b"
    r"|\bnon signataire"
    r"|\bn’étai(?:en)?t pas part|\bqui ne sont pas part",
    "signatories": r"\bsignataires?\b",
    "states_parties": r"\b(?:États?|Etats?) parties?\b|\bparties à\b",
    "other_entities": r"\bentités?\b",
    "specialized_agencies": r"\binstitutions? spécialisées?\b",
    "non_governmental": r"\bnon gouvernementales?\b",
    "intergovernmental": r"\bintergouvernementales?\b",
    "united_nations": r"\bNations Unies\b|\bSecrétariat\b",
    "states": r"\b[ÉE]tats\b|\bpays\b|\bmembres\b|\b[ÉE]tat\b",
    # Words before a verb that say that it did not happen, or not yet, or not here.
    "denied": r"\b(?:ne|pas|aucune?s?|jamais|ni|nulle?|dev(?:r(?:ai|on|a)|ai)\w*"
    r"|pourr\w+|doi(?:t|vent)|peu(?:t|vent)|ser(?:ait|aient|a|ont)|aur(?:ait|aient|a"
    r"|ont)|soit|soient|(?<!comme )(?:prévue?s?|proposé|recommandé|suggéré|envisagé"
    r"|souhaité)|rappel(?:é|a)|si|absence|sans (?:avoir|que))\b|\bn’|\bs’il\b",
    "harmless": r"\bnon[- ]\w+|\bau plus tard\b|\baucune (?:objection|observation)\b"
    r"(?: n’)?|\bs’il y a lieu\b|\bn(?:e (?:sont|est)|’est) ni .*?"
    r"\bni (?:signat\w+|l’)",
    "excepted": r"\bexceptions?\b|\bexceptée?s?\b|\bsauf\b|\bhormis\b|\bexclusion\b",
    "previous": r"\b(?:session|réunion|séance)s?\s(?:(?:extra)?ordinaires?\s)?"
    r"(?:précédente|antérieure|passée|prochaine|ultérieure)s?\b"
    r"|\b(?:précédente|prochaine|future)s?\s"
    r"(?:session|réunion|séance)s?\b|\bdernière (?:session|réunion)\b",
    "besides": r"\b(?:outre|en plus d(?:es|e|u)|en sus d(?:es|e|u))\b"
    r"\s*(?P<who>[^,:;]+)",
    "beside": r"\b(?:avec|ainsi que)\s+(?P<who>[^,:;]+)",
    "inexact": r"\bau (?:moins|plus)\b|\bplus d(?:e |’)|\bmoins d(?:e |’)|\bjusqu’à\b"
    r"|\benviron\b|\bprès d(?:e |’)",
}
