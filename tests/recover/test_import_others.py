"""A report of another shape as a session: it is printed again as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.published.commission import commission_report
from tests.published.published_lines import layout_of
from tests.recover.imported import differing, imported


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_another_body_s_report_is_printed_again(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "report.fodt"
    file.write_text(commission_report(seed=seed).file, encoding="utf-8")
    got = imported(layout_of(file, tmp_path), "en")
    assert differing(got) == ([], [])
    assert not got.differences.elsewhere
    assert not got.differences.relabelled
