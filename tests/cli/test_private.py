"""Who said what, notes and reasons are in no output but as the lists print them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from reportkit.api import load
from reportkit.languages.states import state_names
from reportkit.model.session import words_of_session
from tests.workspaces import ROOT, copy_samples, outputs, run

LISTS = ("statements-", "attendance-", "officers-", "opening-", "presentations")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = copy_samples(tmp_path_factory.mktemp("private"))
    done = run(folder, "build", "-f", "docx,html,txt,json")
    assert done.returncode == 0, done.stderr
    return outputs(folder / "build")


def private_texts() -> set[str]:
    """Every note and reason of the samples, wherever it stands."""
    found = set()
    for path in (ROOT / "sessions").rglob("*.yaml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            for key in ("note: ", "reason: "):
                _, mark, text = line.partition(key)
                if mark and not line.lstrip().startswith("#"):
                    found.add(" ".join(text.strip(" '\"}").split()))
    return {text for text in found if len(text.split()) > 2}


def texts_of(name: str, data: bytes) -> Iterator[str]:
    """What an output says: every part of a Word file, the other formats whole."""
    if not name.endswith(".docx"):
        yield data.decode("utf-8")
        return
    with zipfile.ZipFile(BytesIO(data)) as package:
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                yield package.read(part).decode("utf-8")


def test_no_note_is_in_any_output(built: dict[str, bytes]) -> None:
    private = private_texts()
    assert len(private) >= 5
    for name, data in built.items():
        said = " ".join(" ".join(texts_of(name, data)).split())
        for text in private:
            assert text not in said, name


def passages_of(node: Any, under: str = "") -> Iterator[tuple[str, str]]:
    """The runs of a document tree, each with the passage it is in."""
    if isinstance(node, dict):
        own = node.get("id") or under
        if "text" in node:
            yield own, node["text"]
        for value in node.values():
            yield from passages_of(value, own)
    elif isinstance(node, list):
        for value in node:
            yield from passages_of(value, under)


def test_a_state_is_named_in_lists_and_by_the_rapporteur_only(
    built: dict[str, bytes],
) -> None:
    """A State that spoke appears where a list prints it, or where prose names it."""
    names = {name.list for name in state_names("en", date(2017, 10, 13)).values()}
    session = load(ROOT / "sessions/ctoc-wg-2017").session
    assert session is not None
    document = json.loads(built["ctoc-wg-2017/en/final.json"])
    written = {str(words.id): str(words.text) for words in words_of_session(session)}
    for id, text in passages_of(document):
        if id.startswith(LISTS) or "{states" in written.get(id, ""):
            continue
        for name in names:
            assert name not in text or name in written.get(id, ""), (id, name)
