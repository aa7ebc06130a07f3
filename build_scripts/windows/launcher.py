"""The launcher of the portable archive, compiled with the program's icon and version."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from version_info import numbers

_SOURCE = Path(__file__).with_name("launcher.c")
_MANIFEST = Path(__file__).with_name("policyviewer.manifest")
_PREFIXES = ("x86_64-w64-mingw32-", "")
"""Of the tools on Debian, and on a Windows with MinGW-w64."""
_FLAGS = (
    *("-Os", "-s", "-nostdlib", "-mwindows", "-Wl,-e,entry", "-Wl,--no-insert-timestamp"),
    *("-finput-charset=UTF-8", "-ffreestanding", "-fno-asynchronous-unwind-tables"),
)
_RESOURCES = """\
#pragma code_page(65001)
1 ICON "{icon}"
1 24 "{manifest}"
1 VERSIONINFO FILEVERSION {numbers} PRODUCTVERSION {numbers} FILEOS 0x40004 FILETYPE 1
{{
  BLOCK "StringFileInfo" {{
    BLOCK "080404b0" {{
      VALUE "CompanyName", "PolicyViewer"
      VALUE "FileDescription", "{name}"
      VALUE "FileVersion", "{version}"
      VALUE "ProductName", "{name}"
      VALUE "ProductVersion", "{version}"
    }}
  }}
  BLOCK "VarFileInfo" {{ VALUE "Translation", 0x0804, 1200 }}
}}
"""


def make(output: Path, name: str, version: str, icon: Path) -> None:
    """Compile the launcher; raises FileNotFoundError without a compiler, CalledProcessError."""
    with tempfile.TemporaryDirectory() as folder:
        script, made = Path(folder) / "launcher.rc", Path(folder) / "launcher.res"
        script.write_text(resources(name, version, icon), encoding="utf-8")
        compiled = ["-O", "coff", "-c", "65001", "-i", str(script), "-o", str(made)]
        subprocess.run([_tool("windres"), *compiled], check=True)
        sources = [str(_SOURCE), str(made), "-lkernel32", "-luser32"]
        subprocess.run([_tool("gcc"), *_FLAGS, "-o", str(output), *sources], check=True)


def resources(name: str, version: str, icon: Path) -> str:
    """Give the resource script; raises ValueError for a name that cannot stand in it."""
    if '"' in name or "\\" in name or not name.isprintable():
        raise ValueError(f"{name!r} cannot stand in a resource script")
    return _RESOURCES.format(
        name=name,
        version=version,
        numbers=",".join(map(str, numbers(version))),
        icon=icon.as_posix(),
        manifest=_MANIFEST.as_posix(),
    )


def _tool(name: str) -> str:
    for prefix in _PREFIXES:
        if shutil.which(f"{prefix}{name}"):
            return f"{prefix}{name}"
    raise FileNotFoundError(f"{name} of MinGW-w64 is not installed")
