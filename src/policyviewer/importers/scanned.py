"""Scanned pages and pictures, read by text recognition, which is an optional part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.importers.base import Extract
from policyviewer.importers.pages.assembly import assembled
from policyviewer.importers.pages.pieces import Page, Piece
from policyviewer.importers.writing import TextWriter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NEEDED = ("rapidocr", "onnxruntime")
_LEAST_SURE = 0.5
_BEGINS = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
)
_MOST_PIXELS = 60_000_000
_MOST_FRAMES = 200
_WIDTH = 595.0
"""Points: the page that a picture is taken for."""


class _Found(Protocol):
    boxes: Sequence[Sequence[Sequence[float]]] | None
    txts: Sequence[str] | None
    scores: Sequence[float] | None


class _Recogniser(Protocol):
    def __call__(self, picture: NDArray[np.uint8], /) -> _Found:
        """Give the lines found in a picture."""


class PictureImporter:
    """Reads pictures of pages (PNG, JPEG, TIFF, BMP)."""

    format = "picture"

    def takes(self, data: bytes) -> bool:
        """Say whether the bytes are a picture's."""
        if data.startswith(b"BM"):
            return len(data) > 54 and data[6:10] == bytes(4)
        return data.startswith(_BEGINS)

    def extract(self, data: bytes, name: str) -> Extract:
        """Give what recognition reads; raises UnreadableDocumentError without it."""
        if not can_recognise():
            raise UnreadableDocumentError(
                f"“{name}”是图片，没有文字。",
                "请安装文字识别组件（pip install 'policyviewer[ocr]'）后再导入。",
            )
        writer = TextWriter()
        writer.notice("recognised", "文字由识别图片得来，请对照原件核对。")
        return assembled([_page(one, at) for at, one in enumerate(_frames(data, name), 1)], writer)


def can_recognise() -> bool:
    """Say whether text recognition is installed."""
    return all(find_spec(module) is not None for module in _NEEDED)


def recognised(picture: NDArray[np.uint8], page: Page) -> Page:
    """Give a page with the words that recognition reads in a picture of it."""
    found = _engine()(picture)
    scale = page.width / picture.shape[1]
    boxes = found.boxes if found.boxes is not None else ()
    pieces = [
        _piece(box, text, scale)
        for box, text, sure in zip(boxes, found.txts or (), found.scores or (), strict=True)
        if sure >= _LEAST_SURE and text.strip()
    ]
    return Page(page.number, page.width, page.height, pieces)


def _piece(box: Sequence[Sequence[float]], text: str, scale: float) -> Piece:
    across, down = [point[0] * scale for point in box], [point[1] * scale for point in box]
    left, right = float(min(across)), float(max(across))
    wide = sum(1.0 if ord(character) > 0x2E7F else 0.5 for character in text)
    return Piece(
        text.strip(), left, float(min(down)), right, float(max(down)), (right - left) / max(wide, 1)
    )


@cache
def _engine() -> _Recogniser:
    """Give the recogniser with the models that come in its package; it fetches nothing."""
    from rapidocr import RapidOCR

    engine: _Recogniser = RapidOCR(
        params={"Global.log_level": "error", "Global.use_cls": False}  # it turns good lines over
    )
    return engine


def _page(picture: NDArray[np.uint8], number: int) -> Page:
    height = _WIDTH * picture.shape[0] / picture.shape[1]
    return recognised(picture, Page(number, _WIDTH, height, []))


def _frames(data: bytes, name: str) -> list[NDArray[np.uint8]]:
    """Give the pictures in a file: a TIFF may hold one a page."""
    import io

    import numpy as np
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    frames = []
    try:
        with Image.open(io.BytesIO(data)) as image:
            for number in range(min(getattr(image, "n_frames", 1), _MOST_FRAMES)):
                image.seek(number)
                if image.width * image.height > _MOST_PIXELS:
                    raise OSError("too large")
                frames.append(np.asarray(image.convert("RGB"))[:, :, ::-1].copy())
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableDocumentError(
            f"图片“{name}”已损坏，或者大得不像一页文件。", "请重新扫描，或用看图软件另存后再导入。"
        ) from error
    return frames
