from __future__ import annotations

from datetime import UTC, datetime

import pytest

from policyviewer.app import shelving
from policyviewer.app.groupings import Grouping
from policyviewer.app.shelving import UNKNOWN, Catalogue, level_name
from policyviewer.domain.documents import DocumentId, DocumentSummary, Source
from policyviewer.domain.folders import Folder, FolderId
from policyviewer.domain.metadata import Metadata


def made(name: str, title: str, **more) -> DocumentSummary:
    source = Source(f"{name}.txt", "txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return DocumentSummary(DocumentId(name), 1, source, Metadata(title, title, **more), 10, 1)


PROVINCE = ("云水省人民政府",)
DOCUMENTS = (
    made(
        "a", "青山县人民政府关于区域协调发展的意见", issuers=("青山县人民政府",),
        kind="意见", written="2020-05-06", document_number="青政发〔2020〕5号",
    ),
    made("b", "省人民政府关于水库的通知", issuers=PROVINCE, kind="通知", written="2019-01-01"),
    made("c", "省人民政府关于学校的通知", issuers=PROVINCE, kind="通知", written="2020-01-01"),
    made("d", "使用手册", effective="2030-01-01"),
)  # fmt: skip
CATALOGUE = Catalogue(DOCUMENTS, "2026-05-01")


def names(grouping: Grouping, words: str = "") -> list[tuple[str, int]]:
    return [(one.name, one.count) for one in CATALOGUE.arranged(grouping, words).groups]


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (Grouping.LEVEL, [("province", 2), ("county", 1), (UNKNOWN, 1)]),
        (Grouping.ISSUER, [("云水省人民政府", 2), ("青山县人民政府", 1), (UNKNOWN, 1)]),
        (Grouping.YEAR, [("2020", 2), ("2019", 1), (UNKNOWN, 1)]),
        (Grouping.KIND, [("通知", 2), ("意见", 1), (UNKNOWN, 1)]),
        (Grouping.STANDING, [("not-yet", 1), (UNKNOWN, 3)]),
    ],
)
def test_documents_are_grouped(grouping: Grouping, groups):
    assert names(grouping) == groups


def test_every_document_stands_in_one_group_whatever_is_asked():
    for grouping in Grouping:
        arrangement = CATALOGUE.arranged(grouping)
        inside = [
            one.id
            for group in arrangement.groups
            for part in (group, *group.groups)
            for one in part.documents
        ]
        assert sorted(inside) == ["a", "b", "c", "d"]
        assert arrangement.count == 4


def test_levels_are_divided_by_issuer():
    province = CATALOGUE.arranged(Grouping.LEVEL).groups[0]
    assert [(one.name, one.count) for one in province.groups] == [("云水省人民政府", 2)]
    assert province.documents == ()
    assert level_name(province.name) == "省级"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("协调", ["a"]),
        ("qyxt", ["a"]),
        ("QYXT", ["a"]),
        ("省 通知", ["b", "c"]),
        ("sk", ["b"]),
        ("青政发[2020]5号", ["a"]),
        ("云水", ["b", "c"]),
        ("  ", ["a", "b", "c", "d"]),
        ("没有", []),
        ("zzzz", []),
        ("((", []),
    ],
)
def test_words_and_initials_narrow_the_library(words: str, found: list[str]):
    groups = CATALOGUE.arranged(Grouping.KIND, words).groups
    assert sorted(one.id for group in groups for one in group.documents) == found


def test_the_work_can_be_ended():
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        CATALOGUE.arranged(Grouping.KIND, "", stop)


def counted(grouping: Grouping, **chosen: str) -> list[tuple[str, int]]:
    return CATALOGUE.counts({Grouping(name): value for name, value in chosen.items()})[grouping]


def test_groups_are_counted_within_what_is_chosen_elsewhere():
    assert counted(Grouping.KIND) == [("通知", 2), ("意见", 1), (UNKNOWN, 1)]
    assert counted(Grouping.KIND, year="2020") == [("意见", 1), ("通知", 1)]
    assert counted(Grouping.YEAR, year="2020") == [("2020", 2), ("2019", 1), (UNKNOWN, 1)]
    assert counted(Grouping.YEAR, year="2020", kind="通知") == [("2020", 1), ("2019", 1)]


def test_what_is_chosen_narrows_the_library():
    chosen = {Grouping.YEAR: "2020", Grouping.LEVEL: "province"}
    arrangement = CATALOGUE.arranged(Grouping.KIND, chosen=chosen)
    assert [one.id for group in arrangement.groups for one in group.documents] == ["c"]


def test_the_newest_date_and_the_number_of_documents():
    assert (CATALOGUE.newest, len(CATALOGUE)) == ("2020-05-06", 4)
    assert Catalogue([], "2026-05-01").newest == ""


def test_large_groups_are_divided_by_year_or_by_issuer(monkeypatch):
    monkeypatch.setattr(shelving, "LARGE", 1)
    (notices, *_rest) = CATALOGUE.arranged(Grouping.KIND).groups
    assert notices.documents == ()
    assert [(one.name, one.count, one.grouping) for one in notices.groups] == [
        ("2020", 1, Grouping.YEAR),
        ("2019", 1, Grouping.YEAR),
    ]
    (newest, *_rest) = CATALOGUE.arranged(Grouping.YEAR).groups
    assert [one.grouping for one in newest.groups] == [Grouping.ISSUER] * 2
    province = CATALOGUE.arranged(Grouping.LEVEL).groups[0]
    assert [one.name for one in province.groups[0].groups] == ["2020", "2019"]


def test_the_users_folders_are_groups_and_the_rest_stands_last():
    spring = Folder(FolderId(1), "春耕", frozenset({DocumentId("a"), DocumentId("gone")}))
    both = Folder(FolderId(2), "两处", frozenset({DocumentId("a"), DocumentId("b")}))
    empty = Folder(FolderId(3), "空")
    groups = CATALOGUE.arranged(Grouping.FOLDER, folders=[spring, both, empty]).groups
    assert [(one.name, one.count, one.folder) for one in groups] == [
        ("春耕", 1, spring),
        ("两处", 2, both),
        ("空", 0, empty),
        (UNKNOWN, 2, None),
    ]
