"""The command line's grammar; what the words mean is in the command modules."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from textwrap import indent
from typing import Any, NoReturn

from typing_extensions import override

import policyviewer
from policyviewer.cli.pack_arguments import add_pack_commands
from policyviewer.domain.annotations import AnchorState, AnnotationKind, Colour
from policyviewer.domain.levels import Level
from policyviewer.domain.named import NameKind
from policyviewer.domain.patterns import regex
from policyviewer.domain.queries import Order
from policyviewer.domain.syntax import help_text

_WITH_VALUE = ("--library", "--home")
Years = tuple[int | None, int | None]


_COMPLAINTS = (
    (regex(r"^argument ([^:]+): "), r"\1："),
    (regex(r"invalid choice: '([^']*)' \(choose from (.*)\)"), r"没有“\1”，可以是 \2"),
    (regex(r"the following arguments are required: "), "缺少"),
    (regex(r"unrecognized arguments: "), "不认识"),
    (regex(r"expected (?:one|at least one) argument"), "后面要有一个值"),
)


class ChineseParser(argparse.ArgumentParser):
    """A parser that tells wrong usage in one Chinese line and exits with status 2."""

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"参数有误：{in_chinese(message)}\n提示：{self.prog} --help 列出全部用法。\n")


def in_chinese(message: str) -> str:
    """Give argparse's complaint in Chinese; one it does not know stays as it is."""
    for pattern, words in _COMPLAINTS:
        message = pattern.sub(words, message)
    return message


def years(text: str) -> Years:
    """Give the first and last year of ``2018..2020``, ``2018..``, ``..2020`` or ``2020``.

    Raises argparse.ArgumentTypeError for anything else.
    """
    first, dots, last = text.partition("..")
    if not dots:
        last = first
    if not all(part == "" or (part.isdecimal() and len(part) <= 4) for part in (first, last)):
        raise argparse.ArgumentTypeError(f"“{text}”不是年份，应写成 2018..2020")
    return (int(first) if first else None, int(last) if last else None)


def size(text: str) -> tuple[int, int]:
    """Give width and height in pixels of ``1366x768``."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"“{text}”不是尺寸，应写成 1366x768")
    pixels = int(width), int(height)
    if not all(200 <= side <= 8000 for side in pixels):
        raise argparse.ArgumentTypeError("宽和高都应在 200 到 8000 像素之间")
    return pixels


def scale(text: str) -> float:
    """Give a factor between 0.5 and 4."""
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 0.5 <= factor <= 4:
        raise argparse.ArgumentTypeError("缩放应在 0.5 到 4 之间")
    return factor


def count(text: str) -> int:
    """Give a whole number from 0 on."""
    if not text.isdecimal() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"“{text}”不是个数")
    return int(text)


def day(text: str) -> str:
    """Give a date ``YYYY-MM-DD``, or nothing for the empty text."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，应写成 2020-07-30") from None


def build_parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command line."""
    shared = _shared_options()
    parser = ChineseParser(
        prog="policyviewer", description="政策阅读器：不带命令时打开窗口。", parents=[shared]
    )
    parser.add_argument(
        "--version", action="version", version=f"policyviewer {policyviewer.__version__}"
    )
    parser.add_argument("--smoke-test", action="store_true", help="程序自检，正常则退出码为 0")
    parser.add_argument("--picture", type=Path, metavar="图片.png", help="自检时窗口的图片留在这里")
    commands = parser.add_subparsers(dest="command", metavar="命令")

    def command(name: str, summary: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=summary, description=summary, parents=[shared])

    _library_commands(command)
    _search_command(command)
    _notes_commands(command)
    _paper_commands(command)
    _program_commands(command)
    return parser


Command = Callable[[str, str], argparse.ArgumentParser]


def with_command(words: Sequence[str], commands: Collection[str | None]) -> list[str]:
    """Give a command line in which files without a command before them are to be opened.

    So a file can be let fall on the program's icon.
    """
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in _WITH_VALUE else 1
    is_file = at < len(words) and words[at] not in commands and os.path.lexists(words[at])
    return [*words[:at], "open", *words[at:]] if is_file else list(words)


def _shared_options() -> ChineseParser:
    shared = ChineseParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--library", type=Path, metavar="文件夹", help="使用这个文库")
    shared.add_argument("--home", type=Path, metavar="文件夹", help="程序写入的一切放在这里")
    shared.add_argument("--json", action="store_true", help="输出 JSON")
    shared.add_argument("--quiet", action="store_true", help="不显示进度")
    shared.add_argument("--debug", action="store_true", help="出错时显示技术细节")
    return shared


def _library_commands(command: Command) -> None:
    paths = command("import", "把文件和文件夹导入文库")
    paths.add_argument("paths", nargs="+", type=Path, metavar="文件")
    command("documents", "列出文库里的文件")
    outline = command("outline", "分析文件的结构，不导入")
    outline.add_argument("paths", nargs="+", type=Path, metavar="文件")
    show = command("show", "显示一份文件或其中一条的原文和引用格式")
    show.add_argument("reference", metavar="文件[#条]")
    show.add_argument("--outline", action="store_true", help="列出各条的编号")
    show.add_argument("--edition", type=count, metavar="版次", help="显示旧的一版")
    show.add_argument("--editions", action="store_true", help="列出保存的各版")
    references = command("references", "列出一份文件引用了哪些文件和条款，找得到的给出位置")
    references.add_argument("reference", metavar="文件")
    references.add_argument("--cited-by", action="store_true", help="反过来：文库里谁引用了它")
    tables = command("tables", "列出一份文件里的表格，或导出为 Excel")
    tables.add_argument("reference", metavar="文件")
    tables.add_argument("--out", type=Path, metavar="文件.xlsx", help="写成 .xlsx 或 .csv")
    _compare_command(command)
    tasks = command("tasks", "任务分解：谁牵头、谁配合、何时完成，或导出为 Excel、Word、日历")
    tasks.add_argument("target", metavar="文件", help="文件，或文库里的文件")
    tasks.add_argument("--body", metavar="单位", help="只列涉及这个单位的任务")
    tasks.add_argument("--out", type=Path, metavar="文件", help="写成 .xlsx、.docx 或 .ics")
    names = command("names", "列出文库或一份文件里的地名、机构和项目，各有几条提到")
    names.add_argument("--kind", choices=[one.value for one in NameKind], help="只列这一类")
    names.add_argument("--in", dest="document", metavar="文件", help="只看这份文件")
    check = command("check", "检查原文里看起来有缺损的地方")
    check.add_argument("targets", nargs="+", metavar="文件")
    correct = command("correct", "更正识别出的标题、文号、日期和标题级别，再次导入时仍然有效")
    correct.add_argument("reference", metavar="文件")
    correct.add_argument("--title", metavar="标题")
    correct.add_argument("--number", metavar="文号", help="空着表示没有文号")
    correct.add_argument("--written", type=day, metavar="年-月-日", help="成文日期")
    correct.add_argument(
        "--heading",
        nargs=2,
        action="append",
        default=[],
        metavar=("原文", "级别"),
        help="一行的级别，如 L1、L2、article，text 表示是正文",
    )
    correct.add_argument("--clear", action="store_true", help="先撤销以前的全部更正")
    remove = command("remove", "把导入的文件移出文库，90 天内可以放回；不带文件时列出移出的")
    remove.add_argument("documents", nargs="*", metavar="文件")
    ways = remove.add_mutually_exclusive_group()
    ways.add_argument("--back", action="store_true", help="放回来；不写文件就是全部")
    ways.add_argument("--for-good", action="store_true", help="彻底删除移出的；不写文件就是全部")
    _watch_commands(command)


def _compare_command(command: Command) -> None:
    compare = command("compare", "逐条对照两份文件，或同一份文件的两版")
    compare.add_argument("old", metavar="原文件", help="文库中的文件、文件@版次，或一个文件的路径")
    compare.add_argument("new", metavar="新文件", help="同上")
    compare.add_argument("--out", type=Path, metavar="对照表.docx", help="或 .html .xlsx")
    compare.add_argument(
        "--level", choices=["provision", "paragraph"], default="provision", help="按条还是按款"
    )
    compare.add_argument(
        "--superior",
        action="store_true",
        help="上下位对照：前一份是上级文件，后一份是落实它的本级文件",
    )
    compare.add_argument("--changes", action="store_true", help="对照表只写有变化的条文")


def _watch_commands(command: Command) -> None:
    watch = command("watch", "关注文件夹，导入其中新的文件").add_subparsers(
        dest="action", required=True, metavar="动作"
    )
    shared = _shared_options()
    watch.add_parser("list", help="列出关注的文件夹和其中新的文件", parents=[shared])
    watch.add_parser("import", help="导入新的文件", parents=[shared])
    for name, summary in (("add", "关注一个文件夹"), ("remove", "不再关注一个文件夹")):
        one = watch.add_parser(name, help=summary, parents=[shared])
        one.add_argument("folder", type=Path, metavar="文件夹")


def _search_command(command: Command) -> None:
    search = command("search", "全文检索")
    search.formatter_class = argparse.RawDescriptionHelpFormatter
    search.epilog = f"检索词的写法：\n{indent(help_text(), '  ')}"
    search.add_argument("query", nargs="?", metavar="检索词")
    search.add_argument("--queries", type=Path, metavar="文件", help="每行一个检索词")
    search.add_argument("--limit", type=count, default=20, help="最多显示几条，0 为全部")
    search.add_argument("--issuer", action="append", default=[], metavar="机关")
    search.add_argument("--kind", action="append", default=[], metavar="文种")
    search.add_argument("--status", action="append", default=[], metavar="效力")
    search.add_argument("--year", type=years, metavar="起..止")
    search.add_argument(
        "--level",
        action="append",
        default=[],
        choices=[one.value for one in Level],
        help="发文机关的层级",
    )
    search.add_argument(
        "--within",
        action="append",
        default=[],
        metavar="检索词",
        help="只在这个检索的结果里检索，可写多个",
    )
    search.add_argument("--facets", action="store_true", help="列出机关、层级、年份等各有几条")
    search.add_argument("--out", type=Path, metavar="文件", help="结果另存为 .xlsx 或 .docx")
    search.add_argument("--in", dest="document", metavar="文件", help="只在这份文件里检索")
    search.add_argument("--sort", choices=[order.value for order in Order], default="relevance")


def _notes_commands(command: Command) -> None:
    notes = command("notes", "批注").add_subparsers(dest="action", required=True, metavar="动作")
    shared = _shared_options()
    add = notes.add_parser("add", help="加一条批注", parents=[shared])
    add.add_argument("reference", metavar="文件[#条]")
    add.add_argument("--quote", required=True, metavar="原文", help="批注所针对的原文")
    add.add_argument("--text", default="", metavar="批注")
    add.add_argument("--tag", action="append", default=[], metavar="标签")
    out = notes.add_parser("export", help="导出批注", parents=[shared])
    out.add_argument("out", type=Path, metavar="导出.docx", help="或 .xlsx .md .json .pvnotes")
    chosen = (
        ("list", "列出批注和书签"),
        ("read", "把标记过的条款的原文和批注放在一起读"),
        ("stats", "统计每份文件有多少批注"),
    )
    for name, summary in chosen:
        _selection_options(notes.add_parser(name, help=summary, parents=[shared]))
    _selection_options(out)
    take = notes.add_parser("import", help="导入同事的批注包，可以重复导入", parents=[shared])
    take.add_argument("source", type=Path, metavar="批注包.pvnotes")
    former = notes.add_parser("history", help="一条批注以前的内容", parents=[shared])
    former.add_argument("id", metavar="编号", help="notes list 列出的编号，可以只写开头")
    _tag_commands(notes, shared)
    command("backup", "备份批注")
    restore = command("restore", "从备份恢复批注和不见了的其他内容；不写文件时列出备份")
    restore.add_argument("source", type=Path, nargs="?", metavar="备份")
    marks = command("bookmarks", "书签").add_subparsers(
        dest="action", required=True, metavar="动作"
    )
    _selection_options(marks.add_parser("list", help="列出书签", parents=[shared]))
    mark = marks.add_parser("add", help="加一个书签", parents=[shared])
    mark.add_argument("reference", metavar="文件[#条]")


def _paper_commands(command: Command) -> None:
    printed = command("print", "按公文格式排成 PDF：整份文件，或其中一条、一节")
    printed.add_argument("reference", metavar="文件[#条]")
    printed.add_argument("--out", type=Path, required=True, metavar="文件.pdf")
    printed.add_argument(
        "--notes",
        choices=["margin", "end", "none"],
        default="none",
        help="批注印在页边、文末，或者不印",
    )
    compiled = command("compile", "把条款和文件编成一册政策汇编，有目录、出处和效力")
    compiled.add_argument(
        "references", nargs="+", metavar="文件[#条]", help="以“=”开头的是自己加的标题"
    )
    compiled.add_argument("--out", type=Path, required=True, metavar="文件.docx", help="或 .pdf")
    compiled.add_argument("--title", default="政策汇编", metavar="名称")


def _selection_options(parser: argparse.ArgumentParser) -> None:
    """Give a command the options by which annotations are chosen."""
    parser.add_argument("--document", metavar="文件", help="只要这份文件的")
    parser.add_argument("--words", default="", metavar="词", help="批注、原文或标签里有这些词的")
    parser.add_argument("--tag", action="append", default=[], metavar="标签", help="有这个标签的")
    parser.add_argument("--author", action="append", default=[], metavar="作者")
    for name, values in (("colour", Colour), ("state", AnchorState), ("kind", AnnotationKind)):
        choices = [one.value for one in values]
        parser.add_argument(f"--{name}", action="append", default=[], choices=choices)
    parser.add_argument("--since", type=day, default="", metavar="年-月-日", help="这天以来改过的")
    parser.add_argument("--until", type=day, default="", metavar="年-月-日", help="这天以前改过的")


def _tag_commands(notes: Any, shared: ChineseParser) -> None:  # noqa: ANN401  # argparse's own
    tags = notes.add_parser("tags", help="列出标签，或改名、上色、去掉", parents=[shared])
    tags.add_argument(
        "--rename", nargs=2, metavar=("标签", "新名"), help="改名；与已有的同名就合并"
    )
    tags.add_argument(
        "--colour", nargs=2, metavar=("标签", "颜色"), help="yellow green blue pink purple"
    )
    tags.add_argument("--remove", metavar="标签", help="从所有批注上去掉")


def _program_commands(command: Command) -> None:
    shot = command("screenshot", "把真实的窗口画成图片")
    shot.add_argument("--out", type=Path, required=True, metavar="图片.png")
    shot.add_argument("--document", metavar="文件")
    shot.add_argument("--provision", metavar="条")
    shot.add_argument("--search", metavar="检索词")
    shot.add_argument("--size", type=size, default=(1366, 768), metavar="宽x高")
    shot.add_argument("--scale", type=scale, default=1.0)
    shot.add_argument("--theme", choices=["light", "dark", "paper", "high-contrast"])
    opened = command("open", "打开窗口，并打开这些文件、文件夹或批注包")
    opened.add_argument("files", nargs="+", type=Path, metavar="文件")
    server = command("server-files", "把文库写成 OpenSearch 或 Elasticsearch 的批量文件")
    server.add_argument("--out", type=Path, required=True, metavar="文件夹")
    server.add_argument("--index", default="policies", metavar="索引", help="索引的名称")
    command("verify", "自检：文库、索引、批注和资料包是否完好")
    pack = command("pack", "资料包：制作、核对、安装、退回上一版")
    add_pack_commands(pack, _shared_options(), count, day)
    command("doctor", "显示版本、文件夹、字体和索引状态")
