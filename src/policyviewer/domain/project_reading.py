"""The projects that a text names: works, zones, programmes, with the place or the words that tell
one from others of its kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from policyviewer.domain.body_endings import matches
from policyviewer.domain.patterns import found_by, regex

Span = tuple[int, int]

_WORKS = (
    "(?:高速)?公路(?!管理|条例|大桥|隧道)|高铁(?!经济带|大通道|旅游带)|铁路(?!局|部|公司|总公司|集团"
    "|运输|口岸|建设|经济带|大通道)"
    "|新高铁|城际铁路|水库|水电站|核电站|电站|机场(?!集团|公司)|隧道|大桥|水利枢纽工程"
    "|水利枢纽|枢纽工程|运河|港区|灌区"
    "|调水工程|输水工程|天然气管道|输气管道|科技城|科学城|产业基地"
)
_ZONES = (
    "自由贸易试验区|自由贸易港|自贸试验区|自贸港|自贸区|综合试验区|试验区|示范区|先行区|先导区"
    "|高新技术产业开发区"
    "|高新技术产业园区|高新区|经济技术开发区|经济开发区|经开区|开发区|综合保税区|保税区|合作区"
    "|产业聚集区|产业集聚区"
    "|工业园区|产业园区|合作园区|工业园|产业园|科技园|物流园|国家公园|文化公园|自然保护区|走廊"
    "|新通道|经济协作园"
)
_DEEDS = (
    "专项行动|攻坚行动|行动(?!计划|自由|能力|不便|方案|纲领|者|上)|专项工程"
    "|工程(?!建设|施工|质量|技术|师|项目|造价|监理|研究|院|学|机械|设计|咨询)"
)
_PLANS = "专项行动计划|行动计划|项目|计划(?!生育|经济|单列|内|外|划)"
_WORK, _ZONE, _DEED, _PLAN = map(regex, (_WORKS, _ZONES, _DEEDS, _PLANS))
_ENDINGS = (_WORK, _ZONE, _PLAN, _DEED)
_SHORT = (
    "京津冀晋蒙辽吉黑沪申苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新港澳台广南武成昆"
)
_SHORT_HEAD = regex(
    f"(?<![\u4e00-\u9fff])[{_SHORT}]{{2,4}}(?=新?(?:高铁|铁路|高速|城际|天然气|输|客专))"
    f"|(?<=[和与及动造成设路])[{_SHORT}]{{2,4}}(?=新?(?:高铁|铁路|高速|城际))"
    f"|[{_SHORT}]{{2,4}}(?=合作)|西部陆海"
)
"""Short names of the places that a line joins: 黔桂铁路."""
_STATE_HEAD = regex("国家(?![级发和的])|中国(?!特色|梦)|全国(?!性|各)")
"""What zones and works begin with that belong to no place: 国家自主创新示范区."""
_STOP = regex(
    "[，。；：！？《》\\n\\t\u2028 \u3000,;:、]|[0-9一二三四五六七八九十两]+个|[0-9]亿|的|在"
    "|(?<!自)由|将|向|把|被|为(?!民)|是|从"
    "|按|经(?!济|开)|请|使|让|对(?!接|外)|给|以(?!工)|应(?!急)|可|各|有关|相关|其他|本|该|其"
    "|等|及|或|建立|设立|成立"
    "|加强|推进|推动|支持|贯彻|落实|批准|同意|印发|关于|根据|实行|实施|开展|要求|决定|授权"
    "|委托|召开|参加|完善|加快|促进|纳入"
    "|打造|申建|创建|参与|提升|优化|建成|开工|享受|作为|利用|建设(?!兵团|银行)|审核|审批|尽快"
    "|请求|研究|禁止|范围|区域内"
    "|政府|主管|负责|规定|鼓励|允许|限制|部门|流域内|干支流|下列|目标"
)
_PLAIN = regex(
    "(?:级|重点|重大|大型|中小型|一批|主要|基础设施|投资|工作|年度|发展|总体|土地利用|培训"
    "|生产|财政|预算|科研|科技|产业|合作"
    "|建筑|改革|开放|经济|农业|工业|创新|服务|公共|民生|扶贫|就业|教育|水利|交通|环保|能源"
    "|综合|专项|三年|五年|两年"
    "|高新技术|技术|特色|现代|农产品|深加工|省级|市级|县级|具体|后续|前期|国土|国民|社会|新增"
    "|用地|文化|海岸|绿化|城市|小型"
    "|城乡一体化|和|与)*"
)
_UNIT = regex("^(?:特别行政区|自治区|[省市县区州])")
_QUOTED = regex(
    '[“"][^“”"\\n，。；]{2,14}[”"][\u4e00-\u9fff]{0,12}?'
    "(?:专项行动计划|行动计划|专项行动|行动|专项工程|工程|计划)(?!经|师|生育|划)"
    '|[“"][^“”"\\n，。；]{2,12}(?:工程|行动|计划)[”"]|[“"]?一带一路[”"]?'
)
_FAMOUS = regex(
    "(?:天保|退耕还林|退牧还草|菜篮子|希望|三峡|南水北调|西气东输|西电东送|东数西算|雪亮"
    "|三北防护林)工程"
    "|(?:长城|长征|大运河|三江源|大熊猫|东北虎豹|武夷山|热带雨林|祁连山)国家(?:文化)?公园"
)
_ASKED_ABOUT = regex(
    "关于(?P<name>(?:(?![和与的])[\u4e00-\u9fff0-9]){4,18}?(?:项目|工程|机场|隧道|大桥|铁路"
    "|水库))(?=问题|建设问题)"
)
_CARRIED_OUT = regex(
    "(?:(?:实施|启动|开展|组织|推进)好?|\\n|^)(?P<name>(?:(?!实施|启动|开展|推进|落实|执行"
    "|正在|由于|争取|关于|纳入|做好"
    "|搞好|加强|加快|继续|深入|制定|编制|完成|负责|同时|应当|以及|具体|大力|重大|重点|一批"
    "|部门|附属|生态修复|绿化工程"
    "|[了该对将等各的及在并把市省县好])[\u4e00-\u9fff]){2,14}?(?:下乡|上网|惠民|扶贫|还林|还草"
    "|还湿|保护|振兴|提质|升级|倍增"
    "|培育|培养|改造|提升|治理|安居|饮水|清洁|人才|千人|万人|强基|攻坚|直通|便民|利民|入户"
    "|进村|富民|兴边|修复"
    "|防护林|火炬|星火|阳光|雨露|春风|种业|预警|共享)(?:专项)?(?:行动计划|专项行动|行动|工程|计划))"
)
_OWN_NAME = regex(
    "(?:(?<![\u4e00-\u9fff])|(?<=[与和及至])|(?<=关于|建设|加快|推进|推动"
    "|开工))(?P<name>[\u4e00-\u9fff]{2,4}?)"
    "(?:水库|水电站|核电站|电站|机场|隧道|大桥|水利枢纽工程|水利枢纽|运河|高速公路|铁路|高铁"
    "|国家文化公园|国家公园)"
    "(?!局|部|公司|总公司|集团|口岸|沿线|运输)"
)
"""Works whose place is known by them alone: 亭子口水库, 八渡电站."""
_NO_LETTER = regex(
    "[的等以该各为或于若当应须被把其由在是有与和及了时后前内外上下中从对向不未已如新]"
    "|[一二三四五六七八九十]+[年条座个项]"
)
_LONGEST_NAME = 4
_BY_NATURE = "口河江湖山岛峡滩沟潭坝湾岭门桥坪塘溪关"
_FURTHEST = 24
"""Code points between a name's beginning and its ending."""


def projects_of(text: str, places: Sequence[Span], ordinary: Collection[str] = ()) -> list[Span]:
    """Give the stretches of a text that name projects, in their order; none lies in another.

    ``places`` are the places that the text names: works and zones begin with them. ``ordinary``
    are words of two letters that no work is called by.
    """
    found: list[Span] = []
    famous = (match.span() for match in _FAMOUS.finditer(text))
    for more in (_quoted(text), _placed(text, places), famous, _own(text, ordinary)):
        found = sorted([*found, *_apart(found, sorted(more))])
    return found


def _apart(taken: Sequence[Span], more: Sequence[Span]) -> Iterator[Span]:
    """Give those of a sorted list that overlap nothing before them, and nothing that is taken."""
    at = 0
    for start, end in more:
        behind = bisect_left(taken, (end, 0))
        free = behind == 0 or taken[behind - 1][1] <= start
        if free and start >= at:
            yield start, end
            at = end


def _quoted(text: str) -> Iterator[Span]:
    yield from (match.span() for match in _QUOTED.finditer(text))


def _placed(text: str, places: Sequence[Span]) -> Iterator[Span]:
    """Give what begins with a place, with short names of places or with the state's name, and
    goes on to an ending.
    """
    short = [one.span() for one in _SHORT_HEAD.finditer(text)]
    state = [one.span() for one in _STATE_HEAD.finditer(text)]
    near = sorted({*places, *short})
    wide = sorted({*near, *state})
    at = 0
    for match in matches(_ENDINGS, text):
        heads = wide if found_by(match, _ZONE, _DEED) else near
        first = max(at, match.start() - _FURTHEST)
        behind = bisect_left(heads, (match.start(), 0))
        for head, ends in heads[bisect_left(heads, (first, 0)) : behind]:
            if ends <= match.start() and _belongs(text, head, ends, match):
                at = match.end()
                yield head, at
                break


def _belongs(text: str, head: int, ends: int, match: re.Match[str]) -> bool:
    """Say whether what stands between head and ending joins them, and tells the project."""
    inner = text[ends : match.start()]
    if _STOP.search(inner) or not _is_closed(text[head : match.start()]):
        return False
    of_the_state = text[head:ends] in ("国家", "中国", "全国")
    if found_by(match, _WORK) or (found_by(match, _ZONE) and not of_the_state):
        return True
    return _PLAIN.fullmatch(_UNIT.sub("", inner)) is None


def _is_closed(words: str) -> bool:
    return words.count("（") + words.count("(") == words.count("）") + words.count(")")


def _own(text: str, ordinary: Collection[str]) -> Iterator[Span]:
    """Give what is a project by its own words alone."""
    for match in _OWN_NAME.finditer(text):
        name = _without_verb(match["name"], ordinary)
        if name and not _NO_LETTER.search(name):
            yield match.start("name") + len(match["name"]) - len(name), match.end()
    for pattern in (_CARRIED_OUT, _ASKED_ABOUT):
        yield from (match.span("name") for match in pattern.finditer(text))


def _without_verb(name: str, ordinary: Collection[str]) -> str:
    """Give a name without the verb before it, 八渡 of 加快八渡; "" where it is a word itself."""
    if len(name) == _LONGEST_NAME and name[:2] in ordinary:
        name = name[2:]
    by_nature = len(name) > 2 and name[-1] in _BY_NATURE
    plain = name[-2:] in ordinary or name[:2] in ordinary
    return "" if plain and not by_nature else name
