from __future__ import annotations


def test_a_backup_is_taken_listed_and_restored(filled):
    note = filled("notes", "add", "蔬菜产业", "--quote", "三万亩", "--text", "核实", "--json").json
    made = filled("backup", "--json").json["file"]
    (listed,) = filled("restore", "--json").json
    assert listed["file"] == made
    assert "共 1 份备份" in filled("restore").out
    restored = filled("restore", made, "--json").json
    assert restored["restored"] == 0
    assert not any(restored["work"].values())
    assert filled("notes", "list", "--json").json == [note]


def test_what_is_no_backup_is_told(filled, tmp_path):
    result = filled("restore", tmp_path / "none.sqlite")
    assert result.status == 1
    assert "不是完好的备份" in result.err


def test_damaged_notes_are_set_aside_and_the_backup_takes_their_place(filled, tmp_path):
    filled("notes", "add", "蔬菜产业", "--quote", "三万亩", "--text", "核实")
    made = filled("backup", "--json").json["file"]
    (notes,) = tmp_path.rglob("notes.sqlite")
    for journal in notes.parent.glob("notes.sqlite-*"):
        journal.unlink()
    notes.write_bytes(b"SQLite format 3\x00" + b"broken" * 1000)
    for wrong in (tmp_path / "none.sqlite", next(tmp_path.rglob("library.sqlite"))):
        assert "不是完好的备份" in filled("restore", wrong).err
        assert notes.exists()
    told = filled("restore", "--json").json
    assert told["backup"] == made
    assert len(filled("notes", "list", "--json").json) == 1
