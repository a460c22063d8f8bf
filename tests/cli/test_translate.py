"""`reportkit translate`: files that are never lost, never stale in silence."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.workspaces import copy_samples, outputs, run

SESSION = "ctoc-wg-2017"
INTRODUCTION = "introduction.yaml"
TARGETS = ("fr", "es", "ru", "zh", "ar")
FORMATS = ("xliff", "xliff2", "po", "docx")
ENDINGS = {"xliff": "xlf", "xliff2": "xliff2.xlf", "po": "po", "docx": "docx"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_samples(tmp_path / "w", SESSION)


def files_of(folder: Path, code: str) -> dict[str, bytes]:
    return outputs(folder / f"sessions/{SESSION}/{code}")


def edit(folder: Path, path: str, *changes: tuple[str, str]) -> None:
    file = folder / f"sessions/{SESSION}" / path
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def fine(folder: Path, *arguments: str) -> str:
    done = run(folder, *arguments)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def entry(text: str, key: str) -> str:
    """The text of a passage in a language's file, comments above it left out."""
    found = re.search(rf"^{key}:\n(?:[ \t]+.*\n|\n)*", text, re.M)
    assert found, key
    return found.group().rstrip("\n")


def move_first_passage_to_the_end(folder: Path) -> None:
    """Take a passage of the introduction out, and put it after all others."""
    path = folder / f"sessions/{SESSION}/en/{INTRODUCTION}"
    head, *passages = re.split(r"(?m)^(?=  - id: )", path.read_text(encoding="utf-8"))
    path.write_text("".join((head, *passages[1:], passages[0])), encoding="utf-8")


def test_inserted_moved_reworded_and_deleted(folder: Path) -> None:
    before = (folder / f"sessions/{SESSION}/fr/{INTRODUCTION}").read_text("utf-8")
    move_first_passage_to_the_end(folder)
    path = f"en/{INTRODUCTION}"
    edit(folder, path, ("For several years, the", "For many years, the"))
    file = folder / f"sessions/{SESSION}" / path
    deleted = re.sub(
        r"  - id: intro-review\n(?:    .*\n)+",
        "  - id: intro-new\n    text: A new one\n",
        file.read_text("utf-8"),
    )
    file.write_text(deleted, encoding="utf-8")
    said = fine(folder, "translate", "update", SESSION, "-l", "fr")
    assert "missing (1): intro-new\n" in said
    assert "stale (1): intro-cooperation-rhythm\n" in said
    assert "set aside (1): intro-review\n" in said
    after = (folder / f"sessions/{SESSION}/fr/{INTRODUCTION}").read_text("utf-8")
    for key in ("intro-cooperation-origin", "intro-assistance-origin"):
        assert entry(after, key) == entry(before, key)
    assert "#! the source has changed (substantive): For [-several-]{+many+}" in after
    assert "#| A new one\nintro-new:\n  of: t" in after
    aside = (folder / f"sessions/{SESSION}/fr/set-aside.yaml").read_text("utf-8")
    assert entry(aside, "intro-review") == entry(before, "intro-review")
    rows = json.loads(fine(folder, "translate", "status", "-l", "fr", "--json"))
    total = rows[-1]
    assert (total["missing"], total["substantive"], total["figures"]) == (1, 1, 0)


def test_what_is_set_aside_comes_back_with_its_passage(folder: Path) -> None:
    before = files_of(folder, "fr")
    edit(folder, f"en/{INTRODUCTION}", ("- id: intro-review\n", "- id: intro-other\n"))
    fine(folder, "translate", "update", SESSION, "-l", "fr")
    edit(folder, f"en/{INTRODUCTION}", ("- id: intro-other\n", "- id: intro-review\n"))
    said = fine(folder, "translate", "update", SESSION, "-l", "fr")
    assert "put back (1): intro-review" in said
    after = files_of(folder, "fr")
    assert after[INTRODUCTION] == before[INTRODUCTION]


def test_updating_again_changes_nothing(folder: Path) -> None:
    edit(folder, f"en/{INTRODUCTION}", ("For several years", "For many years"))
    fine(folder, "translate", "update", SESSION, "-l", "ar,zh")
    known = {code: files_of(folder, code) for code in ("ar", "zh")}
    said = fine(folder, "translate", "update", SESSION, "-l", "ar,zh")
    assert said.count("is up to date") == 2
    assert {code: files_of(folder, code) for code in ("ar", "zh")} == known


def test_the_samples_are_up_to_date(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "w")
    before = outputs(folder / "sessions")
    for name, codes in ((SESSION, TARGETS), ("water-2021", ("fr", "es", "ar"))):
        fine(folder, "translate", "update", name, "-l", ",".join(codes))
    fine(folder, "check", "--fix")
    assert outputs(folder / "sessions") == before


def test_grades_of_staleness(folder: Path) -> None:
    path = f"en/{INTRODUCTION}"
    edit(
        folder,
        path,
        (
            "entitled “{instrument: resolution-7-1}”",
            'entitled "{instrument: resolution-7-1}"',
        ),
    )
    edit(folder, path, ("In resolution 8/4", "In resolution 8/5"))
    edit(folder, path, ("decided to continue", "decided to go on with"))
    rows = json.loads(fine(folder, "translate", "status", "-l", "es", "--json"))
    total = rows[-1]
    assert [total[g] for g in ("typographic", "figures", "substantive")] == [1, 1, 1]
    done = run(folder, "build", "--final", "-l", "es", "-f", "txt")
    errors = [line for line in done.stderr.splitlines() if ": error: " in line]
    assert done.returncode == 1
    assert len(errors) == 2
    assert "changed in its typography" in done.stderr


def test_confirming_makes_fresh(folder: Path) -> None:
    edit(folder, f"en/{INTRODUCTION}", ("For several years", "For many years"))
    fine(folder, "translate", "update", SESSION, "-l", "fr")
    fine(
        folder, "translate", "confirm", SESSION, "intro-cooperation-rhythm", "-l", "fr"
    )
    fine(folder, "translate", "update", SESSION, "-l", "fr")
    text = files_of(folder, "fr")[INTRODUCTION].decode()
    assert "#!" not in text
    rows = json.loads(fine(folder, "translate", "status", "-l", "fr", "--json"))
    assert rows[-1]["substantive"] == 0
    unknown = run(folder, "translate", "confirm", SESSION, "intro-rewiev", "-l", "fr")
    assert unknown.returncode == 1
    assert "did you mean `intro-review`?" in unknown.stderr


def test_a_fingerprint_that_is_missing_is_stamped(folder: Path) -> None:
    before = files_of(folder, "ru")[INTRODUCTION].decode()
    bare = re.sub(r"^  of: t[0-9a-f]{8}\n", "", before, flags=re.M)
    path = folder / f"sessions/{SESSION}/ru/{INTRODUCTION}"
    path.write_bytes(bare.encode())
    fine(folder, "check", SESSION, "--fix", "--only", "stamps")
    assert path.read_text("utf-8") == before


def test_require_a_state(folder: Path) -> None:
    done = run(folder, "translate", "status", SESSION, "--require", "approved")
    assert done.returncode == 1
    fine(folder, "translate", "status", SESSION, "--require", "draft")
    edit(folder, f"en/{INTRODUCTION}", ("For several years", "For many years"))
    stale = run(folder, "translate", "status", SESSION, "--require", "draft")
    assert stale.returncode == 1


def test_the_page_of_the_status(folder: Path) -> None:
    fine(folder, "translate", "status", SESSION, "--html", "out/status.html")
    page = (folder / "out/status.html").read_text("utf-8")
    assert "<tr class=total>" in page
    assert "<script" not in page


@pytest.mark.parametrize("format", FORMATS)
def test_untouched_files_change_nothing(folder: Path, format: str) -> None:
    languages = ",".join(TARGETS)
    fine(
        folder,
        "translate",
        "export",
        SESSION,
        "-l",
        languages,
        "--format",
        format,
        "--out",
        "out",
    )
    before = outputs(folder / "sessions")
    names = [f"out/{SESSION}.{code}.{ENDINGS[format]}" for code in TARGETS]
    said = fine(folder, "translate", "merge", SESSION, *names)
    assert said.count("0 taken, 97 unchanged, 0 refused") == len(TARGETS)
    assert outputs(folder / "sessions") == before


@pytest.mark.parametrize("format", ["xliff", "xliff2", "po"])
def test_one_target_changed_is_one_passage_changed(folder: Path, format: str) -> None:
    fine(
        folder,
        "translate",
        "export",
        SESSION,
        "-l",
        "fr",
        "--format",
        format,
        "--out",
        "out",
    )
    path = folder / f"out/{SESSION}.fr.{ENDINGS[format]}"
    text = path.read_text("utf-8")
    old = "occupe la Conférence depuis ses premières sessions."
    if format == "po":
        text = text.replace("occupe la Conférence", "retient la Conférence")
    assert format == "po" or old in text
    path.write_text(text.replace(old, f"retient {old[7:]}"), encoding="utf-8")
    before = outputs(folder / "sessions")
    dry = fine(folder, "translate", "merge", SESSION, f"out/{path.name}", "--dry-run")
    assert outputs(folder / "sessions") == before
    said = fine(folder, "translate", "merge", SESSION, f"out/{path.name}")
    assert said == dry
    assert "intro-cooperation-origin taken (in place of another text)" in said
    after = outputs(folder / "sessions")
    changed = [name for name in after if after[name] != before.get(name)]
    assert changed == [f"{SESSION}/fr/{INTRODUCTION}"]
    lines = zip(
        after[changed[0]].decode().splitlines(),
        before[changed[0]].decode().splitlines(),
        strict=True,
    )
    differing = [a for a, b in lines if a != b]
    # A PO file says nothing of who has reviewed what was changed in it.
    assert differing[:-1] == (["  state: draft"] if format == "po" else [])
    assert "retient la" in differing[-1]


def test_only_what_is_asked_for_goes_out(folder: Path) -> None:
    edit(folder, f"en/{INTRODUCTION}", ("For several years", "For many years"))
    edit(folder, f"fr/{INTRODUCTION}", ("intro-review:", "intro-reviewed:"))
    fine(folder, "translate", "update", SESSION, "-l", "fr")
    for option, key in (
        ("--stale", "intro-cooperation-rhythm"),
        ("--missing", "intro-review"),
    ):
        fine(folder, "translate", "export", SESSION, "-l", "fr", option, "--out", "out")
        text = (folder / f"out/{SESSION}.fr.xlf").read_text("utf-8")
        assert re.findall(r'<trans-unit id="([^"]+)"', text) == [key]


def test_an_adopted_amendment_makes_five_passages_stale(folder: Path) -> None:
    fine(
        folder, "amend", SESSION, "draft:1", "s/a forum of practitioners/a forum/",
        "--by", "FRA", "--meeting", "m11", "--adopted",
    )  # fmt: skip
    rows = json.loads(fine(folder, "status", SESSION, "--json"))
    stale = {(row["document"], row["language"]): row["stale"] for row in rows}
    for (document, code), ids in stale.items():
        final = document == "final" and code != "en"
        assert ids == (["intro-cooperation-origin"] if final else []), (document, code)


def test_private_facts_are_in_no_translators_file(folder: Path) -> None:
    secret = "zebra-private-note"
    edit(
        folder,
        "en/deliberations/transfer.yaml",
        ("note: The two camps", f"note: {secret} The two camps"),
    )
    edit(
        folder,
        "amendments.yaml",
        ("Two delegations said", f"{secret} Two delegations said"),
    )
    edit(
        folder,
        "queries.yaml",
        ("The Task Force calls", f"{secret} The Task Force calls"),
    )
    edit(
        folder,
        "fr/introduction.yaml",
        ("  state: reviewed\n", f"  state: reviewed\n  note: {secret}\n"),
    )
    formats = ",".join((*FORMATS, "tmx"))
    fine(
        folder,
        "translate",
        "export",
        SESSION,
        "-l",
        "fr",
        "--format",
        formats,
        "--out",
        "out",
    )
    for name, data in outputs(folder / "out").items():
        parts = [data]
        if name.endswith(".docx"):
            archive = zipfile.ZipFile(folder / "out" / name)
            parts = [archive.read(each) for each in archive.namelist()]
        assert not any(secret.encode() in part for part in parts), name


def export(folder: Path, format: str, name: str) -> Path:
    """A file for a translator into French, under a name of its own."""
    fine(
        folder, "translate", "export", SESSION, "-l", "fr", "--format", format,
        "--out", name,
    )  # fmt: skip
    return folder / name / f"{SESSION}.fr.{ENDINGS[format]}"


def retype(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


TEXT = "occupe la Conférence"


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_changed_here_meanwhile_stays(folder: Path, format: str) -> None:
    sent = export(folder, format, "out")
    edit(folder, f"fr/{INTRODUCTION}", (TEXT, "retient la Conférence"))
    before = files_of(folder, "fr")
    said = fine(folder, "translate", "merge", SESSION, f"out/{sent.name}")
    assert "0 taken, 97 unchanged, 0 refused" in said
    assert files_of(folder, "fr") == before


@pytest.mark.parametrize("format", ["xliff", "xliff2", "po"])
def test_two_translators_one_after_the_other(folder: Path, format: str) -> None:
    first, second = export(folder, format, "a"), export(folder, format, "b")
    retype(first, TEXT, "retient la Conférence")
    retype(second, TEXT, "intéresse la Conférence")
    fine(folder, "translate", "merge", SESSION, f"a/{first.name}")
    done = run(folder, "translate", "merge", SESSION, f"b/{second.name}")
    assert done.returncode == 1
    assert "its text here was changed since it was sent" in done.stderr
    text = files_of(folder, "fr")[INTRODUCTION].decode()
    assert "retient la" in text
    assert "# another translation: La question" in text
    assert "intéresse la Conférence" in text
    again = run(
        folder, "translate", "merge", SESSION, f"a/{first.name}", f"b/{second.name}"
    )
    assert again.returncode == 1
    assert files_of(folder, "fr")[INTRODUCTION].decode() == text


def test_a_passage_that_comes_back_changed_is_stale(folder: Path) -> None:
    path = folder / f"sessions/{SESSION}/en/{INTRODUCTION}"
    whole = path.read_text("utf-8")
    gone = re.sub(r"  - id: intro-review\n(?:    .*\n)+", "", whole)
    path.write_text(gone, encoding="utf-8")
    fine(folder, "translate", "update", SESSION, "-l", "fr")
    changed = whole.replace("decided to continue", "decided to go on with")
    path.write_text(changed, encoding="utf-8")
    said = fine(folder, "translate", "update", SESSION, "-l", "fr")
    assert "put back (1): intro-review" in said
    assert "stale (1): intro-review" in said
    text = files_of(folder, "fr")[INTRODUCTION].decode()
    assert "decided to [-continue-]{+go on with+}" in " ".join(
        line.removeprefix("#! ") for line in text.splitlines()
    )


def test_a_translation_that_is_its_source_is_refused(folder: Path) -> None:
    sent = export(folder, "po", "out")
    text = sent.read_text("utf-8")
    found = re.search(r'msgctxt "intro-review"\nmsgid (.*)\nmsgstr (.*)\n', text)
    assert found
    sent.write_text(text.replace(found[2], found[1]), encoding="utf-8")
    done = run(folder, "translate", "merge", SESSION, f"out/{sent.name}")
    assert "`intro-review` was refused: it is the same as its source" in done.stderr


@pytest.mark.parametrize("format", ["xliff", "xliff2", "po"])
def test_what_went_out_and_does_not_come_back_is_named(
    folder: Path, format: str
) -> None:
    sent = export(folder, format, "out")
    text = sent.read_text("utf-8")
    unit = {
        "xliff": r'<trans-unit id="intro-review".*?</trans-unit>',
        "xliff2": r'<unit id="intro-review".*?</unit>',
        "po": r'(?:#[^\n]*\n)*msgctxt "intro-review"\n.*?\n\n',
    }[format]
    shorter = re.sub(unit, "", text, count=1, flags=re.S)
    assert shorter != text
    sent.write_text(shorter, encoding="utf-8")
    said = fine(folder, "translate", "merge", SESSION, f"out/{sent.name}")
    assert "fr: not in the file any more: intro-review\n" in said
    assert "0 taken, 96 unchanged, 0 refused" in said
