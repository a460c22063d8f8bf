"""LibreOffice run with a macro of ours, and Word files edited in it as people do."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
COMMENT = f"""<w:comments xmlns:w="{MAIN}">\
<w:comment w:id="0" w:author="{{author}}" w:date="2017-10-12T19:05:00Z" w:initials="">\
<w:p><w:r><w:t>{{text}}</w:t></w:r></w:p></w:comment></w:comments>"""

# The module of Basic that every new profile has, filled with a macro.
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Module1" script:language="StarBasic">{code}</script:module>
"""
# Reads commands, a line each with tabs between its words; `\\n` in a text ends a line.
_EDIT = """
Dim file As Object

Sub Edit(list As String)
  On Error Goto Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  disk = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextInputStream")
  stream.setInputStream(disk.openFileRead(list))
  stream.setEncoding("UTF-8")
  Do While Not stream.isEOF()
    part = Split(stream.readLine() & Chr(9) & Chr(9) & Chr(9), Chr(9))
    Select Case part(0)
      Case "open"
        file = StarDesktop.loadComponentFromURL(part(1), "_blank", 0, hidden())
      Case "save"
        file.storeToURL(part(1), word())
        file.close(True)
      Case "track"
        Call SetAuthor(part(1))
        file.RecordChanges = (part(1) <> "")
      Case "replace"
        place = Find(part(1))
        place.String = part(2)
      Case "insert"
        Call Insert(Paragraph(part(1)), part(2), "")
      Case "list"
        Call Insert(Paragraph(part(1)), part(3), "List 1")
        Call Insert(Paragraph(part(1)), part(2), "List 1")
      Case "delete"
        Call Remove(Paragraph(part(1)))
      Case "move"
        Call Move(Paragraph(part(1)), Paragraph(part(2)))
      Case "unmark"
        mark = file.Bookmarks.getByName(part(1))
        file.Text.removeTextContent(mark)
      Case "split"
        place = Find(part(1))
        place.collapseToStart()
        place.Text.insertControlCharacter(place, 0, False)
    End Select
  Loop
  stream.closeInput()
  Exit Sub
Failed:
  ' An open dialog would wait for ever.
  Open Mid(list, 8) & ".error" For Output As #1
  Print #1, Error & " in line " & Erl & ": " & Join(part, " | ")
  Close #1
  StarDesktop.terminate()
End Sub

Sub SetAuthor(name As String)
  Dim path(0) As New com.sun.star.beans.PropertyValue
  service = "com.sun.star.configuration.ConfigurationProvider"
  provider = createUnoService(service)
  path(0).Name = "nodepath"
  path(0).Value = "/org.openoffice.UserProfile/Data"
  service = "com.sun.star.configuration.ConfigurationUpdateAccess"
  data = provider.createInstanceWithArguments(service, path())
  data.givenname = name
  data.sn = ""
  data.commitChanges()
End Sub

Function Find(words As String) As Object
  wanted = file.createSearchDescriptor()
  wanted.SearchString = words
  wanted.SearchCaseSensitive = True
  Find = file.findFirst(wanted)
End Function

Function Paragraph(words As String) As Object
  every = file.Text.createEnumeration()
  Do While every.hasMoreElements()
    found = every.nextElement()
    If found.supportsService("com.sun.star.text.Paragraph") Then
      If InStr(found.String, words) > 0 Then
        Paragraph = found
        Exit Function
      End If
    End If
  Loop
End Function

Sub Insert(after As Object, words As String, style As String)
  place = file.Text.createTextCursorByRange(after.End)
  file.Text.insertControlCharacter(place, 0, False)
  file.Text.insertString(place, words, False)
  If style <> "" Then place.NumberingStyleName = style
End Sub

Function Whole(paragraph As Object) As Object
  place = file.Text.createTextCursorByRange(paragraph.Start)
  place.gotoEndOfParagraph(True)
  place.goRight(1, True)
  Whole = place
End Function

Sub Remove(paragraph As Object)
  Whole(paragraph).String = ""
End Sub

Sub Move(paragraph As Object, after As Object)
  words = paragraph.String
  Call Remove(paragraph)
  Call Insert(after, words, "")
End Sub
"""


def run_macro(folder: Path, code: str, call: str) -> None:
    """Have LibreOffice run a macro of Basic, with a profile below the folder.

    A profile's first start lays its own empty module down, so the macro is put
    in only then.
    """
    profile = folder / "profile"
    start = ["soffice", "--headless", "--norestore"]
    start.append(f"-env:UserInstallation={profile.as_uri()}")
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(_MODULE.format(code=escape(code)), encoding="utf-8")
    macro = f"macro:///Standard.Module1.{call}"
    subprocess.run([*start, macro], check=True, capture_output=True, timeout=600)


def edit(commands: Sequence[Sequence[str]]) -> None:
    """Carry out commands in LibreOffice: what people do to a Word file by hand.

    `("open", URI)`, `("replace", WORDS, NEW)`, `("track", AUTHOR)` and so on, as
    the macro reads them; `("save", URI)` writes a Word file and closes it.
    """
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice")
    with TemporaryDirectory() as name:
        folder = Path(name)
        lines = ("\t".join(command) for command in commands)
        (folder / "list").write_text("\n".join(lines), encoding="utf-8")
        run_macro(folder, _EDIT, f'Edit("{(folder / "list").as_uri()}")')
        failed = folder / "list.error"
        assert not failed.exists(), failed.read_text(encoding="utf-8")


def comment(path: Path, quote: str, text: str, author: str) -> None:
    """Put a comment on some words of a Word file, as Word writes it.

    Headless, LibreOffice ends when a macro makes a comment.
    """
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    words = next(each for each in body.iter(f"{W}t") if quote in (each.text or ""))
    run = words.getparent()
    assert run is not None
    paragraph = run.getparent()
    assert paragraph is not None
    before, after = (words.text or "").split(quote, 1)
    pieces = [_run_like(run, each) for each in (before, quote, after)]
    marks = [etree.Element(f"{W}commentRange{end}") for end in ("Start", "End")]
    call = etree.Element(f"{W}r")
    marks.append(etree.SubElement(call, f"{W}commentReference"))
    for mark in marks:
        mark.set(f"{W}id", "0")
    place = paragraph.index(run)
    paragraph[place : place + 1] = [
        *(pieces[0], marks[0], pieces[1], marks[1], call, pieces[2])
    ]
    parts["word/document.xml"] = etree.tostring(body, encoding="UTF-8")
    parts["word/comments.xml"] = COMMENT.format(author=author, text=text).encode()
    _related(parts)
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def _run_like(run: etree._Element, text: str) -> etree._Element:
    made = etree.Element(f"{W}r")
    made.extend(deepcopy(each) for each in run.iter(f"{W}rPr"))
    words = etree.SubElement(made, f"{W}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _related(parts: dict[str, bytes]) -> None:
    """Tie the part of comments to the document."""
    kind = f"{OFFICE}/relationships/comments"
    row = f'<Relationship Id="remarks" Type="{kind}" Target="comments.xml"/>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(
        b"</Relationships>", f"{row}</Relationships>".encode()
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    row = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/>'
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(b"</Types>", f"{row}</Types>".encode())


def converted(path: Path, target: Path) -> None:
    """Save a Word file again by LibreOffice's converter, which takes comments along.

    Headless, LibreOffice ends when a macro opens a file that has any.
    """
    with TemporaryDirectory() as name:
        profile = (Path(name) / "profile").as_uri()
        command = ["soffice", "--headless", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", "docx", "--outdir", name, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        shutil.copy(Path(name) / path.with_suffix(".docx").name, target)


def saved_again(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The files as LibreOffice saves them, untouched."""
    made = [folder / f"{n}-{path.name}" for n, path in enumerate(paths)]
    commands = []
    for path, target in zip(paths, made, strict=True):
        commands.append(("open", path.resolve().as_uri()))
        commands.append(("save", target.resolve().as_uri()))
    edit(commands)
    assert all(path.exists() for path in made)
    return made
