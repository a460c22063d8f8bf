"""What was built from what: kept in OUT/.cache, so that a build does no work twice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import reportkit
from reportkit.edition.workspace import SessionFiles, Templates

FOLDER = ".cache"


class Built(NamedTuple):
    """An output as it was left: the digest of what it was made from, and its own."""

    inputs: str
    output: str


class Cache(NamedTuple):
    """What earlier builds left: outputs by path, and the outputs of each request."""

    outputs: Mapping[str, Built]
    requests: Mapping[str, tuple[str, ...]]

    def with_outputs(
        self, request: str, inputs: str, outputs: Mapping[str, bytes]
    ) -> Cache:
        """The cache after a build."""
        built = {name: Built(inputs, digest(data)) for name, data in outputs.items()}
        requests = {**self.requests, request: tuple(sorted(outputs))}
        return Cache({**self.outputs, **built}, requests)


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes."""
    return sha256(data).hexdigest()


def digest_inputs(files: SessionFiles, templates: Templates) -> str:
    """One digest over a session's files, the templates and the tool."""
    made = sha256(f"reportkit {reportkit.__version__}".encode())
    for name, data in (*sorted(files.files.items()), *sorted(files.shared.items())):
        made.update(f"\0{name}\0{len(data)}\0".encode())
        made.update(data)
    for name in templates.names(""):
        path = templates.find(name)
        if path:
            status = path.stat()
            stamp = f"\0{name}\0{path}\0{status.st_size}\0{status.st_mtime_ns}"
            made.update(stamp.encode())
    return made.hexdigest()


def read_cache(out: Path, session: str) -> Cache:
    """What earlier builds left; nothing where the cache cannot be understood."""
    try:
        known = json.loads((out / FOLDER / f"{session}.json").read_bytes())
        outputs = {name: Built(*pair) for name, pair in known["outputs"].items()}
        requests = {key: tuple(names) for key, names in known["requests"].items()}
        return Cache(outputs, requests)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Cache({}, {})


def cache_file(out: Path, session: str, cache: Cache) -> tuple[Path, bytes]:
    """The file that tells the next build what this one left."""
    outputs = {
        name: [built.inputs, built.output] for name, built in cache.outputs.items()
    }
    table = {"outputs": outputs, "requests": cache.requests}
    text = json.dumps(table, indent=1, sort_keys=True) + "\n"
    return out / FOLDER / f"{session}.json", text.encode()


def fresh_outputs(
    out: Path, cache: Cache, request: str, inputs: str
) -> tuple[str, ...]:
    """The outputs of a request where all stand as built from these inputs, or none."""
    names = cache.requests.get(request, ())
    for name in names:
        built = cache.outputs.get(name)
        if built is None or built.inputs != inputs:
            return ()
        if digest_of_file(out / name) != built.output:
            return ()
    return names


def digest_of_file(path: Path) -> str:
    """The digest of a file's bytes; empty where there is no such file."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""
