from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.cli.arguments import build_parser


def test_a_build_is_told_by_few_words():
    line = "pack build --from 政策 --out a.pvpack --since old.pvpack --as-of 2026-11-01"
    options = build_parser().parse_args(line.split())
    assert (options.source, options.since) == (Path("政策"), Path("old.pvpack"))
    assert (options.as_of, options.version_number, options.valid_days) == ("2026-11-01", None, 400)


@pytest.mark.parametrize(
    "line", ["pack", "pack build --out a", "pack install", "pack build --from a --out b --as-of x"]
)
def test_wrong_usage_is_told_in_chinese(line: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        build_parser().parse_args(line.split())
    assert left.value.code == 2
    assert "参数有误" in capsys.readouterr().err
