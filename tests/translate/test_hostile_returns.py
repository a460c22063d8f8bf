"""Files that come back wrong: each is told with its place, none harms a translation.

Every case is merged twice into a copy of the sample: dry, and in earnest.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from tests.workspaces import copy_samples, outputs, run

# The elements that are looked up here are always there; lxml's types say they may not
# be, which is what is ignored below.
SESSION = "ctoc-wg-2017"
FORMATS = {"xlf": "xliff", "xliff2.xlf": "xliff2", "po": "po", "docx": "docx"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Passages with no code, with one code, with italics.
PLAIN, CODE, ITALIC = (
    *("intro-cooperation-origin", "intro-review", "transfer-article-21"),
)
NEW = "Une autre traduction."
OTHER = "Une troisième traduction."
Tree = etree._Element
Files = dict[str, bytes]


class Case(NamedTuple):
    """A return: what is made of the files that were sent, and what is said of it.

    `told` are stretches of what is printed, `taken` the passages that change;
    `after` is done to the sources once the files were sent.
    """

    name: str
    made: Callable[[Files], Files]
    told: tuple[str, ...] = ()
    code: int = 1
    taken: tuple[str, ...] = ()
    after: Callable[[Path], None] = lambda folder: None


def one(ending: str, change: Callable[[bytes], bytes]) -> Callable[[Files], Files]:
    """One file back, changed as bytes."""
    return lambda sent: {f"back.{ending}": change(sent[ending])}


def xml(ending: str, change: Callable[[Tree], object]) -> Callable[[Files], Files]:
    """One file of XML back, with its tree changed."""

    def changed(data: bytes) -> bytes:
        root = etree.fromstring(data)
        change(root)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    return one(ending, changed)


def unit(root: Tree, id: str) -> Tree:
    return next(each for each in root.iter("{*}trans-unit", "{*}unit")
                if each.get("id") == id)  # fmt: skip


def target(root: Tree, id: str) -> Tree:
    found = unit(root, id).find(".//{*}target")
    assert found is not None
    return found


def retarget(root: Tree, id: str, text: str) -> None:
    """A new text in place of a target, in its only segment."""
    element = unit(root, id)
    targets = list(element.iter("{*}target"))
    if element.tag.endswith("}trans-unit"):
        targets[0][:] = []
        targets[0].text = text
        return
    for each in (*element.findall("{*}segment"), *element.findall("{*}ignorable")):
        each.find("{*}target")[:] = []  # type: ignore[index]
        each.find("{*}target").text = ""  # type: ignore[union-attr]
    targets[0].text = text
    for each in list(element)[2:]:
        if each.tag.endswith(("}segment", "}ignorable")):
            element.remove(each)


def code_of(root: Tree, id: str) -> Tree:
    return next(target(root, id).iter("{*}x"))


def twice(element: Tree) -> Tree:
    """A copy of an element right behind it."""
    copied = deepcopy(element)
    copied.tail, element.tail = element.tail, None
    element.addnext(copied)
    return copied


def drop(element: Tree) -> None:
    """Take an element away, and keep the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)


def duplicated(text: str) -> Callable[[Tree], None]:
    def change(root: Tree) -> None:
        twice(unit(root, PLAIN))
        retarget(root, PLAIN, NEW)
        again = [each for each in root.iter("{*}trans-unit")
                 if each.get("id") == PLAIN][1]  # fmt: skip
        found = again.find("{*}target")
        assert found is not None
        found[:] = []
        found.text = text

    return change


def unknown(root: Tree) -> None:
    element = unit(root, PLAIN)
    element.set("id", "intro-cooperation-orgin")
    element.attrib.pop("resname")
    retarget(root, "intro-cooperation-orgin", NEW)


def other_source(root: Tree) -> None:
    source = unit(root, PLAIN).find("{*}source")
    assert source is not None
    source.text = f"{source.text} More."
    retarget(root, PLAIN, NEW)


def other_source_2(root: Tree) -> None:
    source = unit(root, PLAIN).find(".//{*}source")
    assert source is not None
    source.text = f"More. {source.text}"
    targets = list(unit(root, PLAIN).iter("{*}target"))
    targets[0].text = NEW


def without_code(root: Tree) -> None:
    drop(code_of(root, CODE))


def code_twice(root: Tree) -> None:
    twice(code_of(root, CODE))


def nested(root: Tree) -> None:
    """A code inside a pair that the source does not have."""
    code = code_of(root, CODE)
    pair = etree.Element(code.tag.replace("}x", "}g"), {"id": "7"})
    code.addprevious(pair)
    pair.tail, code.tail = code.tail, None
    pair.append(code)


def nested_2(root: Tree) -> None:
    code = next(each for t in unit(root, CODE).iter("{*}target")
                for each in t.iter("{*}ph"))  # fmt: skip
    pair = etree.Element(code.tag.replace("}ph", "}pc"), {"id": "7"})
    code.addprevious(pair)
    pair.tail, code.tail = code.tail, None
    pair.append(code)


def invented(root: Tree) -> None:
    code = code_of(root, CODE)
    code.set("id", "99")
    code.attrib.pop("equiv-text")


def emptied(root: Tree) -> None:
    for each in unit(root, PLAIN).iter("{*}target"):
        each[:] = []
        each.text = None


def attribute(name: str, value: str) -> Callable[[Tree], None]:
    """The file's element, or the root, says something else."""

    def change(root: Tree) -> None:
        holder = next(each for each in root.iter() if each.get(name))
        holder.set(name, value)

    return change


def reordered(root: Tree) -> None:
    units = list(root.iter("{*}trans-unit"))
    parent = units[0].getparent()
    assert parent is not None
    parent[:] = reversed(units)
    retarget(root, PLAIN, NEW)


def stranger_state(root: Tree) -> None:
    retarget(root, PLAIN, NEW)
    target(root, PLAIN).set("state", "x-perfect")


def two_files(*texts: str) -> Callable[[Files], Files]:
    """Returns of several translators for one passage."""

    def made(sent: Files) -> Files:
        files: Files = {}
        for n, text in enumerate(texts, 1):
            root = etree.fromstring(sent["xlf"])
            retarget(root, PLAIN, text)
            files[f"back{n}.xlf"] = etree.tostring(root, encoding="UTF-8")
        return files

    return made


def put_in(before: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(b"<xliff", before + b"<xliff", 1)


def entity(data: bytes) -> bytes:
    doctype = b'<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n'
    data = data.replace(b"<xliff", doctype + b"<xliff", 1)
    return re.sub(rb"<target[^>]*>", rb"\g<0>&e;", data)


def latin(data: bytes) -> bytes:
    """In latin-1, and said to be UTF-8."""
    return data.decode().encode("latin-1", "xmlcharrefreplace")


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        assert old.encode() in data, old
        return data.replace(old.encode(), new.encode(), 1)

    return change


def part(name: str, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A package with one part changed."""

    def changed(data: bytes) -> bytes:
        made = BytesIO()
        with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
            for each in old.namelist():
                content = old.read(each)
                new.writestr(each, change(content) if each == name else content)
        return made.getvalue()

    return changed


def declared(data: bytes) -> bytes:
    return data.replace(b"?>", b'?>\n<!DOCTYPE a [<!ENTITY b "c">]>', 1)


def po_entry(data: bytes, id: str) -> tuple[str, str]:
    """An entry of a PO file, and its translation."""
    found = re.search(rf'msgctxt "{id}"\nmsgid .*\nmsgstr "(.*)"\n', data.decode())
    assert found
    return found[0], found[1]


def po_entry_as(id: str, change: Callable[[str, str], str]) -> Callable[[bytes], bytes]:
    def changed(data: bytes) -> bytes:
        whole, text = po_entry(data, id)
        return data.replace(whole.encode(), change(whole, text).encode(), 1)

    return changed


def row_gone(data: bytes) -> bytes:
    root = etree.fromstring(data)
    tags = [
        each for each in root.iter(f"{W}tag") if PLAIN in (each.get(f"{W}val") or "")
    ]
    for row in {next(each.iterancestors(f"{W}tr")) for each in tags}:
        row.getparent().remove(row)  # type: ignore[union-attr]
    return etree.tostring(root)


def stale(data: bytes, state: str) -> bytes:
    """One unit as it were sent once its source had changed, with a state."""
    data = data.replace(b"has accompanied the", b"has occupied the")
    root = etree.fromstring(data)
    target(root, PLAIN).set("state", state)
    return etree.tostring(root)


def reword(folder: Path) -> None:
    """The original says something else than what was sent."""
    path = folder / f"sessions/{SESSION}/en/introduction.yaml"
    text = path.read_text("utf-8")
    old = "has accompanied the\n      Conference"
    assert old in text
    path.write_text(text.replace(old, "has occupied the\n      Conference"), "utf-8")


FOREIGN = "not of ctoc-wg-2017"
KEPT = "another text came back for it: this one is kept as a comment"
TAKEN = f"fr: {PLAIN} taken (in place of another text)"
PLACE = "FILE:LINE:COLUMN: "

CASES = (
    Case("missing", xml("xlf", lambda r: drop(unit(r, PLAIN))),
         ("0 taken, 96 unchanged, 0 refused",), 0),
    Case("duplicated-alike", xml("xlf", duplicated(NEW)),
         (TAKEN, "1 taken, 97 unchanged, 0 refused"), 0, (PLAIN,)),
    Case("duplicated-otherwise", xml("xlf", duplicated(OTHER)),
         (TAKEN, f"`{PLAIN}` was refused: {KEPT}"), 1, (PLAIN,)),
    Case("unknown", xml("xlf", unknown),
         ("`intro-cooperation-orgin` was refused: there is no such passage "
          f"(did it mean {PLAIN}?)",)),
    Case("unknown-and-odd", one("po", replaced(
        f'msgctxt "{PLAIN}"', 'msgctxt "a\\nback.po:1:1: error: b"')),
         ('`a\\nback.po:1:1: error: b` was refused: there is no such',)),
    Case("unknown-and-long", xml("xlf", lambda r: unit(r, PLAIN).set(
        "resname", "a" * 1_000_000)), ("was refused: there is no such passage",)),
    Case("still-right-twice", lambda sent: {
        f"back{n}.xlf": stale(sent["xlf"], state)
        for n, state in ((1, "signed-off"), (2, "final"))},
         (f"fr: {PLAIN} taken (still right)", "1 taken, 193 unchanged, 0 refused"), 0,
         (PLAIN,), reword),
    Case("source-changed", xml("xlf", other_source),
         (f"`{PLAIN}` was refused: its source has changed meanwhile",)),
    Case("source-changed-2.1", xml("xliff2.xlf", other_source_2),
         (f"`{PLAIN}` was refused: its source has changed meanwhile",)),
    Case("tag-dropped", xml("xlf", without_code),
         (f"`{CODE}` was refused: the code {{instrument: untoc}} was lost",)),
    Case("tag-dropped-po", one("po", po_entry_as(
        CODE, lambda whole, text: whole.replace(
            text, text.replace("{instrument: untoc}", "")))),
         (f"`{CODE}` was refused: the code {{instrument: untoc}} was lost",)),
    Case("tag-twice", xml("xlf", code_twice),
         (f"`{CODE}` was refused: the code {{instrument: untoc}} is not in the "
          "source, or stands twice",)),
    Case("tag-nested", xml("xlf", nested),
         (f"`{CODE}` was refused: it has a code that the source does not have",)),
    Case("tag-nested-2.1", xml("xliff2.xlf", nested_2),
         (f"`{CODE}` was refused: it has a code that the source does not have",)),
    Case("tag-invented", xml("xlf", invented),
         (f"`{CODE}` was refused: it has a code that the source does not have",)),
    Case("emptied", xml("xlf", emptied),
         (f"`{PLAIN}` was refused: its translation was emptied",)),
    Case("emptied-2.1", xml("xliff2.xlf", emptied),
         (f"`{PLAIN}` was refused: its translation was emptied",)),
    Case("emptied-po", one("po", po_entry_as(
        PLAIN, lambda whole, text: whole.replace(f'msgstr "{text}"', 'msgstr ""'))),
         (f"`{PLAIN}` was refused: its translation was emptied",)),
    Case("other-session", xml("xlf", attribute("original", "water-2021")),
         ('this file is of the session "water-2021"', FOREIGN)),
    Case("no-language-of-ours", xml("xlf", attribute("target-language", "de-DE")),
         ('this file translates into "de-DE"',)),
    Case("path-as-language", xml("xlf", attribute("target-language", "../../x")),
         ("this file translates into",)),
    Case("into-the-original", xml("xliff2.xlf", attribute("trgLang", "en-GB")),
         ('this file translates into "en"',)),
    Case("other-source-language", xml("xlf", attribute("source-language", "es-ES")),
         ('this file translates from "es"', "not from en")),
    Case("older", xml("xlf", lambda r: retarget(r, PLAIN, NEW)),
         (f"`{PLAIN}` was refused: its source has changed meanwhile",), after=reword),
    Case("conflict", two_files(NEW, OTHER),
         (TAKEN, f"`{PLAIN}` was refused: {KEPT}"), 1, (PLAIN,)),
    Case("conflict-the-other-way", two_files(OTHER, NEW),
         (TAKEN, f"`{PLAIN}` was refused: {KEPT}"), 1, (PLAIN,)),
    Case("character", xml("xlf", lambda r: retarget(r, PLAIN, "Une\u2028autre.")),
         (f"`{PLAIN}` was refused: it has the character U+2028",)),
    Case("reordered", xml("xlf", reordered),
         (TAKEN, "1 taken, 96 unchanged, 0 refused"), 0, (PLAIN,)),
    Case("state-of-a-tool", xml("xlf", stranger_state), (TAKEN,), 0, (PLAIN,)),
    Case("cut", one("xlf", lambda data: data[: len(data) // 2]),
         ("this file is not well-formed XML: ",)),
    Case("doctype", one("xlf", put_in(b"<!DOCTYPE xliff>\n")),
         ("this file has a DOCTYPE",)),
    Case("entity", one("xliff2.xlf", entity), ("this file has a DOCTYPE",)),
    Case("encoding", one("xlf", latin), ("is not UTF-8",)),
    Case("encoding-po", one("po", latin), ("UTF-8",)),
    Case("signature", one("xlf", lambda data: b"\xef\xbb\xbf" + data),
         ("0 taken, 97 unchanged, 0 refused",), 0),
    Case("signature-po", one("po", lambda data: b"\xef\xbb\xbf" + data),
         ("0 taken, 97 unchanged, 0 refused",), 0),
    Case("crlf", one("xliff2.xlf", lambda data: data.replace(b"\n", b"\r\n")),
         ("0 taken, 97 unchanged, 0 refused",), 0),
    Case("crlf-po", one("po", lambda data: data.replace(b"\n", b"\r\n")),
         ("0 taken, 97 unchanged, 0 refused",), 0),
    Case("large", one("po", lambda data: data + b"\n" * 70_000_000),
         ("this file is larger than 64 MB",), 4),
    Case("html", one("xlf", lambda data: b"<html><body>Sign in</body></html>"),
         ('this file begins with "html"',)),
    Case("po-of-another", one("po", replaced(SESSION, "water-2021")),
         ('this file is of the session "water-2021"', FOREIGN)),
    Case("po-header", one("po", replaced('"Language: fr_FR\\n"\n', "")),
         ('this file translates into ""',)),
    Case("po-fuzzy", one("po", po_entry_as(
        PLAIN, lambda whole, text: "#, fuzzy\n" + whole.replace(text, NEW))),
         (TAKEN,), 0, (PLAIN,)),
    Case("docx-doctype", one("docx", part("word/document.xml", declared)),
         ("DOCTYPE",)),
    Case("docx-of-another", one("docx", part(
        "docProps/custom.xml", replaced(SESSION, "water-2021"))),
         ('this file is of the session "water-2021"', FOREIGN)),
    Case("docx-row-gone", one("docx", part("word/document.xml", row_gone)),
         (f"`{PLAIN}` (final 1; draft 1) is not in the table any more",), 0),
    Case("one-of-two-is-broken", lambda sent: {
        "back1.xlf": two_files(NEW)(sent)["back1.xlf"], "back2.xlf": b"<xliff"},
         ("back2.xlf:1:", "this file is not well-formed XML: ")),
)  # fmt: skip


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files]:
    """A workspace, and the files that were sent out of it, by their endings."""
    folder = copy_samples(tmp_path_factory.mktemp("sent") / "w", SESSION)
    done = run(folder, "translate", "export", SESSION, "-l", "fr", "--out", "out",
               "--format", ",".join(FORMATS.values()))  # fmt: skip
    assert done.returncode == 0, done.stderr
    files = {
        name.removeprefix(f"{SESSION}.fr."): data
        for name, data in outputs(folder / "out").items()
    }
    shutil.rmtree(folder / "out")
    return folder, files


def entries(data: bytes) -> dict[str, str]:
    """The entries of a language's file with the comments above them, by key."""
    found = re.finditer(
        r"(?m)^(?:#.*\n)*([a-z0-9-]+):.*\n(?:(?:[ \t].*)?\n)*", data.decode()
    )
    return {each[1]: each[0] for each in found}


def changed_entries(before: Files, after: Files) -> set[str]:
    """The passages whose entries differ; every other byte is the same."""
    assert before.keys() == after.keys()
    keys: set[str] = set()
    for path in before:
        if before[path] != after[path] and not path.endswith("translated-from.yaml"):
            old, new = entries(before[path]), entries(after[path])
            assert list(old) == list(new)
            assert "".join(new.values()) == after[path].decode()
            keys |= {key for key in old if old[key] != new[key]}
    return keys


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_return(case: Case, sent: tuple[Path, Files], tmp_path: Path) -> None:
    folder = tmp_path / "w"
    shutil.copytree(sent[0], folder)
    files = case.made(sent[1])
    (folder / "back").mkdir()
    for name, data in files.items():
        (folder / "back" / name).write_bytes(data)
    case.after(folder)
    before = outputs(folder)
    names = [f"back/{name}" for name in files]
    dry = run(folder, "translate", "merge", SESSION, *names, "--dry-run")
    assert outputs(folder) == before
    done = run(folder, "translate", "merge", SESSION, *names)
    assert (done.returncode, done.stdout, done.stderr) == (
        dry.returncode, dry.stdout, dry.stderr,
    )  # fmt: skip
    told = done.stdout + done.stderr
    assert "Traceback" not in told and "reportkit failed" not in told
    assert all(each in told for each in case.told), told
    assert done.returncode == case.code, told
    assert changed_entries(before, outputs(folder)) == set(case.taken)
    if case.code:
        errors = [line for line in done.stderr.splitlines() if ": error: " in line]
        assert errors
        for line in errors:
            assert re.match(r"back/back\d?\.[a-z0-9.]+:\d+:\d+: error: ", line), line


@pytest.mark.parametrize("texts", [(NEW, OTHER), (OTHER, NEW)])
def test_the_other_translation_is_kept_above(
    sent: tuple[Path, Files], tmp_path: Path, texts: tuple[str, str]
) -> None:
    folder = tmp_path / "w"
    shutil.copytree(sent[0], folder)
    for name, data in two_files(*texts)(sent[1]).items():
        (folder / name).write_bytes(data)
    run(folder, "translate", "merge", SESSION, "back1.xlf", "back2.xlf")
    path = f"sessions/{SESSION}/fr/introduction.yaml"
    whole = entries(outputs(folder)[path])[PLAIN]
    assert whole.startswith(f"# another translation: {texts[1]}\n{PLAIN}:\n")
    assert f"    {texts[0]}\n" in whole


def test_a_folder_is_refused(sent: tuple[Path, Files], tmp_path: Path) -> None:
    folder = tmp_path / "w"
    shutil.copytree(sent[0], folder)
    (folder / "back.xlf").mkdir()
    before = outputs(folder)
    done = run(folder, "translate", "merge", SESSION, "back.xlf")
    assert done.returncode in (2, 3)
    assert "back.xlf" in done.stderr and "Traceback" not in done.stderr
    assert outputs(folder) == before
