from __future__ import annotations

import pytest

from policyviewer.app.readers.inline import InlineReader
from policyviewer.domain.errors import UnreadableDocumentError


def test_bytes_are_read_and_parsed():
    reading = InlineReader().read("一.txt", "关于修路的通知\n一、修路。\n".encode("gb18030"))
    assert (reading.format, reading.outline.metadata.title) == ("txt", "关于修路的通知")
    assert [node.id for node in reading.outline.nodes] == ["main/l1_1"]
    assert reading.secrecy is None


def test_a_secrecy_marking_is_told():
    reading = InlineReader().read("一.txt", "机密★1年\n关于修路的通知\n一、修路。\n".encode())
    assert reading.secrecy == "机密★1年"


def test_what_is_no_text_is_refused():
    with pytest.raises(UnreadableDocumentError):
        InlineReader().read("一.txt", b"")
