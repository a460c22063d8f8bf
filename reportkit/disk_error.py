"""What the operating system refuses, and what we refuse to write, told as problems.

In come paths and the errors of the system; out come `DiskError`s.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reportkit.problems import Place, Problem, format_problem

UNHARMED = "every old file is unharmed, and nothing was written"
KINDS = {
    stat.S_IFLNK: "a link; reportkit writes no file through a link",
    stat.S_IFDIR: "a folder, where a file is needed",
    stat.S_IFREG: "a file, where a folder is needed",
    stat.S_IFIFO: "a pipe, not a file",
    stat.S_IFSOCK: "a socket, not a file",
    stat.S_IFCHR: "a device, not a file",
    stat.S_IFBLK: "a device, not a file",
}

_JUNCTION = 0xA0000003  # a folder linked in the way of Windows (IO_REPARSE_TAG)

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class DiskError(Exception):
    """A file could not be opened or written (exit code 3 on the command line)."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(format_problem(problem))
        self.problem = problem


def shown(path: Path, start: Path) -> str:
    """The path as messages show it: from `start`, with forward slashes.

    One that shares nothing with `start` but the drive is shown whole. Characters
    that would break the line are escaped.
    """
    full = os.path.normpath(os.path.join(start, path))
    with suppress(ValueError):  # another drive
        common = Path(os.path.commonpath((full, start)))
        if common != Path(common.anchor) or common == start:
            full = os.path.relpath(full, start)
    return _UNPRINTABLE.sub(_escaped, full.replace(os.sep, "/"))


@contextmanager
def refusals_told(path: Path, needed: int = 0) -> Iterator[None]:
    """A stretch of work on a file, with refusals of the system told as problems."""
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        message = f"{named(path)} is not written: {reason(error)}"
        if needed and getattr(error, "errno", 0) in (errno.ENOSPC, errno.EDQUOT):
            message = f"no space left for {named(path)}: {needed} bytes are needed"
        raise refusal(path, message, UNHARMED) from error


def refusal(path: Path, message: str, hint: str = "") -> DiskError:
    """The error to raise about a whole file."""
    return DiskError(Problem(Place(named(path)), message, hint))


def reason(error: OSError | ValueError) -> str:
    """What the system says, in the form of our messages: "permission denied"."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return text[:1].lower() + text[1:].rstrip(".")


def named(path: Path) -> str:
    """The path as shown to someone in the current folder."""
    try:
        return shown(path, Path.cwd())
    except FileNotFoundError:  # the current folder was removed
        return path.as_posix()


def status_to_replace(path: Path, root: Path) -> os.stat_result | None:
    """The status of a file that may be replaced, or None where there is none."""
    inner = path.relative_to(root).parts if path.is_relative_to(root) else ("..",)
    if ".." in inner:
        raise refusal(path, f"{named(path)} is outside {named(root)}", UNHARMED)
    status = None
    for spot in (*reversed(path.parents[: len(inner) - 1]), path):
        with refusals_told(spot):
            try:
                status = os.lstat(spot)
            except FileNotFoundError:
                return None
        if _kind(status) != (stat.S_IFREG if spot == path else stat.S_IFDIR):
            raise refusal(spot, f"{named(spot)} is {KINDS[_kind(status)]}", UNHARMED)
    return status


def _kind(status: os.stat_result) -> int:
    if getattr(status, "st_reparse_tag", 0) == _JUNCTION:
        return stat.S_IFLNK
    return stat.S_IFMT(status.st_mode)


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
