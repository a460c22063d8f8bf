"""A corrigendum: what is to be read otherwise in a document that was issued.

It is made from the document as it was issued and as the sources have it now, and
calls passages by the numbers that they were issued with. That a passage is
numbered otherwise now, or a reference to one, is no correction.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.assemble.front import job_line, masthead
from reportkit.assemble.wording import Wording
from reportkit.document.nodes import (
    Block,
    Content,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
)
from reportkit.revise.alignment import Line, blocks_of, lines_of
from reportkit.revise.corrections import SECTION, Correction, corrections

LONGEST_ID = 40
ANNEX_LEVEL, LEVEL = 2, 3
NOTHING: Content = ()


def corrigendum(
    id: str, issued: Document, now: Document, wording: Wording
) -> Document | None:
    """The corrigendum of a document, or None where it says what it said.

    `issued` is the document as it was issued, `now` as the sources have it.
    """
    found = tuple(corrections(issued, now, wording))
    if not found:
        return None
    facts = wording.session.facts
    issue = facts.documents[id]
    head = masthead(wording, issue, facts.kind_of(id))
    if not issue.distribution:
        head = head._replace(distribution=issued.masthead.distribution)
    return now._replace(
        id=id,
        symbol="-".join(issue.symbols),
        masthead=head,
        corner=issued.corner,
        title=issued.title,
        subtitle=(Run(str(wording.words.find(SECTION, "corrigendum"))),),
        blocks=_with_ids(_laid_out(found)),
        notes=(),
        job=job_line(wording, issue),
        date=issue.dated.isoformat() if issue.dated else now.date,
        properties=tuple(
            each._replace(value=id) if each.name == "document" else each
            for each in now.properties
        ),
    )


def corrected_id(passage: str) -> str:
    """The id under which a corrigendum speaks of a passage first."""
    return f"corr-{passage or 'text'}"[:LONGEST_ID]


def _laid_out(found: Iterable[Correction]) -> list[Block]:
    """The corrections under their names, and under those of the annexes."""
    made: list[Block] = []
    last = Correction("", NOTHING, ())
    for each in found:
        if each.annex and each.annex != last.annex:
            made.append(Heading("", ANNEX_LEVEL, "", each.annex))
        if (each.name, each.annex) != (last.name, last.annex):
            made.append(Heading(each.id, LEVEL, "", each.name))
        made += (_under(each.id, block) for block in each.below)
        last = each
    return made


def _under(id: str, block: Block) -> Block:
    """A block named for the passage that it is about, where it names none itself."""
    if isinstance(block, Paragraph) and not block.id:
        return block._replace(id=id)
    return block


def _with_ids(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with ids of their own; none is that of a passage."""
    taken: set[str] = set()
    return blocks_of(_named(line, taken) for line in lines_of(blocks))


def _named(line: Line, taken: set[str]) -> Line:
    node = line.node._replace(id=_free_id(line.node.id, taken))
    if isinstance(node, Table):
        header, *rows = (
            tuple(cell._replace(id=_free_id(cell.id, taken)) for cell in row)
            for row in (node.header, *node.rows)
        )
        node = node._replace(header=header, rows=tuple(rows))
    return line._replace(node=node)


def _free_id(passage: str, taken: set[str]) -> str:
    first = made = corrected_id(passage)
    count = 1
    while made in taken:
        count += 1
        end = f"-{count}"
        made = first[: LONGEST_ID - len(end)] + end
    taken.add(made)
    return made
