"""The report of another body, printed by LibreOffice and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.published.commission import commission_report
from tests.published.published_lines import counted, layout_of, read, seen


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_no_paragraph_of_another_body_is_lost(tmp_path: Path, seed: int) -> None:
    report = commission_report(seed=seed)
    file = tmp_path / "report.fodt"
    file.write_text(report.file, encoding="utf-8")
    published, problems = read(layout_of(file, tmp_path))
    lines = seen(published)
    masthead = sorted(line for line in report.lines if line.kind == "masthead")
    others = [line for line in report.lines if line.kind != "masthead"]
    assert lines == [*masthead, *others]
    assert counted(published) == published.size
    assert not problems
