"""Builds the Windows program and all that is handed out of it.

    python build_scripts/build_windows.py [--debian-packages] [--dist DIR] [--twice]

On Debian 12 it runs under Wine: a verified CPython, packages by hash, PyInstaller, NSIS. On
Windows it freezes with the Python that runs it (64-bit, `pip install -e ".[dev]"`), and needs
makensis and MinGW-w64 on the PATH. Gives 1 with the reason when a step fails.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import bill_of_materials
import build
import make_requirements
import release_files
from bill_of_materials import Part
from windows import cpython, release, stand_ins, wheels
from windows.release import Edition
from windows.wine import Wine, windows_path

WORK = build.ROOT / "build" / "windows"
NAME = "政策阅读器"
ICON = build.ROOT / "resources" / "icons" / "policyviewer.ico"
WINDOW = "PolicyViewer.exe"
CONSOLE = "policyviewer-cli.exe"
PACKAGES = {
    "wine": "wine wine64",
    "makensis": "nsis",
    "osslsigncode": "osslsigncode",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "localedef": "locales",
    "Xvfb": "xvfb",
}
"""What Debian must have, by the commands that tell whether it is there."""
_FONTS = "fonts-noto-cjk"
_LOCALE = ("localedef", "-i", "zh_CN", "-f", "UTF-8", "zh_CN.UTF-8")
"""Makes the locale by which Wine is like a Chinese Windows (code page 936)."""
_ON_WINDOWS = sys.platform == "win32"
_FREEZING = 60
"""Minutes that freezing may take: four on a quiet machine, twenty on a busy one."""
_FOLDER_TARGET, _SETUP_TARGET = 130, 45
"""How large folder and installer may be, in millions of bytes."""


def missing_packages(found: Callable[[str], object] = shutil.which) -> list[str]:
    """Give the Debian packages that are to be installed first."""
    wanted = (words for command, words in PACKAGES.items() if not found(command))
    return [package for words in wanted for package in words.split()]


def install_packages() -> None:
    """Install what is missing; needs root. Raises CalledProcessError."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    names = [*missing_packages(), _FONTS]
    subprocess.run(["apt-get", "update", "-qq"], env=environ, check=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
    subprocess.run(install, env=environ, check=True)
    subprocess.run(_LOCALE, check=True)


def prepare_wine(work: Path) -> tuple[Wine, Path]:
    """Give a fresh prefix, and the python.exe that freezes in it; raises BuildError."""
    python = work / "python"
    shutil.rmtree(python, ignore_errors=True)
    with _timed("CPython, verified"):
        try:
            cpython.lay_out(cpython.fetch(work / "downloads"), python)
        except cpython.UntrustedError as error:
            raise build.BuildError(f"the Windows CPython is not to be trusted: {error}") from error
    with _timed("packages, by hash"):
        wheels.install(python, work / "downloads" / "packages")
    with _timed("Wine prefix"):
        wine = Wine(work / "prefix", environ=build.SETTLED)
        wine.make()
    return wine, python / "python.exe"


def freeze_under_wine(version: str, dist: Path, wine: Wine, python: Path) -> Path:
    """Give the program folder; raises BuildError with what PyInstaller said."""
    build.prepare(version)
    places = (dist, WORK / "work", build.SPEC)
    done = wine.run([str(python), *build.freezing(*map(windows_path, places))], _FREEZING)
    if done.status:
        raise build.BuildError(f"PyInstaller failed:\n{done.told[-4000:]}")
    return dist / build.NAME


def inspect(program: Path) -> None:
    """Raise BuildError unless the folder holds what it must, and no stand-in of ours."""
    build.inspect(program, build.ROOT, "win32")
    alien = [file.name for file in program.rglob("*.dll") if file.name.lower() in stand_ins.NAMES]
    if alien:
        raise build.BuildError(f"must not be shipped: {', '.join(alien)}")


def smoke_test(program: Path, wine: Wine) -> None:
    """Start a copy at a place with Chinese letters and a blank in its name, without a display.

    Raises BuildError when it fails or writes into its own folder.
    """
    with tempfile.TemporaryDirectory(prefix="policyviewer-") as folder:
        copy = Path(folder) / "政策 阅读" / build.NAME
        shutil.copytree(program, copy)
        before = build.states(copy)
        done = wine.run([str(copy / CONSOLE), "--smoke-test"], minutes=5)
        print(done.told, end="")
        if done.status:
            raise build.BuildError(f"smoke test: status {done.status}")
        if build.states(copy) != before:
            raise build.BuildError("smoke test: the program wrote into its own folder")


def write_bill(folder: Path, edition: Edition, packages: Path, python: str) -> Path:
    """Write the bill of materials of a program that is frozen from packages in a folder."""
    pinned = make_requirements.pinned(make_requirements.REQUIREMENTS.read_text("utf-8"))
    interpreter = Part("cpython", python, licence="PSF-2.0", kind="generic")
    program = Part(build.NAME, edition.version, licence="MIT")
    made_of = [interpreter, *bill_of_materials.parts(pinned, packages)]
    output = edition.file(folder, "sbom.cdx.json")
    text = bill_of_materials.bill(program, made_of, release_files.EPOCH)
    output.write_text(text, encoding="utf-8", newline="\n")
    return output


def build_all(
    dist: Path,
    freeze: Callable[[str, Path], Path],
    attempt: Callable[[Path], None],
    packages: Path,
) -> list[Path]:
    """Build program and release into a folder; give the files that are handed out.

    ``freeze`` gives the program folder, ``attempt`` raises BuildError when it does not work.
    """
    version = build.checked_sources()
    edition = Edition(NAME, version, ICON)
    with _timed("PyInstaller"):
        program = freeze(version, dist)
    inspect(program)
    print(build.sizes(program))
    with _timed("self-test"):
        attempt(program)
    with _timed("installer and archive"):
        files = release.make(program, dist, edition)
    python = platform.python_version() if _ON_WINDOWS else cpython.VERSION
    files.append(write_bill(dist, edition, packages, python))
    print(against_targets(program, files[0]))
    return [*files, release_files.write_hashes(dist, files)]


def against_targets(program: Path, setup: Path) -> str:
    """Give the sizes of the program's folder and of its installer beside their targets."""
    folder = sum(file.stat().st_size for file in program.rglob("*") if file.is_file())
    measured = (
        ("folder", folder, _FOLDER_TARGET),
        ("installer", setup.stat().st_size, _SETUP_TARGET),
    )
    return "\n".join(
        f"{size / build.MEGABYTE:>8.1f} MB  {what}: target {target} MB, "
        f"{'reached' if size <= target * build.MEGABYTE else 'MISSED'}"
        for what, size, target in measured
    )


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Give the files that two builds do not have in common."""
    return sorted(
        place for place in one.keys() | other.keys() if one.get(place) != other.get(place)
    )


def compare(one: Path, other: Path) -> None:
    """Print what two builds have in common; raises BuildError when anything is not the same."""
    left, right = release_files.fingerprint(one), release_files.fingerprint(other)
    apart = differences(left, right)
    print(f"{len(left)} files in {one.name}, {len(right)} in {other.name}, {len(apart)} differ")
    for place in sorted(place for place in left if "/" not in place):
        print(f"{left[place]}  {right.get(place, '-'):64}  {place}")
    if apart:
        raise build.BuildError("not the same twice:\n" + "\n".join(apart))


def run(options: argparse.Namespace) -> None:
    """Build as the command line asks; raises BuildError."""
    dist = options.dist.absolute()
    dist.mkdir(parents=True, exist_ok=True)
    if _ON_WINDOWS:
        packages = Path(sysconfig.get_path("purelib"))
        build_all(dist, build.freeze, build.smoke_test, packages)
        return
    if options.debian_packages:
        install_packages()
    if missing := missing_packages():
        words = " ".join(missing)
        raise build.BuildError(f"missing: {words}\nrun this again with --debian-packages (as root)")
    wine, python = prepare_wine(WORK)
    packages = python.parent / "Lib" / "site-packages"

    def freeze(version: str, folder: Path) -> Path:
        return freeze_under_wine(version, folder, wine, python)

    def attempt(program: Path) -> None:
        smoke_test(program, wine)

    build_all(dist, freeze, attempt, packages)
    if options.twice:
        again = WORK / "again"
        shutil.rmtree(again, ignore_errors=True)
        again.mkdir(parents=True)
        build_all(again, freeze, attempt, packages)
        compare(dist, again)


def main(arguments: Sequence[str]) -> int:
    """Build, and print the sizes of what was made."""
    parser = argparse.ArgumentParser(description="Build the Windows program and its release.")
    parser.add_argument("--dist", type=Path, default=build.ROOT / "dist" / "windows")
    parser.add_argument("--debian-packages", action="store_true", help="install what is missing")
    parser.add_argument("--twice", action="store_true", help="build twice and compare all hashes")
    options = parser.parse_args(arguments)
    try:
        run(options)
    except (build.BuildError, subprocess.CalledProcessError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    for file in sorted(path for path in options.dist.iterdir() if path.is_file()):
        print(f"{file.stat().st_size / build.MEGABYTE:>8.1f} MB  {file}")
    return 0


@contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:>8.1f} s   {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
