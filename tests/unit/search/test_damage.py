"""Every file of an index, damaged in every way: told, or of no consequence; never a crash."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.queries import IndexedProvision, SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest, scan, segment_writer, writer
from policyviewer.search.reader import IndexReader

CTX = JobContext()
QUERIES = ("粮食", "人民政府 -农业", "人民*府", "怎样才能保障粮食的安全呢", "第一 | 第二")
SEEDS = range(1)


@pytest.fixture(scope="module")
def _two_segments(
    _built: Path, make_provision, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[IndexedProvision]]:
    index = shutil.copytree(_built, tmp_path_factory.mktemp("several") / "index")
    first = [make_provision(f"粮食第{n}条，人民政府", n, document=f"b{n}") for n in range(4)]
    second = [make_provision(f"林业第{n}条，人民*府", n, document="c") for n in range(3)]
    writer.update(index, ["alpha"], first, CTX)
    writer.update(index, ["b2"], second, CTX)
    return index, [one for one in first if one.document != "b2"] + second


@pytest.fixture
def several(tmp_path: Path, _two_segments) -> tuple[Path, list[IndexedProvision]]:
    """Give an index of two segments, one with a deletion, and what it holds."""
    made, held = _two_segments
    return shutil.copytree(made, tmp_path / "several"), held


def files(index: Path) -> list[Path]:
    valid = manifest.read(index)
    return [index / manifest.CURRENT, *(valid.folder(index) / name for name in valid.files)]


def _lost(path: Path, _dice: random.Random) -> None:
    path.unlink()


def _empty(path: Path, _dice: random.Random) -> None:
    path.write_bytes(b"")


def _cut(path: Path, dice: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: dice.randrange(path.stat().st_size)])


def _flipped(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def _changed(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] = dice.randrange(256)
    path.write_bytes(data)


def _longer(path: Path, dice: random.Random) -> None:
    path.write_bytes(path.read_bytes() + dice.randbytes(50))


def _noise(path: Path, dice: random.Random) -> None:
    path.write_bytes(dice.randbytes(path.stat().st_size))


def _folder(path: Path, _dice: random.Random) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_lost, _empty, _cut, _flipped, _changed, _longer, _noise, _folder),
)


@pytest.mark.parametrize("damage", DAMAGE)
def test_every_damaged_file_is_told_or_of_no_consequence(several, tmp_path, damage) -> None:
    index, held = several
    expected = answers(lambda query: scan.search(held, query))
    for seed in SEEDS:
        for number, path in enumerate(files(index)):
            broken = shutil.copytree(index, tmp_path / f"{seed}-{number}")
            damage(broken / path.relative_to(index), random.Random(f"{seed} {path.name}"))
            try:
                found = answers(IndexReader([broken]).search)
            except UnusableIndexError:
                continue
            assert found == expected  # a manifest with another blank, say, or the same byte


def answers(search) -> list[set[tuple[str, str]]]:
    pages = [search(SearchQuery(typed, limit=None)) for typed in QUERIES]
    complete = [page for page in pages if page.complete]
    return [{(hit.document, hit.provision) for hit in page.hits} for page in complete]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_writer_over_a_damaged_file_tells_or_writes(
    several, tmp_path, make_provision, monkeypatch, damage
) -> None:
    index, held = several
    monkeypatch.setattr(segment_writer, "MOST_SEGMENTS", 1)
    more = make_provision("新增的粮食", document="d")
    for seed in SEEDS:
        for number, path in enumerate(files(index)):
            broken = shutil.copytree(index, tmp_path / f"{seed}-{number}")
            damage(broken / path.relative_to(index), random.Random(f"{seed} {path.name}"))
            try:
                writer.update(broken, [], [more], CTX)
            except UnusableIndexError:
                if not (broken / manifest.CURRENT).is_dir():
                    writer.build(broken, [*held, more], CTX)
                    assert answers(IndexReader([broken]).search)
                continue
            assert answers(IndexReader([broken]).search) == answers(
                lambda query: scan.search([*held, more], query)
            )


def test_a_writer_tells_damage_that_checksums_do_not_see(
    several, tmp_path, make_provision, monkeypatch
) -> None:
    index, _held = several
    monkeypatch.setattr(segment_writer, "MOST_SEGMENTS", 1)
    monkeypatch.setattr(manifest, "check", lambda *_: None)
    more, told = make_provision("新增的粮食", document="d"), 0
    for seed in range(2):
        for number, path in enumerate(files(index)[1:]):
            broken = shutil.copytree(index, tmp_path / f"{seed}-{number}")
            (_cut, _noise)[seed](broken / path.relative_to(index), random.Random(str(number)))
            try:
                writer.update(broken, ["b1"], [more], CTX)
            except UnusableIndexError:
                told += 1
    assert told > 10


@pytest.mark.parametrize("seed", range(60))
def test_a_changed_manifest_is_read_or_refused(several, seed: int) -> None:
    index, held = several
    path, dice = index / manifest.CURRENT, random.Random(seed)
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data))] = dice.choice(b'0123456789eE.-+{}[]":,/\\ \0aN\xff')
    path.write_bytes(data)
    try:
        found = answers(IndexReader([index]).search)
    except UnusableIndexError:
        return
    assert found == answers(lambda query: scan.search(held, query))


@pytest.mark.parametrize("value", ["1e999", "-1", "[" * 100_000, '"\\ud800"', "1" * 5000, "NaN"])
def test_numbers_that_are_none_are_refused(index: Path, value: str) -> None:
    path = index / manifest.CURRENT
    size = json.loads(path.read_text())["toc"]
    path.write_text(path.read_text().replace(f'"toc": {size}', f'"toc": {value}'))
    with pytest.raises(UnusableIndexError):
        IndexReader([index])
    with pytest.raises(UnusableIndexError):
        writer.update(index, [], [], CTX)


def test_files_of_another_library_are_noticed(several, tmp_path, make_provision) -> None:
    index, _held = several
    other = tmp_path / "other"
    writer.build(other, [make_provision(f"别的{n}", n, document="z") for n in range(6)], CTX)
    foreign = {path.name.partition(".")[2]: path for path in files(other)[1:]}
    for number, path in enumerate(files(index)[1:]):
        ending = path.name.partition(".")[2]
        broken = shutil.copytree(index, tmp_path / str(number))
        shutil.copy2(foreign[ending], broken / path.relative_to(index))
        with pytest.raises(UnusableIndexError):
            IndexReader([broken])


def test_a_manifest_of_another_library_is_refused(several, tmp_path, make_provision) -> None:
    index, _held = several
    other = tmp_path / "other"
    writer.build(other, [make_provision("别的", document="z")], CTX)
    shutil.copy2(other / manifest.CURRENT, index / manifest.CURRENT)
    with pytest.raises(UnusableIndexError):
        IndexReader([index])


def test_files_that_nobody_knows_do_no_harm(several, make_provision) -> None:
    index, held = several
    generation = manifest.read(index).folder(index)
    for name in ("readme.txt", "MAIN_0000000000000000.trm", "_MAIN_999.toc", "_MAIN_x.toc", ".x"):
        (generation / name).write_bytes(b"junk")
    (index / "000009").mkdir()
    (index / "000010").write_bytes(b"a file, not a folder")
    (index / f"{manifest.CURRENT}.new").write_bytes(b"left over")
    expected = answers(lambda query: scan.search(held, query))
    assert answers(IndexReader([index]).search) == expected
    assert writer.update(index, [], [], CTX) == 0
    assert not (index / "000009").exists()
    assert answers(IndexReader([index]).search) == expected
    assert writer.build(index, held, CTX) == len(held)
    assert answers(IndexReader([index]).search) == expected


_CUT_WHILE_OPEN = """
import sys
from pathlib import Path
from policyviewer.domain.errors import UnusableIndexError
from policyviewer.domain.queries import SearchQuery
from policyviewer.search.reader import IndexReader
reader = IndexReader([Path(sys.argv[1])])
if sys.argv[4] == "used":
    reader.search(SearchQuery("人民政府 -农业", facets=True))
with open(sys.argv[2], "r+b") as file:
    file.truncate(int(sys.argv[3]))
for typed in ("粮食", "人民政府 -农业", "人民*府", "怎样才能保障粮食的安全呢"):
    try:
        reader.search(SearchQuery(typed, facets=True))
        print("answered")
    except UnusableIndexError:
        print("told")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be cut there")
@pytest.mark.parametrize("used", ["fresh", "used"])
def test_a_file_that_is_cut_while_it_is_open_is_told(several, tmp_path, used) -> None:
    index, _held = several
    ends = (".grams.arr", ".facts.arr", ".key.col", "._stored.col")
    names = [path for path in files(index) if path.name.endswith(ends)]
    assert len(names) == 2 * len(ends)
    for number, path in enumerate(names[::2]):
        broken = shutil.copytree(index, tmp_path / str(number))
        for size in (0, path.stat().st_size - 1):
            place = broken / path.relative_to(index)
            shutil.copy2(path, place)
            command = [
                sys.executable,
                "-c",
                _CUT_WHILE_OPEN,
                *map(str, (broken, place, size)),
                used,
            ]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, (path.name, done.stderr)
            assert set(done.stdout.split()) == {"told"}
