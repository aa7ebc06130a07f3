from __future__ import annotations

import pytest

from policyviewer.domain.metadata import Metadata
from policyviewer.domain.short_names import short_name


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("中华人民共和国立法法", "立法法"),
        ("中华人民共和国公司法（2023修订）", "公司法"),
        ("某省人民政府关于促进养老服务的实施意见", "实施意见"),
        ("某省城市管理条例", "条例"),
        ("某县关于修路的通知（试行）", "通知"),
        ("条例", ""),
        ("在全县干部大会上的讲话", ""),
        ("中华人民共和国", ""),
    ],
)
def test_what_a_document_is_called_after_its_first_mention(title: str, short: str):
    assert short_name(Metadata(title=title, title_as_printed=title)) == short
