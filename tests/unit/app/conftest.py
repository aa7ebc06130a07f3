"""A library of two small documents of our own, for the services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from policyviewer.app.collection import Collection, open_collection
from policyviewer.app.importing import ImportService
from policyviewer.app.paths import AppPaths
from policyviewer.domain.tasks import JobContext

OPINION = (Path(__file__).parents[2] / "data" / "意见.txt").read_text(encoding="utf-8")
NOTICE = """青山县人民政府办公室关于做好森林防火工作的通知
各乡镇人民政府：
一、压实责任。各乡镇要落实森林防火责任制。
二、加强巡查。清明前后组织巡查队伍上山巡查。
青山县人民政府办公室
2026年4月1日
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "来稿"
    folder.mkdir()
    (folder / "意见.txt").write_text(OPINION, encoding="utf-8")
    (folder / "通知.txt").write_text(NOTICE, encoding="gb18030")
    return folder


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    home = AppPaths.under(tmp_path / "home")
    return home.with_library(home.library)


@pytest.fixture
def collection(paths: AppPaths) -> Iterator[Collection]:
    with open_collection(paths) as opened:
        yield opened


@pytest.fixture
def filled(collection: Collection, sources: Path) -> Collection:
    ImportService(collection.own).job([sources])(JobContext())
    return collection
