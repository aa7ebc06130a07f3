"""Freezes the program into dist/PolicyViewer/ and proves that the result works by itself.

    python build_scripts/build.py [--dist DIR]

Needs ``pip install -e '.[dev]'``; on Linux also objdump (binutils) and a shared libpython.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.metadata import version as installed_version
from importlib.util import find_spec
from pathlib import Path

import build_index
import contents
import policyviewer
import release_files
import smaller
import version_info

ROOT = Path(__file__).resolve().parent.parent
NAME = "PolicyViewer"
WORK = ROOT / "build"
_WINDOWS = sys.platform == "win32"
_PROGRAM = "policyviewer-cli.exe" if _WINDOWS else "policyviewer"
SPEC = ROOT / "build_scripts" / "policyviewer.spec"
SETTLED = {
    "PYTHONHASHSEED": "1",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "SOURCE_DATE_EPOCH": str(release_files.EPOCH),
}
"""Variables under which the same sources give the same bytes."""
_SMOKE_SECONDS = 300
MEGABYTE = 10**6
"""In bytes, as the targets for sizes mean it."""
_SHOWN = 12


class BuildError(Exception):
    """Ends the build; its text says what is wrong."""


def checked_version(root: Path) -> str:
    """Give the version that source, installation and CHANGELOG.md agree on; else BuildError."""
    version = policyviewer.__version__
    if installed_version("policyviewer") != version:
        raise BuildError(f"{version} is not what is installed: run pip install -e '.[dev]' again")
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    if not re.search(rf"^## {re.escape(version)}\b", changelog, re.MULTILINE):
        raise BuildError(f"CHANGELOG.md has no section for {version}")
    return version


def checked_sources() -> str:
    """Build the bundled index, and give the version; raises BuildError."""
    version = checked_version(ROOT)
    if build_index.main():
        raise BuildError("the bundled index could not be built")
    return version


def prepare(version: str) -> None:
    """Make what the spec reads."""
    WORK.mkdir(exist_ok=True)
    (WORK / "version_info.txt").write_text(version_info.text(version), encoding="utf-8")


def freezing(dist: str, work: str, spec: str) -> list[str]:
    """Give the arguments with which an interpreter freezes the program."""
    options = ["--noconfirm", "--clean", "--log-level=WARN", "--distpath", dist, "--workpath", work]
    return ["-s", "-m", "PyInstaller", *options, spec]


def freeze(version: str, dist: Path) -> Path:
    """Run PyInstaller and give the program folder; raises BuildError when it fails."""
    prepare(version)
    command = [sys.executable, *freezing(str(dist), str(WORK), str(SPEC))]
    if subprocess.run(command, env={**os.environ, **SETTLED}, check=False).returncode:
        raise BuildError("PyInstaller failed")
    return dist / NAME


def required_files(root: Path, system: str = sys.platform) -> list[str]:
    """Give the places below the program's inner folder where our own data must lie."""
    package = root / "src" / "policyviewer"
    trees = (root / "resources", root / "index", package / "storage" / "migrations")
    bases = (root, root, root / "src")
    ours = [
        file.relative_to(base).as_posix()
        for tree, base in zip(trees, bases, strict=True)
        for file in tree.rglob("*")
        if file.is_file() and contents.is_wanted(file.as_posix())
    ]
    words = smaller.PACKED_DICTIONARY if find_spec("rjieba") else smaller.DICTIONARY
    theirs = (words, "opencc/dictionary/TSCharacters.txt")
    exported = ("docx/templates/default.docx", "tzdata/zoneinfo/UTC")
    ours = [place for place in ours if contents.is_needed(place, system)]
    return [*ours, "LICENSE", *theirs, *exported, "qtawesome/fonts/remixicon-2.5.0.ttf"]


def inspect(program: Path, root: Path, system: str = sys.platform) -> None:
    """Raise BuildError when something is missing from the program folder or is one too many."""
    inner = program / "_internal"
    places = sorted(file.relative_to(inner).as_posix() for file in inner.rglob("*"))
    complaints = [
        *(f"missing: {place}" for place in contents.missing(places, required_files(root, system))),
        *(f"missing: {name}" for name in contents.missing_of_qt(places, system)),
        *(f"must not be there: {place}" for place in contents.unwanted(places)),
    ]
    if complaints:
        raise BuildError("\n".join(complaints))


def sizes(program: Path) -> str:
    """Give a table of what the folder's megabytes are."""
    parts: Counter[str] = Counter()
    for file in program.rglob("*"):
        if file.is_file() and not file.is_symlink():
            parts[contents.part_of(file.relative_to(program).as_posix())] += file.stat().st_size
    rows = [f"{size / MEGABYTE:>8.1f} MB  {part}" for part, size in parts.most_common(_SHOWN)]
    return "\n".join([f"{parts.total() / MEGABYTE:>8.1f} MB  {program} in all, of these", *rows])


def smoke_environment(home: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Give an environment in which nothing of this development environment can help."""
    kept = ("PATH", "SYSTEMROOT", "WINDIR", "LANG")
    places = {
        name: str(home)
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMP", "TEMP", "TMPDIR")
    }
    return {
        **{name: environ[name] for name in kept if name in environ},
        **places,
        "QT_QPA_PLATFORM": "offscreen",
    }


def smoke_test(program: Path) -> None:
    """Start a copy of the program at a place with Chinese letters and a blank in its name.

    Raises BuildError when it fails, says anything on stderr or writes into its own folder.
    """
    with tempfile.TemporaryDirectory(prefix="policyviewer-") as folder:
        copy = Path(folder) / "政策 阅读" / NAME
        shutil.copytree(program, copy, symlinks=True)
        home = Path(folder) / "用户"
        home.mkdir()
        before = states(copy)
        done = subprocess.run(
            [copy / _PROGRAM, "--smoke-test"],
            env=smoke_environment(home, os.environ),
            cwd=home,
            capture_output=True,
            encoding="utf-8",
            timeout=_SMOKE_SECONDS,
            check=False,
        )
        print(done.stdout, end="")
        if done.returncode or done.stderr:
            raise BuildError(f"smoke test: status {done.returncode}\n{done.stderr}")
        if states(copy) != before:
            raise BuildError("smoke test: the program wrote into its own folder")


def states(folder: Path) -> dict[Path, int]:
    """Give the time of the last change of everything in a folder."""
    return {file: file.stat().st_mtime_ns for file in folder.rglob("*")}


def main(arguments: Sequence[str]) -> int:
    """Build, inspect and try; 1 with the reason on stderr when a step fails."""
    parser = argparse.ArgumentParser(description="Freeze the program and prove that it works.")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where to put it")
    options = parser.parse_args(arguments)
    try:
        version = checked_sources()
        program = freeze(version, options.dist.absolute())
        inspect(program, ROOT)
        print(sizes(program))
        smoke_test(program)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{NAME} {version} is ready in {program}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
