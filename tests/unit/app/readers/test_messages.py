from __future__ import annotations

import pytest

from policyviewer.app.readers.messages import (
    Alive,
    Read,
    Reading,
    Refused,
    Request,
    answer_of,
    encode,
    request_of,
    result_of,
)
from policyviewer.domain.errors import UnreadableDocumentError
from policyviewer.domain.notices import Notice
from policyviewer.domain.structure import parse

READING = Reading(
    "docx",
    parse("关于修路的通知\n一、修路。\n（一）先修桥。"),
    (Notice("images", "有图片。"),),
    "秘密★1年",
)


@pytest.mark.parametrize("answer", [Read(READING), Refused("读不了。", "另存。", "x:1"), Alive()])
def test_answers_come_back(answer: Read | Refused | Alive):
    assert answer_of(encode(answer)) == answer


def test_requests_come_back():
    request = Request("一.docx", bytes(range(256)))
    assert request_of(encode(request)) == request


@pytest.mark.parametrize(
    "data", [b"", b"\xc1", b"\x80", encode(Request("一", b"")), encode(Read(READING))[:-5]]
)
def test_anything_else_is_refused(data: bytes):
    with pytest.raises(ValueError, match=r".+"):
        answer_of(data)


def test_a_refusal_is_raised():
    assert result_of(Read(READING)) is READING
    with pytest.raises(UnreadableDocumentError, match="读不了") as caught:
        result_of(Refused("读不了。", "另存。"))
    assert caught.value.hint == "另存。"
