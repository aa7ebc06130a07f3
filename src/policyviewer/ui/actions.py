"""Every action of the window in one table: words, keys, icon, menu."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from policyviewer.ui.commands import Command
from policyviewer.ui.translation import noop, tr


class Group(Enum):
    """The sections of the menu, with their titles."""

    FILE = noop("文件")
    GO = noop("定位")
    NOTES = noop("批注")
    VIEW = noop("显示")
    HELP = noop("帮助")


LETTERS = {Group.FILE: "F", Group.GO: "G", Group.NOTES: "N", Group.VIEW: "V", Group.HELP: "H"}
"""The key that opens a menu together with Alt, as other programs on a Chinese desktop have it."""


class Do(Enum):
    """What the user can do."""

    IMPORT = "import"
    WATCHED = "watched"
    CORRECT = "correct"
    INSTALL_PACK = "install-pack"
    REMOVE = "remove"
    REMOVED = "removed"
    ROLL_BACK_PACK = "roll-back-pack"
    COMPARE = "compare"
    COMPARE_FORMER = "compare-former"
    EXPORT_TABLES = "export-tables"
    EXPORT_RESULTS = "export-results"
    PRINT = "print"
    COMPILE = "compile"
    COMPILE_ALL = "compile-all"
    COMPILE_MARKED = "compile-marked"
    RENEW = "renew"
    EXPORT_COMPILATION = "export-compilation"
    COMPILATION_TRASH = "compilation-trash"
    CLOSE_TAB = "close-tab"
    REOPEN_TAB = "reopen-tab"
    QUIT = "quit"
    NEXT_PART = "next-part"
    PREVIOUS_PART = "previous-part"
    BACK = "back"
    FORWARD = "forward"
    SEARCH = "search"
    OVERVIEW = "overview"
    TASKS = "tasks"
    NAMES = "names"
    FIND = "find"
    GO_TO = "go-to"
    NEXT_MATCH = "next-match"
    PREVIOUS_MATCH = "previous-match"
    NEXT_LINK = "next-link"
    PREVIOUS_LINK = "previous-link"
    NEXT_DAMAGE = "next-damage"
    PREVIOUS_DAMAGE = "previous-damage"
    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    COPY_CITED = "copy-cited"
    COPY_REFERENCE = "copy-reference"
    UNDO = "undo"
    REDO = "redo"
    SETTLE = "settle"
    TRASH = "trash"
    NEXT_NOTE = "next-note"
    PREVIOUS_NOTE = "previous-note"
    BACKUP_FOLDER = "backup-folder"
    RESTORE = "restore"
    EXPORT_NOTES = "export-notes"
    IMPORT_NOTES = "import-notes"
    READ_MARKED = "read-marked"
    STATISTICS = "statistics"
    TAGS = "tags"
    SIGNATURE = "signature"
    PRINT_NOTED = "print-noted"
    SPLIT = "split"
    OTHER_PAGE = "other-page"
    LIBRARY_PANEL = "library"
    OUTLINE_PANEL = "outline"
    SEARCH_PANEL = "search-panel"
    BOOKMARKS_PANEL = "bookmarks"
    NOTES_PANEL = "notes"
    COMPILATION_PANEL = "compilation"
    SPEAK = "speak"
    NEXT_TAB = "next-tab"
    PREVIOUS_TAB = "previous-tab"
    FULL_SCREEN = "full-screen"
    SIDE_PANEL = "side-panel"
    NOTES_COLUMN = "notes-column"
    LARGER = "larger"
    SMALLER = "smaller"
    ACTUAL_SIZE = "actual-size"
    NEXT_THEME = "next-theme"
    LARGE_PRINT = "large-print"
    RESTORED = "restored"
    SHORT_FORMS = "short-forms"
    LANGUAGE = "language"
    PALETTE = "palette"
    MANUAL = "manual"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row of the table; the first key is shown in the menu."""

    do: Do
    group: Group
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    apart: bool = False
    """Whether a line in the menu parts it from the row before."""


ACTIONS = (
    ActionSpec(Do.IMPORT, Group.FILE, noop("导入文件…"), ("Ctrl+O",)),
    ActionSpec(Do.WATCHED, Group.FILE, noop("关注的文件夹…")),
    ActionSpec(Do.INSTALL_PACK, Group.FILE, noop("安装资料包…")),
    ActionSpec(Do.ROLL_BACK_PACK, Group.FILE, noop("退回上一版资料包…")),
    ActionSpec(Do.CORRECT, Group.FILE, noop("更正识别结果…")),
    ActionSpec(Do.REMOVE, Group.FILE, noop("移出文库")),
    ActionSpec(Do.REMOVED, Group.FILE, noop("移出的文件…")),
    ActionSpec(Do.COMPARE, Group.FILE, noop("对照两份文件…"), ("Ctrl+Shift+D",), apart=True),
    ActionSpec(Do.COMPARE_FORMER, Group.FILE, noop("与上一版对照")),
    ActionSpec(Do.EXPORT_TABLES, Group.FILE, noop("把表格导出为 Excel…"), apart=True),
    ActionSpec(Do.EXPORT_RESULTS, Group.FILE, noop("导出检索结果…")),
    ActionSpec(Do.PRINT, Group.FILE, noop("打印…"), ("Ctrl+P",), apart=True),
    ActionSpec(Do.PRINT_NOTED, Group.FILE, noop("打印本文和批注…")),
    ActionSpec(Do.COMPILE, Group.FILE, noop("收入汇编"), ("Ctrl+Shift+A",), apart=True),
    ActionSpec(Do.COMPILE_ALL, Group.FILE, noop("整份文件收入汇编")),
    ActionSpec(Do.COMPILE_MARKED, Group.FILE, noop("选中的书签和批注收入汇编")),
    ActionSpec(Do.RENEW, Group.FILE, noop("刷新汇编…")),
    ActionSpec(Do.EXPORT_COMPILATION, Group.FILE, noop("导出汇编…")),
    ActionSpec(Do.COMPILATION_TRASH, Group.FILE, noop("已删除的汇编…")),
    ActionSpec(Do.CLOSE_TAB, Group.FILE, noop("关闭这份文件"), ("Ctrl+W",), apart=True),
    ActionSpec(Do.REOPEN_TAB, Group.FILE, noop("重新打开刚关闭的文件"), ("Ctrl+Shift+T",)),
    ActionSpec(Do.QUIT, Group.FILE, noop("退出"), ("Ctrl+Q",), apart=True),
    ActionSpec(Do.BACK, Group.GO, noop("后退"), ("Alt+Left",)),
    ActionSpec(Do.FORWARD, Group.GO, noop("前进"), ("Alt+Right",)),
    ActionSpec(Do.SEARCH, Group.GO, noop("检索"), ("Ctrl+K",), apart=True),
    ActionSpec(Do.OVERVIEW, Group.GO, noop("文库概览"), ("Alt+Home",)),
    ActionSpec(Do.TASKS, Group.GO, noop("任务分解表"), ("Ctrl+Shift+R",)),
    ActionSpec(Do.NAMES, Group.GO, noop("地名、机构和项目"), ("Ctrl+Shift+I",)),
    ActionSpec(Do.FIND, Group.GO, noop("在本文中查找"), ("Ctrl+F",)),
    ActionSpec(Do.GO_TO, Group.GO, noop("转到条款…"), ("Ctrl+G",)),
    ActionSpec(Do.NEXT_MATCH, Group.GO, noop("下一处命中"), ("F3",), apart=True),
    ActionSpec(Do.PREVIOUS_MATCH, Group.GO, noop("上一处命中"), ("Shift+F3",)),
    ActionSpec(Do.NEXT_LINK, Group.GO, noop("下一处引用"), ("F4",), apart=True),
    ActionSpec(Do.PREVIOUS_LINK, Group.GO, noop("上一处引用"), ("Shift+F4",)),
    ActionSpec(Do.NEXT_DAMAGE, Group.GO, noop("下一处疑似缺损"), ("F8",), apart=True),
    ActionSpec(Do.PREVIOUS_DAMAGE, Group.GO, noop("上一处疑似缺损"), ("Shift+F8",)),
    ActionSpec(Do.SPEAK, Group.GO, noop("朗读（停止朗读）"), ("Ctrl+Shift+U",), apart=True),
    ActionSpec(
        Do.NEXT_TAB, Group.GO, noop("下一份打开的文件"), ("Ctrl+Tab", "Ctrl+PgDown"), apart=True
    ),
    ActionSpec(
        Do.PREVIOUS_TAB, Group.GO, noop("上一份打开的文件"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")
    ),
    ActionSpec(Do.BOOKMARK, Group.NOTES, noop("给这一条加（取消）书签"), ("Ctrl+D",)),
    ActionSpec(Do.HIGHLIGHT, Group.NOTES, noop("高亮选中文字"), ("Ctrl+H",)),
    ActionSpec(Do.NOTE, Group.NOTES, noop("给选中文字写批注"), ("Ctrl+M",)),
    ActionSpec(Do.COPY_CITED, Group.NOTES, noop("带引用复制"), ("Ctrl+Shift+C",)),
    ActionSpec(Do.COPY_REFERENCE, Group.NOTES, noop("只复制出处"), ("Ctrl+Alt+C",)),
    ActionSpec(Do.NEXT_NOTE, Group.NOTES, noop("下一处批注"), ("Alt+Down",), apart=True),
    ActionSpec(Do.PREVIOUS_NOTE, Group.NOTES, noop("上一处批注"), ("Alt+Up",)),
    ActionSpec(Do.UNDO, Group.NOTES, noop("撤销对批注和汇编的改动"), ("Ctrl+Z",), apart=True),
    ActionSpec(Do.REDO, Group.NOTES, noop("重做对批注和汇编的改动"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec(
        Do.READ_MARKED, Group.NOTES, noop("通读我标记的条款…"), ("Ctrl+Shift+M",), apart=True
    ),
    ActionSpec(Do.STATISTICS, Group.NOTES, noop("批注统计…")),
    ActionSpec(Do.TAGS, Group.NOTES, noop("标签…")),
    ActionSpec(Do.SIGNATURE, Group.NOTES, noop("批注署名…")),
    ActionSpec(Do.SETTLE, Group.NOTES, noop("待确认的批注…"), apart=True),
    ActionSpec(Do.TRASH, Group.NOTES, noop("已删除的批注…")),
    ActionSpec(Do.EXPORT_NOTES, Group.NOTES, noop("导出批注…"), apart=True),
    ActionSpec(Do.IMPORT_NOTES, Group.NOTES, noop("导入同事的批注包…")),
    ActionSpec(Do.BACKUP_FOLDER, Group.NOTES, noop("另存备份的文件夹…"), apart=True),
    ActionSpec(Do.RESTORE, Group.NOTES, noop("从备份恢复…")),
    ActionSpec(Do.LIBRARY_PANEL, Group.VIEW, noop("文库"), ("Ctrl+1",)),
    ActionSpec(Do.OUTLINE_PANEL, Group.VIEW, noop("目录"), ("Ctrl+2",)),
    ActionSpec(Do.SEARCH_PANEL, Group.VIEW, noop("检索结果"), ("Ctrl+3",)),
    ActionSpec(Do.BOOKMARKS_PANEL, Group.VIEW, noop("书签"), ("Ctrl+4",)),
    ActionSpec(Do.NOTES_PANEL, Group.VIEW, noop("全部批注"), ("Ctrl+5",)),
    ActionSpec(Do.COMPILATION_PANEL, Group.VIEW, noop("政策汇编"), ("Ctrl+6",)),
    ActionSpec(Do.NEXT_PART, Group.VIEW, noop("到窗口的下一部分"), ("F6",), apart=True),
    ActionSpec(Do.PREVIOUS_PART, Group.VIEW, noop("到窗口的上一部分"), ("Shift+F6",)),
    ActionSpec(Do.FULL_SCREEN, Group.VIEW, noop("全屏"), ("F11",), checkable=True),
    ActionSpec(Do.SIDE_PANEL, Group.VIEW, noop("左边面板"), ("F9",), checkable=True),
    ActionSpec(Do.NOTES_COLUMN, Group.VIEW, noop("批注栏"), ("F10",), checkable=True),
    ActionSpec(
        Do.SPLIT, Group.VIEW, noop("两份文件并排"), ("Ctrl+\\",), checkable=True, apart=True
    ),
    ActionSpec(Do.OTHER_PAGE, Group.VIEW, noop("到并排的另一份"), ("Alt+\\",)),
    ActionSpec(Do.LARGER, Group.VIEW, noop("放大"), ("Ctrl++", "Ctrl+="), apart=True),
    ActionSpec(Do.SMALLER, Group.VIEW, noop("缩小"), ("Ctrl+-",)),
    ActionSpec(Do.ACTUAL_SIZE, Group.VIEW, noop("原始大小"), ("Ctrl+0",)),
    ActionSpec(Do.NEXT_THEME, Group.VIEW, noop("换一种配色"), ("Ctrl+Alt+T",), apart=True),
    ActionSpec(Do.LARGE_PRINT, Group.VIEW, noop("大字版"), ("Ctrl+Shift+L",), checkable=True),
    ActionSpec(Do.RESTORED, Group.VIEW, noop("显示复原的缺字"), ("F7",), checkable=True),
    ActionSpec(Do.SHORT_FORMS, Group.VIEW, noop("提示地名简称"), checkable=True),
    ActionSpec(Do.LANGUAGE, Group.VIEW, noop("界面改用英文（English）"), apart=True),
    ActionSpec(Do.PALETTE, Group.HELP, noop("全部命令…"), ("Ctrl+Shift+P",)),
    ActionSpec(Do.MANUAL, Group.HELP, noop("使用手册"), ("F1",)),
    ActionSpec(Do.ABOUT, Group.HELP, noop("关于"), apart=True),
)


def make_actions(window: QWidget) -> dict[Do, QAction]:
    """Make every action of the table and let the window hear its keys."""
    made: dict[Do, QAction] = {}
    for spec in ACTIONS:
        action = QAction(tr(spec.text), window)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(spec.checkable)
        action.setToolTip(tool_tip(spec))
        window.addAction(action)
        made[spec.do] = action
    return made


def commands(actions: dict[Do, QAction]) -> list[Command]:
    """Give all actions as commands, as they can be used now."""
    return [
        Command(
            spec.do,
            actions[spec.do].text().rstrip("…"),
            tr(spec.group.value),
            actions[spec.do].shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            actions[spec.do].isEnabled(),
        )
        for spec in ACTIONS
        if spec.do is not Do.PALETTE and actions[spec.do].isVisible()
    ]


def tool_tip(spec: ActionSpec) -> str:
    """Give the words of a tool tip: what it does and its first key."""
    name = tr(spec.text).rstrip("…")
    return f"{name}（{spec.keys[0]}）" if spec.keys else name


def menus(actions: dict[Do, QAction], parent: QWidget) -> dict[Group, QMenu]:
    """Make a menu for each group, of all its actions."""
    made: dict[Group, QMenu] = {}
    for group in Group:
        menu = QMenu(titled(tr(group.value), LETTERS[group]), parent)
        for spec in ACTIONS:
            if spec.group is group:
                if spec.apart:
                    menu.addSeparator()
                menu.addAction(actions[spec.do])
        made[group] = menu
    return made


def titled(name: str, letter: str) -> str:
    """Give the title of a menu with the mark of its letter: in its name, or else behind it."""
    at = name.upper().find(letter)
    return f"{name}(&{letter})" if at < 0 else f"{name[:at]}&{name[at:]}"
