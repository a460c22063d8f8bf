"""XLIFF in the tools of others: what they read, and what they give back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from reportkit.translate.units import Returned
from reportkit.translate.xliff12 import export_xliff12, read_xliff12
from reportkit.translate.xliff21 import export_xliff21
from tests.translate.bundles import FRENCH

PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>EN-GB</source_lang><target_lang>FR-FR</target_lang>
<sentence_seg>false</sentence_seg></project></omegat>"""
MEMORY = """<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header
creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
adminlang="EN-GB" srclang="EN-GB" datatype="plaintext"/><body/></tmx>"""
# What a translator types there, tags as OmegaT shows them.
TYPED = {
    "A first sentence.": "Une première phrase.",
    "And <x0/>.": "Et <x0/>, voilà.",
    "La <g0>présidence</g0> a ouvert la session.": "<g0>Elle</g0> a ouvert la session.",
    "Deux choses.": "Deux choses & <non> trois.",
}


@pytest.mark.parametrize(
    ("module", "store", "data"),
    (
        ("xliff", "xlifffile", export_xliff12(FRENCH)),
        ("xliff2", "Xliff2File", export_xliff21(FRENCH)),
    ),
    ids=("1.2", "2.1"),
)
def test_translate_toolkit_reads_every_sentence(
    module: str, store: str, data: bytes
) -> None:
    storage = pytest.importorskip(f"translate.storage.{module}")
    units = getattr(storage, store).parsestring(data).units
    pairs = [(str(unit.source), str(unit.target)) for unit in units]
    assert ("One thing. Another thing.", "Deux choses.") in pairs
    assert ("Adopted.", "Adopté.") in pairs
    text = " ".join(source for source, _ in pairs)
    assert "A first sentence." in text and "It met 9 times." in text


def memory() -> bytes:
    """What was typed, as OmegaT keeps it."""
    root = etree.fromstring(MEMORY.encode())
    for pair in TYPED.items():
        unit = etree.SubElement(root[1], "tu")
        for language, text in zip(("EN-GB", "FR-FR"), pair, strict=True):
            name = "{http://www.w3.org/XML/1998/namespace}lang"
            variant = etree.SubElement(unit, "tuv", {name: language})
            etree.SubElement(variant, "seg").text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def by_omegat(data: bytes, folder: Path) -> bytes:
    """A file as OmegaT writes it with what was typed."""
    project = folder / "project"
    names = ("source", "target", "tm", "glossary", "dictionary", "omegat")
    for name in names:
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (project / "omegat" / "project_save.tmx").write_bytes(memory())
    (project / "source" / "a.xlf").write_bytes(data)
    settings = f"--config-dir={folder / 'settings'}"
    command = ("omegat", "--mode=console-translate", settings, str(project))
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (project / "target" / "a.xlf").read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("omegat"), reason="OmegaT is not installed")
def test_what_is_translated_in_omegat_comes_back(tmp_path: Path) -> None:
    sent = export_xliff12(FRENCH)
    data = by_omegat(sent, tmp_path)
    result, problems = read_xliff12(data, "a.xlf")
    before, _ = read_xliff12(sent, "a.xlf")
    assert result is not None and before is not None
    assert problems == ()
    assert [each.source for each in result.units] == [
        each.source for each in before.units
    ]
    opening, missing, merged, *others = result.units
    assert opening.target == (
        "*Elle* a ouvert la session. Voir {ref: intro; case: dat} et {note: n1}."
        " C’était la 3^e^."
    )
    translated = "Une première phrase. Et {states: DZA ARG}, voilà."
    assert missing[2:4] == (translated, "")
    assert merged.target == "Deux choses & <non> trois."
    assert others == list(before.units[3:])
    assert all(isinstance(each, Returned) for each in others)
