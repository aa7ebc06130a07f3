from __future__ import annotations

from pathlib import Path

import pytest
from whoosh import index as whoosh_index
from whoosh import query

from policyviewer.search import arrays, bulk, segment_writer
from policyviewer.search.analyzer import WordAnalyzer
from policyviewer.search.generation import Generation
from policyviewer.search.rows import RowMaker

MAKER = RowMaker(WordAnalyzer())


@pytest.fixture
def start(tmp_path: Path) -> Generation:
    return Generation.create(tmp_path / "000001")


def written(start: Generation, *provisions, removed=()) -> Generation:
    with segment_writer.segment_writer(start) as writer:
        writer.remove(removed)
        for one in provisions:
            writer.add_row(MAKER.row(one))
    return start.after(writer.generation)


def stored(state: Generation) -> list[str]:
    reader = whoosh_index.open_dir(state.storage.folder).reader()
    return sorted(values["record"][5] for values in reader.all_stored_fields())


def test_rows_become_a_segment(start: Generation, make_provision) -> None:
    state = written(start, make_provision("甲"), make_provision("乙", 1))
    assert [segment.doc_count() for segment in state.segments()] == [2]
    assert stored(state) == ["乙", "甲"]


def test_nothing_becomes_no_segment(start: Generation) -> None:
    assert written(start).segments() == []


def test_removed_rows_are_deleted(start: Generation, make_provision) -> None:
    state = written(start, make_provision("甲"), make_provision("乙", document="beta"))
    state = written(state, removed=["alpha"])
    assert [segment.deleted_count() for segment in state.segments()] == [1]


def test_a_segment_without_live_rows_is_dropped(start: Generation, make_provision) -> None:
    state = written(written(start, make_provision("甲")), removed=["alpha"])
    assert state.segments() == []


def test_small_segments_are_merged_without_their_dead(start, make_provision, monkeypatch) -> None:
    monkeypatch.setattr(segment_writer, "MOST_SEGMENTS", 2)
    names = [f"d{turn}" for turn in range(5)]
    state = start
    for name in names:
        provisions = [make_provision(f"{name}{n}", n, document=name) for n in range(2)]
        state = written(state, *provisions, removed=["d0"])
    assert len(state.segments()) <= 2
    assert stored(state) == [f"{name}{n}" for name in names[1:] for n in range(2)]


def test_words_of_deleted_rows_alone_are_merged_away(start, make_provision, monkeypatch) -> None:
    monkeypatch.setattr(segment_writer, "MOST_SEGMENTS", 1)
    both = make_provision("桥梁"), make_provision("道路", document="beta")
    state = written(start, *both)
    state = written(state, make_provision("涵洞"), removed=["alpha"])
    assert stored(state) == ["涵洞", "道路"]
    with whoosh_index.open_dir(state.storage.folder).searcher() as searcher:
        assert len(searcher.search(query.Term("grams", "桥梁"))) == 0
        assert len(searcher.search(query.Term("grams", "道路"))) == 1


def test_merged_rows_are_found_by_whoosh(start, make_provision, monkeypatch) -> None:
    monkeypatch.setattr(segment_writer, "MOST_SEGMENTS", 1)
    state = written(written(start, make_provision("粮食")), make_provision("粮食", document="b"))
    assert len(state.segments()) == 1
    with whoosh_index.open_dir(state.storage.folder).searcher() as searcher:
        assert len(searcher.search(query.Term("grams", "粮食"))) == 2


def test_large_segments_are_left_alone(start, make_provision, monkeypatch) -> None:
    monkeypatch.setattr(segment_writer, "MOST_SEGMENTS", 1)
    monkeypatch.setattr(segment_writer, "MOST_MERGED", 0)
    state = written(written(start, make_provision("甲")), make_provision("乙", document="b"))
    assert len(state.segments()) == 2


def test_a_segment_is_full_at_its_limit(start: Generation, make_provision, monkeypatch) -> None:
    with segment_writer.segment_writer(start) as writer:
        writer.add_row(MAKER.row(make_provision("甲")))
        assert not writer.full
        monkeypatch.setattr(segment_writer, "MOST_ROWS", 1)
        assert writer.full


def test_what_was_set_aside_is_merged_and_deleted(start, make_provision, monkeypatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 50)
    state = written(start, *(make_provision(f"粮食{n}", n) for n in range(20)))
    folder = Path(state.storage.folder)
    assert not list(folder.glob("*.run*"))
    with whoosh_index.open_dir(str(folder)).searcher() as searcher:
        assert len(searcher.search(query.Term("grams", "粮食"), limit=None)) == 20


def test_merged_segments_are_as_if_written_at_once(start, make_provision, monkeypatch) -> None:
    monkeypatch.setattr(segment_writer, "MOST_SEGMENTS", 1)
    ones = [make_provision(f"粮*{n}食", n, document=f"d{n}") for n in range(4)]
    state = start
    for one in ones:
        state = written(state, one, removed=["d1"] if one is ones[3] else [])
    (merged,) = state.segments()
    other = Generation.create(Path(start.storage.folder).with_name("000002"))
    (whole,) = written(other, ones[3], ones[2], ones[0]).segments()
    for name in ("grams", "words"):
        one, two = (
            arrays.read(Path(at.storage.folder) / f"{segment.segment_id()}.{name}.arr")
            for at, segment in ((state, merged), (other, whole))
        )
        assert {key: value.tolist() for key, value in one.items()} == {
            key: value.tolist() for key, value in two.items()
        }


def test_what_is_raised_cancels_the_writer(start: Generation, make_provision) -> None:
    def failing() -> None:
        with segment_writer.segment_writer(start) as writer:
            writer.add_row(MAKER.row(make_provision("甲")))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert start.segments() == []


def test_a_long_list_of_postings_is_read_back(start: Generation, make_provision) -> None:
    state = written(start, *(make_provision("粮食", number) for number in range(300)))
    (segment,) = state.segments()
    terms = segment.codec().terms_reader(state.storage, segment)
    ids = segment_writer.decode(terms.raw_postings("grams", "粮食".encode())).ids
    assert ids == tuple(range(300))
