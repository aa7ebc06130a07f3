from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from tests.unit.packing import TODAY

from policyviewer.app.packs import keys
from policyviewer.domain.errors import UserError


def test_keys_are_made_and_found_again(tmp_path: Path):
    publisher = keys.generate(tmp_path / "keys", "司法局", TODAY)
    assert (publisher.name, len(publisher.id)) == ("司法局", 16)
    assert keys.load(tmp_path / "keys", str).publisher == publisher


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such bits")
def test_only_their_owner_reads_them(tmp_path: Path):
    keys.generate(tmp_path, "司法局", TODAY)
    assert stat.S_IMODE((tmp_path / keys.SIGNING_KEY).stat().st_mode) == 0o600


def test_keys_are_never_written_over(tmp_path: Path):
    keys.generate(tmp_path, "司法局", TODAY)
    before = (tmp_path / keys.ROOT_KEY).read_bytes()
    with pytest.raises(UserError, match="已有密钥"):
        keys.generate(tmp_path, "司法局", TODAY)
    assert (tmp_path / keys.ROOT_KEY).read_bytes() == before


def test_a_passphrase_protects_them(tmp_path: Path):
    keys.generate(tmp_path, "司法局", TODAY, "青山不改")
    assert keys.load(tmp_path, lambda _name: "青山不改").signer
    with pytest.raises(UserError, match="打不开"):
        keys.load(tmp_path, lambda _name: "绿水长流")
    assert keys.renew(tmp_path, TODAY, lambda _name: "青山不改") == 2
    assert keys.load(tmp_path, lambda _name: "青山不改").signer


def test_new_keys_keep_the_former_and_the_name(tmp_path: Path):
    publisher = keys.generate(tmp_path, "司法局", TODAY)
    former = (tmp_path / keys.ROOT_KEY).read_bytes()
    assert [keys.renew(tmp_path, TODAY, str) for _ in range(2)] == [2, 3]
    assert (tmp_path / "1.root.pem").read_bytes() == former
    assert len(keys.roots_in(tmp_path)) == 3
    assert keys.load(tmp_path, str).publisher == publisher


def test_where_there_are_no_keys_that_is_told(tmp_path: Path):
    with pytest.raises(UserError, match="没有发布者的密钥"):
        keys.load(tmp_path, str)
    with pytest.raises(UserError, match="没有发布者的密钥"):
        keys.renew(tmp_path, TODAY, str)
