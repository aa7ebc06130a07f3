from __future__ import annotations

import sys
from pathlib import Path

import pytest

import elf

DUMPS = {
    Path("a.so"): "  NEEDED               libc.so.6\n  NEEDED               b.so\n"
    "    0x0d696914 0x00 03 GLIBC_2.4\n    0x09691a75 0x00 02 GLIBC_2.28\n",
    Path(
        "b.so"
    ): "  NEEDED               libX11.so.6\n    0x00 GLIBC_2.9\n    0x00 GLIBCXX_3.4.99\n",
}


def test_the_newest_version_is_found_by_its_number():
    assert elf.newest_glibc(DUMPS) == ((2, 28), [Path("a.so")])
    assert elf.newest_glibc({}) == ((0,), [])


def test_libraries_that_come_along_are_not_missing():
    assert elf.missing_libraries(DUMPS) == ["libX11.so.6", "libc.so.6"]


def test_a_version_is_written_with_dots():
    assert elf.dotted((2, 28)) == "2.28"


def test_texts_and_links_are_no_elf_files(tmp_path: Path):
    (tmp_path / "program").write_bytes(b"\x7fELF rest")
    (tmp_path / "text").write_bytes(b"\x7fEL")
    (tmp_path / "link").symlink_to("program")
    assert [name for name in ("program", "text", "link") if elf.is_elf(tmp_path / name)] == [
        "program"
    ]


@pytest.mark.skipif("not __import__('shutil').which('objdump')", reason="no objdump here")
def test_an_interpreter_of_this_machine_needs_a_glibc(tmp_path: Path):
    (tmp_path / "python").write_bytes(Path(sys.executable).resolve().read_bytes())
    dumps = elf.headers(tmp_path)
    assert elf.newest_glibc(dumps)[0] >= (2, 2)
    assert any(name.startswith("libc.so") for name in elf.missing_libraries(dumps))
