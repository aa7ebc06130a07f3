from __future__ import annotations

import socket
from pathlib import Path

import pytest

from policyviewer.ui.display import why_no_display


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ":98765"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": "127.0.0.1:1999"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nonexistent"},
        {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"},
    ],
)
def test_without_a_display_there_is_a_reason(environ: dict[str, str]):
    assert why_no_display(environ, "linux")


def test_a_wayland_socket_is_a_display(tmp_path: Path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert why_no_display(environ, "linux") is None


def test_windows_always_has_a_display():
    assert why_no_display({}, "win32") is None
