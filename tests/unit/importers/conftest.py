"""Small documents, written part by part."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_FIXTURES = os.environ.get("POLICYVIEWER_FIXTURES", "")

Zipped = Callable[[Mapping[str, str | bytes]], bytes]
Docx = Callable[..., bytes]


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return file.getvalue()


def _docx(body: str, **others: str) -> bytes:
    """Zip a body with other parts: ``numbering="<w:abstractNum .../>"``, ``header1=...``."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}" '
        f'Target="{name}.xml"/>'
        for name in others
    )
    roots = {"header": "hdr", "footer": "ftr"}
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<R><Relationship Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></R>',
        "word/_rels/document.xml.rels": f"<R>{relations}</R>",
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }
    for name, inner in others.items():
        kind = name.rstrip("0123456789")
        root = f"w:{roots.get(kind, kind)}"
        parts[f"word/{name}.xml"] = f"<{root} {_NAMES}>{inner}</{root}>"
    return _zipped(parts)


@pytest.fixture(scope="session")
def zipped() -> Zipped:
    return _zipped


@pytest.fixture(scope="session")
def docx() -> Docx:
    return _docx


@pytest.fixture(scope="session")
def given() -> Callable[[str], bytes]:
    """Give the bytes of a document in the folder that POLICYVIEWER_FIXTURES names."""

    def read(name: str) -> bytes:
        file = Path(_FIXTURES) / name
        if not _FIXTURES or not file.is_file():
            pytest.skip(f"no {name} in POLICYVIEWER_FIXTURES")
        return file.read_bytes()

    return read
