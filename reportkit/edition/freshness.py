"""What was built from what: kept in OUT/.cache, so that a build does no work twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import reportkit
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.problems import Place, Problem

FOLDER = ".cache"


class Built(NamedTuple):
    """An output as it was left: the digest of what it was made from, and its own.

    `printed_from` is the digest of the Word file that a PDF was printed from.
    """

    inputs: str
    output: str
    printed_from: str = ""


class Request(NamedTuple):
    """What a build was asked for: its outputs, and the warnings it told."""

    names: tuple[str, ...]
    warnings: tuple[Problem, ...]


class Cache(NamedTuple):
    """What earlier builds left: outputs by path, and requests by what was asked."""

    outputs: Mapping[str, Built]
    requests: Mapping[str, Request]

    def after(
        self, asked: str, built: Mapping[str, Built], warnings: Iterable[Problem]
    ) -> Cache:
        """The cache after a build."""
        request = Request(tuple(sorted(built)), tuple(warnings))
        return Cache({**self.outputs, **built}, {**self.requests, asked: request})


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes."""
    return sha256(data).hexdigest()


def digest_parts(parts: Mapping[str, bytes]) -> str:
    """One digest over named bytes."""
    made = sha256()
    for name, data in sorted(parts.items()):
        made.update(f"\0{name}\0{len(data)}\0".encode())
        made.update(data)
    return made.hexdigest()


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
        outputs = {name: Built(*fields) for name, fields in known["outputs"].items()}
        requests = {asked: _request(row) for asked, row in known["requests"].items()}
        return Cache(outputs, requests)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Cache({}, {})


def _request(row: dict[str, list[Any]]) -> Request:
    told = ((Place(*place), *rest) for place, *rest in row["warnings"])
    return Request(tuple(row["names"]), tuple(Problem(*fields) for fields in told))


def cache_file(out: Path, session: str, cache: Cache) -> tuple[Path, bytes]:
    """The file that tells the next build what this one left."""
    requests = {asked: request._asdict() for asked, request in cache.requests.items()}
    table = {"outputs": cache.outputs, "requests": requests}
    text = json.dumps(table, indent=1, sort_keys=True) + "\n"
    return out / FOLDER / f"{session}.json", text.encode()


def fresh_request(out: Path, cache: Cache, asked: str, inputs: str) -> Request | None:
    """A request whose outputs all stand as built from these inputs, or None."""
    request = cache.requests.get(asked)
    if request is None or not request.names:
        return None
    fresh = (_stands(out, cache, name, inputs) for name in request.names)
    return request if all(fresh) else None


def _stands(out: Path, cache: Cache, name: str, inputs: str) -> bool:
    built = cache.outputs.get(name)
    if built is None or built.inputs != inputs:
        return False
    return digest_of_file(out / name) == built.output


def digest_of_file(path: Path) -> str:
    """The digest of a file's bytes; empty where there is no such file."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""
