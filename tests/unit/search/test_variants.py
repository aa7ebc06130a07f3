from __future__ import annotations

from policyviewer.search.variants import variants


def test_a_traditional_character_has_its_simplified_form() -> None:
    assert {chr(variants()[ord(one)]) for one in "國囯圀"} == {"国"}


def test_a_standard_character_is_no_form_of_another() -> None:
    assert not {ord(one) for one in "国家人民政府规定办法第条款项着零一二三"} & set(variants())


def test_no_form_leads_back_to_itself() -> None:
    known = variants()
    for start in known:
        seen, point = {start}, known[start]
        while point in known:
            assert point not in seen, chr(start)
            seen.add(point)
            point = known[point]
