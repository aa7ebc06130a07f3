"""The places that a text names: those that are known, and those that stand behind a known one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyviewer.domain.gazetteer import Atlas
from policyviewer.domain.patterns import regex

_UNIT = (
    "(?:(?:[\u4e00-\u9fff]{1,4}族){1,4}自治[州县旗区]|(?:维吾尔|壮族|回族)?自治区|特别行政区"
    "|自治[州县旗]|省(?!份|级|际|内|外|部)"
    "|市(?!场|民|值|容|况|级|县|域|政(?!府|协)|内|外|辖|属)|地区|县(?!级|域|内|乡|市|城|直)"
    "|州(?!市|级|内)"
    "|区(?!域|别|位|间|内|分|级|块)|盟(?!约|友|校|市)|新区|镇(?!域|街|级|长)|乡(?!镇|级)"
    "|村(?!民|级|镇|庄|委|集体|干))"
)
"""What a known place may be called by besides its name."""
_OWN_UNIT = regex(_UNIT)
_BELOW = regex(
    "(?![省市县区镇乡村内外]|等|各|有|所|的|及|和|与|至|到|在)"
    "(?P<name>[\u4e00-\u9fff]{1,4}?)(?:自治县|县(?!级|域|内|乡|市|城|直)|镇(?!村|域|街|级|长|区)"
    "|乡(?!镇|村|级|土|亲|规)|村(?!民|级|镇|庄|委|里|镇|集体|干|落)|市(?!场|民|值|容|况|级|县"
    "|域|政|内|外|辖|属)"
    "|街道(?!办)|旗(?!下|帜))"
)
"""What stands directly behind a place and is a smaller one: 左权县, 河南村."""
_NO_NAME = regex(
    "传统|宜居|古村"
    "|[省各等有所的及和与至到在是为由向对被该本某其内外并可应将同以从上下个两三一全新老旧]"
    "|贫困|试点|产业|开发|保护|示范|合作|工业|高新|经济|旅游|地级|革命|民族|少数|城市|农村"
    "|特色|自然|服务"
    "|管理|建设|重点|中心|文明|小城|集镇|景|社|牧|林|库|片|矿|灾|疫|校|郊|城|辖|特|贸|税|港"
    "|流域|建制"
    "|乡村|农村|健康|行政|政府|机关|单位|干部|部门|企业|学校|生态|功能|集聚|聚集|发展|改革"
    "|综合|承接|协作|园|航"
)
"""What no name of a smaller place has in it."""
_REGION = regex(
    "(?:经济带|经济圈|双城经济圈|经济区|经济走廊|城市群|都市圈|大湾区|三角洲|库区|流域|半岛"
    "|盆地|平原|高原|片区"
    "|革命老区|湾区)"
)
"""What makes a region of the places before it."""
_CHAIN = "、—－-·和与至"
_NO_UNIT = "省市县区州盟旗镇乡村域带圈江河湖海国洲"
"""What stands at the end of places that have no unit behind them, or have theirs."""
_COLLISIONS = {
    "长治": "长治久安",
    "中山": "(?<=孙)中山|中山装|中山大学",
    "中国": "中国(?:特色|共产党|梦|式)",
    "中东": "中东部|(?<=集)中东",
    "海口": "(?<=出)海口|海口径",
    "黔南": "黔南亚",
    "普洱": "普洱茶",
    "和田": "和田玉",
    "大同": "大同小异|(?<=天下)大同|(?<=扩)大同",
    "三明": "三明治",
    "金华": "金华火腿",
    "北海": "北海道",
    "印度": "印度洋",
    "东营": "东营[养业]",
    "西安": "西安排|西安事变",
    "南京": "(?<=海)南京",
    "东江": "东江纵队",
    "北京": "北京时间",
    "安康": "安康(?:快乐|幸福)",
    "平凉": "平凉席",
    "延安": "延安[排全]",
    "中卫": "中卫生",
    "海西": "海西部",
    "河池": "河池塘",
    "海东": "海东部",
    "泰安": "泰安[全排]",
    "保定": "保定[期额]|(?<=[担确])保定",
    "文山": "文山会海",
    "六安": "六安[全排]",
    "天门": "天门槛|(?<=今)天门",
    "东海": "东海[岸关]|(?<=广)东海",
    "南海": "南海[岸关]|(?<=[海云湖河])南海",
    "大理": "(?<=[最重伟])大理|大理[石论念]",
    "宁德": "宁德国",
    "德阳": "德阳光",
    "广元": "广元素",
    "昌都": "昌都市圈",
    "内江": "(?<=[省市县区])内江",
    "西部": "(?<=东)西部地区",
    "河源": "(?<=[黄江])河源|河源头",
    "西宁": "(?<=陕)西宁|(?<=广)西宁",
}
"""What has the letters of a place and means something else, by these letters."""
_ELSE = {name: regex(pattern) for name, pattern in _COLLISIONS.items()}


_GOVERNED = regex(
    "(?<![\u4e00-\u9fff])(?!各|本|该|[年月日号]|有关|相关|所在|直辖|自治|不设|民族|设区|地级|县级|省|市"
    "|县|区|州|其他|上级|下级|当地)"
    "(?P<name>[\u4e00-\u9fff]{1,4}?(?:自治[县州旗]|[市县区旗镇乡]))"
    "(?=人民政府|委办公室|委员会|人大常委会|人民代表大会|政协|人民法院|人民检察院)"
)
"""Any place that has a government of its own."""


def places_of(text: str, atlas: Atlas) -> list[tuple[int, int]]:
    """Give the stretches of a text that name places, in their order; none lies in another."""
    begins, maybe = atlas.ends(text)
    first = _found(text, begins, maybe)
    own = {text[start:end] for start, end in first if end - start > 2}
    for name in sorted({match["name"] for match in _GOVERNED.finditer(text)}, key=len):
        if not name.endswith((*own,)):  # 责令青山县人民政府
            own.add(name)
    new = (name for name in own if name not in atlas.known)
    longer = dict(_again(text, new, begins))
    return _found(text, begins | longer, maybe) if longer else first


def _again(text: str, names: Iterable[str], begins: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Give where names stand that the text itself has told, longer than what is known there; of
    two that begin together the longer one last.
    """
    for name in sorted(names, key=len):
        at = text.find(name)
        while at >= 0:
            if at + len(name) > begins.get(at, 0):
                yield at, at + len(name)
            at = text.find(name, at + 1)


def _found(text: str, begins: dict[int, int], maybe: dict[int, int]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    at = 0
    for start in sorted({*begins, *maybe}):
        if start < at or _means_else(text, start):
            continue
        end = begins.get(start, 0)
        if not end and _is_beside(text, start, maybe[start], at, begins, maybe):
            end = maybe[start]
        if end:
            places += _chain(text, start, end)
            at = places[-1][1]
    return places


def _means_else(text: str, start: int) -> bool:
    word = _ELSE.get(text[start : start + 2])
    return word is not None and word.match(text, start) is not None


def _is_beside(
    text: str, start: int, end: int, at: int, begins: dict[int, int], maybe: dict[int, int]
) -> bool:
    """Say whether a short name stands beside a place: behind one that ends at ``at``, or before
    one.
    """
    if at and (at == start or (at == start - 1 and text[at] in _CHAIN)):
        return True
    sign, after = text[end : end + 1], end + 1
    return sign in tuple("—－·") or (sign in tuple("、至") and (after in begins or after in maybe))


def _chain(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give a place with its unit, and the smaller ones that stand directly behind it."""
    unit = None if text[end - 1] in _NO_UNIT else _OWN_UNIT.match(text, end)
    if unit:
        end = unit.end()
    region = _REGION.match(text, end)
    if region:
        return [(start, region.end())]
    found = [(start, end)]
    if text[start:end] == "中国":
        return found
    while (below := _BELOW.match(text, end)) and not _NO_NAME.search(below["name"]):
        found.append(below.span())
        end = below.end()
    return found
