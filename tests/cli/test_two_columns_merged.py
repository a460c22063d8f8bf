"""A two-column Word file that was filled in by hand in LibreOffice, and merged."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.libreoffice import run_macro
from tests.workspaces import copy_samples, outputs, run

# The elements that are looked up here are always there; lxml's types say they may not
# be, which is what is ignored below.
SESSION = "ctoc-wg-2017"
ORIGIN = "intro-cooperation-origin"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Types one translation, and pastes a source with another at the end, without controls.
BASIC = """
Sub Fill(path As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  file = StarDesktop.loadComponentFromURL(path, "_blank", 0, hidden())
  table = file.TextTables.getByIndex(0)
  table.getCellByName("B3").setString("Une autre traduction.")
  last = table.Rows.Count
  table.Rows.insertByIndex(last, 1)
  table.getCellByName("A" & (last + 1)).setString(table.getCellByName("A3").getString())
  table.getCellByName("B" & (last + 1)).setString("Une troisième.")
  file.storeToURL(target, word())
  file.close(True)
End Sub
"""


def filled_in(sent: Path, filled: Path, folder: Path) -> None:
    """Nothing; LibreOffice has opened one file, run the macro, and saved the other."""
    run_macro(folder, BASIC, f'Fill("{sent.as_uri()}","{filled.as_uri()}")')


def sent_from(tmp_path: Path) -> tuple[Path, Path]:
    """A workspace, and the file of an introduction that went out of it."""
    folder = copy_samples(tmp_path / "w", SESSION)
    asked = ("-l", "fr", "--format", "docx", "--file", "introduction.yaml")
    done = run(folder, "translate", "export", SESSION, *asked, "--out", "out")
    assert done.returncode == 0, done.stderr
    return folder, folder / f"out/{SESSION}.fr.docx"


def merged(folder: Path, back: str) -> subprocess.CompletedProcess[str]:
    """The merge of a file; it tells what a dry one told, which wrote nothing."""
    before = outputs(folder)
    dry = run(folder, "translate", "merge", SESSION, back, "--dry-run")
    assert outputs(folder) == before
    done = run(folder, "translate", "merge", SESSION, back)
    assert (done.returncode, done.stdout, done.stderr) == (
        dry.returncode, dry.stdout, dry.stderr,
    )  # fmt: skip
    return done


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
def test_filled_in_pasted_and_merged(tmp_path: Path) -> None:
    folder, sent = sent_from(tmp_path)
    filled_in(sent, folder / "back.docx", tmp_path)
    before = outputs(folder / "sessions")
    done = merged(folder, "back.docx")
    assert done.returncode == 1
    assert f"fr: {ORIGIN} taken (in place of another text)" in done.stdout
    assert "fr: 1 taken, 4 unchanged, 1 refused" in done.stdout
    assert f"back.docx:12:1: warning: `{ORIGIN}` is here again" in done.stderr
    assert f"back.docx:12:1: error: `{ORIGIN}` was refused: another" in done.stderr
    after = outputs(folder / "sessions")
    changed = [path for path in after if after[path] != before[path]]
    assert changed == [f"{SESSION}/fr/introduction.yaml"]
    text = after[changed[0]].decode()
    assert text.startswith(f"# another translation: Une troisième.\n{ORIGIN}:\n")
    assert before[changed[0]].decode().partition("\n\n")[2] in text


def without_controls(data: bytes, id: str) -> bytes:
    """The package with one row that has lost the controls of both its texts."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for tag in list(root.iter(f"{W}tag")):
                    if tag.get(f"{W}val") in (id, f"target:{id}"):
                        held = next(tag.iterancestors(f"{W}sdt"))
                        for inner in held.findall(f"{W}sdtContent/*"):
                            held.addprevious(inner)
                        held.getparent().remove(held)  # type: ignore[union-attr]
                content = etree.tostring(root)
                content = content.replace("occupe la Conférence".encode(), b"reste")
                content = content.replace(b"occupe la Conf&#233;rence", b"reste")
            new.writestr(name, content)
    return made.getvalue()


def test_a_row_whose_controls_are_gone_is_named(tmp_path: Path) -> None:
    folder, sent = sent_from(tmp_path)
    data = without_controls(sent.read_bytes(), ORIGIN)
    (folder / "back.docx").write_bytes(data)
    done = merged(folder, "back.docx")
    assert done.returncode == 0
    assert done.stderr.startswith(
        "back.docx:3:1: warning: a control of this row is gone; by its source it is "
        f"`{ORIGIN}`\n"
    )
    assert done.stdout.endswith("fr: 1 taken, 4 unchanged, 0 refused\n")
    assert (
        b"parties reste depuis"
        in outputs(folder / "sessions")[f"{SESSION}/fr/introduction.yaml"]
    )
