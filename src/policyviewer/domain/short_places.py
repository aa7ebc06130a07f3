"""The short names of provinces, and what they make together: 渝 of 重庆, 渝黔, 成渝, 川渝黔.

The other direction of ``provinces``: from the full name to what documents write instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

_SHORT = """
北京京 天津津 河北冀 山西晋 内蒙古蒙 辽宁辽 吉林吉 黑龙江黑 上海沪 上海申 江苏苏 浙江浙 安徽皖
福建闽 江西赣 山东鲁 河南豫 湖北鄂 湖南湘 广东粤 广西桂 海南琼 重庆渝 四川川 四川蜀 贵州贵
贵州黔 云南云 云南滇 西藏藏 陕西陕 陕西秦 甘肃甘 甘肃陇 青海青 宁夏宁 新疆新 香港港 澳门澳 台湾台
"""
SHORT: dict[str, str] = {}
for _one in _SHORT.split():
    SHORT[_one[:-1]] = SHORT.get(_one[:-1], "") + _one[-1]
"""Every province's short names, by its common name."""
_UNITS = ("省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区", "地区")
_CLEAR = frozenset("冀晋沪浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇陕秦陇")
"""Letters that mean a province wherever they stand; 云, 新, 申 and the like mostly do not."""
_CITIES = frozenset("成深杭甬汉广武昆昌")
"""Letters of cities, which join with others only: 成渝, 沪昆, 广深."""
_PARTNERS = frozenset("".join(SHORT.values())) | _CITIES
_PAIRS = """
京津 京冀 津冀 京沪 京广 京港 京台 京藏 京新 京哈 京昆 京蒙 京辽 京杭 津京 冀京 晋蒙 陕蒙
蒙陕 蒙晋 辽吉 吉黑 黑吉 辽蒙
蒙辽 吉辽 沪苏 苏浙 苏皖 苏沪 苏鲁 鲁苏 皖苏 浙苏 苏陕 沪新 沪杭 沪宁 宁杭 沪港 港澳 澳台
台港 粤港 粤澳 港粤 深港 闽台 台闽
浙台 苏台 沪台 京港 港深 广深 深广 武广 成渝 渝成 川渝 渝川 川滇 川黔 川藏 川青 川陕 川甘
川贵 云贵 贵云 滇川 黔川 陕川 甘川
贵广 贵渝 渝贵 贵桂 桂贵 贵湘 湘贵 粤贵 浙贵 沪贵 沪云 沪滇 沪昆 成昆 成贵 贵昆 昆广 陕甘
甘陕 陕宁 宁陕 甘宁 宁甘 甘青 青甘
青藏 藏青 滇藏 藏滇 新藏 藏新 兰新 甘新 新甘 青新 闽宁 宁闽 宁蒙 蒙宁 甘蒙 蒙甘 成武 汉渝
渝汉 杭甬 甬杭 浙甬 赣深 深赣
昌赣 武深 成浙 浙川 沪川 粤川 川粤 京川 湘渝 申苏 申浙
"""
_KNOWN = frozenset(_PAIRS.split())
"""Pairs with a letter that means other things besides, where they are a pair of places all the
same.
"""
MOST = 8
"""Compounds that are offered for a name."""


def province(word: str) -> str:
    """Give the common name of the province that a word is, full or common; "" for other words."""
    for unit in _UNITS:
        word = word.removesuffix(unit) if word.removesuffix(unit) in SHORT else word
    return word if word in SHORT else ""


def is_compound(word: str) -> bool:
    """Say whether a word is a pair of places in short: 渝黔, 京沪."""
    return len(word) == 2 and _joins(word)


def is_clear(form: str) -> bool:
    """Say whether a form means places wherever it stands: 渝 and 云贵, but not 云."""
    return len(form) > 1 or form in _CLEAR


def candidates(
    word: str, after: Callable[[str], Mapping[str, int]], before: Callable[[str], Mapping[str, int]]
) -> list[str]:
    """Give what may be written instead of a province's name, or of a pair of short names.

    ``after`` and ``before`` tell which characters stand beside one in the library, and in how
    many provisions: only pairs that stand there are candidates. Singles come first, then pairs,
    then what three make.
    """
    if is_compound(word):
        pairs = [word[::-1]] if word[0] in after(word[1]) and _joins(word[::-1]) else []
        return [*pairs, *_threes(word, after)]
    full = province(word)
    singles = sorted(SHORT.get(full, ""), key=lambda one: not is_clear(one))
    counted: dict[str, int] = {}
    for one in SHORT.get(full, ""):
        counted |= {one + other: count for other, count in after(one).items()}
        counted |= {other + one: count for other, count in before(one).items()}
    pairs = sorted(filter(_joins, counted), key=lambda pair: (-counted[pair], pair))[:MOST]
    threes = [three for pair in pairs for three in _threes(pair, after)]
    own = set(SHORT.get(full, ""))
    known = dict.fromkeys(one for one in threes if own & set(one))
    return [*singles, *pairs, *list(known)[:MOST]]


def _joins(pair: str) -> bool:
    """Say whether two letters are two places."""
    if len(pair) != 2 or pair[0] == pair[1] or not set(pair) <= _PARTNERS:
        return False
    return set(pair) <= _CLEAR or pair in _KNOWN


def _threes(pair: str, after: Callable[[str], Mapping[str, int]]) -> Iterator[str]:
    """Give what goes on from a pair, or ends with it, to three places that all join."""
    behind = after(pair[1])
    for other in sorted(_PARTNERS & set(behind)):
        if other not in pair and _joins(pair[1] + other):
            yield pair + other
    for other in sorted(_PARTNERS):
        if other not in pair and _joins(other + pair[0]) and pair[0] in after(other):
            yield other + pair
