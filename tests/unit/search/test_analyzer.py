from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import characters, integers, text

from policyviewer.search.analyzer import (
    Backend,
    GramAnalyzer,
    WordAnalyzer,
    cut_words,
    grams,
    preferred_backend,
    required_grams,
    runs,
    user_words,
)
from policyviewer.search.folding import fold

RESOURCES = Path(__file__).parents[3] / "resources"
LINES = [
    line
    for path in sorted((RESOURCES / "library").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
]


def python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment)


def test_grams_are_characters_and_pairs_of_each_run() -> None:
    assert grams("人民*府 5g") == ["人", "民", "人民", "府", "5", "g", "5g"]


def test_required_grams_are_pairs_and_lone_characters() -> None:
    assert required_grams("人民*府") == {"人民", "府"}


def test_runs_are_of_what_is_alphanumeric() -> None:
    odd = [
        chr(point) for point in range(0x11_0000) if chr(point).isalnum() != bool(runs(chr(point)))
    ]
    assert odd == []


def test_punctuation_has_no_grams() -> None:
    assert grams("，。“”—— ") == []


@given(text(characters(exclude_categories=[])), integers(0, 50), integers(1, 20))
def test_a_text_has_all_grams_that_its_parts_require(raw: str, start: int, length: int) -> None:
    key = fold(raw)
    assert required_grams(key[start : start + length]) <= set(grams(key))


def test_words_carry_neither_blanks_nor_punctuation() -> None:
    assert cut_words("全力参与，西部 陆海！") == ["全力", "参与", "西部", "陆海"]


def test_words_are_cut_from_the_folded_text() -> None:
    assert "gdp" in cut_words("ＧＤＰ增长")


def test_both_backends_give_the_same_words() -> None:
    fast, pure = WordAnalyzer(Backend.RJIEBA), WordAnalyzer(Backend.JIEBA)
    assert len(LINES) > 60
    assert [fast.terms(line) for line in LINES] == [pure.terms(line) for line in LINES]


@pytest.mark.parametrize("backend", list(Backend))
def test_the_dictionary_is_fed_to_each_backend(backend: Backend, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# 注释\n甲乙丙丁戊 100000\n", encoding="utf-8")
    assert "甲乙丙丁戊" in WordAnalyzer(backend, tmp_path).terms("学习甲乙丙丁戊工作法")


def test_both_backends_agree_with_our_dictionary() -> None:
    fast = WordAnalyzer(Backend.RJIEBA, RESOURCES / "jieba")
    pure = WordAnalyzer(Backend.JIEBA, RESOURCES / "jieba")
    assert [fast.terms(line) for line in LINES] == [pure.terms(line) for line in LINES]


def test_our_dictionary_holds_words_once() -> None:
    words = [word for word, _ in user_words(RESOURCES / "jieba")]
    assert len(words) == len(set(words)) > 100


def test_a_line_that_is_no_word_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("没有频率\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not enough values"):
        dict(user_words(tmp_path))


def test_the_fast_backend_is_preferred() -> None:
    assert preferred_backend() is Backend.RJIEBA


def test_an_analyzer_is_pickled_without_what_it_loaded() -> None:
    analyzer = WordAnalyzer()
    analyzer.terms("人民")
    assert len(pickle.dumps(analyzer)) < 300
    assert pickle.loads(pickle.dumps(analyzer)).terms("人民") == ["人民"]


def test_analyzers_give_whoosh_its_tokens() -> None:
    assert [token.text for token in GramAnalyzer()("人民", mode="index")] == ["人", "民", "人民"]
    assert [token.text for token in WordAnalyzer()("人民政府", mode="index")][-1] == "人民政府"


def test_importing_the_search_loads_no_dictionary() -> None:
    code = "import policyviewer.search.reader, policyviewer.search.scan, sys; print(*sys.modules)"
    assert not {"jieba", "rjieba", "numpy"} & set(python(code).stdout.split())


def test_the_pure_backend_is_silent_and_leaves_no_cache(tmp_path: Path) -> None:
    code = (
        "from policyviewer.search.analyzer import Backend, WordAnalyzer;"
        "WordAnalyzer(Backend.JIEBA).terms('人民')"
    )
    done = python(code, TMPDIR=str(tmp_path), PYTHONWARNINGS="ignore")
    assert (done.stdout, done.stderr, list(tmp_path.iterdir())) == ("", "", [])
