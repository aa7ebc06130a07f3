from __future__ import annotations


def test_the_newest_document_stands_first_and_each_in_the_order_of_its_text(filled, tmp_path):
    other = tmp_path / "通知.txt"
    other.write_text("青山县关于修路的通知\n各乡镇：\n一、修路。全县修路。\n", "utf-8")
    assert filled("import", other).status == 0
    for document, quote in (("蔬菜产业", "合作社"), ("修路", "全县修路"), ("蔬菜产业", "三万亩")):
        filled("notes", "add", document, "--quote", quote)
    listed = filled("notes", "list", "--json").json
    assert [one["quote"] for one in listed] == ["三万亩", "合作社", "全县修路"]


def test_an_unknown_document_is_told(filled):
    assert "文库里没有" in filled("notes", "list", "--document", "没有的文件").err
