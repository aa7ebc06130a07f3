"""Provisions to index, and an index of them."""

# ruff: noqa: RUF001  # characters that look alike are what is tested

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import IndexedProvision
from policyviewer.domain.tasks import JobContext
from policyviewer.search import writer

MakeProvision = Callable[..., IndexedProvision]
_TEXTS = (
    "关于加快发展现代农业的实施意见",
    "一、总体要求。各级人民*府要把粮食安全放在首位，\n　　建设高标准农田１００万亩。",
    "（一）强化科技支撑。支持“数字乡村”建设，推广5G和ＧＰＳ技术。",
    "（二）完善投入机制。财*部门会同农业农村部门落实资金（黔农发〔2020〕7号）。",
    "二、保障措施。建立联席会议制度，人民政府负总责；二○二○年底前完成。",
    "三、附则。本意见自印发之日起施行。……",
)


def provision(text: str, number: int = 0, **values: object) -> IndexedProvision:
    """Make a provision; every mask in it hides 政."""
    made = IndexedProvision(
        document=DocumentId("alpha"),
        title="关于加快发展现代农业的实施意见",
        source="农业.txt",
        provision=f"main/p{number}",
        marker="一、",
        path=("第一部分 农业",),
        citation="《关于加快发展现代农业的实施意见》第一部分",
        start=1000 * number,
        text=text,
        restored=text.replace("*", "政"),
        ordinal=number,
        issuers=("中共贵州省委", "贵州省人民政府"),
        kind="意见",
        effective="2020-08-01",
        expires="2025-07-31",
        written="2020-07-30",
    )
    return replace(made, **values)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def make_provision() -> MakeProvision:
    return provision


@pytest.fixture
def provisions() -> list[IndexedProvision]:
    return [provision(text, number) for number, text in enumerate(_TEXTS)]


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "index"
    made = [provision(text, number) for number, text in enumerate(_TEXTS)]
    writer.build(folder, made, JobContext(), len(made))
    return folder


@pytest.fixture
def index(tmp_path: Path, _built: Path) -> Path:
    """Give an index of the provisions, which the test may change."""
    return shutil.copytree(_built, tmp_path / "index")
