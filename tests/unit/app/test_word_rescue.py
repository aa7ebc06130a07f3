from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.app.paths import AppPaths
from policyviewer.app.word_rescue import WordRescue, folders_for_words


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """Give a folder that cannot be made."""
    (tmp_path / "file").touch()
    return tmp_path / "file" / "x"


def test_words_are_written_where_there_is_room(blocked: Path, tmp_path: Path):
    rescue = WordRescue([blocked, tmp_path / "y"])
    rescue.begin("n1", "核实", "第三条")
    kept = rescue.keep("n1")
    assert kept is not None
    assert kept.parent == tmp_path / "y"
    assert kept.read_text("utf-8") == "第三条\n\n核实\n"


def test_one_note_has_one_file_with_its_last_words(tmp_path: Path):
    rescue = WordRescue([tmp_path])
    for words in ("核实", "核实完"):
        rescue.begin("n1", words, "")
        rescue.keep("n1")
    (kept,) = tmp_path.iterdir()
    assert "核实完" in kept.read_text("utf-8")


def test_words_of_an_earlier_run_are_not_written_over(tmp_path: Path):
    for words in ("昨天写的", "今天写的"):
        rescue = WordRescue([tmp_path])
        rescue.begin("n1", words, "")
        rescue.keep("n1")
        rescue.keep_all()
    assert sorted(one.read_text("utf-8").strip() for one in tmp_path.iterdir()) == [
        "今天写的",
        "昨天写的",
    ]


def test_notes_of_other_programs_are_rescued_too(tmp_path: Path):
    """Their ids are addresses, which begin alike."""
    rescue = WordRescue([tmp_path])
    for number in range(2):
        rescue.begin(f"https://notes.example/{number}", str(number), "")
    assert len(set(rescue.keep_all())) == len(list(tmp_path.iterdir())) == 2


def test_words_that_are_stored_after_all_need_no_file(tmp_path: Path):
    rescue = WordRescue([tmp_path])
    rescue.begin("n1", "核实", "")
    rescue.keep("n1")
    rescue.stored("n1", "旧")
    assert len(list(tmp_path.iterdir())) == 1
    rescue.stored("n1", "核实")
    assert list(tmp_path.iterdir()) == rescue.keep_all() == []


def test_at_the_end_all_that_waits_is_written_and_the_next_run_finds_it(tmp_path: Path):
    rescue = WordRescue([tmp_path])
    for name in ("n1", "n2", "n3"):
        rescue.begin(name, name, "")
    rescue.stored("n2", "n2")
    files = rescue.keep_all()
    assert rescue.left() == []
    assert WordRescue([tmp_path]).left() == sorted(files)
    assert len(files) == 2


def test_where_there_is_no_room_at_all_nothing_is_said_to_be_kept(blocked: Path):
    rescue = WordRescue([blocked])
    assert rescue.keep("n1") is None
    rescue.begin("n1", "核实", "")
    assert rescue.keep("n1") is None
    assert rescue.left() == []


def test_half_a_file_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    full = Path.write_text

    def half(path: Path, text: str, **options: str) -> int:
        if path.parent.name == "full":
            full(path, text[:2], **options)
            raise OSError("no space left")
        return full(path, text, **options)

    monkeypatch.setattr(Path, "write_text", half)
    rescue = WordRescue([tmp_path / "full", tmp_path / "free"])
    rescue.begin("n1", "核实", "")
    assert rescue.keep("n1") is not None
    assert list((tmp_path / "full").iterdir()) == []


def test_the_first_place_is_beside_the_notes(tmp_path: Path):
    paths = AppPaths.under(tmp_path)
    assert folders_for_words(paths)[0] == paths.data / "rescue"
