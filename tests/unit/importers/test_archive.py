from __future__ import annotations

import io
import zipfile

import pytest

from policyviewer.domain.errors import UnreadableDocumentError, UserError
from policyviewer.importers import archive
from policyviewer.importers.archive import is_archive, members


def zipped(files: dict[str | zipfile.ZipInfo, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return stream.getvalue()


def in_gbk(name: str, data: bytes) -> bytes:
    """Give a zip as Windows writes it: the name in GBK, without the sign for UTF-8."""
    placeholder = "x" * len(name.encode("gbk"))
    return zipped({placeholder: data}).replace(placeholder.encode(), name.encode("gbk"))


def names(data: bytes) -> list[str]:
    return [one.name for one in members(data, "包.zip")]


def complaint(data: bytes) -> str:
    (one,) = members(data, "包.zip")
    assert isinstance(one.data, UserError)
    return one.data.text


def test_files_come_with_their_places():
    found = list(members(zipped({"甲/一.txt": b"1", "乙.txt": b"2"}), "包.zip"))
    assert [(one.name, one.data) for one in found] == [("甲/一.txt", b"1"), ("乙.txt", b"2")]


def test_names_in_gbk_are_read():
    assert names(in_gbk("通知/关于修路的通知.txt", b"1")) == ["通知/关于修路的通知.txt"]


def test_names_in_utf_8_without_the_sign_are_read():
    name = "通知.txt".encode()
    data = zipped({"x" * len(name): b"1"}).replace(b"x" * len(name), name)
    assert names(data) == ["通知.txt"]


def test_folders_and_hidden_files_are_left_out():
    data = zipped({"甲/": b"", ".hidden": b"1", "__MACOSX/a": b"1", "甲/Thumbs.db": b"1"})
    assert names(data) == []


@pytest.mark.parametrize("name", ["../一.txt", "/etc/passwd", "C:/一.txt", "甲/../../一.txt"])
def test_places_outside_are_refused(name: str):
    assert "压缩包之外" in complaint(zipped({name: b"1"}))


def test_links_are_refused():
    link = zipfile.ZipInfo("链接")
    link.external_attr = 0o120777 << 16
    assert "是链接" in complaint(zipped({link: b"/etc/passwd"}))


def test_locked_files_are_refused():
    data = bytearray(zipped({"一.txt": b"1"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "密码" in complaint(bytes(data))


def test_of_two_files_of_one_name_the_second_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("一.txt", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("一.txt", b"2")
    first, second = members(stream.getvalue(), "包.zip")
    assert first.data == b"1"
    assert isinstance(second.data, UserError)


def test_an_archive_in_an_archive_is_opened_but_not_one_deeper():
    inner = zipped({"一.txt": b"1"})
    assert names(zipped({"内.zip": inner})) == ["内.zip/一.txt"]
    deep = zipped({"外.zip": zipped({"内.zip": inner})})
    assert "层数太多" in complaint(deep)


def test_a_bomb_is_refused_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archive, "_FREE", 1 << 20)
    data = zipped({"一.txt": b"1", "弹.txt": bytes(9 << 20), "二.txt": b"2"})
    first, bomb, second = members(data, "包.zip")
    assert (first.data, second.data) == (b"1", b"2")
    assert isinstance(bomb.data, UserError)
    assert "过大" in bomb.data.text


def test_archives_in_an_archive_share_what_it_may_swell_to(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archive, "_FREE", 5 << 20)
    monkeypatch.setattr(archive, "_MOST_RATIO", 1)
    inner = zipped({"弹.txt": bytes(2 << 20)})
    found = list(members(zipped({f"{n}.zip": inner for n in range(5)}), "包.zip"))
    assert [isinstance(one.data, bytes) for one in found] == [True, True, False, False, False]


def test_archives_in_an_archive_share_how_many_files_they_may_hold(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(archive, "_MOST_MEMBERS", 12)
    inner = zipped({f"{n}.txt": b"1" for n in range(5)})
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("一.zip", inner)
        file.writestr("二.zip", inner)
        file.writestr("三.zip", inner)
        file.writestr("四.txt", b"4")
    found = list(members(stored.getvalue(), "包.zip"))
    refused = [one.name for one in found if isinstance(one.data, UserError)]
    assert refused == ["二.zip", "三.zip"]
    assert found[-1].data == b"4"


def test_names_hold_nothing_that_cannot_be_seen():
    assert names(zipped({"通\u202e知\x1b.txt": b"1"})) == ["通知.txt"]


def test_a_lying_size_is_counted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archive, "_LARGEST", 1000)
    data = bytearray(zipped({"一.txt": bytes(5000)}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    (one,) = members(bytes(data), "包.zip")
    assert isinstance(one.data, UserError)


def test_too_many_files_are_refused():
    with pytest.raises(UnreadableDocumentError, match="太多"):
        next(members(b"PK\x01\x02" * 20_001, "包.zip"))


def test_a_broken_archive_is_refused():
    with pytest.raises(UnreadableDocumentError, match="损坏"):
        next(members(zipped({"一.txt": b"1"})[:30], "包.zip"))


def test_a_damaged_file_is_told_and_the_others_are_read():
    data = bytearray(zipped({"一.txt": b"1" * 200, "二.txt": b"2"}))
    data[30 + len("一.txt".encode()) + 2] ^= 0xFF
    first, second = members(bytes(data), "包.zip")
    assert isinstance(first.data, UserError)
    assert second.data == b"2"


def test_documents_that_are_zip_files_are_no_archives():
    assert is_archive(zipped({"一.txt": b"1"}))
    for name in (
        *("word/document.xml", "OFD.xml", "xl/workbook.xml", "content.xml", "mimetype"),
        *("[Content_Types].xml", "META-INF/MANIFEST.MF"),
    ):
        assert not is_archive(zipped({name: b"<a/>"}))
    assert not is_archive(b"text")
