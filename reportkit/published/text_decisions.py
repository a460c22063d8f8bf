"""The decisions on a paragraph, in the order in which they are tried.

Each says whether it has told what the paragraph is, and then adds it to the lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportkit.published.adjoining import is_label_of_caption
from reportkit.published.lines import (
    AGENDA,
    DASH,
    HEADING,
    PARAGRAPH,
    POINT,
    QUOTATION,
    ROW,
)
from reportkit.published.text_blocks import (
    OPENING,
    SET_IN,
    Block,
    announces,
    is_ended,
)
from reportkit.published.text_headings import (
    is_annex,
    is_heading,
    is_item_of_heading,
    is_labelled_heading,
    is_marked_heading,
    is_named,
    is_title_of_annex,
    looks_like_heading,
)
from reportkit.published.text_kinds import (
    ENTRY,
    HEADING_AT_MOST,
    IN_TEXT,
    Kinds,
    Passage,
)
from reportkit.published.text_labels import (
    DASH_SIGN,
    FIGURE,
    LETTER,
    POINTS,
    Label,
    Reading,
)
from reportkit.published.text_numbers import INNER, NOTHING, Setting, Verdict
from reportkit.published.text_quoted import is_inserted, is_quotation, is_quoted

STOPS = (".", "。", "．")


def read_kinds(kinds: Kinds, blocks: Sequence[Block]) -> None:
    """Tell the kinds of all paragraphs of a body."""
    kinds.begin(blocks)
    for place, block in enumerate(blocks):
        next(decide for decide in DECISIONS if decide(kinds, place, block))


def _is_row(kinds: Kinds, place: int, block: Block) -> bool:
    """A row of a table; the first one has level 1."""
    if not block.cells:
        return False
    last = kinds.last
    follows = last is not None and last.kind == ROW
    kinds.add(ROW, block, level=2 if follows else 1)
    return True


def _is_caption(kinds: Kinds, place: int, block: Block) -> bool:
    """The line above a table, which has no label and no end."""
    after = kinds.blocks[place + 1] if place + 1 < len(kinds.blocks) else None
    above = after is not None and after.cells and not kinds.labels[place]
    if not above or is_ended(block.text) or len(block.text) > HEADING_AT_MOST:
        return False
    last = kinds.last
    if last and last.kind == ROW and block.broken:
        return False
    if last and is_label_of_caption(last.text, kinds.patterns.language):
        kinds.go_on(block)
    else:
        kinds.add(PARAGRAPH, block)
    return True


def _is_numbered(kinds: Kinds, place: int, block: Block) -> bool:
    """A paragraph with the next number, or an entry of a list of its own."""
    label = kinds.labels[place]
    number = label.number(FIGURE) if label else 0
    if not label or not number:
        return False
    verdict = kinds.numbers.verdict(place, number, _setting(kinds, block, label))
    if verdict.kind == NOTHING:
        return False
    if verdict.kind == INNER:
        _add_entry(kinds, block, label)
    else:
        kinds.points.open.clear()
        kinds.add(PARAGRAPH, block, label)
        kinds.margin = block.indent
        _warn_of_gap(kinds, block, verdict, number)
    return True


def _setting(kinds: Kinds, block: Block, label: Label) -> Setting:
    last = kinds.last
    in_text = last is not None and last.kind in IN_TEXT
    announced = bool(last and in_text and announces(last.text))
    named = bool(announced and last and kinds.patterns.agenda.search(last.text))
    return Setting(
        kinds.is_free(block),
        announced,
        last is not None and last.kind == HEADING,
        len(block.text) < ENTRY and ". " not in block.text[6:],
        kinds.agenda == AGENDA if kinds.numbers.inner else named,
        block.text[label.length].islower(),
        bool(block.gap) and not block.broken and block.indent == kinds.margin,
        *_beside_entries(kinds, block),
    )


def _beside_entries(kinds: Kinds, block: Block) -> tuple[bool, bool]:
    """Whether a paragraph is set out from the open list, and is unlike its entries."""
    if not kinds.numbers.inner:
        return False, False
    return _is_out(kinds, block), _is_unlike(kinds, block)


def _is_out(kinds: Kinds, block: Block) -> bool:
    """Whether a paragraph is set in less than the entry before it on its page."""
    if not kinds.entries or block.broken or kinds.patterns.language == "ar":
        return False
    return block.indent <= kinds.entries[-1][0].indent - SET_IN


def _is_unlike(kinds: Kinds, block: Block) -> bool:
    """Whether a paragraph is ended, and no entry before it, or the last alone; or it
    stands farther from them than they from each other.
    """
    texts = [entry.text.rstrip() for _, entry in kinds.entries]
    gaps = [entry.gap for entry, _ in kinds.entries[1:] if not entry.broken]
    if gaps and not block.broken and block.gap > max(gaps):
        return True
    if not any(map(is_ended, texts)):
        return is_ended(block.text)
    stopped = [text.endswith(STOPS) for text in texts]
    return len(texts) > 1 and stopped[-1] and not any(stopped[:-1])


def _add_entry(kinds: Kinds, block: Block, label: Label) -> None:
    """An entry of an agenda that is announced, or else a point with a number."""
    last = kinds.last
    begins = last is not None and last.kind == PARAGRAPH and announces(last.text)
    if last and (label.number(FIGURE) == 1 or begins):
        announced = kinds.patterns.agenda.search(last.text)
        kinds.agenda = AGENDA if announced else POINT
        kinds.entries.clear()
    kinds.points.open.clear()
    kinds.add(kinds.agenda, block, label, 1)
    kinds.entries.append((block, kinds.passages[-1]))


def _warn_of_gap(kinds: Kinds, block: Block, verdict: Verdict, number: int) -> None:
    missing = verdict.missing
    if not missing:
        return
    if number == 1:
        kinds.warn(block, f"paragraphs begin again at 1 where {missing} was due", "")
    elif missing == 1:
        kinds.warn(block, f"the first paragraph has the number {number}", "")
    elif number < missing:
        kinds.warn(block, f"paragraph {number} follows paragraph {missing - 1}", "")
    else:
        hint = "look in the file for what was not read"
        kinds.warn(block, f"paragraph {number} follows paragraph {missing - 1}", hint)


def _is_point(kinds: Kinds, place: int, block: Block) -> bool:
    """A point whose letter goes on, or begins a list."""
    label = kinds.labels[place]
    if not label or not any(system in POINTS for system, _ in label.readings):
        return False
    depth = _depth(kinds, block, label) if kinds.is_free(block) else 0
    if not depth:
        return False
    inner = bool(kinds.numbers.inner)
    kinds.add(kinds.agenda if inner else POINT, block, label, depth + inner)
    return True


def _depth(kinds: Kinds, block: Block, label: Label) -> int:
    """How deep a point is; a letter that others are missing before stands apart."""
    last = kinds.last
    announced = bool(last and last.kind in IN_TEXT and announces(last.text))
    depth = kinds.points.depth(label, announced)
    if not depth and block.gap:
        depth = kinds.points.depth_after_gap(label)
        if depth and label.readings[0].number > 1:
            kinds.warn(block, f"the points before {label.text} are missing", "")
    return depth


def _is_dash(kinds: Kinds, place: int, block: Block) -> bool:
    """A point under a dash, or one of a list without labels."""
    sign = DASH_SIGN.match(block.text) if block.look != "item" else None
    if block.look != "item" and not sign:
        return False
    if sign and not _may_begin(kinds, block, sign.end()):
        return False
    level = len(kinds.points.open) + 1
    if not sign:
        kinds.add(DASH, block, level=level)
        return True
    label = Label(sign[1], sign.end(), (Reading(LETTER, 0),))
    kinds.add(DASH, block, label, level)
    return True


def _may_begin(kinds: Kinds, block: Block, first: int) -> bool:
    """Whether a dash is one of a list, and not of a sentence that a line broke."""
    last = kinds.last
    if last is not None and last.kind == DASH:
        return is_ended(last.text) or not block.text[first].islower()
    return kinds.is_free(block)


def _goes_on(kinds: Kinds, place: int, block: Block) -> bool:
    """What continues the text before: after a page's end, or by its first letter."""
    last = kinds.last
    if last is None or last.kind not in IN_TEXT:
        return False
    label = kinds.labels[place]
    if not _continues(kinds, place, block, last):
        return False
    if label and block.gap and not block.text[0].islower() and is_ended(last.text):
        return False
    kinds.go_on(block)
    return True


def _continues(kinds: Kinds, place: int, block: Block, last: Passage) -> bool:
    if block.text[0].islower() and not kinds.labels[place]:
        return True
    if last.kind == QUOTATION and block.gap and not block.broken:
        return last.opened > 0
    heading = looks_like_heading(kinds, place, block) and kinds.is_before_label(place)
    if not is_ended(last.text):
        return not (
            heading
            and (last.kind in (DASH, AGENDA) or (not block.broken and block.gap))
        )
    if block.broken:
        return not heading and last.kind != QUOTATION and not OPENING.match(block.text)
    if block.gap or block.look:
        return False
    return not kinds.source.printed or kinds.labels[place] is not None


def _is_paragraph(kinds: Kinds, place: int, block: Block) -> bool:
    """Whatever is left; a label that fits nowhere is part of its text."""
    kinds.add(PARAGRAPH, block)
    return True


DECISIONS: tuple[Callable[[Kinds, int, Block], bool], ...] = (
    _is_row,
    is_inserted,
    is_item_of_heading,
    is_annex,
    is_title_of_annex,
    _is_caption,
    is_named,
    is_marked_heading,
    is_quoted,
    is_labelled_heading,
    _is_numbered,
    _is_point,
    _is_dash,
    is_quotation,
    _goes_on,
    is_heading,
    _is_paragraph,
)
