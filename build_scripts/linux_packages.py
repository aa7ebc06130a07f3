"""What is handed out for Linux: an archive of the program folder, and a Debian package."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

import elf
import release_files
from windows.release import Edition

PACKAGE = "policyviewer"
HOME = f"opt/{PACKAGE}"
"""Where the package puts the program; below /opt nothing of a distribution is in the way."""
ROOT = Path(__file__).resolve().parent.parent
_ICON = ROOT / "resources" / "icons" / "policyviewer-256.png"
_COUNT, _ENTRY = struct.Struct("<H"), struct.Struct("<BBBBHHII")
"""Of an .ico file: how many pictures there are, and what it says of each."""
_PNG = b"\x89PNG"
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_PROVIDERS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdrm.so.2": "libdrm2",
    "libgbm.so.1": "libgbm1",
}
"""The packages of what PyInstaller leaves to the system: it must fit the graphics driver."""
_OF_GLIBC = (
    "ld-linux",
    "libc.so",
    "libdl.so",
    "libm.so",
    "libpthread.so",
    "librt.so",
    "libutil.so",
)
_CONTROL = """\
Package: {package}
Version: {version}
Architecture: {architecture}
Maintainer: PolicyViewer
Installed-Size: {size}
Depends: {depends}
Section: text
Priority: optional
Description: offline reader of Chinese policy documents
 Reads, searches, annotates and cites policy documents without any network.
"""
_DESKTOP = """\
[Desktop Entry]
Type=Application
Name={name}
Name[en]=PolicyViewer
Comment=离线阅读、检索和摘记政策文件
Comment[en]=Read, search and annotate policy documents offline
Exec=/{home}/policyviewer %F
Icon={package}
Terminal=false
Categories=Office;Viewer;
MimeType=application/vnd.policyviewer.notes;application/vnd.policyviewer.pack;
StartupWMClass=policyviewer
"""
_MIME = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/vnd.policyviewer.notes">
    <comment>PolicyViewer note package</comment>
    <comment xml:lang="zh_CN">政策阅读器批注包</comment>
    <icon name="policyviewer"/>
    <glob pattern="*.pvnotes"/>
  </mime-type>
  <mime-type type="application/vnd.policyviewer.pack">
    <comment>PolicyViewer library pack</comment>
    <comment xml:lang="zh_CN">政策阅读器文库包</comment>
    <icon name="policyviewer"/>
    <glob pattern="*.pvpack"/>
  </mime-type>
</mime-info>
"""


def make(program: Path, folder: Path, edition: Edition) -> list[Path]:
    """Make both and give them; raises CalledProcessError when a tool fails."""
    archive = edition.file(folder, f"linux-{platform.machine()}.tar.gz")
    release_files.write_tar(archive, program, f"{PACKAGE}-{edition.version}")
    package = folder / f"{PACKAGE}_{edition.version}_{architecture()}.deb"
    with tempfile.TemporaryDirectory() as made:
        root = Path(made) / "root"
        lay_out(root, program, edition)
        _pack(root, package)
    return [archive, package]


def architecture() -> str:
    """Give Debian's name for the processor of this machine."""
    return _ARCHITECTURES.get(platform.machine(), platform.machine())


def lay_out(root: Path, program: Path, edition: Edition) -> None:
    """Lay out everything that the package installs, and what it says of itself."""
    shutil.copytree(program, root / HOME, symlinks=True)
    texts = {
        f"usr/share/applications/{PACKAGE}.desktop": _DESKTOP.format(
            name=edition.name, home=HOME, package=PACKAGE
        ),
        f"usr/share/mime/packages/{PACKAGE}.xml": _MIME,
        f"usr/share/doc/{PACKAGE}/copyright": (ROOT / "LICENSE").read_text("utf-8"),
    }
    for place, text in texts.items():
        _write(root / place, text)
    icon = root / "usr" / "share" / "icons" / "hicolor" / "256x256" / "apps" / f"{PACKAGE}.png"
    icon.parent.mkdir(parents=True)
    icon.write_bytes(largest_picture(edition.icon.read_bytes()) or _ICON.read_bytes())
    link = root / "usr" / "bin" / PACKAGE
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../../{HOME}/policyviewer")
    dumps = elf.headers(root / HOME)
    sums = "".join(f"{digest}  {place}\n" for place, digest in _digests(root))
    size = sum(file.stat().st_size for file in root.rglob("*") if file.is_file()) // 1024
    control = _CONTROL.format(
        package=PACKAGE,
        version=edition.version,
        architecture=architecture(),
        size=size,
        depends=", ".join(depends(elf.newest_glibc(dumps)[0], elf.missing_libraries(dumps))),
    )
    _write(root / "DEBIAN" / "control", control)
    _write(root / "DEBIAN" / "md5sums", sums)


def largest_picture(icon: bytes) -> bytes | None:
    """Give the largest PNG picture of an .ico file; None where it holds only bitmaps."""
    (count,) = _COUNT.unpack_from(icon, 4)
    entries = (_ENTRY.unpack_from(icon, 6 + at * _ENTRY.size) for at in range(count))
    pictures = (icon[start : start + size] for *_form, size, start in entries)
    return max((one for one in pictures if one.startswith(_PNG)), key=len, default=None)


def depends(glibc: elf.Version, libraries: list[str]) -> list[str]:
    """Give what the package needs of the system; raises ValueError for an unknown library."""
    foreign = [one for one in libraries if not one.startswith(_OF_GLIBC)]
    unknown = [one for one in foreign if one not in _PROVIDERS]
    if unknown:
        raise ValueError(f"no package is known to have {', '.join(unknown)}")
    return [f"libc6 (>= {elf.dotted(glibc)})", *sorted(_PROVIDERS[one] for one in foreign)]


def _pack(root: Path, package: Path) -> None:
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    root.chmod(0o755)
    release_files.stamp(root)
    environ = {**os.environ, "SOURCE_DATE_EPOCH": str(release_files.EPOCH)}
    options = ["-Zxz", "--root-owner-group", "--build", str(root), str(package)]
    subprocess.run(["dpkg-deb", *options], env=environ, check=True, stdout=subprocess.DEVNULL)


def _digests(root: Path) -> list[tuple[str, str]]:
    files = (file for file in root.rglob("*") if file.is_file() and not file.is_symlink())
    return sorted(
        (file.relative_to(root).as_posix(), hashlib.md5(file.read_bytes()).hexdigest())
        for file in files
    )


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
