"""Small OpenDocument texts, and what the reader makes of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from policyviewer.importers.base import Extract
from policyviewer.importers.odt.importer import OdtImporter

_START = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{_START}:office:1.0",
    "text": f"{_START}:text:1.0",
    "table": f"{_START}:table:1.0",
    "style": f"{_START}:style:1.0",
    "draw": f"{_START}:drawing:1.0",
    "svg": f"{_START}:svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
NAMES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())

Odt = Callable[..., bytes]


@pytest.fixture(scope="session")
def element() -> Callable[[str], etree._Element]:
    """Give an element with all names declared."""
    return lambda inner: etree.fromstring(f"<office:text {NAMES}>{inner}</office:text>")


@pytest.fixture(scope="session")
def typed() -> Callable[..., bytes]:
    """Zip parts behind the kind of the document, which stands first and uncompressed."""

    def write(parts: Mapping[str, str], kind: str = "text") -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
            whole = f"application/vnd.oasis.opendocument.{kind}"
            target.writestr("mimetype", whole, zipfile.ZIP_STORED)
            for name, content in parts.items():
                target.writestr(name, content)
        return file.getvalue()

    return write


@pytest.fixture(scope="session")
def odt(typed: Callable[..., bytes]) -> Odt:
    """Zip a story with its automatic styles, the common styles, and other parts."""

    def write(story: str, automatic: str = "", styles: str = "", **others: str) -> bytes:
        body = f"<office:body><office:text>{story}</office:text></office:body>"
        content = f"<office:automatic-styles>{automatic}</office:automatic-styles>{body}"
        return typed(
            {
                "content.xml": f"<office:document-content {NAMES}>{content}"
                "</office:document-content>",
                "styles.xml": f"<office:document-styles {NAMES}>{styles}</office:document-styles>",
                **others,
            }
        )

    return write


@pytest.fixture(scope="session")
def read(odt: Odt) -> Callable[..., Extract]:
    """Give what is read of a story."""

    def extract(story: str, **others: str) -> Extract:
        importer = OdtImporter()
        data = odt(story, **others)
        assert importer.takes(data)
        return importer.extract(data, "通知.odt")

    return extract


@pytest.fixture(scope="session")
def codes() -> Callable[[Extract], list[str]]:
    return lambda extract: [notice.code for notice in extract.notices]
