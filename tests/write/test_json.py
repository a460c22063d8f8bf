"""The tree as JSON: every node, only what is not empty, in a stable order."""

from __future__ import annotations

import json
from inspect import getmembers, isclass

from pytest_regressions.file_regression import FileRegressionFixture
from sample_document import BLOCKS, SAMPLE

from reportkit.document import nodes
from reportkit.write.json import TYPES, write_json


def test_every_node_has_a_name() -> None:
    classes = {
        member for _, member in getmembers(nodes, isclass) if hasattr(member, "_fields")
    }
    assert set(TYPES) == classes
    assert len(set(TYPES.values())) == len(TYPES)


def test_sample_tree(file_regression: FileRegressionFixture) -> None:
    short = SAMPLE._replace(blocks=(*BLOCKS[1:3], BLOCKS[7]), words=())
    text = write_json(short, {}).decode()
    file_regression.check(text, encoding="utf-8", extension=".json")


def test_tree_holds_every_text() -> None:
    read = json.loads(write_json(SAMPLE, {}))
    assert [block["type"] for block in read["blocks"][:2]] == ["heading", "paragraph"]
    assert len(read["blocks"]) == len(SAMPLE.blocks)
    assert read["blocks"][-1]["rows"][0][2] == {
        "type": "cell",
        "content": [{"type": "run", "text": "4"}],
        "figure": True,
    }


def test_empty_fields_are_left_out() -> None:
    read = json.loads(write_json(SAMPLE._replace(job=None, subtitle=()), {}))
    assert "job" not in read and "subtitle" not in read
    assert "language" not in read["masthead"]


def test_characters_stay_as_they_are() -> None:
    written = write_json(SAMPLE, {})
    assert "Организация" in written.decode()
    assert written == write_json(SAMPLE, {})
    assert written.endswith(b"}\n")
