"""Run the command line in this process, with its own home and library."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from policyviewer.cli.run import run

OPINION = """青山县人民政府关于加快蔬菜产业发展的实施意见
（2026年3月5日）
各乡镇人民政府：
现提出如下意见。
一、总体要求
（一）指导思想。坚持绿色发展，以市场为导向，发展蔬菜产业。
（二）发展目标。到2028年，全县蔬菜种植面积达到三万亩。
二、主要任务
（一）建设基地。建设一批绿色蔬菜基地，县人民*府给予补助。
"""


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return json.loads(self.out)


Cli = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def cli(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run a command against a library of its own; gives status, stdout and stderr."""

    def call(*words: object, library: bool = True) -> Result:
        place = ["--library", str(tmp_path / "lib")] if library else []
        capsys.readouterr()
        status = run([*map(str, words), "--home", str(home), *place])
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return call


@pytest.fixture
def opinion(tmp_path: Path) -> Path:
    path = tmp_path / "意见.txt"
    path.write_text(OPINION, encoding="utf-8")
    return path


@pytest.fixture
def filled(cli: Cli, opinion: Path) -> Cli:
    assert cli("import", opinion).status == 0
    return cli
