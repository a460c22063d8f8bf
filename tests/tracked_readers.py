"""What two programs make of tracked changes, with all accepted or all rejected.

Each reader takes the paths of Word files and returns, for each file, the texts of
the paragraphs in its body, tables included. Empty paragraphs, footnotes and
comments are left out, and any run of spaces and tabs is one space.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree

from tests.libreoffice import run_macro

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_BESIDE = (f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes")
_SPACES = (f"{_TEXT}tab", f"{_TEXT}s", f"{_TEXT}line-break")

# One process reads all files: pandoc runs the script instead of being started
# for each. Notes are taken out, and the captions that pandoc makes from a table's
# properties: the printed one is a paragraph.
_LUA = """
local settings = {track_changes = arg[1]}
local function text(inlines)
  return pandoc.utils.stringify(inlines:walk {Note = function() return {} end})
end
for line in io.lines(arg[2]) do
  local file = io.open(line, "rb")
  local read = pandoc.read(file:read("a"), "docx", settings)
  file:close()
  local found = pandoc.List()
  local function add(block)
    found:insert(text(block.content))
    return nil, false
  end
  local function bare(block)
    block.caption = {long = {}}
    return block
  end
  local steps = {Para = add, Plain = add, Header = add, Table = bare}
  steps.traverse = "topdown"
  read.blocks:walk(steps)
  io.write(pandoc.json.encode(found), "\\n")
end
"""

_BASIC = """
Sub Settle(list As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim flat(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  flat(0).Name = "FilterName"
  flat(0).Value = "OpenDocument Text Flat XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Open list For Input As #1
  Do While Not EOF(1)
    Line Input #1, path
    Line Input #1, target
    file = StarDesktop.loadComponentFromURL(path, "_blank", 0, hidden())
    frame = file.CurrentController.Frame
    dispatcher.executeDispatch(frame, command, "", 0, none())
    file.storeToURL(target, flat())
    file.close(True)
  Loop
  Close #1
End Sub
"""


def by_pandoc(paths: Sequence[Path], accept: bool) -> list[list[str]]:
    """The paragraphs of each file as pandoc reads them."""
    pypandoc = pytest.importorskip("pypandoc")
    with TemporaryDirectory() as folder:
        script, names = Path(folder) / "read.lua", Path(folder) / "names"
        script.write_text(_LUA, encoding="utf-8")
        names.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
        choice = "accept" if accept else "reject"
        command = [pypandoc.get_pandoc_path(), "lua", str(script), choice, str(names)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [_plain(json.loads(line)) for line in done.stdout.splitlines()]


def by_libreoffice(paths: Sequence[Path], accept: bool) -> list[list[str]]:
    """The paragraphs of each file as LibreOffice has them after its own command."""
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice")
    choice = "Accept" if accept else "Reject"
    with TemporaryDirectory() as name:
        folder = Path(name)
        targets = [folder / f"{number}.fodt" for number in range(len(paths))]
        rows = (
            f"{path.resolve().as_uri()}\n{target.as_uri()}\n"
            for path, target in zip(paths, targets, strict=True)
        )
        (folder / "list").write_text("".join(rows), encoding="ascii")
        call = f'Settle("{folder / "list"}",".uno:{choice}AllTrackedChanges")'
        run_macro(folder, _BASIC, call)
        return [_paragraphs(target) for target in targets]


def _paragraphs(path: Path) -> list[str]:
    """The paragraphs of a flat OpenDocument file, where none is left tracked."""
    body = etree.parse(path).find(f".//{_OFFICE}text")
    assert body is not None
    assert body.find(f"{_TEXT}tracked-changes") is None, path
    etree.strip_elements(body, *_BESIDE, with_tail=False)
    for space in body.iter(*_SPACES):
        space.text = " "
    return _plain(["".join(map(str, p.itertext())) for p in body.iter(*_PARAGRAPHS)])


def _plain(texts: list[str]) -> list[str]:
    """The texts that are not empty, each with single spaces."""
    single = (" ".join(text.split()) for text in texts)
    return [text for text in single if text]
