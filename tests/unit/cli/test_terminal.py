from __future__ import annotations

import json

import pytest

from policyviewer.cli.terminal import Terminal, bar, padded, width
from policyviewer.domain.errors import UserError
from policyviewer.domain.tasks import Progress


def test_json_keeps_chinese_readable(capsys: pytest.CaptureFixture[str]):
    Terminal(as_json=True, quiet=False).json({"标题": "意见"})
    out = capsys.readouterr().out
    assert "意见" in out
    assert json.loads(out) == {"标题": "意见"}


def test_an_error_is_a_line_and_a_hint(capsys: pytest.CaptureFixture[str]):
    Terminal(as_json=False, quiet=False).error(UserError("读不出\n文件。", "换一个。"))
    assert capsys.readouterr().err == "读不出 文件。\n提示：换一个。\n"


def test_progress_is_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]):
    Terminal(as_json=False, quiet=False).context().step(1, 2, "意见.txt")
    assert capsys.readouterr() == ("", "")


def test_a_bar_shows_share_count_and_name():
    assert bar(Progress(1, 4, "意见.txt")) == "██████░░░░░░░░░░░░░░░░░░  25% 1/4 意见.txt"
    assert bar(Progress(7, 0, "意见.txt")) == "7 意见.txt"


def test_chinese_takes_two_columns():
    assert width("第1条") == 5
    assert padded("条", 4) == "条  "
