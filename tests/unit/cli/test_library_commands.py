from __future__ import annotations

import json
from pathlib import Path


def test_import_tells_what_it_did(cli, opinion: Path):
    report = cli("import", opinion, "--json").json
    assert (report["imported"], report["failed"]) == (1, [])
    assert report["documents"][0]["title"] == "青山县人民政府关于加快蔬菜产业发展的实施意见"


def test_importing_again_changes_nothing(filled, opinion: Path):
    assert filled("import", opinion, "--json").json["unchanged"] == 1


def test_a_failed_file_gives_status_one_and_the_others_are_imported(cli, opinion: Path):
    (opinion.parent / "空.txt").touch()
    result = cli("import", opinion, opinion.parent / "空.txt", opinion.parent / "无.txt", "--json")
    assert result.status == 1
    assert result.json["imported"] == 1
    assert len(result.json["failed"]) == 2
    assert "空.txt" in result.err


def test_documents_are_listed(filled):
    (document,) = filled("documents", "--json").json
    assert document["written"] == "2026-03-05"
    assert document["kind"] == "意见"
    assert document["provisions"] > 4


def test_the_bundled_library_is_there_without_importing(cli):
    listed = cli("documents", "--json", library=False).json
    assert [one["id"] for one in listed] == ["regional-coordination", "manual"]


def test_an_outline_needs_no_import(cli, opinion: Path):
    shape = cli("outline", opinion, "--json").json
    assert [node["marker"] for node in shape["nodes"]] == [
        "一、", "（一）", "（二）", "二、", "（一）", "（二）",
    ]  # fmt: skip
    assert cli("documents", "--json").json == []


def test_several_outlines_are_a_line_each(cli, opinion: Path):
    copy = opinion.with_name("又一份.txt")
    copy.write_text("关于修路的通知\n一、修路。\n", encoding="utf-8")
    lines = cli("outline", opinion, copy, "--json").out.splitlines()
    assert [json.loads(line)["source"] for line in lines] == [str(opinion), str(copy)]


def test_an_outline_for_people_is_indented(cli, opinion: Path):
    assert "\n    （一）指导思想" in cli("outline", opinion).out


def test_a_provision_is_shown_with_its_citation(filled):
    shown = filled("show", "蔬菜产业#main/l1_1/l2_2", "--json").json
    assert "三万亩" in shown["text"]
    assert shown["provision"] == "main/l1_1/l2_2"
    assert shown["citation"].startswith("《青山县人民政府关于加快蔬菜产业发展的实施意见》")


def test_a_whole_document_is_shown(filled, opinion: Path):
    shown = filled("show", "蔬菜产业", "--json").json
    assert shown["text"] == opinion.read_text(encoding="utf-8")
    assert shown["provision"] is None


def test_an_unknown_provision_is_told(filled):
    result = filled("show", "蔬菜产业#main/l1_9")
    assert result.status == 1
    assert "main/l1_9" in result.err


def test_damage_is_found_in_files_and_in_documents(filled, opinion: Path):
    in_file = filled("check", opinion, "--json").json
    in_library = filled("check", "蔬菜产业", "--json").json
    assert in_file == in_library
    assert ("masked", "*", "政") in {
        (one["code"], one["text"], one["suggestion"]) for one in in_file
    }


def test_several_checks_name_their_source(cli, opinion: Path):
    lines = cli("check", opinion, opinion, "--json").out.splitlines()
    assert all(json.loads(line)["source"] == str(opinion) for line in lines)


def test_references_say_where_they_lead(cli, opinion: Path):
    notice = opinion.with_name("通知.txt")
    notice.write_text(
        "关于做好有关工作的通知\n"
        "一、按照《青山县人民政府关于加快蔬菜产业发展的实施意见》第一条和《甲办法》执行。\n"
        "二、前款所列。\n",
        encoding="utf-8",
    )
    cli("import", opinion, notice)
    led = cli("references", "有关工作", "--json").json
    assert [(one["text"][-4:], one["provision"]) for one in led] == [
        ("》第一条", "main/l1_1"),
        ("甲办法》", None),
        ("前款", None),
    ]
    assert led[0]["document"] is not None
    assert "共 3 处引用，2 处在文库中找不到" in cli("references", "有关工作").out
