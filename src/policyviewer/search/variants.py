"""Which characters are other ways to write a character of today's simplified script.

Traditional characters are OpenCC's (one character each, by its commonest meaning); the others
are variants and old shapes that scans, fonts and old prints have. These are facts of the
script, taken by 《第一批异体字整理表》 and 《通用规范汉字表》 to the standard form.
"""

from __future__ import annotations

from pathlib import Path

_SHAPES = """
国囯囶囻圀 吴呉 步歩 德徳 户戸 研硏 卫衞 并竝幷 略畧 岛嶋 村邨 考攷 法灋 侄姪 净浄 岁歳 炮砲 疏疎
睹覩 冰氷 浚濬 劫刧刼 堤隄 宁寕 效効傚 敛歛 棋碁 概槪 饰餙 驱駈駆 斗鬦 强彊 告吿 教敎 青靑 清淸 值値
乡鄕 绪緖 每毎 发発 气気 县県 图図 产產産 尚尙 即卽 既旣 真眞 晚晩 瓶甁 随隨 没沒 瑶瑤
"""
"""A standard character and its other shapes, group by group."""


def variants() -> dict[int, int]:
    """Give the code point of the standard character for those of its other forms."""
    found = {ord(odd): ord(group[0]) for group in _SHAPES.split() for odd in group[1:]}
    for line in _table().read_text(encoding="utf-8").splitlines():
        odd, _, plain = line.partition("\t")
        if len(odd) == 1 and plain and plain[0] != odd:
            found[ord(odd)] = ord(plain[0])
    return found


def _table() -> Path:
    import opencc  # its table alone is read; the converter is not loaded

    return Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
