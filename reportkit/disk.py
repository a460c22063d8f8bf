"""Bytes on disk, safely: read whole, written beside, synced, put in place.

In come paths and bytes; out come bytes, and files of which a reader sees the old or
the new, never a half. What the operating system refuses is a `DiskError` that
carries the problem to print. What the bytes mean is not known here.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from reportkit.disk_error import (
    KINDS,
    UNHARMED,
    DiskError,
    named,
    reason,
    refusal,
    refusals_told,
    shown,
    status_to_replace,
)
from reportkit.disk_lock import locked

__all__ = (
    "DiskError",
    "locked",
    "read_file",
    "shown",
    "sweep",
    "write_file",
    "write_set",
)

STALE_AFTER = 3600  # seconds
# Word, and virus scanners for a moment, keep a file from being replaced on Windows.
WAITS = (0.05, 0.1, 0.2, 0.3, 0.4)  # seconds

_TEMPORARY = re.compile(
    r"\..+\.(\d{1,9})-([0-9a-f]{8})-[0-9a-f]{8}\.(part|old)", re.DOTALL
)
_NEW_FILE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL
    | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
)  # fmt: skip
# Some network drives cannot sync a folder, and one may write where one may not list.
_UNSYNCED = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}


class _Staged(NamedTuple):
    """New bytes beside their target, and the name that keeps the old ones."""

    target: Path
    part: Path
    kept: Path
    mode: int | None  # permissions of the old file; None where there is none


def read_file(path: Path) -> bytes:
    """The bytes of a regular file."""
    try:
        kind = stat.S_IFMT(os.stat(path).st_mode)
        # Reading a pipe would wait for ever.
        if kind == stat.S_IFREG:
            return path.read_bytes()
        why = f"it is {KINDS[kind]}"
    except (OSError, ValueError) as error:
        why = reason(error)
    raise refusal(path, f"this file is not readable: {why}")


def write_file(path: Path, data: bytes) -> bool:
    """Whether the bytes on disk changed; missing folders are made."""
    return bool(write_set({path: data}, path.parent))


def write_set(
    files: Mapping[Path, bytes],
    root: Path,
    before: Callable[[tuple[Path, ...]], None] = lambda changed: None,
) -> tuple[Path, ...]:
    """The files written, in order: all whose bytes differ, or none.

    All are staged beside their targets before the first is replaced; a failure puts
    back what was replaced. A run that is killed between two files leaves each of
    them whole, old or new. No path leads out of `root` or through a link below it.
    `before` is called with the targets once all are staged, unless there are none;
    what it raises stops the writing.
    """
    found = {path: status_to_replace(path, root) for path in files}
    changed = tuple(path for path in files if _differs(path, files[path], found[path]))
    needed = sum(len(files[path]) for path in changed)
    staged = tuple(_plan(path, found[path]) for path in changed)
    with ExitStack() as undo:
        for step in staged:
            with refusals_told(step.target, needed):
                _stage(step, files[step.target], root, undo)
        if staged:
            before(changed)
        for step in staged:
            _publish(step, root)
        for folder in dict.fromkeys(path.parent for path in changed):
            with refusals_told(folder):
                _sync_folder(folder)
        undo.pop_all()
    for step in staged:
        _remove(step.kept)
    return changed


def sweep(folder: Path) -> None:
    """Nothing; files that a killed run left beside its targets are gone.

    Looks below `folder` too, follows no link, and touches nothing whose name is not
    of our making. Other runs are left alone while they are alive, for an hour.
    """
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            found = _TEMPORARY.fullmatch(name)
            if found and _is_stale(int(found[1]), int(found[2], 16)):
                _remove(Path(here, name))


def _differs(path: Path, data: bytes, status: os.stat_result | None) -> bool:
    """Whether the file is to be written; one that is write-protected is refused."""
    if not status:
        return True
    if status.st_size == len(data) and read_file(path) == data:
        return False
    # The folder's permissions would let us replace it, its owner would not.
    if not status.st_mode & 0o222:
        raise refusal(path, f"{named(path)} is read-only", UNHARMED)
    return True


def _plan(target: Path, status: os.stat_result | None) -> _Staged:
    # Cut, since names end at 255 bytes. A link keeps the old date: the name has ours.
    token = f"{os.getpid()}-{int(time.time()):08x}-{os.urandom(4).hex()}"
    beside = target.with_name(f".{target.name[:40]}.{token}")
    mode = status.st_mode & 0o777 if status else None
    return _Staged(target, Path(f"{beside}.part"), Path(f"{beside}.old"), mode)


def _stage(step: _Staged, data: bytes, root: Path, undo: ExitStack) -> None:
    _make_folders(step.target.parent, undo)
    undo.callback(_remove, step.part)
    _write_new(step.part, data, step.mode)
    undo.callback(_put_back, step, root)
    if step.mode is not None:
        _keep(step)


def _make_folders(folder: Path, undo: ExitStack) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        with suppress(FileExistsError):
            os.mkdir(each)
            undo.callback(_remove, each)
            _sync_folder(each.parent)


def _write_new(path: Path, data: bytes, mode: int | None) -> None:
    handle = os.open(path, _NEW_FILE, 0o666 if mode is None else mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if mode is not None:
        os.chmod(path, mode)


def _keep(step: _Staged) -> None:
    # On Windows a second name of a file that is open in Word cannot be removed.
    if sys.platform != "win32":
        with suppress(OSError):  # no second names on FAT and some network drives
            os.link(step.target, step.kept)
            return
    _write_new(step.kept, read_file(step.target), step.mode)


def _publish(step: _Staged, root: Path) -> None:
    status_to_replace(step.target, root)  # a folder may have become a link meanwhile
    with refusals_told(step.target):
        try:
            _patiently(os.replace, step.part, step.target)
        except PermissionError as error:
            if error.errno == errno.EPERM:  # write-protected; on Windows it is EACCES
                raise
            raise refusal(
                step.target,
                f"{named(step.target)} is open in another program (Word?)",
                "close it there and run the command again; "
                "the old file is unharmed, and nothing else was written",
            ) from error


def _put_back(step: _Staged, root: Path) -> None:
    if os.path.lexists(step.part):  # it was not replaced
        _remove(step.kept)
        return
    status_to_replace(step.target, root)
    try:
        if step.mode is None:
            with suppress(FileNotFoundError):
                _patiently(os.unlink, step.target)
        else:
            _patiently(os.replace, step.kept, step.target)
            _remove(step.kept)  # two names of one file: the system replaced nothing
    except OSError as error:
        raise _stranded(step, reason(error)) from error


def _stranded(step: _Staged, why: str) -> DiskError:
    """The error of a new file that stays; the old one gets a name no sweep takes."""
    message = f"{named(step.target)} is new and could not be put back: {why}"
    if step.mode is None:
        return refusal(step.target, message)
    kept = step.kept
    with suppress(OSError):
        kept = kept.rename(kept.with_name(kept.name[1:]))
    return refusal(step.target, message, f"the old file is kept as {named(kept)}")


def _patiently(move: Callable[..., None], *paths: Path) -> None:
    for wait in WAITS:
        try:
            return move(*paths)
        except PermissionError:
            time.sleep(wait)
    return move(*paths)


def _sync_folder(folder: Path) -> None:
    """Nothing; the names in the folder outlast a power cut (Windows sees to it)."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _UNSYNCED:
            raise


def _remove(path: Path) -> None:
    """Nothing; the file or empty folder is gone if the system lets it go."""
    with suppress(OSError):
        if stat.S_ISDIR(os.lstat(path).st_mode):
            os.rmdir(path)
        else:
            os.unlink(path)


def _is_stale(pid: int, made: int) -> bool:
    if abs(time.time() - made) > STALE_AFTER:
        return True
    if sys.platform == "win32":
        return False  # os.kill ends the process there, whatever the signal
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass  # another user's, and alive
    return False
