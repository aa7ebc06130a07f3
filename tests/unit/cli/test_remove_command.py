from __future__ import annotations

import pytest


@pytest.fixture
def document(filled) -> str:
    return filled("documents", "--json").json[0]["id"]


def test_a_document_is_taken_out_listed_and_put_back(filled, document: str):
    assert filled("remove", document, "--json").json == {"documents": [document]}
    assert filled("documents", "--json").json == []
    assert filled("search", "蔬菜", "--json").json["total"] == 0
    (listed,) = filled("remove", "--json").json
    assert listed["id"] == document
    assert "共 1 份移出的文件" in filled("remove").out
    assert "已放回 1 份文件" in filled("remove", "--back", listed["title"][:4]).out
    assert filled("documents", "--json").json[0]["id"] == document


def test_what_is_deleted_for_good_is_gone(filled, document: str):
    filled("remove", document)
    assert "已彻底删除 1 份文件" in filled("remove", "--for-good").out
    assert filled("remove", "--json").json == []
    assert filled("show", document).status == 1


def test_what_was_not_taken_out_is_told(filled, document: str):
    result = filled("remove", "--back", document)
    assert (result.status, "移出的文件里没有" in result.err) == (1, True)
