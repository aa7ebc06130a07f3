"""The window's geometry: state that comes and goes, kept apart from the settings."""

from __future__ import annotations

import base64
import binascii
from dataclasses import asdict, dataclass
from pathlib import Path

from policyviewer.app.atomic import read_json, write_json


@dataclass(frozen=True, slots=True)
class WindowState:
    """Geometry and column widths; what is missing or broken falls back to the default."""

    geometry: bytes = b""
    widths: tuple[int, ...] = ()
    """Of side panel, page and notes column, in device-independent pixels."""
    panel: str = "library"
    beside: str = ""
    """The document on the second page; empty where there is one page."""


def load(path: Path) -> WindowState:
    """Give the stored state."""
    stored = read_json(path)
    if not isinstance(stored, dict):
        return WindowState()
    widths = stored.get("widths")
    return WindowState(
        geometry=_bytes(stored.get("geometry")),
        widths=_widths(widths if isinstance(widths, list) else []),
        panel=str(stored.get("panel", WindowState().panel)),
        beside=str(stored.get("beside", "")),
    )


def save(path: Path, state: WindowState) -> None:
    """Store the state; raises StorageError when that cannot be done."""
    geometry = base64.b64encode(state.geometry).decode("ascii")
    write_json(path, {**asdict(state), "geometry": geometry})


def _widths(stored: list[object]) -> tuple[int, ...]:
    widths = tuple(one for one in stored if isinstance(one, int) and one >= 0)
    return widths if len(widths) == 3 else ()


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(str(value or ""), validate=True)
    except (binascii.Error, ValueError):
        return b""
