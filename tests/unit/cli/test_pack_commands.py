from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.packing import Press, User

from policyviewer.app.paths import AppPaths


@pytest.fixture
def pack(cli, home: Path, monkeypatch):
    """Run a pack command over the usual library, without the documents of the program itself."""
    return lambda *words: cli("pack", *words, library=False)


@pytest.fixture
def trusting(home: Path, press: Press) -> User:
    return User(AppPaths.under(home)).trusting(press)


def test_a_publisher_is_trusted_when_the_fingerprint_is_told(pack, press: Press):
    assert "还没有得到您的信任" in pack("install", press.full(1)).err
    shown = pack("trust", press.full(1), "--json").json
    assert (shown["name"], shown["trusted"]) == ("青山市司法局", False)
    wrong = pack("trust", press.full(1), "--fingerprint", "0" * 64)
    assert (wrong.status, "指纹不相符" in wrong.err) == (1, True)
    told = pack("trust", press.full(1), "--fingerprint", shown["fingerprint"].upper())
    assert "已信任" in told.out
    root = press.folder / "keys" / "1.root.json"
    assert pack("trust", root, "--json").json["trusted"]


def test_a_pack_is_inspected_before_it_is_installed(pack, trusting, press: Press):
    trusting.install(press.full(1))
    shown = pack("inspect", press.delta(1, 4), "--json").json
    assert (shown["version"], shown["installed"], shown["base"]) == (4, 1, 1)
    assert {one["kind"] for one in shown["changes"]} == {"added", "revised"}
    text = pack("inspect", press.delta(1, 4)).out
    assert "修订  《青山县农村公路养护办法》" in text
    assert "在第 1 版的基础上安装" in text
    assert "没有安装过" not in text


def test_installing_and_going_back_tell_what_changed(pack, trusting, press: Press):
    assert "新增 2 份" in pack("install", press.full(1)).out
    made = pack("install", press.full(4), "--json").json
    assert (made["version"], made["previous"], made["documents"]) == (4, 1, 5)
    back = pack("rollback", "qingshan", "--json").json
    assert (back["version"], back["previous"]) == (1, 4)
    assert {one["kind"] for one in back["changes"]} == {"revised", "withdrawn"}
    assert "已换成《青山市政策库》第 4 版" in pack("rollback", "qingshan").out


def test_what_is_installed_is_listed_and_taken_away(pack, trusting, press: Press):
    trusting.install(press.full(1))
    listed = pack("list", "--json").json
    assert [one["as_of"] for one in listed["packs"]] == [press.order(1).as_of]
    assert [one["name"] for one in listed["publishers"]] == ["青山市司法局"]
    assert f"资料截至 {press.order(1).as_of}" in pack("list").out
    assert "批注都还在" in pack("remove", "qingshan").out
    assert pack("list", "--json").json["packs"] == []
    assert pack("remove", "qingshan").status == 1


def test_a_pack_that_is_none_is_told_in_a_line(pack, tmp_path: Path):
    (tmp_path / "a.pvpack").write_text("nichts", encoding="utf-8")
    for action in ("inspect", "install", "trust"):
        result = pack(action, tmp_path / "a.pvpack")
        assert (result.status, "已损坏" in result.err) == (1, True)
