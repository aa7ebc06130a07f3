"""The words that documents of every subject are written with: who acts, by what right, in what
form. They fill a paragraph and do not tell what it is about, but some tell what it is there for.
"""

from __future__ import annotations

from enum import Enum

from policyviewer.domain.patterns import regex

_BODIES = """国务院 省、自治区、直辖市 设区的市 自治州 自治县 区县 县(市、区) 县级以上 乡镇
地方各级 各级 人民政府 街道办事处 本级 同级 上级 上一级 行政主管部门 主管部门 行政部门 有关部门
相关部门 各部门 部门 各地区 各地 各单位 国家机关 机关 社会团体 社会组织 企业 事业单位 企业事业
事业组织 村民委员会 居民委员会 机构 组织 单位 个人 公民 工作人员 主管人员 责任人员 人员 任何 本省
本市 本县 本区 本自治区 全省 全市 全县 全国 地方 行政区域 区域 辖区 国家 社会"""
_MODES = """应当 应该 可以 不得 必须 鼓励 支持 负责 协调 指导 做好 加强 加大 加快 推进 推动 落实
完善 健全 建立 采取 措施 积极 切实 进一步 工作 活动 有关 相关 具体 实际 情况 以及 或者 其他 及其
并且 同时 按照 根据 依照 依法 遵守 符合 规定 法律 法规 规章 政策 下列 之一 行为 所列 各项 前款
本条 本法 本办法 本条例 本规定 本细则 本意见 本通知 本方案 制定 办法 实施 执行 施行 公布 之日起
进行 开展 提供 予以 给予 需要 条件 管理 监督"""
_SANCTIONS = """违反 责令 改正 限期 逾期 处分 处罚 罚款 情节严重 构成犯罪 尚不构成 追究 刑事责任
法律责任 直接负责 直接责任 由其"""
_PARTICLES = "的 和 与 或 及 其 由 对 在 为 以 等 并 将 应 有 所 未 不 该 本 各"
_FORMULAS = regex(
    "|".join(
        sorted(
            f"{_BODIES} {_MODES} {_SANCTIONS} {_PARTICLES}".split(),
            key=lambda words: (-len(words), words),
        )
    )
)
_PURPOSE = regex("为.*制定本")
_SANCTION = regex("罚款|责令|处分|处罚|刑事责任|通报批评|赔偿|治安管理")


class Manner(Enum):
    """What a paragraph is there for."""

    PURPOSE = "purpose"
    SANCTION = "sanction"
    RULE = "rule"


def manner_of(letters: str) -> Manner:
    """Tell a paragraph that says why a document was made, and one that threatens, from others."""
    if _PURPOSE.match(letters):
        return Manner.PURPOSE
    return Manner.SANCTION if _SANCTION.search(letters) else Manner.RULE


def formulaic(letters: str) -> list[bool]:
    """Say for each letter whether it belongs to such words."""
    told = [False] * len(letters)
    for found in _FORMULAS.finditer(letters):
        told[found.start() : found.end()] = [True] * len(found.group())
    return told
