"""How the import does: the State Council's pages, all laws, and where the time goes.

    POLICYVIEWER_CORPUS=DIR python benchmarks/imports.py [--laws DIR]

Prints whether each page has its title and no words of the site around it, then imports the laws
into an empty library in one go: documents a second, the share of each stage, CPU and memory.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pages import pages
from typing_extensions import override

from policyviewer.app import importing, indexing
from policyviewer.app.collection import open_collection
from policyviewer.app.importing import ImportService
from policyviewer.app.paths import AppPaths
from policyviewer.app.readers.pool import ReaderPool
from policyviewer.domain.structure import parse
from policyviewer.domain.tasks import JobContext
from policyviewer.domain.text import without_gaps
from policyviewer.importers import registry


def main() -> int:
    """Run both measurements; status 1 when the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--laws", type=Path, help="the unpacked laws, or any folder of files")
    options = parser.parse_args()
    corpus = os.environ.get("POLICYVIEWER_CORPUS")
    if corpus is None:
        print("POLICYVIEWER_CORPUS names no corpus", file=sys.stderr)
        return 1
    _measure_pages(Path(corpus))
    with tempfile.TemporaryDirectory() as folder:
        laws = options.laws or _unpacked(Path(corpus) / "laws.tar.xz", Path(folder))
        _measure_laws(laws, Path(folder) / "home")
    return 0


def _unpacked(archive: Path, folder: Path) -> Path:
    with tarfile.open(archive) as file:
        file.extractall(folder, filter="data")
    return folder / "laws"


def _measure_pages(corpus: Path) -> None:
    right = foreign = lost = total = 0
    for page in pages(corpus):
        read = registry.read(corpus / "govcn" / page.said["file"])
        title = parse(read.text, tables=read.tables).metadata.title
        total += 1
        right += without_gaps(title) == without_gaps(page.said["title"])
        ours, theirs = _words(read.text), _words(page.text)
        foreign += sum(words not in "".join(theirs) for words in ours)
        lost += sum(words not in "".join(ours) for words in theirs)
    print(f"{'pages with the right title':34}{right} of {total}")
    print(f"{'lines that are not the article':34}{foreign}")
    print(f"{'lines of the article that lack':34}{lost}")


def _words(text: str) -> list[str]:
    lines = ("".join(line.split()) for line in text.replace("\u2028", "\n").split("\n"))
    return [line for line in lines if line]


class _Clock:
    """Wall time by stage; a stage within a stage is its own."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._open: list[str] = []
        self._last = time.perf_counter()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._tick()
        self._open.append(name)
        try:
            yield
        finally:
            self._tick()
            self._open.pop()

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._open:
            name = self._open[-1]
            self.seconds[name] = self.seconds.get(name, 0.0) + now - self._last
        self._last = now

    def timed(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **more: Any) -> Any:  # noqa: ANN401  # as the call that it stands for
            with self.stage(name):
                return call(*args, **more)

        return run


class _TimedPool(ReaderPool):
    """A pool that tells how long it was waited for."""

    clock: _Clock

    @override
    def _answers(self) -> Any:
        with self.clock.stage("reading and parsing (two processes)"):
            yield from super()._answers()


def _measure_laws(laws: Path, home: Path) -> None:
    clock = _Clock()
    _TimedPool.clock = clock
    importing.indexing.catch_up = clock.timed("index", indexing.catch_up)  # type: ignore[attr-defined]
    paths = AppPaths.under(home).with_library(home / "library")
    with open_collection(paths) as collection:
        shelf = collection.own
        shelf.documents.save = clock.timed("store", shelf.documents.save)  # type: ignore[method-assign]
        shelf.originals.keep = clock.timed("originals", shelf.originals.keep)  # type: ignore[method-assign]
        with clock.stage("deciding, hashing, the rest"):
            began = time.perf_counter()
            report = ImportService(shelf, readers=_TimedPool).job([laws])(JobContext())
            wall = time.perf_counter() - began
    count = report.imported + report.updated + report.unchanged
    print(
        f"{'documents':34}{count}: {report.imported} new, {report.updated} editions of one that is "
        f"there, {report.unchanged} copies, {len(report.failed)} failed"
    )
    print(f"{'wall time':34}{wall:.1f} s, {count / wall:.0f} documents a second")
    for name, seconds in sorted(clock.seconds.items(), key=lambda one: -one[1]):
        print(f"  {name:36}{seconds:6.1f} s {seconds / wall:5.0%}")
    for name, who in (
        ("CPU here", resource.RUSAGE_SELF),
        ("CPU of readers", resource.RUSAGE_CHILDREN),
    ):
        used = resource.getrusage(who)
        print(
            f"{name:34}{used.ru_utime + used.ru_stime:.1f} s, peak {used.ru_maxrss / 1024:.0f} MiB"
        )


if __name__ == "__main__":
    sys.exit(main())
