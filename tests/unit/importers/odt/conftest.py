"""Small OpenDocument texts, written element by element."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from policyviewer.importers.base import Extract
from policyviewer.importers.odt.importer import OdtImporter

_SPACES = ("office", "text", "table", "style", "draw")
NAMES = " ".join(
    [
        *(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in _SPACES),
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)


@pytest.fixture(scope="session")
def element() -> Callable[[str], etree._Element]:
    """Give the element that XML with the usual prefixes stands for."""
    return lambda xml: etree.fromstring(f"<x {NAMES}>{xml}</x>")[0]


@pytest.fixture(scope="session")
def odt(zipped) -> Callable[..., bytes]:
    """Zip a body, list styles and other parts to a document."""

    def make(body: str, lists: str = "", margins: str = "", **parts: str) -> bytes:
        document = (
            f"<office:document-content {NAMES}><office:automatic-styles>{lists}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>"
        )
        return zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": document,
                "styles.xml": f"<office:document-styles {NAMES}>{margins}</office:document-styles>",
            }
            | parts
        )

    return make


@pytest.fixture(scope="session")
def read(odt) -> Callable[..., Extract]:
    return lambda *args, **parts: OdtImporter().extract(odt(*args, **parts), "一.odt")
