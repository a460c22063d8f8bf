"""A session as adopted amendments make it: the final report is built from this.

The drafted session comes in and stays what it is; the draft is built from that.
Words, passages and facts are changed in every language; where a language has no
text of an amended passage yet, the draft's stays and is stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from reportkit.model.amendments import Amendment
from reportkit.model.fields import replaced
from reportkit.model.marks import pieces_of
from reportkit.model.passages import Manuscript
from reportkit.model.session import Session, words_of_manuscript
from reportkit.problems import Problem
from reportkit.revise.arrangement import arranged
from reportkit.revise.conflicts import conflicts
from reportkit.revise.drafted import Draft, draft_of
from reportkit.revise.entries import with_texts
from reportkit.revise.pending import with_pending
from reportkit.revise.plans import Plan, plans_of
from reportkit.revise.quotation import Span, occurrences, respelt
from reportkit.revise.retranslation import retranslated, strays
from reportkit.revise.scope import scope_of
from reportkit.source.values import Text, text_at


class Amended(NamedTuple):
    """A session as amended, and what changed it.

    `touched` holds, by passage, the adopted amendments that changed it or its
    place; `problems` are those of all amendments.
    """

    session: Session
    touched: Mapping[str, tuple[Amendment, ...]]
    problems: tuple[Problem, ...] = ()


def amend(session: Session, show_pending: bool = False) -> Amended:
    """The session as its adopted amendments make it.

    `show_pending` puts what pending ones would change in square brackets.
    """
    if not session.amendments:
        return Amended(session, {})
    plans = plans_of(session)
    problems = (
        *(problem for plan in plans for problem in plan.problems),
        *conflicts(plans),
        *strays(session, plans),
    )
    sound = tuple(plan for plan in plans if not plan.problems)
    made = tuple(plan for plan in sound if plan.amendment.adopted)
    draft = draft_of(session)
    shown = (_in_brackets(draft, p) for p in sound if not p.amendment.adopted)
    every = (*made, *shown) if show_pending else made
    texts = texts_as_amended(draft, every)
    amendments = tuple(plan.amendment for plan in every)
    manuscripts = tuple(with_texts(each, texts) for each in session.manuscripts)
    manuscripts = arranged(_overridden(manuscripts, draft, made), amendments, texts)
    amended = with_corrected_facts(session)._replace(
        manuscripts=without_lost_notes(session.manuscripts, manuscripts)
    )
    touched = touched_by(made)
    amended = retranslated(session, amended, touched, every)
    if show_pending:
        open_ones = (p.amendment for p in sound if not p.amendment.adopted)
        amended = with_pending(amended, open_ones)
    return Amended(amended, touched, problems)


def with_corrected_facts(session: Session) -> Session:
    """The drafted session with its facts as adopted amendments correct them."""
    facts = session.corrected
    return session._replace(**facts._asdict()) if facts else session


def touched_by(plans: Iterable[Plan]) -> dict[str, tuple[Amendment, ...]]:
    """The amendments that change each passage or its place, by its id."""
    touched: dict[str, tuple[Amendment, ...]] = {}
    for plan in plans:
        each = plan.amendment
        named = (each.passage, each.other, each.made)
        for id in dict.fromkeys((*map(str, named), *(id for id, _ in plan.touches))):
            if id:
                touched[id] = (*touched.get(id, ()), each)
    return touched


def texts_as_amended(draft: Draft, plans: Iterable[Plan]) -> dict[str, Text]:
    """The texts of the original that amendments reword or part, by passage."""
    spans: dict[str, list[Span]] = {}
    parted: dict[str, list[tuple[int, str]]] = {}
    known = tuple(plans)
    for plan in known:
        if plan.language != draft.session.facts.written_in:
            continue
        for id, span in plan.touches:
            if plan.amendment.action == "split":
                parted.setdefault(id, []).append((span.start, plan.amendment.made))
            else:
                spans.setdefault(id, []).append(span)
    written = draft.texts[draft.session.facts.written_in]
    everywhere = [plan for plan in known if plan.amendment.throughout]
    return {
        piece: text_at(text, written[id].place)
        for id in dict.fromkeys((*spans, *parted))
        if id in written
        for piece, text in _pieces(
            id,
            written[id],
            [
                _carried_through(draft, id, span, everywhere)
                for span in _leading(spans.get(id, []))
            ],
            sorted(parted.get(id, [])),
        )
    }


def _carried_through(
    draft: Draft, id: str, span: Span, everywhere: Iterable[Plan]
) -> Span:
    """New words with the changes in them that hold throughout."""
    new = span.new
    for plan in everywhere:
        each = plan.amendment
        ids = scope_of(draft.session, str(each.throughout))
        if each.id != span.by and each.adopted and (ids is None or id in ids):
            found = occurrences(new, each.old)
            new = respelt(new, (Span(*place, str(each.words)) for place in found))
    return span._replace(new=new)


def _pieces(
    id: str, text: str, spans: list[Span], cuts: list[tuple[int, str]]
) -> Iterator[tuple[str, str]]:
    """The parts of a text by their ids: one, or more where it is split."""
    edges = (0, *(at for at, _ in cuts), len(text))
    for name, (start, end) in zip(
        (id, *(made for _, made in cuts)), pairwise(edges), strict=True
    ):
        own = (
            Span(span.start - start, span.end - start, span.new)
            for span in spans
            if start <= span.start and span.end <= end
        )
        yield str(name), respelt(text[start:end], own).strip()


def _leading(spans: list[Span]) -> list[Span]:
    """Spans that do not meet: a rewritten passage goes before words inside it."""
    made: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        if span.end > span.start and not any(span.meets(other) for other in made):
            made.append(span)
    return made


def _in_brackets(draft: Draft, plan: Plan) -> Plan:
    """A plan that shows, in square brackets, what is there and what is proposed."""
    each, texts = plan.amendment, draft.texts.get(plan.language, {})
    shown = tuple(
        (
            id,
            span._replace(new=_choices(texts.get(id, "")[span.start : span.end], span)),
        )
        for id, span in plan.touches
        if span.end > span.start
    )
    if each.action == "insert":
        each = replaced(each, new=text_at(f"[{each.words}]", each.words.place))
        return plan._replace(amendment=each)
    # Words are shown where they stand: nothing goes, moves or is joined yet.
    return plan._replace(
        amendment=replaced(each, action=Text("replace")), touches=shown
    )


def _choices(old: str, span: Span) -> str:
    return f"[{old}] [{span.new}]" if span.new else f"[{old}]"


def _overridden(
    manuscripts: tuple[Manuscript, ...], draft: Draft, plans: Iterable[Plan]
) -> tuple[Manuscript, ...]:
    """The manuscripts with the words that amendments give derived passages."""
    own = {
        plan.amendment.passage: plan.amendment.words
        for plan in plans
        if plan.amendment.passage in draft.derived
        and plan.language == draft.session.facts.written_in
    }
    if not own:
        return manuscripts
    kept = tuple(
        replaced(
            each, overrides={k: v for k, v in each.overrides.items() if k not in own}
        )
        for each in manuscripts
    )
    first, *rest = kept or (Manuscript(),)
    return (replaced(first, overrides={**first.overrides, **own}), *rest)


def without_lost_notes(
    before: tuple[Manuscript, ...], after: tuple[Manuscript, ...]
) -> tuple[Manuscript, ...]:
    """The manuscripts without the footnotes whose only calls were taken out."""
    lost = frozenset(_called(before)) - frozenset(_called(after))
    return tuple(
        replaced(each, notes=tuple(note for note in each.notes if note.id not in lost))
        if any(note.id in lost for note in each.notes)
        else each
        for each in after
    )


def _called(manuscripts: tuple[Manuscript, ...]) -> Iterator[str]:
    for manuscript in manuscripts:
        for words in words_of_manuscript(manuscript):
            if "{note" in words.text:
                pieces = pieces_of(words.text)
                yield from (each.argument for each in pieces if each.kind == "note")
