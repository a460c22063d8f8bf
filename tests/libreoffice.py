"""LibreOffice run with a macro of ours, and Word files edited in it as people do."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pytest

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
  Dim moment As New com.sun.star.util.DateTime
  moment.Year = 2017
  moment.Month = 10
  moment.Day = 12
  moment.Hours = 19
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
      Case "comment"
        note = file.createInstance("com.sun.star.text.textfield.Annotation")
        note.Content = part(2)
        note.Author = part(3)
        note.DateTimeValue = moment
        place = Find(part(1))
        cursor = place.Text.createTextCursorByRange(place)
        cursor.Text.insertTextContent(cursor, note, False)
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
