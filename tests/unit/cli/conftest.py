"""Run the command line in this process, with its own home and library."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from policyviewer.app.paths import AppPaths
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
def cli(home: Path, tmp_path: Path, bundled_shelf: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run a command against a library of its own, or that of a user who has started the program
    before; gives status, stdout and stderr.
    """
    cache = AppPaths.under(home).bundled_cache

    def call(*words: object, library: bool = True) -> Result:
        if not library and not cache.exists():
            shutil.copytree(bundled_shelf, cache)
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
