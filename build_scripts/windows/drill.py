"""The drill: installed, used, upgraded, removed; carried about; refused where it cannot run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from windows import installer
from windows.carried import unpacked
from windows.screen import screen, wait_until
from windows.stage import CONSOLE, DATA, LOCAL, START_MENU, TITLE, WINDOW, Stage
from windows.wine import windows_path

PLACE = "政策 阅读/应用（测试）"
"""Below drive C."""
_UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\PolicyViewer"
_QUOTE, _WORDS = "垃圾不过夜", "装上新版本以后还要在的批注"
_SAMPLE = "办法.docx"
NEWER = "newer.txt"
_NOTICE_TITLE = "青山县人民政府关于做好防汛工作的通知"
_NOTICE = f"{_NOTICE_TITLE}\n青政发〔2026〕3号\n各乡镇人民政府：\n一、加强值守。\n青山县人民政府\n"
_SAMPLE_TITLE = "白水县河道保洁管理办法"
_SHARP, _USUAL_DPI, _SHARP_DPI = "2732x1536x24", 96, 192
_OLD_WINDOWS, _RUNNING = 3, 4
"""Exit statuses of the installer, the first one also of the programs."""
_NOT_ON_7, _NOWHERE = b"api-ms-win-core-path-l1-1-0.dll", b"api-ms-win-core-none-l1-1-0.dll"
"""What CPython is linked to and Windows 7 does not have, and what no Windows has."""


def install(stage: Stage, setup: Path) -> Path:
    """Install silently and give the program's folder."""
    stage.batch(f'"{windows_path(setup)}" /S /D=C:\\{PLACE.replace("/", chr(92))}')
    folder = stage.wine.drive / PLACE
    stage.check((folder / WINDOW).is_file(), f"installed into C:\\{PLACE}")
    return folder


def first_use(stage: Stage, folder: Path, samples: Path) -> None:
    """Prove the installed program, import a document, write a note, look at the window."""
    picture = stage.pictures / "selftest.png"
    told = stage.run(folder / CONSOLE, "--smoke-test", "--picture", windows_path(picture))
    stage.check("自检通过" in told and picture.is_file(), "self-test of the installed program")
    stage.run(folder / CONSOLE, "import", windows_path(samples / _SAMPLE))
    titles = [str(one["title"]) for one in stage.json(folder, "documents")]
    stage.check(any("河道保洁" in title for title in titles), f"{_SAMPLE} is in the library")
    add = ("notes", "add", _SAMPLE_TITLE, "--quote", _QUOTE, "--text", _WORDS)
    stage.run(folder / CONSOLE, *add)
    stage.check(has_note(stage, folder), "a note is written and read back")
    look_at_window(stage, folder)


def look_at_window(stage: Stage, folder: Path) -> None:
    """Open the window, hand it a document by a second start, and import that by a key."""
    notice = stage.work / "通知 一.txt"
    notice.write_text(_NOTICE, encoding="gb18030")
    process = stage.open(str(folder / WINDOW))
    stage.picture("window")
    stage.again(folder / WINDOW, windows_path(notice))
    stage.screen.wait_for("导入")
    stage.picture("window-handed-a-document", looks=30)  # a process is started to read it
    stage.screen.press("Return")

    def is_there() -> bool:
        return any(one["title"] == _NOTICE_TITLE for one in stage.json(folder, "documents"))

    wait_until(is_there, "the document that was imported in the window", 120)
    stage.picture("window-after-import")
    stage.close(process)


def look_at_sharp_screen(stage: Stage, folder: Path, newer: Path) -> None:
    """Look at window and installer on a display that shows everything twice as large."""
    with screen(_SHARP) as shown, _dots(stage, _SHARP_DPI):
        sharp = replace(stage, screen=shown)
        process = sharp.open(str(folder / WINDOW))
        sharp.picture("window-200-percent")
        sharp.close(process)
        process = sharp.open(str(newer))
        sharp.picture("setup-200-percent")
        sharp.end_windows(process)


@contextmanager
def _dots(stage: Stage, dots: int) -> Iterator[None]:
    """Let the display have so many dots an inch while the context is."""
    key = ["reg", "add", r"HKCU\Control Panel\Desktop", "/v", "LogPixels", "/t", "REG_DWORD", "/f"]
    stage.must(stage.wine.run([*key, "/d", str(dots)]), "dots an inch")
    try:
        yield
    finally:
        stage.must(stage.wine.run([*key, "/d", str(_USUAL_DPI)]), "dots an inch")
        stage.wine.end()


def has_note(stage: Stage, folder: Path) -> bool:
    """Say whether the note is there."""
    return any(one["note"] == _WORDS for one in stage.json(folder, "notes", "list"))


def double_click(stage: Stage, folder: Path) -> None:
    """Open a package of notes by its association."""
    package = stage.wine.drive / "同事 的.pvnotes"
    stage.run(folder / CONSOLE, "notes", "export", f"C:\\{package.name}")
    stage.double_click(f"C:\\{package.name}")
    stage.screen.wait_for("导入批注包")
    stage.picture("double-click-on-notes")
    package.unlink()
    stage.wine.end()


def upgrade(stage: Stage, folder: Path, newer: Path) -> None:
    """Install a newer version over the program, and the same once more: the note stays."""
    (folder / "_internal" / "left-over.txt").write_text("of the old version", encoding="utf-8")
    for what in ("upgrade", "repair"):
        install(stage, newer)
        stage.check(not (folder / "_internal" / "left-over.txt").exists(), f"{what}: no left-overs")
        stage.check((folder / "_internal" / NEWER).is_file(), f"{what}: the new files are there")
        stage.check(has_note(stage, folder), f"{what}: the note is still there")
    told = stage.must(stage.wine.run(["reg", "query", _UNINSTALL, "/v", "DisplayVersion"]), "reg")
    stage.check("99.0.0" in told, "Windows lists the newer version")


def look_at_installer(stage: Stage, folder: Path, newer: Path) -> None:
    """Look at what the installer asks where the version is there already, and the uninstaller."""
    for program, name in ((newer, "setup-again"), (folder / "uninstall.exe", "uninstall")):
        process = stage.open(str(program))
        stage.picture(name)
        stage.end_windows(process)


def refuse_while_running(stage: Stage, folder: Path, setup: Path) -> None:
    """Leave everything as it is while the program runs."""
    process = stage.open(str(folder / WINDOW))
    target = PLACE.replace("/", "\\")
    stage.batch(f'"{windows_path(setup)}" /S /D=C:\\{target}', status=_RUNNING)
    stage.check((folder / "_internal" / NEWER).is_file(), "not installed over a running program")
    stage.close(process)


def uninstall(stage: Stage, folder: Path, *options: str) -> None:
    """Uninstall silently."""
    stage.wine.run([str(folder / "uninstall.exe"), "/S", *options])
    stage.wait_until_gone(folder)
    stage.wine.wait()
    gone = not any((stage.wine.drive / START_MENU).glob("*.lnk"))
    stage.check(gone, "uninstalled: program and start menu entry are gone")
    keys = (_UNINSTALL, r"HKCU\Software\Classes\.pvnotes", r"HKCU\Software\PolicyViewer")
    left = [key for key in keys if stage.wine.run(["reg", "query", key]).status == 0]
    stage.check(not left, "uninstalled: nothing is left in the registry")


def kept_or_deleted(stage: Stage, setup: Path) -> None:
    """See that the user's work survives, and goes when that was asked for."""
    notes = stage.wine.drive / DATA / "data" / "notes.sqlite"
    stage.check(notes.is_file(), "uninstalled: the notes are kept")
    folder = install(stage, setup)
    stage.check(has_note(stage, folder), "installed again: the note is there")
    uninstall(stage, folder, "/DELETEDATA")
    stage.check(not notes.exists(), "uninstalled with /DELETEDATA: the notes are gone")


def old_windows(stage: Stage, setup: Path, archive: Path) -> None:
    """See Windows 7 told in words that it is too old, as far as the program comes there.

    Wine has all that our libraries ask for, whatever Windows it is set to be. What they find on a
    real Windows 7 is tried by a copy whose Python asks for something that is nowhere.
    """
    stage.wine.run(["winecfg", "-v", "win7"])
    stage.batch(f'"{windows_path(setup)}" /S', status=_OLD_WINDOWS)
    stage.check(
        not (stage.wine.drive / LOCAL / "Programs").exists(), "nothing installed on Windows 7"
    )
    (top,) = unpacked(stage, archive, "Windows 7").iterdir()
    program = top / "PolicyViewer" / WINDOW
    for start, name in (
        (top / f"{TITLE}.exe", "windows-7"),
        (program, "windows-7-program"),
        (setup, "windows-7-setup"),
    ):
        process = stage.open(str(start))
        stage.picture(name)
        stage.screen.press("Return")
        told = process.wait(timeout=120) == _OLD_WINDOWS
        stage.check(told, f"{start.name} says on Windows 7 that it is too old")
    library = program.parent / "_internal" / "python313.dll"
    library.write_bytes(library.read_bytes().replace(_NOT_ON_7, _NOWHERE))
    process = stage.open(str(program), title="Error")
    stage.picture("windows-7-loader")
    stage.end_windows(process)
    stage.wine.run(["winecfg", "-v", "win10"])


def failed_start(stage: Stage, folder: Path) -> None:
    """Take a library away: the windowed program says so, and keeps the details."""
    library = folder / "_internal" / "PySide6" / "Qt6Widgets.dll"
    away = library.rename(library.with_suffix(".away"))
    process = stage.open(str(folder / WINDOW))
    stage.picture("failed-start")
    log = stage.wine.drive / DATA / "Logs" / "start-failure.log"
    stage.check("ImportError" in log.read_text("utf-8"), f"a failed start is kept in {log.name}")
    stage.end_windows(process)
    away.rename(library)


def no_network(stage: Stage, folder: Path) -> None:
    """Watch the system calls of a self-test, which uses every part, with all its processes."""
    calls = stage.traced(folder / CONSOLE, "--smoke-test")
    stage.check(not calls, f"no call to a network {calls[:3] or ''}")


def newer_setup(stage: Stage, program: Path, icon: Path) -> Path:
    """Make the installer of a newer version: the same program with one more file."""
    copy = stage.work / "newer" / "PolicyViewer"
    shutil.rmtree(copy.parent, ignore_errors=True)
    shutil.copytree(program, copy)
    (copy / "_internal" / NEWER).write_text("of the newer version", encoding="utf-8")
    output = stage.work / "newer-setup.exe"
    installer.make(copy, output, TITLE, "99.0.0", icon, quick=True)
    return output
