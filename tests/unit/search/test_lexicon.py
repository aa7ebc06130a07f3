from __future__ import annotations

import subprocess
import sys

import pytest

from policyviewer.search.lexicon import DictionaryLexicon, dictionary_path


@pytest.fixture
def lexicon(tmp_path):
    path = tmp_path / "dict.txt"
    path.write_text("人民政府 100 nt\n人民 50 n\n政府 30 n\n政 5 n\n", encoding="utf-8")
    return DictionaryLexicon(path)


def test_words_have_their_frequencies(lexicon):
    assert (lexicon.frequency("人民"), lexicon.frequency("没有"), lexicon.total) == (50, 0, 185)


@pytest.mark.parametrize("pattern", ["人民?府", "?民政府", "人??府"])
def test_a_pattern_finds_its_words(lexicon, pattern):
    assert list(lexicon.matching(pattern)) == [("人民政府", 100)]


def test_a_pattern_unknown_at_both_ends_finds_nothing(lexicon):
    assert list(lexicon.matching("?民?")) == []


def test_the_dictionary_is_found_without_loading_jieba():
    code = (
        "import sys; from policyviewer.search.lexicon import dictionary_path;"
        "assert dictionary_path().is_file(); assert 'jieba' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert dictionary_path().name == "dict.txt"


def test_nothing_is_read_before_the_first_question(tmp_path):
    missing = DictionaryLexicon(tmp_path / "none.txt")
    with pytest.raises(FileNotFoundError):
        missing.frequency("人民")
