"""What people do to the sample's draft in Word, in three languages, and what it means.

Maria Lopez and John Smith track their changes, others just type.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from tests.libreoffice import comment, converted, edit

MARIA, JOHN = "Maria Lopez", "John Smith"


class Words(NamedTuple):
    """The words that are edited in a language, and those typed in their place.

    `compared` is what a comparison finds of words that were typed untracked.
    """

    typed: tuple[str, str]
    compared: tuple[str, str]
    marias: tuple[str, str]
    johns: tuple[str, str]
    put_in: tuple[str, str]
    derived: tuple[str, str]
    question: tuple[str, str]
    added: tuple[str, str]
    new: tuple[str, str]
    deleted: str
    moved: tuple[str, str]
    listed: tuple[str, str, str]


WORDS = {
    "en": Words(
        typed=("should ensure that victims", "should make sure that victims"),
        compared=("ensure", "make sure"),
        marias=("are encouraged to draw up", "may draw up"),
        johns=("a short", "a brief"),
        put_in=("served a simple aim", "served, above all, a simple aim"),
        derived=("by Lars Wilhelmsson", "by Mr. Lars Wilhelmsson"),
        question=("the treaties on which", "Which ones?"),
        added=(
            "It was recalled that the transfer",
            "One speaker asked for a glossary of terms.",
        ),
        new=("Regional networks were", "Some speakers called for a common register."),
        deleted="The cost and the quality of translations",
        moved=("Several speakers stressed that a formal", "Among the obstacles"),
        listed=(
            "Many speakers considered that the draft was too long",
            "Questions that repeat another;",
            "Questions on which all States agree.",
        ),
    ),
    "fr": Words(
        typed=("veiller à ce que les victimes", "faire en sorte que les victimes"),
        compared=("veiller à ce", "faire en sorte"),
        marias=("sont encouragés à dresser", "peuvent dresser"),
        johns=("une brève liste", "une courte liste"),
        put_in=("répondait à un but simple", "répondait avant tout à un but simple"),
        derived=("par Lars Wilhelmsson", "par M. Lars Wilhelmsson"),
        question=("les traités sur lesquels", "Lesquels?"),
        added=(
            "Il a été rappelé que le transfert",
            "Un intervenant a demandé un glossaire.",
        ),
        new=(
            "Les réseaux régionaux ont été présentés",
            "Certains intervenants ont demandé un registre commun.",
        ),
        deleted="Le coût et la qualité des traductions",
        moved=("Plusieurs intervenants ont affirmé avec force", "Parmi les obstacles"),
        listed=(
            "De nombreux intervenants ont jugé le projet trop long",
            "Les questions qui en répètent une autre;",
            "Les questions sur lesquelles tous s’accordent.",
        ),
    ),
    "ar": Words(
        typed=("تكفل إبلاغ الضحايا", "تضمن إبلاغ الضحايا"),
        compared=("تكفل", "تضمن"),
        marias=("تُشجَّع الدول الأطراف على أن تضع", "يجوز للدول الأطراف أن تضع"),
        johns=("قائمة قصيرة", "قائمة موجزة"),
        put_in=("يخدم هدفاً بسيطاً", "يخدم أساساً هدفاً بسيطاً"),
        derived=("الخبير لارس", "السيد لارس"),
        question=("المعاهدات التي تستند", "ما هي؟"),
        added=("واستُذكر أن نقل الإجراءات", "وطلب أحد المتكلمين مسرداً."),
        new=("ووُصفت الشبكات الإقليمية", "ودعا بعض المتكلمين إلى سجل مشترك."),
        deleted="وظلت تكلفة الترجمات",
        moved=("وشدَّد عدة متكلمين على أن الطلب", "ومن بين العقبات المصادفة"),
        listed=(
            "ورأى كثير من المتكلمين أن المشروع أطول",
            "الأسئلة المكررة؛",
            "الأسئلة المتفق عليها.",
        ),
    ),
}


def commands(code: str, built: Path, edited: Path) -> list[tuple[str, ...]]:
    """What is done in LibreOffice to a built draft."""
    words = WORDS[code]
    return [
        ("open", built.resolve().as_uri()),
        ("replace", *words.typed),
        ("replace", *words.derived),
        ("track", MARIA),
        ("replace", *words.marias),
        ("track", JOHN),
        ("replace", *words.johns),
        ("replace", *words.put_in),
        ("insert", *words.added),
        ("track", ""),
        ("move", *words.moved),
        ("insert", *words.new),
        ("delete", words.deleted),
        ("list", *words.listed),
        ("unmark", "status_directory"),
        ("save", edited.resolve().as_uri()),
    ]


def edit_draft(code: str, built: Path, edited: Path) -> None:
    """Do all of it, and put a comment on words; LibreOffice saves it at the end."""
    step = edited.with_suffix(".step.docx")
    edit(commands(code, built, step))
    comment(step, *WORDS[code].question, MARIA)
    converted(step, edited)


def proposals(code: str) -> list[dict[str, Any]]:
    """What amendments.yaml is to say of it, without ids and days."""
    words = WORDS[code]
    language = {} if code == "en" else {"language": code}
    worded = {} if code == "en" else {"worded_in": code}

    def replaced(passage: str, old: str, new: str, author: str = "") -> dict[str, Any]:
        said = {"action": "replace", **language, "passage": passage}
        return {**said, "old": old, "new": new, **_by(author)}

    def inserted(place: str, beside: str, new: str, author: str = "") -> dict[str, Any]:
        return {"action": "insert", place: beside, "new": new, **worded, **_by(author)}

    return [
        replaced("rec-transfer-criteria", *words.marias, MARIA),
        replaced("rec-transfer-criteria", *words.johns, JOHN),
        replaced("rec-transfer-victims", *words.compared),
        {"action": "replace", **language, "passage": "opening-transfer"},
        replaced("transfer-purpose", *words.put_in, JOHN),
        inserted("after", "transfer-purpose", words.added[1], JOHN),
        {
            "action": "move",
            "passage": "transfer-consultations",
            "after": "transfer-obstacles",
        },
        inserted("after", "ca-networks", words.new[1]),
        inserted("under", "questionnaire-length", words.listed[1].rstrip(";؛.")),
        inserted("after", "", words.listed[2].rstrip(";؛.")),
        {"action": "delete", "passage": "ca-translation"},
    ]


def _by(author: str) -> dict[str, str]:
    return {"author": author} if author else {}
