from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest
from tests.unit.packing import Press, User

from policyviewer.app.packs import container
from policyviewer.app.packs.service import PackService
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import PackError
from policyviewer.domain.packs import ChangeKind
from policyviewer.domain.tasks import JobContext

CTX = JobContext()


@pytest.fixture
def service(user: User) -> PackService:
    return PackService(user.paths)


def test_a_preview_tells_which_annotated_documents_change(user: User, press: Press):
    user.install(press.full(1))
    every = PackService(user.paths).preview(press.full(4))(CTX).changes
    revised = [one.document for one in every if one.kind is ChangeKind.REVISED]
    service = PackService(
        user.paths, lambda: [revised[0], DocumentId("other")], lambda: [revised[-1]]
    )
    found = service.preview(press.delta(1, 4))(CTX)
    assert [one.document for one in found.noted] == revised[:1]
    assert [one.document for one in found.own] == revised[-1:]
    assert (found.before and found.before.version, found.base, found.documents) == (1, 1, 5)


def test_a_preview_changes_nothing(service: PackService, user: User, press: Press):
    service.preview(press.full(4))(CTX)
    assert not user.paths.packs.exists()
    assert service.install(press.full(1))(CTX).installation.current.head.version == 1


def test_what_differs_is_told_there_and_back(service: PackService, press: Press):
    assert len(service.install(press.full(1))(CTX).documents) == 2
    there = service.install(press.full(4))(CTX)
    back = service.roll_back("qingshan")(CTX)
    assert (len(there.documents), len(back.documents), len(back.changes)) == (5, 2, 5)


def test_newer_packs_in_a_folder_are_offered(service, user: User, press: Press, tmp_path: Path):
    stick = tmp_path / "U盘" / "资料"
    stick.mkdir(parents=True)
    for path in (press.full(1), press.full(2), press.full(4), press.delta(1, 4)):
        shutil.copy(path, stick)
    (stick / "坏.pvpack").write_text("broken", encoding="utf-8")
    assert [one.name for one in service.offers([stick.parent])(CTX)] == ["qingshan-4.pvpack"]
    user.install(press.full(1))
    assert [one.name for one in service.offers([stick])(CTX)] == ["qingshan-1-4.pvpack"]
    user.install(press.full(4))
    assert service.offers([stick, tmp_path / "没有"])(CTX) == []


def test_packs_of_strangers_are_not_offered(user: User, press: Press, tmp_path: Path):
    shutil.rmtree(user.paths.publishers)
    assert PackService(user.paths).offers([press.folder])(CTX) == []


def test_a_pack_whose_medium_failed_is_looked_at_again(
    service: PackService, press: Press, monkeypatch: pytest.MonkeyPatch
):
    """A stick that is just being put in, or a share that does not answer yet."""

    def failing(_file: object) -> None:
        raise OSError(errno.EIO, "input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(container, "_opened", failing)
        assert service.offers([press.folder])(CTX) == []
    assert [one.name for one in service.offers([press.folder])(CTX)] == ["qingshan-4.pvpack"]


def test_who_signed_can_be_asked_of_packs_and_roots(service: PackService, press: Press, tmp_path):
    assert service.signer(press.full(1)) == (press.publisher, True)
    assert service.signer(press.folder / "keys" / "1.root.json") == (press.publisher, True)
    with pytest.raises(PackError, match="读不出"):
        service.signer(tmp_path / "没有.json")
    assert service.trusted() == [press.publisher]


def test_a_library_that_is_taken_away_is_gone(service: PackService, press: Press):
    service.install(press.full(1))(CTX)
    (one,) = service.installed()
    assert service.damage(one, CTX) == []
    service.remove("qingshan")
    assert service.installed() == []
