"""A Word file from outside, opened with a guard.

A path or bytes come in; a `WordFile` goes out with warnings, or the one problem for
which there is none. The limits of time and memory are kept by `child`.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportkit.opc.archive import open_archive
from reportkit.opc.blocks import read_story
from reportkit.opc.comments import anchored, read_comments
from reportkit.opc.kind import DAMAGED, Kind, kind_of, kind_of_package
from reportkit.opc.limits import (
    LIMITS,
    Damaged,
    Limits,
    Passed,
    Refusal,
    Remark,
    quoted,
)
from reportkit.opc.names import CUSTOM, ID, W
from reportkit.opc.numbering import Lists
from reportkit.opc.package import Package, refuse_doctypes, remarks_on_relations
from reportkit.opc.parts import Element, Meter
from reportkit.opc.story import Sources
from reportkit.opc.styles import Styles
from reportkit.opc.word_file import Comment, Note, WordFile
from reportkit.problems import Place, Problem, warning

_MEMORY = "this file needs more memory than there is"
# Text of other formats, and of other files: Word shows it as part of the document.
_FOREIGN = (f"{W}altChunk", f"{W}subDoc")
_UNREAD = "a part of the text is in another file or format and is not read"


def open_word(
    source: Path | str | bytes, name: str, limits: Limits = LIMITS
) -> tuple[WordFile | None, tuple[Problem, ...]]:
    """The Word file of a path or of bytes, and what is to be told about it.

    `name` is the file's in messages. Without a file there is one error, whose rule
    begins with "limit-" where a limit was passed.
    """
    try:
        data = source if isinstance(source, bytes) else _read(Path(source), limits)
        word = _opened(data, name, limits)
    except Refusal as refusal:
        place = Place(name)
        rule = refusal.rule
        return None, (Problem(place, refusal.message, refusal.hint, rule=rule),)
    except MemoryError:
        return None, (Problem(Place(name), _MEMORY, rule="limit-memory"),)
    return word, word.warnings


def _read(path: Path, limits: Limits) -> bytes:
    try:
        status = path.stat()
        # Reading a pipe would wait for ever.
        if not stat.S_ISREG(status.st_mode):
            raise Refusal("unreadable", "this is no file that can be read")
        _weigh(status.st_size, limits)
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        told = getattr(error, "strerror", None) or str(error)
        message = f"this file is not readable: {told[:1].lower()}{told[1:]}"
        raise Refusal("unreadable", message) from error


def _weigh(size: int, limits: Limits) -> None:
    if size > limits.on_disk:
        raise Passed("on-disk", f"it has {size:,} bytes, over {limits.on_disk:,}")


def _opened(data: bytes, name: str, limits: Limits) -> WordFile:
    _weigh(len(data), limits)
    kind = kind_of(data, limits)
    if not kind.readable and kind is not DAMAGED:
        raise Refusal(kind.name, kind.told, kind.hint)
    archive = open_archive(data, limits)
    refuse_doctypes(archive)
    package = Package(archive, Meter(limits))
    kind = kind_of_package(package)
    if not kind.readable:
        raise Refusal(kind.name, kind.told, kind.hint)
    return _read_word(package, kind, name)


def _read_word(package: Package, kind: Kind, name: str) -> WordFile:
    main = package.main
    body = package.root(main)
    if body.tag != f"{W}document":
        raise _wrong_root(main, body)
    styles = Styles(_part(package, "styles", "styles"))
    sources = Sources(styles, Lists(_part(package, "numbering", "numbering"), styles))
    story = read_story(body, sources, _links(package, main))
    paragraphs = tuple(story.done)
    word = WordFile(
        kind.name,
        dict(_properties(package)),
        paragraphs,
        tuple(story.tables),
        tuple(_notes(package, "footnote", sources)),
        tuple(_notes(package, "endnote", sources)),
        tuple(_margins(package, "header", "hdr", sources)),
        tuple(_margins(package, "footer", "ftr", sources)),
        anchored(_comments(package, sources), paragraphs),
    )
    remarks = _remarks(package, kind, sources, body)
    told = (
        warning(Place(name), each.message, each.hint, each.rule) for each in remarks
    )
    return word._replace(warnings=tuple(dict.fromkeys(told)))


def _remarks(
    package: Package, kind: Kind, sources: Sources, body: Element
) -> Iterator[Remark]:
    if kind.told:
        yield Remark(kind.name, kind.told, kind.hint)
    yield from remarks_on_relations(package)
    for format in sources.lists.unknown_formats():
        message = f"numbers of the format {quoted(format)} are read as figures"
        yield Remark("number-format", message)
    if next(body.iter(*_FOREIGN), None) is not None:
        yield Remark("foreign-text", _UNREAD, "paste that text into the file")
    yield from package.meter.remarks


def _wrong_root(name: str, root: Element) -> Damaged:
    shown = quoted(root.tag.rpartition("}")[2])
    message = f"the part {quoted(name)} begins with {shown}, as none of its kind does"
    return Damaged("wrong-root", message)


def _sound(package: Package, name: str, root_name: str) -> Element | None:
    """The root of a part that the text can be read without."""
    try:
        root = package.root(name)
        if root.tag == f"{W}{root_name}":
            return root
        raise _wrong_root(name, root)
    except Damaged as refusal:
        message = f"{refusal.message}; it is left out"
        package.meter.remarks.append(Remark(refusal.rule, message, refusal.hint))
        return None


def _part(package: Package, kind: str, root_name: str) -> Element | None:
    name = next(iter(package.targets(package.main, kind)), "")
    return _sound(package, name, root_name) if name else None


def _links(package: Package, source: str) -> Mapping[str, str]:
    relations = package.relations(source)
    return {each.id: each.target for each in relations if each.external}


def _notes(package: Package, kind: str, sources: Sources) -> Iterator[Note]:
    """The notes of a kind; the lines that part notes from the text are none."""
    for name in package.targets(package.main, f"{kind}s"):
        root = _sound(package, name, f"{kind}s")
        links = _links(package, name)
        for element in () if root is None else root.iter(f"{W}{kind}"):
            if element.get(f"{W}type") in (None, "normal"):
                story = read_story(element, sources, links)
                yield Note(element.get(ID) or "", tuple(story.done))


def _margins(
    package: Package, kind: str, root_name: str, sources: Sources
) -> Iterator[Note]:
    """The headers or footers, in the order of the relationships."""
    for name in package.targets(package.main, kind):
        root = _sound(package, name, root_name)
        if root is not None:
            story = read_story(root, sources, _links(package, name))
            yield Note(name, tuple(story.done))


def _comments(package: Package, sources: Sources) -> Iterator[Comment]:
    for name in package.targets(package.main, "comments"):
        root = _sound(package, name, "comments")
        if root is not None:
            yield from read_comments(root, sources, _links(package, name))


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    """The custom properties of a file, by name."""
    kinds = ("custom-properties", "customProperties")
    for name in (each for kind in kinds for each in package.targets("", kind)):
        try:
            root = package.root(name)
        except Damaged as refusal:
            message = f"{refusal.message}; it is left out"
            package.meter.remarks.append(Remark(refusal.rule, message, refusal.hint))
            continue
        for element in root.iter(f"{CUSTOM}property"):
            yield element.get("name") or "", "".join(map(str, element.itertext()))
