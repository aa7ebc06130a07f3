"""How high an issuer stands: state, ministry, province, city, county, township."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from policyviewer.domain.patterns import regex


class Level(StrEnum):
    """The levels of administration, from the highest (Constitution of the PRC, article 30)."""

    STATE = "state"
    MINISTRY = "ministry"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


NAMES = {
    Level.STATE: "国家",
    Level.MINISTRY: "部委",
    Level.PROVINCE: "省级",
    Level.CITY: "市级",
    Level.COUNTY: "县级",
    Level.TOWNSHIP: "乡级",
}
"""What the levels are called in lists."""
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_STATE = regex(
    "全国人民代表大会|全国人大|国务院$|国务院办公厅|国务院、|国家主席|中共中央|中国共产党中央"
    "|中央军事委员会|中央军委|中央人民政府|党中央"
)
_PARTS = (
    (Level.TOWNSHIP, regex("[乡镇]|街道")),
    (Level.COUNTY, regex("县|[^地城]区(?!域)|旗(?!下)")),
    (Level.CITY, regex("市|自治州|[^地]地区|盟")),
    (Level.PROVINCE, regex("省|自治区|特别行政区")),
)
"""The lowest place in a name is the issuer's own."""


def level_of(issuers: Iterable[str]) -> Level | None:
    """Give the level of the first issuer whose name tells one: the others sign with it."""
    return next((found for name in issuers if (found := _level(name))), None)


def _level(name: str) -> Level | None:
    if _STATE.search(name):
        return Level.STATE
    place = name.replace("自治区", "自治省")  # a region is no district
    for municipality in MUNICIPALITIES:
        place = place.replace(municipality, "直辖省")
    for level, form in _PARTS:
        if form.search(place.replace("自治省", "省")):
            return level
    return Level.MINISTRY if name else None
