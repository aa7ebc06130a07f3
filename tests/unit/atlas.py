"""What reads names, with a small dictionary of our own."""

from __future__ import annotations

from policyviewer.domain.gazetteer import atlas

ATLAS = atlas(
    ["巴东县", "赤水河", "涪陵", "秀山", "印江", "黔江"],
    ["加快", "推进", "打开", "大型", "国际", "民用", "合理", "配置", "鼓励", "湖泊", "提高"],
)


def words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Give the stretches of a text as words."""
    return [text[start:end] for start, end in spans]
