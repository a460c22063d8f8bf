"""Amendments that cannot both be made: they touch the same words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportkit.model.amendments import Amendment
from reportkit.problems import Place, Problem, warning
from reportkit.revise.plans import Plan


def conflicts(plans: tuple[Plan, ...]) -> Iterator[Problem]:
    """Amendments that touch the same words: an error where both are adopted."""
    for first, second in combinations(plans, 2):
        if first.language == second.language and _meet(first, second):
            names = f"`{first.amendment.id}` and `{second.amendment.id}`"
            message = f"{names} touch the same words"
            hint = f"the other one is at {_spot(first.amendment)}"
            both = first.amendment.adopted and second.amendment.adopted
            made = Problem if both else warning
            yield made(_spot(second.amendment), message, hint)


def _spot(each: Amendment) -> Place:
    return (each.old or each.passage or each.fact or each.id).place


def _meet(first: Plan, second: Plan) -> bool:
    """Whether two plans touch the same words, or both move the same passage.

    What holds throughout leaves a passage alone that is rewritten or left out.
    """
    one, two = first.amendment, second.amendment
    if one.action == two.action == "correct":
        return bool(one.fact == two.fact)
    if one.action == two.action == "move":
        return bool(one.passage == two.passage)
    if bool(one.throughout) != bool(two.throughout):
        whole = second if one.throughout else first
        if not whole.amendment.old:
            return False
    return any(
        id == other and span.meets(that)
        for id, span in first.touches
        for other, that in second.touches
    )
