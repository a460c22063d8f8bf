"""The bytes of a recovered session's files, with what a person should look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill
from typing import Any, NamedTuple

from reportkit.source.editing import append_to_map
from reportkit.source.emission import WIDTH, emit

NAMES, INSTRUMENTS = "names.yaml", "instruments.yaml"
LONG_LIST = re.compile(r"^( *)(?:- )?([\w-]+): \[(.*)\]$")
SIGN = "# look:"
UNDECLINED = (
    "the report does not show these forms, and the name stands for them undeclined: {}"
)


class Look(NamedTuple):
    """Something to look at: in a file, before the line that begins with `at`."""

    path: str
    at: str
    message: str


def write_files(
    files: Mapping[str, Mapping[str, Any]], looks: Iterable[Look]
) -> dict[str, bytes]:
    """Every file of a session as bytes."""
    known = tuple(looks)
    return {
        path: _commented(_text(tree), [look for look in known if look.path == path])
        for path, tree in files.items()
    }


def write_shared(
    shared: Mapping[str, bytes], added: Mapping[str, Mapping[str, Any]]
) -> dict[str, bytes]:
    """names.yaml and instruments.yaml with what is new; nothing else is changed.

    CannotEdit where a file that is there is wrong.
    """
    made: dict[str, bytes] = {}
    for section, entries in added.items():
        path = INSTRUMENTS if section == "instruments" else NAMES
        for id, entry in entries.items():
            data = made.get(path, shared.get(path, b""))
            made[path] = _with_entry(data, path, section, id, entry)
    return made


def _with_entry(data: bytes, path: str, section: str, id: str, entry: Any) -> bytes:
    if data.strip():
        made = append_to_map(data, path, section, id, entry)
    else:
        made = emit({section: {id: entry}}).encode()
    unshown = ", ".join(_undeclined(entry))
    message = UNDECLINED.format(unshown)
    return _told_at(made, section, id, message) if unshown else made


def _undeclined(entry: Mapping[str, Any]) -> Iterator[str]:
    """The forms of a new name that are the name itself: no report showed them."""
    for tree in entry.values():
        forms = tree.get("forms", {}) if isinstance(tree, Mapping) else {}
        for case, form in forms.items():
            of, _, _ = case.rpartition("-")
            if str(form) == str(tree.get(of or "name", "")):
                yield case


def _told_at(data: bytes, section: str, id: str, message: str) -> bytes:
    """A file with a comment above an entry of a section."""
    lines = data.decode().splitlines(keepends=True)
    begins = (n for n, line in enumerate(lines) if line.startswith(f"{section}:"))
    start = next(begins, 0)
    own = (n for n in range(start, len(lines)) if lines[n].strip() == f"{id}:")
    if (place := next(own, None)) is not None:
        indent = lines[place][: -len(lines[place].lstrip())]
        lines[place:place] = _comment(message, indent)
    return "".join(lines).encode()


def _text(tree: Mapping[str, Any]) -> str:
    """A file's text; what stands at its top is parted by empty lines where long."""
    return "".join(map(_wrapped, emit(tree).splitlines(keepends=True)))


def _wrapped(line: str) -> str:
    """A line, or the lines of a list that is too long for one."""
    match = LONG_LIST.match(line.rstrip("\n"))
    if match is None or len(line) <= WIDTH + 1:
        return line
    begin, _, rest = line.partition("[")
    indent = " " * (len(match[1]) + (4 if "- " in begin else 2))
    codes = fill(
        f"{match[3]},",
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return f"{begin}[\n{codes}\n{indent}]\n" if rest else line


def _commented(text: str, looks: list[Look]) -> bytes:
    lines = text.splitlines(keepends=True)
    for look in looks:
        place = next((n for n, line in enumerate(lines) if _is_at(line, look.at)), 0)
        indent = re.match(" *", lines[place] if lines else "")
        lines[place:place] = _comment(look.message, indent[0] if indent else "")
    return "".join(lines).encode()


def _is_at(line: str, at: str) -> bool:
    own = line.strip().removeprefix("- ")
    return bool(at) and (own.startswith(at) or f"{{{at}" in own)


def _comment(message: str, indent: str) -> Iterator[str]:
    text = fill(
        f"{SIGN} {message}",
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}#   ",
        break_on_hyphens=False,
    )
    yield from (f"{line}\n" for line in text.splitlines())
