"""What is handed out of a finished program folder: installer, portable archive, hashes."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import release_files
from policyviewer.app.paths import PORTABLE_MARK, PORTABLE_WORDS
from windows import installer, launcher

PROGRAM = "PolicyViewer"
_READ_FIRST = "请先看我.txt"
_READ_FIRST_WORDS = """\
{name} {version}（便携版，不用安装）

1. 需要 64 位的 Windows 10 或更新的系统。
2. 先把整个压缩包解压到一个文件夹，再打开其中的“{name}.exe”。
3. 批注、导入的文件和设置都在 PolicyViewer\\data 文件夹里，跟着这个文件夹走，可以放在 U 盘上。
4. 换新版本：解压新版本，把旧文件夹里的 PolicyViewer\\data 复制到新文件夹的同一个位置。
5. 不连接任何网络，不写注册表。
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a release is called: in the start menu, and in the names of its files."""

    name: str
    version: str
    icon: Path
    file_name: str = PROGRAM

    def file(self, folder: Path, ending: str) -> Path:
        """Give the place of one of its files."""
        return folder / f"{self.file_name}-{self.version}-{ending}"


def make(program: Path, folder: Path, edition: Edition) -> list[Path]:
    """Make everything that is handed out, and give the files.

    Raises CalledProcessError and FileNotFoundError when a tool fails or is missing.
    """
    release_files.stamp(program)
    setup = edition.file(folder, "setup.exe")
    portable = edition.file(folder, "portable.zip")
    installer.make(program, setup, edition.name, edition.version, edition.icon)
    write_portable(program, portable, edition)
    return [setup, portable]


def write_portable(program: Path, output: Path, edition: Edition) -> None:
    """Write the archive that runs where it is unpacked: a launcher beside the program's folder."""
    with tempfile.TemporaryDirectory() as made:
        top = Path(made)
        shutil.copytree(program, top / PROGRAM)
        start = top / f"{edition.name}.exe"
        launcher.make(start, edition.name, edition.version, edition.icon)
        words = _READ_FIRST_WORDS.format(name=edition.name, version=edition.version)
        texts = {f"{PROGRAM}/{PORTABLE_MARK}": PORTABLE_WORDS, _READ_FIRST: words}
        extra = {place: text.replace("\n", "\r\n") for place, text in texts.items()}
        release_files.write_zip(output, top, edition.name, extra)
