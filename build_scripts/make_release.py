"""Makes a team's edition of the program: with its documents, name, icon and words.

    python build_scripts/make_release.py --library DIR --name 某县政策库
        [--about FILE] [--icon FILE.ico] [--publisher 1.root.json] [--program DIR] [--dist DIR]
        [--originals]

DIR holds the team's documents in folders of any depth, or is a library that policyviewer has
made (`--library`). The program opens with them at its first start, without indexing anything. It
is the one that build_windows.py or build_linux.py has built, or the one in --program. What is
handed out lies in --dist then. Gives 1 with the reason when something is wrong.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import bill_of_materials
import build
import build_windows
import linux_packages
import release_files
import team_library
from policyviewer.app.edition import DESCRIPTION, ICON, LIBRARY, PUBLISHERS
from policyviewer.app.packs.publishers import publisher_of
from policyviewer.domain.errors import UserError
from policyviewer.domain.tasks import JobContext, Progress
from windows import release
from windows.release import Edition
from windows.wine import Wine, windows_path

_FORBIDDEN = re.compile(r'[\\/:*?"<>|$%\x00-\x1f]|^\s|[\s.]$')
"""What cannot stand in the name of a file on Windows."""
_LONGEST = 40
_ICO = b"\0\0\1\0"


def checked_name(name: str) -> str:
    """Give the name when files can be called by it; raises BuildError."""
    if not name or len(name) > _LONGEST or _FORBIDDEN.search(name):
        raise build.BuildError(f"--name: {name!r} cannot be the name of a file on Windows")
    return name


def checked_icon(icon: Path) -> Path:
    """Give the icon when it is an .ico file; raises BuildError."""
    if not icon.is_file() or not icon.read_bytes().startswith(_ICO):
        raise build.BuildError(f"--icon: {icon} is no .ico file")
    return icon


def put_edition(program: Path, options: argparse.Namespace) -> None:
    """Put library, name, words and icon into a program folder; raises BuildError, UserError."""
    inner = program / "_internal" / "release"
    shutil.rmtree(inner, ignore_errors=True)
    inner.mkdir()
    about = options.about.read_text(encoding="utf-8-sig").strip() if options.about else ""
    described = {"name": options.name, "about": about}
    text = json.dumps(described, ensure_ascii=False, indent=1)
    (inner / DESCRIPTION).write_text(text + "\n", encoding="utf-8", newline="\n")
    if options.icon:
        shutil.copyfile(options.icon, inner / ICON)
    for publisher in options.publisher:
        root = publisher.read_bytes()
        place = inner / PUBLISHERS / f"{publisher_of(root).id}.root.json"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(root)
    library = inner / LIBRARY
    report = team_library.build(
        options.library, library, JobContext(report=_draw), originals=options.originals
    )
    for failed in report.failed:
        print(f"not read: {failed.source}: {failed.reason}", file=sys.stderr)
    count = team_library.count(library)
    if not count:
        raise build.BuildError(f"--library: no document in {options.library}")
    print(f"\n{count} documents, {len(report.failed)} files not read")


def set_icon(program: Path, icon: Path) -> None:
    """Put the icon into the program's file, for Windows to show; raises BuildError."""
    script = Path(release.__file__).with_name("set_icon.py")
    for name in (build_windows.WINDOW, build_windows.CONSOLE):
        if sys.platform == "win32":
            subprocess.run([sys.executable, script, program / name, icon], check=True)
            continue
        wine, python = _wine()
        places = (script, program / name, icon)
        done = wine.run([str(python), "-s", *map(windows_path, places)])
        if done.status:
            raise build.BuildError(f"the icon could not be set:\n{done.told[-2000:]}")


def make(options: argparse.Namespace) -> list[Path]:
    """Make the edition and what is handed out of it; raises BuildError, UserError."""
    name = checked_name(options.name)
    if options.icon:
        checked_icon(options.icon)
    dist = options.dist.absolute()
    dist.mkdir(parents=True, exist_ok=True)
    program = dist / build.NAME
    shutil.rmtree(program, ignore_errors=True)
    start = found_program(options.program)
    shutil.copytree(start, program, symlinks=True)
    put_edition(program, options)
    version = build.checked_version(build.ROOT)
    edition = Edition(name, version, options.icon or build_windows.ICON, file_name=name)
    if (program / build_windows.WINDOW).is_file():
        if options.icon:
            set_icon(program, options.icon)
        files = release.make(program, dist, edition)
    else:
        files = linux_packages.make(program, dist, edition)
    files += [team_bill(one, dist, name) for one in start.parent.glob("*sbom.cdx.json")]
    return [*files, release_files.write_hashes(dist, files)]


def team_bill(bill: Path, folder: Path, name: str) -> Path:
    """Write the program's bill of materials as that of the edition, and give the file."""
    made = folder / bill.name.replace(release.PROGRAM, name, 1)
    text = bill_of_materials.renamed(bill.read_text(encoding="utf-8"), name)
    made.write_text(text, encoding="utf-8", newline="\n")
    return made


def found_program(given: Path | None) -> Path:
    """Give the program folder to start from; raises BuildError when there is none."""
    places = (
        [given]
        if given
        else [build.ROOT / "dist" / "windows" / build.NAME, build.ROOT / "dist" / build.NAME]
    )
    for place in places:
        if (place / "_internal").is_dir():
            return place
    raise build.BuildError("there is no program yet: run build_windows.py or build_linux.py first")


def main(arguments: Sequence[str]) -> int:
    """Make the edition that the command line asks for."""
    parser = argparse.ArgumentParser(description="Make a team's edition of the program.")
    parser.add_argument("--library", type=Path, required=True, help="folder of documents")
    parser.add_argument("--name", required=True, help="what the program is called")
    parser.add_argument("--about", type=Path, help="text file for the about box")
    parser.add_argument("--icon", type=Path, help=".ico file")
    parser.add_argument("--program", type=Path, help="program folder to start from")
    parser.add_argument("--dist", type=Path, default=build.ROOT / "dist" / "release")
    parser.add_argument(
        "--publisher",
        type=Path,
        action="append",
        default=[],
        help="1.root.json of a publisher whose library packs are trusted from the start",
    )
    parser.add_argument("--originals", action="store_true", help="take the files along as well")
    options = parser.parse_args(arguments)
    try:
        if not options.library.is_dir():
            raise build.BuildError(f"--library: {options.library} is no folder")
        files = make(options)
    except UserError as error:
        print(f"{error.text}{error.hint}", file=sys.stderr)
        return 1
    except (build.BuildError, OSError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    for file in files:
        print(f"{file.stat().st_size / build.MEGABYTE:>8.1f} MB  {file}")
    return 0


def _wine() -> tuple[Wine, Path]:
    """Give what build_windows.py has left behind, or make it."""
    python = build_windows.WORK / "python" / "python.exe"
    prefix = build_windows.WORK / "prefix"
    if python.is_file() and prefix.is_dir():
        return Wine(prefix, environ=build.SETTLED), python
    return build_windows.prepare_wine(build_windows.WORK)


def _draw(progress: Progress) -> None:
    print(f"\r{progress.done}/{progress.total}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
