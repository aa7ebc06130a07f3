from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from policyviewer.app.compiled_parts import CompiledPiece
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.paper.compiled import CompiledWish
from policyviewer.ui.paper.compiled_files import write_compilation


@pytest.fixture
def wish(qtbot: QtBot, whole: CompiledPiece) -> CompiledWish:
    return CompiledWish("青山县政策汇编", (whole,), date(2026, 5, 1))


def test_a_pdf_has_the_pages_that_were_laid_out(wish: CompiledWish, tmp_path: Path):
    made = write_compilation(wish, tmp_path / "汇编.pdf", JobContext())
    assert len(PdfReader(tmp_path / "汇编.pdf").pages) == len(made.pages)


def test_a_word_document_can_be_opened(wish: CompiledWish, tmp_path: Path):
    write_compilation(wish, tmp_path / "汇编.DOCX", JobContext())
    assert docx.Document(str(tmp_path / "汇编.DOCX")).paragraphs


def test_another_format_is_refused(wish: CompiledWish, tmp_path: Path):
    with pytest.raises(UserError, match="不认识"):
        write_compilation(wish, tmp_path / "汇编.txt", JobContext())


def test_a_file_open_in_another_program_is_told_and_stays(
    wish: CompiledWish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use")  # as Windows says it

    (tmp_path / "汇编.docx").write_bytes(b"former")
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(StorageError, match="无法写入") as caught:
        write_compilation(wish, tmp_path / "汇编.docx", JobContext())
    assert "关掉正在使用它的程序" in caught.value.hint
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"former"]


def test_a_file_that_is_in_the_way_is_told_and_stays(wish: CompiledWish, tmp_path: Path):
    (tmp_path / "汇编.docx").mkdir()
    with pytest.raises(StorageError, match="无法写入"):
        write_compilation(wish, tmp_path / "汇编.docx", JobContext())
    assert [one.name for one in tmp_path.iterdir()] == ["汇编.docx"]
