from __future__ import annotations

import re

import pytest

from policyviewer.domain.patterns import found_by, regex


def test_it_behaves_as_the_compiled_expression():
    lazy, compiled = regex("第(?P<number>[0-9]+)条"), re.compile("第(?P<number>[0-9]+)条")
    text = "依照第3条、第12条办理"
    for _twice in range(2):
        assert lazy.findall(text) == compiled.findall(text) == ["3", "12"]
        assert [one["number"] for one in lazy.finditer(text, 5)] == ["12"]
        assert lazy.sub("×", text) == compiled.sub("×", text)
        assert (lazy.fullmatch(text), lazy.match(text)) == (None, None)
    assert lazy.groupindex == compiled.groupindex


def test_flags_hold():
    assert regex("a.b", re.DOTALL | re.IGNORECASE).search("A\nB")


def test_nothing_is_compiled_before_it_is_used():
    broken = regex("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")


def test_a_match_is_known_by_the_expression_that_found_it():
    one, other = regex("修路"), regex("修水渠")
    match = one.search("修路和修水渠")
    assert found_by(match, other, one)
    assert not found_by(match, other)
