"""The Windows CPython's packages, each by its hash, installed from here without running it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from make_requirements import REQUIREMENTS, TAGS

_RUNTIME = ("vcruntime140.dll", "vcruntime140_1.dll")
_BUILDER = "setuptools"


def install(python: Path, downloads: Path) -> None:
    """Fetch the packages, build those that have no wheel, and install them all.

    Raises CalledProcessError when pip finds no package with the right hash.
    """
    shutil.rmtree(downloads, ignore_errors=True)  # what was pinned before must not be installed
    downloads.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as made:
        builder, built = Path(made) / "builder", Path(made) / "built"
        _install_builder(builder)
        by_hash = ["--require-hashes", "-r", str(REQUIREMENTS), "-d", str(downloads)]
        _pip(["download", "--no-deps", "--no-build-isolation", *TAGS, *by_hash], builder)
        archives = sorted(map(str, downloads.glob("*.tar.gz")))
        options = ["--no-deps", "--no-build-isolation", "--no-index", "-w", str(built)]
        _pip(["wheel", *options, *archives], builder)
        wheels = sorted([*downloads.glob("*.whl"), *built.glob("*-none-any.whl")])
        packages = python / "Lib" / "site-packages"
        shutil.rmtree(packages, ignore_errors=True)
        options = ["--no-deps", "--no-compile", "--no-index", *TAGS, "--target", str(packages)]
        _pip(["install", *options, *map(str, wheels)])
    for name in _RUNTIME:
        shutil.copy(packages / "shiboken6" / name, python / name)


def line_of(name: str, requirements: str) -> str:
    """Give the line of a requirements file that pins a package; raises ValueError without one."""
    for line in requirements.splitlines():
        if line.startswith(f"{name}=="):
            return line
    raise ValueError(f"no requirement pins {name}")


def _install_builder(folder: Path) -> None:
    """Put the pinned setuptools into a folder: the source archives are built with nothing else."""
    with tempfile.TemporaryDirectory() as made:
        wanted = Path(made) / "builder.txt"
        wanted.write_text(line_of(_BUILDER, REQUIREMENTS.read_text("utf-8")), encoding="utf-8")
        options = ["--no-deps", "--require-hashes", "-r", str(wanted), "--target", str(folder)]
        _pip(["install", *options])


def _pip(arguments: Sequence[str], builder: Path | None = None) -> None:
    environ = {**os.environ, **({"PYTHONPATH": str(builder)} if builder else {})}
    subprocess.run(
        [sys.executable, "-m", "pip", arguments[0], "-qq", *arguments[1:]], env=environ, check=True
    )
