from __future__ import annotations

import pytest

from policyviewer.domain.subjects import OTHER, subject_of


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("青山县人民政府关于加快蔬菜产业发展推进农业现代化的意见", "农业农村"),
        ("中华人民共和国水法", "水利气象"),
        ("中华人民共和国义务教育法", "教育科技"),
        ("青山县道路交通安全管理办法", "公安司法"),
        ("最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定", "审判检察"),
        ("市场监督管理局关于职工退休的通知", "人力社保"),
        ("使用手册", OTHER),
        ("", OTHER),
    ],
)
def test_the_title_tells_the_subject(title: str, subject: str):
    assert subject_of(title) == subject
