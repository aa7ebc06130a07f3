from __future__ import annotations

import os
from pathlib import Path

import pytest

from policyviewer.app.collection import Collection
from policyviewer.app.importing import ImportService
from policyviewer.app.watching import WatchService
from policyviewer.domain.errors import UserError
from policyviewer.domain.tasks import JobContext


@pytest.fixture
def watching(collection: Collection, sources: Path) -> WatchService:
    service = WatchService(collection.own, ImportService(collection.own))
    service.watch(sources)
    return service


def names(service: WatchService) -> list[str]:
    return [path.name for path in service.news(JobContext()).files]


def test_new_files_are_told_until_they_are_taken(watching: WatchService, sources: Path):
    assert names(watching) == ["意见.txt", "通知.txt"]
    report = watching.take(watching.news(JobContext()).files)(JobContext())
    assert report.imported == 2
    assert names(watching) == []


def test_a_file_that_cannot_be_read_is_told_once(watching: WatchService, sources: Path):
    (sources / "空.txt").touch()
    watching.take(watching.news(JobContext()).files)(JobContext())
    assert names(watching) == []


def test_changed_and_added_files_are_new(watching: WatchService, sources: Path):
    watching.ignore(watching.news(JobContext()).files)
    (sources / "新.txt").write_text("关于修路的通知", encoding="utf-8")
    changed = sources / "通知.txt"
    status = changed.stat()
    os.utime(changed, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000_000))
    assert names(watching) == ["新.txt", "通知.txt"]


def test_a_folder_that_is_gone_is_told_and_stays_watched(watching: WatchService, sources: Path):
    sources.rename(sources.with_name("拔走"))
    news = watching.news(JobContext())
    assert (news.files, news.missing) == ((), (sources,))
    assert watching.folders() == [sources]


def test_folders_must_be_there_to_be_watched_and_watched_to_be_unwatched(
    watching: WatchService, sources: Path
):
    with pytest.raises(UserError, match="找不到文件夹"):
        watching.watch(sources / "没有")
    watching.unwatch(sources)
    assert watching.folders() == []
    with pytest.raises(UserError, match="没有关注"):
        watching.unwatch(sources)
