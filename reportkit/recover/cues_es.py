"""The cues of Spanish; `cues` tells how they are read."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "item": r"\b(?:el tema|la cuestión)\b",
    "considered": r"\b(?<!había )(?<!había sido )(?:examin(?:ó|aron|ar|ad[oa]s?)"
    r"|abord(?:ó|aron|ar|ad[oa]s?)|(?:reanud|continu|inici|comenz|conclu[iy])(?:ó|aron"
    r"|eron) (?:el|su) examen|pros(?:iguió|iguieron) (?:el|su) examen)\b",
    "planned": r"\b(?:decidi|acord|convin|convien|pidi|recomend|propus|invit)\w+"
    r"|\b(?:no|debería\w*|podría\w*)\b",
    "owner": r"\b(?:del|de l(?:a|os|as)|al|a l(?:a|os|as)) $",
    "gathering": r"\b(?:sesi(?:ón|ones)|reuni(?:ón|ones)|períodos? de sesiones)\b",
    "year": r"\b(?:en|desde)\s+(?P<year>\d{4})\b",
    "joint": r"\bconjunt\w+|\bcom(?:ún|unes)\b",
    "jointly-with": r"\bconjuntamente con\b",
    "all": r"\btodas ellas\b|\btodas conjuntamente\b",
    "respectively": r"\brespectivamente\b",
    "met": r"\bcelebr(?:ó|aron)\b|\bse reuni(?:ó|eron)\b",
    "adopted": r"\b(?:aprob|adopt)(?:ó|aron)\b",
    "agenda": r"\bprograma\b|\borden del día\b",
    "other-agenda": r"\b(?:programa|orden del día) provisional (?:de(?: su| la)?|del"
    r"|para (?:su|el|la))\s|\bpróxim[oa] (?:sesión|reunión|período)\b",
    "report": r"\b(?:presente|proyecto de|su)\s+(?:\w+\s+){0,2}informe\b"
    r"|\binforme\s+(?:sobre|de)\s+sus?\s+(?:\w+\s+){0,3}"
    r"(?:períodos?|reuni(?:ón|ones))\b",
    "following": r"\bsiguientes?\b|\ba continuación\b",
    "orally-amended": r"\boralmente (?:enmend|revis|corre)|(?:enmend|revis"
    r"|correg)\w+ oralmente",
    "recommendations": r"\brecomendaci(?:ón|ones)\b",
    "made": r"\b(?:formul|aprob|adopt|hiz|hic|present|convin)\w+\b",
    "had-before": r"\btuv(?:o|ieron) ante sí\b",
    "documents": r"\bdocumentos?\b|\binformes?\b|\bnotas?\b",
    "led": r"\b(?:dirigid|moderad|conducid)[oa]s? por\s+",
    "representative": r"\b(?:una? |el |la |los "
    r"|las )?representantes? de(?:l)?\s+(?:(?:el|la|los|las)\s+(?!siguientes))?",
    "observer": r"\b(?:una? |el |la |los |las )?observador(?:a|as|es)? (?=de)",
    "secretariat": r"\bSecretaría\b",
    "presented": r"\b(?:hizo|ofreció|presentó) (?:\w+ ){0,2}"
    r"(?:presentaci(?:ón|ones)|exposici(?:ón|ones))\b",
    "presentation": r"\bpresentaci(?:ón|ones)\b|\bexposici(?:ón|ones)\b",
    "expert": r"\bexpert[oa]s?\b",
    "chaired": r"\bpresidid[ao]s? por\s+|\bbajo la presidencia de(?:l)?\s+",
    "elected": r"\b(?:re)?eli(?:gió|gieron)\b|\b(?:fue(?:ron)? )(?:re)?elegid[oa]s?\b",
    "elected-words": r"\b(?:por aclamación|por unanimidad|como)\b",
    "vice-chair": r"\bocup(?:ó|aron) las? vicepresidencias?",
    "rapporteur": r"\bdesempeñ(?:ó|aron) las funciones de relator(?:a|as|es)?",
    "statement": r"\bformul(?:ó|aron) (?:una )?declaraci(?:ón|ones)\b"
    r"|\bhicieron (?:una )?declaraci(?:ón|ones)\b|\bhizo una declaración\b",
    "under": r"\b(?:en relación con|sobre) (?=los? temas?|el tema)",
    "behalf": r"\s*\(?en nombre d",
    "capacity": r",\s*(?=Estado|organización|que )",
    "represented": r"\brepresentad[oa]s?\b|\basisti(?:ó|eron)\b|\bparticip(?:ó|aron)\b",
    "one": r"\b(?:estuvo|fue) (?:\w+ )?(?:representad[oa]|presente)\b"
    r"|\bsiguiente (?:organización|organismo|entidad|institución|instituto)\b",
    "several": r"\b(?:estuvieron|fueron) (?:\w+ )?(?:representad[oa]s|presentes)\b"
    r"|\bsiguientes\b|\bobservadores (?:de|del)\b",
    "represented-one": r"^(?:asistió un observador|asistieron observadores"
    r"|participó(?: en"
    r" (?:la reunión|las reuniones))?|estuvo representad[oa](?: en (?:la reunión|las"
    r" reuniones))?)(?P<by>)\s+(?P<name>[^,:]+?)(?:,\s*(?P<as>[^:]+))?$",
    "integration_organizations": r"\bregional(?:es)? de integración",
    "non_signatories": r"\bno (?:es|son|sean|era|eran) partes?\b|\bno partes?\b",
    "signatories": r"\bsignatari[oa]s?\b",
    "states_parties": r"\bEstados? partes?\b",
    "other_entities": r"\bentidad(?:es)?\b",
    "specialized_agencies": r"\borganismos? especializados?\b",
    "non_governmental": r"\bno gubernamentales?\b",
    "intergovernmental": r"\bintergubernamentales?\b",
    "united_nations": r"\bNaciones Unidas\b|\bSecretaría\b",
    "states": r"\bEstados\b|\bpaíses\b|\bmiembros\b|\bEstado\b",
    # Words before a verb that say that it did not happen, or not yet, or not here.
    "denied": r"\b(?:no|nunca|ning[uú]n\w*|tampoco|ni|sin (?:haber|que)|deb(?:en?|ía\w*"
    r"|ería\w*|erán?)|podr\w+|pued\w+|ser(?:á|án|ía|ían)|estar(?:á|án|ía|ían)|habr\w+"
    r"|había?n? de|iban? a|sean?|fueran?|(?<!como está )previst[oa]s?|propuso"
    r"|propusieron|propuesto|recomend(?:ó|aron|ado)|sugiri\w+"
    r"|record(?:ó|aron|ado)|si|ausencia)\b",
    "harmless": r"\bno (?:gubernamental(?:es)?|obstante|s[oó]lo|más tarde)\b"
    r"|\b(?:sin|ninguna) (?:objeci(?:ón|ones)|observaci(?:ón|ones))\b|\bsi procede\b"
    r"|\bno (?:es|son|eran?) partes? .*?\bni signatari\w+",
    "excepted": r"\bexcepto\b|\bexcepci(?:ón|ones)\b|\bsalvo\b|\bexceptuad\w+"
    r"|\bexclusión\b",
    "previous": r"\b(?:sesi(?:ón|ones)|reuni(?:ón|ones)|períodos? de sesiones)\s"
    r"(?:(?:extra)?ordinari[oa]s?\s)?(?:anterior|precedente|pasad|próxim)\w*"
    r"|\b(?:anterior(?:es)?|próxim[oa]s?|pasad[oa]s?)\s(?:sesi|reuni|período)\w+"
    r"|\búltim[oa] (?:período|reunión)\b",
    "besides": r"\b(?:además de(?:l)?|aparte de(?:l)?)\s+"
    r"(?P<who>[^,:;]+)",
    "beside": r"\b(?:junto con|así como)\s+(?P<who>[^,:;]+)",
    "inexact": r"\bal menos\b|\bpor lo menos\b|\b(?:más|menos) de\b|\bcomo máximo\b"
    r"|\bhasta (?=\w+ (?:sesi|reuni))|\bunas\b|\bcasi\b|\baproximadamente\b",
}
