"""What the user is told about a query that has no hits of its own."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 30
"""Characters of a query that are repeated to its author."""

EMPTY = "请输入要查找的字词。"
ONLY_EXCLUDED = "只写了要排除的字词，请再写上要查找的字词。要查找以“-”开头的文字，请加引号。"

BOUNDLESS = "只有通配符，什么都符合。请在“*”或“?”的前后写上要查找的字词。"
_NAMED = 5
"""Words left out that are named."""
_UNSHOWN = "无法显示的字符"


def not_found(text: str) -> str:
    """Tell that nothing was found."""
    return f"没有找到“{_shown(text)}”。换个词，或去掉筛选。"


def kept_out(text: str, hits: int) -> str:
    """Tell that the filter keeps all hits out."""
    return f"“{_shown(text)}”有 {hits} 条结果，都不符合筛选条件。请去掉或改换筛选。"


def nearest(text: str) -> str:
    """Tell that the hits only come near."""
    return f"没有一处原样出现“{_shown(text)}”，以下按用字相近的程度列出。"


def left_out(words: Sequence[str]) -> str:
    """Tell which words the hits do without, because nothing has all of them."""
    names = "".join(f"“{_shown(word)}”" for word in words[:_NAMED])
    others = f"等 {len(words)} 个词" if len(words) > _NAMED else ""
    return f"没有一处同时出现全部检索词，以下结果略去了{names}{others}。"


def parted(word: str, parts: Sequence[str]) -> str:
    """Tell that a word stands nowhere, but its parts stand together."""
    names = "和".join(f"“{_shown(part)}”" for part in parts)
    return f"没有一处原样出现“{_shown(word)}”，以下结果同时含有{names}。"


def too_long(characters: int, most: int) -> str:
    """Tell that a query has too many characters."""
    return f"检索内容有 {characters} 个字，太长了，请缩短到 {most} 个字以内。"


def too_many(most: int) -> str:
    """Tell that a query has too many words."""
    return f"检索词太多了，请减少到 {most} 个以内。"


def _shown(text: str) -> str:
    """Give the beginning of a query, without what cannot be printed."""
    plain = "".join(one if one.isprintable() else " " for one in text[: _SHOWN + 1]).strip()
    if not plain:
        return _UNSHOWN
    return f"{plain[:_SHOWN]}…" if len(plain) > _SHOWN else plain
