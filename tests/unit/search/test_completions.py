from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.domain.tasks import JobContext
from policyviewer.search import writer
from policyviewer.search.completions import Completions
from policyviewer.search.segments import open_segments

CTX = JobContext()


@pytest.fixture
def words(index: Path) -> Completions:
    return Completions(open_segments(index))


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("粮", "粮食"),
        ("-粮", "-粮食"),
        ("农田 粮", "农田 粮食"),
        ("标题:农", "标题:农业"),
        ("把粮食安", "把粮食安全"),
        ("“数字乡", "“数字乡村"),
        ("人民政", "人民政府"),
    ],
)
def test_the_word_being_typed_is_completed(words: Completions, typed: str, completed: str) -> None:
    assert completed in words.of(typed, 8)


@pytest.mark.parametrize("typed", ["", " ", "粮食，", "渔", "渔业粮", "\ud83d", "龘"])
def test_nothing_else_is_made_up(words: Completions, typed: str) -> None:
    assert words.of(typed, 8) == []


def test_the_most_frequent_come_first_and_parts_of_words_not_at_all(
    tmp_path: Path, make_provision
) -> None:
    texts = ("国务院部署。", "国务院要求。", "国家规定。")
    made = [make_provision(text, number, title="", path=()) for number, text in enumerate(texts)]
    writer.build(tmp_path / "index", made, CTX, len(made))
    assert Completions(open_segments(tmp_path / "index")).of("国", 8) == ["国务院", "国家"]
    assert Completions(open_segments(tmp_path / "index")).of("国", 1) == ["国务院"]


def test_words_of_headings_that_stand_in_no_text_are_left_out(
    tmp_path: Path, make_provision
) -> None:
    made = [
        make_provision("本意见自印发之日起施行。", title="关于渔业的意见", path=("第一章 渔业",))
    ]
    writer.build(tmp_path / "index", made, CTX, 1)
    assert Completions(open_segments(tmp_path / "index")).of("渔", 8) == []


def test_words_of_deleted_rows_are_gone(tmp_path: Path, make_provision) -> None:
    first = make_provision("发展渔业。", title="", path=())
    second = make_provision("发展渔场。", document="beta", title="", path=())
    folder = tmp_path / "index"
    writer.build(folder, [first, second], CTX, 2)
    writer.update(folder, [first.document], [], CTX)
    assert Completions(open_segments(folder)).of("渔", 8) == ["渔场"]


def test_several_folders_are_one_vocabulary(tmp_path: Path, index: Path, make_provision) -> None:
    made = [make_provision("粮仓粮库。", document="beta", title="", path=())]
    writer.build(tmp_path / "other", made, CTX, 1)
    found = Completions((*open_segments(index), *open_segments(tmp_path / "other"))).of("粮", 8)
    assert {"粮食", "粮仓"} <= set(found)
