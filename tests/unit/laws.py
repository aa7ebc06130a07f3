"""A small law in articles that can be put in, taken out, joined and cut."""

from __future__ import annotations

from policyviewer.domain.numerals import chinese

BODIES = (
    "为了修好全县道路，方便群众出行，制定本条例。",
    "县人民政府负责全县道路的规划和建设，所需经费列入预算。每年安排的经费不少于上一年度。",
    "乡镇人民政府负责本乡镇道路的养护工作，可以组织村民参加。",
    "损坏道路的，由县交通主管部门责令修复，并处二百元罚款。",
    "任何单位和个人都有权举报损坏路灯的行为，举报属实的给予奖励。",
    "大型车辆不得驶入标明限重的桥梁，紧急抢险除外。",
    "本条例自2026年1月1日起施行。",
)


def law(*bodies: str) -> str:
    """Give the text of a law of these articles, numbered through."""
    lines = [f"第{chinese(at)}条　{body}" for at, body in enumerate(bodies, start=1)]
    return "\n".join(("青山县道路条例", *lines))
