from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.unit.packing import TODAY, Press, User

from policyviewer.app.packs import building, keys
from policyviewer.app.packs.container import PackReader, PackWriter
from policyviewer.app.packs.verifying import manifest_of
from policyviewer.domain.errors import PackError, UnknownPublisherError
from policyviewer.domain.packs import PackedFile


def rewritten(source: Path, out: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """Write a pack whose zip is in order, with other entries; None leaves one out."""
    with PackReader(source) as pack, PackWriter(out) as writer:
        for name in pack.names():
            data = change(name, pack.read(name, 1 << 30))
            if data is not None:
                writer.add(name, data)
    return out


def with_entry(wanted: str, data: bytes | None) -> Callable[[str, bytes], bytes | None]:
    return lambda name, present: data if name == wanted else present


def refusal(user: User, path: Path) -> str:
    with pytest.raises(PackError) as told:
        user.install(path)
    assert user.installations.all() == []
    assert not list(user.paths.packs.rglob("library.sqlite"))
    return told.value.text


def test_who_is_not_known_is_told_with_the_fingerprint(user: User, tmp_path: Path):
    stranger = Press(tmp_path, versions=({"a.txt": "关于修路的通知\n一、修路。\n"},))
    with pytest.raises(UnknownPublisherError, match="另有一个“青山市司法局”") as told:
        user.install(stranger.full(1))
    assert stranger.publisher.fingerprint[:4].upper() in told.value.hint


def test_what_another_key_signed_is_refused(user: User, press: Press, tmp_path: Path):
    stranger = keys.generate(tmp_path / "keys", "别人", TODAY)
    forged = replace(keys.load(tmp_path / "keys", str), roots=press.keys().roots)
    assert stranger.root != press.publisher.root
    with PackReader(press.full(1)) as pack:
        target = pack.read("targets/manifest.zst", 1 << 20)
    roles = building.roles(press.order(1), forged, target)
    out = rewritten(
        press.full(1),
        tmp_path / "forged.pvpack",
        lambda name, data: roles.get(name.removeprefix("metadata/"), data),
    )
    assert "签名不对" in refusal(user, out)


def test_an_expired_pack_tells_the_clock(user: User, press: Press, tmp_path: Path):
    old = (TODAY - timedelta(30)).isoformat()
    press.make(1, tmp_path / "old.pvpack", as_of=old, valid_days=10)
    told = refusal(user, tmp_path / "old.pvpack")
    assert (TODAY - timedelta(20)).isoformat() in told
    assert f"这台计算机的日期是 {TODAY.isoformat()}" in told


def test_an_older_pack_is_refused(user: User, press: Press):
    user.install(press.full(2))
    with pytest.raises(PackError, match="装过较新的第 2 版"):
        user.install(press.full(1))
    assert user.installations.all()[0].current.head.version == 2


def test_two_contents_of_one_version_are_refused(user: User, press: Press, tmp_path: Path):
    press.make(1, tmp_path / "other.pvpack", source=press.source(2))
    user.install(press.full(1))
    with pytest.raises(PackError, match="版次相同而内容不同"):
        user.install(tmp_path / "other.pvpack")


@pytest.mark.parametrize("name", ["timestamp.json", "snapshot.json", "targets.json", "1.root.json"])
def test_no_file_of_the_framework_may_be_missing_or_changed(
    user: User, press: Press, tmp_path: Path, name: str
):
    place, out = f"metadata/{name}", tmp_path / "x.pvpack"
    for data in (None, b"{}", b"\xff", b"[" * 100_000):
        assert refusal(user, rewritten(press.full(1), out, with_entry(place, data)))


def test_parts_of_two_versions_do_not_go_together(user: User, press: Press, tmp_path: Path):
    with PackReader(press.full(2)) as later:
        for name in ("metadata/targets.json", "targets/manifest.zst", "metadata/snapshot.json"):
            change = with_entry(name, later.read(name, 1 << 20))
            assert refusal(user, rewritten(press.full(1), tmp_path / "x.pvpack", change))


def test_a_library_cannot_be_passed_off_as_another(user: User, press: Press, tmp_path: Path):
    label = json.dumps({"base": 0, "library": "guizhou", "version": 1}, sort_keys=True)
    change = with_entry("pack.json", label.encode())
    assert "已损坏" in refusal(user, rewritten(press.full(1), tmp_path / "x.pvpack", change))


def test_nothing_else_may_be_in_a_pack(user: User, press: Press, tmp_path: Path):
    out = tmp_path / "x.pvpack"
    with PackReader(press.full(1)) as pack, PackWriter(out) as writer:
        for name in pack.names():
            writer.add(name, pack.read(name, 1 << 30))
        writer.add("evil.exe", b"MZ")
    assert "已损坏" in refusal(user, out)


def test_a_signed_path_that_leads_out_is_refused(user: User, press: Press, tmp_path, monkeypatch):
    monkeypatch.setattr(
        building,
        "_pack_files",
        lambda writer, *_rest: [
            PackedFile("../../evil", 1, 65536, (writer.add_block(b"x"),)),
        ],
    )
    press.make(1, tmp_path / "x.pvpack")
    assert "不该有的文件" in refusal(user, tmp_path / "x.pvpack")


def test_who_takes_new_keys_stays_the_same_publisher(user: User, press: Press, tmp_path: Path):
    shutil.copytree(press.folder / "keys", tmp_path / "keys")
    assert keys.renew(tmp_path / "keys", TODAY, str) == 2
    renewed = keys.load(tmp_path / "keys", str)
    assert renewed.publisher == press.publisher
    user.install(press.full(1))
    from policyviewer.domain.tasks import JobContext

    building.build_pack(press.order(2), renewed, tmp_path / "2.pvpack", JobContext())
    assert user.install(tmp_path / "2.pvpack").current.head.version == 2
    with pytest.raises(PackError, match="签名不对"):  # the former key signs no longer
        user.install(press.full(3))


def test_a_publisher_reads_its_own_packs_however_old(press: Press, tmp_path: Path):
    old = (TODAY - timedelta(900)).isoformat()
    press.make(1, tmp_path / "old.pvpack", as_of=old, valid_days=1)
    with PackReader(tmp_path / "old.pvpack") as pack:
        assert manifest_of(pack, press.publisher).head.as_of == old
        with pytest.raises(PackError, match="不是这个发布者"):
            manifest_of(pack, keys.generate(tmp_path / "keys", "别人", TODAY))
