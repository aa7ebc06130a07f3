"""The bodies that a text names: offices of state and party, companies, schools, joint groups."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

_CENTRAL = """
党中央 中共中央 中央委员会 全国人大常委会 全国人大 全国人民代表大会 全国政协 中央军委 中央军事委员会
国务院 国务院办公厅 中共中央办公厅 中央办公厅 中办 国办 中央纪委 国家监委 国家监察委员会 中央组织部 中央宣传部
中央统战部 中央政法委 中央编办 中央网信办 中央党校 中央农办 中央文明办 中央和国家机关工委 中央财办
全国总工会 共青团中央 全国妇联 全国工商联 全国残联 中国残联 中国科协 中国文联 全国供销合作总社 供销合作总社
外交部 国防部 发展改革委 国家发展改革委 国家发改委 教育部 科技部 工业和信息化部 国家民委 公安部 安全部
国家安全部 民政部 司法部 财政部 人力资源社会保障部 人社部 自然资源部 生态环境部 住房城乡建设部 住建部
交通运输部 水利部 农业农村部 商务部 文化和旅游部 卫生健康委 国家卫生健康委 退役军人事务部 退役军人部 应急管理部
应急部 人民银行 中国人民银行 审计署 国资委 国务院国资委 海关总署 税务总局 市场监管总局 国家税务总局 广电总局
体育总局 国家体育总局 统计局 国家统计局 国际发展合作署 医保局 国家医保局 参事室 国管局 港澳办 国务院港澳办公室
国研室 新华社 中科院 社科院 工程院 气象局 中国气象局 银保监会 银监会 保监会 证监会 金融监管总局 粮食和储备局
粮食局 能源局 国家能源局 国防科工局 烟草局 移民局 林草局 国家林草局 林业局 林业和草原局 铁路局 民航局 邮政局
文物局 中医药局 疾控局 药监局 国家药监局 知识产权局 国家知识产权局 外汇局 国家外汇局 信访局 国家信访局
扶贫办 国务院扶贫办 乡村振兴局 档案局 保密局 密码局 国家保密局 测绘局 海洋局 地震局 国家地震局
最高人民法院 最高人民检察院 高法院 高检院 解放军总参谋部 总参谋部 总政治部 总后勤部 武警总部 武警部队
国家计委 国家经贸委 国家教委 国家科委 国家体委 国家体改委 建设部 铁道部 交通部 农业部 林业部 卫生部 人事部 劳动部
劳动保障部 信息产业部 国土资源部 环境保护部 环保部 环保总局 文化部 监察部 电力部 煤炭部 化工部 冶金部 机械部
电子部 邮电部 国内贸易部 外经贸部 质检总局 工商总局 食品药品监管总局 食药监总局 安全监管总局 新闻出版总署
新闻出版广电总局 旅游局 国家旅游局 宗教局 侨办 国务院侨办 台办 国务院台办 法制办 国务院法制办 研究室 三峡办
南水北调办 西部开发办 振兴东北办 国务院振兴东北办 国家卫生计生委 卫生计生委 人口计生委 国家人口计生委
国家开发银行 农业发展银行 进出口银行 农业银行 工商银行 建设银行 中国银行 交通银行 邮储银行 国际大体联
世界贸易组织 世界卫生组织 联合国 国际奥委会 中国铁路总公司 国铁集团 国家电网 南方电网 中央军委政治工作部
新疆生产建设兵团 中央广播电视总台
"""
_SUBJECTS = (
    "发展和改革|发展改革|发改|教育体育|教育和体育|教育|科学技术|科技|工业和信息化|工信|经济和信息化|民族宗教|民族事务"
    "|民族|宗教事务|宗教|公安|国家安全|民政|司法行政|司法|财政|人力资源和社会保障|人力资源社会保障|人社"
    "|劳动保障|自然资源和规划|自然资源|国土资源|生态环境|环境保护|环保|住房和城乡建设|住房城乡建设|住建"
    "|城乡规划|城市管理|城管|交通运输|交通|水行政|水利|水务|农业农村|农业|农机|畜牧兽医|畜牧|渔业|林业和草原"
    "|林业草原|林草|林业|商务|文化和旅游|文化旅游|文旅|文化|旅游|文物|卫生健康|卫生计生|卫健|卫生|中医药"
    "|疾病预防控制|退役军人事务|退役军人|应急管理|应急|安全生产监督管理|安监|消防救援|审计|外事|国有资产监督管理"
    "|国资监管|市场监督管理|市场监管|工商行政管理|工商|质量技术监督|质监|食品药品监督管理|药品监督管理|药监"
    "|知识产权|广播电视|新闻出版|体育|统计|医疗保障|医保|地震|气象|海洋|粮食和物资储备|粮食|物资储备|能源"
    "|邮政管理|邮政|通信管理|通信|铁路监管|民用航空|民航|海事|税务|金融监管|地方金融监管|外汇管理|信访|乡村振兴"
    "|扶贫开发|扶贫|人民防空|人防|档案|保密|密码管理|机关事务管理|机构编制|网信|网络安全和信息化|电影|版权"
    "|林权|测绘地理信息|烟草专卖|盐业|价格|物价|物资|经贸|国防科技工业|出入境管理|移民管理|公共资源交易|政务服务"
    "|大数据管理|大数据|行政审批|公积金管理|国防动员|监察|残联|港航|侨务|台湾事务|档案管理"
)
_OFFICE = (
    f"(?P<subject>{_SUBJECTS})"
    "(?P<end>行政主管部门|行政管理部门|监督管理部门|主管部门|行政部门|管理部门|部门(?!规章|间|预算|之间)|管理机构|委员会"
    "|厅(?!级|局级|长)|总局|(?<![全结格布大当时政战残定僵])局(?!部|势|面|限|级|长)|机关(?!事业|党|干部)|委(?!托|员|派|任|以))"
)
_STRONG = (
    "人民政府|政府(?!采购|性|工作|网|门户|投资|购买|引导|信息|职能|补|支|储|资|指|定价|上网|统|财|债|主导|机关|部门|服务)"
    "|人民代表大会(?:常务委员会)?|人大常委会|委员会|办公厅|办公室|部际联席会议(?:办公室)?|联席会议(?:办公室)?"
    "|领导小组(?:办公室)?|协调小组|指导小组|工作委员会|指挥部(?:办公室)?|管理委员会|管委会|党工委|村民委员会|居民委员会"
    "|人民法院|人民检察院|法院|检察院|军区|警备区|军分区|公安局|公安厅|管理局|总局|地勘局|勘查局|地质局|(?<![全结格布大当时政战残定僵])局(?!部|势|面|限|级|长)"
    "|厅(?!级|长|局)|省委(?!书记)|市委(?!书记)|县委(?!书记)|区委(?!书记|员)|经贸委|发改委|发展改革委|建委|科委|计委|国资委|编办"
    "|有限责任公司|股份有限公司|有限公司|集团公司|总公司|公司(?!法)|集团(?!军|）|\\))|银行|大学(?!生)|学院(?!派)|研究院|研究所"
    "|科学院|工程院|实验室|博物馆|图书馆|档案馆|天文台|气象台|电视台|医院|煤矿|煤管站"
    "|协会|学会|联合会|基金会|(?<![会协])商会|促进会|研究会|红十字会|总工会|工会|妇联|工商联|总社|交易所|数据局|监管局"
    "|监督管理部门|主管部门|行政部门|代表处|办事处|总部(?:后勤部|机关)?|后勤部|军委|气象局"
)
_HEAD = re.compile(
    "国家(?![级发])|国务院|中国(?!特色|梦)|全国(?!性|各|范围|统一|一)|中央(?!财政|企业|预算|单位|驻|和地方|与地方)|最高|中共|国际"
)
"""What begins the names of bodies that belong to no place."""
_STOP = re.compile(
    "[，。；：！？、“”《》\\n\\t\u2028 \u3000,;:]|的|[0-9]起|规章|规定|和地方|行政长官|两个|接受|业务|征得|选举|级(?!人民法)|某|城市(?!管|规|建)|纳入|在|(?<!自)由|将|向|把|被|为|是|从|到|至|按|经(?!济|贸|信|开)|请|使|让|对|给|以|应|可|须"
    "|各|有关|相关|其他|所属|直属|下属|本级|该|其|等|及(?!其)|与|或|内(?!陆|蒙|江|外)|其中|之中|过程中|报(?!社|刊)"
    "|建立|设立|成立|组织(?!部)|加强|推进|推动|支持|贯彻|落实|批准|同意|印发|转发|关于|根据|依法|负责|实行|实施"
    "|开展|会同|商(?!务|会|业|学|贸|品)|部署|要求|决定|指定|授权|委托|派出|派驻|协助|配合|召开|参加|赴|率"
)
_FURTHEST = 26
"""Code points between a name's beginning and its ending."""
_LONG_GROUP = re.compile("[\u4e00-\u9fff]{4,24}")
_VERBS = re.compile("^(?:依托|充分发挥|发挥|调整|健全|完善|省|市|县|区|州|并|以及|和)+")
_GENERIC = re.compile(
    "司法机关|国务院(?:主管|行政)部门|国家机关|国家机构|中央机关|中央政府|中国政府|全国委员会|(?:国家|全国|国际|中央|最高|中共|中国)"
    "(?:银行|公司|集团|大学|学院|医院|局|厅|法院|实验室|办公室|研究院|研究所|学会|协会|工会|商会|主管部门|行政部门)"
)
_CENTRAL_NAMES = "|".join(sorted(map(re.escape, _CENTRAL.split()), key=len, reverse=True))
_ENDINGS = re.compile(
    f"(?P<central>(?:{_CENTRAL_NAMES})(?!署|分|队|位|件|落|门|长级|发〔|函〔|明电|发明电))|{_OFFICE}|(?P<strong>{_STRONG})"
)
_WHOLE = re.compile(".*(?:公司|集团|部门|机关|政府|代表大会|常务委员会|常委会|银行)$")
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


def bodies_of(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the stretches of a text that name bodies, in their order; none lies in another.

    ``places`` are the places that the text names: bodies begin with them.
    """
    heads = sorted({*places, *(one.span() for one in _HEAD.finditer(text))})
    starts = {start for start, _ in places}
    found: list[tuple[int, int]] = []
    for match in _ENDINGS.finditer(text):
        last = found[-1] if found else (-1, -1)
        start = None if last[1] in starts else _continued(text, last, match)
        if start is not None:
            found[-1] = (start, match.end())
            continue
        start = _beginning(text, heads, last[1], match)
        if start is not None and not _GENERIC.fullmatch(text, start, match.end()):
            found.append((start, match.end()))
    return found


def _continued(text: str, last: tuple[int, int], match: re.Match[str]) -> int | None:
    """Give where a name begins that goes on to another ending: 武警总部|后勤部."""
    start, end = last
    if match["subject"] and end == match.start() and text[start:end] == "国务院":
        return start
    if (
        match[0].endswith("部门")
        or end < 0
        or match.start() - end > _FURTHEST
        or match["central"]
        or match["subject"]
    ):
        return None
    between = text[end : match.start()]
    stops = between[:1] in tuple("和与会") or _STOP.search(between)
    return None if stops or _WHOLE.search(text, start, end) else start


def _beginning(
    text: str, heads: Sequence[tuple[int, int]], least: int, match: re.Match[str]
) -> int | None:
    """Give where a name begins, None where its ending belongs to no name."""
    first = max(least, match.start() - _FURTHEST)
    behind = bisect_left(heads, (match.start() + 1, 0))
    for head, ends in heads[bisect_left(heads, (first, 0)) : behind]:
        if not _STOP.search(text, ends, match.start()):
            return head
    if match["central"] or match["subject"]:
        return match.start()
    return _unplaced(text, first, match) if match[0] in _OF_THEIR_OWN else None


def _unplaced(text: str, first: int, match: re.Match[str]) -> int | None:
    """Give where the name of a joint group begins that belongs to no named place."""
    begins = max((one.end() for one in _STOP.finditer(text, first, match.start())), default=first)
    words = _VERBS.sub("", text[begins : match.start()])
    return match.start() - len(words) if _LONG_GROUP.fullmatch(words) else None
