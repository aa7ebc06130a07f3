from __future__ import annotations

import pytest

from policyviewer.ui.commands import Command, ranked

COMMANDS = (
    Command("open", "导入文件", "文件", "Ctrl+O"),
    Command("split", "两份文件并排", "显示"),
    Command("undo", "恢复刚删除的批注", "批注", enabled=False),
    Command("note", "给选中文字写批注", "批注"),
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", ["open", "split", "note", "undo"]),
        ("文件", ["open", "split"]),
        ("drwj", ["open"]),
        ("bp", ["split"]),
        ("批注", ["note", "undo"]),
        ("批注 恢复", ["undo"]),
        ("显示", ["split"]),
        ("没有", []),
        ("qqqq", []),
        ("(", []),
    ],
)
def test_commands_are_found_by_words_initials_and_group(words: str, names: list[str]):
    assert [one.name for one in ranked(COMMANDS, words, ())] == names


def test_what_was_used_last_comes_first_but_not_before_what_can_be_used():
    assert [one.name for one in ranked(COMMANDS, "", ["note", "undo"])] == [
        "note",
        "open",
        "split",
        "undo",
    ]


def test_what_begins_with_the_words_comes_first():
    many = (
        Command("b", "关闭标签", "文件"),
        Command("a", "标签", "文件"),
    )
    assert [one.name for one in ranked(many, "标签", ())] == ["a", "b"]
