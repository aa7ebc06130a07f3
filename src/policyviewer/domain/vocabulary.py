"""The language that masks are read by: a dictionary's words, and those that offices use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

ANY = "?"
"""Stands for one unknown character in a pattern."""


class Lexicon(Protocol):
    """The words of a language and how often each is used."""

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        ...

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        ...

    def matching(self, pattern: str) -> Iterable[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character, with frequencies."""
        ...


OFFICIAL = (
    "人民政府 各级人民政府 地方人民政府 市政府 县政府 省政府 州政府 区政府 乡镇政府 "
    "政府部门 地方政府 省委省政府 市委市政府 县委县政府 党委政府 党委和政府 政务服务 "
    "政务公开 电子政务 在线政务 政务新媒体 政策措施 优惠政策 特惠政策 财政政策 "
    "各项政策 扶持政策 惠民政策 行政审批 行政执法 行政许可 行政处罚 行政机关 "
    "行政区域 依法行政 简政放权 财政部门 财政资金 财政事权 财政支出 财政补助 "
    "财政转移支付 中央财政 省级财政 市州财政 地方财政 县级财政 各级财政 公共财政 "
    "财政预算 财政投入 财政局 财政厅 民政部门 民政局 民政厅 党政干部 党政机关 "
    "党政领导 党政主要负责同志 党政军 党政同责 思想政治 政治建设 政治站位 讲政治 "
    "廉政建设 政法机关 政法委 市政设施 市政公用 政企分开 政商关系 政银企 加强党对 "
    "坚持党对 坚持和加强党对 党的领导 党的建设 党的十八大 党的十九大 党的二十大 "
    "党中央国务院 党员干部 党风廉政 基层党组织 党组织 党支部 党建引领 全面从严治党 "
    "管党治党 党内法规 军民融合 军民结合 退役军人 军地协作 拥军优属 解放军 军事设施 "
    "武装力量 人民群众 人民代表大会 人民法院 人民检察院 各族人民 全国人民 广大人民 "
    "人民团体 村民委员会 居民委员会 民营企业 民营经济 民间投资 民族自治 民族地区 "
    "少数民族 民族团结 保障民生 改善民生 民生工程 农民工 农民增收 国民经济 惠民 "
    "便民服务 为民服务 民主党派 黄金旅游 黄金水道 司法机关 公安机关 执法机关 "
    "法律法规 法定代表人 违法行为 依法治国 国家机关 国务院办公厅"
)
"""Words and fixed phrases of official language that general dictionaries lack."""
_WEIGHT = 3000
_ASSUMED = 60_000_000
"""The size of a dictionary where none is given."""


class WithVocabulary:
    """A lexicon with the words of official language added; alone they have to do."""

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._lexicon = lexicon
        self._own = dict.fromkeys(OFFICIAL.split(), _WEIGHT)
        self._total = lexicon.total if lexicon else _ASSUMED

    @property
    def total(self) -> int:
        """Give the sum of all frequencies."""
        return self._total

    def frequency(self, word: str) -> int:
        """Give how often a word is used; 0 for no word."""
        known = self._lexicon.frequency(word) if self._lexicon else 0
        return max(known, self._own.get(word, 0))

    def matching(self, pattern: str) -> Iterable[tuple[str, int]]:
        """Give the words of a pattern in which ANY stands for one character."""
        if self._lexicon is not None:
            yield from self._lexicon.matching(pattern)
        for word, weight in self._own.items():
            if len(word) == len(pattern) and fits(word, pattern):
                yield word, weight


def fits(word: str, pattern: str) -> bool:
    """Say whether a word has the characters that a pattern of its length asks for."""
    return all(sign in (char, ANY) for char, sign in zip(word, pattern, strict=True))
