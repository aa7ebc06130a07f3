from __future__ import annotations

import json
from pathlib import Path

import pytest

import build
import make_release
from bill_of_materials import Part, bill
from make_release import checked_icon, checked_name, found_program, main, put_edition, team_bill
from policyviewer.app.edition import edition_in
from policyviewer.app.packs.publishers import Publishers

ICON = Path(__file__).parents[2] / "resources" / "icons" / "policyviewer.ico"


@pytest.fixture
def options(tmp_path: Path):
    """Give what a command line with everything on it asks for."""
    documents = tmp_path / "文件"
    documents.mkdir()
    (documents / "a.txt").write_text("某县关于河道的通知\n各乡镇：\n一、要求", encoding="utf-8")
    (tmp_path / "about.txt").write_text("县府办编\n", encoding="utf-8-sig")
    return make_release.argparse.Namespace(
        library=documents,
        name="某县政策库",
        about=tmp_path / "about.txt",
        icon=ICON,
        originals=False,
        publisher=[],
    )


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "PolicyViewer" / "_internal").mkdir(parents=True)
    return tmp_path / "PolicyViewer"


def test_the_program_finds_the_edition(program: Path, options):
    put_edition(program, options)
    release = program / "_internal" / "release"
    found = edition_in(release)
    assert (found.name, found.about) == ("某县政策库", "县府办编")
    assert found.icon == release / "icon.ico"
    assert (release / "library" / "library.sqlite").is_file()


def test_a_teams_publisher_is_trusted_from_the_start(program: Path, options, press):
    options.publisher = [press.folder / "keys" / "1.root.json"]
    put_edition(program, options)
    shipped = program / "_internal" / "release" / "publishers"
    assert Publishers([shipped], program).trusts(press.publisher)


def test_an_edition_replaces_the_one_before(program: Path, options):
    put_edition(program, options)
    options.name, options.icon = "另一个", None
    put_edition(program, options)
    found = edition_in(program / "_internal" / "release")
    assert (found.name, found.icon) == ("另一个", None)


def test_a_folder_without_documents_makes_no_edition(program: Path, options, tmp_path: Path):
    options.library = tmp_path / "empty"
    options.library.mkdir()
    with pytest.raises(build.BuildError, match="no document"):
        put_edition(program, options)


@pytest.mark.parametrize("name", ["", "a/b", 'a"b', "a:b", "字" * 41, "a\n", "a. ", "50%"])
def test_a_name_no_file_can_have_is_refused(name: str):
    with pytest.raises(build.BuildError, match="--name"):
        checked_name(name)
    assert checked_name("某县 政策库（2026）") == "某县 政策库（2026）"


def test_another_picture_is_no_icon(tmp_path: Path):
    (tmp_path / "x.ico").write_bytes(b"\x89PNG")
    with pytest.raises(build.BuildError, match=r"no \.ico"):
        checked_icon(tmp_path / "x.ico")
    assert checked_icon(ICON) == ICON


def test_the_bill_of_materials_bears_the_name_of_the_edition(tmp_path: Path):
    (tmp_path / "release").mkdir()
    former = tmp_path / "PolicyViewer-1.0.0-sbom.cdx.json"
    former.write_text(bill(Part("PolicyViewer", "1.0.0", licence="MIT"), [Part("lxml", "1")], 0))
    made = team_bill(former, tmp_path / "release", "某县政策库")
    told, before = (json.loads(one.read_text(encoding="utf-8")) for one in (made, former))
    assert made.name == "某县政策库-1.0.0-sbom.cdx.json"
    assert told["metadata"]["component"]["name"] == "某县政策库"
    assert told["components"] == before["components"]
    assert told["serialNumber"] != before["serialNumber"]


def test_without_a_program_the_user_is_told_what_to_run(tmp_path: Path):
    with pytest.raises(build.BuildError, match=r"build_windows\.py"):
        found_program(tmp_path)


def test_a_library_that_is_not_there_is_told(tmp_path: Path, capsys):
    assert main(["--library", str(tmp_path / "none"), "--name", "x"]) == 1
    assert "is no folder" in capsys.readouterr().err


def test_the_description_is_plain_json(program: Path, options):
    put_edition(program, options)
    text = (program / "_internal" / "release" / "release.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"name": "某县政策库", "about": "县府办编"}
