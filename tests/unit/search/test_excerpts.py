from __future__ import annotations

from hypothesis import given
from hypothesis.strategies import integers, lists, text

from policyviewer.domain.ranges import TextRange
from policyviewer.search.excerpts import WIDTH, excerpt, spans
from policyviewer.search.folding import fold
from policyviewer.search.leaves import Text

LONG = "前文。" * 100 + "建设西部陆海新通道，" + "后文。" * 100


def marked(printed: str, *texts: str) -> list[str]:
    shown = excerpt(printed, spans([fold(printed)], [Text((one,)) for one in texts]))
    return [one.of(shown.text) for one in shown.highlights]


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("本意见自印发之日起施行。", []).text == "本意见自印发之日起施行。"


def test_a_long_text_is_cut_around_the_hit() -> None:
    shown = excerpt(LONG, spans([LONG], [Text(("陆海",))]))
    assert (shown.text[0], shown.text[-1]) == ("…", "…")
    assert 40 <= len(shown.text) <= WIDTH + 2
    assert "西部陆海新通道" in shown.text


def test_a_long_text_without_hits_is_shown_from_its_beginning() -> None:
    assert excerpt(LONG, []).text == LONG[:WIDTH] + "…"


def test_every_hit_in_the_window_is_marked() -> None:
    assert marked("农业、农村、农民", "农") == ["农", "农", "农"]


def test_overlapping_hits_are_one() -> None:
    assert spans(["一带一路一带"], [Text(("一带一路", "路一带"))]) == [TextRange(0, 6)]


def test_the_window_with_more_different_hits_is_better() -> None:
    printed = "粮食，粮食，粮食。" + "隔" * 200 + "粮食安全和农业。"
    shown = excerpt(printed, spans([printed], [Text(("粮食",)), Text(("农业",))]))
    assert "农业" in shown.text


def test_a_hit_longer_than_the_window_is_marked_to_its_end() -> None:
    shown = excerpt(LONG, [TextRange(10, 400)])
    assert shown.highlights[0].end == len(shown.text) - 1


def test_a_hit_in_the_restored_text_is_marked_as_printed() -> None:
    shown = excerpt("各级人民*府", spans(["各级人民*府", "各级人民政府"], [Text(("人民政府",))]))
    assert [one.of(shown.text) for one in shown.highlights] == ["人民*府"]


def test_lines_are_joined() -> None:
    assert excerpt("甲\n\u2028乙\r\n丙", []).text == "甲  乙  丙"


def test_blank_ends_are_not_shown() -> None:
    assert excerpt("\n　　第一条　为了。\n", []).text == "第一条　为了。"


@given(text("甲乙丙\n ，。", max_size=300), text("甲乙丙", min_size=1, max_size=3))
def test_marks_cover_hits_and_nothing_else(printed: str, wanted: str) -> None:
    shown = excerpt(printed, spans([fold(printed)], [Text((wanted,))]))
    assert "\n" not in shown.text
    whole = [one for one in shown.highlights if one.start > 0 and one.end < len(shown.text) - 1]
    assert all(wanted in one.of(shown.text) for one in whole)


@given(text(max_size=200), lists(integers(0, 199), max_size=5), integers(1, 50))
def test_highlights_lie_within_the_excerpt(printed: str, starts: list[int], width: int) -> None:
    hits = [TextRange(one, one + 1) for one in sorted(set(starts)) if one < len(printed)]
    shown = excerpt(printed, hits, width)
    assert all(one.end <= len(shown.text) for one in shown.highlights)
