from __future__ import annotations

import lzma
import re
import subprocess
import sys

import pytest

from policyviewer.search.lexicon import (
    DictionaryLexicon,
    dictionary_path,
    official_path,
    phrases,
    read_atlas,
)


@pytest.fixture
def lexicon(tmp_path):
    path, official = tmp_path / "dict.txt", tmp_path / "official.txt"
    path.write_text("人民政府 100 nt\n人民 50 n\n政府 30 n\n政 5 n\n王民 9 nr\n", encoding="utf-8")
    official.write_text("# 机构\n财政部门\n人民\n", encoding="utf-8")
    return DictionaryLexicon(path, official)


def test_words_have_their_frequencies(lexicon):
    assert (lexicon.frequency("政府"), lexicon.frequency("没有"), lexicon.total) == (30, 0, 194)


def test_the_words_of_offices_are_frequent(lexicon):
    assert lexicon.frequency("财政部门") == lexicon.frequency("人民") > 1000


def test_a_pattern_finds_words_of_both(lexicon):
    assert list(lexicon.matching("人民?府")) == [("人民政府", 100)]
    assert [word for word, _count in lexicon.matching("?政部门")] == ["财政部门"]


def test_names_of_persons_are_not_read_into_gaps(lexicon):
    assert list(lexicon.matching("王?")) == []


def test_the_dictionary_is_found_without_loading_jieba():
    code = (
        "import sys; from policyviewer.search.lexicon import dictionary_path;"
        "assert dictionary_path().is_file(); assert 'jieba' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert dictionary_path().name == "dict.txt"


def test_a_packed_dictionary_says_the_same(tmp_path):
    packed = tmp_path / "dict.txt.xz"
    packed.write_bytes(lzma.compress("巴东县 9 ns\n人民政府 100 nt\n".encode()))
    assert "巴东县" in read_atlas(packed).known
    assert DictionaryLexicon(packed).total == 109


def test_the_shipped_phrases_are_words_and_stand_once():
    words = phrases(official_path())
    assert len(words) == len(set(words)) > 3000
    assert [word for word in words if not re.fullmatch("[\u4e00-\u9fff]{2,8}", word)] == []


def test_nothing_is_read_before_the_first_question(tmp_path):
    missing = DictionaryLexicon(tmp_path / "none.txt")
    with pytest.raises(FileNotFoundError):
        missing.frequency("人民")


def test_an_atlas_is_read_from_the_dictionary(tmp_path):
    path = tmp_path / "dict.txt"
    path.write_text(
        "巴东县 9 ns\n涪陵 9 ns\n加快 9 v\n王民 9 nr\n人民政府 9 nt\n", encoding="utf-8"
    )
    atlas = read_atlas(path)
    assert "巴东县" in atlas.known
    assert "涪陵" in atlas.bare
    assert atlas.ordinary == {"加快"}
