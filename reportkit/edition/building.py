"""Building: every due output made in memory, then written as one set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reportkit.by_name import load
from reportkit.disk import locked, sweep, write_set
from reportkit.edition.aside import put_aside
from reportkit.edition.freshness import (
    Built,
    cache_file,
    digest,
    digest_of_file,
    read_cache,
)
from reportkit.edition.making import Due, Made, make
from reportkit.edition.workspace import Templates, Workspace
from reportkit.problems import Problem, has_errors, in_order

FONT_MAP = "pdf/fonts.conf"


class Outcome(NamedTuple):
    """What a build did: files written, files that stood already, what was wrong."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    problems: tuple[Problem, ...]


class Progress:
    """What is told while files are printed; this one tells nothing."""

    def printed(self, done: int, total: int) -> None:
        """So many files of so many are printed."""


def build(
    workspace: Workspace,
    sessions: tuple[str, ...],
    due: Due,
    out: Path,
    progress: Progress | None = None,
) -> Outcome:
    """Build the due documents of some sessions into a folder.

    With an error anywhere, nothing at all is written. Raises DiskError where a
    file cannot be read or written, or where nothing is there to print with.
    """
    templates = workspace.templates()
    made = {name: make(workspace, templates, name, due, out) for name in sessions}
    problems = in_order(tuple(p for each in made.values() for p in each.problems))
    if has_errors(problems):
        return Outcome((), (), problems)
    printed = _printed(made, out, templates, progress or Progress())
    written, kept = publish(made, f"{due}", out, workspace, printed)
    names = (
        name
        for each in made.values()
        for name in (*each.outputs, *each.prints, *each.fresh)
    )
    every = tuple(out / name for name in names)
    unchanged = tuple(path for path in every if path not in written)
    return Outcome(written, unchanged, (*problems, *kept))


def _printed(
    made: Mapping[str, Made], out: Path, templates: Templates, progress: Progress
) -> dict[str, bytes]:
    """The PDFs that do not stand yet as printed from the very same Word files."""
    due = {
        name: data
        for session, each in made.items()
        for name, data in each.prints.items()
        if not _stands(out, session, name, data)
    }
    if not due:
        return {}
    fonts = templates.read(FONT_MAP)
    print_pdf = load("reportkit.edition.printing", "print_pdf")
    pdfs: dict[str, bytes] = print_pdf(
        due, fonts[0] if fonts else b"", progress.printed
    )
    return pdfs


def _stands(out: Path, session: str, name: str, word: bytes) -> bool:
    built = read_cache(out, session).outputs.get(name)
    if built is None or built.printed_from != digest(word):
        return False
    return digest_of_file(out / name) == built.output


def publish(
    made: Mapping[str, Made],
    asked: str,
    out: Path,
    workspace: Workspace,
    printed: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write all outputs as one set; files that people edited are put aside first.

    `asked` is what was asked for, under which the outputs are remembered. What was
    written comes back, and a warning for each file put aside.
    """
    new: dict[Path, bytes] = {}
    others: dict[Path, bytes] = {}
    warnings: list[Problem] = []
    if not any(each.outputs or each.prints for each in made.values()):
        return (), ()
    with locked(out):
        sweep(out)
        for session, each in made.items():
            own = {n: printed[n] for n in each.prints if n in printed}
            outputs = {**each.outputs, **own}
            aside, told = put_aside(outputs, read_cache(out, session), out, workspace)
            new |= {out / name: data for name, data in outputs.items()}
            others |= aside
            others |= dict(_caches(out, session, each, printed, asked))
            warnings += told
        written = write_set({**others, **new}, out)
    return tuple(path for path in written if path in new), tuple(warnings)


def _caches(
    out: Path, session: str, made: Made, printed: Mapping[str, bytes], asked: str
) -> tuple[tuple[Path, bytes], ...]:
    """The session's cache file after the build, if it made anything."""
    if not made.outputs and not made.prints:
        return ()
    cache = read_cache(out, session)
    built = {n: Built(made.inputs, digest(data)) for n, data in made.outputs.items()}
    for name, word in made.prints.items():
        new = printed.get(name)
        output = digest(new) if new is not None else cache.outputs[name].output
        built[name] = Built(made.inputs, output, digest(word))
    return (cache_file(out, session, cache.after(asked, built, made.problems)),)
