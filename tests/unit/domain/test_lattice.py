from __future__ import annotations

from policyviewer.domain.lattice import Lattice
from policyviewer.domain.vocabulary import Words

WORDS = Words(
    {"财政": 50, "财政部": 40, "部门": 60, "政": 3, "家政": 1, "家": 5, "人民": 1000}, total=100_000
)


def marginals(stretch, weigh=lambda _at, _char: 1.0, also=()):
    lattice = Lattice(stretch, WORDS, {})
    gaps = lattice.gaps
    return lattice.marginals(weigh, dict.fromkeys(gaps, also), dict.fromkeys(gaps, 0.001))


def test_the_likeliest_word_has_the_largest_share():
    (share,) = marginals("?政").values()
    assert share["财"] > 10 * share["家"] > 0


def test_gaps_beside_each_other_are_read_together():
    apart, together = marginals("?政部门")[0], marginals("人民财?部")[3]
    assert together["政"] > 0.9
    shares = marginals("??部", lambda _at, char: 50.0 if char in "财政" else 1.0)
    assert shares[0]["财"] > 0.9 < shares[1]["政"]
    assert apart["财"] > apart["家"]


def test_a_weight_turns_the_choice():
    (share,) = marginals("?政", lambda _at, char: 1000.0 if char == "家" else 1.0).values()
    assert share["家"] > share["财"]


def test_a_character_that_no_word_has_may_stand_alone():
    (share,) = marginals("人民?人民", also="家").values()
    assert share["家"] > 0


def test_what_is_no_candidate_keeps_its_share():
    (share,) = marginals("玄?岩").values()
    assert sum(share.values()) == 0


def test_shares_are_probabilities_however_long_the_stretch():
    for share in marginals("人民?政" * 10).values():
        assert 0.9 < sum(share.values()) <= 1.0 + 1e-9
