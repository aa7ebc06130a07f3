from __future__ import annotations

import shutil
from contextlib import closing, nullcontext
from pathlib import Path

import pytest
from tests.unit.packing import Press

from policyviewer.app.atomic import write_json
from policyviewer.app.packs.building import build_pack, thin
from policyviewer.app.packs.container import PackReader
from policyviewer.app.packs.verifying import manifest_of
from policyviewer.app.shelves import REMOVED, open_shelf
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.packs import ChangeKind
from policyviewer.domain.tasks import JobContext


def test_the_same_library_gives_the_same_bytes(press: Press, tmp_path: Path):
    press.make(1, tmp_path / "again.pvpack")
    assert (tmp_path / "again.pvpack").read_bytes() == press.full(1).read_bytes()


def test_what_changed_since_the_version_before_is_told(press: Press):
    with PackReader(press.full(4)) as pack:
        changes = manifest_of(pack, press.publisher).changes
    assert [(one.kind, one.title) for one in changes] == [
        (ChangeKind.REVISED, "青山县森林防火办法"),
        (ChangeKind.REPEALED, "青山县饮用水水源保护办法"),
        (ChangeKind.ADDED, "青山县饮用水安全条例"),
    ]


def test_a_library_is_only_read(press: Press, tmp_path: Path):
    source = press.source(1)
    before = {path: path.read_bytes() for path in source.rglob("*") if path.is_file()}
    press.make(1, tmp_path / "again.pvpack")
    assert {path: path.read_bytes() for path in source.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["again.pvpack"]


def test_an_update_leaves_out_what_the_base_has(press: Press):
    with PackReader(press.delta(1, 2)) as small, PackReader(press.full(1)) as base:
        assert not set(small.blocks()) & set(base.blocks())
        assert (small.label.base, base.label.base) == (1, 0)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"library": "青山"}, "不能作文库的代号"),
        ({"library": "guizhou"}, "上一版是文库“qingshan”的"),
        ({"version": 1}, "上一版已是第 1 版"),
        ({"source": Path("没有")}, "找不到文件夹"),
    ],
)
def test_what_does_not_go_together_is_told(press: Press, tmp_path: Path, changed, words: str):
    with pytest.raises(UserError, match=words):
        press.make(2, tmp_path / "x.pvpack", press.full(1), **changed)
    assert list(tmp_path.iterdir()) == []


def test_updates_are_made_of_two_full_packs_in_their_order(press: Press, tmp_path: Path):
    with pytest.raises(UserError, match="先后两版"):
        thin(press.full(1), press.full(2), tmp_path / "x.pvpack")
    with pytest.raises(UserError, match="只能由两个完整包"):
        thin(press.delta(1, 4), press.full(2), tmp_path / "x.pvpack")


def test_where_nothing_can_be_written_that_is_told(press: Press, tmp_path: Path):
    with pytest.raises(StorageError, match="无法写入"):
        build_pack(press.order(1), press.keys(), tmp_path / "没有" / "x.pvpack", JobContext())


def test_a_library_with_documents_that_were_taken_out_is_not_packed(press: Press, tmp_path: Path):
    """They are in its files still; what is not there any more, as after a crash, is no reason."""
    order = press.order(1, source=shutil.copytree(press.source(1), tmp_path / "library"))
    with closing(open_shelf(order.source, writable=False)) as shelf:
        name = shelf.documents.ids()[0]
    when = "2026-01-01T00:00:00+00:00"
    for taken, refused in (({name: when}, True), ([name], True), ({"gone": when}, False)):
        write_json(order.source / REMOVED, taken)
        with pytest.raises(UserError, match="1 份移出的文件") if refused else nullcontext():
            build_pack(order, press.keys(), tmp_path / "gone.pvpack", JobContext())
    with PackReader(tmp_path / "gone.pvpack") as pack:
        assert manifest_of(pack, press.publisher).documents
