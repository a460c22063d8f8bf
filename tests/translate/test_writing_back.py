"""Translations written into files of any layout: what is not meant stays as it is."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from reportkit.edition.exchange import Wanted, exported, merge_returns, read_return
from reportkit.edition.translating import Desks, open_desks, update_language
from reportkit.edition.workspace import SessionFiles, Workspace, read_files
from reportkit.source.values import Mapping, Text
from reportkit.source.yaml_reader import read_yaml
from reportkit.translate.placeholders import parts_of
from reportkit.translate.units import Return
from tests.translate.random_layouts import Layout, Passages, comments_in, original
from tests.translate.random_texts import writable
from tests.workspaces import run

FILES = int(os.environ.get("RANDOM_FILES", "60"))
SEED = 20_171_011
EN, FR = "en/introduction.yaml", "fr/introduction.yaml"
ASIDE = "fr/set-aside.yaml"


@cache
def started() -> tuple[SessionFiles, Workspace]:
    """A session as `new` makes it."""
    with TemporaryDirectory() as name:
        (Path(name) / "sessions").mkdir()
        done = run(Path(name), "new", "tiny")
        assert done.returncode == 0, done.stderr
        names = Path(name) / "sessions/names.yaml"
        text = names.read_text("utf-8")
        for row, french in (
            ("name: NAME OF THE BODY", "{name: L, short: L, article: le, gender: m}"),
            ("name: NAME OF THE PLACE", "{name: L, in: à L}"),
        ):
            text = text.replace(f"    en:\n      {row}", f"    fr: {french}\n\\g")
            text = text.replace("\\g", f"    en:\n      {row}")
        names.write_text(text, "utf-8")
        workspace = Workspace(Path(name), Path(name))
        return read_files(workspace, workspace.sessions / "tiny"), workspace


def opened(passages: Passages, translated: dict[str, bytes]) -> Desks:
    """The session open for translators, with our introduction alone."""
    files, workspace = started()
    own = {**files.files, EN: original(passages), **translated}
    shown = {**files.shown, **{path: path for path in own}}
    session = files._replace(files=own, shown=shown)
    desks, problems = open_desks(session, workspace.templates())
    errors = [each for each in problems if each.severity == "error"]
    assert desks is not None, (errors, translated)
    return desks


def passages_of(count: int, chance: Random) -> Passages:
    return [(f"p-{n}", sentence(n, chance)) for n in range(count)]


def sentence(number: int, chance: Random) -> str:
    """A source without marks: they are checked before anything is translated."""
    words = ("the", "Group", "met", "in", "Vienna", "twice", "on", "3", "October")
    chosen = " ".join(chance.choice(words) for _ in range(chance.randint(2, 9)))
    return f"Passage {number}: {chosen}."


def values_of(data: bytes) -> Mapping:
    top, problems = read_yaml(data, "f.yaml")
    assert top is not None and not problems, (problems, data)
    return top


def text_of(value: Text | Mapping) -> str:
    return str(value.get(Text("text"), "")) if isinstance(value, Mapping) else value


def others(top: Mapping, key: str) -> dict[str, object]:
    """All that a file says but for what a merge may change."""
    made: dict[str, object] = {}
    for name, value in top.items():
        if isinstance(value, Mapping) and name == key:
            made[name] = {k: v for k, v in value.items()
                          if k not in ("of", "state", "text")}  # fmt: skip
        else:
            made[name] = value if name != key or not isinstance(value, Text) else {}
    return made


def around(data: bytes, key: str) -> tuple[str, str]:
    """What stands before an entry's key, and from the next entry's key on."""
    text, top = data.decode("utf-8-sig"), values_of(data)
    keys = list(top)
    place = keys.index(Text(key))
    after = text[keys[place + 1].start :] if place + 1 < len(keys) else ""
    return text[: keys[place].start], after


def lines_behind(data: bytes, key: str) -> str:
    """The comments at the margin and empty lines behind an entry, as they are."""
    text, top = data.decode("utf-8-sig"), values_of(data)
    keys = list(top)
    place = keys.index(Text(key))
    end = keys[place + 1].start if place + 1 < len(keys) else len(text)
    start = text.find("\n#", keys[place].start, end)
    return text[start + 1 : end] if start >= 0 else ""


def test_one_target_changed_is_one_entry_changed() -> None:
    for number in range(FILES):
        chance = Random(SEED + number)
        passages = passages_of(chance.randint(1, 8), chance)
        before = Layout(chance).whole(passages)
        entries = values_of(before)
        given = [each for each in entries if text_of(entries[each]).strip()]
        if not given:
            continue
        desks = opened(passages, {FR: before})
        name, data = exported(desks, "fr", chance.choice(("xliff", "po")), Wanted())
        sent, problems = read_return(data, name)
        assert sent is not None and not problems
        key, new = str(chance.choice(given)), writable(chance)
        while parts_of(new) == parts_of(text_of(entries[Text(key)])):
            new = writable(chance)
        units = tuple(
            each._replace(target=new, state="draft") if each.id == key else
            each._replace(state="") for each in sent.units
        )  # fmt: skip
        taken = merge_returns(desks, [("back", Return(*sent[:3], units))])
        assert not taken.problems, (number, taken.problems, before.decode())
        fates = {each.id: each.fate for each in taken.merged.verdicts}
        assert [each for each in fates if fates[each] != "unchanged"] == [key]
        again = opened(passages, {FR: taken.files["introduction.yaml"]})
        same = merge_returns(again, [("back", Return(*sent[:3], units))]).merged
        assert not same.changes, (number, same.verdicts)
        after = taken.files["introduction.yaml"]
        held_alike(before, after, key, new)


def held_alike(before: bytes, after: bytes, key: str, new: str) -> None:
    old, told = values_of(before), values_of(after)
    shown = f"{before.decode()}\n=== {key}\n{after.decode()}"
    assert text_of(told[Text(key)]) == new.strip(" \t\n"), shown
    assert list(old) == list(told), shown
    assert others(old, key) == others(told, key), shown
    assert around(before, key) == around(after, key), shown
    assert lines_behind(before, key) == lines_behind(after, key), shown
    assert sorted(comments_in(before)) == sorted(comments_in(after)), shown
    assert (b"\r\n" in before) <= (after.count(b"\n") == after.count(b"\r\n")), shown
    assert before.startswith(b"\xef\xbb\xbf") == after.startswith(b"\xef\xbb\xbf")


def edited(passages: Passages, gone: Passages, chance: Random) -> Passages:
    """The original after some edits; `gone` keeps what was deleted."""
    made = list(passages)
    for _ in range(chance.randint(1, 4)):
        kind = chance.choice(("insert", "move", "reword", "delete", "back"))
        place = chance.randrange(len(made) + 1)
        if kind == "insert":
            number = chance.randrange(1000, 9999)
            made.insert(place, (f"p-{number}", sentence(number, chance)))
        elif kind == "back" and gone:
            made.insert(place, gone.pop(chance.randrange(len(gone))))
        elif made and kind in ("move", "delete", "reword"):
            each = made.pop(chance.randrange(len(made)))
            if kind == "delete":
                gone.append(each)
            else:
                moved = each if kind == "move" else (each[0], f"{each[1]} More.")
                made.insert(min(place, len(made)), moved)
    return made


def updated(passages: Passages, files: dict[str, bytes]) -> dict[str, bytes]:
    made, problems = update_language(opened(passages, files), "fr")
    assert made is not None, problems
    return {**files, **{f"fr/{path}": data for path, data in made.files.items()}}


def texts_in(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """What translators wrote, by passage, wherever it stands."""
    return sorted(
        (str(key), text_of(value).rstrip("\n"))
        for path, data in files.items()
        if not path.endswith("translated-from.yaml")
        for key, value in values_of(data).items()
        if text_of(value).strip()
    )


def test_updating_loses_nothing() -> None:
    for number in range(FILES):
        chance = Random(SEED + 50_000 + number)
        passages = passages_of(chance.randint(1, 8), chance)
        files = {FR: Layout(chance).whole(passages)}
        written, gone = texts_in(files), Passages()
        comments = sorted(comments_in(files[FR]))
        for _ in range(4):
            passages = edited(passages, gone, chance)
            before, files = files, updated(passages, files)
            shown = "\n===\n".join(
                f"{path}\n{data.decode()}"
                for each in (before, files) for path, data in sorted(each.items())
            )  # fmt: skip
            again = updated(passages, files)
            for path in files:
                assert again[path].decode() == files[path].decode(), number
            assert texts_in(files) == written, (number, shown)
            whole = b"".join(files.values())
            assert sorted(comments_in(whole)) == comments, (number, shown)
            here = {id for id, _ in passages}
            assert here <= {str(key) for key in values_of(files[FR])}, (number, shown)
            if ASIDE in files:
                aside = {str(key) for key in values_of(files[ASIDE])}
                assert not aside & here, (number, shown)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_deleted_and_brought_back_is_as_it_was(end: str) -> None:
    chance = Random(SEED)
    passages = passages_of(4, chance)
    entries = "".join(
        f"# remarque {id}\n{id}:\n  text: 'Texte  de {id}'  # beside\n\n"
        for id, _ in passages
    )
    files = updated(passages, {FR: entries.replace("\n", end).encode()})
    without = updated(passages[:1] + passages[2:], files)
    assert b"p-1:" not in without[FR] and b"p-1:" in without[ASIDE]
    back = updated(passages, without)
    assert back[FR] == files[FR]
    assert b"p-1:" not in back[ASIDE]
