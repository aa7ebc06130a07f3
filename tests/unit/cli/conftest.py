"""Run the command line in this process, with its own home and library."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from policyviewer.cli.run import run

OPINION = (Path(__file__).parents[2] / "data" / "意见.txt").read_text(encoding="utf-8")


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
