"""Final reports with amendments that meet: in one language, beside merged passages."""

from __future__ import annotations

from pathlib import Path

from tests.workspaces import copy_samples, run


def built(folder: Path, code: str) -> str:
    done = run(folder, "build", "ctoc-wg-2017", "-d", "final", "-l", code, "-f", "txt")
    assert done.returncode == 0, done.stderr
    path = folder / "build/ctoc-wg-2017" / code / "final.txt"
    return " ".join(path.read_text(encoding="utf-8").split())


def amended(tmp_path: Path, *words: str) -> Path:
    folder = copy_samples(tmp_path / "w", "ctoc-wg-2017")
    done = run(folder, "amend", "ctoc-wg-2017", *words, "--adopted", "-l", "fr")
    assert done.returncode == 0, done.stderr
    return folder


def test_a_derived_passage_gets_the_words_of_one_language(tmp_path: Path) -> None:
    new = "Le Groupe de travail a longuement examiné le point 2."
    folder = amended(tmp_path, "opening-transfer", "replace", new)
    assert new in built(folder, "fr")
    assert "considered agenda item 2" in built(folder, "en")


def test_words_change_in_a_translation_as_amended(tmp_path: Path) -> None:
    """a7 gave the passage another French text; these words stand in both."""
    change = "s/des prestataires de services/des fournisseurs de services/"
    folder = amended(tmp_path, "rec-e-evidence-training", change)
    text = built(folder, "fr")
    assert "souhaitera peut-être inviter le Secrétariat" in text
    assert "des représentants des fournisseurs de services" in text


def test_a_passage_put_in_beside_one_that_is_merged(tmp_path: Path) -> None:
    """a2 merges ca-networks into another; what was put after it is not lost."""
    folder = copy_samples(tmp_path / "w", "ctoc-wg-2017")
    new = "Some speakers called for a common register."
    change = ("ca-networks", "insert", new, "--adopted")
    done = run(folder, "amend", "ctoc-wg-2017", *change)
    assert done.returncode == 0, done.stderr
    text = built(folder, "en")
    assert (
        text.index("share a post") < text.index(new) < text.index("Many speakers reg")
    )
