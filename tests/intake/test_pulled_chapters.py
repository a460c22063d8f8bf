"""What people edit in a report with chapters of its own comes back by its ids."""

from __future__ import annotations

from pathlib import Path

from tests.assemble.test_chapters import SESSION as OWN
from tests.intake.pulled_in_text import built, pulled, replaced, rewritten, told
from tests.sessions_in_text import DEFAULTS, files_in

LIST = """\
  - id: order
    text: 'The order was:'
    list: numbers
    points: [{id: first, text: Opening.}, {id: second, text: Closing.}]
"""
EDITS = {
    "Organization of the session": "Organization of the whole session",
    "Attendance": "Attendance of States",
    "It rained.": "It rained all day.",
    "held two meetings": "held three meetings",
    "Opening.": "Opening of it.",
}


def workspace(folder: Path) -> Path:
    text = DEFAULTS + OWN.replace("original: en", "place: vienna\noriginal: en", 1)
    for path, words in files_in(
        text.replace("--- en/dams", f"{LIST}--- en/dams")
    ).items():
        shared = path in ("names.yaml", "instruments.yaml")
        target = folder / "sessions" / ("" if shared else "own") / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words, encoding="utf-8")
    return folder


def test_headings_points_and_placed_passages_are_known(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    built(folder, "own", "-f", "docx")
    source = folder / "build/own/en/final.docx"
    assert told(pulled(folder, "own", source)) == []

    def edit(xml: str) -> str:
        for old, new in EDITS.items():
            xml = replaced(old, new)(xml)
        return xml

    made = rewritten(source, edit, tmp_path / "edited.docx")
    assert told(pulled(folder, "own", made)) == [
        'replaces "the" by "the whole" in how',
        'replaces "Attendance" by "Attendance of States" in who',
        'replaces "rained" by "rained all day" in rain',
        "rewrites duration-group: what is derived -> "
        '"The Group on Rivers held three meetings,…"',
        'replaces "Opening" by "Opening of it" in first',
    ]
