from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader


@pytest.fixture
def document(filled) -> str:
    return filled("documents", "--json").json[0]["id"]


def text_of(path: Path) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_document_becomes_a_pdf(qapp, filled, document: str, tmp_path: Path):
    result = filled("print", document, "--out", tmp_path / "甲.pdf", "--json")
    assert result.status == 0
    assert result.json["pages"] == len(PdfReader(tmp_path / "甲.pdf").pages)


def test_a_section_is_printed_alone(qapp, filled, document: str, tmp_path: Path):
    assert filled("print", f"{document}#main/l1_2", "--out", tmp_path / "节.pdf").status == 0
    assert text_of(tmp_path / "节.pdf").startswith("二、")


def test_notes_are_printed_behind_the_text(qapp, filled, document: str, tmp_path: Path):
    quote = filled("show", document, "--json").json["text"].strip()[:4]
    filled("notes", "add", document, "--quote", quote, "--text", "请财政局核对")
    filled("print", document, "--out", tmp_path / "批.pdf", "--notes", "end")
    assert "请财政局核对" in text_of(tmp_path / "批.pdf")


def test_a_folder_that_cannot_be_written_is_told(qapp, filled, document: str, tmp_path: Path):
    result = filled("print", document, "--out", tmp_path / "没有" / "甲.pdf")
    assert result.status == 1
    assert "无法写入" in result.err
