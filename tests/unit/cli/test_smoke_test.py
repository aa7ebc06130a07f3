from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.cli import smoke_test

ROOT = Path(__file__).parents[3]


def test_the_program_proves_its_parts(cli, qapp, home: Path, tmp_path: Path):
    picture = tmp_path / "窗口.png"
    result = cli("--smoke-test", "--picture", picture, library=False)
    assert (result.status, result.err) == (0, "")
    assert result.out.splitlines()[-1] == "自检通过"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert not (home / "data" / "notes.sqlite").exists()


def test_a_part_that_fails_is_named(cli, home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(smoke_test, "_OF_SAMPLES", "这句话哪里也没有")
    result = cli("--smoke-test", library=False)
    assert result.status == 1
    assert "自检失败：读取文件" in result.err


@pytest.mark.parametrize("name", smoke_test._SAMPLES)
def test_the_samples_are_those_of_the_tests(name: str):
    sample = ROOT / "resources" / "samples" / name
    assert sample.read_bytes() == (ROOT / "tests" / "data" / "formats" / name).read_bytes()
