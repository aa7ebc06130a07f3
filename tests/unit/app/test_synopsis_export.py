from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.laws import BODIES, law

from policyviewer.app.comparing import Compared, Side, compared
from policyviewer.app.synopsis_export import FORMATS, export_synopsis
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.structure import parse


def made(*bodies: str) -> Compared:
    return compared(*(Side("条例", parse(law(*one))) for one in (BODIES, bodies)))


@pytest.mark.parametrize("ending", FORMATS)
def test_a_comparison_is_written_in_every_format(tmp_path: Path, ending: str):
    out = tmp_path / f"对照表{ending}"
    assert export_synopsis(made(*BODIES[1:]), out) == 8
    assert out.stat().st_size > 1000


def test_an_unknown_format_is_refused_and_nothing_is_written(tmp_path: Path):
    with pytest.raises(UserError, match="不认识"):
        export_synopsis(made(*BODIES), tmp_path / "对照表.pdf")
    assert list(tmp_path.iterdir()) == []


def test_without_changes_there_is_nothing_to_write(tmp_path: Path):
    with pytest.raises(UserError, match="完全相同"):
        export_synopsis(made(*BODIES), tmp_path / "表.docx", only_changes=True)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(StorageError):
        export_synopsis(made(*BODIES), tmp_path / "无" / "表.html")
