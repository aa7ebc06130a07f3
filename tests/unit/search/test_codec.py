from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from whoosh import index as whoosh_index
from whoosh.index import TOC
from whoosh.qparser import QueryParser

from policyviewer.search.codec import GuardedCodec, MappedFile, MappedStorage, PlainSegment
from policyviewer.search.postings import decode
from policyviewer.search.schema import schema


class Malicious:
    """Runs a command of the shell when it is unpickled."""

    def __reduce__(self):
        return os.system, ("touch hacked",)


@pytest.fixture
def storage(index: Path) -> MappedStorage:
    return MappedStorage(index / "000001")


@pytest.fixture
def segment(storage: MappedStorage) -> PlainSegment:
    return TOC.read(storage, "MAIN", gen=1, schema=schema()).segments[0]


def test_a_file_is_read_by_position(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abcdef")
    file = MappedFile(tmp_path / "a", "a", {})
    assert (file.get(2, 3), file.read(2), file.get(0, 1), file.read(2)) == (
        b"cde",
        b"ab",
        b"a",
        b"cd",
    )


def test_an_empty_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert MappedFile(tmp_path / "a", "a", {}).get(0, 4) == b""


def test_numbers_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\0\1\0\2")
    assert MappedFile(tmp_path / "a", "a", {}).get_array(0, "H", 2).tolist() == [1, 2]


def test_segments_are_written_by_our_codec(segment: PlainSegment) -> None:
    assert type(segment) is PlainSegment
    assert type(segment.codec()) is GuardedCodec
    assert not segment.is_compound()


def test_stock_whoosh_opens_and_searches_the_index(index: Path) -> None:
    stock = whoosh_index.open_dir(str(index / "000001"))
    with stock.searcher() as searcher:
        query = QueryParser("words", stock.schema).parse("农业")
        assert len(searcher.search(query)) == 6  # the title is indexed with each


def test_a_malicious_table_of_contents_is_refused(storage: MappedStorage) -> None:
    TOC(schema(), [Malicious()], 2).write(storage, "MAIN")
    with pytest.raises(pickle.UnpicklingError, match="system"):
        TOC.read(storage, "MAIN", gen=2, schema=schema())


def test_the_pickled_schema_is_never_read(storage: MappedStorage, monkeypatch) -> None:
    def never(_data: bytes) -> object:
        raise AssertionError

    monkeypatch.setattr("whoosh.index.pickle.loads", never)
    assert TOC.read(storage, "MAIN", gen=1, schema=schema()).segments


def test_a_malicious_stored_field_is_refused(storage: MappedStorage, segment: PlainSegment) -> None:
    documents = GuardedCodec().per_document_reader(storage, segment)
    documents._stored = [pickle.dumps({"record": Malicious()})]
    with pytest.raises(pickle.UnpicklingError, match="system"):
        documents.stored_fields(0)


def test_a_malicious_posting_is_refused(storage: MappedStorage, segment: PlainSegment) -> None:
    terms = GuardedCodec().terms_reader(storage, segment)
    matcher = terms.matcher("grams", "农业".encode(), schema()["grams"].format)
    data = pickle.dumps(((Malicious(),), None, None))  # as short blocks are stored
    matcher._postfile = type("File", (), {"get": lambda *_: data})
    with pytest.raises(pickle.UnpicklingError, match="system"):
        matcher.id()


def test_a_term_with_postings_of_its_own_is_refused(storage, segment, monkeypatch) -> None:
    terms = GuardedCodec().terms_reader(storage, segment)
    monkeypatch.setattr(terms._dbfile, "get", lambda _at, length: b"\1" * length)
    monkeypatch.setattr(terms._tindex, "ranges_for_key", lambda _key: [(0, 30)])
    with pytest.raises(pickle.UnpicklingError, match="inside"):
        terms.term_info("grams", "农业".encode())


def test_terms_know_their_documents(storage: MappedStorage, segment: PlainSegment) -> None:
    terms = GuardedCodec().terms_reader(storage, segment)
    assert len(decode(terms.raw_postings("grams", "粮食".encode())).ids) == 1
    assert terms.raw_postings("grams", "没有".encode()) == b""


def test_every_document_has_a_length(storage: MappedStorage, segment: PlainSegment) -> None:
    documents = GuardedCodec().per_document_reader(storage, segment)
    assert len(documents.bytes_of_lengths("grams")) == 6
    assert documents.bytes_of_lengths("no such field") == bytes(6)
