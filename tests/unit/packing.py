"""A publisher with its keys, a library that grows, and a pack of each of its versions."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from policyviewer.app.importing import ImportService
from policyviewer.app.packs import keys
from policyviewer.app.packs.building import Order, build_pack, thin
from policyviewer.app.packs.container import PackReader
from policyviewer.app.packs.installed import Installation, Installations
from policyviewer.app.packs.installing import install, trusted
from policyviewer.app.packs.publishers import Publisher, Publishers
from policyviewer.app.packs.verifying import Verified, admitted, verify
from policyviewer.app.paths import AppPaths
from policyviewer.app.readers.inline import InlineReader
from policyviewer.app.readers.messages import Read
from policyviewer.app.shelves import open_shelf
from policyviewer.domain.tasks import JobContext

TODAY = date.today()  # noqa: DTZ011  # packs must be valid on the day the tests run
WORDS = AppPaths.under(Path()).dictionary


def notice(title: str, *articles: str, day: str = "2024年3月1日") -> str:
    """Give a text with numbered articles."""
    lines = (f"第{'一二三四五六七八九'[n]}条　{words}" for n, words in enumerate(articles))
    return "\n".join([title, f"（{day}青山县人民政府发布）", *lines, ""])


FOREST = notice(
    "青山县森林防火办法", "各乡镇落实森林防火责任制。", "清明前后组织巡查队伍上山巡查。"
)
ROADS = notice("青山县农村公路养护办法", "公路养护经费列入县级预算。", "养护工程应当公开招标。")
ROADS_2 = ROADS.replace("养护工程应当公开招标", "养护工程依法实行招标投标制度")
WATER = notice("青山县饮用水水源保护办法", "水源保护区内禁止设置排污口。")
SCHOOLS = notice("青山县校车安全管理办法", "校车应当按照核定的线路行驶。")
REPEAL = notice(
    "青山县饮用水安全条例",
    "保障饮用水安全。",
    "本条例自2025年6月1日起施行。《青山县饮用水水源保护办法》同时废止。",
    day="2025年5月6日",
)
VERSIONS: tuple[Mapping[str, str], ...] = (
    {"防火.txt": FOREST, "公路.txt": ROADS},
    {"公路.txt": ROADS_2, "水源.txt": WATER},
    {"校车.txt": SCHOOLS},
    {"防火.txt": FOREST.replace("上山巡查", "上山和入林巡查"), "条例.txt": REPEAL},
)
"""What comes into the library with each version."""


class Inline:
    """Reads files in this process: starting others takes longer than all that is to be read."""

    def read(self, files, check: Callable[[], None]) -> Iterator:
        reader = InlineReader()
        for file, request in files:
            check()
            yield file, Read(reader.read(request.name, request.data))


@contextmanager
def inline() -> Iterator[Inline]:
    yield Inline()


def take_in(library: Path, texts: Mapping[str, str], day: datetime) -> None:
    """Import texts into a library; the same name is a later version of the same document."""
    folder = library.with_name("来稿")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with closing(open_shelf(library, writable=True, dictionary=WORDS)) as shelf:
        service = ImportService(shelf, now=lambda: day, readers=inline)
        service.job([folder / name for name in texts])(JobContext())


@dataclass(slots=True)
class Press:
    """A publisher that has its libraries and packs in a folder."""

    folder: Path
    name: str = "青山市司法局"
    library: str = "qingshan"
    versions: tuple[Mapping[str, str], ...] = VERSIONS
    publisher: Publisher = field(init=False)

    def __post_init__(self) -> None:
        self.publisher = keys.generate(self.folder / "keys", self.name, TODAY)
        day = datetime(2026, 1, 1, tzinfo=UTC)
        for number, texts in enumerate(self.versions, start=1):
            if number > 1:
                shutil.copytree(self.source(number - 1), self.source(number))
            take_in(self.source(number), texts, day + timedelta(number))
            before = self.full(number - 1) if number > 1 else None
            self.make(number, self.full(number), before)

    def source(self, number: int) -> Path:
        return self.folder / f"library-{number}"

    def full(self, number: int) -> Path:
        return self.folder / f"{self.library}-{number}.pvpack"

    def delta(self, base: int, number: int) -> Path:
        made = self.folder / f"{self.library}-{base}-{number}.pvpack"
        if not made.exists():
            thin(self.full(number), self.full(base), made)
        return made

    def keys(self) -> keys.PublisherKeys:
        return keys.load(self.folder / "keys", str)

    def order(self, number: int, **changed) -> Order:
        usual = {
            "source": self.source(number),
            "library": self.library,
            "title": "青山市政策库",
            "as_of": (TODAY - timedelta(10 - number)).isoformat(),
            "version": number,
            "valid_days": 400,
            "dictionary": WORDS,
        }
        return Order(**(usual | changed))

    def make(self, number: int, out: Path, since: Path | None = None, **changed) -> None:
        build_pack(self.order(number, **changed), self.keys(), out, JobContext(), since)


@dataclass(slots=True)
class User:
    """Somebody who trusts publishers and installs packs."""

    paths: AppPaths

    @property
    def installations(self) -> Installations:
        return Installations(self.paths.packs)

    @property
    def publishers(self) -> Publishers:
        return Publishers(self.paths.shipped_publishers, self.paths.publishers)

    def trusting(self, *presses: Press) -> User:
        for press in presses:
            self.publishers.accept(press.publisher)
        return self

    def verified(self, pack: PackReader) -> Verified:
        publisher = admitted(pack, self.publishers)
        return verify(pack, publisher, trusted(self.installations, publisher, pack.label.library))

    def install(self, path: Path, ctx: JobContext | None = None) -> Installation:
        with PackReader(path) as pack:
            return install(self.installations, pack, self.verified(pack), ctx or JobContext())
