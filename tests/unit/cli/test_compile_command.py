from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pypdf import PdfReader


@pytest.fixture
def document(filled) -> str:
    return filled("documents", "--json").json[0]["id"]


def test_parts_become_a_word_document(qapp, filled, document: str, tmp_path: Path):
    out = tmp_path / "汇编.docx"
    result = filled(
        "compile", f"{document}#main/l1_2", document, "--out", out, "--title", "蔬菜政策汇编"
    )
    assert result.status == 0
    words = [one.text for one in docx.Document(str(out)).paragraphs]
    assert words[0] == "蔬菜政策汇编"
    assert any(one.startswith("二、主要任务") for one in words)


def test_parts_become_a_pdf_with_bookmarks(qapp, filled, document: str, tmp_path: Path):
    out = tmp_path / "汇编.pdf"
    result = filled("compile", f"{document}#main/l1_2", document, "--out", out, "--json")
    assert result.json["pages"] == len(PdfReader(out).pages)
    assert len(result.json["parts"]) == 2
    assert PdfReader(out).outline


def test_headings_of_ones_own_stand_between_the_parts(qapp, filled, document: str, tmp_path: Path):
    out = tmp_path / "汇编.docx"
    result = filled("compile", "=一、县级政策", document, "--out", out)
    assert "已把 1 部分编成" in result.out
    headings = [
        one.text for one in docx.Document(str(out)).paragraphs if "Heading 1" in one.style.name
    ]
    assert headings == ["一、县级政策"]


def test_headings_alone_are_no_compilation(qapp, filled, tmp_path: Path):
    result = filled("compile", "=一、县级政策", "--out", tmp_path / "汇编.docx")
    assert result.status == 1
    assert "还没有内容" in result.err


def test_another_format_is_refused(qapp, filled, document: str, tmp_path: Path):
    result = filled("compile", document, "--out", tmp_path / "汇编.txt")
    assert result.status == 1
    assert ".docx" in result.err


def test_an_unknown_provision_is_told_and_nothing_is_written(
    qapp, filled, document: str, tmp_path: Path
):
    result = filled("compile", f"{document}#art_99", "--out", tmp_path / "汇编.docx")
    assert result.status == 1
    assert not (tmp_path / "汇编.docx").exists()
