from __future__ import annotations

import struct

import pytest
from PySide6.QtGui import QImage

from make_icons import ICONS, SIZES, drawn, icon_file


@pytest.mark.usefixtures("qapp")
def test_the_smallest_icon_still_shows_the_red_head():
    image = QImage.fromData(drawn(ICONS / "policyviewer.svg", 16))
    reds = sum(
        image.pixelColor(x, y).red() > 140 and image.pixelColor(x, y).green() < 80
        for x in range(16)
        for y in range(16)
    )
    assert reds > 16


def test_the_kept_file_holds_every_size():
    data = (ICONS / "policyviewer.ico").read_bytes()
    kind, count = struct.unpack_from("<HH", data, 2)
    sizes = [data[6 + 16 * entry] or 256 for entry in range(count)]
    assert (kind, sizes) == (1, list(SIZES))


def test_pictures_lie_where_the_table_says():
    data = icon_file({16: b"\x89PNG one", 256: b"\x89PNG two!"})
    for entry, picture in enumerate((b"\x89PNG one", b"\x89PNG two!")):
        length, at = struct.unpack_from("<II", data, 6 + 16 * entry + 8)
        assert data[at : at + length] == picture
