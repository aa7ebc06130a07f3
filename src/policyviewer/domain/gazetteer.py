"""Places that are known by name: provinces, cities, regions, and what a dictionary adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

PROVINCES = (
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江",
    "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川",
    "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾",
)  # fmt: skip
"""The common names, in the order of the state's own lists."""
_CITIES = """
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中
运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟
锡林郭勒 阿拉善 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平
辽源 通化 白山市 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江
黑河 绥化 大兴安岭 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波
温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州
阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 平潭 南昌 景德镇 萍乡
九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照
临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳
商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃
潜江 天门 神农架 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 吉首
广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州
揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙
儋州 博鳌 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中
资阳 阿坝 甘孜 凉山州 康定 贵阳 贵安 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 凯里 兴义 都匀
昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则
昌都 林芝 山南市 那曲 阿里地区 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌
白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 西宁 海东 海北州 黄南 海南州 果洛 玉树
海西州 格尔木 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞
阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子 阿拉尔 图木舒克 五家渠 阿图什 义乌 昆山 江阴
张家港 常熟 台北 高雄
"""
"""Cities and prefectures by their common names; those that are words besides (白山) in full."""
_REGIONS = """
京津冀 京津冀地区 长三角 长江三角洲 长三角地区 珠三角 珠江三角洲 泛珠三角 粤港澳大湾区 粤港澳
环渤海
环渤海地区 长江经济带 黄河流域 长江流域 珠江流域 淮河流域 松花江流域 辽河流域 海河流域
长江中游城市群
长江上游 长江中游 长江下游 黄河上游 黄河中游 黄河下游 成渝地区 成渝地区双城经济圈 北部湾 西部地区
中部地区 东部地区 东北地区 中西部地区 中东部地区 西南地区 西北地区 华北 华东 华南 华中
东北老工业基地
雄安新区 浦东 浦东新区 滨海新区 两江新区 贵安新区 西咸新区 天府新区 三江源 三峡 三峡库区
丝绸之路经济带
海上丝绸之路 丝绸之路 首都圈 海南自由贸易港 前海 横琴 南沙 河套地区 汾渭平原 青藏高原 黄土高原
云贵高原 武陵山 秦巴山区 大别山 罗霄山 吕梁山 六盘山 燕山 太行山 祁连山 秦岭 天山 昆仑山 喀喇昆仑
喜马拉雅 塔里木 准噶尔 柴达木 横断山 乌蒙山 大小凉山 三区三州 左右江 赣南 黔中 滇中 长株潭 关中
晋陕蒙 淮海 海西 闽南 苏北 苏南 皖北 皖江 辽东 胶东 渝东南 渝东北 渝西 川东北 川南 川西 黔北 滇西
湘南 粤东 粤西 粤北 桂东 陕北 陕南 豫东 豫西 鄂西 冀南 冀中
长江 黄河 珠江 淮河 海河 辽河 松花江 嘉陵江 岷江 沱江 乌江 赤水河 沅江 湘江 赣江 汉江 闽江 钱塘江
西江 北江 东江 澜沧江 金沙江 雅砻江 大渡河 渭河 汾河 洛河 黑龙江 鸭绿江 图们江 雅鲁藏布江 塔里木河
黑河 洞庭湖 鄱阳湖 太湖 巢湖 洪泽湖 滇池 洱海 青海湖 白洋淀 渤海 黄海 北黄海 南黄海 东海 南海
台湾海峡
琼州海峡 西沙 南沙群岛 钓鱼岛
中国 日本 美国 俄罗斯 韩国 朝鲜 越南 老挝 缅甸 泰国 柬埔寨 马来西亚 新加坡 印度尼西亚 菲律宾 印度
巴基斯坦 哈萨克斯坦 吉尔吉斯斯坦 塔吉克斯坦 蒙古国 尼泊尔 英国 法国 德国 意大利 欧洲 非洲 亚洲
东南亚
南亚 中亚 中东 北美 拉丁美洲 南斯拉夫 澳大利亚 新西兰 加拿大 墨西哥 巴西 埃及 南非 西班牙
葡萄牙 希腊 土耳其 伊朗 伊拉克 东盟 欧盟
"""
_NO_PLACES = """
城市 都市 大桥 新区 海关 深度 加密 大湾 东方 长城 中南 内地 大陆 本地 外地 当地 境内 境外
海内 海外
城乡 城镇 乡镇 山水 山区 山川 江河 河流 河道 河口 海域 海岸 海滨 海洋 海上 岛屿 港口 港湾
口岸 开发区
天津港 人民大会堂 天安门 中南海 首都 省会 县城 市区 城区 郊区 郊县 老区 边疆 边境 沿海 沿江
沿边 内陆
西部 东部 中部 南部 北部 南方 北方 西方 东北 西北 西南 东南 华夏 神州 中原 江南 西域 塞外
关内 关外
高原 平原 盆地 草原 沙漠 半岛 群岛 海峡 海湾 流域 长安 太平 和平 建设路 人民路 解放路
中山路 建国门
公园 学院路 河南岸 中海 三角洲 特区 自治区 自治州 自治县 直辖市 特别行政区 联邦 共和国 王国
帝国 大国
城关 城东 城西 城南 城北 城中 江北 江东 江西岸 河东 河西 河北岸 山东半岛 海南岛 世界 全球
地球 宇宙
市中区 矿区 郊外 工业园 园区 港区 保税区 示范区 试验区 商业街 步行街 唐人街 华人 两岸 沿岸
上游 中游
下游 大学城 新城 古城 老城 名城 水城 县里 乡下 村里 镇上 里海 死海 红海 黑海 地中海 大西洋
太平洋
印度洋 北冰洋 南极 北极 南北极 大西北 大西南 大东北 珠三角 房山 通州区 重点 立交 立交桥
大道 高速路
绿洲 海口岸 大洋 大厦 广场 花园 庄园 家园 田园 乐园 果园 桃园 主会场 分会场 现场 中宣部
原籍 祖国 故国
国境 国门 边关 宝地 基地 阵地 圣地 腹地 林地 湿地 绿地 用地 农村 山村 渔村 乡村 新村 城中村
空港 良港
军港 海港 渔港 商港 港城 港埠 开放区 国统区 解放区 根据地 陆海 西洋 南洋 东洋 北洋 外洋
洋浦 河山 江山
大河 小河 大江 大海 大湖 大山 小山 高山 群山 名山 荒山 火山 冰山 雪山 开封府 信息港 民航
景区 灾区 疫区
湾区 片区 库区 林区 牧区 渔区 旧城区 乡村 古村 古镇 宜居城市 外省市 沿海地区 周边地区
偏远地区 北方地区 南方地区 边远地区 健康 上中 河渠 入海流 海城市 北区 南区
南北 新旧 神圣 南斯 澳大利 上台 爱国 上下 上市 湖泊 港口城市 传统村 健康乡村 文明城市
德意志 非上市 上山下乡 下乡
特大城市 大城市 超市 大型超市 第三国 陆地区 军区 省市 四省市 大中城市 中小城市 各市县
两省区 民族乡 中欧 南片 北片 主城区 主城
副中心 中心城 卫星城 生态城 科学城 航天城 会展中心 人民政府 国务院 市政府 省政府 区政府 县政府
"""
_WORDS = frozenset(_NO_PLACES.split())
"""What the dictionary calls places, though it names none, or is a word much more often."""
_ENDS = "省市县区州盟旗乡镇村"
_BY_NATURE = "江河湖海山岛"
_NO_HEAD = "第各本该两三四五六七八九十百千大小中新老"
"""What places of the dictionary that end in a unit hardly begin with, unless they are none."""
_COUNTED = "一二三四五六七八九十第各本该"
_SHORTEST = 2
_LONGEST = 12


class Gazetteer:
    """Names of places, found in a text where the longest of them begins."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(one for one in names if _SHORTEST <= len(one) <= _LONGEST)
        lengths: dict[str, set[int]] = {}
        for one in self._names:
            lengths.setdefault(one[:2], set()).add(len(one))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def ends(self, text: str) -> dict[int, int]:
        """Give where the longest name ends for each place of a text at which one begins."""
        lengths, names = self._lengths, self._names
        found: dict[int, int] = {}
        for start in range(len(text) - 1):
            sizes = lengths.get(text[start : start + 2])
            if sizes is None:
                continue
            for size in sizes:
                name = text[start : start + size]
                if name in names:
                    found[start] = start + len(name)  # shorter at the end of the text
                    break
        return found


@cache
def known_places() -> tuple[str, ...]:
    """Give the places that are known without a dictionary."""
    return tuple(dict.fromkeys((*PROVINCES, *_CITIES.split(), *_REGIONS.split())))


def dictionary_places(words: Iterable[str]) -> Iterable[str]:
    """Give those of a dictionary's places by which a text may be trusted to mean one.

    Such as end in 县, 市, 河 and the like have three characters at least; a bare name that is
    short is taken only by whom a known place stands beside (see ``place_reading``).
    """
    for word in words:
        named = len(word) > _SHORTEST and word[-1] in _ENDS + _BY_NATURE
        if named and word not in _WORDS and word[:-1] not in _WORDS and word[0] not in _NO_HEAD:
            yield word


def bare_places(words: Iterable[str]) -> Iterable[str]:
    """Give the dictionary's short names, 涪陵 and 秀山, that are places beside others only."""
    for word in words:
        if (
            len(word) in (_SHORTEST, _SHORTEST + 1)
            and word not in _WORDS
            and word[0] not in _COUNTED
        ):
            yield word


@dataclass(frozen=True, slots=True)
class Atlas:
    """The places by which a text is read: those trusted anywhere, and those beside others."""

    known: Gazetteer
    bare: Gazetteer
    every: Gazetteer
    """Both, so that a text is gone through once."""
    ordinary: frozenset[str]
    """Words of two letters by which nothing is called."""

    def ends(self, text: str) -> tuple[dict[int, int], dict[int, int]]:
        """Give where trusted and other names end, each by where it begins."""
        known: dict[int, int] = {}
        bare: dict[int, int] = {}
        for start, end in self.every.ends(text).items():
            (known if text[start:end] in self.known else bare)[start] = end
        return known, bare


def atlas(places: Iterable[str] = (), ordinary: Iterable[str] = ()) -> Atlas:
    """Give the places of this program and those of a dictionary, whose other words are
    ``ordinary``.
    """
    more = tuple(places)
    trusted = frozenset((*known_places(), *dictionary_places(more)))
    bare = [one for one in bare_places(more) if trusted.isdisjoint((one, one[:2]))]
    every = Gazetteer((*trusted, *bare))
    return Atlas(Gazetteer(trusted), Gazetteer(bare), every, frozenset(ordinary))
