"""Lost digits: places where a number must have stood."""

from __future__ import annotations

import re

from policyviewer.domain.documents import Finding
from policyviewer.domain.ranges import TextRange

_UNITS = "千伏|千瓦(?!时)|万千瓦|吨级"
_NUMERIC = r"\d一二三四五六七八九十百千万亿零〇○两几数多余半每来个点"
_LOST = re.compile(
    r"[（(]\s*(年\d{1,2}月\d{1,2}日)"
    r"|(?<=[，,。；;、：:])(年\d{1,2}月(?:\d{1,2}日)?)"
    r"|(?<=[、，,])(个)(?=(?:[^人体别性案股旧中月税，,。；;、的]|中心|月内)[^，,。；;、]*?(?:基地|项目|中心|园区|县|市|乡|镇|村|方面|部门|单位|品种|产品|工程|企业))"
    rf"|(?<=[\u4e00-\u9fff])(?<![{_NUMERIC}按以为各单高低按及和或、])({_UNITS})(?=[\u4e00-\u9fff])(?!以[上下])"
    r"|(?<=[\u4e00-\u9fff])(0(?:吨级|吨|公里|千伏|千瓦|万|亿|亩|个|家|户|人|名|条|座|项))"
)


def damage_findings(text: str) -> list[Finding]:
    """Give the places where digits were lost: 年7月30日, 设施0吨级."""
    return [
        Finding(
            "lost-digits",
            TextRange(*match.span(match.lastindex or 0)),
            f"“{match[match.lastindex or 0]}”前面似乎缺了数字。",
        )
        for match in _LOST.finditer(text)
    ]
