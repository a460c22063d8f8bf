"""What the proof of a recovered session has decided so far."""

from __future__ import annotations

from typing import NamedTuple


class Choices(NamedTuple):
    """Decisions that the printed session alone can show to be right.

    `overrides` are derived passages that keep the report's words, `dropped` those
    whose facts are left out; `as_given` the files whose lists keep their order;
    `women` the persons of whom sentences agree in the feminine; `silent` the items
    on which a representative who led gave no presentation; `openings` how many
    characters of a summary's first paragraph are its opening, by item; `own` the
    chapters that are set passage by passage, and `outlined` says that the session has
    an outline of its own, whether or not it has such chapters.
    """

    overrides: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    as_given: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    openings: tuple[tuple[str, int], ...] = ()
    own: frozenset[str] = frozenset()
    outlined: bool = False

    def opening(self, item: str) -> int | None:
        """Where the opening of a summary ends, if that was settled."""
        return dict(self.openings).get(item)
