"""One reportkit at a time in a folder.

In comes a folder, out comes a stretch of time. Nothing is read or written here but
the lock file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reportkit.disk_error import refusal, refusals_told, status_to_replace

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = ".reportkit.lock"

_LOCK_FILE = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """A time in which no other reportkit writes in the folder, made if missing.

    The system lets go of the lock when its holder dies, so a file left behind, and
    a number given to another process since, keep nobody out.
    """
    path = folder / LOCK_NAME
    with refusals_told(path):
        folder.mkdir(parents=True, exist_ok=True)
        status_to_replace(path, folder)
        handle = _acquire(path)
    try:
        yield
    finally:
        # Removed while still held. Windows refuses that, and the file then stays.
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _acquire(path: Path) -> int:
    """The open lock file, held and with our number in it."""
    while True:
        handle = os.open(path, _LOCK_FILE, 0o666)
        if not _hold(handle):
            pid = os.read(handle, 20).decode("ascii", "replace").strip()
            os.close(handle)
            raise refusal(path, f"another reportkit (pid {pid}) is writing here")
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), os.stat(path)):
                break
        os.close(handle)  # its holder removed it between our opening and holding
    with suppress(OSError):  # on a full disk it is held all the same
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode("ascii"))
    return handle


def _hold(handle: int) -> bool:
    """Whether the lock is ours now."""
    try:
        if sys.platform == "win32":
            # A locked byte cannot be read: one far behind the number is taken.
            os.lseek(handle, 1 << 20, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a network drive without locks is better than no report
    finally:
        os.lseek(handle, 0, os.SEEK_SET)
    return True
