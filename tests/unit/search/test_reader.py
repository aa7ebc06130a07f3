from __future__ import annotations

import random
import shutil
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis.strategies import characters, text
from tests.cost import assert_in_proportion

from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.queries import Order, SearchFilter, SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest, scan, writer
from policyviewer.search.reader import IndexReader

CTX = JobContext()
ANYTHING = text(characters(exclude_categories=[]), max_size=60)
TRICKY = text("\"“”-|OR 人民政府粮食*%_'();[]\\.+?^$\0\n", max_size=60)


@pytest.fixture
def reader(index: Path) -> IndexReader:
    return IndexReader([index])


def found(reader: IndexReader, typed: str, **more: object) -> list[str]:
    page = reader.search(SearchQuery(typed, limit=None, **more))  # type: ignore[arg-type]
    return sorted(hit.provision for hit in page.hits)


def test_a_hit_is_told_in_full(reader: IndexReader, provisions) -> None:
    (hit,) = reader.search(SearchQuery("高标准农田")).hits
    one = provisions[1]
    assert (hit.document, hit.provision, hit.citation) == (
        one.document,
        one.provision,
        one.citation,
    )
    assert (hit.title, hit.source, hit.marker, hit.path) == (
        *(one.title, one.source, one.marker, one.path),
    )
    assert [one.of(hit.excerpt) for one in hit.highlights] == ["高标准农田"]
    assert [match.shifted(-one.start).of(one.text) for match in hit.matches] == ["高标准农田"]
    assert hit.score > 0


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("人民政府", [1, 4]),
        ("人民*府", [1, 4]),
        ('"人民*府"', [1]),
        ("财政部门", [3]),
        ("粮食 农田", [1]),
        ("粮食 -农田", []),
        ("粮食|附则", [1, 5]),
        ("100万", [1]),
        ("gps", [2]),
        ("黔农发[2020]7号", [3]),
        ("二〇二〇年", [4]),
        ('"数字乡村"', [2]),
        ("……", [5]),
        ("实施意见", [0]),
    ],
)
def test_texts_are_found_however_they_are_printed(
    reader: IndexReader, typed: str, numbers: list[int]
) -> None:
    assert found(reader, typed) == [f"main/p{number}" for number in numbers]


def test_a_title_is_found_only_where_it_stands(reader: IndexReader) -> None:
    assert found(reader, "现代农业") == ["main/p0"]


def test_nothing_found_is_told(reader: IndexReader) -> None:
    page = reader.search(SearchQuery("区块链"))
    assert (page.total, page.complete) == (0, True)
    assert page.hint == "没有找到“区块链”。换个词，或去掉筛选。"


def test_a_question_gets_what_comes_near(reader: IndexReader) -> None:
    page = reader.search(SearchQuery("怎样才能保障粮食的安全呢"))
    assert page.hits[0].provision == "main/p1"
    assert not page.complete
    assert "相近" in page.hint


def test_filters_are_asked_too(reader: IndexReader) -> None:
    assert found(reader, "粮食", wanted=SearchFilter(years=(2021, None))) == []
    assert found(reader, "粮食", wanted=SearchFilter(documents=("alpha",), kinds=("意见",)))
    assert not found(reader, "粮食", wanted=SearchFilter(documents=("beta",)))


def test_several_folders_are_searched_as_one(tmp_path: Path, index: Path, make_provision) -> None:
    other = tmp_path / "other"
    writer.build(other, [make_provision("粮食。", document="beta")], CTX)
    hits = IndexReader([index, other]).search(SearchQuery("粮食")).hits
    assert [hit.document for hit in hits] == ["beta", "alpha"]  # the shorter text is nearer


def test_order_of_documents_is_that_of_the_index(reader: IndexReader) -> None:
    hits = reader.search(SearchQuery("农业|意见", order=Order.DOCUMENT)).hits
    assert [hit.provision for hit in hits] == ["main/p0", "main/p3", "main/p5"]


def test_refresh_shows_what_was_written(reader: IndexReader, index: Path, make_provision) -> None:
    writer.update(index, [], [make_provision("粮食", document="beta")], CTX)
    assert len(found(reader, "粮食")) == 1
    reader.refresh()
    assert len(found(reader, "粮食")) == 2


def test_a_reader_outlives_a_rebuild(reader: IndexReader, index: Path) -> None:
    writer.build(index, [], CTX)
    assert found(reader, "粮食") == ["main/p1"]
    reader.refresh()
    assert found(reader, "粮食") == []


def test_a_closed_reader_opens_anew(reader: IndexReader) -> None:
    reader.close()
    assert found(reader, "粮食") == ["main/p1"]


def test_a_closed_reader_lets_go_of_its_files(reader: IndexReader) -> None:
    segment = weakref.ref(reader.refresh()[0])
    found(reader, "粮食")
    reader.close()
    assert segment() is None


def test_a_failed_refresh_keeps_what_was_open(reader: IndexReader, index: Path) -> None:
    (index / manifest.CURRENT).unlink()
    with pytest.raises(UnusableIndexError):
        reader.refresh()
    assert found(reader, "粮食") == ["main/p1"]


def test_threads_share_a_reader(reader: IndexReader, index: Path, make_provision) -> None:
    def searching(turn: int) -> int:
        return reader.search(SearchQuery(("人民政府", "农业", "粮食")[turn % 3])).total

    with ThreadPoolExecutor(4) as pool:
        totals = pool.map(searching, range(300))
        for turn in range(10):
            writer.update(index, ["beta"], [make_provision("林业", document="beta")], CTX)
            reader.close() if turn % 2 else reader.refresh()
        assert list(totals) == [2, 2, 1] * 100


def copies(path: Path) -> list[Path]:
    return sorted(one for one in path.rglob("*") if one.is_file() and one.name != "write.lock")


def test_an_empty_folder_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(UnusableIndexError):
        IndexReader([tmp_path])


def test_every_lost_file_is_noticed(index: Path, tmp_path: Path) -> None:
    for path in copies(index):
        broken = shutil.copytree(index, tmp_path / path.name)
        (broken / path.relative_to(index)).unlink()
        with pytest.raises(UnusableIndexError):
            IndexReader([broken])


def test_every_truncated_file_is_noticed(index: Path, tmp_path: Path) -> None:
    for path in copies(index):
        broken = shutil.copytree(index, tmp_path / path.name) / path.relative_to(index)
        broken.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        if path.stat().st_size:
            with pytest.raises(UnusableIndexError):
                IndexReader([tmp_path / path.name])


def test_flipped_bytes_are_noticed(index: Path) -> None:
    dice = random.Random(5)
    for path in copies(index / "000001") * 10:
        data = path.read_bytes()
        if data:
            at = dice.randrange(len(data))
            path.write_bytes(
                data[:at] + bytes([data[at] ^ (1 << dice.randrange(8))]) + data[at + 1 :]
            )
            with pytest.raises(UnusableIndexError):
                IndexReader([index])
            path.write_bytes(data)


def test_damage_that_checksums_do_not_see_is_no_other_error(index: Path, monkeypatch) -> None:
    monkeypatch.setattr(manifest, "check", lambda *_: None)
    dice, damaged = random.Random(7), 0
    for path in copies(index / "000001") * 30:
        data = bytearray(path.read_bytes())
        if data:
            ends = (*range(min(30, len(data))), *range(max(0, len(data) - 30), len(data)))
            changed = data.copy()
            changed[dice.choice((dice.choice(ends), dice.randrange(len(data))))] ^= 0xFF
            path.write_bytes(changed)
            try:
                reader = IndexReader([index])
                for typed in ("粮食", "人民政府 -农业", "怎样才能保障粮食的安全呢"):
                    reader.search(SearchQuery(typed))
            except UnusableIndexError:
                damaged += 1
            path.write_bytes(data)
    assert damaged > 20


def test_another_schema_is_refused(index: Path, monkeypatch) -> None:
    monkeypatch.setattr(manifest, "SCHEMA_VERSION", 999)
    with pytest.raises(UnusableIndexError):
        IndexReader([index])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ANYTHING | TRICKY)
@example("000000实施")  # a pair that only the title has
def test_any_query_gets_the_answer_of_a_scan(reader: IndexReader, provisions, typed: str) -> None:
    query = SearchQuery(typed, limit=None)
    page, scanned = reader.search(query), scan.search(provisions, query)
    assert (page.total, page.hint) == (scanned.total, scanned.hint)
    assert {hit.provision for hit in page.hits} == {hit.provision for hit in scanned.hits}


@pytest.mark.parametrize("piece", ["人", "人 ", '"', "-", "“", "|人", "*"])
def test_a_huge_query_gets_a_hint_at_once(reader: IndexReader, piece: str) -> None:
    page = reader.search(SearchQuery(piece * 10_000))
    assert "太长" in page.hint
    assert (page.total, page.complete) == (0, False)
    assert_in_proportion(
        lambda times: reader.search(SearchQuery(piece * times)), lambda times: times, 10_000
    )


def test_a_search_imports_no_tokenizer(reader: IndexReader) -> None:
    loaded = {"jieba", "rjieba"} & set(sys.modules)
    found(reader, "粮食")
    assert {"jieba", "rjieba"} & set(sys.modules) == loaded


@pytest.mark.parametrize(
    ("typed", "literal", "places"),
    [
        ("渝 环保", (), {0, 1}),
        ("渝 环保", ("渝",), {1}),
        ("“渝” 环保", (), {1}),
        ("环保 -渝", (), {0, 2, 3}),
        ("渝 | 沪", (), {0, 1, 2, 4}),
        ("机关:渝 环保", (), {3}),
        ("机关:渝 环保", ("渝",), set()),
        ("渝府发〔2020〕1号", (), {4}),
        ("渝 NEAR/4 环保", (), {0, 1}),
    ],
)
def test_short_names_of_provinces_are_found_alike_with_and_without_an_index(
    tmp_path: Path, make_provision, typed: str, literal: tuple[str, ...], places: set[int]
) -> None:
    texts = ("重庆的环保", "川渝环保", "上海抓环保", "环保督察", "见渝府发〔2020〕1号")
    made = [make_provision(text, number, issuers=()) for number, text in enumerate(texts)]
    made[3] = make_provision(texts[3], 3, document="beta", issuers=("重庆市人民政府",))
    writer.build(tmp_path / "index", made, CTX, len(made))
    query = SearchQuery(typed, limit=None, literal=literal)
    indexed = IndexReader([tmp_path / "index"]).search(query)
    scanned = scan.search(made, query)
    expected = {f"main/p{number}" for number in places}
    assert {hit.provision for hit in indexed.hits if indexed.complete} == expected
    assert {hit.provision for hit in scanned.hits if scanned.complete} == expected
    assert indexed.expansions == scanned.expansions
    assert bool(indexed.expansions) == (not literal and typed[0] in "渝机" and "府" not in typed)
