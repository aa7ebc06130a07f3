from __future__ import annotations

import configparser
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import linux_packages
from linux_packages import depends, largest_picture, lay_out, make
from windows.release import Edition

ICONS = Path(__file__).parents[2] / "resources" / "icons"
EDITION = Edition("某县政策库", "1.2.3", ICONS / "policyviewer.ico")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give a program folder with one ELF file, the interpreter of this machine."""
    folder = tmp_path / "PolicyViewer"
    (folder / "_internal").mkdir(parents=True)
    shutil.copyfile(Path(sys.executable).resolve(), folder / "policyviewer")
    (folder / "policyviewer").chmod(0o755)
    return folder


@pytest.fixture
def root(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(linux_packages.elf, "missing_libraries", lambda _dumps: ["libEGL.so.1"])
    lay_out(tmp_path / "root", program, EDITION)
    return tmp_path / "root"


pytestmark = pytest.mark.skipif(
    "not __import__('shutil').which('objdump')", reason="packages are made where objdump is"
)


def test_a_package_needs_the_glibc_and_the_libraries_of_the_system():
    assert depends((2, 28), ["libc.so.6", "libGL.so.1", "ld-linux-x86-64.so.2"]) == [
        "libc6 (>= 2.28)",
        "libgl1",
    ]


def test_a_library_nobody_is_known_to_have_is_refused():
    with pytest.raises(ValueError, match="libodd"):
        depends((2, 28), ["libodd.so.1"])


def test_the_desktop_shows_the_name_and_opens_files(root: Path):
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(root / "usr/share/applications/policyviewer.desktop", encoding="utf-8")
    shown = entry["Desktop Entry"]
    assert shown["Name"] == "某县政策库"
    assert shown["Exec"] == "/opt/policyviewer/policyviewer %F"
    kinds = ElementTree.parse(root / "usr/share/mime/packages/policyviewer.xml").getroot()
    assert [kind.get("type") for kind in kinds] == shown["MimeType"].rstrip(";").split(";")


def test_the_desktop_has_the_largest_picture_of_the_icon(root: Path):
    drawn = root / "usr/share/icons/hicolor/256x256/apps/policyviewer.png"
    assert drawn.read_bytes() == (ICONS / "policyviewer-256.png").read_bytes()


def test_an_icon_of_bitmaps_has_no_picture_for_the_desktop():
    entry = struct.pack("<BBBBHHII", 16, 16, 0, 0, 1, 32, 4, 22)
    assert largest_picture(struct.pack("<HHH", 0, 1, 1) + entry + b"BITS") is None


def test_the_command_leads_to_the_program(root: Path):
    link = root / "usr/bin/policyviewer"
    assert (link.parent / link.readlink()).resolve() == root / "opt/policyviewer/policyviewer"


def test_the_package_says_what_it_is(root: Path):
    control = (root / "DEBIAN/control").read_text(encoding="utf-8")
    assert "Version: 1.2.3\n" in control
    assert "libegl1" in control
    sums = (root / "DEBIAN/md5sums").read_text(encoding="utf-8")
    assert "opt/policyviewer/policyviewer\n" in sums
    assert "DEBIAN" not in sums


@pytest.mark.skipif("not __import__('shutil').which('dpkg-deb')", reason="not Debian")
def test_the_same_program_gives_the_same_package(program: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(linux_packages.elf, "missing_libraries", lambda _dumps: [])
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append([file.read_bytes() for file in make(program, tmp_path / name, EDITION)])
    assert made[0] == made[1]
    package = next((tmp_path / "one").glob("*.deb"))
    told = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True)
    assert "./opt/policyviewer/policyviewer" in told.stdout
