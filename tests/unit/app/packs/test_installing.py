from __future__ import annotations

import errno
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.packing import Press, User

from policyviewer.app.packs import filling, installing
from policyviewer.app.packs.container import PackReader
from policyviewer.app.packs.filling import damage, manifest_in
from policyviewer.app.packs.installing import find, remove, roll_back
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.errors import (
    BusyFolderError,
    PackError,
    StorageError,
    UnreadablePackError,
)
from policyviewer.domain.tasks import Cancelled, CancelToken, JobContext
from policyviewer.storage.folder_lock import locked


def tree(folder: Path) -> dict[str, bytes]:
    """Give the files of a version that come from its pack."""
    manifest = manifest_in(folder)
    assert manifest is not None
    return {one.path: (folder / one.path).read_bytes() for one in manifest.files}


def versions(user: User) -> tuple[int, ...]:
    return tuple(one.head.version for one in user.installations.all()[0].pointer.versions)


def folders(user: User) -> list[str]:
    return sorted(one.name for one in user.installations.all()[0].place.iterdir() if one.is_dir())


def test_a_pack_is_a_shelf_beside_the_others(user: User, press: Press):
    made = user.install(press.full(1))
    with closing(open_shelf(made.folder, writable=False)) as shelf:
        titles = [one.metadata.title for one in shelf.documents.summaries()]
    assert titles == ["青山县森林防火办法", "青山县农村公路养护办法"]
    assert (made.library, made.current.documents, versions(user)) == ("qingshan", 2, (1,))
    assert damage(made.folder, manifest_in(made.folder), JobContext()) == []


def test_an_update_gives_what_the_full_pack_gives(user: User, press: Press, tmp_path: Path):
    user.install(press.full(1))
    updated = user.install(press.delta(1, 4))
    other = User(type(user.paths).under(tmp_path / "other")).trusting(press)
    assert tree(updated.folder) == tree(other.install(press.full(4)).folder)
    assert press.delta(1, 4).stat().st_size < press.full(4).stat().st_size
    assert versions(user) == (4, 1)


def test_an_update_needs_what_it_builds_on(user: User, press: Press):
    with pytest.raises(PackError, match="此增量包需要先安装第 3 版"):
        user.install(press.delta(3, 4))
    assert user.installations.all() == []
    user.install(press.full(1))
    with pytest.raises(PackError, match="此增量包需要先安装第 3 版"):
        user.install(press.delta(3, 4))
    assert versions(user) == (1,)


def test_one_goes_back_and_forth(user: User, press: Press):
    user.install(press.full(1))
    with pytest.raises(PackError, match="退不回去"):
        roll_back(user.installations, "qingshan")
    user.install(press.full(2))
    assert roll_back(user.installations, "qingshan").current.head.version == 1
    assert roll_back(user.installations, "qingshan").current.head.version == 2


def test_who_went_back_may_install_the_newer_one_again(user: User, press: Press):
    user.install(press.full(1))
    user.install(press.full(2))
    roll_back(user.installations, "qingshan")
    with pytest.raises(PackError, match="装过较新的第 2 版"):
        user.install(press.full(1))
    assert user.install(press.full(2)).current.head.version == 2
    assert versions(user) == (2, 1)


def test_two_versions_are_kept(user: User, press: Press):
    for number in (1, 2, 3):
        user.install(press.full(number))
    assert (versions(user), len(folders(user))) == ((3, 2), 2)


def test_a_damaged_library_is_repaired_by_its_own_pack(user: User, press: Press):
    user.install(press.full(1))
    made = user.install(press.full(2))
    data = bytearray((made.folder / "library.sqlite").read_bytes())
    data[5000] ^= 1
    (made.folder / "library.sqlite").write_bytes(data)
    again = user.install(press.full(2))
    assert damage(again.folder, manifest_in(again.folder), JobContext()) == []
    assert (again.folder != made.folder, versions(user)) == (True, (2, 1))


def test_an_update_on_a_damaged_base_is_refused(user: User, press: Press):
    made = user.install(press.full(1))
    for path in made.folder.rglob("*.pst"):
        path.write_bytes(bytes(path.stat().st_size))
    (made.folder / "library.sqlite").write_bytes(b"")
    with pytest.raises(PackError, match="已安装的上一版有损坏"):
        user.install(press.delta(1, 2))
    assert versions(user) == (1,)


def test_what_was_read_until_a_stick_was_pulled_is_used(user: User, press: Press, monkeypatch):
    reads, block = [], PackReader.block

    def pulled(pack: PackReader, sha256: str, size: int) -> bytes:
        reads.append(sha256)
        if len(reads) == 12:
            raise UnreadablePackError("读不出")
        return block(pack, sha256, size)

    with monkeypatch.context() as patched:
        patched.setattr(PackReader, "block", pulled)
        with pytest.raises(UnreadablePackError):
            user.install(press.full(1))
    monkeypatch.setattr(PackReader, "block", lambda *of: reads.append(of[1]) or block(*of))
    user.install(press.full(1))
    with PackReader(press.full(1)) as pack:
        assert len(reads) == len(set(reads)) + 1 <= len(set(pack.blocks())) + 1


def test_who_cancels_leaves_nothing(user: User, press: Press):
    user.install(press.full(1))
    token = CancelToken()

    def report(progress) -> None:
        if progress.done:
            token.cancel()

    with pytest.raises(Cancelled):
        user.install(press.full(2), JobContext(token, report))
    assert (versions(user), len(folders(user))) == ((1,), 1)


def test_a_full_disk_leaves_the_old_version(user: User, press: Press, monkeypatch):
    user.install(press.full(1))

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(filling, "_fill_file", full)
    with pytest.raises(StorageError, match="磁盘已满"):
        user.install(press.full(2))
    assert (versions(user), len(folders(user))) == ((1,), 1)


def test_room_is_asked_for_before_anything_is_written(user: User, press: Press, monkeypatch):
    monkeypatch.setattr(filling, "_MARGIN", 1 << 60)
    with pytest.raises(StorageError, match="磁盘空间不够"):
        user.install(press.full(1))


def test_a_folder_that_cannot_be_written_is_told(user: User, press: Press):
    user.paths.packs.parent.mkdir(parents=True, exist_ok=True)
    user.paths.packs.write_text("in the way")
    with pytest.raises(StorageError, match="无法写入"):
        user.install(press.full(1))


def test_one_program_installs_at_a_time(user: User, press: Press):
    user.install(press.full(1))
    with locked(user.paths.packs), pytest.raises(BusyFolderError, match="另一个程序"):
        user.install(press.full(2))


def test_a_pack_of_a_newer_program_is_refused(user: User, press: Press, monkeypatch):
    monkeypatch.setattr(installing, "steps_of", lambda _schema: [type("Step", (), {"number": 1})])
    with pytest.raises(PackError, match="由更新版本的程序制作"):
        user.install(press.full(1))


def test_publishers_stand_side_by_side(user: User, press: Press, tmp_path: Path):
    other = Press(
        tmp_path, name="白水市司法局", versions=({"校车.txt": "关于校车的通知\n一、安全。\n"},)
    )
    user.trusting(other).install(press.full(1))
    user.install(other.full(1))
    assert len(user.installations.all()) == 2
    with pytest.raises(PackError, match="可以指"):
        find(user.installations, "qingshan")
    removed = remove(user.installations, f"{other.publisher.id}/qingshan")
    assert not removed.folder.exists()
    assert find(user.installations, "qingshan").publisher == press.publisher.id


def test_a_library_that_is_not_there_is_told(user: User):
    with pytest.raises(PackError, match="没有安装过"):
        remove(user.installations, "qingshan")


def test_one_cannot_go_back_to_what_is_damaged(user: User, press: Press):
    user.install(press.full(1))
    made = user.install(press.full(2))
    shutil.rmtree(made.place / made.pointer.versions[1].folder)
    with pytest.raises(PackError, match="打不开"):
        roll_back(user.installations, "qingshan")
    assert versions(user) == (2, 1)
