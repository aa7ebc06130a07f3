"""Stand-ins for what Windows 10 has and Wine 8 has not, made into a prefix; never shipped."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

NAMES = frozenset({"icuuc.dll", "bcryptprimitives.dll", "ucrtbase.dll"})
"""A program folder that holds one of these is wrong."""
_SOURCES = Path(__file__).with_name("stand_ins")
_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_CHINESE_FONT = _FONTS / "PolicyViewerHan-Regular.otf"
"""In place of Microsoft YaHei; of this machine's own fonts Wine would list none twice."""
_TOOLS = "x86_64-w64-mingw32-"
_COMPILE = (
    "-O2",
    "-s",
    "-shared",
    "-nostartfiles",
    "-static-libgcc",
    "-Wl,-e,DllMain",
    "-Wl,--no-insert-timestamp",
)
_BARE = ("icuuc", "bcryptprimitives")
_RUNTIME, _WINES = "ucrtbase", "ucrtwine"
_SIGNATURE = b"Wine builtin DLL"
"""By this, at a fixed place, Wine knows its own libraries, which it does not load by new names."""
_SIGNATURE_AT = 0x40
_NAME = re.compile(r"^\s*\[\s*\d+\]\s+(\S+)$", re.MULTILINE)
_OWN = re.compile(r"\bstand_in_(\w+)$", re.MULTILINE)


def make(windows: Path) -> None:
    """Make all stand-ins in a prefix's folder of Windows; raises CalledProcessError."""
    system, font = windows / "system32", windows / "Fonts" / "msyh.ttc"
    font.unlink(missing_ok=True)
    font.symlink_to(_CHINESE_FONT)
    for name in _BARE:
        _link(system / f"{name}.dll", [str(_SOURCES / f"{name}.c"), "-nostdlib", "-ladvapi32"])
    _make_runtime(system)


def exports(dump: str) -> list[str]:
    """Give the names that a library exports, by what ``objdump -p`` says of it."""
    return _NAME.findall(dump.partition("[Ordinal/Name Pointer] Table")[2])


def own_functions(symbols: str) -> set[str]:
    """Give the functions that an object file has for us, by what ``nm`` says of it."""
    return set(_OWN.findall(symbols))


def definition(names: Iterable[str], own: set[str], other: str) -> str:
    """Give the file by which the linker exports our functions, and the others from elsewhere."""
    rows = (
        f"  {name}=stand_in_{name}" if name in own else f"  {name}={other}.{name}" for name in names
    )
    return "\n".join(["EXPORTS", *rows, ""])


def _make_runtime(system: Path) -> None:
    """Rename Wine's C runtime, and put one in its place that adds the complex functions."""
    runtime, wines = system / f"{_RUNTIME}.dll", system / f"{_WINES}.dll"
    data = bytearray(runtime.read_bytes())
    data[_SIGNATURE_AT : _SIGNATURE_AT + len(_SIGNATURE)] = bytes(len(_SIGNATURE))
    wines.write_bytes(data)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "complex.o"
        _tool("gcc", ["-O2", "-c", "-o", str(made), str(_SOURCES / "complex.c")])
        own = own_functions(_tool("nm", [str(made)]))
        names = exports(_tool("objdump", ["-p", str(wines)]))
        table = Path(folder) / "runtime.def"
        table.write_text(definition(names, own, _WINES), encoding="ascii")
        _link(runtime, [str(made), str(table)])


def _link(target: Path, arguments: Sequence[str]) -> None:
    target.unlink(missing_ok=True)  # it may be a link to Wine's own file
    _tool("gcc", [*_COMPILE, "-o", str(target), *arguments])


def _tool(name: str, arguments: Sequence[str]) -> str:
    command = [f"{_TOOLS}{name}", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
