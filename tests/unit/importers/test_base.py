from __future__ import annotations

from policyviewer.importers.base import Importer
from policyviewer.importers.text import TextImporter


def test_the_text_importer_is_an_importer():
    importer: Importer = TextImporter()
    assert importer.format == "txt"
    assert importer.takes("文字".encode())
