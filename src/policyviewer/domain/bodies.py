"""The names of bodies in a list: 发展改革委、农业农村厅（局）和各县（市、区）政府."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyviewer.domain.patterns import regex
from policyviewer.domain.text import without_gaps

LONGEST = 40
"""Code points of the longest name: what is longer is a sentence."""
_OPEN, _CLOSED = "（(〔［[【《“‘〈", "）)〕］]】》”’〉"
_LONGEST_PIECE = 3 * LONGEST
"""Of names joined by 和."""
_SIGNS = "、，,；;/／\u2028\n"
_END = (
    "委员会|办公厅|办公室|管理局|总局|人民政府|政府|国务院|国资委|编办|工会|妇联|科协|残联|文联|社科联|侨联|台联"
    "|工商联|团委|共青团|团中央|红十字会|联合会|协会|学会|基金会|指挥部|专班|工作组|小组|领导小组|联席会议"
    "|党工委|管委会|居委会|村委会|理事会|监事会|纪委监委|纪委|监委|党委|党组|支部|机构|单位|部门|机关"
    "|地方|各地|地区|企业|公司|集团|学校|高校|院校|医院|法院|检察院|研究院|研究所|银行|人行|分行|支行|支队|总队"
    "|大队|中队|中心|平台|总社|供销社|合作社|报社|电视台|广播站|气象台|武警|军区|军分区|人武部|街道|乡镇"
    "|镇街|园区|开发区|示范区|高新区|经开区|新区|试验区|自贸区|委|部|局|厅|署|院|社|办|会|司|处|科|室|行|站"
    "|队|所|台|校|馆|园|省|市|县|区|州|盟|旗|乡|镇|村|兵团|农场|林场|法人|主体|各方|省份"
)
_ENDING = regex(f"(?:{_END})$")
_NO_BODY = regex(
    "(?:社会|机会|大会|全部|内部|外部|干部|西部|东部|中部|一部|国会|聚会|都会|约会|与会|场所|住所|工业园|地区生产"
    "|过程中心|核心|社区)$"
)
_NOBODY = frozenset({"单位", "部门", "机构", "地方", "地区"})
_AND = regex("以及|和|及|与|暨")
_AND_SO_ON = regex(
    "等(?P<rest>(?P<some>有关|相关|其他|各有关|各相关)?(?:部门|单位|机构|地方|方面|地区|主体|和|及|、|有关|相关)*)$"
)
_VERB = regex(
    "[究定布开组施实核报制出理议作加派会商要应将于在的对按另处]|进行|完成|推行|推进|建立|启动"
)
_MASKED = regex("[*＊×□●○\ufffd]")
_BRACKETED = regex("[（(][^（()）]*[）)]")
_PLACE = regex(
    "^(?:全|各|相关|有关|本|我|国家|中国|中央|最高|省级|市级|县级|区级|州级"
    "|(?:[\u4e00-\u9fff]{1,6}?(?:省|市(?!场)|县|自治区|自治州|自治县|州|盟|旗|新区))(?=..)"
    "|(?:[省县区州]|市(?!场))(?=..))+"
)
_OFFICE = regex("(?:行政)?(?:主管)?(?:部门|单位|机关|机构|委员会|办公室|[委部局厅办署])$")
_SHORT = (("发展和改革", "发展改革"), ("发改", "发展改革"), ("住房和城乡", "住房城乡"))
_SHORTER = {
    "人社": "人力资源社会保障",
    "人力资源和社会保障": "人力资源社会保障",
    "住建": "住房城乡建设",
    "卫健": "卫生健康",
    "工信": "工业和信息化",
    "市监": "市场监督管理",
    "市场监管": "市场监督管理",
    "文旅": "文化和旅游",
    "文化旅游": "文化和旅游",
    "自规": "自然资源和规划",
    "医保": "医疗保障",
    "退役军人": "退役军人事务",
    "交通": "交通运输",
    "教体": "教育和体育",
    "教育体育": "教育和体育",
}
"""Short names of offices in full, without 部, 局 and the like."""
_ALSO = {
    "应急": "应急管理",
    "民宗": "民族宗教事务",
    "林草": "林业和草原",
    "自然资源和规划": "自然资源",
    "府": "政府",
    "人民政府": "政府",
}
"""What else an office is called by when its tasks are looked for."""
_HOUSE = regex("^(?P<place>.*?(?P<kind>[镇乡县市区旗州]|街道))(?P<of>(?:人民)?政府|党委|办事处)?$")
"""A government with its place: 大河镇, 大河镇人民政府, 县政府."""
_EACH = regex("^(?:全[省市县区州])?各.*(?:[镇乡县市旗州）)]|(?<!社)区|街道|政府|党委|办事处)$")
"""All governments of a kind: 各乡镇（街道）, 各县（市、区）人民政府."""
_ALL = regex(
    "^(?:[省市县区州乡镇][直级]|全[省市县区州乡镇])?各(?:单位|部门)(?:[、和及]?各(?:单位|部门))*$"
)
"""All offices; 各有关部门 names nobody."""


def pieces(text: str, signs: str = _SIGNS) -> Iterator[str]:
    """Give what stands between the signs of a list; signs within brackets divide nothing."""
    depth = start = 0
    for at, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSED:
            depth = max(0, depth - 1)
        elif char in signs and not depth:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def bodies(text: str) -> tuple[str, ...]:
    """Give the names in a list, each once, in their order; 等 is left out, 等有关部门 is 有关部门.

    An ending that several share is given to each: 财政、税务部门 are 财政部门 and 税务部门.
    """
    found: list[str] = []
    for piece in pieces(text):
        name = without_gaps(piece.strip()).strip("。.：: ")
        if len(name) > _LONGEST_PIECE:
            continue
        rest = _AND_SO_ON.search(name)
        if rest is None:
            found += _parted(name)
            continue
        found += _parted(name[: rest.start()])
        if rest["some"]:
            found.append(rest["rest"].strip("和及、"))
    return tuple(dict.fromkeys(filter(None, _completed(found))))


def is_body(name: str) -> bool:
    """Say whether a name ends as those of bodies do."""
    plain = _BRACKETED.sub("", name)
    return (
        1 < len(plain) <= LONGEST
        and _ENDING.search(plain) is not None
        and _NO_BODY.search(plain) is None
    )


def is_masked(name: str) -> bool:
    """Say whether a part of a name cannot be read."""
    return _MASKED.search(name) is not None


def same_body(name: str, other: str) -> bool:
    """Say whether two names mean the same office, at whatever level: 县农业农村局, 农业农村部门."""
    one, two = _office(name), _office(other)
    return bool(one) and one == two


def concerns(name: str, own: str) -> bool:
    """Say whether a task of one body is also one of the user's own: the same office at whatever
    level, a piece of the name, or all of its kind, 大河镇人民政府 among 各乡镇（街道）.
    """
    if own in name or same_body(own, name):
        return True
    house, other = _HOUSE.match(_BRACKETED.sub("", own)), _HOUSE.match(_BRACKETED.sub("", name))
    if _ALL.match(name):
        return house is None or "单位" in name
    if house is None:
        return False
    if _EACH.match(name):
        return house["kind"] in name
    return other is not None and other["place"] in (house["place"], house["kind"])


def _parted(name: str) -> Iterator[str]:
    """Part 甲局和乙局, but not 文化和旅游局: both sides must be names of their own.

    各有关部门和单位 is one: it names nobody.
    """
    for match in _AND.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        inside = left.count("（") + left.count("(") > left.count("）") + left.count(")")
        left = left.removesuffix("等")
        alike = not left or (is_body(left) and is_body(right))
        if not inside and right and alike and right not in _NOBODY:
            if left:
                yield left
            yield from _parted(right)
            return
    yield name


def _completed(names: list[str]) -> list[str]:
    """Give the ending that the last of a list has to those before it that have none."""
    ending = ""
    full: list[str] = []
    for name in reversed(names):
        if is_body(name):
            common = re.search("(?:行政|主管)*部门$|局$", name)
            ending = common[0] if common and not name.startswith(("有关", "相关", "各有关")) else ""
            full.append(name)
        else:
            bare = bool(ending) and re.fullmatch("[\u4e00-\u9fff]{2,12}", name) is not None
            full.append(name + ending if bare else name)
    return full[::-1]


def _office(name: str) -> str:
    whole = without_gaps(name).replace("城市管理", "城管")  # 城市 is no place
    plain = _PLACE.sub("", _BRACKETED.sub("", whole))
    subject = in_full(_OFFICE.sub("", plain))
    return _ALSO.get(subject, subject)


def in_full(subject: str) -> str:
    """Give what an office is for as its full name has it: 发改 is 发展改革, whatever its place."""
    for short, long in _SHORT:
        subject = subject.replace(short, long)
    for at in range(len(subject) - 1):
        if subject[at:] in _SHORTER:
            return subject[:at] + _SHORTER[subject[at:]]
    return subject


def leading_bodies(text: str) -> tuple[str, ...]:
    """Give the bodies that a sentence begins with: 财政部 and 税务局 of 财政部、税务局确定名单."""
    taken: list[str] = []
    for piece in pieces(text):
        name = _first_name(piece)
        taken += [name] if name else []
        if name != piece:
            break
    return bodies("、".join(taken))


def _first_name(words: str) -> str:
    """Give the name at the beginning of words, as long as its ending goes on: 县委宣传部."""
    found = ""
    for length in range(2, min(len(words), LONGEST) + 1):
        if found and (length > len(found) + 6 or _VERB.search(words[len(found) : length])):
            break
        if is_body(words[:length]):
            found = words[:length]
    return found
