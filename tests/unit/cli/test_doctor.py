from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("qapp")  # the doctor makes a lesser one where there is none


def test_the_doctor_sees_everything(filled):
    report = filled("doctor", "--json").json
    assert report["library"] == {"documents": 1, "writable": True, "index": "ready"}
    assert report["qt"]["platform"] == "offscreen"
    assert isinstance(report["qt"]["chinese_fonts"], list)
    assert report["packages"]["jieba"] == "0.42.1"


def test_the_doctor_speaks_to_people(filled):
    out = filled("doctor").out
    assert "正常" in out
    assert "文件夹" in out
