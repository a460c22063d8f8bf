"""Chapters of a report's own: an outline of them, and what their headings are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reportkit.assemble.outline import LABELS, NONE, ChapterOutline, SectionOutline
from reportkit.published.lines import HEADING
from reportkit.published.word_labels import folded_label
from reportkit.recover.choices import Choices
from reportkit.recover.outline_of import ANNEXES, CHAPTER, ITEM, OPEN, Chunk, name_of
from reportkit.recover.terms import Terms
from reportkit.source.emission import Inline

Tree = dict[str, Any]
MOST = 40
# What an outline of one's own says of headings inside summaries stays as it is.
TOPIC = "topic"
# The outline that has every usual chapter.
WHOLE = "report"


class Label(NamedTuple):
    """What the label of a heading is: its kind in an outline, and its number."""

    kind: str = NONE
    number: int = 0


class Headings(NamedTuple):
    """The headings of a report's own chapters, by their places among the chunks.

    `levels` are the kinds of label from the chapters down; `depths` how deep each
    heading stands under its chapter, from 1 (0 is a chapter).
    """

    levels: tuple[str, ...]
    labels: Mapping[int, Label]
    depths: Mapping[int, int]


def own_chapters(
    chunks: Sequence[Chunk], choices: Choices, terms: Terms
) -> frozenset[str]:
    """The chapters that are set passage by passage: as chosen, and unknown ones."""
    chapters = frozenset(chapters_in(chunks))
    usual = {str(each.id) for each in terms.outlines[WHOLE].chapters}
    return frozenset((choices.own & chapters) | (chapters - usual))


def fits(chunks: Sequence[Chunk], own: frozenset[str], terms: Terms, kind: str) -> bool:
    """Whether the usual outline of a kind of document may be that of a report."""
    usual = terms.outlines[kind]
    items = any(chunk.role == ITEM for chunk in chunks)
    is_numbered = numbers_items(chunks, own, ()) == usual.item_numbers or not items
    known = {str(each.id) for each in usual.chapters}
    return not own and is_numbered and known.issuperset(chapters_in(chunks))


def headings_of(chunks: Sequence[Chunk], own: frozenset[str], terms: Terms) -> Headings:
    """How the headings of a report are labelled, and how deep they stand."""
    places = [at for at, chunk in enumerate(chunks) if _counts(chunk, own)]
    labels = dict(_labels(chunks, places, terms))
    top = Counter(labels[at].kind for at in places if chunks[at].role == CHAPTER)
    first = top.most_common(1)[0][0] if top else LABELS[0]
    depths, under = _depths(chunks, places, labels)
    return Headings((first, *under), labels, depths)


def _depths(
    chunks: Sequence[Chunk], places: Sequence[int], labels: Mapping[int, Label]
) -> tuple[dict[int, int], tuple[str, ...]]:
    """How deep headings stand, and the labels of the depths below the chapters.

    Those without a label stand below those that have one, but for one that is alone:
    it would have no label either.
    """
    inner = [at for at in places if chunks[at].role != CHAPTER]
    kinds = {labels[at].kind for at in inner}
    under = [kind for kind in LABELS if kind in kinds and kind != NONE]
    beside = Counter((chunks[at].chapter, chunks[at].line.level) for at in inner)
    bare = [at for at in inner if labels[at].kind == NONE]
    depths = dict.fromkeys(places, 0)
    depths |= {at: 1 + under.index(labels[at].kind) for at in inner if at not in bare}
    for at in tuple(bare):
        level = chunks[at].line.level
        if beside[chunks[at].chapter, level] == 1 and 1 < level <= len(under) + 1:
            depths[at] = level - 1
            bare.remove(at)
    deeper = sorted({chunks[at].line.level for at in bare})
    ranks = {level: rank for rank, level in enumerate(deeper, len(under) + 1)}
    depths |= {at: ranks[chunks[at].line.level] for at in bare}
    return depths, (*under, *(NONE for _ in deeper))


def _counts(chunk: Chunk, own: frozenset[str]) -> bool:
    """Whether a heading is a chapter's, or stands in a chapter of the report's own."""
    if chunk.kind != HEADING or chunk.chapter in (ANNEXES, OPEN):
        return False
    return chunk.role == CHAPTER or chunk.chapter in own


def _labels(
    chunks: Sequence[Chunk], places: Sequence[int], terms: Terms
) -> Iterator[tuple[int, Label]]:
    """What the labels are; one that can be two things goes on from the last."""
    known = _known(terms)
    last: dict[str, int] = {}
    for at in places:
        depth = max(chunks[at].line.level, 1)
        able = sorted(
            known.get(folded_label(chunks[at].line.label), [Label()]),
            key=lambda label: abs(LABELS.index(label.kind) + 1 - depth),
        )
        goes_on = (each for each in able if each.number == last.get(each.kind, 0) + 1)
        label = next(goes_on, able[0])
        deeper = LABELS[LABELS.index(label.kind) + 1 :]
        last = {k: n for k, n in last.items() if k not in deeper}
        last[label.kind] = label.number
        yield at, label


def _known(terms: Terms) -> dict[str, list[Label]]:
    """What each label can be that a language prints."""
    made: dict[str, list[Label]] = {}
    for kind in LABELS:
        for number in range(1, MOST + 1) if kind != NONE else ():
            label = Label(kind, number)
            said = folded_label(terms.words.label(kind, number))
            made.setdefault(said, []).append(label)
    return made


def outline_tree(
    chunks: Sequence[Chunk],
    own: frozenset[str],
    terms: Terms,
    kind: str,
    summaries: Container[int],
) -> Tree:
    """The outline of a report, chapter by chapter as the report has them."""
    usual = terms.outlines[kind]
    every = (*terms.outlines[WHOLE].chapters, *usual.chapters)
    known = {str(each.id): each for each in every}
    headings = headings_of(chunks, own, terms)
    roles = {str(role): str(label) for role, label in usual.roles.items()}
    is_labelled = any(label != NONE for label in headings.levels[1:])
    if is_labelled:
        roles.pop(TOPIC, None)
    levels = headings.levels if is_labelled else tuple(map(str, usual.levels))
    chapters = [
        Inline({"id": name_of(chapter), "text": ["passages"]})
        if chapter in own or chapter not in known
        else _chapter(known[chapter])
        for chapter in chapters_in(chunks)
    ]
    tree: Tree = {"kind": kind, "levels": [headings.levels[0], *levels[1:]]}
    tree["roles"] = Inline(roles)
    tree["continued"] = list(map(str, usual.continued))
    if numbers_items(chunks, own, summaries):
        tree["item_numbers"] = "true"
    tree["chapters"] = chapters
    return {key: value for key, value in tree.items() if value}


def _chapter(spec: ChapterOutline | SectionOutline) -> Tree:
    tree: Tree = {"id": str(spec.id), "by": str(spec.by)}
    tree["text"] = list(map(str, spec.text))
    sections = spec.sections if isinstance(spec, ChapterOutline) else ()
    given = {key: value for key, value in tree.items() if value}
    if not sections:
        return Inline(given)
    return {**given, "sections": [_chapter(each) for each in sections]}


def chapters_in(chunks: Sequence[Chunk]) -> tuple[str, ...]:
    """The chapters of a report in their order, without its annexes."""
    headings = (each for each in chunks if each.role == CHAPTER)
    known = dict.fromkeys(each.chapter for each in headings)
    return tuple(chapter for chapter in known if chapter not in (ANNEXES, OPEN))


def numbers_items(
    chunks: Sequence[Chunk], own: frozenset[str], summaries: Container[int]
) -> bool:
    """Whether all headings of items say their numbers; `summaries` are on items."""
    notes = [
        chunk.brackets.note
        for chunk in chunks
        if (chunk.role == ITEM and chunk.chapter not in own)
        or (chunk.role == CHAPTER and chunk.summary in summaries)
    ]
    return bool(notes) and all(notes)


def numbers_of(
    chunks: Sequence[Chunk], headings: Headings, ids: Mapping[int, str]
) -> Iterator[tuple[str, int]]:
    """The numbers of headings that are not what counting from one would give.

    `ids` are those of the headings by place. A heading alone has a number only if it
    is given one.
    """
    above: dict[int, list[int]] = {}
    for at, depth in headings.depths.items():
        for deeper in [each for each in above if each > depth]:
            yield from _numbers(above.pop(deeper), headings, ids)
        above.setdefault(depth, []).append(at)
    for siblings in above.values():
        yield from _numbers(siblings, headings, ids)


def _numbers(
    siblings: Sequence[int], headings: Headings, ids: Mapping[int, str]
) -> Iterator[tuple[str, int]]:
    last = 0
    alone = len(siblings) == 1 and headings.depths[siblings[0]] > 0
    for at in siblings:
        number = headings.labels[at].number
        if number and at in ids and (alone or number != last + 1):
            yield ids[at], number
        last = number or last + 1
