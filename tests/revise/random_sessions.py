"""Sessions made up at random, with adopted amendments of every kind; for tests.

A number gives a session, always the same. It is written out as files and read as
any other; amendments that have a fault, or touch the same words as another, are
left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.assemble.sentences import Sentences, read_sentences
from reportkit.assemble.wording import Wording, word_session
from reportkit.document.nodes import (
    Document,
)
from reportkit.model.amendments import AmendedTranslation, Amendment
from reportkit.model.fields import replaced
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Passage
from reportkit.model.reading import read_session
from reportkit.model.session import Session, words_of_session
from reportkit.problems import Place
from reportkit.revise.amending import Amended, amend
from reportkit.revise.comparison import compare
from reportkit.revise.conflicts import conflicts
from reportkit.revise.credit import credits_of
from reportkit.revise.entries import entries_of
from reportkit.revise.plans import plans_of
from reportkit.source.values import Text, text_at
from tests.sessions_in_text import TEMPLATES, outlines, told, words_of

ROOT = Path(__file__).parents[2]
SHARED = ("names.yaml", "instruments.yaml")
BODIES = ("wg3", "wg2")
ITEMS = ("transfer", "evidence", "tools", "other")
PLACE = Place("amendments.yaml", 1, 1)
# A word of a text with what hangs on it; a mark is never parted.
WORD = re.compile(r"(?:\{[^}]*\}|[^\s{])+")
SIGN = re.compile(r"\{[^}]*\}|[^{]")

# Few words, so that most of them come again within a passage.
VOCABULARY = {
    "en": (
        "States parties should make use of the register of central authorities and of"
        " the guide to requests so that the time between a request and its answer is"
        " known to the Secretariat and to the courts in the requesting State which"
        " ask for the transfer of records on electronic means"
    ),
    "fr": (
        "les États parties devraient tenir à jour le registre des autorités centrales"
        " et le guide des demandes afin que le délai entre une demande et la réponse"
        " qu’elle reçoit soit connu du Secrétariat et des tribunaux de l’État"
    ),
    "ru": (
        "государствам следует вести реестр центральных органов и справочник по"
        " просьбам с тем чтобы срок между просьбой и ответом на неё был известен"
        " Секретариату и судам того государства в котором её направили"
    ),
    "ar": (
        "ينبغي للدول الأطراف أن تستخدم سجلّ السلطات المركزية ودليل الطلبات حتّى"
        " يكون الوقت بين الطلب والردّ عليه معروفاً لدى الأمانة ولدى المحاكم في"
        " الدولة الطالبة التي تطلب نقل السجلات"
    ),
    "zh": "缔约国应当使用中央机关名册和请求书指南以便秘书处及法院了解请求与答复之间",
}
LANGUAGES = tuple(VOCABULARY)


class Case(NamedTuple):
    """A session as drafted and as amended, and the language it is looked at in."""

    number: int
    session: Session
    amended: Amended
    code: str

    def document(self, order: Order) -> Document:
        """A document of the session: a report is as amended."""
        final = self.session.facts.kind_of(order.id) == "report"
        session = self.amended.session if final else self.session
        return assemble(wording(session, self.code), outlines(), order)

    def sides(self) -> tuple[Document, Document, Document]:
        """The merged draft, the final report, and both with the changes marked."""
        old = self.document(Order("draft", merged=True))
        new = self.document(Order("final"))
        credits = credits_of(
            self.amended, wording(self.amended.session, self.code), None
        )
        return old, new, compare(old, new, credits)


def wording(session: Session, code: str) -> Wording:
    """A session as a language words it."""
    last = max(body.last for body in session.facts.bodies.values())
    return word_session(session, _sentences(code), last)


@cache
def _sentences(code: str) -> Sentences:
    path = TEMPLATES / code / "sentences.yaml"
    sentences, _ = read_sentences(path.read_bytes(), path.name, words_of(code))
    return sentences


@cache
def _shared() -> Mapping[str, bytes]:
    return {name: (ROOT / "sessions" / name).read_bytes() for name in SHARED}


def random_case(number: int) -> Case:
    """The session of a number, with its amendments."""
    random = Random(number)
    code = LANGUAGES[number % len(LANGUAGES)]
    files = _Files(random, code).files()
    session, problems = read_session("random", files, _shared(), {})
    assert session is not None and not problems, told(problems)
    session = session._replace(amendments=_Amendments(random, session, code).sound())
    session = session._replace(amended_texts=_translated(random, session, code))
    amended = amend(session)
    assert not amended.problems, told(amended.problems)
    edited = amended._replace(session=_edited(random, amended.session))
    return Case(number, session, edited, code)


def _edited(random: Random, session: Session) -> Session:
    """The session with other rows and columns in some of its tables.

    No amendment makes them: someone has worked on the text since it was issued.
    """

    def edited(passage: Passage) -> Passage:
        table = passage.table
        if table is None or random.random() < 0.5:
            return passage
        rows = random.choice((table.rows[1:], table.rows[::-1], table.rows))
        columns = random.choice((table.columns, table.columns[:1], table.columns[::-1]))
        return replaced(passage, table=replaced(table, rows=rows, columns=columns))

    return session._replace(
        manuscripts=tuple(
            replaced(each, passages=tuple(map(edited, each.passages)))
            for each in session.manuscripts
        )
    )


class _Words:
    """Texts of a language; `ids` and `notes` are what they may point to and call."""

    def __init__(self, random: Random, code: str) -> None:
        self.random, self.code = random, code
        self.gap = "" if code == "zh" else " "
        words = VOCABULARY[code]
        self.vocabulary = list(words) if code == "zh" else words.split()

    def text(self, ids: list[str], marks: tuple[str, ...] = ()) -> str:
        """A text with the marks given, and perhaps others, among its words."""
        count = self.random.randint(3, 40)
        words = [self.random.choice(self.vocabulary) for _ in range(count)]
        for at in range(len(words) - 1):
            if self.random.random() < 0.1:
                words[at] += "，" if self.code == "zh" else ","
        if self.random.random() < 0.2:
            words.insert(self.random.randrange(count), self._italics())
        if self.random.random() < 0.15:
            words.insert(self.random.randrange(count), f"12^{words[-1]}^")
        if ids and self.random.random() < 0.25:
            mark = self.random.choice(("", "; form: number"))
            words.insert(1, f"{{ref: {self.random.choice(ids)}{mark}}}")
        if self.random.random() < 0.1:
            words.insert(1, self.random.choice(("{states: FRA DZA}", "{dates: wg3}")))
        for mark in marks:
            # LibreOffice joins a paragraph to the next one when two notes beside
            # each other end it and a change of the second is undone.
            at = self.random.randrange(len(words) - 1)
            words[at] += mark
        text = self.gap.join(words)
        return text[:1].upper() + text[1:]

    def sentences(self, ids: list[str], marks: tuple[str, ...] = ()) -> str:
        """A paragraph: one to three sentences."""
        stop = "。" if self.code == "zh" else "."
        texts = [self.text(ids) for _ in range(self.random.randint(0, 2))]
        return self.gap.join(
            f"{each}{stop}" for each in (self.text(ids, marks), *texts)
        )

    def _italics(self) -> str:
        words = self.random.choices(self.vocabulary, k=self.random.randint(1, 3))
        return f"*{self.gap.join(words)}*"


class _Files:
    """The files of a session, with what is written in them, by id."""

    def __init__(self, random: Random, code: str) -> None:
        self.random, self.code = random, code
        self.english, self.other = _Words(random, "en"), _Words(random, code)
        self.addenda = [f"add{n}" for n in range(1, random.randint(0, 2) + 1)]
        self.parts = ["draft", *self.addenda, "final"]
        self.ids: list[str] = []
        self.notes: list[str] = []
        self.written: dict[str, str] = {}
        self.translated: dict[str, Any] = {}

    def files(self) -> dict[str, bytes]:
        """The session's files by path."""
        bodies = BODIES[: self.random.randint(1, 2)]
        items = ITEMS[: self.random.randint(1, 4)]
        made: dict[str, Any] = {
            "session.yaml": self._session(bodies),
            "agenda.yaml": self._agenda(bodies, items),
            "en/titles.yaml": {"titles": {item: self._said(item) for item in items}},
            "en/introduction.yaml": {"passages": self._passages("intro", 4)},
        }
        for body in bodies:
            leads = {"body": body, "passages": self._recommendations(f"rec-{body}")}
            made[f"en/recommendations/{body}.yaml"] = leads
        for item in items:
            own = {"item": item, **self._in(), "passages": self._passages(item, 6)}
            made[f"en/deliberations/{item}.yaml"] = own
        if self.random.random() < 0.4:
            made["en/adoption.yaml"] = {"passages": self._passages("adoption", 2)}
        if self.random.random() < 0.4:
            passages = self._passages("annexed", 3)
            title = {"id": "annex-title", "text": self._said("annex-title")}
            made["en/annexes.yaml"] = {"title": title, "passages": passages}
        made["en/notes.yaml"] = {"chapter": "introduction", "notes": self._notes()}
        if self.code != "en":
            made[f"{self.code}/all.yaml"] = self.translated
        if self.random.random() < 0.3:
            made["amendments.yaml"] = {"amendments": [_correction()]}
        return {
            path: json.dumps(each, ensure_ascii=False, indent=1).encode()
            for path, each in made.items()
            if each
        }

    def _session(self, bodies: tuple[str, ...]) -> dict[str, Any]:
        days = {"from": "2017-10-09", "to": "2017-10-13"}
        parts = {
            each: {"kind": "addendum", "of": "draft", "date": "2017-10-13"}
            for each in self.addenda
        }
        return {
            "original": "en",
            "written_in": "en",
            "bodies": dict.fromkeys(bodies, days),
            "meetings": {
                "m1": {"of": dict.fromkeys(bodies, 1), "on": "2017-10-09"},
                "m2": {"of": dict.fromkeys(bodies, 2), "on": "2017-10-13"},
            },
            "documents": {
                "draft": {"kind": "draft", "date": "2017-10-12"},
                **parts,
                "final": {"kind": "report", "date": "2017-10-23"},
            },
        }

    def _agenda(self, bodies: tuple[str, ...], items: tuple[str, ...]) -> Any:
        """Items of one body, or of both."""
        some = [bodies, *((body,) for body in bodies)]
        numbers = (
            dict.fromkeys(self.random.choice(some), number)
            for number in range(1, len(items) + 1)
        )
        return {
            "items": [
                {"id": id, "number": number}
                for id, number in zip(items, numbers, strict=True)
            ]
        }

    def _in(self) -> dict[str, str]:
        """The part of something; most say nothing and go into the draft."""
        return {"in": self.random.choice(self.parts)} if self._chance(0.4) else {}

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    def _said(self, id: str, marks: tuple[str, ...] = (), long: bool = False) -> str:
        """A text of an id, and mostly one in the other language."""
        make = _Words.sentences if long else _Words.text
        self.written[id] = make(self.english, self.ids, marks)
        if self.code != "en" and self._chance(0.85):
            said = make(self.other, self.ids, marks)
            of = {"of": fingerprint(self.written[id])} if self._chance(0.7) else {}
            self.translated[id] = {"text": said, **of}
        return self.written[id]

    def _passages(self, stem: str, most: int) -> list[Any]:
        kinds = [self._paragraph] * 4 + [self._heading, self._quotation, self._table]
        return [
            {**self.random.choice(kinds)(f"{stem}-{n}"), **self._in()}
            for n in range(1, self.random.randint(1, most) + 1)
        ]

    def _recommendations(self, stem: str) -> list[Any]:
        count = self.random.randint(1, 7)
        return [
            {**self._leading(f"{stem}-{n}", 0.2, False), **self._in()}
            for n in range(1, count + 1)
        ]

    def _paragraph(self, id: str) -> dict[str, Any]:
        return self._leading(id, 0.4, True)

    def _leading(self, id: str, chance: float, long: bool) -> dict[str, Any]:
        """A paragraph, perhaps with points or dashes under it."""
        made: dict[str, Any] = {
            "id": id,
            "text": self._said(id, self._called(id), long),
        }
        self.ids.append(id)
        if self._chance(chance):
            made["list"] = self.random.choice(("points", "dashes"))
            made["points"] = self._points(id, 2)
        return made

    def _points(self, above: str, depth: int) -> list[Any]:
        made: list[Any] = []
        for n in range(1, self.random.randint(1, 4) + 1):
            id = f"{above}-{n}"
            point: dict[str, Any] = {"id": id, "text": self._said(id, self._called(id))}
            self.ids.append(id)
            if depth > 1:
                point |= self._in() if self._chance(0.3) else {}
                point |= {"points": self._points(id, 1)} if self._chance(0.2) else {}
            made.append(point)
        return made

    def _called(self, id: str) -> tuple[str, ...]:
        """The call of a footnote of its own."""
        if not self._chance(0.12):
            return ()
        self.notes.append(f"note-{id}")
        return (f"{{note: note-{id}}}",)

    def _notes(self) -> list[Any]:
        return [{"id": id, "text": self._said(id)} for id in self.notes]

    def _heading(self, id: str) -> dict[str, Any]:
        return {"id": id, "heading": self._said(id)}

    def _quotation(self, id: str) -> dict[str, Any]:
        return {"id": id, "quotation": self._said(id, (), True)}

    def _table(self, id: str) -> dict[str, Any]:
        columns = [
            {"id": name, "text": self._said(f"{id}-{name}")} for name in ("one", "two")
        ]
        rows = [
            {"id": f"r{n}", "cells": {
                "one": self._said(f"{id}-r{n}-one"), "two": str(n * 7)
            }}
            for n in range(1, self.random.randint(1, 3) + 1)
        ]  # fmt: skip
        table: dict[str, Any] = {"columns": columns, "rows": rows}
        if self._chance(0.5):
            table["caption"] = self._said(f"{id}-caption")
        return {"id": id, "table": table}


def _correction() -> dict[str, Any]:
    return {
        "id": "fact",
        "action": "correct",
        "fact": "session.yaml meetings.m2.on",
        "new": "2017-10-12",
        "status": "adopted",
    }


class _Amendments:
    """Amendments to a session; each is a change that someone might propose."""

    def __init__(self, random: Random, session: Session, code: str) -> None:
        self.random, self.session, self.code = random, session, code
        self.words = {"en": _Words(random, "en"), code: _Words(random, code)}
        self.texts = {str(e.id): str(e.text) for e in words_of_session(session)}
        entries = tuple(entries_of(session.manuscripts))
        self.entries = [str(each.id) for each in entries]
        self.told = [id for id in self.entries if id in self.texts]

    def sound(self) -> tuple[Amendment, ...]:
        """Those of many that have no fault and do not meet another."""
        wanted = self.random.randint(1, 9)
        known = self.session.amendments
        for number in range(wanted):
            each = self._amendment(f"a{number}")
            if self._is_sound((*known, each)):
                known = (*known, each)
        return known

    def _is_sound(self, amendments: tuple[Amendment, ...]) -> bool:
        """Whether nothing is wrong, and no passage is left without a word."""
        session = self.session._replace(amendments=amendments)
        plans = plans_of(session)
        if any(each.problems for each in plans) or any(conflicts(plans)):
            return False
        left = amend(session).session
        texts = {str(each.id): each.text for each in words_of_session(left)}
        return all(texts.get(id, "").strip() for id in _worded(left))

    def _amendment(self, id: str) -> Amendment:
        makers = (
            self._words_of, self._words_of, self._whole, self._throughout,
            self._insert, self._insert, self._delete, self._move, self._move,
            self._merge, self._split, self._in_language,
        )  # fmt: skip
        fields = self.random.choice(makers)(id)
        by = self.random.choice(((), ("FRA",), ("wg3", "DZA"), ("secretariat",)))
        return Amendment(
            id=_text(id),
            status=_text("adopted"),
            by=tuple(map(_text, by)),
            place=PLACE,
            **{key: _text(value) for key, value in fields.items()},
        )

    def _replace(self, **fields: str) -> dict[str, str]:
        return {"action": "replace", **fields}

    def _quoted(self, text: str, code: str) -> str:
        """Some words of a text that stand together."""
        pattern = SIGN if code == "zh" else WORD
        places = [match.span() for match in pattern.finditer(text)]
        first = self.random.randrange(len(places))
        last = min(first + self.random.randint(0, 5), len(places) - 1)
        return text[places[first][0] : places[last][1]]

    def _words_of(self, id: str) -> dict[str, str]:
        """Other words, or none, for some."""
        passage = self.random.choice(list(self.texts))
        old = self._quoted(self.texts[passage], "en")
        new = "" if self.random.random() < 0.3 else self._some("en")
        return self._replace(passage=passage, old=old, new=new)

    def _some(self, code: str) -> str:
        return self._quoted(self.words[code].text(self.told), code)

    def _whole(self, id: str) -> dict[str, str]:
        passage = self.random.choice(list(self.texts))
        calls = tuple(re.findall(r"\{note: [^}]*\}", self.texts[passage]))
        kept = calls if self.random.random() < 0.5 else ()
        new = self.words["en"].text(self.told, kept)
        return self._replace(passage=passage, new=new)

    def _throughout(self, id: str) -> dict[str, str]:
        scope = self.random.choice(("document", "deliberations", *self.told))
        old = self.random.choice(self.words["en"].vocabulary)
        return self._replace(throughout=scope, old=old, new=self._some("en"))

    def _beside(self) -> dict[str, str]:
        side = self.random.choice(("after", "before"))
        return {side: self.random.choice(self.entries)}

    def _insert(self, id: str) -> dict[str, str]:
        new = self.words["en"].text(self.told)
        return {"action": "insert", "made": f"made-{id}", "new": new, **self._beside()}

    def _delete(self, id: str) -> dict[str, str]:
        return {"action": "delete", "passage": self.random.choice(self.entries)}

    def _move(self, id: str) -> dict[str, str]:
        passage = self.random.choice(self.entries)
        return {"action": "move", "passage": passage, **self._beside()}

    def _merge(self, id: str) -> dict[str, str]:
        first, second = self.random.choices(self.told, k=2)
        new = {} if self.random.random() < 0.5 else {"new": self._some("en")}
        return {"action": "merge", "passage": first, "other": second, **new}

    def _split(self, id: str) -> dict[str, str]:
        passage = self.random.choice(self.told)
        old = self._quoted(self.texts[passage], "en")
        return {"action": "split", "passage": passage, "old": old, "made": f"made-{id}"}

    def _in_language(self, id: str) -> dict[str, str]:
        """Other words in the translation alone."""
        known = self.session.translations.get(self.code, {})
        if not known:
            return self._words_of(id)
        passage = self.random.choice(list(known))
        old = self._quoted(str(known[Text(passage)].text), self.code)
        new = self._some(self.code)
        return self._replace(passage=passage, old=old, new=new, language=self.code)


def _worded(session: Session) -> Iterator[str]:
    """The passages and points that have words of their own."""
    for each in entries_of(session.manuscripts):
        if not getattr(each, "table", None):
            yield str(each.id)


def _text(text: str) -> Text:
    return text_at(text, PLACE)


def _translated(
    random: Random, session: Session, code: str
) -> dict[str, dict[Text, AmendedTranslation]]:
    """What a translator has made of some of the amendments."""
    if code == "en":
        return {}
    words = _Words(random, code)
    made = {
        each.id: AmendedTranslation(text=_text(words.text([])), place=PLACE)
        for each in session.amendments
        if not each.language and random.random() < 0.5
    }
    return {code: made}
