from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest

from policyviewer.domain.errors import UnreadableDocumentError, UserError
from policyviewer.importers import registry
from policyviewer.importers.registry import SourceFile, expand, read


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_text_is_read_with_its_hash(tmp_path: Path):
    data = "一、修路。\r\n".encode("gbk")
    read = registry.read(write(tmp_path / "通知.txt", data))
    assert (read.text, read.format) == ("一、修路。\n", "txt")
    assert (read.sha256, read.data) == (hashlib.sha256(data).hexdigest(), data)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("空.txt", b"", "空文件"),
        ("白.txt", b" \r\n\t", "空文件"),
        ("全角.txt", "　　\n".encode(), "没有文字"),
        ("改名.txt", b"%PDF-1.7 ...", "PDF"),
        ("通知.docx", b"PK\x03\x04....", "压缩过的文件"),
        ("通知.rar", b"Rar!\x1a\x07....", "RAR"),
        ("通知.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "Word"),
        ("程序.txt", bytes(range(256)) * 9, "不是文本"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, reason: str
):
    with pytest.raises(UnreadableDocumentError, match=reason) as caught:
        registry.read(write(tmp_path / name, data))
    assert name in caught.value.text
    assert caught.value.hint


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path):
    with pytest.raises(UnreadableDocumentError, match="找不到"):
        registry.read(tmp_path / "无.txt")
    with pytest.raises(UnreadableDocumentError, match="文件夹"):
        registry.read(tmp_path)


def test_a_giant_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(registry, "LARGEST", 10)
    with pytest.raises(UnreadableDocumentError, match="太大"):
        registry.read(write(tmp_path / "大.txt", b"x" * 11))


def test_folders_are_read_to_the_bottom_in_order(tmp_path: Path):
    wanted = [write(tmp_path / name, b"x") for name in ("a.txt", "乙/b.txt", "乙/丙/c.txt")]
    write(tmp_path / ".hidden", b"x")
    write(tmp_path / ".git" / "config", b"x")
    files, failures = registry.expand([tmp_path, wanted[0]])
    assert (files, failures) == (wanted, [])


def test_links_that_go_round_end(tmp_path: Path):
    write(tmp_path / "a" / "x.txt", b"x")
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    files, _failures = registry.expand([tmp_path])
    assert files == [tmp_path / "a" / "x.txt"]


def test_a_missing_path_is_reported(tmp_path: Path):
    files, (failure,) = registry.expand([tmp_path / "无"])
    assert (files, failure.path) == ([], tmp_path / "无")
    assert "找不到" in failure.error.text


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path):
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    files, failures = expand([pipe])
    assert (files, [one.path for one in failures]) == ([], [pipe])
    with pytest.raises(UnreadableDocumentError, match="不是普通的文件"):
        read(pipe)


def test_a_name_that_cannot_be_one_is_reported():
    _files, (failure,) = expand([Path("a\0b")])
    assert "找不到" in failure.error.text


def test_what_no_program_can_open_is_reported(tmp_path: Path):
    loop = tmp_path / "圈"
    loop.symlink_to(loop)
    through = write(tmp_path / "文件.txt", b"x") / "下"
    given = [Path("\0"), loop, tmp_path / ("长" * 300), through]
    files, failures = registry.expand(given)
    assert (files, [one.path for one in failures]) == ([], given)
    assert [one.error.text[:3] for one in failures] == ["找不到", "打不开", "打不开", "找不到"]


def test_the_tables_of_a_text_come_with_it(tmp_path: Path):
    found = registry.read(write(tmp_path / "表.txt", "甲\t乙\t丙\n1\t2\t3".encode()))
    assert [table.span.of(found.text) for table in found.tables] == [found.text]
    assert (found.notices, found.markings) == ((), ())


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, data in files.items():
            file.writestr(name, data)
    return stream.getvalue()


def test_a_file_is_loaded_with_its_place_and_name(tmp_path: Path):
    path = write(tmp_path / "通知.txt", b"x")
    assert list(registry.load(path)) == [SourceFile(str(path), "通知.txt", b"x")]


def test_the_files_of_an_archive_are_loaded_each_by_itself(tmp_path: Path):
    path = write(tmp_path / "包.zip", zipped({"甲/一.txt": b"1", "../二.txt": b"2"}))
    first, second = registry.load(path)
    assert first == SourceFile(f"{path}/甲/一.txt", "一.txt", b"1")
    assert second.source == f"{path}/../二.txt"
    assert isinstance(second.data, UserError)


def test_what_cannot_be_loaded_is_told_with_its_place(tmp_path: Path):
    (missing,) = registry.load(tmp_path / "无.txt")
    assert isinstance(missing.data, UserError)
    (broken,) = registry.load(write(tmp_path / "坏.zip", zipped({"一.txt": b"1"})[:40]))
    assert isinstance(broken.data, UserError)


def test_markdown_is_known_by_its_name_alone(tmp_path: Path):
    data = "# 关于修路的通知\n".encode()
    marked = registry.read(write(tmp_path / "通知.md", data))
    plain = registry.read(write(tmp_path / "通知.txt", data))
    assert (marked.format, marked.text.strip()) == ("md", "关于修路的通知")
    assert (plain.format, plain.text.strip()) == ("txt", "# 关于修路的通知")


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("通知.txt", "\ufeff\n <!DOCTYPE HTML><p>关于修路的通知</p>".encode(), "html"),
        ("通知.doc", b"{\\rtf1 notice}", "rtf"),
        ("通知.pdf", "关于修路的通知".encode("gb18030"), "txt"),
    ],
)
def test_the_content_decides_and_not_the_name(tmp_path: Path, name: str, data: bytes, found: str):
    assert registry.read(write(tmp_path / name, data)).format == found
