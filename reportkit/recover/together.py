"""A draft and its final report as one session: words as drafted, and amendments.

The trees of the final's files come in, and those of a part of its draft; the trees
of both go out. What only the final has goes `in:` it; what only the draft had is
deleted by an amendment, what has other words is replaced by one, what stands
elsewhere is moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportkit.assemble.derived import subtitle_id, title_id
from reportkit.recover.matching import Match, matched
from reportkit.revise.likeness import folded
from reportkit.source.emission import Inline, Prose

Tree = dict[str, Any]
DRAFT, ADDENDUM, REPORT = "draft", "addendum", "report"
# What follows from the draft that an addendum is of.
FOLLOWING = ("of", "headings", "continued")
KINDS = ("text", "heading", "quotation")
DERIVED, OUTLINES = "derived", "outlines/"
END = " .;\u3002\uff1b\u061b\u00a0"
SIGNS = re.compile(r"[*^]|\{[^{}]*\}")


class Part(NamedTuple):
    """A part of a draft: the id of its document, its files as trees."""

    document: str
    trees: Mapping[str, Tree]


class Paired(NamedTuple):
    """A passage of the draft and of the final, with the share of words in common.

    One of the two ids is empty where only one of the texts has it.
    """

    old: str
    new: str
    sure: float = 0.0
    moved: bool = False


@dataclass(slots=True)
class Together:
    """A session of several documents in the making.

    `trees` are those of the final, changed in place; `amendments` lead from the
    drafts to it; `pairs` say, by part, which passage is which.
    """

    final: str
    language: str
    trees: dict[str, Tree]
    amendments: list[Tree] = field(default_factory=list)
    pairs: dict[str, list[Paired]] = field(default_factory=dict)
    drafted: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def add(self, part: Part) -> None:
        """Bring a part of the draft in."""
        self.taken |= {id for tree in self.trees.values() for id in _ids(tree)}
        self.pairs[part.document] = []
        for path, tree in part.trees.items():
            if path.startswith(OUTLINES):
                _add_chapters(self.trees.setdefault(path, tree), tree)
            if path.startswith(f"{self.language}/") and "passages" in tree:
                self._words(part, path, tree)
        self._titles(part)
        self._facts(part)

    def _titles(self, part: Part) -> None:
        """The titles that a part has in words of its own."""
        path = f"{self.language}/overrides.yaml"
        given = part.trees.get(path, {}).get("overrides", {})
        ids = {title_id(part.document), subtitle_id(part.document)}
        own = {id: text for id, text in given.items() if id in ids}
        if own:
            known = self.trees.get(path, {}).get("overrides", {})
            self.trees[path] = {"overrides": {**known, **own}}

    def close(self) -> None:
        """Say of all that no part had that it is the final's alone."""
        for path, tree in self.trees.items():
            if not path.startswith(f"{self.language}/"):
                continue
            for passage in tree.get("passages", ()):
                self._close(passage)
        if self.amendments:
            self.trees["amendments.yaml"] = {
                "amendments": [
                    {"id": f"a{n}", **each, "status": "adopted"}
                    for n, each in enumerate(self.amendments, 1)
                ]
            }

    def _close(self, passage: Tree) -> None:
        if _id(passage) not in self.drafted:
            passage["in"] = self.final
            return
        for point in passage.get("points", ()):
            if point["id"] not in self.drafted:
                point["in"] = self.final

    def _words(self, part: Part, path: str, tree: Tree) -> None:
        """The passages of a file, set among those of the final's."""
        own = self.trees.setdefault(
            path, {**{k: v for k, v in tree.items() if k != "passages"}, "passages": []}
        )
        old = [each for each in tree["passages"] if DERIVED not in each]
        own["passages"] = self._combined(part, old, own["passages"], True)
        self._place(part, path, tree["passages"])
        notes = [each for each in tree.get("notes", ()) if each["id"] not in self.taken]
        if notes:
            own["notes"] = [*own.get("notes", ()), *notes]

    def _place(self, part: Part, path: str, passages: Sequence[Tree]) -> None:
        """The places of derived passages: the final's, or those that it has not."""
        trees = self.trees.values()
        known = {_id(each) for tree in trees for each in tree.get("passages", ())}
        for each in passages:
            if DERIVED in each and _id(each) in known:
                self.drafted.add(_id(each))
            elif DERIVED in each:
                self.trees[path]["passages"].append({**each, "in": part.document})

    def _combined(
        self, part: Part, old: Sequence[Tree], new: Sequence[Tree], top: bool
    ) -> list[Tree]:
        """Both texts' passages in one sequence: the draft's order, and its words."""
        found = matched([_words(e) for e in old], [_words(e) for e in new])
        by_new = {match.new: match for match in found if not match.moved}
        by_old = {match.old: match for match in found}
        moved = {match.new: match for match in found if match.moved}
        made: list[Tree] = []
        done = 0
        for j, entry in enumerate(new):
            if j in by_new:
                until = by_new[j].old
                made += self._until(part, old, new, by_old, range(done, until), top)
                made.append(self._same(part, old[until], entry, by_new[j], top))
                done = until + 1
            elif j not in moved:
                made.append(entry)
        made += self._until(part, old, new, by_old, range(done, len(old)), top)
        for j, match in sorted(moved.items()):
            self._move(new, j, match)
        return made

    def _until(
        self,
        part: Part,
        old: Sequence[Tree],
        new: Sequence[Tree],
        by_old: Mapping[int, Match],
        places: Iterable[int],
        top: bool,
    ) -> Iterator[Tree]:
        """Passages of the draft that the final has not there: gone, or moved."""
        for i in places:
            match = by_old.get(i)
            if match is not None:
                yield self._same(part, old[i], new[match.new], match, top)
            else:
                yield self._gone(part, old[i], top)

    def _gone(self, part: Part, entry: Tree, top: bool) -> Tree:
        made = dict(entry)
        made["id"] = self._free(str(entry["id"]))
        self._mark(part, made, top)
        self.pairs[part.document].append(Paired(str(entry["id"]), ""))
        self.amendments.append({"action": "delete", "passage": made["id"]})
        return made

    def _free(self, id: str) -> str:
        """An id that no passage has."""
        if id not in self.taken:
            self.taken.add(id)
            return id
        return self._free(f"{id[:36]}-{2 if not id[-1].isdigit() else int(id[-1]) + 1}")

    def _same(self, part: Part, old: Tree, new: Tree, match: Match, top: bool) -> Tree:
        """A passage of both: the draft's words, and an amendment where they differ."""
        made = dict(new)
        id = str(new["id"])
        pair = Paired(str(old["id"]), id, match.sure, match.moved)
        self.pairs[part.document].append(pair)
        self._mark(part, made, top)
        key = next((key for key in KINDS if key in new), "")
        before = next((str(old[k]) for k in KINDS if k in old), "")
        if key and before and folded(before) != folded(str(new[key])):
            made[key] = Prose(before)
            change = {"action": "replace", "passage": id, "new": new[key]}
            self.amendments.append(change)
        if old.get("points") or new.get("points"):
            points = (old.get("points", ()), new.get("points", ()))
            made["points"] = self._combined(part, *points, False)
        return made

    def _mark(self, part: Part, entry: Tree, top: bool) -> None:
        """Say which document a passage goes into; its points go with it."""
        self.drafted.add(str(entry["id"]))
        if top:
            entry["in"] = part.document

    def _move(self, new: Sequence[Tree], place: int, match: Match) -> None:
        """The move of a passage to where the final has it."""
        beside = (
            {"after": new[place - 1]["id"]}
            if place
            else {"before": new[place + 1]["id"]}
        )
        change = {"action": "move", "passage": new[place]["id"], **beside}
        self.amendments.append(change)

    def _facts(self, part: Part) -> None:
        """The documents of both; the days that the draft gives, corrected."""
        own, given = self.trees["session.yaml"], part.trees["session.yaml"]
        known = dict(own["documents"])
        is_report = known[self.final]["kind"] == REPORT
        last = {self.final: known.pop(self.final)} if is_report else {}
        own["documents"] = {**known, **given["documents"], **last}
        if DRAFT in own["documents"]:
            for id, issue in own["documents"].items():
                own["documents"][id] = _beside(issue)
        for body, days in given.get("bodies", {}).items():
            known = own.get("bodies", {}).get(body, {})
            for key in ("from", "to"):
                if known and str(days[key]) != str(known[key]):
                    fact = f"session.yaml bodies.{body}.{key}"
                    change = {"action": "correct", "fact": fact, "new": known[key]}
                    self.amendments.append(change)
                    own["bodies"][body] = Inline({**known, key: days[key]})
                    known = own["bodies"][body]


def _add_chapters(outline: Tree, other: Tree) -> None:
    """Add the chapters of another part of the same document."""
    known = [each["id"] for each in outline["chapters"]]
    outline["chapters"] = [
        *outline["chapters"],
        *(each for each in other["chapters"] if each["id"] not in known),
    ]


def _beside(issue: Tree) -> Tree:
    """A document of a session that has the draft: an addendum goes on from there."""
    if issue["kind"] != ADDENDUM:
        return issue
    kept = {key: each for key, each in issue.items() if key not in FOLLOWING}
    return {**kept, "of": DRAFT}


def _words(entry: Tree) -> str:
    """What a passage says, without its marks and the sign at its end."""
    text = next((str(entry[key]) for key in KINDS if key in entry), "")
    return SIGNS.sub("", text).rstrip(END)


def _id(passage: Tree) -> str:
    """The id of a passage, or of the derived one whose place it is."""
    return str(passage.get("id") or passage[DERIVED])


def _ids(tree: Tree) -> Iterator[str]:
    for passage in tree.get("passages", ()):
        yield _id(passage)
        for point in passage.get("points", ()):
            yield str(point["id"])
            yield from (str(below["id"]) for below in point.get("points", ()))
    yield from (str(note["id"]) for note in tree.get("notes", ()))
