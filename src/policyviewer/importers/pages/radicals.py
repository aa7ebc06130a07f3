"""Characters that fonts give as radicals, turned back.

A font may draw 口 and the radical ⼝ with one glyph; programs that then write the first code
point of the glyph into a PDF make its words impossible to find (Chrome and Qt with Noto CJK).
"""

from __future__ import annotations

import unicodedata
from functools import cache

_SUPPLEMENT = (
    "⺂⺃⺅⺉⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺞⺠⺡⺣⺦⺨⺫⺭⺯⺰⺱⺲⺹⺺⺾⻁⻂⻃⻅⻆⻈⻉⻋⻌⻐"
    "⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⻱⻲"
)
_MEANT = (
    "乛乚亻刂兀尣尢巳幺彑彐忄扌攵旡歺民氵灬丬犭罒礻糹纟罓罒耂肀艹虎衤覀见角讠贝车辶钅"
    "長镸长门阝青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龜亀"
)
"""The radicals of the supplement (U+2E80-2EFF), for which Unicode gives no such mapping."""


def without_radicals(text: str) -> str:
    """Give the text with each radical as the character it stands for."""
    return text.translate(_mapping())


@cache
def _mapping() -> dict[int, str]:
    kangxi = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return kangxi | {ord(one): meant for one, meant in zip(_SUPPLEMENT, _MEANT, strict=True)}
