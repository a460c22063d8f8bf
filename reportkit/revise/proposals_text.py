"""What a proposal makes of a text: what stays, what goes, what comes, in lines.

Words are shown in the language of the sheet as far as there are any: the draft's
translation, and the translators' text of the amendment. Where that is lacking, the
original stands in, marked as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.document.nodes import (
    Change,
    Content,
    Deletion,
    Inline,
    Insertion,
    Plain,
    Run,
)
from reportkit.document.text import put_together, text_of
from reportkit.languages.table import language_of
from reportkit.model.amendments import Amendment
from reportkit.revise.difference import HAN, stretches
from reportkit.revise.plans import Plan
from reportkit.revise.proposals_shortened import shortened
from reportkit.revise.proposals_sides import (
    HELD,
    SIDES,
    TRANSLATED,
    Desk,
    given_text,
)

Lines = tuple[Content, ...]
# Who proposed a change stands beside it, and nothing of it is kept with the words.
UNNAMED = Change("", "")
# A letter that goes and one that comes, in writing that has spaces.
APART = re.compile(rf"[^\W{HAN}](?:[^\W{HAN}]|{HELD})")


def lines_of_change(plan: Plan, desk: Desk) -> Lines:
    """What a proposal makes of the text, a content a line."""
    each = plan.amendment
    if each.action == "correct":
        return _fact(each, desk)
    if each.language or desk.code == desk.original:
        return _as_proposed(plan, desk, missing=False)
    return tuple(_translated(plan, desk)) or _untranslated(plan, desk)


def _fact(each: Amendment, desk: Desk) -> Lines:
    """A fact by its name in the files, which is in no language, and its values."""
    tag = language_of("en").tag if desk.code != "en" else ""
    name = Run(str(each.fact), italic=True, language=tag)
    before, after = desk.facts.get(str(each.id), ("", ""))
    return (name,), _swapped(_run(before), _run(after))


def _run(text: str) -> Content:
    return (Run(text),) if text else ()


def _as_proposed(plan: Plan, desk: Desk, missing: bool) -> Lines:
    """The change in the language that it was proposed in."""
    each = plan.amendment

    def set_words(text: str) -> Content:
        here = each.passage or each.beside
        return desk.type.set(text, here, plan.language, missing) if text else ()

    if each.throughout or (plan.problems and each.old):
        change = _swapped(set_words(each.old), _new_words(plan, desk, missing))
        return (change,)
    if each.action == "delete":
        return tuple(_deleted(plan, desk))
    if each.passage in desk.draft.derived:
        printed = desk.type.paper.contents.get(each.passage, ())
        return (_marked(desk.type.plain(printed), set_words(each.words), desk),)
    before, after = SIDES[each.action](plan, desk.texts(plan.language))
    marked = _changed(set_words(before), set_words(after))
    if HELD in after:
        words = _new_words(plan, desk, missing)
        marked = tuple(_filled(inline, words) for inline in marked)
    return (shortened(marked, desk.code, always=missing),)


def _new_words(plan: Plan, desk: Desk, missing: bool) -> tuple[Plain, ...]:
    """The words that come, in the language that they were typed in."""
    each = plan.amendment
    language = str(each.worded_in) or plan.language
    missing = missing and not each.worded_in
    here = each.passage or each.beside
    return _plain(desk.type.set(each.words, here, language, missing))


def _filled(inline: Inline, words: tuple[Plain, ...]) -> Inline:
    """An inline with words in the place that was held for them."""
    if not isinstance(inline, Insertion):
        return inline
    made: list[Plain] = []
    for each in inline.content:
        if not isinstance(each, Run) or HELD not in each.text:
            made.append(each)
            continue
        before, _, after = each.text.partition(HELD)
        pieces = (each._replace(text=before), *words, each._replace(text=after))
        made += (piece for piece in pieces if not isinstance(piece, Run) or piece.text)
    return inline._replace(content=tuple(made))


def _deleted(plan: Plan, desk: Desk) -> Iterator[Content]:
    """Each passage that goes: in the language of the sheet where it has it."""
    for id, _ in plan.touches:
        language = desk.code if desk.own.get(id) else plan.language
        text = desk.texts(language).get(id, "")
        missing = language != desk.code
        yield (_gone(desk.type.set(text, id, language, missing)),)


def _translated(plan: Plan, desk: Desk) -> Iterator[Content]:
    """The change in a translation, if it has all words that it takes."""
    each = plan.amendment
    if each.action == "delete":
        yield from _deleted(plan, desk)
    elif each.throughout:
        given = desk.given.get(each.id)
        for id, text in (given.passages if given else {}).items():
            before, after = (
                desk.type.set(str(words), id, desk.code)
                for words in (desk.own.get(str(id), ""), text.text)
            )
            yield shortened(_changed(before, after), desk.code, always=True)
    elif each.passage in desk.draft.derived:
        if new := given_text(each, each.passage, desk):
            printed = desk.type.paper.contents.get(each.passage, ())
            after = desk.type.set(new, each.passage, desk.code)
            yield _marked(desk.type.plain(printed), after, desk)
    elif sides := TRANSLATED[each.action](each, desk):
        here = each.passage or each.beside
        before, after = (desk.type.set(side, here, desk.code) for side in sides)
        yield _marked(before, after, desk)


def _untranslated(plan: Plan, desk: Desk) -> Lines:
    """The translation as it is, and then the change in the original.

    A passage that is rewritten goes whole, and only the new words stand in.
    """
    each = plan.amendment
    own = _standing(each, desk)
    rewritten = not each.old and each.words and not plan.problems
    if each.throughout or not own:
        return _as_proposed(plan, desk, missing=True)
    if rewritten:
        return (_gone(own),), (Insertion(_new_words(plan, desk, True), UNNAMED),)
    return (own, *_as_proposed(plan, desk, missing=True))


def _standing(each: Amendment, desk: Desk) -> Content:
    """What the translation says now, of both passages where two are merged."""
    if each.passage in desk.draft.derived:
        return desk.type.plain(desk.type.paper.contents.get(each.passage, ()))
    texts = (desk.own.get(id, "") for id in (str(each.passage), str(each.other)))
    text = " ".join(filter(None, texts))
    return desk.type.set(text, each.passage, desk.code) if text else ()


def _marked(before: Content, after: Content, desk: Desk) -> Content:
    return shortened(_changed(before, after), desk.code)


def _changed(before: Content, after: Content) -> Content:
    """A text with what goes struck before what comes."""
    made: list[Inline] = []
    for each in stretches(before, after):
        if each.same:
            made += put_together(each.new)
        else:
            made += _swapped(each.old, each.new)
    return tuple(made)


def _swapped(old: Content, new: Content) -> Content:
    """What goes before what comes; two words are kept apart."""
    deleted = (_gone(old),) if old else ()
    if not new:
        return deleted
    meet = bool(APART.fullmatch(text_of(old)[-1:] + text_of(new)[:1]))
    apart = (Run(" "),) if meet else ()
    return (*deleted, *apart, Insertion(_plain(new), UNNAMED))


def _gone(content: Content) -> Deletion:
    return Deletion(_plain(content), UNNAMED)


def _plain(content: Content) -> tuple[Plain, ...]:
    return put_together(each for each in content if isinstance(each, Plain))
