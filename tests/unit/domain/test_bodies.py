from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.bodies import bodies, concerns, is_body, leading_bodies, same_body

LISTS = [
    ("发展改革委、财政部", ("发展改革委", "财政部")),
    ("省农业农村厅（局），各市（州）政府", ("省农业农村厅（局）", "各市（州）政府")),
    ("文化和旅游部、粮食和储备局", ("文化和旅游部", "粮食和储备局")),
    ("县教育和体育局和县卫生健康局", ("县教育和体育局", "县卫生健康局")),
    ("县委组织部及各乡镇", ("县委组织部", "各乡镇")),
    ("中央和国家机关工委等", ("中央和国家机关工委",)),
    ("县水利局等有关部门和单位", ("县水利局", "有关部门和单位")),
    ("县水利局等部门", ("县水利局",)),
    ("县发展改革、财政部门", ("县发展改革部门", "财政部门")),
    ("各有关部门和单位", ("各有关部门和单位",)),
    ("商务局、商务局", ("商务局",)),
    ("全国总工会等和各省级人民政府", ("全国总工会", "各省级人民政府")),
    ("", ()),
]


@pytest.mark.parametrize(("words", "names"), LISTS)
def test_a_list_is_cut_between_names_and_never_inside_one(words: str, names: tuple[str, ...]):
    assert bodies(words) == names


@pytest.mark.parametrize("name", ["县农业农村局", "各乡镇", "国务院办公厅", "省委网信办", "团县委"])
def test_names_of_bodies_are_known(name: str):
    assert is_body(name)


@pytest.mark.parametrize("words", ["社会", "长期坚持", "部", "贫困地区中部", "粮食产量"])
def test_other_words_are_no_bodies(words: str):
    assert not is_body(words)


def test_a_sentence_goes_on_with_bodies():
    assert leading_bodies("财政部、税务总局确定并发布名单") == ("财政部", "税务总局")
    assert leading_bodies("县委宣传部制定方案") == ("县委宣传部",)
    assert leading_bodies("抓紧落实") == ()


def test_one_office_has_many_names():
    assert same_body("县农业农村局", "农业农村部门")
    assert same_body("人社局", "人力资源社会保障部")
    assert same_body("市发改委", "国家发展改革委")
    assert not same_body("财政局", "教育局")
    assert same_body("县市场监管局", "县市场监督管理局")
    assert same_body("县应急局", "县应急管理局")
    assert same_body("县城管局", "县城市管理局")
    assert same_body("聊城市财政局", "财政部门")
    assert same_body("县政府办", "青山县人民政府办公室")


@pytest.mark.parametrize(
    ("name", "own", "told"),
    [
        ("各乡镇人民政府", "大河镇人民政府", True),
        ("各镇（街道）", "大河镇", True),
        ("大河镇", "大河镇人民政府", True),
        ("各县（市、区）人民政府", "青山县人民政府", True),
        ("县政府", "青山县人民政府", True),
        ("各乡镇", "桥头街道办事处", False),
        ("小河镇", "大河镇人民政府", False),
        ("各县（市、区）财政局", "青山县人民政府", False),
        ("各社区", "青山区人民政府", False),
        ("各乡镇", "县教育局", False),
        ("各部门", "县教育局", True),
        ("县直各部门", "县教育局", True),
        ("各部门各单位", "大河镇人民政府", True),
        ("各部门", "大河镇人民政府", False),
        ("各有关部门", "县教育局", False),
    ],
)
def test_all_of_a_kind_concern_each_of_them(name: str, own: str, told: bool):
    assert concerns(name, own) is told


@given(st.text(max_size=60))
def test_any_text_is_read(words: str):
    assert all(name == name.strip() for name in bodies(words))
    assert isinstance(is_body(words), bool)
