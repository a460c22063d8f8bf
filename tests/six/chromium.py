"""A headless Chromium, driven over the pipe of its DevTools protocol.

The pages forbid scripts, so nothing can be written into them; what they look like is
asked of the browser itself. Messages are JSON, each ended by a NUL.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No window, no profile of a user's, nothing fetched: a container has no sandbox.
SETTINGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--remote-debugging-pipe",
)


def find_chromium() -> str | None:
    """The path of a Chromium that is installed here."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One page of a running browser."""

    def __init__(self, ours: int, theirs: int) -> None:
        self._to, self._from = ours, os.fdopen(theirs, "rb", buffering=0)
        self._read, self._count, self._session = b"", 0, ""
        page = self._ask("Target.createTarget", url="about:blank")
        attached = {"targetId": page["targetId"], "flatten": True}
        self._session = self._ask("Target.attachToTarget", **attached)["sessionId"]
        self._ask("Page.enable")

    def open(self, path: Path, width: int) -> None:
        """Show a file on a screen of a width in pixels, and wait until it stands."""
        screen = {"width": width, "height": 800, "deviceScaleFactor": 1}
        self._ask("Emulation.setDeviceMetricsOverride", **screen, mobile=False)
        self._ask("Page.navigate", url=path.as_uri())
        while self._message().get("method") != "Page.loadEventFired":
            pass

    def evaluate(self, expression: str) -> Any:
        """The value of an expression of JavaScript on the page."""
        given = {"expression": expression, "returnByValue": True}
        found = self._ask("Runtime.evaluate", **given)
        if "exceptionDetails" in found:
            raise RuntimeError(found["exceptionDetails"]["text"])
        return found["result"].get("value")

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._count += 1
        asked = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._to, json.dumps(asked).encode() + b"\0")
        while (answer := self._message()).get("id") != self._count:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            more = self._from.read(1 << 16)
            if not more:
                raise RuntimeError("the browser has gone")
            self._read += more
        message, _, self._read = self._read.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told


@contextmanager
def running(program: str, profile: Path) -> Iterator[Browser]:
    """A browser with a profile of its own, ended with all its children."""
    their_input, ours = os.pipe()
    theirs, their_output = os.pipe()
    pid = os.posix_spawn(
        program,
        [program, *SETTINGS, f"--user-data-dir={profile}", "about:blank"],
        {**os.environ, "HOME": str(profile)},
        file_actions=[
            (os.POSIX_SPAWN_DUP2, their_input, 3),
            (os.POSIX_SPAWN_DUP2, their_output, 4),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
        setpgroup=0,
    )
    os.close(their_input)
    os.close(their_output)
    try:
        yield Browser(ours, theirs)
    finally:
        os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(ours)
