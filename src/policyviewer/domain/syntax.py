"""What can be typed into the search box, for tooltips and help: an example and its meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One way to ask."""

    example: str
    meaning: str


FORMS = (
    Form("粮食 安全", "同一条里两个词都要有；都有的没有时，列出最接近的并说明略去了哪个"),
    Form("“粮食安全”", "与引号里的一字不差"),
    Form("粮食 -进口", "不要后一个词"),
    Form("粮食 | 农业", "有其中之一，也可写 OR、或"),
    Form("(粮食 | 农业) 安全", "括号里的先算"),
    Form("人民*府", "* 是十个以内的字，? 是一个字，都不跨句"),
    Form("粮食 近/10 安全", "两个词相隔不超过十个字，也可写 NEAR/10"),
    Form("标题:农业 机关:贵州省", "按标题、机关、文号、文种、年份、效力筛选"),
    Form("年份:2018..2020 效力:有效", "年份可以只写一头；效力有：有效、失效、尚未施行"),
    Form("渝 环保", "省份的简称也找全称（重庆），结果上方可以去掉"),
    Form("酒后驾车怎么处罚？", "整句提问，最可能回答它的条款在前"),
    Form("立法法 65 二", "直达第六十五条第二款；文号（可省年份）、标题、标题的拼音首字母也能直达"),
)


def help_text() -> str:
    """Give every form on a line of its own."""
    return "\n".join(f"{form.example}    {form.meaning}" for form in FORMS)
