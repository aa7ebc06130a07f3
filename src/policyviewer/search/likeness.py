"""Characters that are mistaken for each other: by their sound when typed, by their shape when
read or scanned.
"""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from policyviewer.domain.patterns import regex

_SHAPES = """
己已巳 未末 土士 日曰目 贷货 侯候 辨辩辫瓣 账帐胀 撤撒 拔拨 折拆析 戊戌戍 赢羸嬴 治冶 兔免 栗粟
季李 暑署薯 幕募慕墓暮 遗遣 崇祟 徒徙 券卷 壁璧 载栽裁 洒酒 陪赔培倍部 检捡俭险验 侍待持恃 今令
予矛 大太犬 刀力 干千于 王玉 几凡 市币 午牛 历厉 竟竞 博搏膊缚 渡度 复覆履 环坏怀 境镜竟 经径
清请情晴 往住注 处外 设没 记纪 提堤 准淮 划刬 规观 贯惯 税锐 缴邀激 证征 核刻 审宙 批枇 管菅
官宫 职识织 权仅 科料 技枝 建健 保堡 措借惜 施拖 效郊 防访 访仿 扶抚 抚托 托扎 农衣 村材 补朴
佘余 体休 侵浸 仓仑 抢枪 沉沈 沧伦 炉护 项顶 须项 预顾 损捐 贡责 质贸 货贺 货赁 宜宣 罚罪 眷誉
摘滴 适括 括活 活话 析柝 柏拍 抗杭 坑抗 坊访 纺防 地池他 场扬杨汤 城诚 域城 基墓 型刑 刑邢 形刑
行形 许计 计汁 讨计 订汀 订钉 淀绽 定宗 宅它 容客 宾宴 烧绕 浇烧 晓浇 睛晴 狼狠 粮狼 很狠 眼眠
跟根 银很 股般 船般 航般 盘盆 监临 篮蓝 慢漫 谩慢 操澡燥躁 噪操 候喉 堆推维准 谁推 唯惟维 难滩摊
雄雅 集焦 惨掺 疗辽 厂广 付什 代伐 伏优 优忧扰 传转 任仕 份分 估佑 但坦担 位拉 伴胖 低抵底 佳住 撑掌
"""
"""Groups of characters of which each may be read as another."""
_TONES = regex("[\u0300-\u0304\u0306-\u0307\u030c]")
_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"))
"""Initials that much of the south does not tell apart; ng and n are treated alike too."""


def sound_alike(one: str, other: str) -> bool:
    """Say whether two characters have a reading in common, tones and the like left out."""
    return not sounds(one).isdisjoint(sounds(other))


def look_alike(one: str, other: str) -> bool:
    """Say whether two characters are easily taken for each other."""
    return other in _shapes().get(one, ())


@cache
def sounds(char: str) -> frozenset[str]:
    """Give the readings of a character in plain letters; none for what is no ideograph."""
    from pypinyin.constants import PINYIN_DICT  # 0.1 s: only when something may be misspelled

    readings = str(PINYIN_DICT.get(ord(char), ""))
    return frozenset(_plain(one) for one in readings.split(",") if one)


def _plain(reading: str) -> str:
    plain = normalize("NFC", _TONES.sub("", normalize("NFD", reading)))
    for odd, even in _FUZZY:
        if plain.startswith(odd):
            plain = even + plain.removeprefix(odd)
    return plain.removesuffix("g") if plain.endswith("ng") else plain


@cache
def _shapes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _SHAPES.split():
        for char in group:
            found[char] = found.get(char, frozenset()) | (set(group) - {char})
    return found
