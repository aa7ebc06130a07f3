"""Draws the application icon in the sizes that Windows and desktops want, from its SVG.

    python build_scripts/make_icons.py

Writes resources/icons/policyviewer.ico (16 to 256 pixels, PNG inside, as Windows Vista and
later read it) and resources/icons/policyviewer-256.png. Run it after the drawing has changed.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def drawn(svg: Path, size: int) -> bytes:
    """Give the drawing as a PNG with so many pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub errs: not bytes
    return bytes(data.data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """Give an .ico file of PNG pictures by their size; 0 in its table stands for 256."""
    entries, at = b"", _HEADER.size + _ENTRY.size * len(pictures)
    for size, picture in pictures.items():
        side = size % 256
        entries += _ENTRY.pack(side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return _HEADER.pack(0, 1, len(pictures)) + entries + b"".join(pictures.values())


def main() -> None:
    """Draw all sizes and write the files."""
    application = QGuiApplication(["make_icons", "-platform", "offscreen"])
    pictures = {size: drawn(ICONS / "policyviewer.svg", size) for size in SIZES}
    (ICONS / "policyviewer.ico").write_bytes(icon_file(pictures))
    (ICONS / "policyviewer-256.png").write_bytes(pictures[256])
    application.quit()


if __name__ == "__main__":
    main()
