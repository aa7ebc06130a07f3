from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from policyviewer.cli.arguments import build_parser, count, scale, size, with_command, years
from policyviewer.domain.syntax import FORMS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018..2020", (2018, 2020)),
        ("2018..", (2018, None)),
        ("..2020", (None, 2020)),
        ("2019", (2019, 2019)),
    ],
)
def test_years_may_be_open(text: str, expected: tuple[int | None, int | None]):
    assert years(text) == expected


@pytest.mark.parametrize(
    ("convert", "text"),
    [(years, "去年"), (years, "1..2..3"), (size, "1366"), (size, "9x9"), (size, "99999x99999")],
)
def test_wrong_words_are_refused_in_chinese(convert, text: str):
    with pytest.raises(argparse.ArgumentTypeError):
        convert(text)


@pytest.mark.parametrize("text", ["0", "5", "nan", "大"])
def test_a_scale_has_bounds(text: str):
    with pytest.raises(argparse.ArgumentTypeError):
        scale(text)


@pytest.mark.parametrize("text", ["-1", "x", "9" * 10])
def test_a_count_is_a_count(text: str):
    with pytest.raises(argparse.ArgumentTypeError):
        count(text)


def test_options_stand_before_or_behind_the_command():
    parser = build_parser()
    before = parser.parse_args(["--json", "--home", "h", "documents"])
    behind = parser.parse_args(["documents", "--json", "--home", "h"])
    assert vars(before) == vars(behind)


@pytest.mark.parametrize("words", [["fly"], ["search", "--limit", "x"], ["show"], ["notes"]])
def test_wrong_usage_exits_with_two(words: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as caught:
        build_parser().parse_args(words)
    assert caught.value.code == 2
    assert "参数有误" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["fly"], "没有“fly”，可以是"),
        (["show"], "缺少文件[#条]"),
        (["documents", "--fast"], "不认识--fast"),
        (["search", "修路", "--in"], "--in：后面要有一个值"),
        (["search", "修路", "--year", "去年"], "--year：“去年”不是年份"),
    ],
)
def test_complaints_are_chinese(words: list[str], told: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        build_parser().parse_args(words)
    assert told in capsys.readouterr().err


def test_the_help_of_search_tells_what_can_be_typed(capsys):
    with pytest.raises(SystemExit):
        build_parser().parse_args(["search", "--help"])
    told = capsys.readouterr().out
    assert all(f"  {form.example}    {form.meaning}\n" in told for form in FORMS)


COMMANDS = ("search", "open", None)


def test_a_file_without_a_command_is_opened(tmp_path: Path):
    file = tmp_path / "甲.docx"
    file.touch()
    words = ["--home", str(tmp_path), "--quiet", str(file)]
    assert with_command(words, COMMANDS) == [*words[:3], "open", str(file)]


@pytest.mark.parametrize("words", [[], ["--quiet"], ["search", "x"], ["serch", "x"]])
def test_other_command_lines_stay_as_they_are(words: list[str]):
    assert with_command(words, COMMANDS) == words
