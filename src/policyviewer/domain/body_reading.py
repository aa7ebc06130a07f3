"""The bodies that a text names: offices of state and party, companies, schools, joint groups."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from policyviewer.domain.body_endings import CENTRAL, OFFICE, PLACED, endings
from policyviewer.domain.patterns import found_by, regex

Span = tuple[int, int]

_HEAD = regex(
    "国家(?![级发])|国务院|中国(?!特色|梦)|全国(?!性|各|范围|统一|一)|中央(?!财政|企业|预算"
    "|单位|驻|和地方|与地方)|最高|中共|国际"
)
"""What begins the names of bodies that belong to no place."""
_STOP = regex(
    "[，。；：！？、“”《》\\n\\t\u2028 \u3000,;:]|的|[0-9]起|规章|规定|和地方|行政长官|两个"
    "|接受|承担|撤销|提交|讨论|提出|特大|业务|征得|选举|级(?!人民法)|某|城市(?!管|规|建)|纳入|在|(?<!自)由|将|向|把|被|为|是"
    "|从|到|至|按|经(?!济|贸|信|开)|请|使|让|对|给|以|应|可|须"
    "|各|有关|相关|其他|所属|直属|下属|本级|该|其|等|及(?!其)|与|或|内(?!陆|蒙|江|外)|其中"
    "|之中|过程中|报(?!社|刊)"
    "|建立|设立|成立|组织(?!部)|加强|推进|推动|支持|贯彻|落实|批准|同意|印发|转发|关于|根据"
    "|依法|负责|实行|实施"
    "|开展|会同|商(?!务|会|业|学|贸|品)|部署|要求|决定|指定|授权|委托|派出|派驻|协助|配合|召开"
    "|参加|赴|率"
)
_FURTHEST = 26
"""Code points between a name's beginning and its ending."""
_LONG_GROUP = regex("[\u4e00-\u9fff]{4,24}")
_SCHOOL = regex(
    "(?!普通|高等|重点|一流|地方|本科|民办|公办|应用|老年|全国|所有|著名|国内|国外|知名|独立|职业|技工|理工类)"
    "[\u4e00-\u9fff]{2,10}"
)
_SCHOOLS = frozenset({"大学", "出版社", "杂志社", "报社"})
"""Endings of names that are often their own alone: 复旦大学."""
_VERBS = regex("^(?:主要|需|由|依托|充分发挥|发挥|调整|健全|完善|省|市|县|区|州|并|以及|和)+")
_GENERIC = regex(
    "司法机关|国务院部门办公厅|国务院(?:主管|行政)部门|国家机关|国家机构|中央机关|中央政府|中国政府|全国委员会"
    "|(?:国家|全国|国际|中央|最高|中共|中国)"
    "(?:银行|公司|集团|大学|学院|医院|局|厅|法院|实验室|办公室|研究院|研究所|学会|协会|工会"
    "|商会|主管部门|行政部门)"
)
_WHOLE = (
    "公司", "集团", "部门", "机关", "政府", "代表大会", "常务委员会", "常委会", "银行",
)  # fmt: skip
"""Ends of names that do not go on to another ending."""
_LONGEST = 40
_OF_THEIR_OWN = frozenset(
    {
        "领导小组",
        "联席会议",
        "部际联席会议",
        "协调小组",
        "指挥部",
        "联席会议办公室",
        "领导小组办公室",
    }
    | {"有限责任公司", "股份有限公司", "有限公司"}
)
"""Endings of names that need no place before them, if enough else stands there."""


def bodies_of(text: str, places: Sequence[Span]) -> list[Span]:
    """Give the stretches of a text that name bodies, in their order; none lies in another.

    ``places`` are the places that the text names: bodies begin with them.
    """
    heads = sorted({*places, *(one.span() for one in _HEAD.finditer(text))})
    starts = {start for start, _ in places}
    found: list[Span] = []
    for match in endings(text):
        last = found[-1] if found else (-1, -1)
        start = None if last[1] in starts else _continued(text, last, match)
        if start is not None:
            found[-1] = (start, match.end())
            continue
        start = _beginning(text, heads, last[1], match)
        if start is not None and not _GENERIC.fullmatch(text, start, match.end()):
            found.append((start, match.end()))
    return found


def _continued(text: str, last: Span, match: re.Match[str]) -> int | None:
    """Give where a name begins that goes on to another ending: 武警总部|后勤部."""
    start, end = last
    if found_by(match, OFFICE):
        return start if end == match.start() and text[start:end] == "国务院" else None
    far = end < 0 or match.start() - end > _FURTHEST or match.end() - start > _LONGEST
    if far or found_by(match, CENTRAL) or match[0].endswith("部门"):
        return None
    between = text[end : match.start()]
    stops = between[:1] in tuple("和与会") or _STOP.search(between)
    return None if stops or text.endswith(_WHOLE, start, end) else start


def _beginning(text: str, heads: Sequence[Span], least: int, match: re.Match[str]) -> int | None:
    """Give where a name begins, None where its ending belongs to no name."""
    first = max(0, least, match.start() - _FURTHEST)
    behind = bisect_left(heads, (match.start() + 1, 0))
    for head, ends in heads[bisect_left(heads, (first, 0)) : behind]:
        if not _STOP.search(text, ends, match.start()):
            return head
    if not found_by(match, PLACED):
        return match.start()
    if match[0] in _OF_THEIR_OWN:
        return _unplaced(text, first, match, _LONG_GROUP)
    return _unplaced(text, first, match, _SCHOOL) if match[0] in _SCHOOLS else None


def _unplaced(text: str, first: int, match: re.Match[str], wanted: re.Pattern[str]) -> int | None:
    """Give where the name of a joint group begins that belongs to no named place."""
    begins = max((one.end() for one in _STOP.finditer(text, first, match.start())), default=first)
    words = _VERBS.sub("", text[begins : match.start()])
    return match.start() - len(words) if wanted.fullmatch(words) else None
