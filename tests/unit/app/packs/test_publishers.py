from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.unit.packing import TODAY, Press

from policyviewer.app.packs import keys
from policyviewer.app.packs.publishers import Publishers, grouped, publisher_of
from policyviewer.domain.errors import PackError, StorageError


def test_who_is_accepted_is_trusted_from_then_on(press: Press, tmp_path: Path):
    publishers = Publishers([], tmp_path / "accepted")
    assert not publishers.trusts(press.publisher)
    publishers.accept(press.publisher)
    assert publishers.trusts(press.publisher)
    assert Publishers([], tmp_path / "accepted").all() == [press.publisher]


def test_who_came_with_the_program_is_trusted(press: Press, tmp_path: Path):
    (tmp_path / "a.root.json").write_bytes(press.publisher.root)
    (tmp_path / "b.root.json").write_text("no root", encoding="utf-8")
    assert Publishers([tmp_path, tmp_path / "没有"], tmp_path).all() == [press.publisher]


def test_others_of_the_same_name_are_known(press: Press, tmp_path: Path):
    publishers = Publishers([], tmp_path / "accepted")
    publishers.accept(press.publisher)
    other = keys.generate(tmp_path / "keys", press.publisher.name, TODAY)
    assert publishers.namesakes(other) == [press.publisher]
    assert publishers.namesakes(press.publisher) == []


def test_a_root_that_did_not_sign_itself_is_none(press: Press):
    root = json.loads(press.publisher.root)
    root["signed"]["x-publisher"] = "别人"
    for data in (json.dumps(root).encode(), b"", b"{}"):
        with pytest.raises(PackError, match="证明文件已损坏"):
            publisher_of(data)


def test_a_later_root_names_no_publisher(tmp_path: Path):
    keys.generate(tmp_path, "司法局", TODAY)
    keys.renew(tmp_path, TODAY, str)
    with pytest.raises(PackError):
        publisher_of((tmp_path / "2.root.json").read_bytes())


def test_a_folder_that_cannot_be_written_is_told(press: Press, tmp_path: Path):
    (tmp_path / "accepted").write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageError, match="无法写入"):
        Publishers([], tmp_path / "accepted").accept(press.publisher)


def test_fingerprints_are_read_out_in_groups():
    assert grouped("0123abcd9") == "0123 ABCD 9"
