from __future__ import annotations

import json
import shutil
from pathlib import Path


def test_a_search_finds_its_clause(filled):
    page = filled("search", "蔬菜基地", "--json").json
    assert (page["total"], page["complete"]) == (1, True)
    hit = page["hits"][0]
    assert hit["provision"]["id"] == "main/l1_2/l2_1"
    assert [hit["excerpt"][start:end] for start, end in hit["highlights"]] == ["蔬菜基地"]


def test_the_seed_answers_its_two_questions(cli):
    sea = cli("search", "西部陆海新通道", "--json", "--limit", 0, library=False).json
    named = {hit["provision"]["id"] for hit in sea["hits"] if hit["document"]["id"] != "manual"}
    assert {"main/l1_3/l2_4", "main/l1_4/l2_2"} <= named
    seed = "regional-coordination"
    masked = cli("search", "人民政府", "--in", seed, "--json", library=False).json
    assert any("人民*府" in hit["excerpt"] for hit in masked["hits"])


def test_limit_zero_gives_every_hit(filled):
    page = filled("search", "蔬菜", "--json", "--limit", 0).json
    assert len(page["hits"]) == page["total"] > 1
    assert len(filled("search", "蔬菜", "--json", "--limit", 1).json["hits"]) == 1


def test_a_file_of_queries_gives_a_line_each(filled, tmp_path: Path):
    (tmp_path / "q.txt").write_text("蔬菜\n\n合作社\n三万亩\n", encoding="utf-8")
    lines = filled("search", "--queries", tmp_path / "q.txt", "--json").out.splitlines()
    answers = [json.loads(line) for line in lines]
    assert [one["query"] for one in answers] == ["蔬菜", "合作社", "三万亩"]


def test_filters_narrow_the_answer(filled):
    assert filled("search", "蔬菜", "--kind", "意见", "--json").json["total"] > 0
    assert filled("search", "蔬菜", "--kind", "通知", "--json").json["total"] == 0
    assert filled("search", "蔬菜", "--year", "2027..", "--json").json["total"] == 0


def test_nothing_found_is_said_in_words(filled):
    result = filled("search", "量子计算机")
    assert result.status == 0
    assert "没有找到" in result.out


def test_no_query_is_told(filled):
    result = filled("search")
    assert result.status == 1
    assert "没有给出检索词" in result.err


def test_an_unreadable_file_of_queries_is_told(filled, tmp_path: Path):
    assert "读不出" in filled("search", "--queries", tmp_path / "none.txt").err


def test_a_lost_index_is_built_again(filled, tmp_path: Path):
    shutil.rmtree(tmp_path / "lib" / "index")
    page = filled("search", "蔬菜基地", "--json").json
    assert (page["total"], page["hint"]) == (1, None)


def test_facets_are_counted_when_asked_for(filled):
    assert filled("search", "蔬菜", "--json").json["facets"] == {}
    facets = filled("search", "蔬菜", "--facets", "--json").json["facets"]
    assert {"issuer", "level", "year", "kind", "status", "document"} == set(facets)
    assert facets["kind"][0]["label"] == "意见"
    assert "文种：意见" in filled("search", "蔬菜", "--facets").out


def test_a_search_may_stay_within_another(filled):
    everything = filled("search", "蔬菜", "--json").json["total"]
    within = filled("search", "蔬菜", "--within", "基地", "--json").json["total"]
    assert 0 < within < everything


def test_levels_filter(filled):
    assert filled("search", "蔬菜", "--level", "state", "--json").json["total"] == 0


def test_what_was_meant_is_offered(filled):
    result = filled("search", "疏菜基地")
    assert "您要找的是不是：蔬菜基地" in result.out
    assert filled("search", "疏菜基地", "--json").json["suggestions"] == ["蔬菜基地"]


def test_expansions_are_told(filled):
    assert "“渝”也检索了“重庆”" in filled("search", "渝").out
    expansions = filled("search", "渝", "--json").json["expansions"]
    assert expansions == [{"written": "渝", "added": ["重庆"]}]


def test_results_become_a_file(filled, tmp_path: Path):
    assert filled("search", "蔬菜", "--out", tmp_path / "a.xlsx").status == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    assert filled("search", "蔬菜", "--out", tmp_path / "a.pdf").status == 1
    (tmp_path / "q.txt").write_text("蔬菜", encoding="utf-8")
    both = filled("search", "--queries", tmp_path / "q.txt", "--out", tmp_path / "b.xlsx")
    assert both.status == 1
