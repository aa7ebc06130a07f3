"""Builds the Linux program, for Debian and its kin (Kylin, UOS), and all that is handed out.

    python build_scripts/build_linux.py [--dist DIR] [--install]

Freezes with the Python that runs it (see build.py), packs an archive and a Debian package, and
says which glibc they need: the program runs where that one or a newer one is. ``--install``
installs the package here, starts it, and removes it again; that needs root.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import build
import build_windows
import elf
import linux_packages
import release_files
from bill_of_materials import Part, bill, installed_parts
from windows.release import Edition


def build_all(dist: Path) -> list[Path]:
    """Build program and packages into a folder; give the files that are handed out."""
    version = build.checked_sources()
    edition = Edition(build_windows.NAME, version, build_windows.ICON)
    program = build.freeze(version, dist)
    build.inspect(program, build.ROOT)
    print(build.sizes(program))
    build.smoke_test(program)
    files = linux_packages.make(program, dist, edition)
    files.append(write_bill(dist, edition))
    print(needs(program))
    return [*files, release_files.write_hashes(dist, files)]


def needs(program: Path) -> str:
    """Give a sentence on what the program needs of the system."""
    dumps = elf.headers(program)
    version, files = elf.newest_glibc(dumps)
    libraries = ", ".join(elf.missing_libraries(dumps))
    names = ", ".join(sorted(file.name for file in files)[:4])
    return f"needs glibc {elf.dotted(version)} or newer (for {names}), and {libraries}"


def write_bill(folder: Path, edition: Edition) -> Path:
    """Write the bill of materials: what is installed where this runs."""
    interpreter = Part("cpython", platform.python_version(), licence="PSF-2.0", kind="generic")
    made_of = [interpreter, *installed_parts("policyviewer")]
    program = Part(build.NAME, edition.version, licence="MIT")
    output = edition.file(folder, "linux-sbom.cdx.json")
    text = bill(program, made_of, release_files.EPOCH)
    output.write_text(text, encoding="utf-8", newline="\n")
    return output


def try_package(package: Path) -> None:
    """Install the package, start the program as a user would, remove it; raises BuildError."""
    name = linux_packages.PACKAGE
    _must(["apt-get", "install", "-y", "-qq", "--no-install-recommends", str(package)])
    try:
        with tempfile.TemporaryDirectory() as home:
            environ = build.smoke_environment(Path(home), os.environ)
            _must([f"/usr/bin/{name}", "--smoke-test"], environ)
    finally:
        _must(["dpkg", "--remove", name])
    if Path(f"/{linux_packages.HOME}").exists():
        raise build.BuildError("removed, but its folder is still there")


def main(arguments: Sequence[str]) -> int:
    """Build, and print the sizes of what was made; 1 with the reason when a step fails."""
    parser = argparse.ArgumentParser(description="Build the Linux program and its packages.")
    parser.add_argument("--dist", type=Path, default=build.ROOT / "dist" / "linux")
    parser.add_argument("--install", action="store_true", help="install, start, remove (root)")
    options = parser.parse_args(arguments)
    dist = options.dist.absolute()
    dist.mkdir(parents=True, exist_ok=True)
    try:
        files = build_all(dist)
        if options.install:
            try_package(next(file for file in files if file.suffix == ".deb"))
            print("installed, started and removed")
    except (build.BuildError, subprocess.CalledProcessError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    for file in files:
        print(f"{file.stat().st_size / build.MEGABYTE:>8.1f} MB  {file}")
    return 0


def _must(command: list[str], environ: Mapping[str, str] | None = None) -> None:
    """Run a command; raises CalledProcessError when it fails."""
    subprocess.run(command, env=environ, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
