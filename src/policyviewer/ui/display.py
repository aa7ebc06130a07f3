"""Whether a window can be shown here, found out without Qt: Qt aborts where it cannot."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

_X_PORT = 6000
_PATIENCE = 2.0
"""Seconds that a remote display may take to answer."""
_WINDOWLESS = frozenset({"offscreen", "minimal", "vnc"})


def why_no_display(
    environ: Mapping[str, str] = os.environ, system: str = sys.platform
) -> str | None:
    """Give the reason, in Chinese, why no window can be shown; None when one can."""
    if not system.startswith("linux"):
        return None
    if environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _WINDOWLESS:
        return "已指定不用显示器运行"
    wayland = _wayland_answers(environ)
    if not wayland and not _x_answers(environ.get("DISPLAY", "")):
        return "这台机器没有可用的显示器"
    return None if wayland else _missing_libraries()


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(environ.get("XDG_RUNTIME_DIR", "/")) / name).is_socket()


def _x_answers(display: str) -> bool:
    """Say whether the X server that DISPLAY names takes a connection."""
    host, colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    if host in {"", "unix"}:
        return any(
            _connects(name) for name in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}")
        )
    try:
        socket.create_connection((host, _X_PORT + int(number)), _PATIENCE).close()
    except OSError:
        return False
    return True


def _connects(name: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(_PATIENCE)
        return probe.connect_ex(name) == 0


def _missing_libraries() -> str | None:
    """Try to load Qt's X11 plug-in: it needs system libraries that a bare machine may lack."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "没有安装 PySide6"
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return f"缺少系统的图形库（{str(error).partition(':')[0]}）"
    return None
