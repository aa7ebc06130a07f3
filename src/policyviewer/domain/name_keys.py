"""Which names mean the same: 重庆 and 重庆市, 发展改革委 and 国家发展和改革委员会."""

from __future__ import annotations

from policyviewer.domain.bodies import in_full
from policyviewer.domain.gazetteer import PROVINCES
from policyviewer.domain.named import NameKind
from policyviewer.domain.patterns import regex

_SELF_GOVERNED = regex(
    "(?:维吾尔|壮族|回族|(?:[\u4e00-\u9fff]{1,4}族)+)?(?:自治区|自治州|自治县|自治旗)$|特别行政区$"
)
_UNIT = regex("(?<=..)[省市]$|(?<=..)县$|(?<=..)州$|(?<=..)地区$|(?<=[江河])(?:流域|[上中下]游)$")
_CITIES_OF_THEIR_OWN = frozenset({"吉林市", "海南州", "海北州", "海西州"})
"""Called as a province or a region is."""
_REGIONS = frozenset(
    {
        "西部地区",
        "中部地区",
        "东部地区",
        "中西部地区",
        "中东部地区",
        "东北地区",
        "西北地区",
        "西南地区",
    }
)
_CENTRAL = regex(
    "^(?:中华人民共和国|国家|中国(?=人民银行|气象局|残联|地震局)|国务院(?=国资委|扶贫办|港澳"
    "|侨办|台办|法制办|振兴))"
)
_TERM = regex("第?[一二三四五六七八九十0-9]+届")
_LEVEL = regex("^(?:省|市(?!场|政)|县|区(?!域)|州)(?=..)")
_SHORT_BODIES = {
    "中共中央": "党中央", "中央办公厅": "中共中央办公厅", "中办": "中共中央办公厅",
    "国办": "国务院办公厅",
    "全国人大": "全国人民代表大会", "全国人大常委会": "全国人民代表大会常务委员会",
    "全国供销合作总社": "供销合作总社", "解放军总参谋部": "总参谋部", "中央军事委员会": "中央军委",
    "国家监察委员会": "国家监委", "应急部": "应急管理部", "人社部": "人力资源社会保障部",
    "住建部": "住房城乡建设部", "环保部": "环境保护部", "高法院": "最高人民法院",
    "高检院": "最高人民检察院",
    "国铁集团": "中国国家铁路集团有限公司", "退役军人部": "退役军人事务部",
}  # fmt: skip
_OFFICE = regex(
    "(?:行政主管部门|行政管理部门|主管部门|行政部门|(?<!监督)管理部门|部门|机关|管理机构)$"
)
_ENDING = regex("(?:委员会|办公室|总局|总署|[委办局署厅部])$")
_SHORT_ENDINGS = {"委员会": "委", "办公室": "办"}
_PROVINCE = regex(
    f"^({'|'.join(PROVINCES)})(?:省|市|壮族自治区|维吾尔自治区|回族自治区|自治区|特别行政区)"
)
_QUOTES = regex('[“”"‘’·—－\\-\\s（）()]')
_ZONES = (
    ("自由贸易试验区", "自贸区"),
    ("自贸试验区", "自贸区"),
    ("高新技术产业开发区", "高新区"),
    ("经济技术开发区", "经开区"),
)


def key_of(kind: NameKind, name: str) -> str:
    """Give what all forms of a name have in common."""
    if kind is NameKind.PLACE:
        return place_key(name)
    return body_key(name) if kind is NameKind.BODY else project_key(name)


def place_key(name: str) -> str:
    """Give a place without its unit, as far as that leaves no doubt: 左权县 is 左权, 祁县 stays."""
    if name in _CITIES_OF_THEIR_OWN or name in _REGIONS:
        return name
    plain = _SELF_GOVERNED.sub("", name)
    if len(plain) < len(name) and len(plain) > 1:
        return plain
    return _UNIT.sub("", name) if len(name) > 2 else name


def project_key(name: str) -> str:
    """Give a project without quotation marks, brackets and dashes, its kind in short."""
    plain = _QUOTES.sub("", name).removeprefix("中国")
    for long, short in _ZONES:
        if plain.endswith(long):
            return plain.removesuffix(long) + short
    return plain


def body_key(name: str) -> str:
    """Give a body by its place, its subject in full, and what it is called by in short."""
    plain = _TERM.sub("", name.replace("(", "（").replace(")", "）"))
    plain = _LEVEL.sub("", _CENTRAL.sub("", plain))
    plain = _PROVINCE.sub(r"\1", _SHORT_BODIES.get(plain, plain))
    if office := _OFFICE.search(plain):
        return in_full(plain[: office.start()]) + "部门"
    ending = _ENDING.search(plain)
    if ending is None:
        return plain
    called = _SHORT_ENDINGS.get(ending[0], ending[0])
    return in_full(plain[: ending.start()]) + called
