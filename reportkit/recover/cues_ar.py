"""The cues of Arabic, typed without vowel signs; `cues` tells how they are read."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "item": r"هذا البند|في البند",
    "considered": r"\bو?(?:نظرت?ا?|للنظر|تناولت?ا?|ناقشت?ا?"
    r"|(?:استأنفت?ا?|واصلت?ا?|بدأت?ا?|اختتمت?ا?)(?=.*نظر))\b",
    "planned": r"\bو?(?:قررت?|اتفقت?|طلبت?|أوصت?|أوصى|اقترحت?|لم|ينبغي)\b",
    "gathering": r"اجتماع|جلس|دورة|الدورة",
    "year": r"\b(?:في|منذ)\s+عام\s+(?P<year>\d{4})",
    "joint": r"مشترك|المشترك|بالاشتراك",
    "jointly-with": r"بالاشتراك مع",
    "all": r"كلتاهما|جميعها",
    "respectively": r"على التوالي",
    "met": r"\bو?عقدت?\b",
    "adopted": r"\bو?(?:أقرت?ا?|اعتمدت?ا?)\b",
    "agenda": r"جدول (?:ال)?أعمال",
    "other-agenda": r"المؤقت\s+(?:ل|لل)(?=\w)|(?:القادمة?|المقبلة?)\b",
    "report": r"تقرير",
    "following": r"التالي|الآتي",
    "orally-amended": r"شفوي|شفهي",
    "recommendations": r"التوصيات|توصيات",
    "made": r"\bو?(?:صاغت?|اعتمدت?|قدمت?|أقرت?)\b",
    "had-before": r"عرضت? على|معروض",
    "documents": r"وثائق|وثيقة|وثيقتان",
    "led": r"\bو?أدارت? المناقشة\s+",
    "representative": r"\bو?ممثل(?:ة|و|ا)?\s+(?:عن\s+)?",
    "observer": r"\bال?مراقب(?:ة|ون|ين|ان|و|ا)?\s+(?=عن)",
    "secretariat": r"الأمانة",
    "presented": r"\bو?قدمت?\s.*(?:عرض|عروض)",
    "presentation": r"عرض|عروض",
    "expert": r"ال?خبير\w*|الخبراء",
    "chaired": r"برئاسة\s+",
    "elected": r"\bو?انتخبت?ا?\b",
    "elected-words": r"\bبالتزكية\b|\bبالإجماع\b",
    "vice-chair": r"\bو?كانت?\s+(?:نائب|نواب)\w*\s+الرئيس\s*",
    "rapporteur": r"\bو?كانت?\s+المقرر\w*\s*",
    "statement": r"\bو?أدل(?:ى|ت|وا)(?:\s+أيضا)?(?=.*(?:ببيان|بيانات))",
    "statement-noun": r"\bب?بيان(?:ات|ين)?\b",
    "under": r"في إطار\s+",
    "behalf": r"\s*\(?نيابة عن",
    "capacity": r"،\s*(?=(?:وهو|وهي)\s)",
    "represented": r"\bو?(?:حضر|حضرت|شارك|شاركت)\b",
    "one": r"\b(?:المنظمة|الوكالة|الهيئة|المؤسسة|الكيان)\s(?:\S+\s){0,4}"
    r"(?:التالية|التالي)",
    "several": r"\b(?:المنظمات|منظمات|الوكالات|وكالات|الهيئات|هيئات|المؤسسات|الكيانات"
    r"|كيانات|مراقبون عن)\b",
    "represented-one": r"^و?حضر\s+الاجتماع\w*\s+(?P<by>مراقب عن|ممثلون عن)\s+"
    r"(?P<name>[^،:]+?)(?:،\s*(?P<as>[^:]+))?$",
    "integration_organizations": r"للتكامل الاقتصادي",
    "non_signatories": r"ليست طرف|ليست أطراف|غير الأطراف|غير طرف",
    "signatories": r"موقعة",
    "states_parties": r"الدول الأطراف",
    "other_entities": r"الكيانات",
    "specialized_agencies": r"الوكالات المتخصصة",
    "non_governmental": r"غير الحكومية",
    "intergovernmental": r"الحكومية الدولية",
    "united_nations": r"للأمم المتحدة",
    "states": r"الدول|دولة",
    # Words before a verb that say that it did not happen, or not yet, or not here.
    "denied": r"\b(?:و|ف)?(?:لم|لن|لا|ليس|ليست|ألا|ينبغي|يجب|يتعين|يمكن|يجوز|سوف"
    r"|تعذر|اقترح|اقترحت|يعتزم|تعتزم|إذا|لو|غياب|أن\s+(?:ت|ي)\w+"
    r"|س(?:ت|ي)(?:عقد|كون|تولى|رأس|ترأس|شارك|حضر|دلي|قوم)\w*)\b|\bفي غياب\b",
    "harmless": r"\bلا سيما\b|\bلا اعتراض\b|\bلا تقل\b|\bلا يقل\b",
    "excepted": r"\bباستثناء\b|\bعدا\b|\bسوى\b|\bإلا\b",
    "previous": r"\b(?:ال|لل)?(?:دورة|اجتماع|جلسة|دورات|دورت\w+|اجتماع\w+|جلست\w+)\s+"
    r"(?:ال)?(?:سابق|ماضي|قادم|مقبل|سالف)\w*",
    "besides": r"(?:إضافة|علاوة|فضلا|بالإضافة)\s+(?:إلى|على|عن)\s+(?P<who>[^،:;]+)",
    "beside": r"\b(?:مع|إلى جانب)\s+(?P<who>[^،:;]+)",
    "inexact": r"\bلا (?:تقل|يقل|تزيد|يزيد|تتجاوز|يتجاوز)\b|\bأكثر من\b|\bأقل من\b"
    r"|\bنحو\b|\bحوالي\b",
}
