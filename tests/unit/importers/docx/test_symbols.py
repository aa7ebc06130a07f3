from __future__ import annotations

import pytest
from lxml import etree

from policyviewer.importers.docx.names import WORD
from policyviewer.importers.docx.symbols import UNKNOWN, symbol


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "A8", "□"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B3", "≥"),
        ("宋体", "2460", "①"),
        ("Wingdings", "F001", UNKNOWN),
        ("Own Font", "F0FE", UNKNOWN),
        ("宋体", "D800", UNKNOWN),
        ("宋体", "7", UNKNOWN),
        ("宋体", "FFFFFFFF", UNKNOWN),
        ("宋体", "none", UNKNOWN),
    ],
)
def test_symbols_are_characters_that_every_font_has(font: str, char: str, sign: str):
    element = f'<w:sym xmlns:w="{WORD}" w:font="{font}" w:char="{char}"/>'
    assert symbol(etree.fromstring(element)) == sign
