"""A disk that is full while the index is written: the old index stays, and it is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext
from policyviewer.search import manifest, writer
from policyviewer.search.reader import IndexReader

WRITING = """
import os, sys
from dataclasses import replace
from pathlib import Path
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.errors import StorageError
from policyviewer.domain.tasks import JobContext
from policyviewer.search import segment_writer, segments, writer
from policyviewer.search.reader import IndexReader

folder, what, limit = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
one = segments.open_segments(folder)[0].record(0)
if what == "merge":
    segment_writer.MOST_SEGMENTS = 1

def records():
    for n in range(40):
        text = f"新增的第{n}条，{chr(0x4e00 + 97 * n)}{chr(0x5e00 + 89 * n)}" * 20
        yield replace(one, document="new", provision=str(n), text=text, restored=text)

if limit:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
try:
    if what == "build":
        writer.build(folder, records(), JobContext())
    else:
        writer.update(folder, [], records(), JobContext())
except StorageError as error:
    print("told" if "磁盘空间" in error.hint else error.hint)
else:
    print("written")
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
count = lambda text: IndexReader([folder]).search(SearchQuery(text)).total
print(count("新增"), count("高标准"))
"""
ON_TMPFS = 'mount -t tmpfs -o size="$2" none "$1" && cp -r "$3" "$1/index" && shift 3 && exec "$@"'
WHATS = ["build", "update", "merge"]


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def ran(*command: object) -> list[str]:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are of POSIX")
@pytest.mark.parametrize("what", WHATS)
@pytest.mark.parametrize("limit", [1, 500, 3000, 9000, 30_000])
def test_files_that_cannot_grow_leave_the_old_index(index: Path, make_provision, what, limit):
    before = files(index)
    assert ran(sys.executable, "-c", WRITING, index, what, limit) == ["told", "0", "1"]
    assert files(index) == before
    more = [make_provision("林业", document="after")]
    assert writer.update(index, [], more, JobContext()) == 1
    assert IndexReader([index]).search(SearchQuery("林业")).total == 1
    valid = manifest.read(index)
    assert {*valid.files} == {path.name for path in valid.folder(index).iterdir()}


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a file system of its own")
@pytest.mark.parametrize("what", WHATS)
def test_a_full_file_system_leaves_the_old_index_or_has_the_new(index, tmp_path, what):
    place, seen = tmp_path / "small", set()
    place.mkdir()
    if subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip("may not make a file system of its own")
    size = sum(path.stat().st_size for path in index.rglob("*"))
    for more in (*range(0, 400_000, 25_000), 4_000_000):
        room = (size // 4096 + 40) * 4096 + more
        mounted = ("unshare", "-rm", "sh", "-c", ON_TMPFS, "sh", place, room, index)
        said = ran(*mounted, sys.executable, "-c", WRITING, place / "index", what, 0)
        assert said in (["told", "0", "1"], ["written", "40", "0" if what == "build" else "1"])
        seen.add(said[0])
    assert seen == {"told", "written"}
