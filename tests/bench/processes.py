"""Whole cold processes, measured from outside: wall time and peak memory."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

# Linux counts the peak in kilobytes, macOS in bytes.
UNITS_OF_A_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000


# Someone who installs reportkit has its byte code kept, as Python does by itself.
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"
}


class Cost(NamedTuple):
    """What one process took: seconds, and megabytes at its peak."""

    seconds: float
    megabytes: float


class Failed(Exception):
    """A command that did not end well."""


def run(command: list[str], folder: Path) -> Cost:
    """The cost of one run of a command in a folder; Failed where it exits otherwise.

    The process is spawned, not forked, so that its peak is not this program's.
    """
    silence = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    before = Path.cwd()
    os.chdir(folder)
    try:
        start = time.perf_counter()
        pid = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=[silence])
        _, status, usage = os.wait4(pid, 0)
        seconds = time.perf_counter() - start
    finally:
        os.chdir(before)
    if code := os.waitstatus_to_exitcode(status):
        raise Failed(f"exit code {code}: {' '.join(command)}")
    return Cost(seconds, usage.ru_maxrss / UNITS_OF_A_MEGABYTE)


class Case(NamedTuple):
    """A command that is run again and again; {round} in it becomes the round."""

    command: tuple[str, ...]
    folder: Path

    def run(self, round: int) -> Cost:
        filled = [part.replace("{round}", str(round)) for part in self.command]
        return run(filled, self.folder)


Costs = Mapping[str, Sequence[Cost]]


def compare(cases: Mapping[str, Case], rounds: int) -> dict[str, list[Cost]]:
    """The costs of some cases, run in turns, after one of each that is not counted.

    In turns, so that a machine that slows down hurts all of them alike.
    """
    for case in cases.values():
        case.run(0)
    costs: dict[str, list[Cost]] = {name: [] for name in cases}
    for round in range(1, rounds + 1):
        for name, case in cases.items():
            costs[name].append(case.run(round))
    return costs


def milliseconds(costs: Sequence[Cost]) -> float:
    return median(cost.seconds for cost in costs) * 1000


def peak(costs: Sequence[Cost]) -> float:
    return max(cost.megabytes for cost in costs)


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost]) -> float:
    """The median of the ratios taken round by round."""
    pairs = zip(ours, theirs, strict=True)
    return median(our.seconds / their.seconds for our, their in pairs)
