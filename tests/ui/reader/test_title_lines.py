from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.title_lines import LONGEST_LINE, title_in, title_lines


def lines(title: str) -> list[str]:
    return [span.of(title) for span in title_lines(title, TextRange(0, len(title)))]


def test_a_long_title_breaks_before_guanyu():
    title = "青山县人民政府办公室关于加强农田建设管理工作的通知"
    assert lines(title) == ["青山县人民政府办公室", "关于加强农田建设管理工作的通知"]


def test_a_title_within_the_title_stays_whole():
    title = "青山县人民政府关于印发《青山县农村公路养护和管理工作实施办法》的通知"
    assert lines(title) == [
        "青山县人民政府关于印发",
        "《青山县农村公路养护和管理工作实施办法》的通知",
    ]
    title = "浙江省实施《中华人民共和国农村土地承包经营纠纷调解法》办法"
    assert lines(title) == ["浙江省实施", "《中华人民共和国农村土地承包经营纠纷调解法》办法"]


def test_a_short_title_stays_on_one_line():
    assert lines("县政府关于放假的通知") == ["县政府关于放假的通知"]


def test_a_title_without_issuer_does_not_break_at_its_beginning():
    assert lines("关于加强农田建设管理的通知")[0].startswith("关于加强")


@given(st.text("关于的和通知《》县农田建设", max_size=120))
def test_lines_are_the_title_and_none_is_too_long(title: str):
    broken = lines(title)
    assert "".join(broken) == title
    assert all(len(line) <= LONGEST_LINE for line in broken)


def test_a_title_is_found_over_blanks_and_line_breaks():
    text = "　　县政府\n关于放假的 通知\n各乡镇："
    assert title_in(text, TextRange(0, len(text)), "县政府关于放假的通知") == TextRange(2, 14)


def test_a_mask_fits_the_character_it_hides():
    text = "县*府公告"
    assert title_in(text, TextRange(0, 5), "县政府公告") == TextRange(0, 5)


def test_other_words_are_no_title():
    assert title_in("来源：县政府", TextRange(0, 6), "县政府") is None


def test_an_empty_title_is_nowhere():
    assert title_in("正文", TextRange(0, 2), " ") is None
