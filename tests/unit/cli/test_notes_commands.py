from __future__ import annotations


def test_a_note_is_kept_and_listed(filled):
    made = filled(
        "notes", "add", "蔬菜产业#main/l1_1/l2_2", "--quote", "三万亩", "--text", "核实",
        "--tag", "农业", "--json",
    ).json  # fmt: skip
    (listed,) = filled("notes", "list", "--json").json
    assert listed == made
    assert listed["citation"].startswith("《")
    assert (listed["quote"], listed["note"], listed["tags"], listed["state"]) == (
        "三万亩", "核实", ["农业"], "in-place",
    )  # fmt: skip


def test_words_that_are_not_there_are_refused(filled):
    result = filled("notes", "add", "蔬菜产业", "--quote", "没有的话")
    assert result.status == 1
    assert filled("notes", "list", "--json").json == []


def test_a_bookmark_is_listed_among_both(filled):
    filled("bookmarks", "add", "蔬菜产业#二、")
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩")
    assert len(filled("bookmarks", "list", "--json").json) == 1
    assert len(filled("notes", "list", "--json").json) == 2


def test_notes_whose_document_is_gone_are_listed(filled, tmp_path):
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩")
    (listed,) = filled(
        "notes", "list", "--library", tmp_path / "other", "--json", library=False
    ).json
    assert (listed["quote"], listed["state"]) == ("三万亩", "text-deleted")


def test_notes_for_people_are_counted(filled):
    assert "共 0 条" in filled("notes", "list").out


def test_notes_are_written_into_a_file_and_taken_in_once(filled, tmp_path):
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩", "--tag", "农业")
    filled("notes", "add", "蔬菜产业", "--quote", "绿色发展")
    package = tmp_path / "批注.pvnotes"
    assert filled("notes", "export", package, "--tag", "农业", "--json").json["exported"] == 1
    assert filled("notes", "export", package, "--document", "蔬菜产业", "--json").json == {
        "exported": 2,
        "file": str(package),
    }
    assert "2 条本来就有" in filled("notes", "import", package).out
    assert filled("notes", "import", package, "--json").json == {
        "new": 0,
        "changed": 0,
        "conflicting": 0,
        "known": 2,
        "trashed": 0,
        "unreadable": 0,
    }


def test_a_file_that_is_no_package_is_refused(filled, tmp_path):
    path = tmp_path / "x.pvnotes"
    path.write_text("no package")
    result = filled("notes", "import", path)
    assert result.status == 1
    assert "不能导入" in result.err


def test_an_import_tells_what_became_of_the_notes(filled, opinion):
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩")
    filled("notes", "add", "蔬菜产业", "--quote", "绿色发展")
    opinion.write_text(opinion.read_text("utf-8").replace("三万亩", "五万亩"), "utf-8")
    told = filled("import", opinion, "--json").json["notes"]
    assert told == {"in-place": 1, "moved": 0, "text-changed": 1, "text-deleted": 0}
    assert {one["state"] for one in filled("notes", "list", "--json").json} == {
        "in-place",
        "text-changed",
    }


def test_notes_are_chosen_by_what_they_have(filled):
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩", "--text", "核实", "--tag", "农业")
    filled("notes", "add", "蔬菜产业", "--quote", "绿色发展", "--text", "问县领导")
    filled("bookmarks", "add", "蔬菜产业#二、")

    def quotes(*options: str) -> list[str]:
        return [one["quote"][:4] for one in filled("notes", "list", *options, "--json").json]

    assert quotes("--tag", "农业") == ["三万亩"]
    assert quotes("--words", "领导") == ["绿色发展"]
    assert quotes("--kind", "note", "--document", "蔬菜产业") == ["绿色发展", "三万亩"]
    assert quotes("--until", "2000-01-01") == quotes("--author", "nobody") == []
    assert len(quotes("--state", "in-place", "--since", "2000-01-01")) == 3


def test_marked_clauses_are_read_together(filled):
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩", "--text", "核实")
    (clause,) = filled("notes", "read", "--json").json
    (mark,) = clause["notes"]
    assert clause["text"][mark["start"] : mark["end"]] == "三万亩"
    assert "发展目标" in filled("notes", "read").out
    assert filled("notes", "read", "--tag", "没有").status == 1


def test_notes_are_counted_by_document(filled):
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩", "--text", "核实")
    everything, document = filled("notes", "stats", "--json").json
    assert (everything["total"], document["kinds"]) == (1, {"note": 1})
    assert "共 1 条，1 份文件" in filled("notes", "stats").out


def test_a_note_tells_what_it_said_before(filled):
    made = filled("notes", "add", "蔬菜产业", "--quote", "三万亩", "--text", "核实", "--json").json
    (now,) = filled("notes", "history", made["id"][:8], "--json").json
    assert now["note"] == "核实"
    assert "没有对应的批注" in filled("notes", "history", "zzz").err


def test_tags_are_listed_renamed_coloured_and_taken_away(filled):
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩", "--tag", "农业", "--tag", "急")
    listed = filled("notes", "tags", "--rename", "农业", "农村", "--colour", "急", "pink", "--json")
    assert {(one["tag"], one["count"]) for one in listed.json} == {("农村", 1), ("急", 1)}
    assert next(one for one in listed.json if one["tag"] == "急")["colour"] == "pink"
    assert "共 1 个标签" in filled("notes", "tags", "--remove", "农村").out
    assert "没有“red”这种颜色" in filled("notes", "tags", "--colour", "急", "red").err
