"""A Word file opened in a process of its own, which is ended when it takes too long.

`python -m reportkit.opc.child PATH NAME` is that process: it gets the limits on
standard input and puts what it read on standard output.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reportkit.opc.limits import LIMIT, LIMITS, Limits
from reportkit.opc.opening import open_word
from reportkit.opc.word_file import WordFile
from reportkit.problems import Place, Problem

if sys.platform != "win32":
    import resource

FINE, UNOPENED, TOO_LARGE = 0, 3, 4

_ROOT = Path(__file__).parents[2]


class Opened(NamedTuple):
    """What came of opening a file, with the exit code of a command that asks for it.

    The code is 0 with a file, 4 where a limit was passed, 3 where there is no file
    for another reason.
    """

    word: WordFile | None
    problems: tuple[Problem, ...]
    code: int = FINE


def open_in_child(path: Path, name: str = "", limits: Limits = LIMITS) -> Opened:
    """The Word file of a path, within the limits of time and memory too."""
    name = name or path.as_posix()
    # -P: a folder named reportkit where the command runs is not ours.
    command = [sys.executable, "-P", "-m", "reportkit.opc.child", str(path), name]
    paths = (str(_ROOT), os.environ.get("PYTHONPATH", ""))
    try:
        done = subprocess.run(
            command,
            input=pickle.dumps(limits),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _stopped(name, f"stopped after {limits.seconds} s", "limit-seconds")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        return _stopped(name, f"this file could not be opened: {error}", "unreadable")
    if done.returncode or not done.stdout:
        return _stopped(name, "stopped: reading this file broke off", "limit-memory")
    word, problems = pickle.loads(done.stdout)
    return Opened(word, problems, _code(problems))


def _stopped(name: str, message: str, rule: str) -> Opened:
    hint = "if the file is sound, save it anew in Word or split it"
    problem = Problem(Place(name), message, hint, rule=rule)
    return Opened(None, (problem,), _code((problem,)))


def _code(problems: tuple[Problem, ...]) -> int:
    rules = [each.rule for each in problems if each.severity == "error"]
    if not rules:
        return FINE
    return TOO_LARGE if any(rule.startswith(LIMIT) for rule in rules) else UNOPENED


def _bound(limits: Limits) -> None:
    """Nothing; this process gets no more memory than the limits say."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError):  # some systems know no such limit
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, hard))


def _main(path: str, name: str) -> None:
    limits = Limits(*pickle.load(sys.stdin.buffer))
    _bound(limits)
    read = open_word(Path(path), name, limits)
    pickle.dump(read, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    # A large tree takes long to be taken apart, and nobody waits for that.
    sys.stdout.buffer.flush()
    os._exit(FINE)


if __name__ == "__main__":
    _main(*sys.argv[1:])
