"""Lost digits: places where a number must have stood.

Scrapers and converters drop Arabic digits set in another typeface. What can stand without a
number in whole texts was learned from 3,474 laws, 34 pages and 44 reports: there no rule fires.
Every rule begins with the sign after the gap, so that the search skips from sign to sign.
"""

from __future__ import annotations

import re

from policyviewer.domain.documents import Finding
from policyviewer.domain.patterns import regex
from policyviewer.domain.ranges import TextRange

_HAN = r"\u4e00-\u9fff"
_NUMERIC = r"\d０-９.．，,一二三四五六七八九十百千万亿兆零〇○两几数多余半每来"
_MANY = rf"{_NUMERIC}上近逾过超成按以位均达单各为元／/于约足够能家"
_AMOUNT = "元|美元|人次|人|吨(?!级|标)|亩|公里|千瓦|平方|立方|公顷|公斤|担|套|台|辆|件|标准煤"
_RISING = "加少降升高落低到过破增建成计长"
_THINGS = "基地|项目|中心|园区|县|市|乡|镇|村|方面|部门|单位|品种|产品|工程|企业"
_NO_THING = "[^人体别性案股旧中月税，,。；;、的]|中心|月内"
_LOST = regex(
    # dates: (年7月30日), 2018年月21日, 12月日, 自年1月1日
    r"年(?<![\d０-９零〇○一二三四五六七八九十两几多每当今去明本上前后同次全半*＊×]年)(?=\d{1,2}月)"
    r"|年(?<=[\d零〇○一二三四五六七八九]年)(?=月(?:\d|日))"
    r"|月(?<=[\d０-９]月)(?=日)"
    r"|年(?<=[于从自至比由到为]年)(?=[的起、]|以来|至\d|增长|增加|达到|间)"
    # the numbers of documents, provisions, meetings
    "|\u3014(?=\\s*\u3015)|\u3015(?=\\s*第?号)"
    "|第(?=[条款章届号期集](?:[，。、的之规（）)》第会全]|$))"
    # shares and amounts: 增长%, 投资亿元, 3.万元
    rf"|%(?<=[{_HAN}]%)|％(?<=[{_HAN}]％)"
    rf"|[.．](?<=\d[.．])(?=[%％亿])|[.．](?<=[{_HAN}][.．])(?=\d+(?:[%％万亿元吨个]))"
    rf"|亿(?<=[{_HAN}]亿)(?<![{_MANY}]亿)(?=(?:{_AMOUNT}))"
    rf"|万(?<=[{_HAN}]万)(?<![{_MANY}破的]万)(?=(?:{_AMOUNT}|亿))"
    # measures
    rf"|千(?<=[{_HAN}]千)(?<![{_MANY}高低和或、]千)(?=伏|瓦(?!时))"
    rf"|吨(?<=[{_HAN}]吨)(?<![{_MANY}的]吨)(?=级)(?!级以)"
    rf"|公(?<=[{_RISING}]公)(?=里|顷)|平(?<=[{_RISING}]平)(?=方公里|方米)"
    rf"|个(?<=[{_RISING}]个)(?=百分点)|个(?<=[起后内在]个)(?=工作日|月内)"
    "|日(?<=[起后]日)(?=内|前(?!后))|周(?<=满周)(?=岁|年)|周(?<=成立周)(?=年)|元(?<=到元)(?![旦月宵])"
    rf"|个(?<=[、，,]个)(?=(?:{_NO_THING})[^，,。；;、]*?(?:{_THINGS}))"
    rf"|0(?<=[{_HAN}]0)(?=吨|公里|千|万|亿|亩|个|家|户|人|名|条|座|项)"
)


def damage_findings(text: str) -> list[Finding]:
    """Give the places where digits were lost: 年7月30日, 设施0吨级.

    The range is that of the sign before which the number is missing.
    """
    return [
        Finding("lost-digits", TextRange(*match.span()), f"“{_near(text, match)}”中似乎缺了数字。")
        for match in _LOST.finditer(text)
    ]


def _near(text: str, match: re.Match[str]) -> str:
    """Give the words by which a reader finds the place."""
    return text[max(0, match.start() - 4) : match.end() + 4].split("\n", maxsplit=1)[0]
