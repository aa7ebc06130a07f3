"""What library packs cost: their size, making, checking and installing, beside an import.

    python benchmarks/packs.py LAWS [--documents N] [--work DIR] [--cut-off]
    python benchmarks/packs.py LAWS --months 12 [--documents 500]

The first imports the files of a folder, packs the library, installs the pack, changes forty
documents and does the same with what has changed; every stage is a process of its own, whose wall
time, CPU time and peak memory are printed. ``--documents`` makes more or fewer documents of the
files there are: beyond them, each copy has other names, numbers and words. ``--cut-off`` is for
very many: the installing process is killed half-way and another goes on, what it costs is that of
both, and nothing is done after the first install, so that the disk holds the library only twice.

The second lets a library grow for some months and prints what a province would carry about: the
packs of each month and across several, for 88 counties of 10,000 users each.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from policyviewer.app.collection import open_collection
from policyviewer.app.importing import ImportService
from policyviewer.app.packs import keys
from policyviewer.app.packs.building import Order, build_pack, thin
from policyviewer.app.packs.service import PackService
from policyviewer.app.paths import AppPaths
from policyviewer.app.searching import SearchService
from policyviewer.domain.packs import counted
from policyviewer.domain.queries import SearchQuery
from policyviewer.domain.tasks import JobContext

COUNTIES, USERS = 88, 10_000
CHANGED, ADDED = 40, 10
"""Documents a month that are revised, and that are new."""
STICK = 15e6
"""Bytes a second of a slow USB 2 stick."""
SHARE = 100e6 / 8
"""Bytes a second of a county's line of 100 Mbit/s."""
_SWAPS = (("应当", "必须"), ("规定", "要求"), ("人民政府", "行政公署"), ("管理", "监督"))


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage took: seconds and bytes."""

    wall: float
    cpu: float
    memory: int


def main() -> int:
    """Run the measurement that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("laws", type=Path, help="a folder of texts")
    parser.add_argument("--documents", type=int, help="as many documents as these")
    parser.add_argument("--work", type=Path, help="where there is room; removed afterwards")
    parser.add_argument("--shortened", type=int, help="end each document after so many characters")
    parser.add_argument("--cut-off", action="store_true", help="kill the install half-way, once")
    parser.add_argument("--months", type=int, help="simulate a province for so many months")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.work) as made:
        measure = _province if options.months else _once
        measure(options, Path(made))
    return 0


def _once(options: argparse.Namespace, folder: Path) -> None:
    files = folder / "files"
    count = _write_documents(options.laws, files, options.documents, options.shortened)
    print(f"{count} documents, {_size(files) / 1e6:.0f} MB of text")
    library, keyed = folder / "library", folder / "keys"
    keys.generate(keyed, "省司法厅", date.today())  # noqa: DTZ011
    imported = _stage("importing the files", _import, library, files)
    print(f"{'library, index and originals':34}{_size(library) / 1e6:.0f} MB")
    full = folder / "1.pvpack"
    _stage("building the full pack", _build, library, keyed, full, 1, None)
    print(f"{'full pack':34}{_size(full) / 1e6:.1f} MB")
    home = AppPaths.under(folder / "home")
    _stage("verifying it", _preview, home, full)
    begun = _cut_off(home, full, _size(library) // 2) if options.cut_off else Cost(0, 0, 0)
    installed = _stage("installing it", _install, home, full)
    ratio = (
        (begun.wall + installed.wall) / imported.wall,
        (begun.cpu + installed.cpu) / imported.cpu,
    )
    print(f"{'installing to importing':34}{ratio[0]:.3f} of the time, {ratio[1]:.3f} of the CPU")
    _stage("opening it and a search", _search, home)
    if not options.cut_off:
        _update(folder, library, keyed, home)


def _update(folder: Path, library: Path, keyed: Path, home: AppPaths) -> None:
    _change(folder / "files", random.Random(1))
    _stage(f"importing {CHANGED + ADDED} of a month", _import, library, folder / "files")
    full, delta = folder / "2.pvpack", folder / "1-2.pvpack"
    _stage("building the next full pack", _build, library, keyed, full, 2, folder / "1.pvpack")
    _stage("leaving out what is there", _thin, full, folder / "1.pvpack", delta)
    print(f"{'pack of what changed':34}{_size(delta) / 1e6:.1f} MB")
    _stage("verifying it", _preview, home, delta)
    _stage("installing it", _install, home, delta)


def _cut_off(home: AppPaths, pack: Path, enough: int) -> Cost:
    """Kill a process that installs as soon as it has written so many bytes; give what it took."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = multiprocessing.get_context("spawn").Process(target=_install, args=(home, pack))
    process.start()
    while process.is_alive() and _size(home.packs) < enough:
        process.join(0.1)
    process.kill()
    process.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cost = Cost(time.perf_counter() - began, cpu, after.ru_maxrss * 1024)
    there = f"killed with {_size(home.packs) / 1e6:.0f} MB written"
    print(
        f"{'installing half of it':34}{cost.wall:.1f} s, CPU {cost.cpu:.1f} s   {there}", flush=True
    )
    return cost


def _province(options: argparse.Namespace, folder: Path) -> None:
    files, library, keyed = folder / "files", folder / "library", folder / "keys"
    _write_documents(options.laws, files, options.documents, options.shortened)
    keys.generate(keyed, "省司法厅", date.today())  # noqa: DTZ011
    _import(library, files)
    _build(library, keyed, folder / "0.pvpack", 1, None)
    chance = random.Random(2)
    print(f"month 0: full pack {_size(folder / '0.pvpack') / 1e6:.1f} MB")
    monthly: list[int] = []
    for month in range(1, options.months + 1):
        _change(files, chance)
        _import(library, files)
        full = folder / f"{month}.pvpack"
        _build(library, keyed, full, month + 1, folder / f"{month - 1}.pvpack")
        sizes = [_thinned(folder, base, month) for base in (month - 1, max(0, month - 6), 0)]
        monthly.append(sizes[0])
        told = ", ".join(f"{size / 1e6:.1f}" for size in sizes)
        print(f"month {month}: full {_size(full) / 1e6:.1f} MB; since 1, 6, all months {told} MB")
    _tell_province(monthly, _size(folder / f"{options.months}.pvpack"))


def _tell_province(monthly: list[int], full: int) -> None:
    mean = sum(monthly) / len(monthly)
    print(f"{'mean pack of a month':34}{mean / 1e6:.1f} MB, full {full / 1e6:.1f} MB")
    print(f"{'read from a stick':34}{mean / STICK:.1f} s, full {full / STICK:.0f} s")
    each, all_users = mean * USERS, mean * USERS * COUNTIES
    print(f"{'a county from its share':34}{each / 1e9:.0f} GB, {each / SHARE / 3600:.1f} h of line")
    print(f"{'the province to 88 shares':34}{mean * COUNTIES / 1e9:.2f} GB")
    in_full = full * USERS * COUNTIES / 1e12
    print(f"{'to all users':34}{all_users / 1e12:.2f} TB; in full {in_full:.0f} TB")


def _thinned(folder: Path, base: int, month: int) -> int:
    out = folder / "thin.pvpack"
    thin(folder / f"{month}.pvpack", folder / f"{base}.pvpack", out)
    return _size(out)


def _import(library: Path, files: Path) -> str:
    paths = AppPaths.under(library.parent / "importing").with_library(library)
    with open_collection(paths) as collection:
        report = ImportService(collection.own).job([files])(JobContext())
    return f"{report.imported} new, {report.updated} updated, {len(report.failed)} failed"


def _build(library: Path, keyed: Path, out: Path, version: int, since: Path | None) -> str:
    paths = AppPaths.under(library.parent)
    day = (date.today() - timedelta(100 - version)).isoformat()  # noqa: DTZ011
    order = Order(library, "laws", "国家法律法规库", day, version, 400, paths.dictionary)
    built = build_pack(order, keys.load(keyed, str), out, JobContext(), since)
    return f"{len(built.manifest.documents)} documents; {counted(built.manifest.changes)}"


def _thin(full: Path, base: Path, out: Path) -> str:
    return f"{thin(full, base, out)} blocks left"


def _preview(paths: AppPaths, pack: Path) -> str:
    service = PackService(paths)
    publisher, trusted = service.signer(pack)
    if not trusted:
        service.trust(publisher)
    return counted(service.preview(pack)(JobContext()).changes)


def _install(paths: AppPaths, pack: Path) -> str:
    done = PackService(paths).install(pack)(JobContext())
    return f"version {done.installation.current.head.version}"


def _search(paths: AppPaths) -> str:
    with open_collection(paths) as collection:
        search = SearchService(collection.shelves)
        total = search.search(SearchQuery("人民政府 责任")).total
        told = f"{total} hits, index {'ready' if search.ready else 'not ready'}"
        search.close()
    return told


def _stage(name: str, work: Callable[..., str], *arguments: object) -> Cost:
    """Run a stage in a process of its own, and print what it took."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_measured, args=(there, work, arguments))
    process.start()
    told, cost = here.recv()
    process.join()
    print(
        f"{name:34}{cost.wall:.1f} s, CPU {cost.cpu:.1f} s, "
        f"peak {cost.memory / 1e6:.0f} MB   {told}",
        flush=True,
    )
    assert isinstance(cost, Cost)
    return cost


def _measured(mouth: Any, work: Callable[..., str], arguments: tuple[object, ...]) -> None:  # noqa: ANN401
    began = time.perf_counter()
    told = work(*arguments)
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = sum(one.ru_utime + one.ru_stime for one in (own, others))
    memory = max(own.ru_maxrss, others.ru_maxrss) * 1024
    mouth.send((told, Cost(time.perf_counter() - began, cpu, memory)))


def _write_documents(laws: Path, folder: Path, wanted: int | None, length: int | None) -> int:
    """Write documents of our own making; what is beyond the laws there are is varied."""
    sources = sorted(path for path in laws.rglob("*.txt") if path.is_file())
    count = wanted or len(sources)
    for number, text in zip(range(count), _texts(sources), strict=False):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        source = sources[number % len(sources)]
        (place / f"{source.stem}-{number}.txt").write_text(text[:length], encoding="utf-8")
    return count


def _texts(sources: list[Path]) -> Iterator[str]:
    chance, turn = random.Random(0), 0
    while True:
        for source in sources:
            text = source.read_text(encoding="utf-8", errors="replace")
            yield _varied(text, turn, chance) if turn else text
        turn += 1


def _varied(text: str, turn: int, chance: random.Random) -> str:
    """Give a text that is another document: another title, other words here and there."""
    head, _, rest = text.strip().partition("\n")
    lines = rest.split("\n")
    for at in chance.sample(range(len(lines)), len(lines) // 3):
        old, new = chance.choice(_SWAPS)
        lines[at] = lines[at].replace(old, new)
    chance.shuffle(lines[-3:])
    return f"{head}（{turn:02}号样本）\n" + "\n".join(lines)


def _change(folder: Path, chance: random.Random) -> None:
    """Revise some documents, and add some."""
    present = sorted(folder.rglob("*.txt"))
    for path in chance.sample(present, min(CHANGED, len(present))):
        lines = path.read_text(encoding="utf-8").split("\n")
        lines.insert(len(lines) // 2, f"　　有关部门应当在{chance.randrange(2, 90)}日内办理。")
        path.write_text("\n".join(lines), encoding="utf-8")
    for path in chance.sample(present, min(ADDED, len(present))):
        text = _varied(path.read_text(encoding="utf-8"), chance.randrange(50, 99), chance)
        fresh = path.with_name(f"{path.stem}-{chance.randrange(10**6)}.txt")
        fresh.write_text(text, encoding="utf-8")


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())


if __name__ == "__main__":
    raise SystemExit(main())
