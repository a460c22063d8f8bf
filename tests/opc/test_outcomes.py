"""What comes of real Word files, good, odd and broken: one line each.

`outcomes.txt` is accepted with --regen-all; read the diff.
"""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path
from time import monotonic

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from reportkit.opc.opening import open_word

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "word"
FILES = sorted(CORPUS.glob("*.do*"))
SECONDS, MEMORY = 60, 1_000_000  # a file; kilobytes in all
# What is not a whole, open zip: nobody could read these.
BAD = {"truncated", "encrypted", "zip"}

pytestmark = pytest.mark.skipif(not FILES, reason="no corpus beside the project")


def outcome(path: Path) -> str:
    begin = monotonic()
    word, problems = open_word(path, path.name)
    assert monotonic() - begin < SECONDS
    rules = ", ".join(dict.fromkeys(each.rule for each in problems))
    assert all(each.rule and "\n" not in each.message for each in problems)
    if word is None:
        return f"{path.name}: refused: {rules}"
    counted = f"{len(word.paragraphs)} paragraphs"
    return f"{path.name}: {word.kind}, {counted}{rules and f'; {rules}'}"


def in_a_process_of_its_own() -> tuple[str, int]:
    """What comes of every file, and the most memory that it took, in kilobytes."""
    with get_context("spawn").Pool(1) as pool:
        told, used = pool.apply(_outcomes)
    return told, used


def _outcomes() -> tuple[str, int]:
    told = "".join(f"{outcome(path)}\n" for path in FILES)
    return told, most_memory()


def most_memory() -> int:
    """The most memory that this process took, in kilobytes; 0 where none tells.

    Not that of getrusage, which a process has from the one that began it.
    """
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((int(e.split()[1]) for e in lines if e.startswith("VmHWM:")), 0)


def test_every_file_is_opened_or_refused_by_name(
    file_regression: FileRegressionFixture,
) -> None:
    told, used = in_a_process_of_its_own()
    assert used < MEMORY
    file_regression.check(told, fullpath=Path(__file__).with_name("outcomes.txt"))


def test_only_bad_files_are_refused() -> None:
    opened = [open_word(path, path.name) for path in FILES]
    refused = {told[0].rule for word, told in opened if word is None}
    assert refused <= BAD
