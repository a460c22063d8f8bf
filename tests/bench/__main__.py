"""Time whole builds beside pandoc: `python -m tests.bench --sizes 60 600 --rounds 5`.

Both make a Word file out of the same paragraphs; reportkit also reads and checks the
facts of the session and writes the chapters that follow from them.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZipFile

import pypandoc  # type: ignore[import-untyped]  # has none

from reportkit.languages.table import CODES
from tests.bench.processes import (
    Case,
    Cost,
    Failed,
    compare,
    milliseconds,
    peak,
    ratio,
)
from tests.bench.workspace import SESSION, write_markdown, write_workspace
from tests.workspaces import copy_samples

SIZES = (60, 600, 6000)
SAMPLE = "ctoc-wg-2017"

# The most that may be taken: times pandoc's time by number of paragraphs, megabytes
# at the peak, growth with twice the text, --version in times of a bare Python, and all
# languages of a session in times of one.
TIMES_PANDOC = {60: 1.5, 6000: 0.25}
MEGABYTES = {6000: 150.0}
DOUBLING = 2.3
TIMES_PYTHON = 2.0
TIMES_ONE_LANGUAGE = 2.5


class Figure(NamedTuple):
    """Something measured against the most that it may be."""

    what: str
    value: float
    target: float

    def line(self) -> str:
        verdict = "kept" if self.value <= self.target else "MISSED"
        return f"- {self.what}: {self.value:.2f} (at most {self.target:g}): {verdict}"


def our_command() -> str:
    """The reportkit that is installed beside this Python."""
    found = shutil.which("reportkit", path=str(Path(sys.executable).parent))
    if found is None:
        sys.exit(
            "reportkit is not installed beside this Python: pip install '.[bench]'"
        )
    return found


def our_case(folder: Path, size: int) -> Case:
    """A build of the report from nothing: each round has a folder of its own."""
    workspace = folder / f"workspace-{size}"
    write_workspace(workspace, size)
    build = f"{our_command()} build {SESSION} -d final -l en -f docx --out"
    return Case((*build.split(), str(folder / f"ours-{size}-{{round}}")), workspace)


def pandoc_case(folder: Path, size: int) -> Case:
    source, made = folder / f"{size}.md", folder / f"pandoc-{size}-{{round}}.docx"
    write_markdown(source, size)
    pandoc = str(pypandoc.get_pandoc_path())
    return Case((pandoc, "-f", "markdown", str(source), "-o", str(made)), folder)


def check_text(folder: Path, size: int) -> None:
    """Stop where either file has fewer paragraphs than its source."""
    ours = next((folder / f"ours-{size}-0").rglob("*.docx"))
    for path in (ours, folder / f"pandoc-{size}-0.docx"):
        with ZipFile(path) as package:
            count = package.read("word/document.xml").count(b"</w:p>")
        if count < size:
            raise Failed(f"{path.name} has {count} paragraphs of {size}")


def measure(folder: Path, size: int, rounds: int) -> dict[str, list[Cost]]:
    """What ours, pandoc and a build of half the text cost."""
    cases = {
        "ours": our_case(folder, size),
        "pandoc": pandoc_case(folder, size),
        "half": our_case(folder, size // 2),
    }
    costs = compare(cases, rounds)
    check_text(folder, size)
    return costs


def row(size: int, costs: dict[str, list[Cost]]) -> str:
    ours, pandoc = costs["ours"], costs["pandoc"]
    cells = (
        f"{size:,}",
        f"{milliseconds(ours):.0f}",
        f"{milliseconds(pandoc):.0f}",
        f"{ratio(ours, pandoc):.2f}",
        f"{peak(ours):.0f}",
        f"{peak(pandoc):.0f}",
        f"{ratio(ours, costs['half']):.2f}",
    )
    return f"| {' | '.join(cells)} |"


HEAD = """\
| paragraphs | ours ms | pandoc ms | ratio | ours peak MB | pandoc peak MB | growth |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


def figures(size: int, costs: dict[str, list[Cost]]) -> Iterator[Figure]:
    """What of the costs of a size has a target."""
    ours = costs["ours"]
    if size in TIMES_PANDOC:
        times = ratio(ours, costs["pandoc"])
        yield Figure(f"{size:,}, times pandoc", times, TIMES_PANDOC[size])
    if size in MEGABYTES:
        yield Figure(f"{size:,}, peak MB", peak(ours), MEGABYTES[size])
    growth = ratio(ours, costs["half"])
    yield Figure(f"{size:,}, growth from half of it", growth, DOUBLING)


def version(folder: Path, rounds: int) -> Figure:
    """What `reportkit --version` takes, in times of a Python that does nothing."""
    ours = Case((our_command(), "--version"), folder)
    python = Case((sys.executable, "-c", "pass"), folder)
    costs = compare({"ours": ours, "python": python}, rounds)
    ms = milliseconds(costs["ours"]), milliseconds(costs["python"])
    print("\n`reportkit --version` {:.0f} ms, `python -c pass` {:.0f} ms\n".format(*ms))
    times = ratio(costs["ours"], costs["python"])
    return Figure("--version, times python", times, TIMES_PYTHON)


def languages(folder: Path, rounds: int) -> Figure:
    """What a sample in all its languages takes, in times of one of them."""
    copy_samples(folder, SAMPLE)
    build = f"{our_command()} build {SAMPLE} -f docx -l {{}} --out {{}}-{{{{round}}}}"
    asked = {"all": ",".join(CODES), "one": CODES[0]}
    cases = {
        name: Case(tuple(build.format(codes, name).split()), folder)
        for name, codes in asked.items()
    }
    costs = compare(cases, rounds)
    made = len(list((folder / "all-0").rglob("*.docx")))
    ms = milliseconds(costs["all"]), milliseconds(costs["one"])
    print(f"{SAMPLE}: {made} files in {len(CODES)} languages ", end="")
    print("{:.0f} ms, in one {:.0f} ms\n".format(*ms))
    times = ratio(costs["all"], costs["one"])
    return Figure(f"{len(CODES)} languages, times one", times, TIMES_ONE_LANGUAGE)


def bench(sizes: Sequence[int], rounds: int) -> list[Figure]:
    """Print the table; what has a target comes back.

    Growth is the time of a size over that of half of it.
    """
    found: list[Figure] = []
    print(HEAD)
    for size in sizes:
        with TemporaryDirectory(prefix="reportkit-bench-") as folder:
            costs = measure(Path(folder), size, rounds)
        print(row(size, costs), flush=True)
        found += figures(size, costs)
    with TemporaryDirectory(prefix="reportkit-bench-") as folder:
        found.append(version(Path(folder), 3 * rounds))
    with TemporaryDirectory(prefix="reportkit-bench-") as folder:
        return [*found, languages(Path(folder), 2 * rounds)]


def main() -> int:
    """1 where a figure is beyond its target times --slack, if that is given."""
    parser = argparse.ArgumentParser("bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slack", type=float, help="fail beyond SLACK times a target")
    given = parser.parse_args()
    found = bench(given.sizes, given.rounds)
    for figure in found:
        print(figure.line())
    slack = given.slack or float("inf")
    return int(any(each.value > each.target * slack for each in found))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failure:
        sys.exit(str(failure))
