"""The grammar of the commands about library packs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Number = Callable[[str], int]
Day = Callable[[str], str]


def add_pack_commands(
    pack: argparse.ArgumentParser, shared: argparse.ArgumentParser, number: Number, day: Day
) -> None:
    """Add the actions of ``pack``; ``number`` and ``day`` read such values."""
    actions = pack.add_subparsers(
        dest="action", required=True, metavar="动作", parser_class=type(pack)
    )

    def action(name: str, summary: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = actions.add_parser(name, help=summary, parents=[shared])
        return made

    _keys(action)
    _build(action, number, day)
    for name, summary in (
        ("inspect", "核对一个资料包：谁签发的、有什么、会带来哪些变化"),
        ("install", "安装资料包；中断后再装一次会接着装"),
    ):
        action(name, summary).add_argument("pack", type=Path, metavar="资料包.pvpack")
    trust = action("trust", "信任一个发布者：先看指纹，核对后再写上指纹")
    trust.add_argument("pack", type=Path, metavar="资料包", help="或发布者的 1.root.json")
    trust.add_argument("--fingerprint", metavar="指纹", help="当面或打电话核对过的指纹")
    for name, summary in (
        ("rollback", "退回上一版；再用一次回到新版"),
        ("remove", "去掉一个装入的文库，批注保留"),
    ):
        action(name, summary).add_argument("name", metavar="文库", help="代号，或 发布者/代号")
    action("list", "列出装入的文库、资料截至的日期和信任的发布者")


def _keys(action: Callable[[str, str], Any]) -> None:
    keys = action("keygen", "生成发布者的密钥，或换新的密钥")
    keys.add_argument("folder", type=Path, metavar="密钥文件夹")
    keys.add_argument("--publisher", metavar="名称", help="发布单位的名称")
    keys.add_argument("--renew", action="store_true", help="换新的密钥，指纹不变")
    keys.add_argument("--passphrase", action="store_true", help="用口令保护密钥")


def _build(action: Callable[[str, str], Any], number: Number, day: Day) -> None:
    build = action("build", "制作资料包")
    build.add_argument(
        "--from",
        dest="source",
        type=Path,
        required=True,
        metavar="来源",
        help="文库、装着文件的文件夹，或一个完整的资料包（与 --since 一起做成增量包）",
    )
    build.add_argument("--out", type=Path, required=True, metavar="资料包.pvpack")
    build.add_argument("--since", type=Path, metavar="旧包", help="只装这个完整包以后变化的部分")
    build.add_argument("--full", type=Path, metavar="完整包", help="同时写出完整的资料包")
    build.add_argument("--keys", type=Path, metavar="密钥文件夹")
    build.add_argument("--name", metavar="代号", help="文库的代号：小写字母、数字和连字符")
    build.add_argument("--title", metavar="名称", help="文库的名称，如《贵州省政策库》")
    build.add_argument("--as-of", type=day, default="", metavar="年-月-日", help="资料截至的日期")
    build.add_argument("--version-number", type=number, metavar="版次", help="默认是旧包的下一版")
    build.add_argument(
        "--valid-days", type=number, default=400, metavar="天数", help="可以安装到资料截至后多少天"
    )
    build.add_argument("--mirror", action="store_true", help="文件夹里已经没有的文件，从文库中移出")
