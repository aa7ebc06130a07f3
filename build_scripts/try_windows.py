"""The drill of the Windows program under Wine, as a Chinese Windows 10 (code page 936).

    python build_scripts/try_windows.py [--dist DIR] [--pictures DIR]

Takes what build_windows.py has built, installs it silently for a user with a Chinese name into a
folder with Chinese letters and blanks, and uses it: self-test, import, note, window (at 200 %,
too), double click, library packs, upgrade, repair, failed start, uninstall; a team's edition;
then the portable archive, from two drive letters and from a medium that cannot be written; an old
Windows; the network. Needs Debian 12 and root (to mount a medium read-only). Gives 1 with the
reason when anything is not as it should be.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import build
from build_windows import ICON, WORK
from windows import carried, drill, packs, team
from windows.screen import screen
from windows.stage import DATA, START_MENU, DrillError, Stage, fresh
from windows.wine import Wine

SAMPLES = build.ROOT / "resources" / "samples"
TOOLS = {"wine": "wine", "Xvfb": "xvfb", "import": "imagemagick", "xdotool": "xdotool"} | {
    "strace": "strace"
}
"""What the drill needs, and the Debian packages that have it."""


def missing_tools(found: Callable[[str], object] = shutil.which) -> list[str]:
    """Give the Debian packages to be installed first."""
    return [package for command, package in TOOLS.items() if not found(command)]


def one_of(folder: Path, ending: str) -> Path:
    """Give the one file of a release with an ending; raises DrillError when there is none."""
    found = sorted(folder.glob(f"*-{ending}"))
    if len(found) != 1:
        raise DrillError(f"{folder} has {len(found)} files *-{ending}: run build_windows.py first")
    return found[0]


def perform(stage: Stage, dist: Path) -> None:
    """Go through the whole drill; raises DrillError at the first thing that is wrong."""
    setup, archive = one_of(dist, "setup.exe"), one_of(dist, "portable.zip")
    newer = drill.newer_setup(stage, dist / build.NAME, ICON)
    _say("install and use")
    before = stage.states()
    folder = drill.install(stage, setup)
    stage.check_written(before, [drill.PLACE, START_MENU], "the installer")
    before = stage.states()
    drill.first_use(stage, folder, SAMPLES)
    drill.double_click(stage, folder)
    stage.check_written(before, [DATA], "the installed program")
    drill.no_network(stage, folder)
    _say("library packs")
    packs.use(stage, folder)
    _say("upgrade, repair, failed start, uninstall")
    drill.upgrade(stage, folder, newer)
    drill.look_at_installer(stage, folder, newer)
    drill.look_at_sharp_screen(stage, folder, newer)
    drill.refuse_while_running(stage, folder, setup)
    drill.failed_start(stage, folder)
    drill.uninstall(stage, folder)
    drill.kept_or_deleted(stage, setup)
    _say("a team's edition")
    team.edition(stage, dist / build.NAME, SAMPLES / "办法.docx")
    _say("portable")
    place = carried.unpacked(stage, archive, "U 盘")
    carried.carry(stage, place, SAMPLES)
    carried.read_only(stage, place)
    carried.on_stick(stage, place)
    _say("Windows 7")
    drill.old_windows(stage, setup, archive)


def main(arguments: Sequence[str]) -> int:
    """Perform the drill, and say how long it took."""
    parser = argparse.ArgumentParser(description="Install, use and remove the Windows program.")
    parser.add_argument("--dist", type=Path, default=build.ROOT / "dist" / "windows")
    parser.add_argument("--pictures", type=Path, default=WORK / "pictures")
    options = parser.parse_args(arguments)
    if missing := missing_tools():
        print(f"missing: apt-get install {' '.join(missing)}", file=sys.stderr)
        return 1
    began = time.monotonic()
    work = fresh(WORK / "drill")
    pictures = fresh(options.pictures.absolute())
    try:
        with screen() as shown:
            stage = Stage(Wine(work / "prefix"), shown, work, pictures)
            stage.make()
            perform(stage, options.dist.absolute())
            stage.wine.end()
    except (DrillError, TimeoutError, subprocess.SubprocessError) as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    print(f"all as it should be, after {time.monotonic() - began:.0f} s; pictures in {pictures}")
    return 0


def _say(what: str) -> None:
    print(f"\n== {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
