"""Whatever is put in, taken out and merged: the index finds and counts what a scan does."""

# ruff: noqa: RUF001  # characters of every width are looked for

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import (
    Facet,
    IndexedProvision,
    Order,
    SearchFilter,
    SearchPage,
    SearchQuery,
)
from policyviewer.domain.tasks import JobContext
from policyviewer.search import scan, segment_writer, writer
from policyviewer.search.analyzer import grams
from policyviewer.search.folding import fold
from policyviewer.search.reader import IndexReader

CTX = JobContext()
PIECES = (
    *(
        "人民政府",
        "人民*府",
        "财政",
        "財政",
        "粮食",
        "糧食",
        "安全",
        "的",
        "一",
        "第十三条",
        "第13条",
    ),
    *("１３", "13", "○", "〇", "零", "二○二○年", "二〇二〇年", "2020年", "ＧＤＰ", "gdp", "GDP"),
    *(
        "〔2020〕7号",
        "[2020]7号",
        "（一）",
        "(一)",
        "，",
        "。",
        "；",
        " ",
        "\n",
        "　",
        "建設",
        "建设",
    ),
    *("為", "爲", "为", "*", "，并", "臺灣", "台湾", "“安全”", "—", "说", "説", "說"),
)
QUERIES = (
    *("人民政府", "人民*府", "财政", "財政 粮食", "“糧食安全”", "第13条", "第十三条", "１３", "零"),
    *("〇", "2020年", "二零二零年", "gdp", "〔2020〕7号", "为|爲", "-的 一", "财政 -(安全 | 建设)"),
    *("人民 NEAR/5 财政", "标题:题1 的", "年份:2012..2014 的", "说 | 机关:机关1", "?政*食"),
)
Library = dict[DocumentId, list[IndexedProvision]]


def _document(name: DocumentId, dice: random.Random) -> list[IndexedProvision]:
    number = int(name[1:])
    found = []
    for at in range(dice.randrange(1, 9)):
        text = "".join(dice.choices(PIECES, k=dice.randrange(1, 25)))
        found.append(
            IndexedProvision(
                document=name,
                title=f"题{number % 5}",
                source="",
                provision=f"{name}/{at}/{dice.randrange(10**6)}",
                marker="",
                path=("第一章",) * (number % 2),
                citation="",
                start=at,
                text=text,
                restored=text.replace("*", "政"),
                ordinal=at,
                issuers=(f"机关{number % 3}", "贵州省人民政府")[: 1 + number % 2],
                kind=("意见", "通知", "")[number % 3],
                written=f"{2010 + number % 7}-01-0{1 + number % 9}" if number % 4 else "",
            )
        )
    return found


def _step(dice: random.Random, library: Library, folder: Path) -> None:
    """Write something: a build, or an update of some documents, old and new."""
    names = [DocumentId(f"d{dice.randrange(24)}") for _ in range(dice.randrange(1, 9))]
    put = {name: _document(name, dice) for name in names if dice.random() < 0.7}
    if dice.random() < 0.1:
        library |= put
        writer.build(folder, [one for those in library.values() for one in those], CTX)
        return
    for name in names:
        library.pop(name, None)
    writer.update(folder, names, [one for those in put.values() for one in those], CTX)
    library |= put


def _asked(dice: random.Random) -> SearchQuery:
    wanted = (
        SearchFilter(),
        SearchFilter(kinds=("意见",)),
        SearchFilter(issuers=("机关1",), years=(2011, None)),
        SearchFilter(documents=tuple(DocumentId(f"d{n}") for n in dice.sample(range(24), 9))),
    )
    typed = dice.choice((dice.choice(QUERIES), "".join(dice.choices(PIECES, k=2))))
    return SearchQuery(
        typed,
        limit=None,
        order=dice.choice((*Order,)),
        wanted=dice.choice(wanted),
        within=tuple(dice.sample(("的 | 一 | 人", "-零"), dice.randrange(3))),
        facets=True,
    )


def _found(page: SearchPage) -> list[tuple[str, str]]:
    return sorted((hit.provision, hit.excerpt) for hit in page.hits)


def _counts(facet: Facet) -> dict[str, int]:
    return {one.value: one.count for one in facet.values}


def _compare(reader: IndexReader, library: Library, query: SearchQuery) -> None:
    page = reader.search(query)
    held = [one for those in library.values() for one in those]
    scanned = scan.search(held, query)
    if not scanned.complete:
        assert not (page.complete and page.total), query
        return
    assert (page.total, page.complete, page.hint) == (scanned.total, True, scanned.hint), query
    assert _found(page) == _found(scanned), query
    assert [*map(_counts, page.facets)] == [*map(_counts, scanned.facets)], query
    if query.order is Order.DATE:
        dates = {one.provision: one.written for one in held}
        told = [dates[hit.provision] for hit in page.hits]
        assert told == sorted(told, reverse=True)
    step = max(1, page.total // 2)
    pages = [
        reader.search(SearchQuery(query.text, step, query.order, query.wanted, at, query.within))
        for at in range(0, page.total, step)
    ]
    parts = [hit.provision for part in pages for hit in part.hits]
    assert parts == [hit.provision for hit in page.hits], query


def _frequencies_are_exact(reader: IndexReader) -> None:
    """Compare what each segment says of its grams with its own rows, deleted ones left aside."""
    for segment in reader.refresh():
        rows = [segment.record(row) for row in range(segment.count)]
        said: Counter[str] = Counter()
        for one in rows:
            above = fold("\n".join((one.title, *one.path)))
            said.update({*grams(above), *grams(fold(one.text)), *grams(fold(one.restored))})
        assert {gram: segment.frequency(gram) for gram in said} == said
        assert len(segment.lengths("grams")) == segment.count


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_written_is_found_as_by_a_scan(tmp_path, monkeypatch, seed: int) -> None:
    drill(tmp_path, monkeypatch.setattr, random.Random(seed), 10)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(100, 110))
def test_whatever_is_written_for_long_is_found_as_by_a_scan(tmp_path, monkeypatch, seed) -> None:
    drill(tmp_path, monkeypatch.setattr, random.Random(seed), 60)


def drill(folder: Path, patch: Callable[..., None], dice: random.Random, steps: int) -> None:
    library: Library = {}
    writer.build(folder, [], CTX)
    reader = IndexReader([folder])
    for _ in range(steps):
        patch(segment_writer, "MOST_SEGMENTS", dice.choice((1, 2, 4)))
        patch(segment_writer, "MOST_ROWS", dice.choice((7, 40, 200_000)))
        _step(dice, library, folder)
        reader.refresh()
        for _ in range(12):
            _compare(reader, library, _asked(dice))
        _frequencies_are_exact(reader)


def test_a_large_segment_that_is_mostly_deleted_is_written_anew(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(segment_writer, "MOST_MERGED", 3)
    names = [DocumentId(f"d{number}") for number in range(20)]
    dice = random.Random(1)
    held = {name: _document(name, dice) for name in names}
    writer.build(tmp_path, [one for those in held.values() for one in those], CTX)
    writer.update(tmp_path, names[:3], [], CTX)
    reader = IndexReader([tmp_path])
    assert any(segment.dead.any() for segment in reader.refresh())
    writer.update(tmp_path, names[3:15], [], CTX)
    (segment,) = reader.refresh()
    assert not segment.dead.any()
    assert segment.count == sum(len(held[name]) for name in names[15:])
