from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.app import server_export
from policyviewer.app.collection import Collection
from policyviewer.app.server_export import alike, entry, export, index_body
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.errors import StorageError, UserError
from policyviewer.domain.queries import IndexedProvision
from policyviewer.domain.tasks import JobContext
from policyviewer.search.analyzer import grams
from policyviewer.search.folding import fold

ONE = IndexedProvision(
    DocumentId("d"),
    "办法",
    "a.txt",
    "art_1",
    "第一条",
    (),
    "《办法》第一条",
    0,
    "修■路",
    "修公路",
    0,
)
RULES = dict(one.split(" => ") for one in alike())
WRITTEN = (
    "".join(chr(at) for at in (*range(0x4E00, 0x4E80), *range(0x30, 0x7A)))
    + "臺灣國（〔\uff21\uff22\uff11"
)


def served_grams(text: str) -> list[str]:
    """Cut a text as the server is told to: rules, runs of letters and digits, one and two."""
    mapped = "".join(RULES.get(char, char) for char in text)
    runs = "".join(char if char.isalnum() else " " for char in mapped).split()
    return [run[at : at + size] for run in runs for at in range(len(run)) for size in (1, 2)]


@given(st.text(st.sampled_from(WRITTEN), max_size=30))
def test_the_server_cuts_texts_as_the_index_does(text: str):
    assert set(served_grams(text)) == set(grams(fold(text)))


def test_rules_stand_in_the_form_that_servers_read():
    filters = index_body()["settings"]["analysis"]["char_filter"]
    mappings = filters["alike"]["mappings"]
    assert "臺 => 台" in mappings
    assert all(len(one) == 6 and one[1:5] == " => " for one in mappings)
    assert json.loads(json.dumps(index_body())) == index_body()


def test_every_provision_is_two_lines(filled: Collection, tmp_path: Path):
    count = export(filled.shelves, "policies", tmp_path / "out")(JobContext())
    data = (tmp_path / "out" / "bulk-00001.ndjson").read_bytes()
    lines = [json.loads(line) for line in data.decode().split("\n")[:-1]]
    assert (data.endswith(b"\n"), len(lines)) == (True, 2 * count)
    properties = index_body()["mappings"]["properties"]
    for action, source in zip(lines[::2], lines[1::2], strict=True):
        assert action["index"]["_index"] == "policies"
        assert len(action["index"]["_id"].encode()) <= 512
        assert source.keys() <= properties.keys()


def test_requests_are_small_enough(filled: Collection, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(server_export, "LARGEST_REQUEST", 2000)
    count = export(filled.shelves, "policies", tmp_path)(JobContext())
    files = sorted(tmp_path.glob("bulk-*.ndjson"))
    assert len(files) > 1
    assert sum(len(path.read_bytes().splitlines()) for path in files) == 2 * count


def test_masked_characters_are_found_as_restored():
    source = json.loads(entry(ONE, "policies").splitlines()[1])
    assert (source["text"], source["restored"]) == ("修■路", "修公路")


@pytest.mark.parametrize("name", ["", "Policies", "_a", "政策", "a/b"])
def test_a_name_that_servers_refuse_is_refused(name: str, tmp_path: Path):
    with pytest.raises(UserError, match="不能作索引的名称"):
        export([], name, tmp_path)


def test_where_nothing_can_be_written_that_is_told(tmp_path: Path):
    (tmp_path / "out").touch()
    with pytest.raises(StorageError, match="无法写入"):
        export([], "policies", tmp_path / "out")(JobContext())
