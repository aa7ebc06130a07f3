"""Library packs in the drill: made, trusted, installed, brought up to date, taken back, refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from windows.screen import wait_until
from windows.stage import CONSOLE, DATA, Stage, fresh

_PLACE = "省厅 资料"
"""Below drive C: what the publisher has."""
_PUBLISHER, _NAME, _TITLE = "青山省司法厅", "qingshan", "青山省政策库"
_ROADS = "青山省农村公路养护办法\n（2026年3月2日青山省人民政府发布）\n第一条　养护经费列入预算。\n"
_WATER = "青山省水源保护办法\n（2026年5月6日青山省人民政府发布）\n第一条　禁止设置排污口。\n"
_FORMER, _REVISED, _ADDED = "列入预算", "专户核算", "排污口"
"""Words of the first version only, of the second in its place, of a document that it adds."""
_PREVIEW = "安装资料包"
_REFUSED = 1


def use(stage: Stage, folder: Path) -> None:
    """Publish and read packs with an installed program, up to a double click on one of them."""
    before = stage.states()
    desk = Desk(stage, folder, fresh(stage.wine.drive / _PLACE))
    desk.publish()
    desk.refuse_stranger()
    desk.install()
    desk.bring_up_to_date_and_go_back()
    desk.double_click()
    stage.check_written(before, [DATA, _PLACE], "packs")


@dataclass(frozen=True, slots=True)
class Desk:
    """Publisher and reader at one computer; ``place`` has the documents, the keys and the packs."""

    stage: Stage
    folder: Path
    place: Path

    def publish(self) -> None:
        """Make keys, a first pack, a second one and the update between them."""
        documents = self.place / "文件"
        documents.mkdir()
        (documents / "公路.txt").write_text(_ROADS, encoding="gb18030")
        self._keys("密钥")
        self._build("密钥", "一", "--name", _NAME, "--title", _TITLE)
        revised = _ROADS.replace(_FORMER, _REVISED)
        (documents / "公路.txt").write_text(revised, encoding="gb18030")
        (documents / "水源.txt").write_text(_WATER, encoding="gb18030")
        since = ("--since", self._at("一.pvpack"), "--full", self._at("二.pvpack"))
        self._build("密钥", "一到二", *since)
        sizes = [(self.place / f"{one}.pvpack").stat().st_size for one in ("二", "一到二")]
        self.stage.check(sizes[1] < sizes[0], f"packs made: {sizes[0]} bytes, update {sizes[1]}")

    def refuse_stranger(self) -> None:
        """Install nothing of a publisher until its fingerprint was compared, and never of another
        one that bears its name.
        """
        told = self._pack("install", self._at("一.pvpack"), status=_REFUSED)
        self.stage.check("还没有得到您的信任" in told, "a publisher nobody trusts is refused")
        trust = ("trust", self._at("密钥\\1.root.json"))
        (shown,) = self.stage.json(self.folder, "pack", *trust)
        trusted = self._pack(*trust, "--fingerprint", str(shown["fingerprint"]))
        self.stage.check("已信任" in trusted, "the publisher is trusted by its fingerprint")
        self._keys("假密钥")
        self._build("假密钥", "假", "--name", _NAME, "--title", _TITLE)
        told = self._pack("install", self._at("假.pvpack"), status=_REFUSED)
        self.stage.check("指纹不同" in told, "another publisher of the same name is refused")

    def install(self) -> None:
        """Look at the first pack and install it, but not with a bit of it changed."""
        told = self._pack("inspect", self._at("一.pvpack"))
        self.stage.check("1 份文件" in told and _PUBLISHER in told, "a pack is inspected")
        data = bytearray((self.place / "一.pvpack").read_bytes())
        data[len(data) // 2] ^= 1
        self._refuse_damaged(bytes(data), "with one bit changed")
        self.stage.check(not self._finds(_FORMER), "refused: nothing of it is there")
        self._pack("install", self._at("一.pvpack"))
        self.stage.check(self._finds(_FORMER), "installed: a search finds its words")

    def bring_up_to_date_and_go_back(self) -> None:
        """Install the update, which is refused where its end is missing, and take it back."""
        data = (self.place / "一到二.pvpack").read_bytes()
        self._refuse_damaged(data[: len(data) // 2], "of which half is missing")
        kept = self._version() == 1 and self._finds(_FORMER)
        self.stage.check(kept, "refused: what was installed is still there")
        told = self._pack("install", self._at("一到二.pvpack"))
        self.stage.check("修订 1 份" in told and "新增 1 份" in told, "an update is installed")
        newer = self._finds(_REVISED) and self._finds(_ADDED) and not self._finds(_FORMER)
        self.stage.check(newer, "updated: a search finds the new words, and not the old ones")
        self._pack("rollback", _NAME)
        back = self._finds(_FORMER) and not self._finds(_REVISED) and not self._finds(_ADDED)
        self.stage.check(back and self._version() == 1, "rolled back: the first version is shown")

    def double_click(self) -> None:
        """Open the update by its association, look at what it would change, and install it."""
        self.stage.double_click(self._at("一到二.pvpack"))
        self.stage.screen.wait_for(_PREVIEW)
        self.stage.picture("double-click-on-a-pack")
        self.stage.screen.press("Return")
        wait_until(lambda: self._version() == 2, "the pack that was installed in the window", 120)
        self.stage.picture("pack-installed")
        self.stage.wine.end()
        self.stage.check(self._finds(_ADDED), "installed in the window: a search finds its words")

    def _refuse_damaged(self, data: bytes, what: str) -> None:
        (self.place / "坏.pvpack").write_bytes(data)
        told = self._pack("install", self._at("坏.pvpack"), status=_REFUSED)
        self.stage.check("已损坏" in told, f"a pack {what} is refused")

    def _keys(self, name: str) -> None:
        self._pack("keygen", self._at(name), "--publisher", _PUBLISHER)

    def _build(self, keys: str, name: str, *words: str) -> None:
        out = ("--keys", self._at(keys), "--out", self._at(f"{name}.pvpack"))
        self._pack("build", "--from", self._at("文件"), *out, *words)

    def _finds(self, words: str) -> bool:
        return _TITLE.removesuffix("政策库") in self.stage.run(
            self.folder / CONSOLE, "search", words
        )

    def _version(self) -> object:
        (listed,) = self.stage.json(self.folder, "pack", "list")
        packs = listed["packs"]
        return packs[0]["version"] if isinstance(packs, list) and packs else 0

    def _pack(self, *words: str, status: int = 0) -> str:
        return self.stage.run(self.folder / CONSOLE, "pack", *words, status=status)

    def _at(self, name: str) -> str:
        return f"C:\\{_PLACE}\\{name}"
