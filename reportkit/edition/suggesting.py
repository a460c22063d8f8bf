"""Offers of earlier translations for what a language lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportkit.edition.translating import Desks, change_files
from reportkit.edition.workspace import Workspace, read_files
from reportkit.model.fingerprint import fingerprint
from reportkit.model.reading import read_session
from reportkit.problems import Problem
from reportkit.translate.memory import (
    PASSAGE,
    SAME,
    Memory,
    Offer,
    Pair,
    pairs_of_session,
)
from reportkit.translate.recording import Change
from reportkit.translate.standing import Standing
from reportkit.translate.units import DRAFT


class Suggestion(NamedTuple):
    """A passage that is to be translated, with what is offered for it."""

    standing: Standing
    offers: tuple[Offer, ...]

    @property
    def best(self) -> Offer | None:
        """The offer that a draft is made of: of the whole passage, the nearest."""
        whole = (offer for offer in self.offers if offer.by == PASSAGE)
        return next(whole, None)


def memory_of(workspace: Workspace, desks: Desks, pairs: Iterable[Pair]) -> Memory:
    """What the sessions of a workspace say, its own first, and what was given."""
    source = str(desks.session.facts.written_in)
    own = tuple(pairs_of_session(desks.session, source))
    names = (n for n in workspace.session_names() if n != desks.session.name)
    others = (pair for n in names for pair in _pairs(workspace, n, source))
    return Memory((*own, *others, *pairs), source)


def _pairs(workspace: Workspace, name: str, source: str) -> Iterator[Pair]:
    """What another session says; one that cannot be understood says nothing."""
    files = read_files(workspace, workspace.sessions / name)
    session, _ = read_session(name, files.files, files.shared, files.shown)
    if session is not None:
        yield from pairs_of_session(session, source)


def suggest(
    desks: Desks, code: str, memory: Memory, keys: tuple[str, ...] = ()
) -> tuple[Suggestion, ...]:
    """What is offered for some passages, or for all that are missing or stale."""
    found = (
        Suggestion(each, memory.offers(str(each.source), code))
        for each in desks.standings(code)
        if (each.key in keys if keys else not each.fresh)
    )
    return tuple(each for each in found if each.offers)


def drafted(
    desks: Desks, code: str, suggestions: Iterable[Suggestion], near: bool = False
) -> tuple[dict[str, bytes], tuple[str, ...], tuple[Problem, ...]]:
    """The files with offers as drafts, where nothing stands; and for which passages.

    Only what is the same is taken, unless `near` says otherwise. The origin of a
    draft stands above it as a comment.
    """
    changes: dict[str, Change] = {}
    for each in suggestions:
        offer = each.best
        if offer is None or each.standing.text or (offer.score < SAME and not near):
            continue
        differs = f", differs: {' '.join(offer.differs)}" if offer.differs else ""
        origin = f"offered from {offer.origin} ({offer.score} %{differs})"
        # What is near is of another wording, and is seen to be.
        of = fingerprint(each.standing.source if offer.score >= SAME else offer.source)
        changes[each.standing.key] = Change(offer.target, of, DRAFT, origin)
    files, problems = change_files(desks, code, changes)
    return files, tuple(changes), problems
