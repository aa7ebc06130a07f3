from __future__ import annotations

from dataclasses import replace

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.packs import (
    ChangeKind,
    Manifest,
    PackedDocument,
    PackedFile,
    PackHead,
    block_size,
    changes_between,
    counted,
    fault,
    is_library_name,
)

HASH = "ab" * 32
HEAD = PackHead("laws", "法规库", "司法局", 1, "2026-01-01", 5, 5, 6)
FILE = PackedFile("library.sqlite", 20_000, 16_384, (HASH, HASH))
MANIFEST = Manifest(HEAD, (), (), (FILE,))


def document(name: str, **changed) -> PackedDocument:
    one = PackedDocument(DocumentId(name), 1, f"办法{name}", "", "2024-01-01", False, name)
    return replace(one, **changed)


def test_what_was_added_revised_repealed_and_withdrawn_is_told():
    before = [document("a"), document("b"), document("c"), document("d")]
    after = [document("a"), document("b", digest="x"), document("c", over=True), document("e")]
    found = changes_between(before, after)
    assert [(one.kind, one.document) for one in found] == [
        (ChangeKind.REVISED, "b"),
        (ChangeKind.REPEALED, "c"),
        (ChangeKind.ADDED, "e"),
        (ChangeKind.WITHDRAWN, "d"),
    ]
    assert counted(found) == "新增 1 份，修订 1 份，废止 1 份，移出 1 份"


def test_nothing_is_a_change_where_nothing_differs():
    assert changes_between([document("a", over=True)], [document("a", over=True)]) == ()
    assert counted(()) == "没有变化"


@pytest.mark.parametrize(
    "path",
    [
        "../library.sqlite",
        "/etc/passwd",
        "index/000001/../../x",
        "index\\current.json",
        "C:/x",
        "originals/ab/con",
        "index/000001/.hidden",
        "library.sqlite ",
        "notes.sqlite",
    ],
)
def test_no_path_leads_elsewhere(path: str):
    assert "不该有" in fault(replace(MANIFEST, files=(FILE, replace(FILE, path=path))))


def test_the_files_of_a_shelf_are_in_order():
    names = ("index/current.json", "index/000001/MAIN_a.pst", f"originals/ab/{HASH}.docx")
    files = tuple(replace(FILE, path=name) for name in ("library.sqlite", *names))
    assert fault(replace(MANIFEST, files=files)) == ""


@pytest.mark.parametrize(
    "changed",
    [
        {"files": ()},
        {"files": (FILE, FILE)},
        {"files": (replace(FILE, blocks=(HASH,)),)},
        {"files": (replace(FILE, blocks=(HASH, "AB" * 32)),)},
        {"files": (replace(FILE, block=1),)},
        {"files": (replace(FILE, block=1 << 40, blocks=(HASH,)),)},
        {"files": (replace(FILE, size=-1, blocks=()),)},
        {"head": replace(HEAD, version=0)},
        {"head": replace(HEAD, library="nul")},
    ],
)
def test_what_does_not_fit_is_a_fault(changed):
    assert fault(replace(MANIFEST, **changed))


def test_libraries_are_named_so_that_every_system_can():
    assert all(map(is_library_name, ("laws", "guizhou-2026", "a")))
    assert not any(map(is_library_name, ("", "Laws", "a/b", "-a", "a-", "con", "x" * 33, "..")))


def test_blocks_grow_with_their_file():
    assert block_size("library.sqlite", 1 << 20) == 16 << 10
    assert block_size("index/000001/x", 1 << 20) == 64 << 10
    assert block_size("library.sqlite", 4 << 30) == 64 << 10


def test_the_last_block_is_shorter():
    assert [FILE.length(0), FILE.length(1)] == [16_384, 3616]
    assert (MANIFEST.size, HEAD.label) == (20_000, "《法规库》第 1 版")
