from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
import python_calamine

from policyviewer.app.results_export import export_results, heading, word_document
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.queries import (
    Expansion,
    IndexedProvision,
    SearchFilter,
    SearchPage,
    SearchQuery,
)
from policyviewer.search import scan

TODAY = date(2026, 5, 1)
NONE: tuple[str, ...] = ()


def unit(number: int, text: str, title: str = "某法") -> IndexedProvision:
    about = (
        DocumentId(title),
        title,
        f"{title}.txt",
        f"art_{number}",
        f"第{number}条",
        ("第一章",),
    )
    return IndexedProvision(*about, f"《{title}》第{number}条", 0, text, text, number)


UNITS = [unit(1, "粮食安全，粮食储备。"), unit(2, "=粮食\x07 办法"), unit(1, "粮食。", "乙办法")]


def ask(text: str = "粮食", **more: object) -> SearchPage:
    return scan.search(UNITS, SearchQuery(text, **more))  # type: ignore[arg-type]


def test_hits_are_rows_of_a_workbook(tmp_path: Path) -> None:
    out = tmp_path / "结果.xlsx"
    assert export_results(ask(), out, TODAY) == 3
    rows = python_calamine.load_workbook(out).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "检索：粮食"
    assert rows[1][0] == "共 3 条。导出日期：2026-05-01"
    assert rows[2] == ["序号", "文件", "条款", "位置", "内容"]
    table = {row[2]: row[4] for row in rows[3:]}
    assert table["《某法》第1条"] == "粮食安全，粮食储备。"
    assert str(table["《某法》第2条"]).startswith("=粮食")


def test_hits_are_paragraphs_of_a_word_document_with_what_was_found_in_bold() -> None:
    made = docx.Document(io.BytesIO(word_document(ask(), heading(ask(), TODAY))))
    texts = [one.text for one in made.paragraphs]
    assert texts[:2] == ["检索结果", "检索：粮食"]
    assert {"某法", "乙办法"} <= set(texts)
    (line,) = [one for one in made.paragraphs if one.text == "粮食安全，粮食储备。"]
    assert [(run.text, run.bold) for run in line.runs] == [
        *(("粮食", True), ("安全，", False), ("粮食", True), ("储备。", False)),
    ]


def test_the_head_tells_by_what_the_search_was_widened() -> None:
    widened = (Expansion("粮食", ("粮", "粮储")), Expansion("重庆", ("渝",)))
    asked, _ = heading(ask(widened=widened), TODAY)
    assert asked == "检索：粮食；“粮食”也按“粮”“粮储”检索"


def test_the_head_tells_all_conditions() -> None:
    wanted = SearchFilter(
        issuers=("国务院",), kinds=("意见", "通知"), statuses=("in-force",), years=(2018, None),
        levels=("state",), documents=(DocumentId("某法"),),
    )  # fmt: skip
    asked, _ = heading(ask(wanted=wanted, within=("安全",)), TODAY)
    assert asked == (
        "检索：粮食；在“安全”的结果中；机关：国务院；层级：国家；年份：2018 年以来；"
        "文种：意见、通知；效力：现行有效；限于 1 份文件"
    )


def test_a_part_of_the_hits_is_told_as_such() -> None:
    assert "共 3 条，列出前 1 条。" in heading(ask(limit=1), TODAY)[1]


def test_the_format_must_be_known(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.pdf"):
        export_results(ask(), tmp_path / "a.pdf")


def test_nothing_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有可以导出的结果"):
        export_results(ask("量子"), tmp_path / "a.docx")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="无法写入"):
        export_results(ask(), tmp_path / "没有" / "a.docx", TODAY)
