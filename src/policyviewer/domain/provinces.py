"""Short names of provinces that are no part of the full one: 渝 is 重庆."""

from __future__ import annotations

from collections.abc import Collection

_NAMES = """
冀河北 晋山西 沪上海 皖安徽 闽福建 赣江西 鲁山东
豫河南 鄂湖北 湘湖南 粤广东 桂广西 琼海南
渝重庆 蜀四川 黔贵州 滇云南 陇甘肃
"""
"""The short name and the full one; others, as 川 and 浙, stand in the full names themselves."""
_FULL = {one[0]: one[1:] for one in _NAMES.split()}
_LONGEST = 4


def meant(word: str, literal: Collection[str] = ()) -> tuple[str, ...]:
    """Give the full names of the provinces that a folded word names in short, 渝 or 湘鄂赣; none
    for any other word, nor for one that is to be taken literally.
    """
    short = 0 < len(word) <= _LONGEST and all(one in _FULL for one in word)
    if not short or word in literal:
        return ()
    return tuple(dict.fromkeys(_FULL[one] for one in word))
