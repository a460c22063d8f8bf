"""The cues of Russian; `cues` tells how they are read."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "item": r"\b(?:этот пункт|данный пункт|вопрос)\b",
    "considered": r"\bрассм(?:отре(?:л|ла|ло|ли|ние|ния)|атривал[аио]?)\b",
    "gathering": r"\b(?:совещани|заседани|сесси)\w+",
    "year": r"\b(?:в|с)\s+(?P<year>\d{4})\s+год",
    "joint": r"\bсовместн\w+|\bобщ(?:ий|его|ему|им|их|ие)\b",
    "jointly-with": r"\bсовместно с\b",
    "all": r"\bвсе [–—-] совместно\b",
    "respectively": r"\bсоответственно\b",
    "met": r"\bпров(?:ел|ела|ело|ели)\b|\bсостоял\w+",
    "adopted": r"\b(?:утвердил|принял|одобрил)[аио]?\b",
    "agenda": r"\bповестк[уаие] дня\b",
    "report": r"\bдоклад\w*",
    "following": r"\bследующ\w+|\bнижеследующ\w+",
    "orally-amended": r"\bустн\w+ (?:поправк|изменени|исправлени)",
    "recommendations": r"\bрекомендаци\w+",
    "made": r"\b(?:принял|сформулировал|вынес|утвердил|одобрил)[аио]?\b",
    "had-before": r"\bна рассмотрении\b|\bв своем распоряжении\b",
    "documents": r"\bдокумент\w*",
    "led": r"\b(?:вел[аи]?|руководил[аи]?)\s+(?=\S)",
    "representative": r"\bпредставител(?:ь|и|ем|ями)\s+",
    "observer": r"\bнаблюдател(?:ь|и|ем|ями)\s+(?=от)",
    "secretariat": r"\bСекретариат\w*",
    "presented": r"\bвыступил[аи]? с (?:сообщени|презентаци)\w+",
    "presentation": r"\bсообщени\w+|\bпрезентаци\w+",
    "expert": r"\bэксперты?\b",
    "chaired": r"\bпредседательствовал[аи]?\s+",
    "vice-chair": r"\bфункции заместител\w+ председателя\b",
    "rapporteur": r"\bфункции докладчик\w+",
    "officers-verb": r"\bисполнял[аи]?\s+",
    "statement": r"\bс заявлени(?:ем|ями) (?:также )?выступил[аи]?\b"
    r"|\bвыступил[аи]? с заявлени(?:ем|ями)\b|\bсделал[аи]? заявлени[ея]\b",
    "under": r"\bпо (?=(?:общ\w+ )?пункт)",
    "behalf": r"\s*\(?от имени\b",
    "capacity": r",\s*(?=государств|региональн|котор)",
    "represented": r"\bпредставлен[аоы]?\b|\bприсутствовал[аи]?\b|\bучаст\w+",
    "represented-one": r"^на совещани\w+ присутствовал[аи]? (?P<by>наблюдатель от"
    r"|представители)\s+(?P<name>[^,:]+?)(?:,\s*(?P<as>[^:]+))?$",
    "integration_organizations": r"\bрегиональн\w+ организаци\w+ экономической"
    r" интеграции",
    "non_signatories": r"\bне являющ",
    "signatories": r"\bподписавш",
    "states_parties": r"\bгосударств\w*\s*[–—-]\s*участни",
    "other_entities": r"\bобразовани",
    "specialized_agencies": r"\bспециализированн\w+ учреждени",
    "non_governmental": r"\bнеправительственн",
    "intergovernmental": r"\bмежправительственн",
    "united_nations": r"\bОбъединенных Наций\b|\bСекретариата\b",
    "states": r"\bгосударств|\bстран",
}
