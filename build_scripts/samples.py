"""Documents of our own making, for pictures and drills: notices, measures, a table, a long one.

They are written with a fixed seed, so that the same files come of it everywhere.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

COUNT = 36
"""Documents, beside the long one, the plan and the one with a table."""
LONG_CHAPTERS = 40

_COUNTIES = ("青山县", "白水县", "临江市", "石桥县", "云岭自治县")
_SUBJECTS = (
    "蔬菜产业发展", "农村公路养护", "河道保洁", "义务教育均衡发展", "防汛抗旱", "乡村医生队伍建设",
    "历史建筑保护", "生活垃圾分类", "养老服务", "中小企业融资", "森林防火", "农产品冷链物流",
)  # fmt: skip
_BODIES = ("县水利局", "县财政局", "县农业农村局", "各乡镇人民政府", "县教育局", "县卫生健康局")
_DEEDS = (
    "负责组织实施，建立台账，按季度检查",
    "将所需经费列入预算，专款专用",
    "应当在三十日内公布办理结果",
    "会同有关部门研究解决跨乡镇的问题",
    "对成绩突出的单位和个人给予表扬",
    "坚持因地制宜、分类指导，不搞一刀切",
)
_HEADINGS = ("总体要求", "主要任务", "保障措施", "组织领导", "监督检查")
_TASKS = ("健全工作机制", "压实各方责任", "加大投入力度", "强化日常监管", "注重群众参与")
_PLAN = """青山县人民政府关于印发农村人居环境提升工作方案的通知
青政发〔2026〕9号
各乡镇人民政府，县直各部门：
为提升农村人居环境，制定本方案。
一、主要任务
（一）改造农村厕所。按照群众意愿推进改厕，2026年12月底前完成三千户。（县农业农村局、县卫生健康局、各乡镇人民政府负责。列第一位者为牵头单位，下同）
（二）治理生活污水。优先治理水源保护区周边的村庄，到2028年治理率达到六成。（县生态环境局、县水利局、县住房和城乡建设局按职责分工负责）
（三）清运生活垃圾。健全村收集、乡转运、县处理的体系，每季度检查一次。（县住房和城乡建设局牵头，县财政局、各乡镇人民政府配合）
（四）提升村容村貌。拆除私搭乱建，整治残垣断壁。（县自然资源局、县文化和旅游局负责）
（五）建立管护机制。落实管护经费，明确管护人员，长期坚持。（县财政局、县农业农村局负责）
二、保障措施
（一）加强领导。各乡镇人民政府要在本方案印发之日起30日内制定实施计划，报县农业农村局备案。
（二）严格督查。由县委督查室会同县农业农村局开展督查，结果向全县通报。
青山县人民政府
2026年3月18日
"""
"""A plan that says who answers for what, and by when."""
_DIGITS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Sample:
    """A file to be imported."""

    name: str
    text: str


def samples(seed: int = 6) -> tuple[Sample, ...]:
    """Give the files, the same ones for the same seed."""
    dice = random.Random(seed)
    measures = [_measures(dice, at) for at in range(0, COUNT, 3)]
    titles = [one.text.partition("\n")[0] for one in measures]
    opinions = [_opinion(dice, at, titles[at // 3]) for at in range(COUNT) if at % 3]
    made = sorted((*measures, *opinions), key=lambda one: one.name)
    return (*made, _table(dice), _long(dice), Sample("39-人居环境方案.txt", _PLAN))


def write_samples(folder: Path, seed: int = 6) -> list[Path]:
    """Write the files into a folder, made where needed, and give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for sample in samples(seed):
        path = folder / sample.name
        path.write_text(sample.text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def _opinion(dice: random.Random, at: int, basis: str) -> Sample:
    """Give an opinion on the ``basis`` of measures, with headings 一、（一）1., a masked character
    and closing lines.
    """
    county, subject = dice.choice(_COUNTIES), _SUBJECTS[at % len(_SUBJECTS)]
    year, month, day = 2018 + at % 8, dice.randint(1, 12), dice.randint(1, 28)
    lines = [
        f"{county}人民政府关于促进{subject}的实施意见",
        f"{county[0]}政发〔{year}〕{at + 1}号",
        "各乡镇人民政府，县直各部门：",
        f"为促进{subject}，根据《{basis}》，结合我县实际，提出如下意见。",
    ]
    for first, heading in enumerate(_HEADINGS):
        lines.append(f"{_DIGITS[first]}、{heading}")
        for second in range(dice.randint(2, 4)):
            lines.append(f"（{_DIGITS[second]}）{dice.choice(_TASKS)}。{_sentence(dice)}")
            lines += [f"{third}.{_sentence(dice)}" for third in range(1, dice.randint(1, 4))]
    lines += ["附则：县人民*府给予补助。", f"{county}人民政府", f"{year}年{month}月{day}日"]
    return Sample(f"{at + 1:02d}-{subject}意见.txt", "\n".join(lines))


def _measures(dice: random.Random, at: int) -> Sample:
    """Give measures with chapters and articles that refer to one another."""
    county, subject = dice.choice(_COUNTIES), _SUBJECTS[at % len(_SUBJECTS)]
    year = 2016 + at % 10
    lines = [f"{county}{subject}管理办法", f"（{year}年3月5日{county}人民政府第{at + 2}号令公布）"]
    lines += _articles(dice, chapters=4, each=6)
    lines.append(f"本办法自{year}年5月1日起施行。")
    return Sample(f"{at + 1:02d}-{subject}办法.txt", "\n".join(lines))


def _table(dice: random.Random) -> Sample:
    """Give a list of rivers as a web page, for its table."""
    rows = "".join(
        f"<tr><td>{at}</td><td>{dice.choice('清青白玉金')}水河</td><td>{dice.randint(3, 40)}.5</td>"
        f"<td>{dice.choice(_BODIES)}</td></tr>"
        for at in range(1, 31)
    )
    text = f"<p>{_sentence(dice)}</p>" * 6
    return Sample(
        "37-河道名录.html",
        '<html><head><meta charset="utf-8"><title>白水县河道名录</title></head><body>'
        f"<h1>白水县人民政府关于公布河道名录的通知</h1>{text}<table><tr><th>序号</th><th>河道</th>"
        f"<th>长度（公里）</th><th>负责单位</th></tr>{rows}</table>{text}</body></html>",
    )


def _long(dice: random.Random) -> Sample:
    """Give a code of forty chapters."""
    lines = ["青山县基层治理规程", *_articles(dice, chapters=LONG_CHAPTERS, each=20)]
    return Sample("38-规程.txt", "\n".join(lines))


def _articles(dice: random.Random, chapters: int, each: int) -> list[str]:
    lines: list[str] = []
    for chapter in range(chapters):
        lines.append(f"第{numeral(chapter + 1)}章　{dice.choice(_HEADINGS)}")
        for article in range(chapter * each, (chapter + 1) * each):
            other = numeral(dice.randint(1, article + 1))
            tail = f"依照本办法第{other}条办理。" if article % 5 == 4 else ""
            lines.append(f"第{numeral(article + 1)}条　{_sentence(dice)}{_sentence(dice)}{tail}")
    return lines


def _sentence(dice: random.Random) -> str:
    return f"{dice.choice(_BODIES)}{dice.choice(_DEEDS)}，{dice.choice(_DEEDS)}。"


def numeral(number: int) -> str:
    """Give a number below a thousand in Chinese, as articles are counted."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds - 1]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens - 1]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones - 1] if ones else "")
