"""Proposals that part a passage in two, or join two to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportkit.intake.anchors import marked, reworded, spans_of
from reportkit.intake.edited import Edited
from reportkit.intake.pairing import Match
from reportkit.intake.printed import Printed
from reportkit.intake.proposals import Proposal, Sources, Untaken
from reportkit.intake.rewording import rewordings
from reportkit.intake.segments import Author
from reportkit.model.minting import mint
from reportkit.revise.likeness import folded
from reportkit.revise.quotation import occurrences

# With how many words a second half is quoted at first.
FEW = 4
ELSEWHERE = "do it in the original: a translation follows its passages"


class Parted(NamedTuple):
    """The second half of a passage: its place, its paragraph, that of the first."""

    place: int
    number: int
    first: int
    made: Proposal | Untaken


def parted(
    lines: Sequence[Printed],
    paragraphs: Sequence[Edited],
    matches: Mapping[int, Match],
    sources: Sources,
) -> Iterator[Parted]:
    """Passages that stand in two paragraphs now, word for word."""
    for place, match in matches.items():
        line, second = lines[match.line], place + 1
        if second in matches or second >= len(paragraphs) or match.joined:
            continue
        first, other = paragraphs[place], paragraphs[second]
        if not other.after.strip() or not first.after.strip() or not line.id:
            continue
        if _packed(first.after) + _packed(other.after) == _packed(line.text):
            made = _split(line, other, first.ended, sources)
            yield Parted(second, other.number, place, made)


def _packed(text: str) -> str:
    return "".join(folded(text).split())


def _split(
    line: Printed, second: Edited, by: Author, sources: Sources
) -> Proposal | Untaken:
    message = f"`{line.id}` was parted in two"
    if sources.is_translation:
        return Untaken(second.number, message, ELSEWHERE)
    source = str(sources.draft.texts[sources.original].get(line.id, ""))
    words = second.after.split()
    for count in range(FEW, len(words) + 1):
        old = " ".join(words[:count])
        if len(occurrences(source, old)) == 1:
            stem = sources.stems.get(line.id, "passage")
            id = _known(line, old, sources) or mint(stem, second.after, sources.taken)
            fields = {
                "action": "split",
                "passage": line.id,
                "old": old,
                "as": id,
            }
            return Proposal(fields, by, second.number)
    return Untaken(second.number, message, "part it with `amend … split WORDS`")


def _known(line: Printed, old: str, sources: Sources) -> str:
    """The id that the second half got when the file was pulled before."""
    for each in sources.amendments:
        if each.action == "split" and each.passage == line.id and each.old == old:
            return str(each.made)
    return ""


def merged(
    lines: Sequence[Printed], edited: Edited, match: Match, sources: Sources
) -> Iterator[Proposal | Untaken]:
    """Passages that stand in one paragraph now, with the words of both or new ones."""
    first = lines[match.line]
    others = [lines[place] for place in match.joined]
    every = (first, *others)
    if len(others) > 1 or any(e.id not in sources.draft.entries for e in every):
        names = ", ".join(f"`{each.id}`" for each in every)
        yield Untaken(edited.number, f"{names} were joined", "join them two by two")
        return
    other = others[0]
    fields = {"action": "merge", "passage": first.id, "with": other.id}
    if _packed(edited.after) != _packed(f"{first.text}{other.text}"):
        if sources.is_translation:
            message = f"`{first.id}` and `{other.id}` were joined and reworded"
            yield Untaken(edited.number, message, ELSEWHERE)
            return
        fields["new"] = _joined(first, other, edited, sources)
    yield Proposal(fields, edited.ended, edited.number)


def _joined(first: Printed, other: Printed, edited: Edited, sources: Sources) -> str:
    """The words of a joined passage, with the marks of both where they can be told."""
    source = " ".join(str(sources.printed.get(e.id, "")) for e in (first, other))
    printed = f"{first.text} {other.text}"
    changes = rewordings(printed, edited.segments)
    spans = spans_of(source, printed, changes)
    if spans:
        return reworded(source, (each.span for each in spans))
    return marked(each for each in edited.segments if each.after)
