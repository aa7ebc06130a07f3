from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


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


@pytest.fixture
def unpacked(tmp_path: Path, opinion: Path) -> Path:
    """Give a folder as an archive packed in China is unpacked on Linux: names are GBK bytes."""
    folder = tmp_path / "解压"
    folder.mkdir()
    text = opinion.read_text(encoding="utf-8")
    try:
        (folder / os.fsdecode(b"\xce\xc4\xbc\xfe.txt")).write_text(text, encoding="utf-8")
    except (OSError, ValueError):
        pytest.skip("names are text on this file system")
    (folder / os.fsdecode(b"\xbf\xd5.txt")).touch()
    (folder / os.fsdecode(b"\xff\xff.txt")).touch()
    (folder / "文件.txt").write_text(text.replace("蔬菜", "水果"), encoding="utf-8")
    return folder


TOLD = ["空.txt（GBK）", "\\udcff\\udcff.txt"]
"""Of the files that fail: a name in GBK, and one that is nothing at all."""


def test_names_in_gbk_stop_no_import_and_are_readable(cli, unpacked: Path):
    result = cli("import", unpacked, "--json")
    assert (result.status, result.json["imported"]) == (1, 2)
    sources = {Path(one["source"]).name for one in result.json["documents"]}
    assert sources == {"文件.txt（GBK）", "文件.txt"}
    assert [Path(one["source"]).name for one in result.json["failed"]] == TOLD
    assert [one["reason"] for one in result.json["failed"]] == [f"“{n}”是空文件。" for n in TOLD]
    assert {Path(one["source"]).name for one in cli("documents", "--json").json} == sources
    (hit, *_more) = cli("search", "蔬菜产业", "--json").json["hits"]
    assert hit["document"]["source"] == f"{unpacked}/文件.txt（GBK）"


def test_two_files_of_one_name_in_two_encodings_stay_two(cli, unpacked: Path):
    cli("import", unpacked)
    again = cli("import", unpacked, "--json").json
    assert (again["imported"], again["updated"], again["unchanged"]) == (0, 0, 2)


def test_a_changed_file_of_a_name_in_gbk_is_updated(cli, unpacked: Path, opinion: Path):
    cli("import", unpacked)
    changed = opinion.read_text(encoding="utf-8").replace("蔬菜", "茶叶")
    (unpacked / os.fsdecode(b"\xce\xc4\xbc\xfe.txt")).write_text(changed, encoding="utf-8")
    again = cli("import", unpacked, "--json").json
    assert (again["imported"], again["updated"], again["unchanged"]) == (0, 1, 1)


def test_failures_with_names_in_gbk_are_told_to_people(cli, unpacked: Path):
    result = cli("import", unpacked)
    assert "新导入 2 份" in result.out
    for name in TOLD:
        assert f"{unpacked}/{name}：“{name}”是空文件。" in result.err


def test_names_in_gbk_are_readable_without_importing(cli, unpacked: Path):
    outlines = cli("outline", unpacked, "--json")
    sources = {Path(json.loads(line)["source"]).name for line in outlines.out.splitlines()}
    assert sources == {"文件.txt（GBK）", "文件.txt"}
    assert all(f"{unpacked}/{name}：" in outlines.err for name in TOLD)
    named = unpacked / os.fsdecode(b"\xce\xc4\xbc\xfe.txt")
    checked = cli("check", named, unpacked / "文件.txt", "--json").out.splitlines()
    assert json.loads(checked[0])["source"] == f"{unpacked}/文件.txt（GBK）"


def test_the_program_itself_lives_with_names_in_gbk(tmp_path: Path, unpacked: Path):
    """The library lies in such a folder too, and what it cannot name is written out."""
    places = ["--home", tmp_path / "home", "--library", unpacked / os.fsdecode(b"\xbf\xe2")]
    command = [sys.executable, "-m", "policyviewer", *places]
    done = subprocess.run(
        [*command, "import", unpacked / "文件.txt"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    missing = subprocess.run([*command, "show", b"\xce\xc4"], capture_output=True, check=False)
    assert missing.returncode == 1
    assert "文库里没有“\\udcce\\udcc4”" in missing.stderr.decode()


def test_a_table_of_a_text_is_kept_through_the_import(cli, opinion: Path):
    listed = opinion.with_name("任务.txt")
    listed.write_text(
        "关于做好有关工作的通知\n一、任务\n序号\t任务\t单位\n1\t修路\t交通局\n2\t修渠\t水务局\n二、要求\n",
        encoding="utf-8",
    )
    shape = cli("outline", listed, "--json").json
    assert [node["class"] for node in shape["nodes"]] == ["L1", "table", "L1"]
    cells = [shape["text"][one["start"] : one["end"]] for one in shape["tables"][0]["cells"]]
    assert cells[3:6] == ["1", "修路", "交通局"]
    cli("import", listed)
    shown = cli("show", "有关工作#main/l1_1/table_1", "--json").json
    assert shown["text"].startswith("序号")


def test_old_editions_are_listed_and_shown(filled, opinion: Path):
    document = filled("documents", "--json").json[0]["id"]
    old = opinion.read_text(encoding="utf-8")
    opinion.write_text(old.replace("蔬菜", "茶叶"), encoding="utf-8")
    filled("import", opinion)
    editions = filled("show", document, "--editions", "--json").json
    assert [(one["version"], one["present"]) for one in editions] == [(1, False), (2, True)]
    assert "现在显示的一版" in filled("show", document, "--editions").out
    assert "茶叶" in filled("show", document).out
    assert "蔬菜" in filled("show", document, "--edition", 1).out
    assert filled("show", document, "--edition", 7).status == 1


def test_an_import_tells_what_it_recognised(cli, opinion: Path):
    (told,) = cli("import", opinion, "--json").json["documents"]
    assert told["levels"]
    assert told["version"] == 1
    assert told["present"]


def test_an_import_tells_people_of_skipped_files_and_damage(filled, opinion: Path, tmp_path: Path):
    copy = tmp_path / "另存.txt"
    copy.write_text(opinion.read_text(encoding="utf-8").replace("\n", "\n\n"), encoding="utf-8")
    assert "内容相同，没有重复导入" in filled("import", copy).out
    gaps = tmp_path / "缺号.txt"
    gaps.write_text("关于修路的通知\n一、修路。\n三、架桥。\n", encoding="utf-8")
    assert "疑似缺损" in filled("import", gaps).out


def test_tables_are_listed_and_written(cli, tmp_path: Path):
    path = tmp_path / "表.txt"
    path.write_text(
        "关于修路的通知\n一、如下表。\n序号\t名称\t备注\n1\t石桥\t好\n2\t土路\t坏\n",
        encoding="utf-8",
    )
    cli("import", path)
    (table,) = cli("tables", "关于修路的通知", "--json").json
    assert table["rows"] == [["序号", "名称", "备注"], ["1", "石桥", "好"], ["2", "土路", "坏"]]
    assert "共 1 个表格" in cli("tables", "关于修路的通知").out
    out = tmp_path / "表.xlsx"
    assert cli("tables", "关于修路的通知", "--out", out, "--json").json["tables"] == 1
    assert out.read_bytes().startswith(b"PK")
