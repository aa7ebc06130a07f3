from __future__ import annotations

import pytest

LINE = "二、主要任务"


@pytest.fixture
def document(filled) -> str:
    return filled("documents", "--json").json[0]["id"]


def test_metadata_is_corrected_and_stays_so(filled, document: str, opinion):
    result = filled(
        "correct", document, "--title", "蔬菜意见", "--number", "", "--written", "2026-01-02"
    )
    assert (result.status, "《蔬菜意见》" in result.out) == (0, True)
    opinion.write_text(f"{opinion.read_text(encoding='utf-8')}\n再补充一句。\n", encoding="utf-8")
    assert filled("import", opinion, "--json").json["updated"] == 1
    (listed,) = filled("documents", "--json").json
    assert (listed["title"], listed["document_number"], listed["written"]) == (
        "蔬菜意见",
        None,
        "2026-01-02",
    )


def test_headings_are_corrected_one_after_the_other_and_cleared(filled, document: str):
    text = filled("show", document, "--json").json["text"]
    lines = [line.strip() for line in text.split("\n") if line.startswith("一、")]
    before = filled("correct", document, "--json").json["nodes"]
    once = filled("correct", document, "--heading", lines[0], "text", "--json").json["nodes"]
    assert len(once) < len(before)
    twice = filled("correct", document, "--heading", lines[0], "l2", "--json").json["nodes"]
    assert next(one["class"] for one in twice if one["marker"] == "一、") == "L2"
    cleared = filled("correct", document, "--clear", "--json").json["nodes"]
    assert cleared == before


@pytest.mark.parametrize(
    ("pair", "told"), [(("没有这一行", "L1"), "没有“没有这一行”"), (("", "L77"), "没有“L77”")]
)
def test_wrong_headings_are_refused(filled, document: str, pair: tuple[str, str], told: str):
    text = filled("show", document, "--json").json["text"]
    words = pair[0] or next(line for line in text.split("\n") if line.startswith("一、"))
    result = filled("correct", document, "--heading", words, pair[1])
    assert (result.status, told in result.err) == (1, True)


def test_a_wrong_date_is_wrong_usage(filled, document: str):
    with pytest.raises(SystemExit) as caught:
        filled("correct", document, "--written", "2026-13-01")
    assert caught.value.code == 2


def test_a_bundled_document_cannot_be_corrected(cli):
    bundled = cli("documents", "--json", library=False).json[0]["id"]
    result = cli("correct", bundled, "--title", "新", library=False)
    assert (result.status, "程序自带" in result.err) == (1, True)
